package tenon.respond;

/**
 * Days on which every planned rate is constant.
 *
 * @param firstDay first day, counted from 0
 * @param firstDayAfter first day of what follows
 */
public record Period(int firstDay, int firstDayAfter) {
  /** Number of days. */
  public int days() {
    return firstDayAfter - firstDay;
  }
}
