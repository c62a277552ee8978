package tenon.respond;

import tenon.model.Interval;
import tenon.twin.site.LossByReplication;

/**
 * Mean difference of two losses, replication by replication under the same draws.
 *
 * @param mean mean of the differences, money (units where losses are not in money)
 * @param interval interval of the mean, 95 % by the normal approximation; the mean alone where
 *     there is one replication
 */
public record PairedDifference(double mean, Interval interval) {
  private static final double NORMAL_95 = 1.959963984540054;

  /** Differences first - second. */
  public static PairedDifference of(LossByReplication first, LossByReplication second) {
    int count = first.replications();
    double sum = 0;
    for (int r = 0; r < count; r++) {
      sum += first.at(r) - second.at(r);
    }
    double mean = sum / count;
    double squares = 0;
    for (int r = 0; r < count; r++) {
      double off = first.at(r) - second.at(r) - mean;
      squares += off * off;
    }
    double half = count < 2 ? 0 : NORMAL_95 * Math.sqrt(squares / (count - 1) / count);
    return new PairedDifference(mean, new Interval(mean - half, mean + half));
  }
}
