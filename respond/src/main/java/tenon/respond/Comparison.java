package tenon.respond;

import tenon.twin.site.Trajectory;

/**
 * A scenario under three responses and the same draws.
 *
 * @param nothing nobody reacts
 * @param ownRule every site goes by its own rule
 * @param planned by the plan
 * @param planAgainstNothing loss where nobody reacts less loss by the plan
 * @param planAgainstOwnRule loss by own rule less loss by the plan
 * @param ownRuleAgainstNothing loss where nobody reacts less loss by own rule
 */
public record Comparison(
    Trajectory nothing,
    Trajectory ownRule,
    Trajectory planned,
    PairedDifference planAgainstNothing,
    PairedDifference planAgainstOwnRule,
    PairedDifference ownRuleAgainstNothing) {

  static Comparison of(Trajectory nothing, Trajectory ownRule, Trajectory planned) {
    return new Comparison(
        nothing,
        ownRule,
        planned,
        PairedDifference.of(nothing.losses(), planned.losses()),
        PairedDifference.of(ownRule.losses(), planned.losses()),
        PairedDifference.of(nothing.losses(), ownRule.losses()));
  }
}
