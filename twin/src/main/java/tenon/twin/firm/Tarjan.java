package tenon.twin.firm;

import java.util.Arrays;

/**
 * Strongly connected components in the order in which they can be solved: a component comes after
 * all those that it leads to. Linear in nodes and edges; scratch is reused.
 *
 * <p>Source: R. E. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on
 * Computing 1(2), 1972, with a stack of its own in place of recursion.
 */
final class Tarjan {

  /** The edges out of a node. */
  interface Successors {
    int from(int node);

    int to(int node);

    /** Target of an edge, or -1 where the edge does not count. */
    int target(int edge);
  }

  private static final int UNSEEN = 0;

  private final int[] index;
  private final int[] low;
  private final int[] next;
  private final int[] path;
  private final int[] open;
  private final boolean[] isOpen;

  /** Nodes by component. */
  final int[] order;

  /** First place of each component in {@link #order}; one more entry than components. */
  final int[] start;

  int components;
  private int ordered;
  private int seen;
  private int opened;

  Tarjan(int nodes) {
    index = new int[nodes];
    low = new int[nodes];
    next = new int[nodes];
    path = new int[nodes];
    open = new int[nodes];
    isOpen = new boolean[nodes];
    order = new int[nodes];
    start = new int[nodes + 1];
  }

  /** Finds the components that the roots lead to. */
  void run(int[] roots, int count, Successors graph) {
    Arrays.fill(index, UNSEEN);
    components = 0;
    ordered = 0;
    seen = 0;
    opened = 0;
    for (int at = 0; at < count; at++) {
      if (index[roots[at]] == UNSEEN) {
        visit(roots[at], graph);
      }
    }
    start[components] = ordered;
  }

  private void visit(int root, Successors graph) {
    int depth = 0;
    path[0] = root;
    enter(root, graph);
    while (depth >= 0) {
      int node = path[depth];
      int child = advance(node, graph);
      if (child >= 0) {
        path[++depth] = child;
        enter(child, graph);
      } else {
        if (low[node] == index[node]) {
          close(node);
        }
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[node]);
        }
      }
    }
  }

  private void enter(int node, Successors graph) {
    index[node] = ++seen;
    low[node] = seen;
    next[node] = graph.from(node);
    open[opened++] = node;
    isOpen[node] = true;
  }

  /** The next node not seen yet, or -1. */
  private int advance(int node, Successors graph) {
    while (next[node] < graph.to(node)) {
      int target = graph.target(next[node]++);
      if (target >= 0 && index[target] == UNSEEN) {
        return target;
      }
      if (target >= 0 && isOpen[target]) {
        low[node] = Math.min(low[node], index[target]);
      }
    }
    return -1;
  }

  private void close(int root) {
    start[components++] = ordered;
    int node;
    do {
      node = open[--opened];
      isOpen[node] = false;
      order[ordered++] = node;
    } while (node != root);
  }
}
