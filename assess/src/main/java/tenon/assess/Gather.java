package tenon.assess;

import java.util.Arrays;

/**
 * Linear aggregation, level by level: the amount of a node is the weighted mean of those of its
 * children that are known; where none with a weight is known it is unknown.
 */
final class Gather {
  private Gather() {}

  /**
   * Fills the rows of the inner nodes from those of the leaves.
   *
   * @param weights local weight by node
   * @param amounts by node and cell; the rows of leaves are given
   */
  static void upward(Tree tree, double[] weights, double[][] amounts, int width) {
    double[] known = new double[width];
    for (int position = 0; position < tree.nodes(); position++) {
      int node = tree.upward(position);
      if (!tree.isLeaf(node)) {
        amounts[node] = mean(tree, node, weights, amounts, known);
      }
    }
  }

  static double[] mean(Tree tree, int node, double[] weights, double[][] amounts, double[] known) {
    double[] sum = new double[known.length];
    Arrays.fill(known, 0);
    for (int nth = 0; nth < tree.childCount(node); nth++) {
      int child = tree.child(node, nth);
      double weight = weights[child];
      double[] part = amounts[child];
      for (int cell = 0; cell < sum.length; cell++) {
        double amount = part[cell];
        if (!Double.isNaN(amount)) {
          sum[cell] += weight * amount;
          known[cell] += weight;
        }
      }
    }
    for (int cell = 0; cell < sum.length; cell++) {
      sum[cell] = known[cell] > 0 ? sum[cell] / known[cell] : Double.NaN;
    }
    return sum;
  }
}
