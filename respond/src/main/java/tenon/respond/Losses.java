package tenon.respond;

/**
 * What demand that is not served on time costs in the programme.
 *
 * @param lostMargin units never served x (margin + lost-sale cost), money (units where losses are
 *     not in money), as the simulation counts losses
 * @param weighted the same with margins times criticality and priority: what the plan makes least
 * @param lostUnits units never served: lost, or still waiting at the end
 * @param lateUnitDays units that wait at the end of a day, summed over the days
 * @param waiting price of that waiting, in the unit of {@code lostMargin}
 */
public record Losses(
    double lostMargin, double weighted, double lostUnits, double lateUnitDays, double waiting) {
  static final Losses NONE = new Losses(0, 0, 0, 0, 0);

  Losses plus(Losses other) {
    return new Losses(
        lostMargin + other.lostMargin,
        weighted + other.weighted,
        lostUnits + other.lostUnits,
        lateUnitDays + other.lateUnitDays,
        waiting + other.waiting);
  }
}
