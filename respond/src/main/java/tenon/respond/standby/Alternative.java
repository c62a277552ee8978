package tenon.respond.standby;

import java.util.List;

/**
 * Another source in place of a site.
 *
 * @param maker who
 * @param substitute whether it makes another product that replaces the lost one
 * @param coverage least of what is lost and its spare capacity, as a share of what is lost
 * @param costDifference its cost over that of the lost source, less 1; NaN where untold
 * @param shared what would strike both: {@code firm}, {@code region}, {@code supplier:ID}, {@code
 *     technology:NAME}
 * @param score rank from 0 to 1: mean of coverage, 1/(1 + days/30), 1/(1 + cost and tariff more),
 *     evidence (1 or 0.5) and 1/(1 + number of shared exposures)
 */
public record Alternative(
    Maker maker,
    boolean substitute,
    double coverage,
    double costDifference,
    List<String> shared,
    double score) {
  public Alternative {
    shared = List.copyOf(shared);
  }
}
