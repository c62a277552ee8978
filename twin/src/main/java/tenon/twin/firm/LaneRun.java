package tenon.twin.firm;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Many cascades as the published program runs them, side by side in {@link Lanes}: when one ends,
 * the next takes its lane. A cascade that goes on much longer than others would keep all lanes
 * waiting at the end: it is run again alone.
 *
 * <p>With replacement only the direction up has lanes. Down, losses fade so fast that few firms
 * have any that count: each cascade is followed there by itself, once up has come to rest.
 */
final class LaneRun {
  private static final int IDLE = -1;
  private static final int LONG_STEPS = 1_000;

  /** So many lanes are emptied and filled in one pass over memory. */
  private static final int TOGETHER = 8;

  private final Lanes up;

  /** The direction down, either in lanes or cascade by cascade. */
  private final @Nullable Lanes down;

  private final @Nullable Wave downAlone;
  private final double[] weight;
  private final double eps;
  private final int[] scenarioOf = new int[Lanes.LANES];
  private final long[] steps = new long[Lanes.LANES];

  /** Steps before which the direction down does not rest in a lane. */
  private final long[] notBefore = new long[Lanes.LANES];

  private final double[] change = new double[Lanes.LANES];
  private final double[] lost;
  private final int[] ended = new int[TOGETHER];

  /** Losses of lanes that ended together. */
  private final double[][] lossDown;

  private final double[][] lossUp;
  private final SteppedRun alone;

  LaneRun(FirmNetwork network, double[] weight, Replaceability replaceability, double eps) {
    boolean replaced = replaceability == Replaceability.SECTOR;
    up = new Lanes(network.up);
    down = replaced ? null : new Lanes(network.down);
    downAlone =
        replaced ? new Wave(network.down, new Market(network, Market.PUBLISHED_GUARD)) : null;
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
      if (down != null) {
        down.step(change);
      }
      up.step(change);
      for (int lane = 0; lane < Lanes.LANES; lane++) {
        steps[lane]++;
      }
      int lane = 0;
      while (lane < Lanes.LANES) {
        int ending = 0;
        for (; lane < Lanes.LANES && ending < TOGETHER; lane++) {
          if (scenarioOf[lane] != IDLE && ends(lane, shocks, ending)) {
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

  /** Whether a lane's cascade ends with this step; if so its losses down may be kept already. */
  private boolean ends(int lane, Shocks shocks, int nth) {
    if (steps[lane] == LONG_STEPS) {
      return true;
    }
    if (change[lane] > eps || steps[lane] < notBefore[lane]) {
      return false;
    }
    return downAlone == null || follow(downAlone, lane, shocks, nth);
  }

  /** Follows a lane's cascade down; whether that rests with the same step as up. */
  private boolean follow(Wave apart, int lane, Shocks shocks, int nth) {
    apart.begin(lost(shocks, scenarioOf[lane]));
    long made = 0;
    double changed = Double.POSITIVE_INFINITY;
    while (made < steps[lane] || (changed > eps && made < LONG_STEPS)) {
      changed = apart.step();
      made++;
    }
    notBefore[lane] = made;
    System.arraycopy(apart.loss(), 0, lossDown[nth], 0, lost.length);
    return made == steps[lane];
  }

  /** Keeps what came of lanes that ended, and empties them. */
  private void end(int ending, Shocks shocks, CascadeResult result, Runnable ends) {
    if (ending == 0) {
      return;
    }
    if (down != null) {
      down.copy(ended, ending, lossDown);
      down.clear(ended, ending);
    }
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
    notBefore[lane] = 0;
    if (next >= count) {
      return 0;
    }
    double[] given = lost(shocks, next);
    if (down != null) {
      down.begin(lane, given);
    }
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
