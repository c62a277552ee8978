package tenon.respond.standby;

import java.util.List;

/**
 * A site that makes a product, or one that can replace it; what is active and what stands by at one
 * site are two makers.
 *
 * @param site row of the site
 * @param product row of what it makes
 * @param standby whether it would have to be activated first
 * @param capacityPerDay most it can make, units per day; infinite where unlimited or untold
 * @param capacityTold whether the capacity is told
 * @param usualPerDay what it usually makes
 * @param sparePerDay what it could make beside its usual output, units per day, also by what it
 *     makes for itself as an input
 * @param activationDays days until it yields and a way is open to somebody; 0 for who works
 *     already; NaN where untold
 * @param changeoverDays days to change over to the product, within the activation of a standby; NaN
 *     where untold
 * @param pricePerUnit least price on its links; NaN where untold
 * @param productionCostPerUnit cost of a unit without inputs; NaN where untold
 * @param tariff least tariff on its links, as a fraction of the price; NaN where untold
 * @param confidence greatest confidence of its links; NaN where untold
 * @param evidence what it is known from
 * @param answer what it answered when last asked, {@code yes} or {@code no}; empty where never
 * @param technologies technologies that it cannot work without
 * @param suppliers rows of the sites that feed what it makes
 * @param soleSources rows of the sites, however far up, without any one of which it can make
 *     nothing
 */
public record Maker(
    int site,
    int product,
    boolean standby,
    double capacityPerDay,
    boolean capacityTold,
    double usualPerDay,
    double sparePerDay,
    double activationDays,
    double changeoverDays,
    double pricePerUnit,
    double productionCostPerUnit,
    double tariff,
    double confidence,
    List<String> evidence,
    String answer,
    List<String> technologies,
    List<Integer> suppliers,
    List<Integer> soleSources) {
  public Maker {
    evidence = List.copyOf(evidence);
    technologies = List.copyOf(technologies);
    suppliers = List.copyOf(suppliers);
    soleSources = List.copyOf(soleSources);
  }

  /** What a unit costs who orders it: its price, or where that is untold what making it costs. */
  public double costPerUnit() {
    return Double.isNaN(pricePerUnit) ? productionCostPerUnit : pricePerUnit;
  }

  /**
   * Cost of another over that of this one, less 1: price beside price, or cost of making beside
   * cost of making; NaN where neither is told of both.
   */
  double costDifference(Maker other) {
    double difference = other.pricePerUnit / pricePerUnit - 1;
    if (!Double.isFinite(difference)) {
      difference = other.productionCostPerUnit / productionCostPerUnit - 1;
    }
    return Double.isFinite(difference) ? difference : Double.NaN;
  }

  /** The same with something else that it is known from. */
  Maker known(Witness witness) {
    List<String> all = new java.util.ArrayList<>(evidence);
    if (!witness.declined() && !all.contains(witness.evidence())) {
      all.add(witness.evidence());
    }
    return new Maker(
        site,
        product,
        standby,
        capacityPerDay,
        capacityTold,
        usualPerDay,
        sparePerDay,
        Double.isNaN(activationDays) ? witness.readyDays() : activationDays,
        changeoverDays,
        pricePerUnit,
        productionCostPerUnit,
        tariff,
        confidence,
        all,
        witness.answer().isEmpty() ? answer : witness.answer(),
        technologies,
        suppliers,
        soleSources);
  }
}
