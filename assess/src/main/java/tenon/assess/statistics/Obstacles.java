package tenon.assess.statistics;

/**
 * What holds a unit back: O<sub>j</sub> = w<sub>j</sub> (1 - z<sub>j</sub>) / &Sigma; w (1 - z).
 */
public final class Obstacles {
  private Obstacles() {}

  /**
   * Obstacle degrees, which sum to 1.
   *
   * @param weights global weight of each indicator
   * @param scores score of each indicator from 0 to 1; an unknown one is left out
   * @return {@code NaN} for the unknown, and for all where nothing is missing
   */
  public static double[] of(double[] weights, double[] scores) {
    if (weights.length != scores.length) {
      throw new IllegalArgumentException(
          weights.length + " weights belong to " + scores.length + " scores");
    }
    double sum = 0;
    for (int j = 0; j < scores.length; j++) {
      double missing = weights[j] * (1 - scores[j]);
      sum += Double.isNaN(missing) ? 0 : missing;
    }
    double[] degrees = new double[scores.length];
    for (int j = 0; j < degrees.length; j++) {
      degrees[j] = weights[j] * (1 - scores[j]) / sum;
    }
    return degrees;
  }
}
