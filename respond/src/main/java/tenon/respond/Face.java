package tenon.respond;

import tenon.numeric.LinearProgram;

/**
 * The optima of the objectives so far: by complementary slackness they are the feasible points at
 * which every column with a reduced cost stands at its bound and every row with a dual is tight.
 */
final class Face {
  /** Reduced costs and duals below this are nothing; losses are in days of all demand. */
  private static final double NOTHING = 1e-7;

  /** A solver keeps bounds to about this. */
  private static final double AT_BOUND = 1e-6;

  private final Programme programme;
  private final double[] lower;
  private final double[] upper;
  private final double[] rowLower;
  private final double[] rowUpper;
  private final boolean[] keptColumn;
  private final boolean[] keptRow;

  /** The bounds may change until something is kept. */
  Face(Programme programme, double[] lower, double[] upper, double[] rowLower, double[] rowUpper) {
    this.programme = programme;
    this.lower = lower;
    this.upper = upper;
    this.rowLower = rowLower;
    this.rowUpper = rowUpper;
    keptColumn = new boolean[lower.length];
    keptRow = new boolean[rowLower.length];
  }

  boolean keeps(int column) {
    return keptColumn[column];
  }

  /** Fixes what an optimum wants at its bound. */
  void keep(LinearProgram solver, double[] values, double[] reduced, double[] duals) {
    for (int column = 0; column < keptColumn.length; column++) {
      double bound = reduced[column] > 0 ? lower[column] : upper[column];
      if (!keptColumn[column]
          && Math.abs(reduced[column]) > NOTHING
          && isAt(values[column], bound)) {
        solver.setColumnBounds(column, bound, bound);
        keptColumn[column] = true;
      }
    }
    for (int row = 0; row < rowLower.length; row++) {
      if (!keptRow[row] && Math.abs(duals[row]) > NOTHING && rowLower[row] != rowUpper[row]) {
        double bound = duals[row] > 0 ? rowLower[row] : rowUpper[row];
        if (isAt(programme.rows.get(row).activity(values), bound)) {
          solver.setRowBounds(row, bound, bound);
          keptRow[row] = true;
        }
      }
    }
  }

  private static boolean isAt(double value, double bound) {
    return Double.isFinite(bound) && Math.abs(value - bound) <= AT_BOUND * (1 + Math.abs(bound));
  }

  /** Gives all bounds back. */
  void release(LinearProgram solver) {
    for (int column = 0; column < keptColumn.length; column++) {
      if (keptColumn[column]) {
        solver.setColumnBounds(column, lower[column], upper[column]);
        keptColumn[column] = false;
      }
    }
    for (int row = 0; row < rowLower.length; row++) {
      if (keptRow[row]) {
        solver.setRowBounds(row, rowLower[row], rowUpper[row]);
        keptRow[row] = false;
      }
    }
  }
}
