package tenon.twin.firm;

import java.util.Arrays;

/** A weighted network without directions: each amount stands at both its ends. */
final class Undirected {
  final int[] start;
  final int[] neighbour;
  final double[] weight;

  /** Sum of all weights. */
  final double total;

  private final double[] touching;

  private Undirected(int[] start, int[] neighbour, double[] weight) {
    this.start = start;
    this.neighbour = neighbour;
    this.weight = weight;
    touching = new double[start.length - 1];
    double sum = 0;
    for (int node = 0; node < touching.length; node++) {
      for (int at = start[node]; at < start[node + 1]; at++) {
        touching[node] += weight[at];
      }
      sum += touching[node];
    }
    total = sum;
  }

  static Undirected of(FirmNetwork network) {
    int firms = network.firms();
    int[] start = new int[firms + 1];
    for (int firm = 0; firm < firms; firm++) {
      start[firm + 1] =
          start[firm]
              + network.firstSale(firm + 1)
              - network.firstSale(firm)
              + network.firstPurchase(firm + 1)
              - network.firstPurchase(firm);
    }
    int[] neighbour = new int[start[firms]];
    double[] weight = new double[start[firms]];
    for (int firm = 0; firm < firms; firm++) {
      int next = start[firm];
      for (int at = network.firstSale(firm); at < network.firstSale(firm + 1); at++) {
        neighbour[next] = network.customer(at);
        weight[next++] = network.saleAmount(at);
      }
      for (int at = network.firstPurchase(firm); at < network.firstPurchase(firm + 1); at++) {
        neighbour[next] = network.supplier(at);
        weight[next++] = network.purchaseAmount(at);
      }
    }
    return new Undirected(start, neighbour, weight);
  }

  int nodes() {
    return touching.length;
  }

  /** All weight at a node; a loop counts at both its ends. */
  double touching(int node) {
    return touching[node];
  }

  /** The network of groups. */
  Undirected merged(int[] group, int[] number) {
    int groups = Arrays.stream(number).max().orElse(-1) + 1;
    int[] of = new int[group.length];
    Arrays.setAll(of, node -> number[group[node]]);
    int[] memberStart = Sorting.starts(of, groups);
    int[] members = Sorting.sorted(of, memberStart);
    int[] mergedStart = new int[groups + 1];
    int[] mergedNeighbour = new int[neighbour.length];
    double[] mergedWeight = new double[neighbour.length];
    double[] sum = new double[groups];
    int[] stamp = new int[groups];
    int end = 0;
    for (int g = 0; g < groups; g++) {
      int first = end;
      for (int m = memberStart[g]; m < memberStart[g + 1]; m++) {
        for (int at = start[members[m]]; at < start[members[m] + 1]; at++) {
          int other = of[neighbour[at]];
          if (stamp[other] != g + 1) {
            stamp[other] = g + 1;
            mergedNeighbour[end++] = other;
          }
          sum[other] += weight[at];
        }
      }
      Arrays.sort(mergedNeighbour, first, end);
      for (int at = first; at < end; at++) {
        mergedWeight[at] = sum[mergedNeighbour[at]];
        sum[mergedNeighbour[at]] = 0;
      }
      mergedStart[g + 1] = end;
    }
    return new Undirected(
        mergedStart, Arrays.copyOf(mergedNeighbour, end), Arrays.copyOf(mergedWeight, end));
  }

  /** Parts of the groups that hang together, numbered by their first node. */
  int[] connectedParts(int[] group) {
    int[] part = new int[group.length];
    Arrays.fill(part, -1);
    int[] queue = new int[group.length];
    int parts = 0;
    for (int root = 0; root < group.length; root++) {
      if (part[root] < 0) {
        part[root] = parts++;
        queue[0] = root;
        int queued = 1;
        for (int at = 0; at < queued; at++) {
          queued = spread(queue[at], group, part, queue, queued);
        }
      }
    }
    return part;
  }

  private int spread(int node, int[] group, int[] part, int[] queue, int queued) {
    int end = queued;
    for (int at = start[node]; at < start[node + 1]; at++) {
      int other = neighbour[at];
      if (part[other] < 0 && group[other] == group[node]) {
        part[other] = part[node];
        queue[end++] = other;
      }
    }
    return end;
  }

  double modularity(int[] group, int groups) {
    double[] inside = new double[groups];
    double[] touchingGroup = new double[groups];
    for (int node = 0; node < group.length; node++) {
      touchingGroup[group[node]] += touching[node];
      for (int at = start[node]; at < start[node + 1]; at++) {
        inside[group[node]] += group[neighbour[at]] == group[node] ? weight[at] : 0;
      }
    }
    double q = 0;
    for (int g = 0; g < groups && total > 0; g++) {
      q += inside[g] / total - touchingGroup[g] / total * (touchingGroup[g] / total);
    }
    return q;
  }
}
