package tenon.twin.echelon;

import java.util.OptionalDouble;

/** The bullwhip ratio: variance of what an echelon orders over that of what is ordered from it. */
public final class Bullwhip {
  private Bullwhip() {}

  /**
   * Var(orders) / Var(demand), sample variances.
   *
   * @param orders orders placed upstream, by period, at least two
   * @param demand orders received, by period, at least two
   * @return the ratio; empty where demand is constant or a series is shorter than two
   */
  public static OptionalDouble ratio(double[] orders, double[] demand) {
    double below = variance(demand);
    double above = variance(orders);
    return below > 0 && !Double.isNaN(above)
        ? OptionalDouble.of(above / below)
        : OptionalDouble.empty();
  }

  /**
   * Lower bound of the ratio for an order-up-to policy that forecasts by a moving average.
   *
   * @param leadTime L, periods, at least 0
   * @param periods p, periods in the average, at least 1
   * @return 1 + 2L/p + 2L^2/p^2
   */
  public static double chenBound(double leadTime, int periods) {
    if (!(leadTime >= 0) || periods < 1) {
      throw new IllegalArgumentException(
          "lead time " + leadTime + " and " + periods + " periods: at least 0 and 1 are needed");
    }
    double ratio = leadTime / periods;
    return 1 + 2 * ratio + 2 * ratio * ratio;
  }

  /** Sample variance in two passes; NaN of fewer than two values. */
  static double variance(double[] values) {
    if (values.length < 2) {
      return Double.NaN;
    }
    boolean constant = true;
    double sum = 0;
    for (double value : values) {
      sum += value;
      constant &= value == values[0];
    }
    if (constant) {
      return 0; // the mean may round, so that the sum of squares would not be exactly 0
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / (values.length - 1);
  }
}
