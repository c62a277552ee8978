package tenon.assess.statistics;

import java.util.Arrays;

/**
 * Gaussian kernel density with Silverman's bandwidth (1986, 3.31), h = 0.9 min(s, IQR / 1.34)
 * n<sup>-1/5</sup>; where the interquartile range is 0 s alone is used. Exact sums, no binning.
 */
public final class Density {
  private final double[] sorted;
  private final double bandwidth;

  private Density(double[] sorted, double bandwidth) {
    this.sorted = sorted;
    this.bandwidth = bandwidth;
  }

  /** Density of the known values. */
  public static Density of(double[] values) {
    double[] sorted = Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
    int n = sorted.length;
    double mean = Arrays.stream(sorted).sum() / n;
    double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
    double deviation = Math.sqrt(squares / (n - 1));
    double range = n == 0 ? Double.NaN : (quantile(sorted, .75) - quantile(sorted, .25)) / 1.34;
    double spread = range > 0 ? Math.min(deviation, range) : deviation;
    return new Density(sorted, .9 * spread * StrictMath.pow(n, -.2));
  }

  /** Quantile of ascending values by linear interpolation (type 7 of Hyndman and Fan 1996). */
  static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** The bandwidth h; 0 or {@code NaN} where the values do not spread. */
  public double bandwidth() {
    return bandwidth;
  }

  /** The density at a point; {@code NaN} where the values do not spread. */
  public double at(double x) {
    double sum = 0;
    for (double value : sorted) {
      double z = (x - value) / bandwidth;
      sum += StrictMath.exp(-z * z / 2);
    }
    return bandwidth > 0 ? sum / (sorted.length * bandwidth * Math.sqrt(2 * Math.PI)) : Double.NaN;
  }
}
