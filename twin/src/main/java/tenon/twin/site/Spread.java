package tenon.twin.site;

import tenon.model.Interval;

/**
 * How a number varies over the replications; all NaN where no replication has one.
 *
 * @param mean arithmetic mean; infinite where one replication's number is
 * @param meanInterval interval of the mean, 95 % by the normal approximation; the mean alone where
 *     it is infinite or there is one replication, all numbers where there is none
 * @param low quantile of 5 %
 * @param median quantile of 50 %
 * @param high quantile of 95 %
 */
public record Spread(double mean, Interval meanInterval, double low, double median, double high) {

  /** Spread of the numbers of all replications. */
  static Spread of(double[] numbers) {
    if (numbers.length == 0) {
      Interval any = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      return new Spread(Double.NaN, any, Double.NaN, Double.NaN, Double.NaN);
    }
    double[] sorted = Quantiles.sorted(numbers);
    double mean = Quantiles.mean(numbers);
    boolean sure = numbers.length < 2 || Double.isInfinite(mean);
    double half = sure ? 0 : Quantiles.halfWidth(numbers);
    return new Spread(
        mean,
        new Interval(mean - half, mean + half),
        Quantiles.at(sorted, 0.05),
        Quantiles.at(sorted, 0.5),
        Quantiles.at(sorted, 0.95));
  }
}
