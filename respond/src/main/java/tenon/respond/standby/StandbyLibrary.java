package tenon.respond.standby;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import tenon.model.Chain;

/** The standby library of a chain: for each product at each site, who else could make it. */
public final class StandbyLibrary {
  private static final double SLOW_DAYS = 30;
  private static final double WITHOUT_EVIDENCE = 0.5;

  private final Chain chain;
  private final Makers tables;
  private final Map<Integer, List<Maker>> byProduct;

  /** By lost product and other product: units of the lost that one of the other replaces. */
  private final Map<Integer, Map<Integer, Double>> replaces = new HashMap<>();

  private StandbyLibrary(Chain chain, IntPredicate open, List<Witness> witnesses) {
    this.chain = chain;
    tables = new Makers(chain, open);
    byProduct = tables.byProduct();
    substitutes();
    witnesses.forEach(this::add);
  }

  /** The library of a chain. */
  public static StandbyLibrary of(Chain chain) {
    return of(chain, link -> !chain.links().closed(link), List.of());
  }

  /**
   * The library of a chain, and of what else is known.
   *
   * @param open whether a link may be used
   * @param witnesses past sourcing, cases and answers, the oldest first
   */
  public static StandbyLibrary of(Chain chain, IntPredicate open, List<Witness> witnesses) {
    return new StandbyLibrary(chain, open, witnesses);
  }

  /** Everyone who makes a product, standby included. */
  public List<Maker> makers(int product) {
    return byProduct.getOrDefault(product, List.of());
  }

  /** What a link usually carries, units per day. */
  public double usualOver(int link) {
    return tables.usual().over(link);
  }

  /** One entry for every site that makes a product; uncovered first, then by what is lost. */
  public List<StandbyEntry> entries() {
    List<StandbyEntry> entries = new ArrayList<>();
    byProduct.values().stream()
        .flatMap(List::stream)
        .filter(maker -> maker.usualPerDay() > 0)
        .forEach(maker -> entries.add(entry(maker)));
    entries.sort(StandbyEntry.WORST_FIRST);
    return entries;
  }

  /** A known maker is known from one source more; an unknown one stands by with what it offered. */
  private void add(Witness witness) {
    List<Maker> makers = byProduct.computeIfAbsent(witness.product(), _ -> new ArrayList<>());
    boolean known = false;
    for (int at = 0; at < makers.size(); at++) {
      if (makers.get(at).site() == witness.site()) {
        makers.set(at, makers.get(at).known(witness));
        known = true;
      }
    }
    if (!known && !witness.declined()) {
      makers.add(
          new Maker(
              witness.site(),
              witness.product(),
              true,
              witness.perDay(),
              true,
              0,
              witness.perDay(),
              witness.readyDays(),
              Double.NaN,
              witness.costPerUnit(),
              Double.NaN,
              Double.NaN,
              Double.NaN,
              List.of(witness.evidence()),
              witness.answer(),
              List.of(),
              List.of(),
              List.of()));
    }
  }

  /** Inputs of a group replace each other in the proportion of their quantities. */
  private void substitutes() {
    Map<String, Map<Integer, Double>> groups = new LinkedHashMap<>();
    for (int input = 0; input < chain.inputs().count(); input++) {
      String group = chain.inputs().substituteGroup(input);
      if (group != null) {
        groups
            .computeIfAbsent(chain.inputs().recipe(input) + "/" + group, _ -> new TreeMap<>())
            .put(chain.inputs().product(input), chain.inputs().quantity(input));
      }
    }
    for (Map<Integer, Double> group : groups.values()) {
      group.forEach(
          (one, lost) ->
              group.forEach(
                  (other, instead) -> {
                    if (!one.equals(other)) {
                      double ratio = lost > 0 && instead > 0 ? lost / instead : 1;
                      replaces
                          .computeIfAbsent(one, _ -> new TreeMap<>())
                          .merge(other, ratio, Math::min);
                    }
                  }));
    }
  }

  private StandbyEntry entry(Maker lost) {
    List<Alternative> alternatives = new ArrayList<>();
    for (Maker maker : makers(lost.product())) {
      if (maker.site() != lost.site()) {
        alternatives.add(alternative(lost, maker, false, 1));
      }
    }
    replaces
        .getOrDefault(lost.product(), Map.of())
        .forEach(
            (product, ratio) -> {
              for (Maker maker : makers(product)) {
                if (maker.site() != lost.site()) {
                  alternatives.add(alternative(lost, maker, true, ratio));
                }
              }
            });
    alternatives.sort(
        Comparator.comparing((Alternative one) -> one.coverage() > 0)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Alternative::score).reversed())
            .thenComparingInt(one -> one.maker().site())
            .thenComparingInt(one -> one.maker().product()));
    return new StandbyEntry(lost, lost.usualPerDay(), alternatives);
  }

  private Alternative alternative(Maker lost, Maker maker, boolean substitute, double replaces) {
    double coverage = Math.min(1, maker.sparePerDay() * replaces / lost.usualPerDay());
    double dearer = (1 + lost.costDifference(maker)) / replaces - 1;
    double duty = maker.tariff() - lost.tariff();
    List<String> shared = shared(lost, maker);
    double days = Double.isNaN(maker.activationDays()) ? SLOW_DAYS : maker.activationDays();
    double more = Math.max(0, known(dearer) + known(duty));
    double score =
        (coverage
                + 1 / (1 + days / SLOW_DAYS)
                + 1 / (1 + more)
                + evidence(maker)
                + 1.0 / (1 + shared.size()))
            / 5;
    return new Alternative(
        maker, substitute, replaces, coverage, linked(lost, maker), dearer, duty, shared, score);
  }

  private static double evidence(Maker maker) {
    if (maker.answer().equals("no")) {
      return 0;
    }
    if (maker.evidence().isEmpty()) {
      return WITHOUT_EVIDENCE;
    }
    return Double.isNaN(maker.confidence()) ? 1 : maker.confidence();
  }

  /** A difference that is unknown is none: it neither helps nor harms. */
  private static double known(double number) {
    return Double.isNaN(number) ? 0 : number;
  }

  /** Share of what the lost source ships that goes to whom the other has a link. */
  private double linked(Maker lost, Maker maker) {
    double all = 0;
    double reached = 0;
    for (int link : tables.out(lost.site(), lost.product())) {
      double flow = usualOver(link);
      int customer = chain.links().customer(link);
      boolean linked =
          customer == maker.site()
              || tables.out(maker.site(), maker.product()).stream()
                  .anyMatch(other -> chain.links().customer(other) == customer);
      all += flow;
      reached += linked ? flow : 0;
    }
    return reached / all;
  }

  private List<String> shared(Maker one, Maker other) {
    List<String> shared = new ArrayList<>();
    if (chain.sites().firm(one.site()) == chain.sites().firm(other.site())) {
      shared.add("firm");
    }
    if (chain.sites().region(one.site()) == chain.sites().region(other.site())) {
      shared.add("region");
    }
    for (int site : one.soleSources()) {
      if (other.soleSources().contains(site)) {
        shared.add("sole_source:" + chain.sites().keys().key(site));
      }
    }
    for (int supplier : one.suppliers()) {
      boolean told = one.soleSources().contains(supplier) && other.soleSources().contains(supplier);
      if (!told && other.suppliers().contains(supplier)) {
        shared.add("supplier:" + chain.sites().keys().key(supplier));
      }
    }
    for (String technology : one.technologies()) {
      if (other.technologies().contains(technology)) {
        shared.add("technology:" + technology);
      }
    }
    return shared;
  }
}
