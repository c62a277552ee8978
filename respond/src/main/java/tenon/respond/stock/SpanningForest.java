package tenon.respond.stock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The optimum over a spanning forest of the network: leaving arcs out asks less, so that it is a
 * lower bound; where the network is a forest it is the optimum itself. Dynamic programming of
 * Graves and Willems 2000 over the grid of times, O(stages x times squared).
 */
final class SpanningForest {
  /** Beyond so many pairs of times no bound is computed; it is then 0. */
  private static final double MOST_WORK = 4e9;

  private final StockNetwork network;
  private final TimeGrid grid;
  private final int n;
  private final List<List<Integer>> customers = new ArrayList<>();
  private final List<List<Integer>> suppliers = new ArrayList<>();
  private final int[] parent;

  /** Whether the parent of a stage is its customer; else it is its supplier. */
  private final boolean[] feeds;

  /** Least cost beneath a stage by its service time (it feeds its parent) or inbound time. */
  private final double[][] value;

  private final int[] service;
  private final int[] inbound;
  private final boolean[] supplied;
  private final double[] root;
  private double bound;

  private SpanningForest(StockNetwork network, TimeGrid grid) {
    this.network = network;
    this.grid = grid;
    n = network.stages();
    parent = new int[n];
    feeds = new boolean[n];
    value = new double[n][];
    service = new int[n];
    inbound = new int[n];
    supplied = new boolean[n];
    int most = Arrays.stream(grid.longest()).max().orElse(0);
    root = new double[most + 1];
    for (int x = 0; x <= most; x++) {
      root[x] = Math.sqrt(x * grid.step());
    }
    span();
  }

  static SpanningForest of(StockNetwork network, TimeGrid grid) {
    SpanningForest forest = new SpanningForest(network, grid);
    double work = 0;
    for (int longest : grid.longest()) {
      work += (double) longest * longest;
    }
    if (work <= MOST_WORK) {
      forest.solve();
    }
    return forest;
  }

  double bound() {
    return bound;
  }

  /** Inbound times of the optimum of the forest. */
  double[] inbound() {
    return grid.times(inbound);
  }

  /** Arcs between stages whose stock is dear are kept first. */
  private void span() {
    int[] group = new int[n];
    for (int i = 0; i < n; i++) {
      group[i] = i;
      customers.add(new ArrayList<>());
      suppliers.add(new ArrayList<>());
    }
    double[] c = network.coefficient();
    List<int[]> arcs = new ArrayList<>(List.of(network.arcs()));
    arcs.sort((a, b) -> Double.compare(Math.min(c[b[0]], c[b[1]]), Math.min(c[a[0]], c[a[1]])));
    for (int[] arc : arcs) {
      supplied[arc[1]] = true;
      int one = find(group, arc[0]);
      int other = find(group, arc[1]);
      if (one != other) {
        group[one] = other;
        customers.get(arc[0]).add(arc[1]);
        suppliers.get(arc[1]).add(arc[0]);
      }
    }
  }

  private static int find(int[] group, int i) {
    int at = i;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }

  private void solve() {
    Arrays.fill(parent, -1);
    boolean[] seen = new boolean[n];
    for (int start = 0; start < n; start++) {
      if (!seen[start]) {
        List<Integer> order = walk(start, seen);
        for (int at = order.size() - 1; at > 0; at--) {
          value[order.get(at)] = beneath(order.get(at));
        }
        bound += settle(start, -1, -1);
        for (int i : order.subList(1, order.size())) {
          if (feeds[i]) {
            settle(i, least(value[i], 0, inbound[parent[i]]), -1);
          } else {
            settle(i, -1, least(value[i], service[parent[i]], value[i].length - 1));
          }
        }
      }
    }
  }

  private List<Integer> walk(int start, boolean[] seen) {
    List<Integer> order = new ArrayList<>(List.of(start));
    seen[start] = true;
    for (int at = 0; at < order.size(); at++) {
      int i = order.get(at);
      for (int j : customers.get(i)) {
        join(order, seen, j, i, false);
      }
      for (int k : suppliers.get(i)) {
        join(order, seen, k, i, true);
      }
    }
    return order;
  }

  private void join(List<Integer> order, boolean[] seen, int i, int of, boolean feedsParent) {
    if (!seen[i]) {
      seen[i] = true;
      parent[i] = of;
      feeds[i] = feedsParent;
      order.add(i);
    }
  }

  private int mostService(int i) {
    return Math.min(grid.longest()[i], grid.steps(network.greatest()[i]));
  }

  private int mostInbound(int i) {
    return grid.longest()[i] - grid.steps(network.time()[i]);
  }

  private int leastInbound(int i) {
    return supplied[i] ? 0 : grid.steps(network.inbound()[i]);
  }

  /** Costs beneath a stage, by its service time or by its inbound time. */
  private double[] beneath(int i) {
    double[] bySuppliers = bySuppliers(i);
    double[] byCustomers = byCustomers(i);
    double[] least = new double[(feeds[i] ? mostService(i) : mostInbound(i)) + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    int time = grid.steps(network.time()[i]);
    for (int from = leastInbound(i); from <= mostInbound(i); from++) {
      for (int promise = 0; promise <= Math.min(mostService(i), from + time); promise++) {
        double cost =
            network.coefficient()[i] * root[from + time - promise]
                + bySuppliers[from]
                + byCustomers[promise];
        int at = feeds[i] ? promise : from;
        least[at] = Math.min(least[at], cost);
      }
    }
    return least;
  }

  /** Fixes the times of a stage, given one of them (-1 for free); returns the cost beneath. */
  private double settle(int i, int givenService, int givenInbound) {
    double[] bySuppliers = bySuppliers(i);
    double[] byCustomers = byCustomers(i);
    int time = grid.steps(network.time()[i]);
    double least = Double.POSITIVE_INFINITY;
    for (int from = leastInbound(i); from <= mostInbound(i); from++) {
      if (givenInbound >= 0 && from != givenInbound) {
        continue;
      }
      for (int promise = 0; promise <= Math.min(mostService(i), from + time); promise++) {
        double cost =
            network.coefficient()[i] * root[from + time - promise]
                + bySuppliers[from]
                + byCustomers[promise];
        if ((givenService < 0 || promise == givenService) && cost < least) {
          least = cost;
          service[i] = promise;
          inbound[i] = from;
        }
      }
    }
    return least;
  }

  /** Cost of the children that supply a stage, by its inbound time: each promises at most that. */
  private double[] bySuppliers(int i) {
    double[] sum = new double[mostInbound(i) + 1];
    for (int k : suppliers.get(i)) {
      if (parent[k] == i && feeds[k]) {
        double least = Double.POSITIVE_INFINITY;
        for (int from = 0; from < sum.length; from++) {
          least = from < value[k].length ? Math.min(least, value[k][from]) : least;
          sum[from] += least;
        }
      }
    }
    return sum;
  }

  /** Cost of the children that a stage supplies, by its service time: each is promised that. */
  private double[] byCustomers(int i) {
    double[] sum = new double[mostService(i) + 1];
    for (int j : customers.get(i)) {
      if (parent[j] == i && !feeds[j]) {
        double least = Double.POSITIVE_INFINITY;
        for (int promise = value[j].length - 1; promise >= 0; promise--) {
          least = Math.min(least, value[j][promise]);
          if (promise < sum.length) {
            sum[promise] += least;
          }
        }
        for (int promise = value[j].length; promise < sum.length; promise++) {
          sum[promise] = Double.POSITIVE_INFINITY;
        }
      }
    }
    return sum;
  }

  private static int least(double[] values, int from, int to) {
    int at = from;
    for (int i = from; i <= Math.min(to, values.length - 1); i++) {
      at = values[i] < values[at] ? i : at;
    }
    return at;
  }
}
