package tenon.assess.drivers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tenon.assess.Tree;
import tenon.assess.pipeline.Aggregator;
import tenon.assess.pipeline.PipelineResult;

/**
 * Contribution of every indicator to the change of a node's value between two periods. At each
 * level the change of a mean is split exactly among its children, and what one point of a child is
 * worth is passed down; contributions sum to the change to rounding.
 *
 * <ul>
 *   <li>Arithmetic: w (x<sub>1</sub> - x<sub>0</sub>), which is also Shapley's value.
 *   <li>Geometric: L(G<sub>1</sub>, G<sub>0</sub>) w ln(x<sub>1</sub> / x<sub>0</sub>), L the
 *       logarithmic mean (LMDI-I).
 *   <li>Harmonic: H<sub>0</sub> H<sub>1</sub> w (1/x<sub>0</sub> - 1/x<sub>1</sub>), since 1/H is a
 *       weighted mean of 1/x.
 * </ul>
 *
 * Where a child is unknown in either period, it contributes through the weights that its siblings
 * take over; that part cannot be given to an indicator and is kept apart as {@link #unassigned}.
 */
public final class Decomposition {

  /**
   * Part of one indicator.
   *
   * @param code the indicator
   * @param contribution its part of the change
   */
  public record Part(String code, double contribution) {}

  private final double change;
  private final double[] byNode;
  private final List<Part> indicators;
  private final double unassigned;

  private Decomposition(double change, double[] byNode, List<Part> indicators, double unassigned) {
    this.change = change;
    this.byNode = byNode;
    this.indicators = List.copyOf(indicators);
    this.unassigned = unassigned;
  }

  /**
   * Decomposes the change of one unit's value.
   *
   * @param top node whose change is decomposed
   * @param from earlier period
   * @param to later period
   * @throws IllegalArgumentException if a node at or beneath the top gathers by something else than
   *     a mean
   */
  public static Decomposition of(PipelineResult result, int top, int unit, int from, int to) {
    Tree tree = result.raw().tree();
    double[] before = values(result, unit, from);
    double[] after = values(result, unit, to);
    double[] worth = new double[tree.nodes()];
    double[] part = new double[tree.nodes()];
    double lost = 0;
    List<Part> leaves = new ArrayList<>();
    for (int position = 0; position < tree.nodes(); position++) {
      int node = tree.downward(position);
      if (!isAtOrBeneath(tree, node, top)) {
        part[node] = Double.NaN;
        continue;
      }
      double change = after[node] - before[node];
      worth[node] = node == top ? 1 : worth[node];
      part[node] = Double.isNaN(change) && node != top ? 0 : worth[node] * change;
      if (tree.isLeaf(node)) {
        leaves.add(new Part(tree.code(node), part[node]));
      } else {
        lost += part[node] - handDown(result, node, before, after, worth);
      }
    }
    return new Decomposition(part[top], part, leaves, lost);
  }

  private static double[] values(PipelineResult result, int unit, int period) {
    return IntStream.range(0, result.raw().tree().nodes())
        .mapToDouble(node -> result.scores().score(node, unit, period))
        .toArray();
  }

  private static boolean isAtOrBeneath(Tree tree, int node, int top) {
    int above = node;
    while (above >= 0 && above != top) {
      above = tree.hierarchy().parent(above);
    }
    return above == top;
  }

  /** Says what one point of each child is worth at the top; returns what all of them bring. */
  private static double handDown(
      PipelineResult result, int node, double[] before, double[] after, double[] worth) {
    Tree tree = result.raw().tree();
    double known = 0;
    for (int nth = 0; nth < tree.childCount(node); nth++) {
      int child = tree.child(node, nth);
      boolean both = !Double.isNaN(before[child] + after[child]);
      known += both ? result.weights().local(child) : 0;
    }
    double brought = 0;
    for (int nth = 0; nth < tree.childCount(node); nth++) {
      int child = tree.child(node, nth);
      double change = after[child] - before[child];
      if (!Double.isNaN(change)) {
        double w = result.weights().local(child) / known;
        worth[child] = worth[node] * w * rate(result, node, child, before, after);
        brought += worth[child] * change;
      }
    }
    return brought;
  }

  /** Change of a node per change of a child of full weight, all changes together being exact. */
  private static double rate(
      PipelineResult result, int node, int child, double[] before, double[] after) {
    Tree tree = result.raw().tree();
    return switch (result.spec().aggregator(depth(tree, node))) {
      case Aggregator.Arithmetic _ -> 1;
      case Aggregator.Geometric _ ->
          logarithmicMean(after[node], before[node]) / logarithmicMean(after[child], before[child]);
      case Aggregator.Harmonic _ -> before[node] * after[node] / (before[child] * after[child]);
      case Aggregator.Topsis _, Aggregator.Copeland _, Aggregator.Doubt _ ->
          throw new IllegalArgumentException(
              tree.code(node) + " is no mean, so its change cannot be decomposed");
    };
  }

  private static int depth(Tree tree, int node) {
    int depth = 0;
    for (int up = tree.hierarchy().parent(node); up >= 0; up = tree.hierarchy().parent(up)) {
      depth++;
    }
    return depth;
  }

  /** (a - b) / ln(a / b), and a where both are equal. */
  static double logarithmicMean(double a, double b) {
    return a == b ? a : (a - b) / StrictMath.log(a / b);
  }

  /** Change of the node's value; {@code NaN} where either is unknown. */
  public double change() {
    return change;
  }

  /** Part of a node, that is of all indicators beneath it; {@code NaN} outside of the top. */
  public double part(int node) {
    return byNode[node];
  }

  /** Parts of the indicators, in the order of the tree. */
  public List<Part> indicators() {
    return indicators;
  }

  /** What belongs to no indicator: weights that moved because something became known or unknown. */
  public double unassigned() {
    return unassigned;
  }

  /** Sum of all parts, which is the change. */
  public double sum() {
    return unassigned + indicators.stream().mapToDouble(Part::contribution).sum();
  }
}
