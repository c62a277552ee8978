package tenon.study.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Resource;
import tenon.respond.standby.Maker;
import tenon.respond.standby.StandbyEntry;
import tenon.respond.standby.StandbyLibrary;

/** The key metrics of the strategy table that a chain tells by itself; NaN where it does not. */
final class KeyMetrics {
  private final Chain chain;
  private final List<StandbyEntry> entries;

  KeyMetrics(Chain chain) {
    this.chain = chain;
    entries = StandbyLibrary.of(chain).entries();
  }

  /** Metrics by name, in the order of the published table. */
  Map<String, Double> all() {
    Map<String, Double> all = new TreeMap<>();
    all.put("Supplier concentration", supplierConcentration());
    all.put("Independent innovation rate", independence());
    all.put("Capacity utilization", utilisation());
    all.put("Market concentration", marketConcentration());
    all.put("Capital turnover rate", turnover());
    return all;
  }

  /**
   * Herfindahl index of the makers of each product by usual output, mean by number of products;
   * products of which nothing is made as a rule are left out.
   */
  double supplierConcentration() {
    return makers().values().stream()
        .mapToDouble(KeyMetrics::herfindahl)
        .average()
        .orElse(Double.NaN);
  }

  /** Usual output by product and firm, of the products of which something is made. */
  Map<Integer, Map<Integer, Double>> makers() {
    Map<Integer, Map<Integer, Double>> byProduct = new TreeMap<>();
    for (StandbyEntry entry : entries) {
      byProduct
          .computeIfAbsent(entry.maker().product(), _ -> new HashMap<>())
          .merge(chain.sites().firm(entry.maker().site()), entry.lostPerDay(), Double::sum);
    }
    byProduct.values().removeIf(amounts -> !(sum(amounts) > 0));
    return byProduct;
  }

  private static double sum(Map<?, Double> amounts) {
    return amounts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double herfindahl(Map<?, Double> amounts) {
    double sum = sum(amounts);
    return amounts.values().stream().mapToDouble(part -> part / sum * part / sum).sum();
  }

  /**
   * Share of the essential technologies that come from the jurisdiction in which the site stands,
   * or have a substitute.
   */
  double independence() {
    long all = essential().size();
    return all == 0 ? Double.NaN : (double) (all - foreign().size()) / all;
  }

  /** Rows of essential technologies of known origin and of a known place of use. */
  List<Integer> essential() {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < chain.dependencies().count(); row++) {
      boolean told = chain.dependencies().jurisdiction(row) != null && region(row) >= 0;
      if (told && chain.dependencies().essential(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Those of them that come from elsewhere and have no substitute. */
  List<Integer> foreign() {
    return essential().stream()
        .filter(row -> chain.dependencies().substitute(row) == null)
        .filter(row -> !law(region(row)).equals(chain.dependencies().jurisdiction(row)))
        .toList();
  }

  /** Where a technology is used: at a site, by a recipe of one, or by a firm; -1 where untold. */
  private int region(int row) {
    int site = chain.dependencies().site(row);
    int recipe = chain.dependencies().recipe(row);
    int firm = chain.dependencies().firm(row);
    if (site >= 0 || recipe >= 0) {
      return chain.sites().region(site >= 0 ? site : chain.recipes().site(recipe));
    }
    return firm >= 0 ? chain.firms().region(firm) : -1;
  }

  private String law(int region) {
    for (int at = region; at >= 0; at = chain.regions().parent(at)) {
      String law = chain.regions().jurisdiction(at);
      if (law != null) {
        return law;
      }
    }
    return "";
  }

  /** Usual output over capacity, by the mean of makers with a known capacity. */
  double utilisation() {
    return used().stream().mapToDouble(KeyMetrics::use).average().orElse(Double.NaN);
  }

  /** Makers with a known capacity. */
  List<Maker> used() {
    return entries.stream()
        .map(StandbyEntry::maker)
        .filter(maker -> maker.capacityPerDay() > 0 && Double.isFinite(maker.capacityPerDay()))
        .toList();
  }

  static double use(Maker maker) {
    return Math.min(1, maker.usualPerDay() / maker.capacityPerDay());
  }

  /**
   * Herfindahl index of demand by market; by site where no market is told. Demand counts by margin
   * where every demanded product has one, else by value where every one has one, else by units.
   */
  double marketConcentration() {
    Map<String, Double> markets = markets();
    return sum(markets) > 0 ? herfindahl(markets) : Double.NaN;
  }

  /** Demand by market. */
  Map<String, Double> markets() {
    IntToDoubleFunction worth = worth();
    Map<String, Double> markets = new TreeMap<>();
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      String told = chain.demands().market(demand);
      String market = told == null ? chain.sites().keys().key(chain.demands().site(demand)) : told;
      double weight =
          chain.demands().meanPerDay(demand) * worth.applyAsDouble(chain.demands().product(demand));
      if (weight > 0) {
        markets.merge(market, weight, Double::sum);
      }
    }
    return markets;
  }

  private IntToDoubleFunction worth() {
    for (IntToDoubleFunction worth :
        List.<IntToDoubleFunction>of(
            chain.products()::marginPerUnit, chain.products()::unitValue)) {
      boolean all =
          IntStream.range(0, chain.demands().count())
              .allMatch(demand -> worth.applyAsDouble(chain.demands().product(demand)) > 0);
      if (all) {
        return worth;
      }
    }
    return _ -> 1;
  }

  /** Revenue over total assets of the firms that tell both. */
  double turnover() {
    double[] both = revenueAndAssets();
    return both[1] > 0 ? both[0] / both[1] : Double.NaN;
  }

  /** Revenue and total assets of the firms that tell both. */
  double[] revenueAndAssets() {
    Columns firms = chain.table(Resource.FIRMS);
    double revenue = 0;
    double assets = 0;
    for (int firm = 0; firm < firms.rows(); firm++) {
      double sales = firms.number("revenue_per_year", firm);
      double owned = firms.number("total_assets", firm);
      if (sales >= 0 && owned > 0) {
        revenue += sales;
        assets += owned;
      }
    }
    return new double[] {revenue, assets};
  }

  /** Share of the site products that nobody else makes. */
  double uncoveredShare() {
    return entries.isEmpty()
        ? Double.NaN
        : (double) entries.stream().filter(StandbyEntry::isUncovered).count() / entries.size();
  }

  /** The library of the chain. */
  List<StandbyEntry> entries() {
    return entries;
  }
}
