package tenon.respond.stock;

import java.util.Arrays;
import java.util.List;

/**
 * The grid of all times: an optimum lies on it, since it is a corner of the constraints.
 *
 * @param step least step of all given times
 * @param longest greatest time that a stage could be promised or need, in steps, by stage
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record TimeGrid(double step, int[] longest) {
  private static final double[] STEPS = {1, .5, .25, .1, .05, .01, .005, .001};

  /** Steps of the longest way through a network, which the work grows with. */
  static double span(StockNetwork network) {
    double[] longest = new double[network.stages()];
    List<List<Integer>> suppliers = network.suppliers();
    for (int i : network.downward()) {
      longest[i] = network.inbound()[i];
      for (int k : suppliers.get(i)) {
        longest[i] = Math.max(longest[i], longest[k]);
      }
      longest[i] += network.time()[i];
    }
    return Arrays.stream(longest).max().orElse(0) / step(network);
  }

  private static double step(StockNetwork network) {
    double step = STEPS[STEPS.length - 1];
    for (int at = STEPS.length - 1; at >= 0; at--) {
      if (fits(network, STEPS[at])) {
        step = STEPS[at];
      }
    }
    return step;
  }

  static TimeGrid of(StockNetwork network) {
    double step = step(network);
    int[] longest = new int[network.stages()];
    List<List<Integer>> suppliers = network.suppliers();
    for (int i : network.downward()) {
      int before = steps(network.inbound()[i], step);
      for (int k : suppliers.get(i)) {
        before = Math.max(before, longest[k]);
      }
      longest[i] = before + steps(network.time()[i], step);
    }
    return new TimeGrid(step, longest);
  }

  private static boolean fits(StockNetwork network, double step) {
    for (int i = 0; i < network.stages(); i++) {
      for (double time :
          new double[] {network.time()[i], network.inbound()[i], network.greatest()[i]}) {
        if (Double.isFinite(time) && Math.abs(time / step - Math.rint(time / step)) > 1e-6) {
          return false;
        }
      }
    }
    return true;
  }

  private static int steps(double time, double step) {
    return (int) Math.rint(time / step);
  }

  /** Times of numbers of steps, without the noise of multiplying by 0.05. */
  double[] times(int[] steps) {
    double finest = STEPS[STEPS.length - 1];
    double each = Math.rint(step / finest);
    return Arrays.stream(steps)
        .mapToDouble(count -> count * each / Math.rint(1 / finest))
        .toArray();
  }

  /** A time in steps; a great number where it is infinite. */
  int steps(double time) {
    return Double.isFinite(time) ? steps(time, step) : Integer.MAX_VALUE / 4;
  }

  /** Square roots of 0, 1, ... steps, in days, up to the longest time. */
  double[] roots() {
    int most = Arrays.stream(longest).max().orElse(0) + 1;
    double[] roots = new double[most + 1];
    for (int x = 0; x <= most; x++) {
      roots[x] = Math.sqrt(x * step);
    }
    return roots;
  }
}
