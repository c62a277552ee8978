package tenon.numeric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues, greatest first, and orthonormal eigenvectors of a symmetric matrix, by cyclic Jacobi
 * rotations (Golub and Van Loan, Matrix Computations, 4th ed., 8.5): slow beside tridiagonal
 * methods, but exact to rounding for small eigenvalues as well. O(n<sup>3</sup>) per sweep, some
 * ten sweeps.
 */
public final class SymmetricEigen {
  private static final int MOST_SWEEPS = 100;

  private final double[] values;
  private final double[][] vectors;

  private SymmetricEigen(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /** Decomposes a symmetric matrix, which is not changed. */
  public static SymmetricEigen of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(a); sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          if (a[p][q] != 0) {
            rotate(a, v, p, q);
          }
        }
      }
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -a[i][i]))
            .mapToInt(i -> i)
            .toArray();
    double[] values = Arrays.stream(order).mapToDouble(i -> a[i][i]).toArray();
    double[][] vectors = Arrays.stream(order).mapToObj(i -> v[i]).toArray(double[][]::new);
    return new SymmetricEigen(values, vectors);
  }

  public int size() {
    return values.length;
  }

  /** The nth greatest eigenvalue, counted from 0. */
  public double value(int nth) {
    return values[nth];
  }

  /** One component of the unit eigenvector of the nth greatest eigenvalue; its sign is free. */
  public double component(int nth, int row) {
    return vectors[nth][row];
  }

  /** The matrix whose negative eigenvalues are set to 0: the nearest that is a covariance. */
  public double[][] withoutNegative() {
    int n = values.length;
    double[][] result = new double[n][n];
    for (int k = 0; k < n && values[k] > 0; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          result[i][j] += values[k] * vectors[k][i] * vectors[k][j];
        }
      }
    }
    return result;
  }

  private static boolean isDiagonal(double[][] a) {
    double off = 0;
    double on = 0;
    for (int i = 0; i < a.length; i++) {
      on += a[i][i] * a[i][i];
      for (int j = 0; j < i; j++) {
        off += a[i][j] * a[i][j];
      }
    }
    return off <= 1e-34 * on;
  }

  /** Makes a[p][q] vanish; row k of v becomes the kth eigenvector. */
  private static void rotate(double[][] a, double[][] v, int p, int q) {
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(1 + theta * theta));
    double c = 1 / Math.sqrt(1 + t * t);
    double s = t * c;
    for (double[] row : a) {
      double atP = row[p];
      row[p] = c * atP - s * row[q];
      row[q] = s * atP + c * row[q];
    }
    turn(a[p], a[q], c, s);
    turn(v[p], v[q], c, s);
  }

  private static void turn(double[] p, double[] q, double c, double s) {
    for (int k = 0; k < p.length; k++) {
      double atP = p[k];
      p[k] = c * atP - s * q[k];
      q[k] = s * atP + c * q[k];
    }
  }
}
