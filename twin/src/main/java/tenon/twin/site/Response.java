package tenon.twin.site;

/**
 * How the sites of a chain answer a scenario. The choice changes nothing before the first day that
 * a disruption or a plan touches, nor the undisturbed run with which a scenario is compared.
 */
public sealed interface Response
    permits Response.Nothing, Response.OwnRule, Response.Cheapest, Planned, Steering {

  /** Nobody reacts. */
  Response NOTHING = new Nothing();

  /** Every site helps itself; the default. */
  Response OWN_RULE = new OwnRule();

  /** Every site helps itself, and turns to cheaper sources where prices or tariffs have moved. */
  Response CHEAPEST = new Cheapest();

  /**
   * Nobody reacts: no standby source opens, shares stay as usual, orders wait at the sources where
   * they were placed.
   */
  record Nothing() implements Response {}

  /** Every site moves the share of sources that are out to standby or healthy ones. */
  record OwnRule() implements Response {}

  /**
   * As by their own rule; and on days on which prices or tariffs are not the usual ones, every site
   * moves the share of links that have become dearer than others to those (see {@code
   * CheapSources}). What is ordered already stays.
   */
  record Cheapest() implements Response {}
}
