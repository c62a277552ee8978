package tenon.respond.standby;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tenon.model.Chain;

/** Everyone who makes or ships a product, found in the tables of a chain. */
final class Makers {
  private static final double ROUNDING = 1e-9;

  private final Chain chain;
  private final int products;
  private final UsualOutput usual;
  private final SoleSources soleSources;
  private final Map<Long, List<Integer>> out = new TreeMap<>();
  private final Map<Long, List<Integer>> into = new HashMap<>();
  private final Map<Long, List<Integer>> recipes = new TreeMap<>();

  /**
   * Sorts the tables.
   *
   * @param open whether a link may be used
   */
  Makers(Chain chain, IntPredicate open) {
    this.chain = chain;
    products = Math.max(1, chain.products().count());
    usual = new UsualOutput(chain, open);
    for (int link = 0; link < chain.links().count(); link++) {
      if (open.test(link)) {
        int product = chain.links().product(link);
        add(out, place(chain.links().supplier(link), product), link);
        add(into, place(chain.links().customer(link), product), link);
      }
    }
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      add(recipes, place(chain.recipes().site(recipe), chain.recipes().product(recipe)), recipe);
    }
    soleSources = new SoleSources(chain, into);
  }

  private static void add(Map<Long, List<Integer>> lists, long place, int row) {
    lists.computeIfAbsent(place, _ -> new ArrayList<>()).add(row);
  }

  private long place(int site, int product) {
    return (long) site * products + product;
  }

  UsualOutput usual() {
    return usual;
  }

  /** Open links on which a site ships a product. */
  List<Integer> out(int site, int product) {
    return out.getOrDefault(place(site, product), List.of());
  }

  /** Recipes; and sites that ship what they have no recipe for and nobody ships to them. */
  Map<Integer, List<Maker>> byProduct() {
    Map<Long, List<Integer>> all = new TreeMap<>(recipes);
    for (long place : out.keySet()) {
      if (!into.containsKey(place)) {
        all.putIfAbsent(place, List.of());
      }
    }
    Map<Integer, List<Maker>> makers = new TreeMap<>();
    all.forEach(
        (place, rows) -> {
          int site = (int) (place / products);
          int product = (int) (place % products);
          List<Maker> here = makers.computeIfAbsent(product, _ -> new ArrayList<>());
          if (rows.isEmpty()) {
            here.add(shipper(site, product));
          }
          for (boolean standby : new boolean[] {false, true}) {
            List<Integer> these =
                rows.stream().filter(row -> chain.recipes().standby(row) == standby).toList();
            if (!these.isEmpty()) {
              here.add(maker(site, product, standby, these));
            }
          }
        });
    return makers;
  }

  /** A source of which nothing is told but its links: their capacities bound it. */
  private Maker shipper(int site, int product) {
    double capacity = 0;
    for (int link : out(site, product)) {
      double most = chain.links().capacityPerDay(link);
      capacity += Double.isNaN(most) ? Double.POSITIVE_INFINITY : most;
    }
    boolean told = out(site, product).stream().noneMatch(this::untold);
    boolean standby = out(site, product).stream().allMatch(chain.links()::standby);
    double output = usual.perDay(site, product);
    double spare = beside(capacity, output);
    return maker(site, product, standby, List.of(), capacity, told, output, spare, 0);
  }

  private boolean untold(int link) {
    return Double.isNaN(chain.links().capacityPerDay(link));
  }

  private Maker maker(int site, int product, boolean standby, List<Integer> rows) {
    double capacity = 0;
    boolean told = true;
    double activation = standby ? Double.NaN : 0;
    for (int recipe : rows) {
      double most = chain.recipes().capacityPerDay(recipe);
      told &= !Double.isNaN(most);
      capacity += Double.isNaN(most) ? Double.POSITIVE_INFINITY : most;
      if (standby) {
        activation = least(activation, chain.recipes().activationDays(recipe));
      }
    }
    double output = standby ? 0 : usual.perDay(site, product);
    double spare = beside(capacity, output);
    double fed = rows.stream().mapToDouble(recipe -> fed(site, recipe)).sum();
    told |= fed < spare;
    return maker(
        site, product, standby, rows, capacity, told, output, Math.min(spare, fed), activation);
  }

  /**
   * What a recipe could make more by the inputs that its site makes for itself and nobody ships.
   */
  private double fed(int site, int recipe) {
    double most = Double.POSITIVE_INFINITY;
    for (int input = 0; input < chain.inputs().count(); input++) {
      if (chain.inputs().recipe(input) == recipe
          && chain.inputs().essential(input)
          && chain.inputs().substituteGroup(input) == null) {
        long place = place(site, chain.inputs().product(input));
        double each = chain.inputs().quantity(input);
        if (recipes.containsKey(place) && !into.containsKey(place) && each > 0) {
          double capacity = 0;
          for (int maker : recipes.get(place)) {
            double one = chain.recipes().capacityPerDay(maker);
            capacity += Double.isNaN(one) ? Double.POSITIVE_INFINITY : one;
          }
          double used = usual.perDay(site, chain.inputs().product(input));
          double good = chain.recipes().goodShare(recipe);
          most = Math.min(most, beside(capacity, used) / each * (good > 0 ? good : 1));
        }
      }
    }
    return most;
  }

  private Maker maker(
      int site,
      int product,
      boolean standby,
      List<Integer> rows,
      double capacity,
      boolean told,
      double output,
      double spare,
      double ready) {
    double price = Double.NaN;
    double tariff = Double.NaN;
    double confidence = Double.NaN;
    Set<String> evidence = new TreeSet<>();
    for (int link : out(site, product)) {
      price = least(price, chain.links().pricePerUnit(link));
      tariff = least(tariff, chain.links().tariff(link));
      confidence = -least(-confidence, -chain.links().confidence(link));
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
        told,
        output,
        spare,
        Math.max(ready, way(site, product)),
        rows.stream()
            .mapToDouble(chain.recipes()::changeoverDays)
            .reduce(Double.NaN, Makers::least),
        price,
        rows.stream()
            .mapToDouble(chain.recipes()::productionCostPerUnit)
            .reduce(Double.NaN, Makers::least),
        tariff,
        confidence,
        List.copyOf(evidence),
        "",
        technologies(site, rows),
        suppliers(site, rows),
        soleSources.of(site, product));
  }

  /** Days until a way out is open, while it is being made ready; 0 where none is drawn. */
  private double way(int site, int product) {
    List<Integer> links = out(site, product);
    if (links.isEmpty() || links.stream().anyMatch(link -> !chain.links().standby(link))) {
      return 0;
    }
    return links.stream()
        .mapToDouble(chain.links()::activationDays)
        .reduce(Double.NaN, Makers::least);
  }

  private List<Integer> suppliers(int site, List<Integer> rows) {
    Set<Integer> suppliers = new TreeSet<>();
    for (int input = 0; input < chain.inputs().count(); input++) {
      if (rows.contains(chain.inputs().recipe(input))) {
        into.getOrDefault(place(site, chain.inputs().product(input)), List.of())
            .forEach(link -> suppliers.add(chain.links().supplier(link)));
      }
    }
    return List.copyOf(suppliers);
  }

  private List<String> technologies(int site, List<Integer> rows) {
    Set<String> found = new TreeSet<>();
    for (int row : IntStream.range(0, chain.dependencies().count()).toArray()) {
      int of = chain.dependencies().recipe(row);
      boolean concerns = of < 0 ? chain.dependencies().site(row) == site : rows.contains(of);
      String technology = chain.dependencies().technology(row);
      if (concerns && technology != null && chain.dependencies().essential(row)) {
        String vendor = chain.dependencies().vendor(row);
        found.add(vendor == null ? technology : technology + " (" + vendor + ")");
      }
    }
    return List.copyOf(found);
  }

  /** What is left beside a use; nothing where it is no more than rounding. */
  private static double beside(double capacity, double used) {
    double left = capacity - used;
    return Double.isInfinite(left) || left > ROUNDING * capacity ? left : 0;
  }

  /** The smaller of two numbers, or the one that is known. */
  static double least(double one, double other) {
    return Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.min(one, other);
  }
}
