package tenon.respond.stock;

import tenon.numeric.Laws;

/**
 * Stock of a single stage.
 *
 * @param z normal quantile of the service level
 * @param safetyStock z &radic;(L s&sup2; + d&sup2; s<sub>L</sub>&sup2;)
 * @param reorderPoint demand of the lead time and safety stock
 */
public record SafetyStock(double z, double safetyStock, double reorderPoint) {

  /**
   * Safety stock by the normal law.
   *
   * @param service probability that demand of the lead time is met, between 0 and 1
   * @param demand mean demand of a day, d
   * @param deviation standard deviation of a day's demand, s
   * @param leadTime mean lead time, days, L
   * @param leadDeviation its standard deviation, days, s_L
   */
  public static SafetyStock normal(
      double service, double demand, double deviation, double leadTime, double leadDeviation) {
    double z = Laws.normalQuantile(service);
    double stock =
        z
            * Math.sqrt(
                leadTime * deviation * deviation + demand * demand * leadDeviation * leadDeviation);
    return new SafetyStock(z, stock, demand * leadTime + stock);
  }

  /**
   * Base stock under supply that fails and recovers, with steady demand (Tomlin 2006; Schmitt,
   * Snyder, Shen 2010): F(n) = 1 - a/(a+b) (1-b)^n is the chance that supply has been out for at
   * most n periods, and S = d + d n for the least n with F(n) &ge; p/(p+h).
   *
   * @param criticalRatio p/(p+h)
   * @param availability F(0), share of periods in which supply works
   * @param periods n
   * @param baseStock S
   * @param cost expected cost of a period at S
   */
  public record UnderDisruptions(
      double criticalRatio, double availability, int periods, double baseStock, double cost) {}

  /**
   * The base stock under disruptions.
   *
   * @param fails chance that supply which works fails in a period, above 0
   * @param recovers chance that supply which is out works again, above 0
   * @param holding cost of a unit held a period
   * @param penalty cost of a unit short a period
   * @param demand demand of a period
   */
  public static UnderDisruptions disrupted(
      double fails, double recovers, double holding, double penalty, double demand) {
    double ratio = penalty / (penalty + holding);
    int periods = 0;
    while (within(fails, recovers, periods) < ratio - 1e-15) {
      periods++;
    }
    double stock = demand + demand * periods;
    return new UnderDisruptions(
        ratio,
        within(fails, recovers, 0),
        periods,
        stock,
        cost(fails, recovers, holding, penalty, demand, stock));
  }

  /** Expected cost of a period at a base stock. */
  public static double cost(
      double fails,
      double recovers,
      double holding,
      double penalty,
      double demand,
      double baseStock) {
    double cost = 0;
    double before = 0;
    for (int n = 0; n < 100_000 && 1 - before > 1e-16; n++) {
      double chance = within(fails, recovers, n) - before;
      before += chance;
      double left = baseStock - demand * (n + 1);
      cost += chance * (left >= 0 ? holding * left : -penalty * left);
    }
    return cost;
  }

  /** F(n): chance that supply has been out for at most so many periods. */
  public static double within(double fails, double recovers, int periods) {
    return 1 - fails / (fails + recovers) * Math.pow(1 - recovers, periods);
  }
}
