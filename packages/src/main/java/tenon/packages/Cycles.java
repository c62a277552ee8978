package tenon.packages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import tenon.model.Grouping;

/**
 * Cycles of a directed graph, none of which shares a node with another: enough to name each knot
 * once. Nodes from which no cycle can be reached are peeled off; from the first that is left, a
 * walk along the first arc to a node still there must close a cycle, whose nodes are peeled off in
 * turn. O(nodes + arcs).
 */
public final class Cycles {
  private final Grouping leaving;
  private final Grouping entering;
  private final IntUnaryOperator from;
  private final IntUnaryOperator to;
  private final int[] open;
  private final boolean[] gone;

  private Cycles(int nodes, int arcs, IntUnaryOperator from, IntUnaryOperator to) {
    leaving = Grouping.of(arcs, nodes, arc -> to.applyAsInt(arc) < 0 ? -1 : from.applyAsInt(arc));
    entering = Grouping.of(arcs, nodes, arc -> from.applyAsInt(arc) < 0 ? -1 : to.applyAsInt(arc));
    this.from = from;
    this.to = to;
    open = new int[nodes];
    gone = new boolean[nodes];
  }

  /**
   * The cycles, each as its arcs in order.
   *
   * @param from node that an arc leaves; an arc with a negative end is left out
   * @param to node that an arc enters
   */
  public static List<List<Integer>> of(
      int nodes, int arcs, IntUnaryOperator from, IntUnaryOperator to) {
    return new Cycles(nodes, arcs, from, to).find();
  }

  private List<List<Integer>> find() {
    List<Integer> ends = new ArrayList<>();
    for (int node = 0; node < open.length; node++) {
      open[node] = leaving.size(node);
      if (open[node] == 0) {
        ends.add(node);
      }
    }
    peel(ends);
    List<List<Integer>> cycles = new ArrayList<>();
    for (int node = 0; node < open.length; node++) {
      while (!gone[node]) {
        List<Integer> cycle = walk(node);
        cycles.add(cycle);
        peel(cycle.stream().map(from::applyAsInt).toList());
      }
    }
    return cycles;
  }

  private void peel(List<Integer> ends) {
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    for (int node : ends) {
      gone[node] = true;
      queue.add(node);
    }
    while (!queue.isEmpty()) {
      int node = queue.remove();
      for (int i = 0; i < entering.size(node); i++) {
        int before = from.applyAsInt(entering.item(node, i));
        if (--open[before] == 0 && !gone[before]) {
          gone[before] = true;
          queue.add(before);
        }
      }
    }
  }

  private List<Integer> walk(int start) {
    List<Integer> arcs = new ArrayList<>();
    Map<Integer, Integer> seen = new HashMap<>();
    int node = start;
    Integer closed = seen.putIfAbsent(node, 0);
    while (closed == null) {
      int arc = firstArc(node);
      arcs.add(arc);
      node = to.applyAsInt(arc);
      closed = seen.putIfAbsent(node, arcs.size());
    }
    return List.copyOf(arcs.subList(closed, arcs.size()));
  }

  private int firstArc(int node) {
    for (int i = 0; i < leaving.size(node); i++) {
      int arc = leaving.item(node, i);
      if (!gone[to.applyAsInt(arc)]) {
        return arc;
      }
    }
    throw new IllegalStateException("node " + node + " should have been peeled off");
  }
}
