package tenon.packages.scms.conformance;

import java.util.HashMap;
import java.util.Map;
import tenon.model.Chain;

/**
 * What others could make of the output of the largest site, computed from an imported chain alone.
 * Output of the last year = volumes of the active links that leave the sites that make; spare of a
 * site and product = capacity x 365 less that output.
 */
record Spares(
    String largestSite, double doses, int products, int madeNowhereElse, double coverable) {

  private record Make(int site, int product) {}

  static Spares of(Chain chain) {
    Map<Make, Double> output = new HashMap<>();
    Map<Integer, Double> outputOfSite = new HashMap<>();
    var links = chain.links();
    for (int link = 0; link < links.count(); link++) {
      int site = links.supplier(link);
      if (!links.standby(link) && chain.sites().kind(site).equals("plant")) {
        double doses = links.volumePerDay(link) * 365;
        output.merge(new Make(site, links.product(link)), doses, Double::sum);
        outputOfSite.merge(site, doses, Double::sum);
      }
    }
    int largest = -1;
    for (int site : outputOfSite.keySet()) {
      if (largest < 0 || of(outputOfSite, site) > of(outputOfSite, largest)) {
        largest = site;
      }
    }
    return of(chain, largest, of(outputOfSite, largest), output);
  }

  private static Spares of(Chain chain, int largest, double doses, Map<Make, Double> output) {
    int products = 0;
    int alone = 0;
    double coverable = 0;
    for (int product = 0; product < chain.products().count(); product++) {
      double lost = of(output, new Make(largest, product));
      if (lost > 0) {
        products++;
        int others = 0;
        double spare = 0;
        var recipes = chain.recipes();
        for (int recipe = 0; recipe < recipes.count(); recipe++) {
          int site = recipes.site(recipe);
          if (recipes.product(recipe) == product && site != largest) {
            others++;
            spare += recipes.capacityPerDay(recipe) * 365 - of(output, new Make(site, product));
          }
        }
        alone += others == 0 ? 1 : 0;
        coverable += Math.min(lost, spare);
      }
    }
    String name = chain.sites().name(largest);
    return new Spares(name == null ? "" : name, doses, products, alone, coverable / doses);
  }

  private static <K> double of(Map<K, Double> amounts, K key) {
    return amounts.getOrDefault(key, 0.0);
  }
}
