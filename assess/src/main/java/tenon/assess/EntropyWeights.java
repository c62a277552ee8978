package tenon.assess;

/**
 * Entropy weights. An indicator whose shares p of its own sum are all alike has entropy 1 and tells
 * nothing apart, so it weighs nothing; see {@link Weighting.Entropy} for the formula.
 */
final class EntropyWeights {
  private final Weighting.Entropy spec;
  private final Values values;
  private final Notes notes;

  private EntropyWeights(Weighting.Entropy spec, Values values, Notes notes) {
    this.spec = spec;
    this.values = values;
    this.notes = notes;
  }

  static double[] of(Weighting.Entropy spec, Tree tree, Values values, Notes notes) {
    EntropyWeights work = new EntropyWeights(spec, values, notes);
    double[] weights = new double[tree.nodes()];
    for (int leaf : tree.leaves()) {
      weights[leaf] = work.divergence(leaf, tree.code(leaf));
    }
    return Weigher.shared(tree, weights, notes, "entropy-nothing");
  }

  private double divergence(int leaf, String code) {
    double[] cells = values.of(leaf);
    double[] range = Posts.range(cells);
    if (Double.isNaN(range[0])) {
      return 0;
    }
    if (range[0] == range[1]) {
      notes.warn("entropy-constant", "value", code, Notes.number(range[0]));
      return 0;
    }
    return switch (spec.basis()) {
      case POOLED_MIN_MAX ->
          values.lessIsBetter(leaf)
              ? divergence(cells, range[1], range[0], spec.shift())
              : divergence(cells, range[0], range[1], spec.shift());
      case VALUES -> ofValues(leaf, code, cells, range[0]);
    };
  }

  private double ofValues(int leaf, String code, double[] cells, double least) {
    if (values.lessIsBetter(leaf)) {
      notes.error("entropy-direction", "value", code);
    } else if (least < 0) {
      notes.error("entropy-negative", "value", code, Notes.number(least));
    } else {
      return divergence(cells, 0, 1, spec.shift());
    }
    return 0;
  }

  /** 1 - e of x = (value - zero) / (one - zero) + shift, over the known cells. */
  static double divergence(double[] cells, double zero, double one, double shift) {
    double span = one - zero;
    double sum = 0;
    int known = 0;
    for (double value : cells) {
      if (!Double.isNaN(value)) {
        sum += (value - zero) / span + shift;
        known++;
      }
    }
    double entropy = 0;
    for (double value : cells) {
      double p = ((value - zero) / span + shift) / sum;
      // False for unknown cells; and 0 ln 0 = 0.
      if (p > 0) {
        entropy -= p * StrictMath.log(p);
      }
    }
    return Math.max(0, 1 - entropy / StrictMath.log(known));
  }
}
