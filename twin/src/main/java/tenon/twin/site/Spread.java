package tenon.twin.site;

/**
 * How a number varies over the replications.
 *
 * @param mean arithmetic mean; infinite where one replication's number is
 * @param low quantile of 5 %
 * @param median quantile of 50 %
 * @param high quantile of 95 %
 */
public record Spread(double mean, double low, double median, double high) {

  /** Spread of the numbers of all replications. */
  static Spread of(double[] numbers) {
    double[] sorted = Quantiles.sorted(numbers);
    return new Spread(
        Quantiles.mean(numbers),
        Quantiles.at(sorted, 0.05),
        Quantiles.at(sorted, 0.5),
        Quantiles.at(sorted, 0.95));
  }
}
