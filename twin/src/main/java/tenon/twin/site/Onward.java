package tenon.twin.site;

import java.util.ArrayList;
import java.util.List;

/**
 * Where what a node hands over goes on to: the nodes its links and the recipes that take it feed,
 * each with the units of this node that a unit there stands for by the usual shares, and the days
 * on the way. What goes back in a cycle of the chain is left out.
 */
final class Onward {
  static final Onward NONE = new Onward();

  /** Node, units and days by node and way on. */
  final int[][] to;

  final double[][] weight;
  final int[][] days;

  /** Units of this node's product that one unit of what comes out takes. */
  final double[][] perUnit;

  private Onward() {
    to = new int[0][];
    weight = new double[0][];
    days = new int[0][];
    perUnit = new double[0][];
  }

  Onward(NetworkBuilder network) {
    int nodes = network.site.length;
    to = new int[nodes][];
    weight = new double[nodes][];
    days = new int[nodes][];
    perUnit = new double[nodes][];
    for (int node = 0; node < nodes; node++) {
      List<Integer> arcs = new ArrayList<>();
      List<Double> units = new ArrayList<>();
      for (int link : network.out[node]) {
        add(network, node, link, 1, arcs, units);
      }
      for (int input : network.uses[node]) {
        int arc = network.inputArc[input];
        if (isUsual(network, input, arc)) {
          add(network, node, arc, network.inputPerUnit[input], arcs, units);
        }
      }
      to[node] = arcs.stream().mapToInt(arc -> network.head[arc]).toArray();
      perUnit[node] = units.stream().mapToDouble(Double::doubleValue).toArray();
      weight[node] = new double[arcs.size()];
      for (int nth = 0; nth < weight[node].length; nth++) {
        weight[node][nth] = perUnit[node][nth] * network.share[arcs.get(nth)];
      }
      days[node] = arcs.stream().mapToInt(arc -> network.lead[arc]).toArray();
    }
  }

  private static void add(
      NetworkBuilder network,
      int node,
      int arc,
      double perUnit,
      List<Integer> arcs,
      List<Double> units) {
    boolean onwards = network.rank[network.head[arc]] > network.rank[node];
    if (onwards && network.share[arc] > 0) {
      arcs.add(arc);
      units.add(perUnit);
    }
  }

  private static boolean isUsual(NetworkBuilder network, int input, int arc) {
    for (int[] group : network.groups[arc]) {
      if (group[0] == input) {
        return true;
      }
    }
    return false;
  }
}
