package tenon.evaluate.algebra;

/**
 * The factor L of a symmetric positive semidefinite matrix A = L L'. A row whose pivot falls below
 * the tolerance times its own diagonal depends on the rows before it and is dropped: its unknown is
 * 0 in every solution, which makes {@link #inverse} a generalised inverse.
 *
 * <p>Cost n<sup>3</sup>/6 multiplications once, n<sup>2</sup> for each solution. Source: Golub, Van
 * Loan, Matrix Computations (4th ed.), algorithm 4.2.2.
 */
public final class Cholesky {
  private final double[][] factor;
  private final boolean[] kept;
  private int rank;

  private Cholesky(int n) {
    factor = new double[n][];
    kept = new boolean[n];
  }

  /**
   * Factors a matrix, of which only the lower triangle is read.
   *
   * @param scale what the pivot of each row is compared with; its own diagonal in most uses
   * @param tolerance pivots at or below tolerance x scale are dropped
   */
  public static Cholesky of(double[][] matrix, double[] scale, double tolerance) {
    Cholesky result = new Cholesky(matrix.length);
    for (int i = 0; i < matrix.length; i++) {
      result.addRow(i, matrix[i], tolerance * scale[i]);
    }
    return result;
  }

  /** As above, each pivot compared with its own diagonal. */
  public static Cholesky of(double[][] matrix, double tolerance) {
    double[] diagonal = new double[matrix.length];
    for (int i = 0; i < diagonal.length; i++) {
      diagonal[i] = matrix[i][i];
    }
    return of(matrix, diagonal, tolerance);
  }

  private void addRow(int i, double[] row, double least) {
    double[] mine = new double[i + 1];
    factor[i] = mine;
    double pivot = row[i];
    for (int j = 0; j < i; j++) {
      if (kept[j]) {
        double[] other = factor[j];
        mine[j] = (row[j] - dot(mine, other, j)) / other[j];
        pivot -= mine[j] * mine[j];
      }
    }
    kept[i] = pivot > least && pivot > 0;
    mine[i] = kept[i] ? Math.sqrt(pivot) : 0;
    rank += kept[i] ? 1 : 0;
  }

  private static double dot(double[] a, double[] b, int length) {
    double even = 0;
    double odd = 0;
    int j = 0;
    for (; j + 1 < length; j += 2) {
      even += a[j] * b[j];
      odd += a[j + 1] * b[j + 1];
    }
    return j < length ? even + odd + a[j] * b[j] : even + odd;
  }

  /** Number of rows that do not depend on earlier ones. */
  public int rank() {
    return rank;
  }

  /** Whether row i does not depend on earlier ones. */
  public boolean keeps(int i) {
    return kept[i];
  }

  /** The x of A x = b, with 0 for dropped rows. */
  public double[] solve(double[] b) {
    int n = factor.length;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = kept[i] ? (b[i] - dot(factor[i], x, i)) / factor[i][i] : 0;
    }
    for (int i = n - 1; i >= 0; i--) {
      if (kept[i]) {
        x[i] /= factor[i][i];
        for (int j = 0; j < i; j++) {
          x[j] -= factor[i][j] * x[i];
        }
      }
    }
    return x;
  }

  /** L z; for a vector z of standard normals it has the covariance A. */
  public double[] times(double[] z) {
    double[] product = new double[factor.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(factor[i], z, i + 1);
    }
    return product;
  }

  /** The inverse, with rows and columns of zeros where a row was dropped. */
  public double[][] inverse() {
    int n = factor.length;
    double[][] inverse = new double[n][];
    double[] unit = new double[n];
    for (int i = 0; i < n; i++) {
      unit[i] = kept[i] ? 1 : 0;
      inverse[i] = solve(unit);
      unit[i] = 0;
    }
    return inverse;
  }
}
