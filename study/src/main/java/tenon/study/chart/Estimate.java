package tenon.study.chart;

/**
 * An estimate with its interval.
 *
 * @param at where it stands on the horizontal axis: the period relative to the policy
 * @param value the estimate
 * @param low lower end of the interval; equal to the value where there is none
 * @param high upper end of the interval
 */
public record Estimate(double at, double value, double low, double high) {

  /** An estimate with a name instead of a position. */
  public record Named(String name, double value, double low, double high) {}
}
