package tenon.respond.stock;

import java.util.Arrays;

/**
 * A policy (s, S) under periodic review: where the position of stock and orders is at s or below,
 * it is raised to S.
 *
 * <p>Demands of periods are independent and alike, in whole units; an order placed at the start of
 * a period comes L periods later; what is short waits. A period costs G(y) = h E(y - D)+ + p E(D -
 * y)+ at its end, D the demand of L + 1 periods. With m(j) the mean number of periods of a cycle in
 * which the position is S - j, and M their sum, c(s, S) = (K + &sum; m(j) G(S - j)) / M(S - s) over
 * j &lt; S - s. The least of all s and S is found by raising S from the best position and s with it
 * (Zheng and Federgruen 1991), which is exact.
 *
 * @param reorder s
 * @param upTo S
 * @param cost mean cost of a period
 * @param cycle mean periods between orders
 */
public record MinMaxPolicy(int reorder, int upTo, double cost, double cycle) {
  /** Most units between s and S. */
  public static final int MOST_APART = 300_000;

  /**
   * The best policy.
   *
   * @param order K, at least 0
   * @param holding h, above 0
   * @param penalty p, above 0
   * @param demand of a period; not always 0
   * @param lead L, whole periods, at least 0
   * @throws IllegalArgumentException if s and S lie more than {@value #MOST_APART} units apart
   */
  public static MinMaxPolicy of(
      double order, double holding, double penalty, DiscreteLaw demand, int lead) {
    return new Search(order, holding, penalty, demand, lead).best();
  }

  /** Cost of a given policy, s below S. */
  public static MinMaxPolicy priced(
      double order,
      double holding,
      double penalty,
      DiscreteLaw demand,
      int lead,
      int reorder,
      int upTo) {
    return new Search(order, holding, penalty, demand, lead).policy(reorder, upTo);
  }

  /** Costs of policies of one item, visits counted once. */
  private static final class Search {
    private final double order;
    private final double holding;
    private final double penalty;
    private final DiscreteLaw demand;
    private final DiscreteLaw total;
    private final double mean;
    private final int start;
    private double[] visits = new double[64];
    private int known;

    Search(double order, double holding, double penalty, DiscreteLaw demand, int lead) {
      this.order = order;
      this.holding = holding;
      this.penalty = penalty;
      this.demand = demand;
      total = demand.of(lead + 1);
      mean = total.mean();
      start = total.quantile(penalty / (penalty + holding));
    }

    private double g(int y) {
      return holding * (y - mean) + (holding + penalty) * total.beyond(y);
    }

    /** m(j): a period without demand is spent at the same position again. */
    private double visits(int j) {
      if (j >= MOST_APART) {
        throw new IllegalArgumentException("s and S lie more than " + MOST_APART + " units apart");
      }
      if (j >= visits.length) {
        visits = Arrays.copyOf(visits, Math.min(MOST_APART, 2 * j));
      }
      for (; known <= j; known++) {
        double sum = known == 0 ? 1 : 0;
        int most = Math.min(known, demand.most());
        for (int units = Math.max(1, demand.least()); units <= most; units++) {
          sum += demand.at(units) * visits[known - units];
        }
        visits[known] = sum / (1 - demand.at(0));
      }
      return visits[j];
    }

    private MinMaxPolicy policy(int reorder, int upTo) {
      double sum = order;
      double periods = 0;
      for (int j = 0; j < upTo - reorder; j++) {
        double visits = visits(j);
        sum += visits * g(upTo - j);
        periods += visits;
      }
      return new MinMaxPolicy(reorder, upTo, sum / periods, periods);
    }

    MinMaxPolicy best() {
      int reorder = start - 1;
      while (policy(reorder, start).cost() > g(reorder)) {
        reorder--;
      }
      MinMaxPolicy best = policy(reorder, start);
      for (int upTo = start + 1; g(upTo) <= best.cost(); upTo++) {
        MinMaxPolicy other = policy(best.reorder(), upTo);
        if (other.cost() < best.cost()) {
          best = other;
          while (best.reorder() + 1 < start && best.cost() <= g(best.reorder() + 1)) {
            best = policy(best.reorder() + 1, upTo);
          }
        }
      }
      return best;
    }
  }
}
