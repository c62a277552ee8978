package tenon.twin.firm;

import java.util.Arrays;

/**
 * Many cascades as the published program runs them, side by side in {@link Lanes}: when one ends,
 * the next takes its lane.
 */
final class LaneRun {
  private static final int IDLE = -1;

  private final Lanes down;
  private final Lanes up;
  private final double[] weight;
  private final double eps;
  private final int[] scenarioOf = new int[Lanes.LANES];
  private final long[] steps = new long[Lanes.LANES];
  private final double[] change = new double[Lanes.LANES];
  private final double[] lost;
  private final double[] lossDown;
  private final double[] lossUp;

  LaneRun(FirmNetwork network, double[] weight, Replaceability replaceability, double eps) {
    boolean replaced = replaceability == Replaceability.SECTOR;
    Market market = replaced ? new Market(network, Market.PUBLISHED_GUARD) : null;
    down = new Lanes(Side.down(network), market);
    up = new Lanes(Side.up(network), null);
    this.weight = weight;
    this.eps = eps;
    lost = new double[network.firms()];
    lossDown = new double[network.firms()];
    lossUp = new double[network.firms()];
  }

  /** Runs the scenarios from first to before last. */
  void run(Shocks shocks, int first, int last, CascadeResult result) {
    int next = first;
    int running = 0;
    for (int lane = 0; lane < Lanes.LANES; lane++) {
      next = begin(lane, shocks, next, last);
      running += scenarioOf[lane] == IDLE ? 0 : 1;
    }
    while (running > 0) {
      Arrays.fill(change, 0);
      down.step(change);
      up.step(change);
      for (int lane = 0; lane < Lanes.LANES; lane++) {
        steps[lane]++;
        if (scenarioOf[lane] != IDLE && change[lane] <= eps) {
          finish(lane, result);
          next = begin(lane, shocks, next, last);
          running -= scenarioOf[lane] == IDLE ? 1 : 0;
        }
      }
    }
  }

  /** Begins the next scenario in a lane, or leaves it empty; returns the one after. */
  private int begin(int lane, Shocks shocks, int next, int last) {
    Arrays.fill(lost, 0);
    scenarioOf[lane] = next < last ? next : IDLE;
    if (next < last) {
      shocks.lost(next, lost);
    }
    down.begin(lane, lost);
    up.begin(lane, lost);
    steps[lane] = 0;
    return Math.min(next + 1, last);
  }

  private void finish(int lane, CascadeResult result) {
    down.copy(lane, lossDown);
    up.copy(lane, lossUp);
    result.set(
        scenarioOf[lane],
        Outcome.of(weight, lossDown, lossUp, Double.POSITIVE_INFINITY, steps[lane]));
  }
}
