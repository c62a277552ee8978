package tenon.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  static SparseSchur of(Layout layout, int threads) {
    return new Build(layout, threads).run();
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

  /** Rows that follow each other: how many entries each has, and the entries. */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  private record Rows(int[] counts, int[] columns, double[] values) {}

  /** Positions of one effect sorted by level, and where each level starts. */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  private record Members(int[] sorted, int[] starts) {

    static Members of(int[] codes, int offset, int levels) {
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
      return new Members(sorted, starts);
    }
  }

  /** Levels of one effect that are gathered together, for one thread. */
  private record Task(int effect, int from, int to) {}

  /** Cuts the rows into tasks by the data alone and puts their results together in order. */
  private static final class Build {
    private static final int TASKS = 32;

    private final Layout layout;
    private final int threads;
    private final int[] runOf;
    private final double[] runWeight;
    private final List<Members> members;

    Build(Layout layout, int threads) {
      this.layout = layout;
      this.threads = threads;
      runOf = new int[layout.n];
      runWeight = new double[layout.runs()];
      for (int run = 0; run < layout.runs(); run++) {
        Arrays.fill(runOf, layout.starts[run], layout.starts[run + 1], run);
        runWeight[run] = Schur.weight(layout, layout.starts[run], layout.starts[run + 1]);
      }
      members =
          Lanes.run(
              layout.codes.length,
              threads,
              () -> q -> Members.of(layout.codes[q], layout.offsets[q], levels(q)));
    }

    private int levels(int effect) {
      return layout.offsets[effect + 1] - layout.offsets[effect];
    }

    SparseSchur run() {
      List<Task> tasks = new ArrayList<>();
      for (int q = 0; q < layout.codes.length; q++) {
        int width = Math.max(1, (levels(q) + TASKS - 1) / TASKS);
        for (int from = 0; from < levels(q); from += width) {
          tasks.add(new Task(q, from, Math.min(levels(q), from + width)));
        }
      }
      List<Rows> parts =
          Lanes.run(
              tasks.size(),
              threads,
              () -> {
                Gather gather = new Gather(layout, runOf, runWeight);
                return task -> gather.rows(tasks.get(task), members.get(tasks.get(task).effect()));
              });
      int filled = parts.stream().mapToInt(part -> part.columns().length).sum();
      int[] starts = new int[layout.others + 1];
      int[] columns = new int[filled];
      double[] values = new double[filled];
      int row = 0;
      int at = 0;
      for (Rows part : parts) {
        System.arraycopy(part.columns(), 0, columns, at, part.columns().length);
        System.arraycopy(part.values(), 0, values, at, part.values().length);
        at += part.columns().length;
        for (int count : part.counts()) {
          starts[row + 1] = starts[row] + count;
          row++;
        }
      }
      return new SparseSchur(layout.others, starts, columns, values);
    }
  }

  /** Gathers row after row into a dense accumulator. */
  private static final class Gather {
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

    Gather(Layout layout, int[] runOf, double[] runWeight) {
      this.layout = layout;
      this.runOf = runOf;
      this.runWeight = runWeight;
      sum = new double[layout.others];
      seen = new int[layout.others];
      Arrays.fill(seen, -1);
      touched = new int[layout.others];
      columns = new int[layout.others];
      values = new double[layout.others];
    }

    Rows rows(Task task, Members members) {
      filled = 0;
      int[] counts = new int[task.to() - task.from()];
      for (int level = task.from(); level < task.to(); level++) {
        gather(
            layout.offsets[task.effect()] + level,
            members.sorted(),
            members.starts()[level],
            members.starts()[level + 1]);
        counts[level - task.from()] = touchedCount;
        flush();
      }
      return new Rows(counts, Arrays.copyOf(columns, filled), Arrays.copyOf(values, filled));
    }

    /** Members of one run follow each other, and their share of it is taken at once. */
    private void gather(int row, int[] members, int from, int to) {
      int m = from;
      while (m < to) {
        int run = runOf[members[m]];
        double own = 0;
        for (; m < to && runOf[members[m]] == run; m++) {
          double w = weight(members[m]);
          own += w;
          for (int[] codes : layout.codes) {
            add(row, codes[members[m]], w);
          }
        }
        double share = own / runWeight[run];
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
