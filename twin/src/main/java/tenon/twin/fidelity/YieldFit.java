package tenon.twin.fidelity;

import java.util.Arrays;
import tenon.model.Interval;
import tenon.numeric.Laws;

/**
 * The good share of what is started.
 *
 * @param share good over started, all days together
 * @param interval 95 % interval: a ratio of sums over days by its linearised deviation and
 *     Student's t (Cochran 1977, section 6.3), cut at 0 and 1; unknown ends are 0 and 1 where there
 *     is one day
 * @param count number of days with anything started
 */
public record YieldFit(double share, Interval interval, int count) {

  /**
   * Fits a yield.
   *
   * @param started units started, by day, above 0
   * @param good good units that came of them, by day, from 0 to what was started
   */
  public static YieldFit of(double[] started, double[] good) {
    int n = started.length;
    double all = Arrays.stream(started).sum();
    double share = Arrays.stream(good).sum() / all;
    if (n < 2) {
      return new YieldFit(share, new Interval(0, 1), n);
    }
    double squares = 0;
    for (int day = 0; day < n; day++) {
      double rest = good[day] - share * started[day];
      squares += rest * rest;
    }
    double error = Math.sqrt(squares * n / (n - 1)) / all;
    double half = Laws.studentQuantile(0.975, n - 1) * error;
    Interval interval = new Interval(Math.max(0, share - half), Math.min(1, share + half));
    return new YieldFit(share, interval, n);
  }
}
