package tenon.assess.algebra;

/** A square matrix in triangular factors, rows exchanged for the greatest pivot. */
public final class Lu {
  private final double[][] factors;
  private final int[] order;
  private final boolean singular;

  private Lu(double[][] factors, int[] order, boolean singular) {
    this.factors = factors;
    this.order = order;
    this.singular = singular;
  }

  public static Lu of(double[][] matrix) {
    int n = matrix.length;
    double[][] lu = new double[n][];
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      lu[i] = matrix[i].clone();
      order[i] = i;
    }
    boolean singular = false;
    for (int k = 0; k < n; k++) {
      exchange(lu, order, k, pivot(lu, k));
      if (lu[k][k] == 0 || Double.isNaN(lu[k][k])) {
        singular = true;
        continue;
      }
      for (int i = k + 1; i < n; i++) {
        double factor = lu[i][k] / lu[k][k];
        lu[i][k] = factor;
        for (int j = k + 1; factor != 0 && j < n; j++) {
          lu[i][j] -= factor * lu[k][j];
        }
      }
    }
    return new Lu(lu, order, singular);
  }

  private static int pivot(double[][] lu, int column) {
    int best = column;
    for (int i = column + 1; i < lu.length; i++) {
      if (Math.abs(lu[i][column]) > Math.abs(lu[best][column])) {
        best = i;
      }
    }
    return best;
  }

  private static void exchange(double[][] lu, int[] order, int one, int other) {
    double[] row = lu[one];
    lu[one] = lu[other];
    lu[other] = row;
    int place = order[one];
    order[one] = order[other];
    order[other] = place;
  }

  /** Whether a pivot is exactly 0; then there is no solution. */
  public boolean isSingular() {
    return singular;
  }

  /** Logarithm of the size of the determinant; negative infinity where it is 0. */
  public double logAbsDeterminant() {
    double sum = 0;
    for (int i = 0; i < factors.length; i++) {
      sum += StrictMath.log(Math.abs(factors[i][i]));
    }
    return sum;
  }

  /** The x of A x = b. */
  public double[] solve(double[] b) {
    int n = factors.length;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = b[order[i]];
      for (int j = 0; j < i; j++) {
        sum -= factors[i][j] * x[j];
      }
      x[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = x[i];
      for (int j = i + 1; j < n; j++) {
        sum -= factors[i][j] * x[j];
      }
      x[i] = sum / factors[i][i];
    }
    return x;
  }

  /** The inverse, by rows. */
  public double[][] inverse() {
    int n = factors.length;
    double[][] inverse = new double[n][n];
    double[] unit = new double[n];
    for (int column = 0; column < n; column++) {
      unit[column] = 1;
      double[] solved = solve(unit);
      unit[column] = 0;
      for (int row = 0; row < n; row++) {
        inverse[row][column] = solved[row];
      }
    }
    return inverse;
  }
}
