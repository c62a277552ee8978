package tenon.respond.stock;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/** Service times that follow from what stages are willing to be promised, and the search for it. */
final class Promises {
  private static final double BETTER = 1e-12;
  private static final int MOST_PASSES = 40;

  /** Up to so many times, all are tried. */
  private static final int ALL_TIMES = 128;

  /** Stages worked out in all: some seconds. */
  private static final long BUDGET = 60_000_000L;

  private static final long BUDGET_PER_STAGE = 200_000L;
  private static final int MOST_MOVES = 3;
  private static final long SEED = 1;

  private final StockNetwork network;
  private final TimeGrid grid;
  private final int[] order;
  private final int[][] suppliers;
  private final int[][] customers;
  private final int[] time;
  private final int[] greatest;
  private final int[] outside;
  private final int[] service;
  private final int[] inbound;
  private final double[] root;
  private final int[] place;
  private final double[] costs;
  private final BitSet stale;
  private long steps;

  Promises(StockNetwork network, TimeGrid grid) {
    this.network = network;
    this.grid = grid;
    int n = network.stages();
    order = network.downward().stream().mapToInt(Integer::intValue).toArray();
    suppliers = arrays(network.suppliers());
    customers = arrays(network.customers());
    time = Arrays.stream(network.time()).mapToInt(grid::steps).toArray();
    greatest = Arrays.stream(network.greatest()).mapToInt(grid::steps).toArray();
    outside = Arrays.stream(network.inbound()).mapToInt(grid::steps).toArray();
    service = new int[n];
    inbound = new int[n];
    costs = new double[n];
    stale = new BitSet(n);
    place = new int[n];
    for (int at = 0; at < n; at++) {
      place[order[at]] = at;
    }
    int most = Arrays.stream(grid.longest()).max().orElse(0) + 1;
    root = new double[most + 1];
    for (int x = 0; x <= most; x++) {
      root[x] = Math.sqrt(x * grid.step());
    }
  }

  private static int[][] arrays(List<List<Integer>> lists) {
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /**
   * Fills service and inbound times for what stages are willing to be promised, in steps; returns
   * the cost.
   */
  double run(int[] willing) {
    steps += order.length;
    double cost = 0;
    for (int i : order) {
      renew(willing, i);
      cost += costs[i];
    }
    return cost;
  }

  /** Works out one stage anew; returns whether its promise changed. */
  private boolean renew(int[] willing, int i) {
    int from = outside[i];
    for (int k : suppliers[i]) {
      from = Math.max(from, service[k]);
    }
    int promise = Math.min(from + time[i], greatest[i]);
    for (int j : customers[i]) {
      promise = Math.min(promise, willing[j]);
    }
    boolean changed = promise != service[i];
    inbound[i] = from;
    service[i] = promise;
    costs[i] = network.coefficient()[i] * root[from + time[i] - promise];
    return changed;
  }

  /**
   * Lets a stage be willing to be promised another time, and works out anew only what that changes.
   *
   * @return the cost, given that before
   */
  private double change(int[] willing, int j, int value, double before) {
    if (willing[j] == value) {
      return before;
    }
    willing[j] = value;
    for (int k : suppliers[j]) {
      stale.set(place[k]);
    }
    double cost = before;
    for (int at = stale.nextSetBit(0); at >= 0; at = stale.nextSetBit(at + 1)) {
      stale.clear(at);
      int i = order[at];
      steps++;
      cost -= costs[i];
      if (renew(willing, i)) {
        for (int customer : customers[i]) {
          stale.set(place[customer]);
        }
      }
      cost += costs[i];
    }
    return cost;
  }

  /** Cost of the last evaluation. */
  double cost() {
    double cost = 0;
    for (int i = 0; i < service.length; i++) {
      cost += network.coefficient()[i] * root[inbound[i] + time[i] - service[i]];
    }
    return cost;
  }

  int[] serviceSteps() {
    return service.clone();
  }

  int[] inboundSteps() {
    return inbound.clone();
  }

  double[] service() {
    return grid.times(service);
  }

  double[] inbound() {
    return grid.times(inbound);
  }

  /**
   * The best times found, one stage after another until none improves, from three starts: those of
   * the forest, nothing, and everything.
   */
  int[] search(int[] forest, double bound) {
    int n = service.length;
    int[] best = new int[n];
    double least = Double.POSITIVE_INFINITY;
    int[][] starts = {forest.clone(), new int[n], grid.longest().clone()};
    for (int[] start : starts) {
      double cost = descend(start);
      if (cost < least - BETTER) {
        least = cost;
        best = start;
      }
    }
    return shaken(best, least, bound);
  }

  /** The best after moves away from it and down again, until a budget of stage steps is spent. */
  private int[] shaken(int[] from, double cost, double bound) {
    int[] best = from;
    double least = cost;
    RandomStream stream = RandomStreams.of(SEED).stream(Purpose.SEARCH, "stock", 0);
    long budget = Math.min(BUDGET, BUDGET_PER_STAGE * service.length);
    while (steps < budget && least > bound * (1 + 1e-9)) {
      int[] next = best.clone();
      int moves = 1 + stream.nextInt(MOST_MOVES);
      for (int move = 0; move < moves; move++) {
        int j = stream.nextInt(next.length);
        int most = 0;
        for (int k : suppliers[j]) {
          most = Math.max(most, grid.longest()[k]);
        }
        int[] with = near(j);
        int value = stream.nextInt(2) == 0 ? stream.nextInt(most + 1) : stream.nextInt(2) * most;
        for (int other : with) {
          next[other] = value;
        }
      }
      double found = descend(next);
      if (found < least - BETTER * Math.max(1, least)) {
        least = found;
        best = next;
      }
    }
    return best;
  }

  /** A stage with the other customers of its first supplier. */
  private int[] near(int j) {
    return suppliers[j].length == 0 ? new int[] {j} : customers[suppliers[j][0]];
  }

  /** Improves in place; returns the cost. */
  private double descend(int[] willing) {
    double cost = run(willing);
    boolean moved = true;
    for (int pass = 0; pass < MOST_PASSES && moved; pass++) {
      double before = cost;
      for (int at = order.length - 1; at >= 0; at--) {
        int j = order[at];
        if (suppliers[j].length > 0) {
          cost = improve(willing, j, cost);
        }
        if (customers[j].length > 1) {
          cost = lift(willing, j, cost);
        }
      }
      // Sums of changes drift by rounding; whole sums do not.
      cost = run(willing);
      moved = cost < before - BETTER * Math.max(1, before);
    }
    return cost;
  }

  /** Tries to let all customers of one stage wait for it together, which none can do alone. */
  private double lift(int[] willing, int k, double present) {
    int[] kept = new int[customers[k].length];
    for (int c = 0; c < kept.length; c++) {
      kept[c] = willing[customers[k][c]];
    }
    double least = present;
    int[] best = kept.clone();
    double cost = present;
    for (int wait : new int[] {inbound[k] + time[k], time[k], grid.longest()[k]}) {
      for (int c = 0; c < kept.length; c++) {
        cost = change(willing, customers[k][c], Math.max(kept[c], wait), cost);
      }
      if (cost < least - BETTER * Math.max(1, least)) {
        least = cost;
        for (int c = 0; c < kept.length; c++) {
          best[c] = willing[customers[k][c]];
        }
      }
    }
    for (int c = 0; c < kept.length; c++) {
      cost = change(willing, customers[k][c], best[c], cost);
    }
    return cost;
  }

  /** Tries for one stage every time that one of its suppliers could need. */
  private double improve(int[] willing, int j, double present) {
    int most = 0;
    for (int k : suppliers[j]) {
      most = Math.max(most, grid.longest()[k]);
    }
    int kept = willing[j];
    double least = present;
    double cost = present;
    for (int t : times(willing, j, most)) {
      cost = change(willing, j, t, cost);
      if (cost < least - BETTER * Math.max(1, least)) {
        least = cost;
        kept = t;
      }
    }
    return change(willing, j, kept, cost);
  }

  /** All times where they are few; else those that a supplier needs or another customer accepts. */
  private int[] times(int[] willing, int j, int most) {
    if (most <= ALL_TIMES) {
      return IntStream.rangeClosed(0, most).toArray();
    }
    IntStream.Builder times = IntStream.builder().add(0);
    for (int k : suppliers[j]) {
      times.add(inbound[k] + time[k]).add(time[k]).add(grid.longest()[k]);
      for (int other : customers[k]) {
        times.add(willing[other]);
      }
    }
    return times.build().map(t -> Math.min(t, most)).sorted().distinct().toArray();
  }
}
