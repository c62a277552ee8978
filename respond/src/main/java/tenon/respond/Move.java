package tenon.respond;

import java.util.List;

/**
 * A flow that the plan changes against the usual one, at one rate over some days.
 *
 * @param kind what changes
 * @param rowId id of the link or recipe
 * @param productId product that flows or is made
 * @param fromSiteId site that ships or makes
 * @param toSiteId site that receives; for a recipe the site that makes
 * @param firstDay first day of the change
 * @param firstDayAfter first day after it
 * @param usualPerDay usual flow, units per day
 * @param plannedPerDay planned flow, units per day
 * @param standby whether the source is on standby
 * @param insteadOf ids of the sources of the same product at the same site that fall below their
 *     usual flow meanwhile; empty for a decrease
 * @param worth size of the change in money: units moved x the loss that a unit less would cost (the
 *     dual price of the product where it arrives); 0 where nothing would be lost
 */
public record Move(
    Kind kind,
    String rowId,
    String productId,
    String fromSiteId,
    String toSiteId,
    int firstDay,
    int firstDayAfter,
    double usualPerDay,
    double plannedPerDay,
    boolean standby,
    List<String> insteadOf,
    double worth) {

  /** What changes. */
  public enum Kind {
    SHIP_MORE,
    SHIP_LESS,
    MAKE_MORE,
    MAKE_LESS
  }

  public Move {
    insteadOf = List.copyOf(insteadOf);
  }

  public boolean isIncrease() {
    return kind == Kind.SHIP_MORE || kind == Kind.MAKE_MORE;
  }

  /** Change of the flow, units per day; negative for a decrease. */
  public double changePerDay() {
    return plannedPerDay - usualPerDay;
  }
}
