package tenon.respond.stock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The optimum over a spanning forest of the network by dynamic programming (Graves and Willems
 * 2000) over candidate times, O(pairs of times). Leaving arcs out asks less: without bounds it is a
 * lower bound of the optimum, and the optimum itself where the network is a forest. With bounds
 * that stand in for the arcs left out, S of the supplier &le; b &le; SI of the customer, it is a
 * policy that keeps them all.
 */
final class SpanningForest {
  private static final int NONE = -1;

  private final StockNetwork network;
  private final int n;
  private final int[] time;
  private final double[] root;
  private final Candidates times;
  private final List<List<Integer>> customers = new ArrayList<>();
  private final List<List<Integer>> suppliers = new ArrayList<>();
  private final List<int[]> left = new ArrayList<>();
  private final int[] parent;

  /** Whether the parent of a stage is its customer; else it is its supplier. */
  private final boolean[] feeds;

  /** Least cost beneath a stage by its service time (it feeds its parent) or inbound time. */
  private final double[][] value;

  /** Least inbound and greatest service time in place of the arcs left out. */
  private final int[] least;

  private final int[] most;
  private final int[] service;
  private final int[] inbound;
  private double cost;

  /**
   * A forest of the first arcs that close no circle.
   *
   * @param arcs all arcs of the network, those to be kept first
   */
  SpanningForest(StockNetwork network, TimeGrid grid, Candidates times, List<int[]> arcs) {
    this.network = network;
    this.times = times;
    n = network.stages();
    time = Arrays.stream(network.time()).mapToInt(grid::steps).toArray();
    parent = new int[n];
    feeds = new boolean[n];
    value = new double[n][];
    service = new int[n];
    inbound = new int[n];
    least = new int[n];
    most = new int[n];
    Arrays.fill(most, Integer.MAX_VALUE);
    int longest = Arrays.stream(grid.longest()).max().orElse(0);
    root = new double[longest + 1];
    for (int x = 0; x <= longest; x++) {
      root[x] = Math.sqrt(x * grid.step());
    }
    span(arcs);
  }

  /** Arcs between stages whose stock is dear first. */
  static List<int[]> dearFirst(StockNetwork network) {
    double[] c = network.coefficient();
    List<int[]> arcs = new ArrayList<>(List.of(network.arcs()));
    arcs.sort((a, b) -> Double.compare(Math.min(c[b[0]], c[b[1]]), Math.min(c[a[0]], c[a[1]])));
    return arcs;
  }

  /** The arcs left out. */
  List<int[]> left() {
    return left;
  }

  /** Lets a supplier promise at most a time, and its customer count on at least that. */
  void part(int[] arc, int at) {
    most[arc[0]] = Math.min(most[arc[0]], at);
    least[arc[1]] = Math.max(least[arc[1]], at);
  }

  double cost() {
    return cost;
  }

  int[] service() {
    return service;
  }

  int[] inbound() {
    return inbound;
  }

  private void span(List<int[]> arcs) {
    int[] group = new int[n];
    for (int i = 0; i < n; i++) {
      group[i] = i;
      customers.add(new ArrayList<>());
      suppliers.add(new ArrayList<>());
    }
    for (int[] arc : arcs) {
      int one = find(group, arc[0]);
      int other = find(group, arc[1]);
      if (one == other) {
        left.add(arc);
      } else {
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

  /** Finds the optimum; returns this. */
  SpanningForest solved() {
    Arrays.fill(parent, NONE);
    boolean[] seen = new boolean[n];
    for (int start = 0; start < n; start++) {
      if (!seen[start]) {
        List<Integer> order = walk(start, seen);
        for (int at = order.size() - 1; at > 0; at--) {
          value[order.get(at)] = beneath(order.get(at));
        }
        cost += settle(start, NONE, NONE);
        for (int i : order.subList(1, order.size())) {
          settle(i);
        }
      }
    }
    return this;
  }

  /** Fixes a stage beneath one that is fixed: the cheapest that the arc between them allows. */
  private void settle(int i) {
    int[] list = feeds[i] ? times.service()[i] : times.inbound()[i];
    int best = NONE;
    for (int at = 0; at < list.length; at++) {
      boolean allowed = feeds[i] ? list[at] <= inbound[parent[i]] : list[at] >= service[parent[i]];
      if (allowed && (best == NONE || value[i][at] < value[i][best])) {
        best = at;
      }
    }
    settle(i, feeds[i] ? list[best] : NONE, feeds[i] ? NONE : list[best]);
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

  /** Costs beneath a stage, by its service time or by its inbound time. */
  private double[] beneath(int i) {
    int[] promises = times.service()[i];
    int[] froms = times.inbound()[i];
    double[] bySuppliers = bySuppliers(i);
    double[] byCustomers = byCustomers(i);
    double[] costs = new double[feeds[i] ? promises.length : froms.length];
    Arrays.fill(costs, Double.POSITIVE_INFINITY);
    double c = network.coefficient()[i];
    for (int f = 0; f < froms.length; f++) {
      if (froms[f] < least[i] || bySuppliers[f] == Double.POSITIVE_INFINITY) {
        continue;
      }
      int longest = froms[f] + time[i];
      int bound = Math.min(longest, most[i]);
      double best = Double.POSITIVE_INFINITY;
      for (int p = 0; p < promises.length && promises[p] <= bound; p++) {
        double sum = c * root[longest - promises[p]] + bySuppliers[f] + byCustomers[p];
        if (feeds[i]) {
          costs[p] = Math.min(costs[p], sum);
        } else {
          best = Math.min(best, sum);
        }
      }
      if (!feeds[i]) {
        costs[f] = best;
      }
    }
    return costs;
  }

  /** Fixes the times of a stage, given one of them or none; returns the cost beneath. */
  private double settle(int i, int givenService, int givenInbound) {
    int[] promises = times.service()[i];
    int[] froms = times.inbound()[i];
    double[] bySuppliers = bySuppliers(i);
    double[] byCustomers = byCustomers(i);
    double c = network.coefficient()[i];
    double best = Double.POSITIVE_INFINITY;
    for (int f = 0; f < froms.length; f++) {
      if (froms[f] < least[i] || (givenInbound != NONE && froms[f] != givenInbound)) {
        continue;
      }
      int longest = froms[f] + time[i];
      int bound = Math.min(longest, most[i]);
      for (int p = 0; p < promises.length && promises[p] <= bound; p++) {
        double sum = c * root[longest - promises[p]] + bySuppliers[f] + byCustomers[p];
        if ((givenService == NONE || promises[p] == givenService) && sum < best) {
          best = sum;
          service[i] = promises[p];
          inbound[i] = froms[f];
        }
      }
    }
    return best;
  }

  /** Cost of the children that supply a stage, by its inbound time: each promises at most that. */
  private double[] bySuppliers(int i) {
    int[] froms = times.inbound()[i];
    double[] sum = new double[froms.length];
    for (int k : suppliers.get(i)) {
      if (parent[k] == i && feeds[k]) {
        int[] promises = times.service()[k];
        double lowest = Double.POSITIVE_INFINITY;
        int p = 0;
        for (int f = 0; f < froms.length; f++) {
          for (; p < promises.length && promises[p] <= froms[f]; p++) {
            lowest = Math.min(lowest, value[k][p]);
          }
          sum[f] += lowest;
        }
      }
    }
    return sum;
  }

  /** Cost of the children that a stage supplies, by its service time: each is promised that. */
  private double[] byCustomers(int i) {
    int[] promises = times.service()[i];
    double[] sum = new double[promises.length];
    for (int j : customers.get(i)) {
      if (parent[j] == i && !feeds[j]) {
        int[] froms = times.inbound()[j];
        double lowest = Double.POSITIVE_INFINITY;
        int f = froms.length - 1;
        for (int p = promises.length - 1; p >= 0; p--) {
          for (; f >= 0 && froms[f] >= promises[p]; f--) {
            lowest = Math.min(lowest, value[j][f]);
          }
          sum[p] += lowest;
        }
      }
    }
    return sum;
  }
}
