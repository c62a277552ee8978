package tenon.assess;

import java.util.Arrays;
import tenon.assess.algebra.Correlation;

/**
 * Weights of criteria from a plain decision matrix: by entropy (Shannon 1948; Zeleny 1982) and by
 * CRITIC (Diakoulaki, Mavrotas, Papayannakis 1995). For panels and hierarchies see {@link
 * Weighting}; the formulas are the same.
 */
public final class Criteria {
  private final double[][] columns;
  private final boolean[] lessIsBetter;

  private Criteria(double[][] columns, boolean[] lessIsBetter) {
    this.columns = columns;
    this.lessIsBetter = lessIsBetter;
  }

  /**
   * A decision matrix.
   *
   * @param columns by criterion and alternative; {@code NaN} is unknown
   * @param lessIsBetter by criterion
   */
  public static Criteria of(double[][] columns, boolean[] lessIsBetter) {
    return new Criteria(columns, lessIsBetter);
  }

  /**
   * Weights by criterion.
   *
   * @param weights sum to 1; all {@code NaN} where no criterion tells alternatives apart
   * @param measure what the weights are the shares of: 1 - entropy, or CRITIC's information C
   * @param spread entropy by criterion, or the standard deviation (n - 1) of its min-max
   */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  public record Result(double[] weights, double[] measure, double[] spread) {}

  /**
   * Entropy weights.
   *
   * @param minMax whether each criterion is first scaled to 0 to 1, turned where less is better;
   *     without it values must be from 0 up and more must be better
   * @param shift added to every value after that, at least 0: it moves the weights
   */
  public Result entropy(boolean minMax, double shift) {
    double[] divergence = new double[columns.length];
    double[] entropy = new double[columns.length];
    for (int k = 0; k < columns.length; k++) {
      double[] range = Posts.range(columns[k]);
      double zero = !minMax ? 0 : lessIsBetter[k] ? range[1] : range[0];
      double one = !minMax ? 1 : lessIsBetter[k] ? range[0] : range[1];
      boolean constant = !(range[1] > range[0]);
      divergence[k] = constant ? 0 : EntropyWeights.divergence(columns[k], zero, one, shift);
      entropy[k] = 1 - divergence[k];
    }
    return new Result(shares(divergence), divergence, entropy);
  }

  /**
   * CRITIC weights.
   *
   * @param ranked whether correlations are Spearman's instead of Pearson's
   */
  public Result critic(boolean ranked) {
    double[] spread = new double[columns.length];
    double[] information = new double[columns.length];
    for (int k = 0; k < columns.length; k++) {
      double[] range = Posts.range(columns[k]);
      boolean constant = !(range[1] > range[0]);
      spread[k] = constant ? 0 : CriticWeights.deviation(columns[k]) / (range[1] - range[0]);
    }
    for (int k = 0; k < columns.length; k++) {
      double conflict = 0;
      for (int other = 0; other < columns.length; other++) {
        conflict += other == k || spread[other] == 0 ? 0 : 1 - correlation(k, other, ranked);
      }
      information[k] = spread[k] * conflict;
    }
    return new Result(shares(information), information, spread);
  }

  private double correlation(int one, int other, boolean ranked) {
    double r =
        ranked
            ? Correlation.spearman(columns[one], columns[other])
            : Correlation.pearson(columns[one], columns[other]);
    return Double.isNaN(r) ? 0 : lessIsBetter[one] == lessIsBetter[other] ? r : -r;
  }

  private static double[] shares(double[] amounts) {
    double sum = Arrays.stream(amounts).sum();
    return Arrays.stream(amounts).map(amount -> amount / sum).toArray();
  }
}
