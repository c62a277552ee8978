package tenon.twin;

import java.util.ArrayList;
import java.util.List;

/**
 * max c x subject to A x &lt;= b, x &gt;= 0, b &gt;= 0, by the textbook tableau with Bland's rule: slow, plain,
 * and without anything in common with the solver it checks.
 */
final class PlainSimplex {
  private static final double ZERO = 1e-11;

  private final int columns;
  private final double[] cost;
  private final List<double[]> rows = new ArrayList<>();
  private final List<Double> bounds = new ArrayList<>();

  PlainSimplex(int columns) {
    this.columns = columns;
    cost = new double[columns];
  }

  void cost(int column, double value) {
    cost[column] = value;
  }

  /** Adds a row; an infinite bound is no row. */
  void atMost(double bound, double[] row) {
    if (Double.isInfinite(bound)) {
      return;
    }
    if (bound < 0) {
      throw new IllegalArgumentException("negative bound " + bound);
    }
    rows.add(row);
    bounds.add(bound);
  }

  /** The optimal x. */
  double[] solve() {
    int m = rows.size();
    int width = columns + m + 1;
    double[][] tableau = new double[m + 1][width];
    int[] basis = new int[m];
    for (int i = 0; i < m; i++) {
      System.arraycopy(rows.get(i), 0, tableau[i], 0, columns);
      tableau[i][columns + i] = 1;
      tableau[i][width - 1] = bounds.get(i);
      basis[i] = columns + i;
    }
    for (int c = 0; c < columns; c++) {
      tableau[m][c] = -cost[c];
    }
    for (int entering = entering(tableau[m]); entering >= 0; entering = entering(tableau[m])) {
      pivot(tableau, basis, leaving(tableau, basis, entering), entering);
    }
    double[] x = new double[columns];
    for (int i = 0; i < m; i++) {
      if (basis[i] < columns) {
        x[basis[i]] = tableau[i][width - 1];
      }
    }
    return x;
  }

  private static int entering(double[] reduced) {
    for (int c = 0; c < reduced.length - 1; c++) {
      if (reduced[c] < -ZERO) {
        return c;
      }
    }
    return -1;
  }

  private static int leaving(double[][] tableau, int[] basis, int entering) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < basis.length; i++) {
      if (tableau[i][entering] > ZERO) {
        double ratio = tableau[i][tableau[i].length - 1] / tableau[i][entering];
        boolean tie = Math.abs(ratio - least) <= ZERO * (1 + Math.abs(ratio));
        if (best < 0 || (!tie && ratio < least) || (tie && basis[i] < basis[best])) {
          best = i;
          least = ratio;
        }
      }
    }
    if (best < 0) {
      throw new ArithmeticException("unbounded");
    }
    return best;
  }

  private static void pivot(double[][] tableau, int[] basis, int row, int column) {
    double divisor = tableau[row][column];
    for (int c = 0; c < tableau[row].length; c++) {
      tableau[row][c] /= divisor;
    }
    for (int i = 0; i < tableau.length; i++) {
      double factor = tableau[i][column];
      if (i != row && factor != 0) {
        for (int c = 0; c < tableau[i].length; c++) {
          tableau[i][c] -= factor * tableau[row][c];
        }
      }
    }
    basis[row] = column;
  }
}
