package tenon.evaluate;

import tenon.evaluate.algebra.Matrices;

/**
 * Factors by which HC2 and HC3 blow residuals up: (1 - h)<sup>-1/2</sup> and (1 - h)<sup>-1</sup>,
 * with h the leverage in the model with all its absorbed effects: 1/w<sub>r</sub> of the run, plus
 * d'A<sup>-1</sup>d of the other effects (d the indicators less their means in the run, A of {@link
 * Schur}), plus x'(X'X)<sup>-1</sup>x of the demeaned regressors; times the weight.
 */
final class Leverage {
  /** Leverage that counts as 1: the residual is 0 whatever the outcome. */
  private static final double ALL = 1 - 1e-10;

  private final Layout layout;
  private final double[][] bread;
  private final double[][] inverse;
  private final boolean cubed;

  Leverage(Layout layout, double[][] inverse, double[][] bread, boolean cubed) {
    this.layout = layout;
    this.inverse = inverse;
    this.bread = bread;
    this.cubed = cubed;
  }

  /** The factors of a chunk's positions, given their demeaned regressors. */
  double[] factors(int chunk, double[][] x) {
    int origin = layout.chunkStart(chunk);
    double[] factors = new double[layout.chunkEnd(chunk) - origin];
    for (int run = layout.chunks[chunk]; run < layout.chunks[chunk + 1]; run++) {
      addRun(run, origin, factors);
    }
    double[] row = new double[x.length];
    for (int p = 0; p < factors.length; p++) {
      for (int j = 0; j < row.length; j++) {
        row[j] = x[j][p];
      }
      double w = layout.weights == null ? 1 : layout.weights[origin + p];
      double h = w * (factors[p] + Matrices.form(row, bread, row));
      double rest = 1 - Math.min(h, ALL);
      factors[p] = h >= ALL ? 0 : cubed ? 1 / rest : 1 / Math.sqrt(rest);
    }
    return factors;
  }

  private void addRun(int run, int origin, double[] leverage) {
    if (!layout.absorbs) {
      return;
    }
    int from = layout.starts[run];
    int to = layout.starts[run + 1];
    double weight = Schur.weight(layout, from, to);
    double[] mean = new double[layout.others];
    for (int p = from; p < to; p++) {
      double share = (layout.weights == null ? 1 : layout.weights[p]) / weight;
      for (int[] codes : layout.codes) {
        mean[codes[p]] += share;
      }
    }
    double[] solved = Matrices.times(inverse, mean);
    double square = Matrices.dot(solved, mean);
    for (int p = from; p < to; p++) {
      double h = 1 / weight + square;
      for (int[] codes : layout.codes) {
        h -= 2 * solved[codes[p]];
        for (int[] others : layout.codes) {
          h += inverse[codes[p]][others[p]];
        }
      }
      leverage[p - origin] = h;
    }
  }
}
