package tenon.respond.design;

import java.util.Arrays;

/**
 * What a scenario comes to with some levers.
 *
 * @param loss margin lost, the price of waiting and what the changed flows cost, less what
 *     insurance pays, money (units where the chain has no margins)
 * @param served share of demand that is served at all
 * @param co2 kg of all shipments of the horizon whose emission is known
 * @param concentration Herfindahl index of suppliers, mean over customer sites and products,
 *     weighted by units, 0 to 1
 * @param byDemand the part of the loss that is margin lost and waiting, by row of demand; the rest
 *     is the cost of changed flows
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record Outcome(
    double loss, double served, double co2, double concentration, double[] byDemand) {

  /** The same where only a share of the loss is borne. */
  Outcome bearing(double share) {
    double[] borne = Arrays.stream(byDemand).map(part -> share * part).toArray();
    return new Outcome(share * loss, served, co2, concentration, borne);
  }
}
