package tenon.respond.stock;

/**
 * A policy (R, Q): once the position of stock and orders is at R, a lot of Q is ordered.
 *
 * <p>The position is uniform over R to R + Q and independent of the demand of the lead time that
 * follows, so that a period costs C(R, Q) = (K d + &int; G(y) dy) / Q over these positions, with
 * G(y) = h E(y - D_L)+ + p E(D_L - y)+; what is short waits (Hadley and Whitin 1963). Exact for
 * Poisson demand one by one, and for demand whose sum over a lead time is normal.
 *
 * <p>For whole units the best R and Q are found by widening the interval of positions on its
 * cheaper side while that lowers the mean (Federgruen and Zheng 1992); for normal demand they solve
 * G(R) = G(R + Q) = C(R, Q).
 *
 * @param reorderPoint R
 * @param lot Q
 * @param cost of a period: orders, holding and waiting
 * @param onHand mean stock
 * @param waiting mean units that wait
 * @param fillRate share of demand that need not wait
 */
public record LotPolicy(
    double reorderPoint, double lot, double cost, double onHand, double waiting, double fillRate) {
  private static final int STEPS = 200;

  /** Most units of a lot that are looked at. */
  public static final int MOST_LOT = 10_000_000;

  /**
   * Poisson demand, one by one.
   *
   * @param order K, cost of an order, at least 0
   * @param holding h, of a unit a period, above 0
   * @param penalty p, of a unit that waits a period, above 0
   * @param rate d, units a period, above 0
   * @param lead periods, above 0
   */
  public static LotPolicy poisson(
      double order, double holding, double penalty, double rate, double lead) {
    DiscreteLaw demand = DiscreteLaw.poisson(rate * lead);
    double mean = demand.mean();
    int best = demand.quantile(penalty / (penalty + holding));
    int low = best;
    int high = best;
    double sum = order * rate + cost(demand, holding, penalty, mean, best);
    while (high - low + 1 < MOST_LOT) {
      double below = cost(demand, holding, penalty, mean, low - 1);
      double above = cost(demand, holding, penalty, mean, high + 1);
      int lot = high - low + 1;
      if (Math.min(below, above) >= sum / lot) {
        break;
      }
      sum += Math.min(below, above);
      if (below < above) {
        low--;
      } else {
        high++;
      }
    }
    int lot = high - low + 1;
    double waiting = 0;
    for (int y = low; y <= high; y++) {
      waiting += demand.beyond(y) / lot;
    }
    double position = (low + high) / 2.0;
    // A unit demanded waits where the demand of the lead time before it has used up the position.
    double unmet = (demand.beyond(low - 1) - demand.beyond(high)) / lot;
    return new LotPolicy(low - 1.0, lot, sum / lot, position - mean + waiting, waiting, 1 - unmet);
  }

  private static double cost(
      DiscreteLaw demand, double holding, double penalty, double mean, int y) {
    return holding * (y - mean) + (holding + penalty) * demand.beyond(y);
  }

  /**
   * Demand whose sum over the lead time is normal.
   *
   * @param order K, at least 0; with 0 a lot is 0, which is base stock
   * @param mean of the demand of the lead time
   * @param sd of it, at least 0
   */
  public static LotPolicy normal(
      double order, double holding, double penalty, double rate, double mean, double sd) {
    NormalLead lead = new NormalLead(holding, penalty, mean, sd);
    double fixed = order * rate;
    if (fixed == 0) {
      double stock = lead.best();
      double waiting = lead.beyond(stock);
      double met = sd == 0 ? 1 : penalty / (penalty + holding);
      return new LotPolicy(stock, 0, lead.cost(stock), stock - mean + waiting, waiting, met);
    }
    double high = Math.sqrt(2 * fixed * (holding + penalty) / (holding * penalty));
    while (excess(lead, fixed, high) < 0) {
      high *= 2;
    }
    double low = 0;
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      if (excess(lead, fixed, middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double lot = (low + high) / 2;
    double reorder = reorder(lead, lot);
    return priced(lead, fixed, reorder, lot);
  }

  /** G at the ends of the best interval of this length, less its mean cost: grows with the lot. */
  private static double excess(NormalLead lead, double fixed, double lot) {
    double reorder = reorder(lead, lot);
    return lead.cost(reorder) * lot - fixed - lead.cost(reorder, reorder + lot);
  }

  /** The R at which both ends of the interval cost the same. */
  private static double reorder(NormalLead lead, double lot) {
    double low = lead.best() - lot;
    double high = lead.best();
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      if (lead.cost(middle) > lead.cost(middle + lot)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static LotPolicy priced(NormalLead lead, double fixed, double reorder, double lot) {
    double cost = (fixed + lead.cost(reorder, reorder + lot)) / lot;
    // Of G with h = 0 and p = 1 the integral is that of what waits.
    NormalLead waits = new NormalLead(0, 1, lead.mean(), lead.sd());
    double waiting = waits.cost(reorder, reorder + lot) / lot;
    double unmet = (lead.beyond(reorder) - lead.beyond(reorder + lot)) / lot;
    return new LotPolicy(
        reorder, lot, cost, reorder + lot / 2 - lead.mean() + waiting, waiting, 1 - unmet);
  }
}
