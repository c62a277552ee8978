package tenon.assess;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tenon.model.Findings;

/** Turns a weighting into local weights, method by method. */
final class Weigher {
  private final Tree tree;
  private final Values values;
  private final Findings findings;
  private final Map<String, double[]> local = new LinkedHashMap<>();
  private final Map<String, AhpWeights> judged = new LinkedHashMap<>();

  private Weigher(Tree tree, Values values, Findings findings) {
    this.tree = tree;
    this.values = values;
    this.findings = findings;
  }

  static Weights weigh(Weighting weighting, Tree tree, Values values, Findings findings) {
    Weigher weigher = new Weigher(tree, values, findings);
    weigher.keep(weighting);
    return new Weights(tree, weigher.local, weigher.judged);
  }

  private double[] keep(Weighting weighting) {
    double[] weights = weigh(weighting);
    String title = weighting.title();
    // Two methods of one kind in a combination, as judgements of two panels, keep a name each.
    for (int more = 2; local.containsKey(title); more++) {
      title = weighting.title() + " (" + more + ")";
    }
    local.put(title, weights);
    return weights;
  }

  private double[] weigh(Weighting weighting) {
    Notes aboutHierarchy = Notes.about(Notes.HIERARCHY, findings);
    return switch (weighting) {
      case Weighting.Given _ -> GivenWeights.of(tree, aboutHierarchy);
      case Weighting.Equal _ -> equal();
      case Weighting.Judged given ->
          JudgedWeights.of(given, tree, judged, Notes.about(Notes.JUDGEMENTS, findings));
      case Weighting.Entropy entropy ->
          EntropyWeights.of(entropy, tree, values, Notes.about(Notes.INDICATORS, findings));
      case Weighting.Fixed fixed -> FixedWeights.of(fixed, tree, aboutHierarchy);
      case Weighting.Critic critic ->
          CriticWeights.of(critic, tree, values, Notes.about(Notes.INDICATORS, findings));
      case Weighting.PrincipalComponent _ ->
          ComponentWeights.of(tree, values, Notes.about(Notes.INDICATORS, findings));
      case Weighting.Combined both ->
          combined(keep(both.first()), keep(both.second()), aboutHierarchy);
    };
  }

  private double[] equal() {
    double[] weights = new double[tree.nodes()];
    Arrays.fill(weights, 1);
    for (int node = 0; node < weights.length; node++) {
      normalise(tree, node, weights);
    }
    return weights;
  }

  private double[] combined(double[] first, double[] second, Notes notes) {
    double[] weights = new double[tree.nodes()];
    for (int node = 0; node < weights.length; node++) {
      weights[node] = Math.sqrt(first[node] * second[node]);
    }
    for (int node = 0; node < weights.length; node++) {
      if (!tree.isLeaf(node) && !normalise(tree, node, weights)) {
        notes.warn("combination-nothing", "weight", tree.code(node));
      }
    }
    return weights;
  }

  /**
   * Makes the weights beneath a node sum to 1; where all are 0 they become equal.
   *
   * @return false where they all were 0
   */
  static boolean normalise(Tree tree, int node, double[] weights) {
    double sum = beneath(tree, node, weights);
    for (int nth = 0; nth < tree.childCount(node); nth++) {
      int child = tree.child(node, nth);
      weights[child] = sum > 0 ? weights[child] / sum : 1.0 / tree.childCount(node);
    }
    return sum > 0;
  }

  /**
   * Gives every inner node the sum beneath it and normalises each group, so that the product down
   * the tree is the leaf's share of all.
   *
   * @param nothing code of the finding for a group that weighs nothing and is weighted equally
   */
  static double[] shared(Tree tree, double[] weights, Notes notes, String nothing) {
    for (int position = 0; position < weights.length; position++) {
      int node = tree.upward(position);
      if (!tree.isLeaf(node)) {
        weights[node] = beneath(tree, node, weights);
      }
    }
    for (int node = 0; node < weights.length; node++) {
      if (!normalise(tree, node, weights) && tree.childCount(node) > 1) {
        notes.warn(nothing, "value", tree.code(node));
      }
    }
    return topped(tree, weights);
  }

  /** Sum of the weights of the children of a node. */
  static double beneath(Tree tree, int node, double[] weights) {
    double sum = 0;
    for (int nth = 0; nth < tree.childCount(node); nth++) {
      sum += weights[tree.child(node, nth)];
    }
    return sum;
  }

  /** The weights, with 1 for the nodes at the top, which have no siblings to share with. */
  static double[] topped(Tree tree, double[] weights) {
    for (int node = 0; node < weights.length; node++) {
      weights[node] = tree.isTop(node) ? 1 : weights[node];
    }
    return weights;
  }
}
