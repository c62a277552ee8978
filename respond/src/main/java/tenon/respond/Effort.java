package tenon.respond;

import tenon.numeric.WholeLimits;

/**
 * When the choice of standby sources may stop short of the best.
 *
 * @param gap share of the objective by which it may miss the best, from 0 to below 1
 * @param nodes most nodes of the search, at least 1: the same work on every machine
 * @param seconds most seconds, above 0; infinite for none. With a limit of time, plans may differ
 *     between machines
 */
public record Effort(double gap, long nodes, double seconds) {
  /** A ten-thousandth, or 20,000 nodes. */
  public static final Effort STANDARD = new Effort(1e-4, 20_000, Double.POSITIVE_INFINITY);

  public Effort {
    WholeLimits refused = new WholeLimits(gap, nodes, seconds);
    gap = refused.gap();
  }

  WholeLimits limits() {
    return new WholeLimits(gap, nodes, seconds);
  }
}
