package tenon.twin;

import java.util.List;
import tenon.model.Grouping;

/**
 * Typical daily quantity of each node, so that a chain of grams and one of tonnes give the solver
 * numbers near 1 and its absolute tolerances mean the same in both. Demands pass their size up the
 * chain; powers of two, so that scaling rounds nothing.
 */
final class Scale {
  /** Keeps products of two scales far from overflow. */
  private static final int GREATEST_EXPONENT = 400;

  private final List<Activity> activities;
  private final Grouping filling;
  private final double[] size;
  private final boolean[] settled;
  private final int[] queue;
  private int tail;

  Scale(List<Activity> activities, int nodes) {
    this.activities = activities;
    filling = Grouping.of(activities.size(), nodes, activity -> activities.get(activity).fills);
    size = new double[nodes];
    settled = new boolean[nodes];
    queue = new int[nodes];
  }

  double[] of(int[] demandNode, double[] perDay) {
    for (int demand = 0; demand < demandNode.length; demand++) {
      meet(demandNode[demand], perDay[demand]);
    }
    for (int head = 0; head < tail; head++) {
      int node = queue[head];
      size[node] = powerOfTwo(size[node]);
      settled[node] = true;
      for (int nth = 0; nth < filling.size(node); nth++) {
        Activity activity = activities.get(filling.item(node, nth));
        for (int k = 0; k < activity.takes.length; k++) {
          meet(activity.takes[k], activity.quantity[k] * size[node]);
        }
      }
    }
    for (int node = 0; node < size.length; node++) {
      size[node] = size[node] > 0 ? size[node] : 1;
    }
    return size;
  }

  private void meet(int node, double quantity) {
    if (settled[node] || !(quantity > 0)) {
      return;
    }
    if (size[node] == 0) {
      queue[tail++] = node;
    }
    size[node] = Math.max(size[node], quantity);
  }

  private static double powerOfTwo(double quantity) {
    int exponent = Math.getExponent(quantity);
    return Math.scalb(1.0, Math.clamp(exponent, -GREATEST_EXPONENT, GREATEST_EXPONENT));
  }
}
