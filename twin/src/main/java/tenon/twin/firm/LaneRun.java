package tenon.twin.firm;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many cascades without replacement as the published program runs them, side by side in {@link
 * Lanes}: when one ends, the next takes its lane. A cascade that goes on much longer than others
 * would keep all lanes waiting at the end: it is run again alone.
 */
final class LaneRun {
  private static final int IDLE = -1;
  private static final int LONG_STEPS = 1_000;

  /** So many lanes are emptied and filled in one pass over memory. */
  private static final int TOGETHER = 8;

  private final Lanes up;
  private final Lanes down;
  private final double[] weight;
  private final double eps;
  private final int[] scenarioOf = new int[Lanes.LANES];
  private final long[] steps = new long[Lanes.LANES];

  private final double[] change = new double[Lanes.LANES];
  private final double[] lost;
  private final int[] ended = new int[TOGETHER];

  /** Losses of lanes that ended together. */
  private final double[][] lossDown;

  private final double[][] lossUp;
  private final SteppedRun alone;

  LaneRun(FirmNetwork network, double[] weight, double eps) {
    up = new Lanes(network.up);
    down = new Lanes(network.down);
    this.weight = weight;
    this.eps = eps;
    alone = new SteppedRun(network, weight, Replaceability.NONE, eps, null);
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
      for (int lane = 0; lane < Lanes.LANES; lane++) {
        steps[lane]++;
      }
      int lane = 0;
      while (lane < Lanes.LANES) {
        int ending = 0;
        for (; lane < Lanes.LANES && ending < TOGETHER; lane++) {
          if (scenarioOf[lane] != IDLE && ends(lane)) {
            ended[ending++] = lane;
          }
        }
        end(ending, shocks, result, ends);
        running -= ending;
        for (int nth = 0; nth < ending; nth++) {
          running += begin(ended[nth], shocks, queue, count);
        }
      }
    }
  }

  /** Whether a lane's cascade ends with this step. */
  private boolean ends(int lane) {
    return steps[lane] == LONG_STEPS || change[lane] <= eps;
  }

  /** Keeps what came of lanes that ended, and empties them. */
  private void end(int ending, Shocks shocks, CascadeResult result, Runnable ends) {
    if (ending == 0) {
      return;
    }
    down.copy(ended, ending, lossDown);
    down.clear(ended, ending);
    up.copy(ended, ending, lossUp);
    up.clear(ended, ending);
    for (int nth = 0; nth < ending; nth++) {
      int lane = ended[nth];
      int scenario = scenarioOf[lane];
      result.set(
          scenario,
          steps[lane] < LONG_STEPS ? outcome(lane, nth) : alone.run(lost(shocks, scenario)));
      ends.run();
    }
  }

  /** Begins the next scenario in an empty lane and returns 1, or leaves it empty and returns 0. */
  private int begin(int lane, Shocks shocks, AtomicInteger queue, int count) {
    int next = queue.getAndIncrement();
    scenarioOf[lane] = next < count ? next : IDLE;
    steps[lane] = 0;
    if (next >= count) {
      return 0;
    }
    double[] given = lost(shocks, next);
    down.begin(lane, given);
    up.begin(lane, given);
    return 1;
  }

  private Outcome outcome(int lane, int nth) {
    return Outcome.of(weight, lossDown[nth], lossUp[nth], Double.POSITIVE_INFINITY, steps[lane]);
  }

  private double[] lost(Shocks shocks, int scenario) {
    Arrays.fill(lost, 0);
    shocks.lost(scenario, lost);
    return lost;
  }
}
