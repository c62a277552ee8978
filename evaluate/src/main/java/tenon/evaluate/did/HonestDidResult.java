package tenon.evaluate.did;

import java.util.List;
import tenon.model.Finding;

/**
 * Intervals for an effect that hold although parallel trends fail within bounds.
 *
 * @param originalLow lower end of the ordinary 95% interval
 * @param originalHigh its upper end
 * @param intervals by bound
 * @param findings doubts; warnings all
 */
public record HonestDidResult(
    double originalLow, double originalHigh, List<Interval> intervals, List<Finding> findings) {

  /**
   * The interval at one bound.
   *
   * @param bound M or Mbar
   * @param low least value that is not rejected; NaN where all are
   * @param high largest value that is not rejected
   * @param reachesEnd whether an end of the grid was not rejected, so that the interval is longer
   */
  public record Interval(double bound, double low, double high, boolean reachesEnd) {}

  public HonestDidResult {
    intervals = List.copyOf(intervals);
    findings = List.copyOf(findings);
  }

  /** The largest bound at which the interval excludes 0; NaN where none does. */
  public double breakdown() {
    return intervals.stream()
        .filter(one -> one.low() > 0 || one.high() < 0)
        .mapToDouble(Interval::bound)
        .max()
        .orElse(Double.NaN);
  }
}
