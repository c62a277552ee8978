package tenon.assess.statistics;

import java.util.Arrays;

/**
 * How well dimensions develop together.
 *
 * @param coupling C, 1 where all are equal
 * @param development T = &Sigma; a U
 * @param coordination D = &radic;(C T)
 */
public record Coupling(double coupling, double development, double coordination) {

  /** How C is taken of the n dimensions U in [0, 1]. */
  public enum Form {
    /** C = n (&Pi; U)<sup>1/n</sup> / &Sigma; U, the usual one. */
    STANDARD,
    /**
     * C = &radic;((1 - &Sigma;<sub>i&gt;j</sub> |U<sub>i</sub> - U<sub>j</sub>| / (n(n-1)/2)) (&Pi;
     * U / max U)<sup>1/(n-1)</sup>), which spreads over [0, 1] (Wang et al. 2021, Journal of
     * Natural Resources 36(3)).
     */
    WANG_2021
  }

  /**
   * Couples dimensions.
   *
   * @param levels U, each from 0 to 1; {@code NaN} makes all results {@code NaN}
   * @param weights a, from 0 up, normalised here
   */
  public static Coupling of(double[] levels, double[] weights, Form form) {
    if (levels.length < 2 || weights.length != levels.length) {
      throw new IllegalArgumentException(
          levels.length + " dimensions have " + weights.length + " weights; give two or more");
    }
    for (double level : levels) {
      if (level < 0 || level > 1) {
        throw new IllegalArgumentException("level " + level + " must lie between 0 and 1");
      }
    }
    int n = levels.length;
    double product = 1;
    for (double level : levels) {
      product *= level;
    }
    double sum = Arrays.stream(levels).sum();
    double all = Arrays.stream(weights).sum();
    double development = 0;
    for (int i = 0; i < n; i++) {
      development += weights[i] / all * levels[i];
    }
    double coupling =
        sum == 0
            ? 0
            : switch (form) {
              case STANDARD -> n * StrictMath.pow(product, 1.0 / n) / sum;
              case WANG_2021 -> spread(levels);
            };
    return new Coupling(coupling, development, Math.sqrt(coupling * development));
  }

  private static double spread(double[] levels) {
    int n = levels.length;
    double apart = 0;
    double greatest = Arrays.stream(levels).max().orElse(Double.NaN);
    double product = 1;
    for (int i = 0; i < n; i++) {
      product *= levels[i] / greatest;
      for (int j = 0; j < i; j++) {
        apart += Math.abs(levels[i] - levels[j]) / (n * (n - 1) / 2.0);
      }
    }
    // The greatest level's own ratio of 1 drops out, so that n - 1 ratios are left.
    return Math.sqrt((1 - apart) * StrictMath.pow(product, 1.0 / (n - 1)));
  }
}
