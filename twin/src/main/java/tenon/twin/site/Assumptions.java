package tenon.twin.site;

/**
 * What fills a blank cell of the chain. Each use is reported as a finding of the trajectory.
 *
 * @param leadTimeDays lead time of a link that states none, days
 * @param activationDays days until a standby link or recipe that states none delivers
 * @param reviewDays usual use that a stock without levels covers beside its lead time, days
 * @param safetyFactor standard deviations of the use over lead time and review that a safety stock
 *     covers where neither it nor the stock on hand is known; 1.645 leaves 5 % of a normal outside
 * @param outBelow greatest share of its usual capacity at which a source counts as out, so that
 *     standby sources are called
 */
public record Assumptions(
    double leadTimeDays,
    double activationDays,
    double reviewDays,
    double safetyFactor,
    double outBelow) {

  public Assumptions {
    refuseBelow("leadTimeDays", leadTimeDays, 0);
    refuseBelow("activationDays", activationDays, 0);
    refuseBelow("reviewDays", reviewDays, 0);
    refuseBelow("safetyFactor", safetyFactor, 0);
    if (!(outBelow >= 0 && outBelow < 1)) {
      throw new IllegalArgumentException("outBelow is " + outBelow + "; write a share below 1");
    }
  }

  /** Lead time 7 days, activation 14, review 1, safety factor 1.645, out at half the capacity. */
  public static Assumptions standard() {
    return new Assumptions(7, 14, 1, 1.645, 0.5);
  }

  private static void refuseBelow(String name, double value, double least) {
    if (!(value >= least && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " is " + value + "; write a finite number of at least " + least);
    }
  }
}
