package tenon.evaluate;

import java.util.List;
import tenon.evaluate.algebra.Cholesky;

/**
 * Normal equations of the other effects after one effect was eliminated: A = D'W D - &Sigma;<sub>r
 * </sub> m<sub>r</sub> m<sub>r</sub>' / w<sub>r</sub>, with D the indicators of their levels,
 * m<sub>r</sub> the weight of each level in run r and w<sub>r</sub> the weight of the run.
 *
 * <p>Up to {@value #DENSE} levels A is factored once, which makes the elimination exact; beyond,
 * {@link SparseSchur} or the rows themselves are applied by conjugate gradients.
 */
sealed interface Schur permits Schur.Factored, Schur.Iterated {

  /** Most levels for which A is factored: a dense factor of that many takes about a second. */
  int DENSE = 1500;

  /** Pivots below this share of their diagonal belong to levels that follow from others. */
  double DEPENDENT = 1e-10;

  /** Longest sum of squared run lengths, per position, for which A is built as a sparse matrix. */
  int SPARSE_PAIRS = 64;

  /** The g of A g = r, as far as it was reached. */
  Reached solve(double[] r);

  /**
   * A solution.
   *
   * @param solution the g
   * @param iterations steps taken; 0 for a factored A
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // its arrays are never written after construction, nor compared
  record Reached(double[] solution, int iterations) {}

  /** A factored once. */
  record Factored(Cholesky factor) implements Schur {
    @Override
    public Reached solve(double[] r) {
      return new Reached(factor.solve(r), 0);
    }
  }

  /** A applied again and again. */
  record Iterated(ConjugateGradients method) implements Schur {
    @Override
    public Reached solve(double[] r) {
      return method.solve(r);
    }
  }

  static Schur of(Layout layout, int threads) {
    if (layout.others <= DENSE) {
      return new Factored(Cholesky.of(dense(layout, threads), DEPENDENT));
    }
    double pairs = 0;
    for (int run = 0; run < layout.runs(); run++) {
      double length = layout.starts[run + 1] - layout.starts[run];
      pairs += length * length;
    }
    ConjugateGradients.Operator operator =
        pairs <= (double) SPARSE_PAIRS * layout.n
            ? SparseSchur.of(layout, threads)
            : new RowwiseSchur(layout);
    return new Iterated(new ConjugateGradients(operator));
  }

  private static double[][] dense(Layout layout, int threads) {
    // Each lane holds a matrix of its own; beyond a few hundred levels that costs more than it
    // saves.
    boolean small = layout.others <= 200;
    int lanes = small ? layout.laneCount() : 1;
    int[] all = {0, layout.chunks.length - 1};
    List<double[][]> parts =
        Lanes.run(
            lanes,
            threads,
            () ->
                lane -> {
                  double[][] part = triangle(layout.others);
                  int from = small ? layout.lanes[lane] : all[0];
                  int to = small ? layout.lanes[lane + 1] : all[1];
                  for (int run = layout.chunks[from]; run < layout.chunks[to]; run++) {
                    addRun(layout, run, part);
                  }
                  return part;
                });
    double[][] sum = parts.getFirst();
    for (double[][] part : parts.subList(1, parts.size())) {
      for (int i = 0; i < sum.length; i++) {
        for (int j = 0; j <= i; j++) {
          sum[i][j] += part[i][j];
        }
      }
    }
    return sum;
  }

  private static double[][] triangle(int n) {
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = new double[i + 1];
    }
    return rows;
  }

  private static void addRun(Layout layout, int run, double[][] sum) {
    int from = layout.starts[run];
    int to = layout.starts[run + 1];
    double weight = weight(layout, from, to);
    if (layout.codes.length == 1 && layout.weights == null) {
      addPlainRun(layout.codes[0], from, to, 1 / weight, sum);
      return;
    }
    for (int p = from; p < to; p++) {
      double w = layout.weights == null ? 1 : layout.weights[p];
      for (int[] codes : layout.codes) {
        int a = codes[p];
        for (int[] others : layout.codes) {
          add(sum, a, others[p], w);
          for (int o = from; o < to; o++) {
            double wo = layout.weights == null ? 1 : layout.weights[o];
            add(sum, a, others[o], -w * wo / weight);
          }
        }
      }
    }
  }

  private static void addPlainRun(int[] codes, int from, int to, double share, double[][] sum) {
    for (int p = from; p < to; p++) {
      int a = codes[p];
      double[] row = sum[a];
      row[a] += 1 - share;
      for (int o = from; o < p; o++) {
        int b = codes[o];
        if (b < a) {
          row[b] -= share;
        } else if (b > a) {
          sum[b][a] -= share;
        } else {
          row[a] -= 2 * share;
        }
      }
    }
  }

  private static void add(double[][] sum, int a, int b, double value) {
    if (b <= a) {
      sum[a][b] += value;
    }
  }

  /** The weight of a run. */
  static double weight(Layout layout, int from, int to) {
    if (layout.weights == null) {
      return to - from;
    }
    double sum = 0;
    for (int p = from; p < to; p++) {
      sum += layout.weights[p];
    }
    return sum;
  }
}
