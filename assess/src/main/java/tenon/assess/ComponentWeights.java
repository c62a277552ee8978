package tenon.assess;

import tenon.assess.algebra.Correlation;
import tenon.numeric.SymmetricEigen;

/** Weights by the first principal component of each group of siblings, from the leaves up. */
final class ComponentWeights {
  private final Tree tree;
  private final Notes notes;
  private final double[] weights;
  private final double[][] columns;

  private ComponentWeights(Tree tree, Notes notes) {
    this.tree = tree;
    this.notes = notes;
    weights = new double[tree.nodes()];
    columns = new double[tree.nodes()][];
  }

  static double[] of(Tree tree, Values values, Notes notes) {
    ComponentWeights work = new ComponentWeights(tree, notes);
    for (int leaf : tree.leaves()) {
      work.columns[leaf] = minMax(values, leaf);
    }
    for (int position = 0; position < tree.nodes(); position++) {
      int node = tree.upward(position);
      if (!tree.isLeaf(node)) {
        work.weigh(node);
        work.columns[node] =
            Gather.mean(tree, node, work.weights, work.columns, new double[values.width()]);
      }
    }
    return Weigher.topped(tree, work.weights);
  }

  private static double[] minMax(Values values, int leaf) {
    double[] cells = values.of(leaf);
    double[] range = Posts.range(cells);
    double from = values.lessIsBetter(leaf) ? range[1] : range[0];
    double to = values.lessIsBetter(leaf) ? range[0] : range[1];
    double[] column = new double[cells.length];
    for (int cell = 0; cell < column.length; cell++) {
      column[cell] = (cells[cell] - from) / (to - from);
    }
    return column;
  }

  private void weigh(int node) {
    int children = tree.childCount(node);
    double[][] siblings = new double[children][];
    for (int nth = 0; nth < children; nth++) {
      siblings[nth] = columns[tree.child(node, nth)];
    }
    double[][] correlations = Correlation.matrix(siblings);
    for (int i = 0; i < children; i++) {
      for (int j = 0; j < children; j++) {
        if (Double.isNaN(correlations[i][j])) {
          correlations[i][j] = 0;
          if (i < j) {
            String pair = tree.code(tree.child(node, i)) + ", " + tree.code(tree.child(node, j));
            notes.warn("pca-uncorrelated", "value", tree.code(node), pair);
          }
        }
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(correlations);
    boolean up = false;
    boolean down = false;
    for (int nth = 0; nth < children; nth++) {
      double loading = eigen.component(0, nth);
      weights[tree.child(node, nth)] = loading * loading;
      up |= loading > 0;
      down |= loading < 0;
    }
    if (up && down) {
      notes.warn("pca-opposed", "value", tree.code(node));
    }
  }
}
