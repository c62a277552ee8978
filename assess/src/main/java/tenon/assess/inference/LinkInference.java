package tenon.assess.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import tenon.model.Chain;

/** Infers who may supply what a site needs; see the package for the rule. */
public final class LinkInference {
  /** Probability that one delivery of the product tells of a lasting link. */
  private static final double OF_DELIVERY = 0.7;

  /** Probability that one delivery of something else comes with the product too. */
  private static final double OF_OTHER = 0.2;

  /** A supplier is never sure by its market share alone. */
  private static final double MOST_BY_MARKET = 0.95;

  private record Route(int supplier, int customer, int product) {}

  private record Need(int site, int product) {}

  private final Chain chain;
  private final Map<Integer, TreeSet<Integer>> makers = new HashMap<>();
  private final Map<Need, Set<Integer>> known = new HashMap<>();
  private final Map<Route, Double> delivered = new HashMap<>();
  private final Map<Route, Double> ofFirm = new HashMap<>();
  private final Map<Need, Double> sold = new HashMap<>();
  private final Map<Integer, Double> market = new HashMap<>();
  private final Set<Need> needs;
  private final ImportShares imports;
  private final Map<Route, Double> soldIn = new HashMap<>();
  private final double abroad;
  private final double ofSister;
  private final double suppliersPerNeed;

  private LinkInference(
      Chain chain, List<Delivery> deliveries, ImportShares imports, IntPredicate isKnown) {
    this.chain = chain;
    this.imports = imports;
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      makers
          .computeIfAbsent(chain.recipes().product(recipe), p -> new TreeSet<>())
          .add(chain.recipes().site(recipe));
    }
    for (int link = 0; link < chain.links().count(); link++) {
      if (isKnown.test(link) && !chain.links().closed(link)) {
        know(
            chain.links().supplier(link),
            chain.links().customer(link),
            chain.links().product(link));
      }
    }
    for (Delivery delivery : deliveries) {
      Route route = new Route(delivery.supplier(), delivery.customer(), delivery.product());
      delivered.merge(route, delivery.times(), Double::sum);
      delivered.merge(
          new Route(delivery.supplier(), delivery.customer(), -2), delivery.times(), Double::sum);
    }
    needs = needs();
    ofSister = ofSister();
    suppliersPerNeed =
        needs.stream()
            .filter(known::containsKey)
            .mapToInt(n -> suppliers(n).size())
            .average()
            .orElse(1);
    abroad = abroad();
  }

  private Set<Integer> suppliers(Need need) {
    return known.getOrDefault(need, Set.of());
  }

  /**
   * How often a site buys a product where another site of its firm buys it, as the known links
   * show; (hits + 1) / (cases + 2), so that few cases do not make sure.
   */
  private double ofSister() {
    Map<Need, List<Need>> ofOneFirm = new HashMap<>();
    for (Need need : needs) {
      if (known.containsKey(need)) {
        Need firm = new Need(chain.sites().firm(need.site()), need.product());
        ofOneFirm.computeIfAbsent(firm, n -> new ArrayList<>()).add(need);
      }
    }
    long cases = 0;
    long hits = 0;
    for (List<Need> sisters : ofOneFirm.values()) {
      for (Need need : sisters) {
        Set<Integer> others = new HashSet<>();
        sisters.stream().filter(n -> !n.equals(need)).forEach(n -> others.addAll(suppliers(n)));
        cases += others.size();
        hits += others.stream().filter(suppliers(need)::contains).count();
      }
    }
    return (hits + 1.0) / (cases + 2.0);
  }

  /**
   * How often a known supplier stands in another country than its customer, among the needs that
   * the trade statistics cover; (hits + 1) / (cases + 2).
   */
  private double abroad() {
    long cases = 0;
    long hits = 0;
    for (Map.Entry<Need, Set<Integer>> need : known.entrySet()) {
      int to = imports.country(need.getKey().site());
      for (int supplier : need.getValue()) {
        int from = imports.country(supplier);
        if (from >= 0 && imports.covers(need.getKey().product(), to)) {
          cases++;
          hits += from == to ? 0 : 1;
        }
      }
    }
    return (hits + 1.0) / (cases + 2.0);
  }

  private void know(int supplier, int customer, int product) {
    known.computeIfAbsent(new Need(customer, product), n -> new HashSet<>()).add(supplier);
    int firm = chain.sites().firm(customer);
    ofFirm.merge(new Route(supplier, firm, product), 1.0, Double::sum);
    sold.merge(new Need(supplier, product), 1.0, Double::sum);
    market.merge(product, 1.0, Double::sum);
    soldIn.merge(new Route(-1, imports.country(supplier), product), 1.0, Double::sum);
  }

  /**
   * Infers links.
   *
   * @param deliveries what was observed; may be empty
   * @param imports where countries buy each product, {@link ImportShares#NONE} where unknown
   * @param least least confidence that is returned
   * @return links by confidence, then by rows; none is known already
   */
  public static List<InferredLink> infer(
      Chain chain, List<Delivery> deliveries, ImportShares imports, double least) {
    return infer(chain, deliveries, imports, least, link -> true);
  }

  /** As above, taking only some of the links of the chain for known. */
  static List<InferredLink> infer(
      Chain chain,
      List<Delivery> deliveries,
      ImportShares imports,
      double least,
      IntPredicate isKnown) {
    return new LinkInference(chain, deliveries, imports, isKnown).all(least);
  }

  private List<InferredLink> all(double least) {
    List<InferredLink> found = new ArrayList<>();
    for (Need need : needs) {
      Set<Integer> suppliers = suppliers(need);
      for (int maker : makers.getOrDefault(need.product(), new TreeSet<>())) {
        if (maker != need.site() && !suppliers.contains(maker)) {
          InferredLink link = link(maker, need, suppliers.size());
          if (link.confidence() >= least) {
            found.add(link);
          }
        }
      }
    }
    found.sort(
        Comparator.comparingDouble(InferredLink::confidence)
            .reversed()
            .thenComparingInt(InferredLink::customer)
            .thenComparingInt(InferredLink::product)
            .thenComparingInt(InferredLink::supplier));
    return List.copyOf(found);
  }

  /** What sites need and do not make: inputs of their recipes, and demand that arises there. */
  private Set<Need> needs() {
    Set<Need> needs = new LinkedHashSet<>();
    for (int input = 0; input < chain.inputs().count(); input++) {
      int site = chain.recipes().site(chain.inputs().recipe(input));
      add(needs, site, chain.inputs().product(input));
    }
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      add(needs, chain.demands().site(demand), chain.demands().product(demand));
    }
    return needs;
  }

  private void add(Set<Need> needs, int site, int product) {
    if (!makers.getOrDefault(product, new TreeSet<>()).contains(site)) {
      needs.add(new Need(site, product));
    }
  }

  private InferredLink link(int supplier, Need need, int already) {
    double times = delivered.getOrDefault(new Route(supplier, need.site(), need.product()), 0.0);
    double all = delivered.getOrDefault(new Route(supplier, need.site(), -2), 0.0);
    double byDelivery = 1 - Math.pow(1 - OF_DELIVERY, times);
    double byOther = 1 - Math.pow(1 - OF_OTHER, all - times);
    int firm = chain.sites().firm(need.site());
    boolean sister = ofFirm.containsKey(new Route(supplier, firm, need.product()));
    double bySister = sister ? ofSister : 0;
    double missing = Math.max(0, suppliersPerNeed - already);
    double byMarket = Math.min(MOST_BY_MARKET, missing * ofMarket(supplier, need));
    double byTrade = Math.min(MOST_BY_MARKET, missing * ofTrade(supplier, need));
    double none =
        (1 - byDelivery) * (1 - byOther) * (1 - bySister) * (1 - byMarket) * (1 - byTrade);
    return new InferredLink(
        supplier,
        need.site(),
        need.product(),
        1 - none,
        already == 0,
        byDelivery,
        byOther,
        bySister,
        byMarket,
        byTrade);
  }

  /** Share of a supplier among the known suppliers: of all, or of its country where trade tells. */
  private double ofMarket(int supplier, Need need) {
    double own = sold.getOrDefault(new Need(supplier, need.product()), 0.0);
    int from = imports.country(supplier);
    int to = imports.country(need.site());
    if (from < 0 || !imports.covers(need.product(), to)) {
      double total = market.getOrDefault(need.product(), 0.0);
      return total > 0 ? own / total : 0;
    }
    return from == to ? (1 - abroad) * inCountry(supplier, from, need.product()) : 0;
  }

  /** Share of a supplier in what the customer's country buys in the supplier's. */
  private double ofTrade(int supplier, Need need) {
    int from = imports.country(supplier);
    int to = imports.country(need.site());
    if (from < 0 || from == to || !imports.covers(need.product(), to)) {
      return 0;
    }
    return abroad
        * imports.share(need.product(), from, to)
        * inCountry(supplier, from, need.product());
  }

  /** Share of a maker among those of its country: by known links, else evenly. */
  private double inCountry(int supplier, int country, int product) {
    double all = soldIn.getOrDefault(new Route(-1, country, product), 0.0);
    if (all > 0) {
      return sold.getOrDefault(new Need(supplier, product), 0.0) / all;
    }
    long count =
        makers.getOrDefault(product, new TreeSet<>()).stream()
            .filter(maker -> imports.country(maker) == country)
            .count();
    return 1.0 / count;
  }
}
