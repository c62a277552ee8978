package tenon.twin.site;

import tenon.model.Interval;

/**
 * What the goods cost that are shipped over links whose price is known, at the landed cost of the
 * day: price x (1 + tariff) + freight. Goods bought within the chain count at every link they pass:
 * what a buyer pays more its supplier gains, but for tariffs and freight.
 *
 * @param cost all of them, over the horizon
 * @param undisturbed the same undisturbed, under the same draws; NaN mean where it was not run
 * @param dearer units shipped x (landed cost of the day - usual landed cost): what the changes of
 *     price and tariff cost on what is bought all the same
 * @param tariffs of {@code dearer}, what goes to tariffs
 * @param withLoss {@code dearer} and the loss of the same replication: the fall of the margin;
 *     meaningless where losses are units
 * @param costs {@code cost} by replication
 */
public record Purchases(
    Amount cost,
    Amount undisturbed,
    Amount dearer,
    Amount tariffs,
    Amount withLoss,
    LossByReplication costs) {

  /**
   * Money.
   *
   * @param mean mean over the replications
   * @param interval of the mean, 95 % by the normal approximation; the mean alone where there is
   *     one replication
   */
  public record Amount(double mean, Interval interval) {
    static Amount of(double[] amounts) {
      if (amounts.length == 0) {
        return new Amount(
            Double.NaN, new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
      }
      double mean = Quantiles.mean(amounts);
      double half = amounts.length < 2 ? 0 : Quantiles.halfWidth(amounts);
      return new Amount(mean, new Interval(mean - half, mean + half));
    }
  }

  static Purchases of(Ledger ledger, double[] undisturbed, double[] losses) {
    double[] both = losses.clone();
    Lanes.add(both, ledger.dearer);
    return new Purchases(
        Amount.of(ledger.purchases),
        Amount.of(undisturbed),
        Amount.of(ledger.dearer),
        Amount.of(ledger.tariffs),
        Amount.of(both),
        new LossByReplication(ledger.purchases));
  }
}
