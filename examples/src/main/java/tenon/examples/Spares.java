package tenon.examples;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Standby links: second sources that are agreed but idle, and what standby recipes would need. */
final class Spares {
  private static final double SECOND_SOURCE = 0.07;
  private static final int CUSTOMERS_OF_STANDBY = 2;

  private final Goods goods;
  private final Roster roster;
  private final Flows flows;
  private final Draws draws;
  private final Map<String, Link> links = new LinkedHashMap<>();
  private final Map<String, Map<String, Site>> customers = new LinkedHashMap<>();
  private final Set<String> pairs = new HashSet<>();

  Spares(Goods goods, Roster roster, Flows flows, Draws draws) {
    this.goods = goods;
    this.roster = roster;
    this.flows = flows;
    this.draws = draws;
    for (Link link : flows.links()) {
      customers
          .computeIfAbsent(link.product().id(), id -> new LinkedHashMap<>())
          .put(link.customer().id(), link.customer());
      pairs.add(link.id());
    }
    customers.forEach((product, sites) -> sites.values().forEach(site -> second(product, site)));
    roster.sites().forEach(this::awaken);
  }

  List<Link> links() {
    return List.copyOf(links.values());
  }

  private void second(String product, Site customer) {
    if (draws.chance("second source", customer.id() + " " + product, SECOND_SOURCE)) {
      source(product, customer);
    }
  }

  /** A maker that the customer does not use yet, where there is one. */
  private void source(String product, Site customer) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Site maker : flows.makers(product)) {
      Link link = new Link(maker, customer, goods.product(product), 0, 0, true);
      if (!pairs.contains(link.id())) {
        weights.put(maker.id(), maker.firm().role().pull());
      }
    }
    draws.best("standby source", customer.id() + " " + product, weights, 1).stream()
        .map(roster::site)
        .forEach(maker -> add(new Link(maker, customer, goods.product(product), 0, 0, true)));
  }

  private void awaken(Site site) {
    String product = site.standby();
    if (product == null) {
      return;
    }
    Map<String, Double> weights = new LinkedHashMap<>();
    customers.getOrDefault(product, Map.of()).keySet().forEach(id -> weights.put(id, 1.0));
    draws.best("standby customer", site.id(), weights, CUSTOMERS_OF_STANDBY).stream()
        .map(roster::site)
        .forEach(customer -> add(new Link(site, customer, goods.product(product), 0, 0, true)));
    for (BillLine line : goods.bill(product)) {
      if (flows.needs().at(line.input(), site.id()) == 0) {
        source(line.input(), site);
      }
    }
  }

  private void add(Link link) {
    if (!pairs.contains(link.id())) {
      links.put(link.id(), link);
    }
  }
}
