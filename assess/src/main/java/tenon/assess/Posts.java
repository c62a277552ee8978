package tenon.assess;

import java.util.Arrays;

/** The two values of each indicator between which it is scaled, and the scaling itself. */
final class Posts {
  private final Values values;

  /** Lesser and greater post by node; {@code NaN} where an indicator cannot be scaled. */
  private final double[] low;

  private final double[] high;

  private Posts(Values values, int nodes) {
    this.values = values;
    low = new double[nodes];
    high = new double[nodes];
    Arrays.fill(low, Double.NaN);
    Arrays.fill(high, Double.NaN);
  }

  static Posts of(
      Scaling scaling, Tree tree, Values values, Notes aboutHierarchy, Notes aboutValues) {
    Posts posts = new Posts(values, tree.nodes());
    for (int leaf : tree.leaves()) {
      switch (scaling) {
        case Scaling.Goalposts _ -> posts.setGoalposts(leaf, tree, aboutHierarchy, aboutValues);
        case Scaling.PooledSample _ -> posts.setSample(leaf, tree, aboutValues);
      }
    }
    if (scaling instanceof Scaling.PooledSample) {
      aboutValues.warn("relative-grades", null, null);
    }
    return posts;
  }

  /** The least and greatest known value, or {@code NaN} twice. */
  static double[] range(double[] cells) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : cells) {
      // Comparisons with NaN are false, so unknown cells are passed over.
      if (value < least) {
        least = value;
      }
      if (value > greatest) {
        greatest = value;
      }
    }
    return least <= greatest
        ? new double[] {least, greatest}
        : new double[] {Double.NaN, Double.NaN};
  }

  private void setGoalposts(int leaf, Tree tree, Notes aboutHierarchy, Notes aboutValues) {
    double from = tree.hierarchy().low(leaf);
    double to = tree.hierarchy().high(leaf);
    String code = tree.code(leaf);
    if (!Double.isFinite(from) || !Double.isFinite(to)) {
      aboutHierarchy.error("no-goalposts", "low", code);
    } else if (from >= to) {
      aboutHierarchy.error("goalposts-order", "low", code, Notes.number(from), Notes.number(to));
    } else {
      low[leaf] = from;
      high[leaf] = to;
      tellClipped(leaf, code, aboutValues);
    }
  }

  private void tellClipped(int leaf, String code, Notes notes) {
    int below = 0;
    int above = 0;
    for (double value : values.of(leaf)) {
      below += value < low[leaf] ? 1 : 0;
      above += value > high[leaf] ? 1 : 0;
    }
    if (below + above > 0) {
      notes.warn(
          "clipped",
          "value",
          code,
          Integer.toString(below),
          Integer.toString(above),
          Notes.number(low[leaf]),
          Notes.number(high[leaf]));
    }
  }

  private void setSample(int leaf, Tree tree, Notes notes) {
    double[] range = range(values.of(leaf));
    if (range[0] < range[1]) {
      low[leaf] = range[0];
      high[leaf] = range[1];
    } else if (range[0] == range[1]) {
      notes.warn("constant", "value", tree.code(leaf), Notes.number(range[0]));
    }
  }

  /** Score of a value from 0 to 100; {@code NaN} where the value or the posts are unknown. */
  double score(int leaf, double value) {
    double span = high[leaf] - low[leaf];
    double above = values.lessIsBetter(leaf) ? high[leaf] - value : value - low[leaf];
    return Math.clamp(100 * (above / span), 0.0, 100.0);
  }

  /** Scores of an indicator by cell. */
  double[] scores(int leaf) {
    double[] cells = values.of(leaf);
    double[] scores = new double[cells.length];
    for (int cell = 0; cell < cells.length; cell++) {
      scores[cell] = score(leaf, cells[cell]);
    }
    return scores;
  }
}
