package tenon.assess.inference;

import java.util.HashMap;
import java.util.Map;

/**
 * From where countries import each product, as trade statistics tell; and in which country each
 * site stands. Countries are numbers that the maker of the record chooses.
 */
public final class ImportShares {
  /** Nothing is known of trade. */
  public static final ImportShares NONE = new ImportShares(new int[0], Map.of());

  private final int[] countryOfSite;
  private final Map<Flow, Double> shares = new HashMap<>();
  private final Map<Flow, Double> totals = new HashMap<>();

  /**
   * What a country buys of a product in another.
   *
   * @param product row of the product
   * @param from the exporting country; -1 for all together
   * @param to the importing country
   */
  public record Flow(int product, int from, int to) {}

  /**
   * Shares of imports.
   *
   * @param countryOfSite country of each site by row, -1 where unknown
   * @param values money by flow, not negative; flows within a country are no imports
   */
  public ImportShares(int[] countryOfSite, Map<Flow, Double> values) {
    this.countryOfSite = countryOfSite.clone();
    values.forEach(
        (flow, value) -> {
          if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("value " + value + " of " + flow);
          }
          if (flow.from() != flow.to()) {
            totals.merge(new Flow(flow.product(), -1, flow.to()), value, Double::sum);
          }
        });
    shares.putAll(values);
  }

  /** Country of a site, -1 where unknown. */
  int country(int site) {
    return site < countryOfSite.length ? countryOfSite[site] : -1;
  }

  /** Whether it is known where the country imports the product from. */
  boolean covers(int product, int to) {
    return to >= 0 && totals.getOrDefault(new Flow(product, -1, to), 0.0) > 0;
  }

  /** Share of a country in the imports of another, 0 to 1; covered ones only. */
  double share(int product, int from, int to) {
    double all = totals.getOrDefault(new Flow(product, -1, to), 0.0);
    return shares.getOrDefault(new Flow(product, from, to), 0.0) / all;
  }
}
