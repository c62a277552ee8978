package tenon.respond.standby;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tenon.model.Chain;

/** The standby library of a chain: for each product at each site, who else could make it. */
public final class StandbyLibrary {
  private static final double SLOW_DAYS = 30;

  private final Chain chain;
  private final UsualOutput usual;
  private final Map<Integer, List<Maker>> byProduct = new TreeMap<>();
  private final Map<Integer, Set<Integer>> replaces = new HashMap<>();
  private final Map<Long, List<Integer>> out = new HashMap<>();
  private final Map<Long, List<Integer>> into = new HashMap<>();

  private StandbyLibrary(Chain chain) {
    this.chain = chain;
    usual = new UsualOutput(chain);
    for (int link = 0; link < chain.links().count(); link++) {
      if (!chain.links().closed(link)) {
        int product = chain.links().product(link);
        out.computeIfAbsent(key(chain.links().supplier(link), product), _ -> new ArrayList<>())
            .add(link);
        into.computeIfAbsent(key(chain.links().customer(link), product), _ -> new ArrayList<>())
            .add(link);
      }
    }
    substitutes();
    makers();
  }

  /** The library of a chain. */
  public static StandbyLibrary of(Chain chain) {
    return new StandbyLibrary(chain);
  }

  /** Everyone who makes a product, standby included. */
  public List<Maker> makers(int product) {
    return byProduct.getOrDefault(product, List.of());
  }

  /** One entry for every site that makes a product; uncovered first, then by what is lost. */
  public List<StandbyEntry> entries() {
    List<StandbyEntry> entries = new ArrayList<>();
    byProduct.values().stream()
        .flatMap(List::stream)
        .filter(maker -> maker.usualPerDay() > 0)
        .forEach(maker -> entries.add(entry(maker)));
    entries.sort(
        Comparator.comparing(StandbyEntry::isUncovered)
            .reversed()
            .thenComparing(
                Comparator.comparingDouble(
                        (StandbyEntry entry) -> entry.lostPerDay() - entry.coverablePerDay())
                    .reversed())
            .thenComparingInt(entry -> entry.maker().site())
            .thenComparingInt(entry -> entry.maker().product()));
    return entries;
  }

  private long key(int site, int product) {
    return (long) site * Math.max(1, chain.products().count()) + product;
  }

  private void substitutes() {
    Map<String, Set<Integer>> groups = new LinkedHashMap<>();
    for (int input = 0; input < chain.inputs().count(); input++) {
      String group = chain.inputs().substituteGroup(input);
      if (group != null) {
        groups
            .computeIfAbsent(chain.inputs().recipe(input) + "/" + group, _ -> new HashSet<>())
            .add(chain.inputs().product(input));
      }
    }
    for (Set<Integer> group : groups.values()) {
      for (int one : group) {
        for (int other : group) {
          if (one != other) {
            replaces.computeIfAbsent(one, _ -> new TreeSet<>()).add(other);
          }
        }
      }
    }
  }

  /** Recipes; and sites that ship what they have no recipe for and nobody ships to them. */
  private void makers() {
    Map<Long, List<Integer>> recipes = new TreeMap<>();
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      long key = key(chain.recipes().site(recipe), chain.recipes().product(recipe));
      recipes.computeIfAbsent(key, _ -> new ArrayList<>()).add(recipe);
    }
    for (long key : new TreeSet<>(out.keySet())) {
      if (!recipes.containsKey(key) && !into.containsKey(key)) {
        recipes.put(key, List.of());
      }
    }
    int products = Math.max(1, chain.products().count());
    recipes.forEach(
        (key, rows) -> {
          Maker maker = maker((int) (key / products), (int) (key % products), rows);
          byProduct.computeIfAbsent(maker.product(), _ -> new ArrayList<>()).add(maker);
        });
  }

  private Maker maker(int site, int product, List<Integer> recipes) {
    double capacity = recipes.isEmpty() ? Double.POSITIVE_INFINITY : 0;
    boolean standby = !recipes.isEmpty();
    double activation = Double.POSITIVE_INFINITY;
    double changeover = Double.NaN;
    double cost = Double.NaN;
    Set<Integer> suppliers = new TreeSet<>();
    for (int recipe : recipes) {
      double most = chain.recipes().capacityPerDay(recipe);
      capacity += Double.isNaN(most) ? Double.POSITIVE_INFINITY : most;
      boolean asleep = chain.recipes().standby(recipe);
      standby &= asleep;
      activation = Math.min(activation, asleep ? chain.recipes().activationDays(recipe) : 0);
      changeover = number("changeover_days", recipe, changeover);
      cost = number("production_cost_per_unit", recipe, cost);
      for (int input = 0; input < chain.inputs().count(); input++) {
        if (chain.inputs().recipe(input) == recipe) {
          into.getOrDefault(key(site, chain.inputs().product(input)), List.of())
              .forEach(link -> suppliers.add(chain.links().supplier(link)));
        }
      }
    }
    double tariff = Double.NaN;
    Set<String> evidence = new TreeSet<>();
    for (int link : out.getOrDefault(key(site, product), List.of())) {
      double price = chain.links().pricePerUnit(link);
      cost = Double.isNaN(cost) ? price : cost;
      double duty = chain.links().tariff(link);
      tariff = Double.isNaN(tariff) ? duty : Double.isNaN(duty) ? tariff : Math.min(tariff, duty);
      String known = chain.links().evidence(link);
      if (known != null) {
        evidence.add(known);
      }
    }
    return new Maker(
        site,
        product,
        standby,
        capacity,
        usual.perDay(site, product),
        recipes.isEmpty() ? 0 : activation,
        changeover,
        cost,
        tariff,
        List.copyOf(evidence),
        technologies(site, recipes),
        List.copyOf(suppliers));
  }

  private double number(String column, int recipe, double otherwise) {
    double number = chain.table(tenon.model.Resource.RECIPES).number(column, recipe);
    return Double.isNaN(otherwise)
        ? number
        : Double.isNaN(number) ? otherwise : Math.min(number, otherwise);
  }

  private List<String> technologies(int site, List<Integer> recipes) {
    Set<String> found = new TreeSet<>();
    for (int row = 0; row < chain.dependencies().count(); row++) {
      int of = chain.dependencies().recipe(row);
      boolean concerns = chain.dependencies().site(row) == site && (of < 0 || recipes.contains(of));
      String technology = chain.dependencies().technology(row);
      if (concerns && technology != null && chain.dependencies().essential(row)) {
        String vendor = chain.dependencies().vendor(row);
        found.add(vendor == null ? technology : technology + " (" + vendor + ")");
      }
    }
    return List.copyOf(found);
  }

  private StandbyEntry entry(Maker lost) {
    List<Alternative> alternatives = new ArrayList<>();
    for (Maker maker : makers(lost.product())) {
      if (maker.site() != lost.site()) {
        alternatives.add(alternative(lost, maker, false));
      }
    }
    for (int product : replaces.getOrDefault(lost.product(), Set.of())) {
      for (Maker maker : makers(product)) {
        if (maker.site() != lost.site()) {
          alternatives.add(alternative(lost, maker, true));
        }
      }
    }
    alternatives.sort(
        Comparator.comparingDouble(Alternative::score)
            .reversed()
            .thenComparingInt(one -> one.maker().site())
            .thenComparingInt(one -> one.maker().product()));
    return new StandbyEntry(lost, lost.usualPerDay(), alternatives);
  }

  private Alternative alternative(Maker lost, Maker maker, boolean substitute) {
    double coverage = Math.min(1, maker.sparePerDay() / lost.usualPerDay());
    double difference = maker.costPerUnit() / lost.costPerUnit() - 1;
    List<String> shared = shared(lost, maker);
    double days = Double.isNaN(maker.activationDays()) ? SLOW_DAYS : maker.activationDays();
    double duty = zero(maker.tariff()) - zero(lost.tariff());
    double more = Math.max(0, (Double.isFinite(difference) ? difference : 0) + duty);
    double score =
        (coverage
                + 1 / (1 + days / SLOW_DAYS)
                + 1 / (1 + more)
                + (maker.evidence().isEmpty() ? 0.5 : 1)
                + 1.0 / (1 + shared.size()))
            / 5;
    return new Alternative(
        maker,
        substitute,
        coverage,
        Double.isFinite(difference) ? difference : Double.NaN,
        shared,
        score);
  }

  private static double zero(double number) {
    return Double.isNaN(number) ? 0 : number;
  }

  private List<String> shared(Maker one, Maker other) {
    List<String> shared = new ArrayList<>();
    if (chain.sites().firm(one.site()) == chain.sites().firm(other.site())) {
      shared.add("firm");
    }
    if (chain.sites().region(one.site()) == chain.sites().region(other.site())) {
      shared.add("region");
    }
    for (int supplier : one.suppliers()) {
      if (other.suppliers().contains(supplier)) {
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
