package tenon.respond;

import java.util.Arrays;
import tenon.numeric.LinearProgram;
import tenon.numeric.LinearProgramBuilder;
import tenon.numeric.Solution;

/**
 * Solves a programme twice, each time in two steps: first as if nobody reacts, then as the plan,
 * which starts from the same flows before the decision day.
 *
 * <p>The second step of each keeps the optimum of the first exactly: by complementary slackness the
 * optima of a linear programme are the feasible points at which every column with a reduced cost
 * stands at its bound and every row with a dual is tight. Columns and rows are fixed there, and the
 * second objective goes on from the basis of the first.
 *
 * <p>A first solve with a small reward for usual flows finds a basis near them, from which the first
 * objective alone takes few steps.
 */
final class Optimum {
  /** Reduced costs and duals below this are nothing; losses are in days of all demand. */
  private static final double NOTHING = 1e-9;

  private final Programme programme;
  private final Columns columns;
  private final double[] lower;
  private final double[] upper;
  private final double[] rowLower;
  private final double[] rowUpper;

  /** Values of all columns where nobody reacts, and in the plan. */
  double[] held = {};

  double[] planned = {};

  /** Duals of rows where nobody reacts. */
  double[] heldDual = {};

  /** Duals of rows and reduced costs of columns of the plan's first step, days of all demand. */
  double[] dual = {};

  double[] reducedCost = {};

  long iterations;

  private Optimum(Programme programme) {
    this.programme = programme;
    columns = programme.columns;
    lower = new double[columns.count];
    upper = Arrays.copyOf(columns.heldUpper, columns.count);
    rowLower = programme.rows.stream().mapToDouble(row -> row.lower).toArray();
    rowUpper = programme.rows.stream().mapToDouble(row -> row.upper).toArray();
  }

  static Optimum of(Programme programme) {
    Optimum optimum = new Optimum(programme);
    try (LinearProgram solver = optimum.build()) {
      optimum.solve(solver);
      optimum.cost(solver, programme.columns.loss);
      optimum.held = optimum.twoSteps(solver);
      optimum.heldDual = optimum.dual;
      optimum.open(solver);
      optimum.planned = optimum.twoSteps(solver);
    }
    return optimum;
  }

  private LinearProgram build() {
    LinearProgramBuilder builder = LinearProgram.minimise();
    for (int column = 0; column < columns.count; column++) {
      builder.column(lower[column], upper[column], columns.loss[column] + columns.start[column]);
    }
    for (Terms.Row row : programme.rows) {
      builder.row(row.lower, row.upper, row.columns, row.coefficients);
    }
    return builder.build();
  }

  private double[] twoSteps(LinearProgram solver) {
    Solution first = solve(solver);
    dual = new double[rowLower.length];
    reducedCost = new double[columns.count];
    Arrays.setAll(dual, first::dual);
    Arrays.setAll(reducedCost, first::reducedCost);
    keepOptimum(solver);
    cost(solver, columns.cost);
    double[] best = solve(solver).values();
    release(solver);
    cost(solver, columns.loss);
    return best;
  }

  private Solution solve(LinearProgram solver) {
    Solution solution = solver.solve();
    iterations += solution.iterations();
    if (!solution.isOptimal()) {
      throw new IllegalStateException(
          "the programme of a plan ended " + solution.status() + "; it always has an optimum");
    }
    return solution;
  }

  private void cost(LinearProgram solver, double[] cost) {
    for (int column = 0; column < columns.count; column++) {
      if (columns.loss[column] != 0 || columns.cost[column] != 0 || columns.start[column] != 0) {
        solver.setCost(column, cost[column]);
      }
    }
  }

  private void keepOptimum(LinearProgram solver) {
    for (int column = 0; column < columns.count; column++) {
      if (Math.abs(reducedCost[column]) > NOTHING) {
        double bound = reducedCost[column] > 0 ? lower[column] : upper[column];
        solver.setColumnBounds(column, bound, bound);
      }
    }
    for (int row = 0; row < rowLower.length; row++) {
      if (Math.abs(dual[row]) > NOTHING && rowLower[row] != rowUpper[row]) {
        double bound = dual[row] > 0 ? rowLower[row] : rowUpper[row];
        solver.setRowBounds(row, bound, bound);
      }
    }
  }

  private void release(LinearProgram solver) {
    for (int column = 0; column < columns.count; column++) {
      if (Math.abs(reducedCost[column]) > NOTHING) {
        solver.setColumnBounds(column, lower[column], upper[column]);
      }
    }
    for (int row = 0; row < rowLower.length; row++) {
      if (Math.abs(dual[row]) > NOTHING) {
        solver.setRowBounds(row, rowLower[row], rowUpper[row]);
      }
    }
  }

  /** Lets the plan use what is idle and open standby sources; what came before is given. */
  private void open(LinearProgram solver) {
    System.arraycopy(columns.upper, 0, upper, 0, upper.length);
    Layout at = programme.at;
    Timeline timeline = programme.timeline;
    for (int period = 0; period < timeline.periods(); period++) {
      if (timeline.start(period) < programme.setting.decisionDay) {
        for (int[][] flows :
            new int[][][] {at.base, at.extra, at.served, at.catchUp, at.with, at.without}) {
          give(flows, period);
        }
      }
    }
    for (int column = 0; column < columns.count; column++) {
      solver.setColumnBounds(column, lower[column], upper[column]);
    }
  }

  private void give(int[][] flows, int period) {
    for (int[] row : flows) {
      int column = row[period];
      if (column >= 0) {
        double value = Math.min(Math.max(lower[column], held[column]), upper[column]);
        lower[column] = value;
        upper[column] = value;
      }
    }
  }
}
