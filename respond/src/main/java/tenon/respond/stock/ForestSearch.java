package tenon.respond.stock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
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
  private static final double BETTER = 1e-12;

  /** Rounds without a gain before the policy is kicked. */
  private static final int PATIENCE = 12;

  private static final int FARTHEST = 4;
  private static final long SEED = 1;

  private final StockNetwork network;
  private final TimeGrid grid;
  private final Promises promises;
  private final List<List<Integer>> suppliers;
  private final List<List<Integer>> customers;
  private final RandomStream stream = RandomStreams.of(SEED).stream(Purpose.SEARCH, "forest", 0);

  ForestSearch(StockNetwork network, TimeGrid grid, Promises promises) {
    this.network = network;
    this.grid = grid;
    this.promises = promises;
    suppliers = network.suppliers();
    customers = network.customers();
  }

  /**
   * The best found from what stages are willing to be promised, as such.
   *
   * @param bound where to stop
   */
  int[] improved(int[] willing, Candidates candidates, double bound) {
    int[] best = willing.clone();
    double least = promises.run(best);
    int[] at = best;
    double cost = least;
    double work = candidates.work();
    int rounds = (int) Math.max(FEWEST, Math.min(MOST, BUDGET / Math.max(1, work)));
    int stale = 0;
    for (int round = 0; round < rounds && least > bound * (1 + 1e-9); round++) {
      int[] next = step(at, candidates, round);
      double found = promises.run(next);
      stale = found < cost - BETTER * Math.max(1, cost) ? 0 : stale + 1;
      if (found <= cost) {
        cost = found;
        at = next;
      }
      if (cost < least - BETTER * Math.max(1, least)) {
        least = cost;
        best = at;
      }
      if (stale > PATIENCE) {
        at = kicked(best);
        cost = promises.run(at);
        stale = 0;
      }
    }
    return best;
  }

  /** The optimum over one forest beside a policy. */
  private int[] step(int[] at, Candidates candidates, int round) {
    promises.run(at);
    int[] service = promises.serviceSteps();
    int[] inbound = promises.inboundSteps();
    Candidates times = candidates.with(service, inbound);
    SpanningForest forest = new SpanningForest(network, grid, times, arcs(round));
    for (int[] arc : forest.left()) {
      forest.part(arc, between(service[arc[0]], inbound[arc[1]]));
    }
    return forest.solved().inbound().clone();
  }

  /** Lets all stages near one wait for nothing, for anything, or for one time. */
  private int[] kicked(int[] from) {
    int[] kicked = from.clone();
    int[] steps = steps(stream.nextInt(network.stages()));
    int radius = 1 + stream.nextInt(FARTHEST);
    int way = stream.nextInt(3);
    int most = Arrays.stream(grid.longest()).max().orElse(0);
    int time = way == 0 ? 0 : way == 1 ? most : stream.nextInt(most + 1);
    for (int i = 0; i < kicked.length; i++) {
      kicked[i] = steps[i] <= radius ? Math.min(time, grid.longest()[i]) : kicked[i];
    }
    return kicked;
  }

  private int between(int low, int high) {
    return switch (stream.nextInt(3)) {
      case 0 -> low;
      case 1 -> high;
      default -> high > low ? low + stream.nextInt(high - low + 1) : low;
    };
  }

  /**
   * Dear arcs first in the first round; then at random, or those near one stage first, so that all
   * its neighbours move together.
   */
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
    if (round % 3 != 0) {
      int[] steps = steps(stream.nextInt(network.stages()));
      mixed.sort(Comparator.comparingInt(arc -> Math.min(steps[arc[0]], steps[arc[1]])));
    }
    return mixed;
  }

  /** Arcs between a stage and each other one. */
  private int[] steps(int from) {
    int[] steps = new int[network.stages()];
    Arrays.fill(steps, Integer.MAX_VALUE);
    steps[from] = 0;
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      int i = open.remove();
      for (List<List<Integer>> side : List.of(customers, suppliers)) {
        for (int j : side.get(i)) {
          if (steps[j] == Integer.MAX_VALUE) {
            steps[j] = steps[i] + 1;
            open.add(j);
          }
        }
      }
    }
    return steps;
  }
}
