package tenon.twin.site;

/**
 * How one demand fared.
 *
 * @param siteId site where it arises
 * @param productId product demanded
 * @param outcome service and recovery
 * @param lostUnits units never served: lost, or still waiting at the end
 * @param moreLostUnits the same less those of the undisturbed run under the same draws, where there
 *     is one: what is due to the disruptions
 * @param lateUnitDays units that wait at the end of a day, summed over the days
 */
public record DemandOutcome(
    String siteId,
    String productId,
    Outcome outcome,
    Spread lostUnits,
    Spread moreLostUnits,
    Spread lateUnitDays) {}
