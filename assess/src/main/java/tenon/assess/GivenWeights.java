package tenon.assess;

/**
 * The weights that stand in the hierarchy. Studies print them in one of two ways, and both are
 * understood: within the groups (each sums to 1), or for the whole (a group sums to the weight of
 * the node above; often only the indicators have one).
 */
final class GivenWeights {

  /** Sums within this distance are equal: weights are printed with two or three digits. */
  private static final double PRINTED = .005;

  private final Tree tree;
  private final Notes notes;
  private final double[] weights;
  private final boolean[] refused;

  private GivenWeights(Tree tree, Notes notes) {
    this.tree = tree;
    this.notes = notes;
    this.weights = new double[tree.nodes()];
    this.refused = new boolean[tree.nodes()];
  }

  static double[] of(Tree tree, Notes notes) {
    GivenWeights given = new GivenWeights(tree, notes);
    given.read();
    boolean whole = given.isOfTheWhole();
    for (int position = 0; position < tree.nodes(); position++) {
      int node = tree.upward(position);
      if (!tree.isLeaf(node)) {
        given.fill(node, whole);
      }
    }
    for (int position = 0; position < tree.nodes(); position++) {
      int node = tree.upward(position);
      if (!tree.isLeaf(node)) {
        given.settle(node);
      }
    }
    return Weigher.topped(tree, given.weights);
  }

  private void read() {
    for (int node = 0; node < weights.length; node++) {
      weights[node] = tree.hierarchy().weight(node);
      if (weights[node] < 0 || Double.isInfinite(weights[node])) {
        notes.error("weight-impossible", "weight", tree.code(node), Notes.number(weights[node]));
        weights[node] = 0;
      }
    }
  }

  /** Whether all indicators have a weight and these sum to 1 although they form several groups. */
  private boolean isOfTheWhole() {
    double sum = 0;
    int groups = 0;
    for (int node = 0; node < weights.length; node++) {
      if (tree.isLeaf(node)) {
        sum += weights[node];
      } else if (tree.isLeaf(tree.child(node, 0))) {
        groups++;
      }
    }
    return groups > 1 && Math.abs(sum - 1) <= PRINTED;
  }

  /** Fills the blanks beneath a node; what lies further down is filled already. */
  private void fill(int node, boolean whole) {
    int children = tree.childCount(node);
    int blank = 0;
    for (int nth = 0; nth < children; nth++) {
      blank += Double.isNaN(weights[tree.child(node, nth)]) ? 1 : 0;
    }
    if (blank == 0) {
      return;
    }
    if (whole) {
      notes.warn("weights-summed", "weight", tree.code(node), Integer.toString(blank));
    } else if (blank < children) {
      refused[node] = true;
      notes.error(
          "weights-partly",
          "weight",
          tree.code(node),
          Integer.toString(blank),
          Integer.toString(children));
    } else if (children > 1) {
      notes.warn("default-equal", "weight", tree.code(node), Integer.toString(children));
    }
    for (int nth = 0; nth < children; nth++) {
      int child = tree.child(node, nth);
      if (Double.isNaN(weights[child])) {
        weights[child] = whole ? Weigher.beneath(tree, child, weights) : 1.0 / children;
      }
    }
  }

  /** Leaves-first, so that the node's own weight is still as given and can be compared with. */
  private void settle(int node) {
    double sum = Weigher.beneath(tree, node, weights);
    boolean fits =
        refused[node] || Math.abs(sum - 1) <= PRINTED || Math.abs(sum - weights[node]) <= PRINTED;
    if (!(sum > 0)) {
      notes.error("weights-nothing", "weight", tree.code(node));
    } else if (!fits && tree.childCount(node) > 1) {
      notes.warn("weights-sum", "weight", tree.code(node), Notes.ratio(sum));
    }
    Weigher.normalise(tree, node, weights);
  }
}
