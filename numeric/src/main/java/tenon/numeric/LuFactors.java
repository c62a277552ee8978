package tenon.numeric;

import java.util.stream.IntStream;

/**
 * A square matrix in triangular factors, rows exchanged for the greatest pivot. Works in blocks, so
 * that a matrix of some thousand rows takes seconds; the result does not depend on the number of
 * threads, since every element is computed by one thread in a fixed order.
 */
public final class LuFactors {
  private static final int BLOCK = 48;

  /** Columns that are worked on at a time: a block of rows of this width stays in the cache. */
  private static final int STRIP = 512;

  /** Below this size threads cost more than they save. */
  private static final int ALONE = 256;

  private final double[][] lu;
  private final int[] order;
  private final boolean singular;

  private LuFactors(double[][] lu, int[] order, boolean singular) {
    this.lu = lu;
    this.order = order;
    this.singular = singular;
  }

  /**
   * The factors of a matrix.
   *
   * @param matrix rows of equal length, as many as they are long; left as it is
   */
  public static LuFactors of(double[][] matrix) {
    int n = matrix.length;
    double[][] lu = new double[n][];
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      lu[i] = matrix[i].clone();
      order[i] = i;
    }
    boolean singular = false;
    for (int from = 0; from < n; from += BLOCK) {
      int to = Math.min(n, from + BLOCK);
      singular |= panel(lu, order, from, to);
      rowsOfUpper(lu, from, to);
      remainder(lu, from, to);
    }
    return new LuFactors(lu, order, singular);
  }

  /** Eliminates within the columns of a block; true where a pivot is exactly 0. */
  private static boolean panel(double[][] lu, int[] order, int from, int to) {
    int n = lu.length;
    boolean singular = false;
    for (int k = from; k < to; k++) {
      exchange(lu, order, k, pivot(lu, k));
      double head = lu[k][k];
      if (head == 0 || Double.isNaN(head)) {
        singular = true;
        continue;
      }
      double[] upper = lu[k];
      for (int i = k + 1; i < n; i++) {
        double[] row = lu[i];
        double factor = row[k] / head;
        row[k] = factor;
        if (factor != 0) {
          for (int j = k + 1; j < to; j++) {
            row[j] -= factor * upper[j];
          }
        }
      }
    }
    return singular;
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

  /** The rows of the block to the right of it. */
  private static void rowsOfUpper(double[][] lu, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      for (int k = from; k < i; k++) {
        subtract(lu[i], lu[i][k], lu[k], to, lu.length);
      }
    }
  }

  /** What is left below and to the right of the block. */
  private static void remainder(double[][] lu, int from, int to) {
    int n = lu.length;
    rows(to, n)
        .forEach(
            i -> {
              for (int strip = to; strip < n; strip += STRIP) {
                product(lu[i], lu[i], lu, from, to, strip, Math.min(n, strip + STRIP));
              }
            });
  }

  private static IntStream rows(int from, int to) {
    IntStream rows = IntStream.range(from, to);
    return to - from > ALONE ? rows.parallel() : rows;
  }

  /** {@code row -= sum_k factors[k] rows[k]} for k from a block, within some columns. */
  private static void product(
      double[] row, double[] factors, double[][] rows, int from, int to, int left, int right) {
    int k = from;
    for (; k + 3 < to; k += 4) {
      double a = factors[k];
      double b = factors[k + 1];
      double c = factors[k + 2];
      double d = factors[k + 3];
      double[] one = rows[k];
      double[] two = rows[k + 1];
      double[] three = rows[k + 2];
      double[] four = rows[k + 3];
      for (int j = left; j < right; j++) {
        row[j] -= a * one[j] + b * two[j] + c * three[j] + d * four[j];
      }
    }
    for (; k < to; k++) {
      subtract(row, factors[k], rows[k], left, right);
    }
  }

  private static void subtract(double[] row, double factor, double[] other, int left, int right) {
    if (factor != 0) {
      for (int j = left; j < right; j++) {
        row[j] -= factor * other[j];
      }
    }
  }

  /** Whether a pivot is exactly 0; then there is no solution. */
  public boolean isSingular() {
    return singular;
  }

  /** Logarithm of the size of the determinant; negative infinity where it is 0. */
  public double logAbsDeterminant() {
    double sum = 0;
    for (int i = 0; i < lu.length; i++) {
      sum += StrictMath.log(Math.abs(lu[i][i]));
    }
    return sum;
  }

  /** The x of A x = b. */
  public double[] solve(double[] b) {
    int n = lu.length;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = b[order[i]];
      for (int j = 0; j < i; j++) {
        sum -= lu[i][j] * x[j];
      }
      x[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = x[i];
      for (int j = i + 1; j < n; j++) {
        sum -= lu[i][j] * x[j];
      }
      x[i] = sum / lu[i][i];
    }
    return x;
  }

  /** The y of A' y = b. */
  public double[] solveTransposed(double[] b) {
    int n = lu.length;
    double[] w = b.clone();
    for (int i = 0; i < n; i++) {
      w[i] /= lu[i][i];
      subtract(w, w[i], lu[i], i + 1, n);
    }
    for (int i = n - 1; i >= 0; i--) {
      subtract(w, w[i], lu[i], 0, i);
    }
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[order[i]] = w[i];
    }
    return y;
  }

  /** The inverse, by rows. */
  public double[][] inverse() {
    int n = lu.length;
    double[][] x = new double[n][n];
    for (int i = 0; i < n; i++) {
      x[i][order[i]] = 1;
    }
    strips(n).forEach(strip -> back(x, strip * STRIP / 2, Math.min(n, (strip + 1) * STRIP / 2)));
    return x;
  }

  private static IntStream strips(int n) {
    IntStream strips = IntStream.range(0, (2 * n + STRIP - 1) / STRIP);
    return n > ALONE ? strips.parallel() : strips;
  }

  /** Solves for some columns of the right side, which become the solution. */
  private void back(double[][] x, int left, int right) {
    int n = lu.length;
    for (int i = 0; i < n; i++) {
      product(x[i], lu[i], x, 0, i, left, right);
    }
    for (int i = n - 1; i >= 0; i--) {
      product(x[i], lu[i], x, i + 1, n, left, right);
      double head = lu[i][i];
      for (int j = left; j < right; j++) {
        x[i][j] /= head;
      }
    }
  }
}
