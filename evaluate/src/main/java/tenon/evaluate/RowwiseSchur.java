package tenon.evaluate;

/** The matrix of {@link Schur} applied row by row: slow, but it takes no memory. */
final class RowwiseSchur implements ConjugateGradients.Operator {
  private final Layout layout;
  private final double[] inverseDiagonal;

  RowwiseSchur(Layout layout) {
    this.layout = layout;
    inverseDiagonal = new double[layout.others];
    for (int[] codes : layout.codes) {
      for (int p = 0; p < layout.n; p++) {
        inverseDiagonal[codes[p]] += layout.weights == null ? 1 : layout.weights[p];
      }
    }
    for (int i = 0; i < inverseDiagonal.length; i++) {
      inverseDiagonal[i] = 1 / inverseDiagonal[i];
    }
  }

  @Override
  public int size() {
    return layout.others;
  }

  @Override
  public void apply(double[] x, double[] product) {
    java.util.Arrays.fill(product, 0);
    double[] values = new double[layout.widest];
    for (int run = 0; run < layout.runs(); run++) {
      int from = layout.starts[run];
      int to = layout.starts[run + 1];
      double sum = 0;
      double weight = 0;
      for (int p = from; p < to; p++) {
        double value = 0;
        for (int[] codes : layout.codes) {
          value += x[codes[p]];
        }
        double w = layout.weights == null ? 1 : layout.weights[p];
        values[p - from] = value;
        sum += w * value;
        weight += w;
      }
      double mean = sum / weight;
      for (int p = from; p < to; p++) {
        double w = layout.weights == null ? 1 : layout.weights[p];
        double value = w * (values[p - from] - mean);
        for (int[] codes : layout.codes) {
          product[codes[p]] += value;
        }
      }
    }
  }

  @Override
  public void precondition(double[] r, double[] z) {
    for (int i = 0; i < z.length; i++) {
      z[i] = inverseDiagonal[i] * r[i];
    }
  }
}
