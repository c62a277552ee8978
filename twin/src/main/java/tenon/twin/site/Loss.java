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
 * @param riskInterval interval of VaR, 95 %: order statistics n p -+ 1.96 sqrt(n p (1 - p)), open
 *     to the extremes where there are too few replications
 * @param tailInterval interval of CVaR, 95 %: normal, with the deviation of max(0, loss - VaR)
 *     divided by 0.05 sqrt(n); too narrow where few replications lie beyond VaR
 */
public record Loss(
    boolean inMoney,
    double mean,
    Interval meanInterval,
    Spread spread,
    double valueAtRisk,
    double tailMean,
    Interval riskInterval,
    Interval tailInterval) {

  private static final double NORMAL_95 = 1.959963984540054;
  private static final double LEVEL = 0.95;

  static Loss of(double[] losses, boolean inMoney) {
    double mean = Quantiles.mean(losses);
    double half =
        losses.length < 2 ? 0 : NORMAL_95 * Quantiles.deviation(losses) / Math.sqrt(losses.length);
    double[] sorted = Quantiles.sorted(losses);
    double risk = Quantiles.at(sorted, LEVEL);
    double[] excess = new double[losses.length];
    for (int r = 0; r < losses.length; r++) {
      excess[r] = Math.max(0, losses[r] - risk);
    }
    int n = losses.length;
    double tail = risk + Quantiles.mean(excess) / (1 - LEVEL);
    double wide =
        n < 2 ? 0 : NORMAL_95 * Quantiles.deviation(excess) / ((1 - LEVEL) * Math.sqrt(n));
    return new Loss(
        inMoney,
        mean,
        new Interval(mean - half, mean + half),
        Spread.of(losses),
        risk,
        tail,
        ofOrder(sorted),
        new Interval(tail - wide, tail + wide));
  }

  private static Interval ofOrder(double[] sorted) {
    int n = sorted.length;
    double half = NORMAL_95 * Math.sqrt(n * LEVEL * (1 - LEVEL));
    int low = (int) Math.floor(n * LEVEL - half) - 1;
    int high = (int) Math.ceil(n * LEVEL + half) - 1;
    return new Interval(sorted[Math.max(0, low)], sorted[Math.min(n - 1, high)]);
  }
}
