package tenon.examples;

import java.util.LinkedHashMap;
import java.util.Map;

/** Units per day by product and site. */
final class Amounts {
  private final Map<String, Map<String, Double>> bySite = new LinkedHashMap<>();

  void add(String product, String site, double amount) {
    bySite.computeIfAbsent(product, id -> new LinkedHashMap<>()).merge(site, amount, Double::sum);
  }

  /** Amounts of a product by site, in the order in which the sites first came. */
  Map<String, Double> of(String product) {
    return bySite.getOrDefault(product, Map.of());
  }

  double at(String product, String site) {
    return of(product).getOrDefault(site, 0.0);
  }
}
