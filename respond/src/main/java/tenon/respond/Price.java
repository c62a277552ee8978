package tenon.respond;

/**
 * What a little more of something scarce would save: the shadow price of the first objective.
 *
 * @param kind what is scarce
 * @param rowId id of the link or recipe; empty for stock and demand
 * @param siteId site where it is
 * @param productId product
 * @param firstDay first day of the period it is for
 * @param firstDayAfter first day after the period
 * @param perUnit weighted loss saved, money: by one more unit per day of capacity throughout the
 *     period; by one more unit of stock on the morning of day 0; by one unit per day less of demand
 *     throughout the period
 */
public record Price(
    Kind kind,
    String rowId,
    String siteId,
    String productId,
    int firstDay,
    int firstDayAfter,
    double perUnit) {

  /** What is scarce. */
  public enum Kind {
    LINK_CAPACITY,
    RECIPE_CAPACITY,
    STOCK,
    DEMAND
  }
}
