package tenon.study.chart;

/**
 * One bar with an optional interval.
 *
 * @param name what stands at its left
 * @param value its length
 * @param low lower end of the interval, or NaN
 * @param high upper end of the interval, or NaN
 */
public record Bar(String name, double value, double low, double high) {

  public static Bar of(String name, double value) {
    return new Bar(name, value, Double.NaN, Double.NaN);
  }
}
