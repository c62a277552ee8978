package tenon.assess;

import java.util.Arrays;

/**
 * Principal eigenvalue and eigenvector of a positive matrix, by power iteration.
 *
 * <p>A positive matrix has one eigenvalue of greatest modulus, and its eigenvector is positive
 * (Perron 1907), so the iteration converges from any positive start; it adds only positive numbers,
 * so no digit is lost. With entries from 1/9 to 9 the error falls at least by (81 - 1) / (81 + 1) a
 * step (Birkhoff's bound), in practice by far more.
 *
 * @param value the eigenvalue
 * @param vector the eigenvector, summing to 1
 */
@SuppressWarnings("ArrayRecordComponent") // short-lived inside this room; never compared
record Perron(double value, double[] vector) {
  private static final int MOST_STEPS = 100_000;
  private static final double SETTLED = 2e-15;

  static Perron of(double[][] matrix) {
    int n = matrix.length;
    double[] vector = new double[n];
    double[] next = new double[n];
    Arrays.fill(vector, 1.0 / n);
    double value = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      value = multiply(matrix, vector, next);
      double moved = 0;
      for (int i = 0; i < n; i++) {
        next[i] /= value;
        moved = Math.max(moved, Math.abs(next[i] - vector[i]) / next[i]);
      }
      double[] swap = vector;
      vector = next;
      next = swap;
      if (moved <= SETTLED) {
        break;
      }
    }
    return new Perron(value, vector);
  }

  /** The same of the transposed matrix: the left eigenvector. */
  static Perron ofTransposed(double[][] matrix) {
    int n = matrix.length;
    double[][] transposed = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        transposed[j][i] = matrix[i][j];
      }
    }
    return of(transposed);
  }

  private static double multiply(double[][] matrix, double[] vector, double[] product) {
    double total = 0;
    for (int i = 0; i < vector.length; i++) {
      double sum = 0;
      for (int j = 0; j < vector.length; j++) {
        sum += matrix[i][j] * vector[j];
      }
      product[i] = sum;
      total += sum;
    }
    return total;
  }
}
