package tenon.respond.stock;

import java.util.ArrayList;
import java.util.List;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Improves a policy by the exact optimum over one random spanning forest after another. Where an
 * arc is left out its ends are parted at a time between what the policy promises and what it counts
 * on, so that the policy itself stays possible and none can be worse.
 */
final class ForestSearch {
  /** Pairs of times worked out in all: some seconds. */
  private static final double BUDGET = 2.5e9;

  private static final int FEWEST = 12;
  private static final int MOST = 3_000;
  private static final int STALE = 400;
  private static final long SEED = 1;

  private final StockNetwork network;
  private final TimeGrid grid;
  private final Promises promises;
  private final RandomStream stream = RandomStreams.of(SEED).stream(Purpose.SEARCH, "forest", 0);

  ForestSearch(StockNetwork network, TimeGrid grid, Promises promises) {
    this.network = network;
    this.grid = grid;
    this.promises = promises;
  }

  /**
   * The best found from what stages are willing to be promised, as such.
   *
   * @param bound where to stop
   */
  int[] improved(int[] willing, Candidates candidates, double bound) {
    int[] best = willing.clone();
    double least = promises.run(best);
    double work = candidates.work();
    int rounds = (int) Math.max(FEWEST, Math.min(MOST, BUDGET / Math.max(1, work)));
    int stale = 0;
    for (int round = 0; round < rounds && stale < STALE; round++) {
      if (least <= bound * (1 + 1e-9)) {
        break;
      }
      promises.run(best);
      int[] service = promises.serviceSteps();
      int[] inbound = promises.inboundSteps();
      Candidates times = candidates.with(service, inbound);
      SpanningForest forest = new SpanningForest(network, grid, times, arcs(round));
      for (int[] arc : forest.left()) {
        int low = service[arc[0]];
        int high = inbound[arc[1]];
        forest.part(arc, between(low, high));
      }
      forest.solved();
      int[] next = forest.inbound().clone();
      double found = promises.run(next);
      stale++;
      if (found <= least) {
        stale = found < least - 1e-12 * Math.max(1, least) ? 0 : stale;
        least = found;
        best = next;
      }
    }
    return best;
  }

  private int between(int low, int high) {
    return switch (stream.nextInt(3)) {
      case 0 -> low;
      case 1 -> high;
      default -> high > low ? low + stream.nextInt(high - low + 1) : low;
    };
  }

  /** Dear arcs first in the first round, then at random. */
  private List<int[]> arcs(int round) {
    List<int[]> arcs = SpanningForest.dearFirst(network);
    if (round == 0) {
      return arcs;
    }
    List<int[]> mixed = new ArrayList<>(arcs);
    for (int at = mixed.size() - 1; at > 0; at--) {
      int other = stream.nextInt(at + 1);
      int[] kept = mixed.get(at);
      mixed.set(at, mixed.get(other));
      mixed.set(other, kept);
    }
    return mixed;
  }
}
