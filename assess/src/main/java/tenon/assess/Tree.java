package tenon.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tenon.model.Grouping;
import tenon.model.Hierarchy;
import tenon.model.Keys;

/** The hierarchy as a tree: who stands beneath whom, and an order from the leaves up. */
final class Tree {
  private final Hierarchy hierarchy;
  private final Grouping children;

  /** Every node after the node above it. */
  private final int[] downward;

  private Tree(Hierarchy hierarchy, Grouping children, int[] downward) {
    this.hierarchy = hierarchy;
    this.children = children;
    this.downward = downward;
  }

  /** The tree of a hierarchy; nodes in a circle are told as errors and left out of the order. */
  static Tree of(Hierarchy hierarchy, Notes notes) {
    int nodes = hierarchy.count();
    Grouping children = Grouping.of(nodes, nodes, hierarchy::parent);
    int[] order = new int[nodes];
    int reached = 0;
    for (int node = 0; node < nodes; node++) {
      if (hierarchy.parent(node) < 0) {
        order[reached++] = node;
      }
    }
    for (int next = 0; next < reached; next++) {
      for (int nth = 0; nth < children.size(order[next]); nth++) {
        order[reached++] = children.item(order[next], nth);
      }
    }
    if (reached < nodes) {
      tellCircle(hierarchy, order, reached, notes);
    }
    return new Tree(hierarchy, children, Arrays.copyOf(order, reached));
  }

  private static void tellCircle(Hierarchy hierarchy, int[] order, int reached, Notes notes) {
    boolean[] hangs = new boolean[hierarchy.count()];
    for (int i = 0; i < reached; i++) {
      hangs[order[i]] = true;
    }
    for (int node = 0; node < hangs.length; node++) {
      if (!hangs[node]) {
        notes.error("circle", "parent", hierarchy.keys().key(node));
      }
    }
  }

  Hierarchy hierarchy() {
    return hierarchy;
  }

  Keys keys() {
    return hierarchy.keys();
  }

  String code(int node) {
    return hierarchy.keys().key(node);
  }

  int nodes() {
    return hierarchy.count();
  }

  boolean isLeaf(int node) {
    return children.size(node) == 0;
  }

  boolean isTop(int node) {
    return hierarchy.parent(node) < 0;
  }

  int childCount(int node) {
    return children.size(node);
  }

  int child(int node, int nth) {
    return children.item(node, nth);
  }

  /** The codes of the nodes beneath, in the order of the hierarchy. */
  List<String> childCodes(int node) {
    List<String> codes = new ArrayList<>();
    for (int nth = 0; nth < childCount(node); nth++) {
      codes.add(code(child(node, nth)));
    }
    return codes;
  }

  /** The indicators. */
  int[] leaves() {
    return IntStream.range(0, nodes()).filter(this::isLeaf).toArray();
  }

  /** Every node after the node above it. */
  int downward(int position) {
    return downward[position];
  }

  /** Every node after those beneath it. */
  int upward(int position) {
    return downward[downward.length - 1 - position];
  }
}
