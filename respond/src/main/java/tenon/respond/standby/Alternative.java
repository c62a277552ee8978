package tenon.respond.standby;

import java.util.List;

/**
 * Another source in place of a site.
 *
 * @param maker who
 * @param substitute whether it makes another product that replaces the lost one
 * @param replaces units of the lost product that one of its units replaces; 1 for the same product
 * @param coverage least of what is lost and its spare capacity, as a share of what is lost
 * @param linked share of what is lost that goes to customers to whom a link of this source is open
 *     or on standby; NaN where the lost source has no customers but itself
 * @param costDifference its cost over that of the lost source, less 1; NaN where untold
 * @param tariffDifference its tariff less that of the lost source; NaN where untold
 * @param shared what would strike both: {@code firm}, {@code region}, {@code sole_source:ID},
 *     {@code supplier:ID}, {@code technology:NAME}
 * @param score rank from 0 to 1: mean of coverage, 1/(1 + days/30), 1/(1 + cost and tariff more),
 *     evidence (the confidence of its links, 1 where none is told, 0.5 without evidence, 0 where it
 *     declined when last asked) and 1/(1 + number of shared exposures)
 */
public record Alternative(
    Maker maker,
    boolean substitute,
    double replaces,
    double coverage,
    double linked,
    double costDifference,
    double tariffDifference,
    List<String> shared,
    double score) {
  public Alternative {
    shared = List.copyOf(shared);
  }

  /** Its spare capacity in units of the lost product, per day. */
  public double sparePerDay() {
    return maker.sparePerDay() * replaces;
  }
}
