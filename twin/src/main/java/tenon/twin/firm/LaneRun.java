package tenon.twin.firm;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many cascades as the published program runs them, side by side in {@link Lanes}: when one ends,
 * the next takes its lane. A cascade that goes on much longer than others would keep all lanes
 * waiting at the end: it is run again alone.
 */
final class LaneRun {
  private static final int IDLE = -1;
  private static final int LONG_STEPS = 1_000;

  /** So many lanes are emptied and filled in one pass over memory. */
  private static final int TOGETHER = 8;

  private final Lanes down;
  private final Lanes up;
  private final double[] weight;
  private final double eps;
  private final int[] scenarioOf = new int[Lanes.LANES];
  private final long[] steps = new long[Lanes.LANES];
  private final double[] change = new double[Lanes.LANES];
  private final double[] lost;
  private final int[] ended = new int[Lanes.LANES];

  /** Losses of lanes that ended together. */
  private final double[][] lossDown;

  private final double[][] lossUp;
  private final SteppedRun alone;

  LaneRun(FirmNetwork network, double[] weight, Replaceability replaceability, double eps) {
    boolean replaced = replaceability == Replaceability.SECTOR;
    Market market = replaced ? new Market(network, Market.PUBLISHED_GUARD) : null;
    down = new Lanes(network.down, market);
    up = new Lanes(network.up, null);
    this.weight = weight;
    this.eps = eps;
    alone = new SteppedRun(network, weight, replaceability, eps, null);
    lost = new double[network.firms()];
    lossDown = new double[TOGETHER][network.firms()];
    lossUp = new double[TOGETHER][network.firms()];
  }

  /**
   * Runs scenarios until none is left: which run here and which on other threads changes nothing,
   * since no lane hears of the others. A queue keeps all lanes busy until the last scenarios.
   *
   * @param queue gives the next scenario to begin
   * @param count number of scenarios
   * @param ends hears of each scenario that ends
   */
  void run(Shocks shocks, AtomicInteger queue, int count, CascadeResult result, Runnable ends) {
    int running = 0;
    for (int lane = 0; lane < Lanes.LANES; lane++) {
      running += begin(lane, shocks, queue, count);
    }
    while (running > 0) {
      Arrays.fill(change, 0);
      down.step(change);
      up.step(change);
      int ending = 0;
      for (int lane = 0; lane < Lanes.LANES; lane++) {
        steps[lane]++;
        if (scenarioOf[lane] != IDLE && (change[lane] <= eps || steps[lane] == LONG_STEPS)) {
          ended[ending++] = lane;
        }
      }
      for (int first = 0; first < ending; first += TOGETHER) {
        int end = Math.min(first + TOGETHER, ending);
        end(first, end, shocks, result, ends);
        running -= end - first;
        for (int nth = first; nth < end; nth++) {
          running += begin(ended[nth], shocks, queue, count);
        }
      }
    }
  }

  /** Keeps what came of lanes that ended, and empties them. */
  private void end(int first, int end, Shocks shocks, CascadeResult result, Runnable ends) {
    down.copy(ended, first, end, lossDown);
    up.copy(ended, first, end, lossUp);
    for (int nth = first; nth < end; nth++) {
      int lane = ended[nth];
      result.set(
          scenarioOf[lane],
          change[lane] <= eps ? outcome(lane, nth - first) : alone(shocks, scenarioOf[lane]));
      ends.run();
    }
    down.clear(ended, first, end);
    up.clear(ended, first, end);
  }

  /** Begins the next scenario in an empty lane and returns 1, or leaves it empty and returns 0. */
  private int begin(int lane, Shocks shocks, AtomicInteger queue, int count) {
    int next = queue.getAndIncrement();
    scenarioOf[lane] = next < count ? next : IDLE;
    steps[lane] = 0;
    if (next >= count) {
      return 0;
    }
    Arrays.fill(lost, 0);
    shocks.lost(next, lost);
    down.begin(lane, lost);
    up.begin(lane, lost);
    return 1;
  }

  private Outcome outcome(int lane, int nth) {
    return Outcome.of(weight, lossDown[nth], lossUp[nth], Double.POSITIVE_INFINITY, steps[lane]);
  }

  private Outcome alone(Shocks shocks, int scenario) {
    Arrays.fill(lost, 0);
    shocks.lost(scenario, lost);
    return alone.run(lost);
  }
}
