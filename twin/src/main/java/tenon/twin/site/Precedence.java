package tenon.twin.site;

import java.util.Arrays;

/**
 * Orders the nodes so that suppliers stand before their customers and inputs before what is made of
 * them: the reverse of the order in which a depth-first search along the arcs, from nodes in order
 * of their numbers, leaves them (Tarjan 1976). In a cycle the search closes some arc backwards:
 * over such a link an order reaches the supplier's position, and a shipment the customer, a day
 * later at the earliest. Linear time. Adding nodes that no arc joins to a node never changes how it
 * stands to others.
 */
final class Precedence {
  private final int[][] customers;
  private final int[] leaving;
  private int left;

  private Precedence(int[][] customers) {
    this.customers = customers;
    leaving = new int[customers.length];
  }

  static int[] of(NetworkBuilder network) {
    int[][] customers = new int[network.site.length][];
    for (int node = 0; node < customers.length; node++) {
      int[] out = network.out[node];
      int[] uses = network.uses[node];
      customers[node] = new int[out.length + uses.length];
      for (int i = 0; i < out.length; i++) {
        customers[node][i] = network.head[out[i]];
      }
      for (int i = 0; i < uses.length; i++) {
        customers[node][out.length + i] = network.head[network.inputArc[uses[i]]];
      }
    }
    return new Precedence(customers).order();
  }

  private int[] order() {
    boolean[] seen = new boolean[customers.length];
    for (int node = 0; node < customers.length; node++) {
      if (!seen[node]) {
        search(node, seen);
      }
    }
    int[] order = new int[left];
    for (int i = 0; i < left; i++) {
      order[i] = leaving[left - 1 - i];
    }
    return order;
  }

  /** Depth first without recursion: chains may be thousands of nodes deep. */
  private void search(int from, boolean[] seen) {
    int[] path = new int[16];
    int[] next = new int[16];
    int depth = 0;
    path[0] = from;
    seen[from] = true;
    while (depth >= 0) {
      int node = path[depth];
      if (next[depth] == customers[node].length) {
        leaving[left++] = node;
        depth--;
        continue;
      }
      int customer = customers[node][next[depth]++];
      if (!seen[customer]) {
        seen[customer] = true;
        depth++;
        if (depth == path.length) {
          path = Arrays.copyOf(path, 2 * depth);
          next = Arrays.copyOf(next, 2 * depth);
        }
        path[depth] = customer;
        next[depth] = 0;
      }
    }
  }
}
