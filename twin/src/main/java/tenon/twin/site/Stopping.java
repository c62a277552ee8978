package tenon.twin.site;

import java.util.List;

/**
 * When to stop replicating: once every mean is known closely enough, or there are most.
 *
 * @param halfWidth greatest half-width of an interval of 95 % of a mean; 0 runs to the end at once
 */
record Stopping(double halfWidth, int most) {
  private static final int ROUND = 128;

  boolean enough(List<double[]> losses) {
    return losses.getFirst().length >= most || reached(losses);
  }

  /** Whether every mean is known closely enough; of a single replication none is. */
  boolean reached(List<double[]> losses) {
    return losses.stream().allMatch(own -> own.length > 1 && Quantiles.halfWidth(own) <= halfWidth);
  }

  /** How many more to run after so many. */
  int next(int done) {
    return Math.min(ROUND, most - done);
  }
}
