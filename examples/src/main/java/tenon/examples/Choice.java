package tenon.examples;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who buys a product from whom, and in which shares. Customers choose; whoever is left without a
 * customer chooses one, so that no supplier stands alone.
 */
final class Choice {
  private static final double SAME_CITY = 3;
  private static final double SAME_ZONE = 2;
  private static final int WHOLE = 1000;
  private static final int LEAST_SHARE = 10;

  private final Draws draws;
  private final Map<String, Site> sites = new LinkedHashMap<>();

  Choice(Draws draws, Iterable<Site> sites) {
    this.draws = draws;
    sites.forEach(site -> this.sites.put(site.id(), site));
  }

  /** The suppliers of each customer of a product. */
  Map<String, Set<String>> suppliers(
      Product product, Collection<String> customers, List<Site> makers, List<Site> sellers) {
    List<Site> both = new ArrayList<>(sellers);
    both.addAll(makers);
    Map<String, Set<String>> chosen = new LinkedHashMap<>();
    customers.forEach(customer -> chosen.put(customer, choose(product, customer, both)));
    addUnchosen(product, chosen, customers, sellers);
    sellers.forEach(seller -> chosen.put(seller.id(), choose(product, seller.id(), makers)));
    addUnchosen(product, chosen, chosen.keySet(), makers);
    return chosen;
  }

  private Set<String> choose(Product product, String customer, List<Site> from) {
    Range range = product.suppliers();
    int n =
        draws.whole(
            "suppliers", customer + " " + product.id(), (int) range.low(), (int) range.high());
    Map<String, Double> weights = new LinkedHashMap<>();
    from.forEach(site -> weights.put(site.id(), pull(site, site(customer))));
    return new LinkedHashSet<>(draws.best("buys", customer + " " + product.id(), weights, n));
  }

  private void addUnchosen(
      Product product,
      Map<String, Set<String>> chosen,
      Collection<String> customers,
      List<Site> suppliers) {
    Set<String> found = new LinkedHashSet<>();
    chosen.values().forEach(found::addAll);
    Map<String, Double> near = new LinkedHashMap<>();
    for (Site supplier : suppliers) {
      if (found.contains(supplier.id())) {
        continue;
      }
      near.clear();
      customers.forEach(customer -> near.put(customer, nearness(supplier, site(customer))));
      String customer = draws.pick("sells", supplier.id() + " " + product.id(), near);
      Set<String> taken = chosen.get(customer);
      if (taken != null) {
        taken.add(supplier.id());
      }
    }
  }

  /** The customer's need in thousandths by supplier; sums to 1000. */
  Map<String, Integer> shares(Product product, String customer, Collection<String> suppliers) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String supplier : suppliers) {
      String key = supplier + " " + customer + " " + product.id();
      double taste = draws.within("share", key, 0.5, 1.5);
      weights.put(supplier, taste * site(supplier).firm().role().pull());
    }
    return thousandths(weights);
  }

  /** By largest remainder, each at least one hundredth. */
  static Map<String, Integer> thousandths(Map<String, Double> weights) {
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Integer> shares = new LinkedHashMap<>();
    int left = WHOLE;
    String greatest = "";
    for (Map.Entry<String, Double> entry : weights.entrySet()) {
      int share = Math.max(LEAST_SHARE, (int) Math.floor(WHOLE * entry.getValue() / total));
      shares.put(entry.getKey(), share);
      left -= share;
      if (greatest.isEmpty() || share > shares.getOrDefault(greatest, 0)) {
        greatest = entry.getKey();
      }
    }
    // What rounding leaves goes to the greatest share, where it matters least.
    shares.merge(greatest, left, Integer::sum);
    return shares;
  }

  private static double pull(Site supplier, Site customer) {
    return supplier.firm().role().pull() * nearness(supplier, customer);
  }

  private static double nearness(Site supplier, Site customer) {
    if (supplier.region().equals(customer.region())) {
      return SAME_CITY;
    }
    return supplier.region().parent().equals(customer.region().parent()) ? SAME_ZONE : 1;
  }

  private Site site(String id) {
    Site site = sites.get(id);
    if (site == null) {
      throw new IllegalStateException("no site " + id);
    }
    return site;
  }
}
