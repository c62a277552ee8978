package tenon.twin.site;

import tenon.model.Interval;

/**
 * What demand not served costs, over the whole horizon: units lost, and units still waiting at the
 * end, times margin and lost-sale cost. Where the undisturbed chain was run too, its loss under the
 * same draws is taken off, so that the number is the loss due to the disruptions.
 *
 * @param inMoney whether the numbers are money; false where a demanded product has no known margin,
 *     and units are summed instead
 * @param mean mean over the replications
 * @param meanInterval interval of the mean, 95 % by the normal approximation; the mean alone where
 *     there is one replication
 * @param spread how the loss varies over the replications
 * @param valueAtRisk quantile of 95 % (VaR)
 * @param tailMean mean of the worst 5 %: VaR + E[max(0, loss - VaR)] / 0.05 (CVaR; Rockafellar and
 *     Uryasev 2000)
 */
public record Loss(
    boolean inMoney,
    double mean,
    Interval meanInterval,
    Spread spread,
    double valueAtRisk,
    double tailMean) {

  private static final double NORMAL_95 = 1.959963984540054;
  private static final double LEVEL = 0.95;

  static Loss of(double[] losses, boolean inMoney) {
    double mean = Quantiles.mean(losses);
    double half =
        losses.length < 2 ? 0 : NORMAL_95 * Quantiles.deviation(losses) / Math.sqrt(losses.length);
    double risk = Quantiles.at(Quantiles.sorted(losses), LEVEL);
    double beyond = 0;
    for (double loss : losses) {
      beyond += Math.max(0, loss - risk);
    }
    return new Loss(
        inMoney,
        mean,
        new Interval(mean - half, mean + half),
        Spread.of(losses),
        risk,
        risk + beyond / losses.length / (1 - LEVEL));
  }
}
