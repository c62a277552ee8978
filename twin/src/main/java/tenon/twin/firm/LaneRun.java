package tenon.twin.firm;

import java.util.Arrays;

/**
 * Many cascades as the published program runs them, side by side in {@link Lanes}: when one ends,
 * the next takes its lane. A cascade that goes on much longer than others would keep all lanes
 * waiting at the end: it is run again alone.
 */
final class LaneRun {
  private static final int IDLE = -1;
  private static final int LONG_STEPS = 1_000;

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
  private final SteppedRun alone;

  LaneRun(FirmNetwork network, double[] weight, Replaceability replaceability, double eps) {
    boolean replaced = replaceability == Replaceability.SECTOR;
    Market market = replaced ? new Market(network, Market.PUBLISHED_GUARD) : null;
    down = new Lanes(Side.down(network), market);
    up = new Lanes(Side.up(network), null);
    this.weight = weight;
    this.eps = eps;
    alone = new SteppedRun(network, weight, replaceability, eps, null);
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
        boolean ends = change[lane] <= eps;
        if (scenarioOf[lane] != IDLE && (ends || steps[lane] == LONG_STEPS)) {
          result.set(scenarioOf[lane], ends ? outcome(lane) : alone(shocks, scenarioOf[lane]));
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

  private Outcome outcome(int lane) {
    down.copy(lane, lossDown);
    up.copy(lane, lossUp);
    return Outcome.of(weight, lossDown, lossUp, Double.POSITIVE_INFINITY, steps[lane]);
  }

  private Outcome alone(Shocks shocks, int scenario) {
    Arrays.fill(lost, 0);
    shocks.lost(scenario, lost);
    return alone.run(lost);
  }
}
