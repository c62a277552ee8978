package tenon.respond.standby;

/**
 * What a site could contribute to an urgent order.
 *
 * @param site row of the site
 * @param line kind of the line: {@code own}, {@code standby}, {@code additive}, {@code flexible}
 * @param quantity most that it can deliver by the due day, units
 * @param days days until the whole of {@code quantity} would be there
 * @param ratePerDay units a day once it works
 * @param readyDays days until it works
 * @param transitDays days of transport
 * @param costPerUnit cost of a unit delivered, money; NaN where untold
 * @param distanceKm great-circle distance to who orders; NaN where unknown
 * @param risk probability of an outage within a year
 */
public record Offer(
    int site,
    String line,
    double quantity,
    double days,
    double ratePerDay,
    double readyDays,
    double transitDays,
    double costPerUnit,
    double distanceKm,
    double risk) {

  /** Days until a number of units would be there. */
  public double daysFor(double units) {
    return readyDays + (ratePerDay > 0 ? units / ratePerDay : 0) + transitDays;
  }

  /**
   * The same line by what the site itself answered.
   *
   * @param most units it says it can deliver
   * @param cost money a unit it asks
   */
  public Offer answered(double most, double cost) {
    return new Offer(
        site,
        line,
        most,
        daysFor(most),
        ratePerDay,
        readyDays,
        transitDays,
        cost,
        distanceKm,
        risk);
  }
}
