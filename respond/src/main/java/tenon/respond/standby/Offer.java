package tenon.respond.standby;

/**
 * What a site could contribute to an urgent order.
 *
 * @param site row of the site
 * @param line kind of the line: {@code own}, {@code standby}, {@code additive}, {@code flexible}
 * @param link row of the link over which it would deliver; -1 where there is none
 * @param quantity most that it can deliver by the due day, units
 * @param ratePerDay units a day once it works; infinite where nothing bounds it
 * @param readyDays days until the first unit leaves
 * @param transitDays days of transport
 * @param costPerUnit cost of a unit delivered, money; NaN where untold
 * @param distanceKm great-circle distance to who orders; NaN where unknown
 * @param risk probability of an outage within a year
 */
public record Offer(
    int site,
    String line,
    int link,
    double quantity,
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

  /** The same line where the site itself says no. */
  public Offer declined() {
    return new Offer(
        site, line, link, 0, ratePerDay, readyDays, transitDays, costPerUnit, distanceKm, risk);
  }

  /**
   * The same line by what the site itself answered: its word counts for more than the data. Where
   * it says when, all is there on that day; else by the due day at the latest.
   *
   * @param most units it says it can deliver by the due day
   * @param cost money a unit it asks
   * @param days days until all is there; NaN where it does not say
   * @param due days until they must be there
   */
  public Offer answered(double most, double cost, double days, double due) {
    double transit = Math.min(transitDays, Double.isNaN(days) ? due : days);
    double ready = readyDays;
    double rate = ratePerDay;
    if (!Double.isNaN(days)) {
      ready = days - transit;
      rate = Double.POSITIVE_INFINITY;
    } else if (daysFor(most) > due) {
      double left = due - readyDays - transit;
      ready = left > 0 ? readyDays : due - transit;
      rate = left > 0 ? most / left : Double.POSITIVE_INFINITY;
    }
    return new Offer(site, line, link, most, rate, ready, transit, cost, distanceKm, risk);
  }
}
