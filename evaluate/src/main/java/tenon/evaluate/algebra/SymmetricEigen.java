package tenon.evaluate.algebra;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations. Source:
 * Golub, Van Loan, Matrix Computations (4th ed.), 8.5.
 *
 * @param values eigenvalues, in no particular order
 * @param vectors eigenvector k in column k
 */
@SuppressWarnings(
    "ArrayRecordComponent") // its arrays are never written after construction, nor compared
public record SymmetricEigen(double[] values, double[][] vectors) {
  private static final int MOST_SWEEPS = 60;

  /** Decomposes a symmetric matrix, which is not changed. */
  public static SymmetricEigen of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && sweep(a, v); sweep++) {
      // Each sweep squares what is left off the diagonal.
    }
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = a[i][i];
    }
    return new SymmetricEigen(values, v);
  }

  /** The matrix whose negative eigenvalues are set to 0. */
  public double[][] withoutNegative() {
    int n = values.length;
    double[][] result = new double[n][n];
    for (int k = 0; k < n; k++) {
      double value = Math.max(values[k], 0);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          result[i][j] += value * vectors[i][k] * vectors[j][k];
        }
      }
    }
    return result;
  }

  private static boolean sweep(double[][] a, double[][] v) {
    boolean turned = false;
    for (int p = 0; p < a.length; p++) {
      for (int q = p + 1; q < a.length; q++) {
        double size = Math.sqrt(Math.abs(a[p][p]) * Math.abs(a[q][q]));
        if (Math.abs(a[p][q]) > 1e-17 * size && a[p][q] != 0) {
          turned = true;
          rotate(a, v, p, q);
        }
      }
    }
    return turned;
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    for (int k = 0; k < a.length; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = c * pk - s * qk;
      a[q][k] = s * pk + c * qk;
      double kp = v[k][p];
      double kq = v[k][q];
      v[k][p] = c * kp - s * kq;
      v[k][q] = s * kp + c * kq;
    }
    a[p][q] = 0;
    a[q][p] = 0;
  }
}
