package tenon.study.chart;

import java.util.Arrays;

/**
 * A curve with an optional band of uncertainty around it. A NaN breaks the curve.
 *
 * @param name what is written at its end
 * @param x positions, rising
 * @param y values
 * @param low lower ends of the band, or empty
 * @param high upper ends of the band, or empty
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record Series(String name, double[] x, double[] y, double[] low, double[] high) {
  public Series {
    if (x.length != y.length
        || (low.length != 0 && low.length != x.length)
        || high.length != low.length) {
      throw new IllegalArgumentException("series " + name + " has columns of different lengths");
    }
    x = x.clone();
    y = y.clone();
    low = low.clone();
    high = high.clone();
  }

  public static Series of(String name, double[] x, double[] y) {
    return new Series(name, x, y, new double[0], new double[0]);
  }

  /** The least and the most of numbers that are finite. */
  static double[] range(double[]... columns) {
    double[] finite =
        Arrays.stream(columns).flatMapToDouble(Arrays::stream).filter(Double::isFinite).toArray();
    return new double[] {
      Arrays.stream(finite).min().orElse(0), Arrays.stream(finite).max().orElse(1)
    };
  }
}
