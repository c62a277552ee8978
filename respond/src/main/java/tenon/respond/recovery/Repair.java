package tenon.respond.recovery;

/**
 * One thing to be put right.
 *
 * @param disruption place of its capacity loss in the scenario, from 0
 * @param targetId id of what is damaged: a site, a firm, a region
 * @param reportedDay day on which it can begin at the earliest: the day of the damage
 * @param days how long its crews need for it, above 0
 * @param crews crews that it takes at once, at least 1
 * @param parts spare parts that it takes when it begins, at least 0
 * @param restartDays days of restart after the repair, at least 0
 */
public record Repair(
    int disruption,
    String targetId,
    double reportedDay,
    double days,
    int crews,
    double parts,
    double restartDays) {

  /** What one crew mends without parts, and which works at once. */
  public Repair(int disruption, String targetId, double reportedDay, double days) {
    this(disruption, targetId, reportedDay, days, 1, 0, 0);
  }
}
