package tenon.respond.standby;

import java.util.List;

/**
 * A site that makes a product, or one that can replace it.
 *
 * @param site row of the site
 * @param product row of what it makes
 * @param standby whether it would have to be activated first
 * @param capacityPerDay most it can make, units per day; infinite where unlimited or untold
 * @param usualPerDay what it usually makes
 * @param activationDays days until it yields; 0 for who works already; NaN where untold
 * @param changeoverDays days to change over to the product; NaN where untold
 * @param costPerUnit cost of a unit without inputs, or its price where only that is told; NaN
 * @param tariff least tariff on its links, as a fraction of the price; NaN where untold
 * @param evidence what its links are known from
 * @param technologies technologies that it cannot work without
 * @param suppliers rows of the sites that feed what it makes
 */
public record Maker(
    int site,
    int product,
    boolean standby,
    double capacityPerDay,
    double usualPerDay,
    double activationDays,
    double changeoverDays,
    double costPerUnit,
    double tariff,
    List<String> evidence,
    List<String> technologies,
    List<Integer> suppliers) {
  public Maker {
    evidence = List.copyOf(evidence);
    technologies = List.copyOf(technologies);
    suppliers = List.copyOf(suppliers);
  }

  /** What it could make beside its usual output, units per day. */
  public double sparePerDay() {
    return Math.max(0, capacityPerDay - usualPerDay);
  }
}
