package tenon.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tenon.model.Grouping;
import tenon.model.Hierarchy;
import tenon.model.Keys;

/** The hierarchy as a tree: who stands beneath whom, and an order from the leaves up. */
public final class Tree {
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
  public static Tree of(Hierarchy hierarchy, Notes notes) {
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

  /** The hierarchy this is the tree of. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /** The codes of the nodes. */
  public Keys keys() {
    return hierarchy.keys();
  }

  /** The code of a node. */
  public String code(int node) {
    return hierarchy.keys().key(node);
  }

  /** Number of nodes. */
  public int nodes() {
    return hierarchy.count();
  }

  /** Whether nothing stands beneath a node: it is measured. */
  public boolean isLeaf(int node) {
    return children.size(node) == 0;
  }

  /** Whether a node has no node above. */
  public boolean isTop(int node) {
    return hierarchy.parent(node) < 0;
  }

  /** Number of nodes directly beneath. */
  public int childCount(int node) {
    return children.size(node);
  }

  /** The nth node directly beneath, in the order of the hierarchy. */
  public int child(int node, int nth) {
    return children.item(node, nth);
  }

  /** The codes of the nodes beneath, in the order of the hierarchy. */
  public List<String> childCodes(int node) {
    List<String> codes = new ArrayList<>();
    for (int nth = 0; nth < childCount(node); nth++) {
      codes.add(code(child(node, nth)));
    }
    return codes;
  }

  /** The indicators. */
  public int[] leaves() {
    return IntStream.range(0, nodes()).filter(this::isLeaf).toArray();
  }

  /** Every node after the node above it. */
  public int downward(int position) {
    return downward[position];
  }

  /** Every node after those beneath it. */
  public int upward(int position) {
    return downward[downward.length - 1 - position];
  }

  /** Whether less of an indicator is better; tells a blank (more is better) and nonsense. */
  public boolean isLessBetter(int leaf, Notes notes) {
    double direction = hierarchy.direction(leaf);
    if (Double.isNaN(direction)) {
      notes.warn("default-direction", "direction", code(leaf));
    } else if (direction != 1 && direction != -1) {
      notes.error("no-direction", "direction", code(leaf), Notes.number(direction));
    }
    return direction < 0;
  }
}
