package tenon.twin.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is served before whom where a stock is less than what is claimed of it.
 *
 * <p>By priority: a demand has its own (blank: 1), a node the highest of what it goes on to, a link
 * or recipe that of the node it feeds. By worth: a unit at a node is worth what a unit there
 * becomes by the usual flows, where a unit of demand is worth the loss by a unit not served; of one
 * stock to share out, serving the dearest claims first makes what is met worth most (a linear
 * programme of one row). Claims that rank alike share in proportion.
 */
final class Turns {
  /** Claims of a node by turn, or null where all come in one; numbered links, demands, inputs. */
  private final int[] @Nullable [][] byNode;

  private Turns(int nodes) {
    byNode = new int[nodes][][];
  }

  static Turns of(NetworkBuilder network) {
    int nodes = network.site.length;
    Turns turns = new Turns(nodes);
    boolean byWorth = network.spec.allocation() == SimulationSpec.Allocation.OPTIMISED;
    if (network.spec.allocation() == SimulationSpec.Allocation.PROPORTIONAL) {
      return turns;
    }
    double[] ofDemand =
        byWorth
            ? new Stakes(network.chain, network.spec, new Blanks()).lossPerUnit
            : priorities(network);
    double[] ofNode = new double[nodes];
    for (int place = nodes - 1; place >= 0; place--) {
      int node = network.order[place];
      ofNode[node] = byWorth ? worth(network, node, ofNode, ofDemand) : 0;
      for (int demand : network.demandsAt[node]) {
        ofNode[node] = byWorth ? ofNode[node] : Math.max(ofNode[node], ofDemand[demand]);
      }
      for (int next : network.onward.to[node]) {
        ofNode[node] = byWorth ? ofNode[node] : Math.max(ofNode[node], ofNode[next]);
      }
    }
    for (int node = 0; node < nodes; node++) {
      turns.byNode[node] = turns(network, node, ofNode, ofDemand, byWorth);
    }
    return turns;
  }

  private static double[] priorities(NetworkBuilder network) {
    double[] all = new double[network.demandNode.length];
    for (int demand = 0; demand < all.length; demand++) {
      double stated = network.chain.demands().priority(demand);
      all[demand] = Double.isNaN(stated) ? 1 : stated;
    }
    return all;
  }

  /** Mean worth of a unit by the usual flows out of a node. */
  private static double worth(
      NetworkBuilder network, int node, double[] ofNode, double[] ofDemand) {
    double flow = 0;
    double value = 0;
    for (int demand : network.demandsAt[node]) {
      double units = network.chain.demands().meanPerDay(demand);
      flow += units;
      value += units * ofDemand[demand];
    }
    Onward onward = network.onward;
    for (int nth = 0; nth < onward.to[node].length; nth++) {
      int next = onward.to[node][nth];
      flow += onward.weight[node][nth] * network.use[next];
      value +=
          onward.weight[node][nth] / onward.perUnit[node][nth] * network.use[next] * ofNode[next];
    }
    return flow > 0 ? value / flow : 0;
  }

  private static int @Nullable [][] turns(
      NetworkBuilder network, int node, double[] ofNode, double[] ofDemand, boolean byWorth) {
    Map<Double, List<Integer>> ranked = new TreeMap<>((a, b) -> Double.compare(b, a));
    int claim = 0;
    for (int link : network.out[node]) {
      add(ranked, ofNode[network.head[link]], claim++);
    }
    for (int demand : network.demandsAt[node]) {
      add(ranked, ofDemand[demand], claim++);
    }
    for (int input : network.uses[node]) {
      double rank = ofNode[network.head[network.inputArc[input]]];
      add(ranked, byWorth ? rank / network.inputPerUnit[input] : rank, claim++);
    }
    if (ranked.size() < 2) {
      return null;
    }
    return ranked.values().stream()
        .map(own -> own.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private static void add(Map<Double, List<Integer>> ranked, double rank, int claim) {
    ranked.computeIfAbsent(rank, _ -> new ArrayList<>()).add(claim);
  }

  /** Claims of a node by turn; null where all come in one. */
  int @Nullable [][] at(int node) {
    return byNode[node];
  }
}
