package tenon.evaluate;

/**
 * An incomplete Cholesky factor with the pattern of the matrix: entries that would fill a zero are
 * left out. A pivot that rounding or the omissions push to nothing is put back to the diagonal.
 * Source: Golub, Van Loan, Matrix Computations (4th ed.), 11.5.8.
 */
final class IncompleteCholesky {
  private final int n;
  private final int[] starts;
  private final int[] columns;
  private final double[] values;

  private IncompleteCholesky(int n, int[] starts, int[] columns, double[] values) {
    this.n = n;
    this.starts = starts;
    this.columns = columns;
    this.values = values;
  }

  /** From compressed rows with ascending columns; the lower triangle is taken. */
  static IncompleteCholesky of(int n, int[] starts, int[] columns, double[] values) {
    int[] lowerStarts = new int[n + 1];
    for (int i = 0; i < n; i++) {
      int count = 0;
      for (int at = starts[i]; at < starts[i + 1]; at++) {
        count += columns[at] <= i ? 1 : 0;
      }
      lowerStarts[i + 1] = lowerStarts[i] + count;
    }
    int[] lowerColumns = new int[lowerStarts[n]];
    double[] lower = new double[lowerStarts[n]];
    for (int i = 0; i < n; i++) {
      int length = lowerStarts[i + 1] - lowerStarts[i];
      System.arraycopy(columns, starts[i], lowerColumns, lowerStarts[i], length);
      System.arraycopy(values, starts[i], lower, lowerStarts[i], length);
    }
    IncompleteCholesky result = new IncompleteCholesky(n, lowerStarts, lowerColumns, lower);
    double[] row = new double[n];
    for (int i = 0; i < n; i++) {
      result.factorRow(i, row);
    }
    return result;
  }

  /**
   * One row, once those above are done.
   *
   * @param row what is done of it by column, 0 elsewhere; left as it came
   */
  private void factorRow(int i, double[] row) {
    int diagonal = starts[i + 1] - 1;
    double pivot = values[diagonal];
    double own = pivot;
    for (int at = starts[i]; at < diagonal; at++) {
      int j = columns[at];
      int last = starts[j + 1] - 1;
      double shared = 0;
      for (int other = starts[j]; other < last; other++) {
        shared += values[other] * row[columns[other]];
      }
      values[at] = (values[at] - shared) / values[last];
      row[j] = values[at];
      pivot -= values[at] * values[at];
    }
    for (int at = starts[i]; at < diagonal; at++) {
      row[columns[at]] = 0;
    }
    values[diagonal] = Math.sqrt(pivot > 1e-6 * own ? pivot : own);
  }

  /** z with L L' z = r. */
  void solve(double[] r, double[] z) {
    for (int i = 0; i < n; i++) {
      int diagonal = starts[i + 1] - 1;
      double sum = r[i];
      for (int at = starts[i]; at < diagonal; at++) {
        sum -= values[at] * z[columns[at]];
      }
      z[i] = sum / values[diagonal];
    }
    for (int i = n - 1; i >= 0; i--) {
      int diagonal = starts[i + 1] - 1;
      z[i] /= values[diagonal];
      for (int at = starts[i]; at < diagonal; at++) {
        z[columns[at]] -= values[at] * z[i];
      }
    }
  }
}
