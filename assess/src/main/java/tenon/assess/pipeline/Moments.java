package tenon.assess.pipeline;

/**
 * Mean, standard deviation (n - 1), and skewness and excess kurtosis corrected for bias (Joanes and
 * Gill 1998, type 2) of the known values of a column.
 *
 * @param known number of known values
 */
record Moments(int known, double mean, double deviation, double skewness, double kurtosis) {

  static Moments of(double[] column) {
    return clamped(column, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Of the values drawn in to between low and high. */
  static Moments clamped(double[] column, double low, double high) {
    double sum = 0;
    int known = 0;
    for (double value : column) {
      if (!Double.isNaN(value)) {
        sum += value < low ? low : value > high ? high : value;
        known++;
      }
    }
    double n = known;
    double mean = sum / n;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (double value : column) {
      if (!Double.isNaN(value)) {
        double from = (value < low ? low : value > high ? high : value) - mean;
        double square = from * from;
        second += square;
        third += square * from;
        fourth += square * square;
      }
    }
    return of(known, mean, second, third, fourth);
  }

  /** From sums of the second to fourth powers of the distances from the mean. */
  static Moments of(int known, double mean, double second, double third, double fourth) {
    double n = known;
    double variance = second / n;
    double g1 = third / n / (variance * Math.sqrt(variance));
    double g2 = fourth / n / (variance * variance) - 3;
    double skewness = g1 * Math.sqrt(n * (n - 1)) / (n - 2);
    double kurtosis = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6);
    return new Moments(
        known,
        mean,
        Math.sqrt(second / (n - 1)),
        known < 3 ? Double.NaN : skewness,
        known < 4 ? Double.NaN : kurtosis);
  }

  /** Quantile of ascending values by linear interpolation (type 7 of Hyndman and Fan 1996). */
  static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
