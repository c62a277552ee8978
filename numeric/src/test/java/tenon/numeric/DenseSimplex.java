package tenon.numeric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The slow plain oracle: the two-phase simplex on a dense tableau with Bland's rule (Bland 1977: the
 * least index enters and leaves, so that it cannot cycle). Bounds become rows and free columns are
 * split, so that only max c x, A x &lt;= b, x &gt;= 0 is left.
 */
final class DenseSimplex {
  record Answer(Solution.Status status, double objective) {}

  private static final double EPSILON = 1e-9;
  private final double[][] tableau;
  private final int[] basis;
  private final int variables;

  private DenseSimplex(List<double[]> rows, int variables) {
    int m = rows.size();
    this.variables = variables + m + 1;
    tableau = new double[m][this.variables + 1];
    basis = new int[m];
    for (int r = 0; r < m; r++) {
      System.arraycopy(rows.get(r), 0, tableau[r], 0, variables);
      tableau[r][variables + r] = 1;
      tableau[r][this.variables - 1] = -1; // the artificial variable of phase one
      tableau[r][this.variables] = rows.get(r)[variables];
      basis[r] = variables + r;
    }
  }

  /** Each column x is offset + sum of sign times the plain variables that stand for it. */
  static Answer solve(LinearModel model) {
    int n = model.columns();
    double[][] sign = new double[n][];
    double[] offset = new double[n];
    int[] first = new int[n];
    int count = 0;
    for (int c = 0; c < n; c++) {
      boolean below = Double.isFinite(model.columnLower(c));
      boolean above = Double.isFinite(model.columnUpper(c));
      sign[c] = below ? new double[] {1} : above ? new double[] {-1} : new double[] {1, -1};
      offset[c] = below ? model.columnLower(c) : above ? model.columnUpper(c) : 0;
      first[c] = count;
      count += sign[c].length;
    }
    List<double[]> rows = new ArrayList<>();
    for (int r = 0; r < model.rows(); r++) {
      double[] dense = new double[n];
      for (int k = 0; k < model.rowColumns(r).length; k++) {
        dense[model.rowColumns(r)[k]] = model.rowCoefficients(r)[k];
      }
      add(rows, plain(dense, sign, offset, first, count), model.rowLower(r), model.rowUpper(r));
    }
    for (int c = 0; c < n; c++) {
      double[] unit = new double[n];
      unit[c] = 1;
      add(rows, plain(unit, sign, offset, first, count), model.columnLower(c), model.columnUpper(c));
    }
    double direction = model.maximise ? 1 : -1;
    double[] costs = new double[n];
    Arrays.setAll(costs, c -> direction * model.cost(c));
    double[] plainCosts = plain(costs, sign, offset, first, count);
    Answer answer = new DenseSimplex(rows, count).run(Arrays.copyOf(plainCosts, count));
    return new Answer(answer.status(), direction * (answer.objective() + plainCosts[count]));
  }

  /** Coefficients on the plain variables and, last, the constant. */
  private static double[] plain(double[] dense, double[][] sign, double[] offset, int[] first, int count) {
    double[] row = new double[count + 1];
    for (int c = 0; c < dense.length; c++) {
      for (int k = 0; k < sign[c].length; k++) {
        row[first[c] + k] = dense[c] * sign[c][k];
      }
      row[count] += dense[c] * offset[c];
    }
    return row;
  }

  private static void add(List<double[]> rows, double[] row, double lower, double upper) {
    int last = row.length - 1;
    if (Double.isFinite(upper)) {
      double[] atMost = row.clone();
      atMost[last] = upper - row[last];
      rows.add(atMost);
    }
    if (Double.isFinite(lower)) {
      double[] atLeast = Arrays.stream(row).map(x -> -x).toArray();
      atLeast[last] = row[last] - lower;
      rows.add(atLeast);
    }
  }

  private Answer run(double[] costs) {
    int artificial = variables - 1;
    if (!feasible(artificial)) {
      return new Answer(Solution.Status.INFEASIBLE, Double.NaN);
    }
    for (double[] row : tableau) {
      row[artificial] = 0;
    }
    double[] all = Arrays.copyOf(costs, variables);
    if (!improve(all)) {
      return new Answer(Solution.Status.UNBOUNDED, Double.NaN);
    }
    return new Answer(Solution.Status.OPTIMAL, worth(all));
  }

  private boolean feasible(int artificial) {
    int worst = -1;
    for (int r = 0; r < basis.length; r++) {
      if (tableau[r][variables] < (worst < 0 ? 0 : tableau[worst][variables])) {
        worst = r;
      }
    }
    if (worst < 0) {
      return true;
    }
    pivot(worst, artificial);
    double[] phaseOne = new double[variables];
    phaseOne[artificial] = -1;
    improve(phaseOne);
    if (worth(phaseOne) < -1e-7) {
      return false;
    }
    for (int r = 0; r < basis.length; r++) {
      if (basis[r] == artificial) {
        leave(r, artificial);
      }
    }
    return true;
  }

  private void leave(int row, int artificial) {
    for (int c = 0; c < artificial; c++) {
      if (Math.abs(tableau[row][c]) > EPSILON) {
        pivot(row, c);
        return;
      }
    }
  }

  private double worth(double[] costs) {
    double sum = 0;
    for (int r = 0; r < basis.length; r++) {
      sum += costs[basis[r]] * tableau[r][variables];
    }
    return sum;
  }

  private boolean improve(double[] costs) {
    while (true) {
      int enters = entering(costs);
      if (enters < 0) {
        return true;
      }
      int row = leaving(enters);
      if (row < 0) {
        return false;
      }
      pivot(row, enters);
    }
  }

  private int entering(double[] costs) {
    for (int c = 0; c < variables; c++) {
      double gain = costs[c];
      for (int r = 0; r < basis.length; r++) {
        gain -= costs[basis[r]] * tableau[r][c];
      }
      if (gain > EPSILON) {
        return c;
      }
    }
    return -1;
  }

  private int leaving(int enters) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int r = 0; r < basis.length; r++) {
      if (tableau[r][enters] > EPSILON) {
        double ratio = tableau[r][variables] / tableau[r][enters];
        if (ratio < least - EPSILON || (ratio < least + EPSILON && basis[r] < basis[best])) {
          least = Math.min(least, ratio);
          best = r;
        }
      }
    }
    return best;
  }

  private void pivot(int row, int column) {
    double by = tableau[row][column];
    for (int c = 0; c <= variables; c++) {
      tableau[row][c] /= by;
    }
    for (int r = 0; r < basis.length; r++) {
      double factor = tableau[r][column];
      if (r != row && factor != 0) {
        for (int c = 0; c <= variables; c++) {
          tableau[r][c] -= factor * tableau[row][c];
        }
      }
    }
    basis[row] = column;
  }
}
