package tenon.assess.pipeline;

/** Aggregation by comparison with the others; units of which anything is unknown are left out. */
public final class Outranking {
  private Outranking() {}

  /**
   * The outranking matrix: for each pair of units the weight of the columns in which the first is
   * better, ties counting half; weights sum to 1. 0 on the diagonal, unknown where a value is.
   *
   * @param columns by indicator and unit, more being better
   */
  public static double[][] matrix(double[][] columns, double[] weights) {
    int units = columns[0].length;
    double[][] matrix = new double[units][units];
    for (int i = 0; i < units; i++) {
      for (int j = 0; j < units; j++) {
        matrix[i][j] = i == j ? 0 : share(columns, weights, i, j);
      }
    }
    return matrix;
  }

  private static double share(double[][] columns, double[] weights, int one, int other) {
    double wins = 0;
    double all = 0;
    for (int k = 0; k < columns.length; k++) {
      double difference = columns[k][one] - columns[k][other];
      if (Double.isNaN(difference)) {
        return Double.NaN;
      }
      wins += difference > 0 ? weights[k] : difference == 0 ? weights[k] / 2 : 0;
      all += weights[k];
    }
    return wins / all;
  }

  /** Wins less losses within a block of cells. */
  static void copeland(double[][] parts, double[] weights, Block block, double[] score) {
    for (int i = 0; i < block.count(); i++) {
      score[block.cell(i)] = share(parts, weights, block.cell(i), block.cell(i));
    }
    for (int i = 0; i < block.count(); i++) {
      int one = block.cell(i);
      score[one] = Double.isNaN(score[one]) ? Double.NaN : 0;
    }
    for (int i = 0; i < block.count(); i++) {
      for (int j = 0; j < i; j++) {
        int one = block.cell(i);
        int other = block.cell(j);
        double wins = share(parts, weights, one, other);
        // Halves of weights may miss one half by rounding.
        if (Math.abs(wins - .5) > 1e-12) {
          score[one] += wins > .5 ? 1 : -1;
          score[other] += wins > .5 ? -1 : 1;
        }
      }
    }
  }

  /** Closeness to the best beside the worst; see {@link Aggregator.Topsis}. */
  static double[] topsis(double[][] parts, double[] weights, boolean vector) {
    return distances(parts, weights, vector)[2];
  }

  /**
   * Distances to the ideal solutions (Hwang and Yoon 1981).
   *
   * @param parts by indicator and unit, more being better
   * @param weights by indicator
   * @param vector whether each indicator is divided by its root of squares first
   * @return distance to the best, to the worst, and closeness, the share of the latter in both; each
   *     by unit
   */
  public static double[][] distances(double[][] parts, double[] weights, boolean vector) {
    int width = parts[0].length;
    double[] toBest = new double[width];
    double[] toWorst = new double[width];
    for (int k = 0; k < parts.length; k++) {
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      double squares = 0;
      for (double value : parts[k]) {
        least = value < least ? value : least;
        greatest = value > greatest ? value : greatest;
        squares += Double.isNaN(value) ? 0 : value * value;
      }
      double scale = weights[k] / (vector ? Math.sqrt(squares) : 1);
      for (int cell = 0; cell < width; cell++) {
        double best = scale * (greatest - parts[k][cell]);
        double worst = scale * (parts[k][cell] - least);
        toBest[cell] += best * best;
        toWorst[cell] += worst * worst;
      }
    }
    double[] closeness = new double[width];
    for (int cell = 0; cell < width; cell++) {
      toBest[cell] = Math.sqrt(toBest[cell]);
      toWorst[cell] = Math.sqrt(toWorst[cell]);
      closeness[cell] = toWorst[cell] / (toBest[cell] + toWorst[cell]);
    }
    return new double[][] {toBest, toWorst, closeness};
  }
}
