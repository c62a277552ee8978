package tenon.assess;

/** Weights told by code; see {@link Weighting.Fixed}. */
final class FixedWeights {
  private FixedWeights() {}

  static double[] of(Weighting.Fixed fixed, Tree tree, Notes notes) {
    double[] weights = new double[tree.nodes()];
    for (int node = 0; node < weights.length; node++) {
      Double told = fixed.byCode().get(tree.code(node));
      if (tree.isTop(node)) {
        weights[node] = 1;
      } else if (told == null) {
        notes.error("fixed-missing", "weight", tree.code(node), fixed.title());
      } else if (!(told >= 0 && told < Double.POSITIVE_INFINITY)) {
        notes.error("weight-impossible", "weight", tree.code(node), Notes.number(told));
      } else {
        weights[node] = told;
      }
    }
    for (String code : fixed.byCode().keySet()) {
      if (tree.keys().id(code) < 0) {
        notes.error("fixed-strange", "weight", code, fixed.title());
      }
    }
    for (int node = 0; node < weights.length; node++) {
      if (!tree.isLeaf(node) && !Weigher.normalise(tree, node, weights)) {
        notes.error("weights-nothing", "weight", tree.code(node));
      }
    }
    return weights;
  }
}
