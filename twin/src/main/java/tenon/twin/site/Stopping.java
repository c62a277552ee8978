package tenon.twin.site;

import java.util.List;

/**
 * When to stop replicating: once every mean is known closely enough, or there are most.
 *
 * @param halfWidth greatest half-width of an interval of 95 % of a mean; 0 runs to the end at once
 */
record Stopping(double halfWidth, int most) {
  private static final int ROUND = 128;

  boolean enough(List<double[]> losses, HazardDraws hazards) {
    return losses.getFirst().length >= most || reached(losses, hazards);
  }

  /**
   * Whether every mean is known closely enough, by the draws alone or with what hazards drew taken
   * off; of a single replication none is.
   */
  boolean reached(List<double[]> losses, HazardDraws hazards) {
    return halfWidth > 0
        && losses.stream().allMatch(own -> own.length > 1 && width(own, hazards) <= halfWidth);
  }

  private static double width(double[] losses, HazardDraws hazards) {
    Controlled controlled = Controlled.of(hazards, 0, losses);
    return controlled == null
        ? Quantiles.halfWidth(losses)
        : (controlled.interval().high() - controlled.interval().low()) / 2;
  }

  /** How many more to run after so many. */
  int next(int done) {
    return Math.min(ROUND, most - done);
  }
}
