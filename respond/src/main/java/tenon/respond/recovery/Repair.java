package tenon.respond.recovery;

/**
 * One thing to be put right.
 *
 * @param disruption place of its capacity loss in the scenario, from 0
 * @param targetId id of what is damaged: a site, a firm, a region
 * @param reportedDay day on which it can begin at the earliest: the day of the damage
 * @param days how long one crew needs for it, above 0
 */
public record Repair(int disruption, String targetId, double reportedDay, double days) {}
