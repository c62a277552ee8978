package tenon.respond.stock;

import tenon.numeric.Laws;

/**
 * The stock of one period: what is left costs h a unit, what is missing p, and S is the least with
 * F(S) &ge; p / (p + h) (Arrow, Harris and Marschak 1951).
 *
 * @param criticalRatio p / (p + h)
 * @param stock S
 * @param cost h E(S - D)+ + p E(D - S)+
 * @param missing E(D - S)+
 * @param fillRate share of demand met
 */
public record Newsvendor(
    double criticalRatio, double stock, double cost, double missing, double fillRate) {

  /**
   * Of normal demand.
   *
   * @param holding h, above 0
   * @param penalty p, above 0
   * @param sd at least 0
   */
  public static Newsvendor normal(double holding, double penalty, double mean, double sd) {
    double ratio = penalty / (penalty + holding);
    NormalLead lead = new NormalLead(holding, penalty, mean, sd);
    double stock = mean + sd * Laws.normalQuantile(ratio);
    double missing = lead.beyond(stock);
    return new Newsvendor(
        ratio, stock, lead.cost(stock), missing, mean > 0 ? 1 - missing / mean : 1);
  }

  /** Of demand in whole units. */
  public static Newsvendor of(double holding, double penalty, DiscreteLaw demand) {
    double ratio = penalty / (penalty + holding);
    int stock = demand.quantile(ratio);
    double missing = demand.beyond(stock);
    double mean = demand.mean();
    double cost = holding * (stock - mean + missing) + penalty * missing;
    return new Newsvendor(ratio, stock, cost, missing, mean > 0 ? 1 - missing / mean : 1);
  }
}
