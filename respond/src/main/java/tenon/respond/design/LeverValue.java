package tenon.respond.design;

/**
 * What one lever is worth beside the best choice of the others kept as they are.
 *
 * @param lambda weight of CVaR at which the choice was made
 * @param lever index of the lever
 * @param chosen whether it is in the choice
 * @param riskAverted weighted risk without it less with it, money a year: its highest price
 * @param net the same less its cost
 * @param alone what it averts where nothing else is chosen
 */
public record LeverValue(
    double lambda, int lever, boolean chosen, double riskAverted, double net, double alone) {

  /** Whether it is worth its price beside the others, and not alone. */
  public boolean onlyJointly() {
    double price = riskAverted - net;
    return net >= 0 && price > 0 && alone < price;
  }
}
