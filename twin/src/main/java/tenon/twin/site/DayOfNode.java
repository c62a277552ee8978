package tenon.twin.site;

/**
 * A node at the end of a day, as stockpyl (Snyder 2023) would write it.
 *
 * @param day day, from 0
 * @param node the site, or {@code site/product} where a site has several products
 * @param level units on hand less those owed and those that wait
 * @param asked units of orders, inputs and demand that came in
 * @param ordered units ordered
 * @param received units received
 * @param shipped units shipped, consumed and served
 * @param holdingCost cost of what is on hand, and, at the supplier's rate, of what waits at the
 *     door
 * @param stockoutCost cost of demand that waits, or was lost that day
 * @param transitCost holding cost of what is on its way to customers
 * @param fillRate share of all that was asked so far that was met from stock at once
 * @param disrupted whether a disruption hits the node on the day
 * @param lineCapacity units that the site's line could begin or hand over on the day; NaN where the
 *     site is not described in detail
 */
public record DayOfNode(
    int day,
    String node,
    double level,
    double asked,
    double ordered,
    double received,
    double shipped,
    double holdingCost,
    double stockoutCost,
    double transitCost,
    double fillRate,
    boolean disrupted,
    double lineCapacity) {

  /** Cost of the day. */
  public double totalCost() {
    return holdingCost + stockoutCost + transitCost;
  }
}
