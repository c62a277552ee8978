package tenon.twin.site;

/**
 * How the sites of a chain answer a scenario. The choice changes nothing before the first day that
 * a disruption or a plan touches, nor the undisturbed run with which a scenario is compared.
 */
public sealed interface Response permits Response.Nothing, Response.OwnRule, Planned, Steering {

  /** Nobody reacts. */
  Response NOTHING = new Nothing();

  /** Every site helps itself; the default. */
  Response OWN_RULE = new OwnRule();

  /**
   * Nobody reacts: no standby source opens, shares stay as usual, orders wait at the sources where
   * they were placed.
   */
  record Nothing() implements Response {}

  /** Every site moves the share of sources that are out to standby or healthy ones. */
  record OwnRule() implements Response {}
}
