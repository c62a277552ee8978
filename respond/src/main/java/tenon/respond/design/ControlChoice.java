package tenon.respond.design;

import java.util.ArrayList;
import java.util.List;

/**
 * Which controls to buy against several threats, within a budget or against their own cost. The
 * annual loss is ALE = sum_t f_t m_t prod_{c chosen} (1 - e_ct): effects multiply, so that the
 * value of a control depends on the others and the best by value per cost can be wrong.
 *
 * <p>Exact: every choice is looked at, at most {@value #MOST} controls.
 *
 * @param controls indices of what is chosen, ascending
 * @param spend its cost
 * @param annualLoss what is left of the annual loss
 */
public record ControlChoice(List<Integer> controls, double spend, double annualLoss) {
  /** Most controls of which every choice is looked at. */
  public static final int MOST = 20;

  /** Costs and losses that differ by less are equal: then the cheaper choice wins. */
  private static final double EQUAL = 1e-9;

  public ControlChoice {
    controls = List.copyOf(controls);
  }

  /**
   * The least annual loss whose cost is within a budget.
   *
   * @param loss annual loss of each threat without controls: frequency times magnitude
   * @param cost annual cost of each control
   * @param effect share of a threat that a control averts, by control and threat, 0 to 1
   */
  public static ControlChoice within(
      double budget, double[] loss, double[] cost, double[][] effect) {
    return best(loss, cost, effect, budget, 0);
  }

  /** The least sum of annual loss and cost. */
  public static ControlChoice net(double[] loss, double[] cost, double[][] effect) {
    return best(loss, cost, effect, Double.POSITIVE_INFINITY, 1);
  }

  /** What buying the best loss averted per cost, one by one, comes to: for comparison. */
  public static ControlChoice greedy(
      double budget, double[] loss, double[] cost, double[][] effect) {
    int chosen = 0;
    double spend = 0;
    while (true) {
      double now = left(chosen, loss, effect);
      int next = -1;
      double best = 0;
      for (int c = 0; c < cost.length; c++) {
        if ((chosen & 1 << c) == 0 && spend + cost[c] <= budget + EQUAL) {
          double rate = (now - left(chosen | 1 << c, loss, effect)) / cost[c];
          if (rate > best) {
            best = rate;
            next = c;
          }
        }
      }
      if (next < 0) {
        return choice(chosen, spend, now);
      }
      chosen |= 1 << next;
      spend += cost[next];
    }
  }

  private static ControlChoice best(
      double[] loss, double[] cost, double[][] effect, double budget, double costWeight) {
    if (cost.length > MOST) {
      throw new IllegalArgumentException(cost.length + " controls; give at most " + MOST);
    }
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    double leastSpend = 0;
    for (int set = 0; set < 1 << cost.length; set++) {
      double spend = spend(set, cost);
      if (spend <= budget + EQUAL) {
        double value = left(set, loss, effect) + costWeight * spend;
        boolean tie = Math.abs(value - least) <= EQUAL && spend < leastSpend - EQUAL;
        if (value < least - EQUAL || tie) {
          least = value;
          best = set;
          leastSpend = spend;
        }
      }
    }
    return choice(best, leastSpend, left(best, loss, effect));
  }

  private static double spend(int set, double[] cost) {
    double spend = 0;
    for (int c = 0; c < cost.length; c++) {
      spend += (set & 1 << c) != 0 ? cost[c] : 0;
    }
    return spend;
  }

  private static double left(int set, double[] loss, double[][] effect) {
    double sum = 0;
    for (int t = 0; t < loss.length; t++) {
      double rest = loss[t];
      for (int c = 0; c < effect.length; c++) {
        rest *= (set & 1 << c) != 0 ? 1 - effect[c][t] : 1;
      }
      sum += rest;
    }
    return sum;
  }

  private static ControlChoice choice(int set, double spend, double loss) {
    List<Integer> controls = new ArrayList<>();
    for (int c = 0; c < Integer.SIZE - 1; c++) {
      if ((set & 1 << c) != 0) {
        controls.add(c);
      }
    }
    return new ControlChoice(controls, spend, loss);
  }
}
