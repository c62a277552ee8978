package tenon.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The undisturbed chain: product by product, customers before suppliers, needs become volumes on
 * links, outputs of makers, and needs for their inputs.
 */
final class Flows {
  private static final int PER_WHOLE = 1000;

  private final Goods goods;
  private final Roster roster;
  private final Draws draws;
  private final Choice choice;
  private final Amounts needs = new Amounts();
  private final Amounts outputs = new Amounts();
  private final List<Link> links = new ArrayList<>();
  private final Map<String, List<Site>> makers = new LinkedHashMap<>();
  private final Map<String, List<Site>> sellers = new LinkedHashMap<>();

  Flows(Goods goods, Roster roster, Draws draws, Market market) {
    this.goods = goods;
    this.roster = roster;
    this.draws = draws;
    choice = new Choice(draws, roster.sites());
    for (Site site : roster.sites()) {
      site.makes().forEach(id -> makers.computeIfAbsent(id, p -> new ArrayList<>()).add(site));
      site.sells().forEach(id -> sellers.computeIfAbsent(id, p -> new ArrayList<>()).add(site));
    }
    market.wishes().forEach(wish -> needs.add(wish.product().id(), wish.store().id(), wish.perDay()));
    goods.customersFirst().forEach(this::serve);
  }

  /** Active links. */
  List<Link> links() {
    return List.copyOf(links);
  }

  /** What sites need of a product, units per day. */
  Amounts needs() {
    return needs;
  }

  /** What makers put out of a product, units per day. */
  Amounts outputs() {
    return outputs;
  }

  List<Site> makers(String product) {
    return makers.getOrDefault(product, List.of());
  }

  /** Good share of what a site starts. */
  double goodShare(String product, Site site) {
    Range range = goods.product(product).yield();
    return Round.decimals(draws.within("yield", site.id() + " " + product, range), 3);
  }

  /** What a maker takes for a product; makers abroad buy outside the chain. */
  List<BillLine> bill(Product product, Site maker) {
    return maker.firm().role() == Role.EXTERNAL ? List.of() : goods.bill(product.id());
  }

  private void serve(Product product) {
    List<Site> passing = sellers.getOrDefault(product.id(), List.of());
    Map<String, Double> wanted = new LinkedHashMap<>(needs.of(product.id()));
    Map<String, Set<String>> chosen =
        choice.suppliers(product, wanted.keySet(), makers(product.id()), passing);
    // Customers come before those who pass on, as in the map: their volumes are the latter's needs.
    chosen.forEach((customer, suppliers) -> ship(product, customer, suppliers, wanted));
    makers(product.id()).forEach(maker -> makeUp(product, maker, wanted));
  }

  private void ship(
      Product product, String customer, Set<String> suppliers, Map<String, Double> wanted) {
    double need = wanted.getOrDefault(customer, 0.0);
    if (suppliers.isEmpty()) {
      throw new IllegalStateException("nobody supplies " + product.id() + " to " + customer);
    }
    choice
        .shares(product, customer, suppliers)
        .forEach(
            (supplier, share) -> {
              double volume = need * share / PER_WHOLE;
              wanted.merge(supplier, volume, Double::sum);
              links.add(
                  new Link(
                      roster.site(supplier), roster.site(customer), product, share, volume, false));
            });
    if (roster.site(customer).sells().contains(product.id())) {
      needs.add(product.id(), customer, need);
    }
  }

  private void makeUp(Product product, Site maker, Map<String, Double> wanted) {
    double output = wanted.getOrDefault(maker.id(), 0.0);
    outputs.add(product.id(), maker.id(), output);
    double started = output / goodShare(product.id(), maker);
    for (BillLine line : bill(product, maker)) {
      needs.add(line.input(), maker.id(), started * line.usual());
    }
  }
}
