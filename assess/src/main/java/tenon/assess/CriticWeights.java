package tenon.assess;

import tenon.assess.algebra.Correlation;

/** Weights by contrast and conflict; see {@link Weighting.Critic} for the formula. */
final class CriticWeights {
  private CriticWeights() {}

  static double[] of(Weighting.Critic spec, Tree tree, Values values, Notes notes) {
    int[] top = tops(tree);
    int[] leaves = tree.leaves();
    double[] weights = new double[tree.nodes()];
    double[] contrast = new double[tree.nodes()];
    for (int leaf : leaves) {
      contrast[leaf] = contrast(leaf, tree, values, notes);
    }
    for (int i = 0; i < leaves.length; i++) {
      for (int j = 0; j < i; j++) {
        if (top[leaves[i]] == top[leaves[j]]
            && contrast[leaves[i]] > 0
            && contrast[leaves[j]] > 0) {
          double conflict = 1 - correlation(spec, values, leaves[i], leaves[j]);
          weights[leaves[i]] += conflict;
          weights[leaves[j]] += conflict;
        }
      }
    }
    for (int leaf : leaves) {
      weights[leaf] *= contrast[leaf];
    }
    return Weigher.shared(tree, weights, notes, "critic-nothing");
  }

  private static int[] tops(Tree tree) {
    int[] top = new int[tree.nodes()];
    for (int position = 0; position < top.length; position++) {
      int node = tree.downward(position);
      top[node] = tree.isTop(node) ? node : top[tree.hierarchy().parent(node)];
    }
    return top;
  }

  /** Standard deviation of the min-max; 0 for an indicator that tells nothing. */
  private static double contrast(int leaf, Tree tree, Values values, Notes notes) {
    double[] cells = values.of(leaf);
    double[] range = Posts.range(cells);
    double span = range[1] - range[0];
    if (!(span > 0)) {
      notes.warn("critic-constant", "value", tree.code(leaf));
      return 0;
    }
    return deviation(cells) / span;
  }

  /** Standard deviation (n - 1) of the known cells. */
  static double deviation(double[] cells) {
    double sum = 0;
    int known = 0;
    for (double value : cells) {
      if (!Double.isNaN(value)) {
        sum += value;
        known++;
      }
    }
    double squares = 0;
    for (double value : cells) {
      if (!Double.isNaN(value)) {
        squares += (value - sum / known) * (value - sum / known);
      }
    }
    return Math.sqrt(squares / (known - 1));
  }

  /** Correlation of the indicators turned so that more is better; unknown counts as 0. */
  private static double correlation(Weighting.Critic spec, Values values, int one, int other) {
    double r =
        spec.ranked()
            ? Correlation.spearman(values.of(one), values.of(other))
            : Correlation.pearson(values.of(one), values.of(other));
    boolean opposed = values.lessIsBetter(one) != values.lessIsBetter(other);
    return Double.isNaN(r) ? 0 : opposed ? -r : r;
  }
}
