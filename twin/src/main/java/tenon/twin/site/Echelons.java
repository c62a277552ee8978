package tenon.twin.site;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import tenon.model.Interval;

/** Adds up the swings of nodes by echelon; definitions in {@link Bullwhips.Echelon}. */
final class Echelons {
  /** Echelon of each node, from 1; 0 where it serves no demand, however far. */
  final int[] of;

  private final Network network;
  private final int last;
  private final double[][] calm;
  private final double[][] broken;
  private final boolean[][] moved;
  private final int[][] members;

  Echelons(Network network, int replications) {
    this.network = network;
    of = distances(network);
    last = Arrays.stream(of).max().orElse(0);
    calm = new double[last + 1][replications];
    broken = new double[last + 1][replications];
    moved = new boolean[replications][network.nodes];
    members = new int[last + 1][];
    Arrays.setAll(
        members,
        echelon -> IntStream.range(0, network.nodes).filter(n -> of[n] == echelon).toArray());
  }

  /** Breadth first, upstream from the demands. */
  private static int[] distances(Network network) {
    int[] distance = new int[network.nodes];
    Deque<Integer> next = new ArrayDeque<>();
    for (int node : network.demandNode) {
      if (distance[node] == 0) {
        distance[node] = 1;
        next.add(node);
      }
    }
    while (!next.isEmpty()) {
      int node = next.remove();
      for (int source : sources(network, node)) {
        if (distance[source] == 0) {
          distance[source] = distance[node] + 1;
          next.add(source);
        }
      }
    }
    return distance;
  }

  private static List<Integer> sources(Network network, int node) {
    List<Integer> sources = new ArrayList<>();
    for (int arc : network.into[node]) {
      if (network.isLink(arc)) {
        sources.add(network.tail[arc]);
      }
      for (int[] group : network.groups[arc]) {
        for (int input : group) {
          sources.add(network.inputNode[input]);
        }
      }
    }
    return sources;
  }

  /** Sets the ratios of a block of replications; each has places of its own. */
  void put(int first, Swings without, Swings with) {
    for (int r = 0; r < without.lanes(); r++) {
      for (int echelon = 1; echelon <= last; echelon++) {
        calm[echelon][first + r] = ratio(echelon, without, without, r);
        broken[echelon][first + r] = ratio(echelon, with, without, r);
      }
      for (int node = 0; node < network.nodes; node++) {
        moved[first + r][node] =
            without.asked(node, r, without) > 0 || with.asked(node, r, without) > 0;
      }
    }
  }

  private double ratio(int echelon, Swings swings, Swings undisturbed, int r) {
    double asked = 0;
    double ordered = 0;
    for (int node : members[echelon]) {
      if (swings.asked(node, r, undisturbed) > 0) {
        asked += swings.asked(node, r, undisturbed);
        ordered += swings.ordered(node, r, undisturbed);
      }
    }
    return asked > 0 ? ordered / asked : Double.NaN;
  }

  Bullwhips answer() {
    List<Bullwhips.Echelon> echelons = new ArrayList<>();
    for (int echelon = 1; echelon <= last; echelon++) {
      double[] without = known(calm[echelon]);
      double[] with = known(broken[echelon]);
      echelons.add(
          new Bullwhips.Echelon(
              echelon,
              nodes(echelon),
              mean(without),
              interval(without),
              mean(with),
              interval(with)));
    }
    return new Bullwhips(moved.length, echelons);
  }

  private int nodes(int echelon) {
    int nodes = 0;
    for (int node = 0; node < network.nodes; node++) {
      boolean any = false;
      for (boolean[] replication : moved) {
        any |= replication[node];
      }
      nodes += any && of[node] == echelon ? 1 : 0;
    }
    return nodes;
  }

  private static double[] known(double[] ratios) {
    return Arrays.stream(ratios).filter(ratio -> !Double.isNaN(ratio)).toArray();
  }

  private static double mean(double[] ratios) {
    return ratios.length == 0 ? Double.NaN : Quantiles.mean(ratios);
  }

  private static Interval interval(double[] ratios) {
    if (ratios.length == 0) {
      return new Interval(0, Double.POSITIVE_INFINITY);
    }
    double mean = mean(ratios);
    double half = ratios.length < 2 ? 0 : Quantiles.halfWidth(ratios);
    return new Interval(mean - half, mean + half);
  }
}
