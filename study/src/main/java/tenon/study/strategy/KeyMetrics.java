package tenon.study.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /** Herfindahl index of the makers of each product by usual output, mean by number of products. */
  double supplierConcentration() {
    Map<Integer, Map<Integer, Double>> byProduct = new TreeMap<>();
    for (StandbyEntry entry : entries) {
      byProduct
          .computeIfAbsent(entry.maker().product(), _ -> new HashMap<>())
          .merge(chain.sites().firm(entry.maker().site()), entry.lostPerDay(), Double::sum);
    }
    return byProduct.values().stream()
        .mapToDouble(KeyMetrics::herfindahl)
        .average()
        .orElse(Double.NaN);
  }

  private static double herfindahl(Map<Integer, Double> amounts) {
    double sum = amounts.values().stream().mapToDouble(Double::doubleValue).sum();
    return amounts.values().stream().mapToDouble(part -> part / sum * part / sum).sum();
  }

  /**
   * Share of the essential technologies that come from the jurisdiction in which the site stands,
   * or have a substitute.
   */
  double independence() {
    int all = 0;
    int own = 0;
    for (int row = 0; row < chain.dependencies().count(); row++) {
      String law = chain.dependencies().jurisdiction(row);
      int site = chain.dependencies().site(row);
      if (chain.dependencies().essential(row) && law != null && site >= 0) {
        all++;
        boolean home = law.equals(law(chain.sites().region(site)));
        own += home || chain.dependencies().substitute(row) != null ? 1 : 0;
      }
    }
    return all == 0 ? Double.NaN : (double) own / all;
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
    return entries.stream()
        .map(StandbyEntry::maker)
        .filter(maker -> maker.capacityPerDay() > 0 && Double.isFinite(maker.capacityPerDay()))
        .mapToDouble(KeyMetrics::use)
        .average()
        .orElse(Double.NaN);
  }

  private static double use(Maker maker) {
    return Math.min(1, maker.usualPerDay() / maker.capacityPerDay());
  }

  /** Herfindahl index of demand by market, weighed by margin; by site where no market is told. */
  double marketConcentration() {
    Map<String, Double> markets = new TreeMap<>();
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      String told = chain.demands().market(demand);
      String market = told == null ? chain.sites().keys().key(chain.demands().site(demand)) : told;
      double margin = chain.products().marginPerUnit(chain.demands().product(demand));
      double weight = chain.demands().meanPerDay(demand) * (margin > 0 ? margin : 1);
      if (weight > 0) {
        markets.merge(market, weight, Double::sum);
      }
    }
    double sum = markets.values().stream().mapToDouble(Double::doubleValue).sum();
    return sum == 0
        ? Double.NaN
        : markets.values().stream().mapToDouble(part -> part / sum * part / sum).sum();
  }

  /** Revenue over total assets of the firms that tell both. */
  double turnover() {
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
    return assets > 0 ? revenue / assets : Double.NaN;
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
