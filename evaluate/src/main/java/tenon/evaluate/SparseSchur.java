package tenon.evaluate;

import java.util.Arrays;

/**
 * The matrix of {@link Schur} in compressed rows, with an incomplete Cholesky factor of the same
 * pattern as preconditioner (Golub, Van Loan, 11.5.8): levels that follow each other like beads, as
 * firms that are nearly sorted by person do, make A banded, and then the factor is nearly exact.
 */
final class SparseSchur implements ConjugateGradients.Operator {
  private final int n;
  private final int[] starts;
  private final int[] columns;
  private final double[] values;
  private final IncompleteCholesky factor;

  private SparseSchur(int n, int[] starts, int[] columns, double[] values) {
    this.n = n;
    this.starts = starts;
    this.columns = columns;
    this.values = values;
    factor = IncompleteCholesky.of(n, starts, columns, values);
  }

  static SparseSchur of(Layout layout) {
    return new Build(layout).run();
  }

  @Override
  public int size() {
    return n;
  }

  @Override
  public void apply(double[] x, double[] product) {
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int at = starts[i]; at < starts[i + 1]; at++) {
        sum += values[at] * x[columns[at]];
      }
      product[i] = sum;
    }
  }

  @Override
  public void precondition(double[] r, double[] z) {
    factor.solve(r, z);
  }

  /** Gathers row after row into a dense accumulator. */
  private static final class Build {
    private final Layout layout;
    private final int[] runOf;
    private final double[] runWeight;
    private final double[] sum;
    private final int[] seen;
    private final int[] touched;
    private int touchedCount;
    private int[] columns;
    private double[] values;
    private int filled;

    Build(Layout layout) {
      this.layout = layout;
      runOf = new int[layout.n];
      runWeight = new double[layout.runs()];
      for (int run = 0; run < layout.runs(); run++) {
        Arrays.fill(runOf, layout.starts[run], layout.starts[run + 1], run);
        runWeight[run] = Schur.weight(layout, layout.starts[run], layout.starts[run + 1]);
      }
      sum = new double[layout.others];
      seen = new int[layout.others];
      Arrays.fill(seen, -1);
      touched = new int[layout.others];
      columns = new int[4 * layout.others];
      values = new double[4 * layout.others];
    }

    SparseSchur run() {
      int[] starts = new int[layout.others + 1];
      int row = 0;
      for (int q = 0; q < layout.codes.length; q++) {
        int levels = layout.offsets[q + 1] - layout.offsets[q];
        int[][] members = members(layout.codes[q], layout.offsets[q], levels);
        for (int level = 0; level < levels; level++) {
          gather(layout.offsets[q] + level, members[0], members[1][level], members[1][level + 1]);
          flush();
          starts[++row] = filled;
        }
      }
      return new SparseSchur(
          layout.others, starts, Arrays.copyOf(columns, filled), Arrays.copyOf(values, filled));
    }

    /** Positions sorted by level, and where each level starts. */
    private static int[][] members(int[] codes, int offset, int levels) {
      int[] starts = new int[levels + 1];
      for (int code : codes) {
        starts[code - offset + 1]++;
      }
      for (int level = 0; level < levels; level++) {
        starts[level + 1] += starts[level];
      }
      int[] next = starts.clone();
      int[] sorted = new int[codes.length];
      for (int p = 0; p < codes.length; p++) {
        sorted[next[codes[p] - offset]++] = p;
      }
      return new int[][] {sorted, starts};
    }

    private void gather(int row, int[] members, int from, int to) {
      for (int m = from; m < to; m++) {
        int p = members[m];
        double w = weight(p);
        for (int[] codes : layout.codes) {
          add(row, codes[p], w);
        }
        int run = runOf[p];
        double share = w / runWeight[run];
        for (int o = layout.starts[run]; o < layout.starts[run + 1]; o++) {
          double part = -share * weight(o);
          for (int[] codes : layout.codes) {
            add(row, codes[o], part);
          }
        }
      }
    }

    private double weight(int position) {
      return layout.weights == null ? 1 : layout.weights[position];
    }

    private void add(int row, int column, double value) {
      if (seen[column] != row) {
        seen[column] = row;
        sum[column] = 0;
        touched[touchedCount++] = column;
      }
      sum[column] += value;
    }

    private void flush() {
      Arrays.sort(touched, 0, touchedCount);
      if (filled + touchedCount > columns.length) {
        int more = Math.max(2 * columns.length, filled + touchedCount);
        columns = Arrays.copyOf(columns, more);
        values = Arrays.copyOf(values, more);
      }
      for (int i = 0; i < touchedCount; i++) {
        columns[filled] = touched[i];
        values[filled++] = sum[touched[i]];
      }
      touchedCount = 0;
    }
  }
}
