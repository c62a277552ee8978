package tenon.assess;

import tenon.model.Hierarchy;
import tenon.model.Panel;

/**
 * What is missing to the targets. A positive gap is still to go, a negative one lies beyond the
 * target, whatever the direction; {@code NaN} where the value or the target is unknown.
 */
public final class Gaps {
  private final Panel panel;
  private final double[][] points;

  private Gaps(Panel panel, double[][] points) {
    this.panel = panel;
    this.points = points;
  }

  static Gaps of(
      Panel panel, Tree tree, Posts posts, double[] weights, double[][] scores, Notes notes) {
    int width = panel.units().count() * panel.periods().count();
    double[][] points = new double[tree.nodes()][];
    int[] leaves = tree.leaves();
    int aimless = 0;
    for (int leaf : leaves) {
      double target = tree.hierarchy().target(leaf);
      aimless += Double.isNaN(target) ? 1 : 0;
      double aim = posts.score(leaf, target);
      double[] gap = new double[width];
      for (int cell = 0; cell < width; cell++) {
        gap[cell] = aim - scores[leaf][cell];
      }
      points[leaf] = gap;
    }
    if (aimless > 0) {
      notes.warn(
          "no-target", "target", null, Integer.toString(aimless), Integer.toString(leaves.length));
    }
    Gather.upward(tree, weights, points, width);
    return new Gaps(panel, points);
  }

  /**
   * Gap of an indicator in its own unit: target - value where more is better, value - target where
   * less is.
   */
  public double inUnit(int indicator, int unit, int period) {
    Hierarchy hierarchy = panel.hierarchy();
    double missing = hierarchy.target(indicator) - panel.value(unit, period, indicator);
    return hierarchy.direction(indicator) < 0 ? -missing : missing;
  }

  /** Gap of an indicator as a share of the size of its target; {@code NaN} for a target of 0. */
  public double share(int indicator, int unit, int period) {
    double target = Math.abs(panel.hierarchy().target(indicator));
    return target == 0 ? Double.NaN : inUnit(indicator, unit, period) / target;
  }

  /**
   * Gap of any node in points of the score: for an indicator the score of its target less its own
   * score; for a node above, the weighted mean over the indicators beneath that have both a target
   * and a value. Values and targets beyond the goalposts count as the goalposts do.
   */
  public double points(int node, int unit, int period) {
    return points[node][unit * panel.periods().count() + period];
  }
}
