package tenon.twin.firm;

import java.util.Arrays;

/**
 * Groups of firms that trade more with each other than chance would have it: a partition with a
 * great modularity of the undirected network of amounts,
 *
 * <pre>
 * Q = sum_g (inside_g / total - (touching_g / total)^2)
 * </pre>
 *
 * where, with each amount counted in both directions, inside_g is what is traded within g,
 * touching_g what its firms trade in all, total what all do (Newman 2006). Found by the Louvain
 * method (Blondel, Guillaume, Lambiotte, Lefebvre 2008) in fixed order: firms by number move to the
 * neighbouring group with the greatest gain (of equal ones the one with the smallest number) until
 * none moves; groups become nodes; and so on. A group that fell apart on the way is split at the
 * end, which can only raise Q. Deterministic; a local optimum, not proven to be the best.
 */
public final class Communities {
  private final int[] groupOf;
  private final int groups;
  private final double modularity;

  private Communities(int[] groupOf, int groups, double modularity) {
    this.groupOf = groupOf;
    this.groups = groups;
    this.modularity = modularity;
  }

  public static Communities of(FirmNetwork network) {
    Undirected firms = Undirected.of(network);
    int[] groupOf = new int[network.firms()];
    Arrays.setAll(groupOf, firm -> firm);
    Undirected level = firms;
    boolean moved = true;
    while (moved) {
      int[] group = new int[level.nodes()];
      moved = new Moves(level).improve(group);
      int[] number = compact(group);
      for (int firm = 0; firm < groupOf.length; firm++) {
        groupOf[firm] = number[group[groupOf[firm]]];
      }
      level = level.merged(group, number);
    }
    int[] connected = firms.connectedParts(groupOf);
    int groups = Arrays.stream(connected).max().orElse(-1) + 1;
    return new Communities(connected, groups, firms.modularity(connected, groups));
  }

  /** New numbers of the groups in use, in order of first use. */
  private static int[] compact(int[] group) {
    int[] number = new int[group.length];
    Arrays.fill(number, -1);
    int next = 0;
    for (int used : group) {
      if (number[used] < 0) {
        number[used] = next++;
      }
    }
    return number;
  }

  /** Number of groups. */
  public int groups() {
    return groups;
  }

  /** Group of a firm; groups are numbered by their first firm. */
  public int group(int firm) {
    return groupOf[firm];
  }

  /** Modularity Q of the partition, below 1. */
  public double modularity() {
    return modularity;
  }

  /** Moves nodes between groups while that raises Q. */
  private static final class Moves {
    private static final double LEAST_GAIN = 1e-12;

    private final Undirected graph;
    private final double[] touching;
    private final double[] toGroup;
    private final int[] seen;

    Moves(Undirected graph) {
      this.graph = graph;
      touching = new double[graph.nodes()];
      toGroup = new double[graph.nodes()];
      seen = new int[graph.nodes()];
    }

    /** Fills the group of each node; returns whether any node left its own. */
    boolean improve(int[] group) {
      for (int node = 0; node < group.length; node++) {
        group[node] = node;
        touching[node] = graph.touching(node);
      }
      boolean any = false;
      boolean moved = true;
      while (moved) {
        moved = false;
        for (int node = 0; node < group.length; node++) {
          moved |= move(node, group);
        }
        any |= moved;
      }
      return any;
    }

    private boolean move(int node, int[] group) {
      int own = group[node];
      int groupsSeen = 0;
      for (int at = graph.start[node]; at < graph.start[node + 1]; at++) {
        int neighbour = graph.neighbour[at];
        if (neighbour != node) {
          int of = group[neighbour];
          if (toGroup[of] == 0) {
            seen[groupsSeen++] = of;
          }
          toGroup[of] += graph.weight[at];
        }
      }
      touching[own] -= graph.touching(node);
      int best = own;
      double most = gain(node, own) + LEAST_GAIN * graph.total;
      for (int at = 0; at < groupsSeen; at++) {
        double gain = gain(node, seen[at]);
        if (gain > most || (gain == most && seen[at] < best && best != own)) {
          most = gain;
          best = seen[at];
        }
      }
      for (int at = 0; at < groupsSeen; at++) {
        toGroup[seen[at]] = 0;
      }
      touching[best] += graph.touching(node);
      group[node] = best;
      return best != own;
    }

    /** Gain of joining a group, times total / 2. */
    private double gain(int node, int of) {
      return toGroup[of] - graph.touching(node) * touching[of] / graph.total;
    }
  }
}
