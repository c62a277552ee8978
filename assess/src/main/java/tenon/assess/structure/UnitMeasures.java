package tenon.assess.structure;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Keys;
import tenon.model.Links;
import tenon.model.Resource;

/**
 * Indicators of units computed from the chain they belong to ({@link ChainMeasure}). A row that
 * lacks a number is left out and counted; where nothing is left the value is {@code NaN}, never 0.
 * Only links and recipes that work today count: closed and standby ones do not.
 */
public final class UnitMeasures {
  private static final String LEADING = "leading";
  private static final String OUTPUT = "output_per_year";
  private static final double DAYS_PER_YEAR = 365;

  private final Chain chain;
  private final UnitKind kind;
  private final Keys units;
  private final Columns firms;
  private final int[] active;
  private final boolean[][] inside;

  private UnitMeasures(Chain chain, UnitKind kind) {
    this.chain = chain;
    this.kind = kind;
    firms = chain.table(Resource.FIRMS);
    units =
        switch (kind) {
          case REGIONS -> chain.regions().keys();
          case FIRMS -> chain.firms().keys();
          case SECTORS -> Keys.of(ChainStructure.sectors(chain));
        };
    Links links = chain.links();
    active =
        IntStream.range(0, links.count())
            .filter(link -> !links.closed(link) && !links.standby(link))
            .toArray();
    inside = kind == UnitKind.REGIONS ? inside(chain) : new boolean[0][];
  }

  /** Of the units of a chain. */
  public static UnitMeasures of(Chain chain, UnitKind kind) {
    return new UnitMeasures(chain, kind);
  }

  /**
   * A value and what it rests on.
   *
   * @param value {@code NaN} where no row gives what is needed
   * @param used rows (firms, links, recipes, ...) that it is made of
   * @param left rows left out since they lack a number
   */
  public record Measured(double value, int used, int left) {}

  /**
   * A measure with what it asks for.
   *
   * @param measure the measure
   * @param n firms of {@link ChainMeasure#OUTPUT_TOP_SHARE}
   * @param sectors sectors, as many as {@link ChainMeasure#sectors}
   */
  public record Choice(ChainMeasure measure, int n, List<String> sectors) {
    public Choice {
      sectors = List.copyOf(sectors);
      if (sectors.size() != measure.sectors()) {
        throw new IllegalArgumentException(
            measure + " asks for " + measure.sectors() + " sectors, not " + sectors);
      }
    }

    /** A measure that asks for nothing more; the three greatest firms where firms are counted. */
    public static Choice of(ChainMeasure measure) {
      return new Choice(measure, 3, List.of());
    }
  }

  /** Keys of the units. */
  public Keys units() {
    return units;
  }

  /** Units that a site of the chain stands in, in their order. */
  public List<String> withSites() {
    return IntStream.range(0, units.count())
        .filter(unit -> IntStream.range(0, chain.sites().count()).anyMatch(s -> site(s, unit)))
        .mapToObj(units::key)
        .toList();
  }

  /** Rows of the sites of a unit. */
  public int[] sites(int unit) {
    return IntStream.range(0, chain.sites().count()).filter(site -> site(site, unit)).toArray();
  }

  /** The value of a unit. */
  public Measured of(Choice choice, int unit) {
    return switch (choice.measure()) {
      case OUTPUT_SHARE -> share(OUTPUT, unit);
      case OUTPUT_HERFINDAHL -> amounts(unit, Concentration::herfindahl);
      case OUTPUT_TOP_SHARE -> amounts(unit, all -> Concentration.greatest(all, choice.n()));
      case LOCATION_QUOTIENT -> output(unit, quotient(choice.sectors().getFirst(), unit));
      case SPECIALISATION -> output(unit, specialisation(unit));
      case STRUCTURAL_SIMILARITY -> output(unit, 1 - specialisation(unit) / 2);
      case SYNERGY -> output(unit, synergy(choice.sectors(), unit));
      case LOCAL_MATCHING_RATE -> matching(unit);
      case CHAIN_COVERAGE -> coverage(unit);
      case EXTERNAL_DEPENDENCE -> bought(unit, link -> !local(link, unit));
      case LOCALISATION_RATE -> localisation(unit);
      case TECHNOLOGY_LOCALISATION -> technology(unit);
      case INTERREGIONAL_TRADE -> trade(unit);
      case LEADING_FIRM_DRIVING_RATE -> valued(from(unit), this::toLeading);
      case SUPPLIER_HERFINDAHL -> suppliers(unit, false);
      case SINGLE_SOURCE_SHARE -> suppliers(unit, true);
      case SUPPLIER_SWITCH_DAYS -> switching(unit);
      case CAPACITY_UTILISATION -> utilisation(unit);
      case VALUE_ADDED_RATE -> ratio(unit, "value_added_per_year", OUTPUT);
      case LABOUR_PRODUCTIVITY -> ratio(unit, OUTPUT, "employees");
      case LABOUR_MISALLOCATION -> misallocation(unit);
      case CAPITAL_TURNOVER -> ratio(unit, "operating_income", "total_assets");
      case RESEARCH_INTENSITY -> ratio(unit, "rd_expenditure_per_year", "operating_income");
      case PATENT_DENSITY -> mean(firmsOf(unit), firm -> firms.number("invention_patents", firm));
    };
  }

  /** Whether a region (second index) lies in another (first), itself included. */
  private static boolean[][] inside(Chain chain) {
    int count = chain.regions().count();
    boolean[][] inside = new boolean[count][count];
    for (int region = 0; region < count; region++) {
      // A package whose regions contain each other in a ring must not hang this.
      int steps = 0;
      for (int up = region; up >= 0 && steps <= count; up = chain.regions().parent(up)) {
        inside[up][region] = true;
        steps++;
      }
    }
    return inside;
  }

  private boolean site(int site, int unit) {
    return switch (kind) {
      case REGIONS -> chain.sites().region(site) >= 0 && inside[unit][chain.sites().region(site)];
      case FIRMS -> chain.sites().firm(site) == unit;
      case SECTORS ->
          chain.sites().firm(site) >= 0
              && units.key(unit).equals(chain.firms().sector(chain.sites().firm(site)));
    };
  }

  private boolean firm(int firm, int unit) {
    return switch (kind) {
      case REGIONS -> chain.firms().region(firm) >= 0 && inside[unit][chain.firms().region(firm)];
      case FIRMS -> firm == unit;
      case SECTORS -> units.key(unit).equals(chain.firms().sector(firm));
    };
  }

  private int[] firmsOf(int unit) {
    return IntStream.range(0, chain.firms().count()).filter(firm -> firm(firm, unit)).toArray();
  }

  private int[] into(int unit) {
    return Arrays.stream(active).filter(link -> site(chain.links().customer(link), unit)).toArray();
  }

  private int[] from(int unit) {
    return Arrays.stream(active).filter(link -> site(chain.links().supplier(link), unit)).toArray();
  }

  private int supplierRegion(int link) {
    return chain.sites().region(chain.links().supplier(link));
  }

  private int customerRegion(int link) {
    return chain.sites().region(chain.links().customer(link));
  }

  private boolean local(int link, int unit) {
    return kind == UnitKind.REGIONS
        ? site(chain.links().supplier(link), unit)
        : supplierRegion(link) == customerRegion(link);
  }

  /** Money per day: volume times price, or times the product's value where there is no price. */
  private double value(int link) {
    double price = chain.links().pricePerUnit(link);
    double one =
        Double.isNaN(price) ? chain.products().unitValue(chain.links().product(link)) : price;
    return chain.links().volumePerDay(link) * one;
  }

  private Measured bought(int unit, IntPredicate counted) {
    return valued(into(unit), counted);
  }

  /** Value of the links that count over the value of all. */
  private Measured valued(int[] links, IntPredicate counted) {
    double part = 0;
    double whole = 0;
    int used = 0;
    for (int link : links) {
      double value = value(link);
      if (!Double.isNaN(value)) {
        whole += value;
        part += counted.test(link) ? value : 0;
        used++;
      }
    }
    return new Measured(whole > 0 ? part / whole : Double.NaN, used, links.length - used);
  }

  private Measured localisation(int unit) {
    int[] known =
        Arrays.stream(into(unit))
            .filter(link -> law(supplierRegion(link)) != null && law(customerRegion(link)) != null)
            .toArray();
    Measured measured =
        valued(known, link -> Objects.equals(law(supplierRegion(link)), law(customerRegion(link))));
    int left = measured.left() + into(unit).length - known.length;
    return new Measured(measured.value(), measured.used(), left);
  }

  private @Nullable String law(int region) {
    return region < 0 ? null : chain.regions().jurisdiction(region);
  }

  private boolean toLeading(int link) {
    int firm = chain.sites().firm(chain.links().customer(link));
    return firm >= 0 && LEADING.equals(chain.firms().role(firm));
  }

  private Measured matching(int unit) {
    Set<Integer> all = new HashSet<>();
    Set<Integer> near = new HashSet<>();
    for (int link : into(unit)) {
      int firm = chain.sites().firm(chain.links().supplier(link));
      all.add(firm);
      if (local(link, unit)) {
        near.add(firm);
      }
    }
    return new Measured((double) near.size() / all.size(), all.size(), 0);
  }

  private Measured coverage(int unit) {
    Set<Integer> own = new HashSet<>();
    Set<Integer> all = new HashSet<>();
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      if (!chain.recipes().standby(recipe)) {
        all.add(chain.recipes().product(recipe));
        if (site(chain.recipes().site(recipe), unit)) {
          own.add(chain.recipes().product(recipe));
        }
      }
    }
    boolean there = sites(unit).length > 0;
    return new Measured(there ? (double) own.size() / all.size() : Double.NaN, all.size(), 0);
  }

  private Measured technology(int unit) {
    int own = 0;
    int used = 0;
    int left = 0;
    for (int row = 0; row < chain.dependencies().count(); row++) {
      int recipe = chain.dependencies().recipe(row);
      int named = chain.dependencies().site(row);
      int site = named < 0 && recipe >= 0 ? chain.recipes().site(recipe) : named;
      if (site >= 0 && site(site, unit)) {
        String theirs = chain.dependencies().jurisdiction(row);
        String ours = law(chain.sites().region(site));
        if (theirs == null || ours == null) {
          left++;
        } else {
          used++;
          own += theirs.equals(ours) ? 1 : 0;
        }
      }
    }
    return new Measured((double) own / used, used, left);
  }

  private Measured trade(int unit) {
    int[] links = from(unit);
    double away = 0;
    int used = 0;
    for (int link : links) {
      boolean elsewhere =
          kind == UnitKind.REGIONS
              ? !site(chain.links().customer(link), unit)
              : supplierRegion(link) != customerRegion(link);
      double value = value(link);
      if (!Double.isNaN(value)) {
        used++;
        away += elsewhere ? value : 0;
      }
    }
    double output = sum(OUTPUT, firm -> firm(firm, unit));
    boolean known = used > 0 && output > 0;
    return new Measured(
        known ? away * DAYS_PER_YEAR / output : Double.NaN, used, links.length - used);
  }

  /** Over what each site buys: concentration of the firms that supply it, or whether it is one. */
  private Measured suppliers(int unit, boolean single) {
    Map<Long, Map<Integer, Double>> bought = new TreeMap<>();
    for (int link : into(unit)) {
      Links links = chain.links();
      long key = (long) links.customer(link) * chain.products().count() + links.product(link);
      double amount =
          single || !Double.isNaN(links.share(link)) ? links.share(link) : links.volumePerDay(link);
      bought
          .computeIfAbsent(key, _ -> new TreeMap<>())
          .merge(chain.sites().firm(links.supplier(link)), amount, Double::sum);
    }
    double sum = 0;
    int used = 0;
    for (Map<Integer, Double> byFirm : bought.values()) {
      double[] amounts = byFirm.values().stream().mapToDouble(amount -> amount).toArray();
      boolean known = Arrays.stream(amounts).noneMatch(Double::isNaN);
      double one =
          single
              ? amounts.length == 1 ? 1 : 0
              : amounts.length == 1 ? 1 : known ? Concentration.herfindahl(amounts) : Double.NaN;
      if (!Double.isNaN(one)) {
        sum += one;
        used++;
      }
    }
    return new Measured(sum / used, used, bought.size() - used);
  }

  private Measured switching(int unit) {
    int[] ready =
        IntStream.range(0, chain.links().count())
            .filter(link -> chain.links().standby(link) && !chain.links().closed(link))
            .filter(link -> site(chain.links().customer(link), unit))
            .toArray();
    return mean(ready, link -> chain.links().activationDays(link));
  }

  /** Each active recipe carries the volume of its site and product in proportion to capacity. */
  private Measured utilisation(int unit) {
    Map<Long, Double> shipped = new TreeMap<>();
    Map<Long, Double> capacity = new TreeMap<>();
    for (int link : active) {
      shipped.merge(
          key(chain.links().supplier(link), chain.links().product(link)),
          chain.links().volumePerDay(link),
          Double::sum);
    }
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      int site = chain.recipes().site(recipe);
      if (!chain.recipes().standby(recipe) && site(site, unit)) {
        double most = chain.recipes().capacityPerDay(recipe);
        capacity.merge(key(site, chain.recipes().product(recipe)), most, Double::sum);
      }
    }
    double sum = 0;
    int used = 0;
    for (Map.Entry<Long, Double> one : capacity.entrySet()) {
      double use = shipped.getOrDefault(one.getKey(), Double.NaN) / one.getValue();
      if (Double.isFinite(use) && Double.isFinite(one.getValue())) {
        sum += use;
        used++;
      }
    }
    return new Measured(sum / used, used, capacity.size() - used);
  }

  private long key(int site, int product) {
    return (long) site * chain.products().count() + product;
  }

  private Measured mean(int[] rows, IntToDoubleFunction of) {
    double[] known = Arrays.stream(rows).mapToDouble(of).filter(x -> !Double.isNaN(x)).toArray();
    double mean = Arrays.stream(known).average().orElse(Double.NaN);
    return new Measured(mean, known.length, rows.length - known.length);
  }

  private Measured ratio(int unit, String above, String below) {
    double top = 0;
    double bottom = 0;
    int used = 0;
    int[] own = firmsOf(unit);
    for (int firm : own) {
      double one = firms.number(above, firm);
      double other = firms.number(below, firm);
      if (!Double.isNaN(one) && !Double.isNaN(other)) {
        top += one;
        bottom += other;
        used++;
      }
    }
    return new Measured(bottom == 0 ? Double.NaN : top / bottom, used, own.length - used);
  }

  private double sum(String column, IntPredicate counted) {
    return IntStream.range(0, chain.firms().count())
        .filter(counted)
        .mapToDouble(firm -> firms.number(column, firm))
        .filter(amount -> !Double.isNaN(amount))
        .sum();
  }

  /** The unit's part of a column's sum over all firms. */
  private Measured share(String column, int unit) {
    int[] own = firmsOf(unit);
    int used =
        (int) Arrays.stream(own).filter(firm -> !Double.isNaN(firms.number(column, firm))).count();
    double all = sum(column, _ -> true);
    double part = sum(column, firm -> firm(firm, unit));
    return new Measured(used > 0 && all > 0 ? part / all : Double.NaN, used, own.length - used);
  }

  private Measured misallocation(int unit) {
    Measured labour = share("employees", unit);
    Measured output = share(OUTPUT, unit);
    return new Measured(
        Math.abs(labour.value() - output.value()),
        Math.min(labour.used(), output.used()),
        Math.max(labour.left(), output.left()));
  }

  /** A measure of an array of amounts. */
  private interface OfAmounts {
    double of(double[] amounts);
  }

  private Measured amounts(int unit, OfAmounts measure) {
    double[] all =
        Arrays.stream(firmsOf(unit)).mapToDouble(firm -> firms.number(OUTPUT, firm)).toArray();
    double[] known = Arrays.stream(all).filter(x -> !Double.isNaN(x)).toArray();
    return known.length == 0
        ? new Measured(Double.NaN, 0, all.length)
        : new Measured(measure.of(known), known.length, all.length - known.length);
  }

  /** A value made of outputs by sector, with the firms that know theirs. */
  private Measured output(int unit, double value) {
    int[] own = firmsOf(unit);
    int used =
        (int)
            Arrays.stream(own)
                .filter(firm -> !Double.isNaN(firms.number(OUTPUT, firm)))
                .filter(firm -> chain.firms().sector(firm) != null)
                .count();
    return used == 0
        ? new Measured(Double.NaN, 0, own.length)
        : new Measured(value, used, own.length - used);
  }

  private double inSector(String sector, IntPredicate counted) {
    return sum(OUTPUT, firm -> counted.test(firm) && sector.equals(chain.firms().sector(firm)));
  }

  private boolean classed(int firm) {
    return chain.firms().sector(firm) != null;
  }

  private double quotient(String sector, int unit) {
    double own = sum(OUTPUT, firm -> firm(firm, unit) && classed(firm));
    double all = sum(OUTPUT, this::classed);
    return inSector(sector, firm -> firm(firm, unit)) / own / (inSector(sector, _ -> true) / all);
  }

  private double specialisation(int unit) {
    double own = sum(OUTPUT, firm -> firm(firm, unit) && classed(firm));
    double others = sum(OUTPUT, firm -> !firm(firm, unit) && classed(firm));
    double distance = 0;
    for (String sector : ChainStructure.sectors(chain)) {
      distance +=
          Math.abs(
              inSector(sector, firm -> firm(firm, unit)) / own
                  - inSector(sector, firm -> !firm(firm, unit)) / others);
    }
    return distance;
  }

  private double synergy(List<String> sectors, int unit) {
    double one = quotient(sectors.get(0), unit);
    double other = quotient(sectors.get(1), unit);
    return 1 - Math.abs(one - other) / (one + other) + one + other;
  }
}
