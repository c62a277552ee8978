package tenon.respond.design;

/**
 * What a scenario comes to with some levers.
 *
 * @param loss margin lost, the price of waiting and what the changed flows cost, less what
 *     insurance pays, money (units where the chain has no margins)
 * @param served share of demand that is served at all
 * @param co2 kg of all shipments of the horizon whose emission is known
 * @param concentration Herfindahl index of suppliers, mean over customer sites and products,
 *     weighted by units, 0 to 1
 */
public record Outcome(double loss, double served, double co2, double concentration) {

  /** The same where only a share of the loss is borne. */
  Outcome bearing(double share) {
    return new Outcome(share * loss, served, co2, concentration);
  }
}
