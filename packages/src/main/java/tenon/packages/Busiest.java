package tenon.packages;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Dependencies;
import tenon.model.Disruption.Target;
import tenon.model.Resource;

/**
 * The busiest of its kind in a chain, so that a scenario can be told without naming anybody. Sites
 * count the usual volume of the links that leave them or pass them, by number where no volume is
 * stated; firms that of their sites (suppliers: of the kind, else of sites that nobody supplies);
 * regions and jurisdictions their sites, and where they are asked for as exporting what leaves them
 * for other places; products their links; technologies what depends on them; markets their demand.
 * Of equals the first counts.
 */
final class Busiest {
  static final List<String> KNOWN =
      List.of(
          "site",
          "supplier",
          "plant",
          "warehouse",
          "hub",
          "port",
          "store",
          "firm",
          "supplier_firm",
          "region",
          "jurisdiction",
          "exporting_region",
          "exporting_jurisdiction",
          "product",
          "technology",
          "cloud",
          "licence",
          "vendor",
          "technology_jurisdiction",
          "market",
          "demand_site");

  /** Those among them that are technologies. */
  static final List<String> TECHNOLOGIES =
      List.of("technology", "cloud", "licence", "vendor", "technology_jurisdiction");

  /** Those that are firms. */
  static final List<String> FIRMS = List.of("firm", "supplier_firm");

  private final Chain chain;
  private final Map<String, Double> score = new LinkedHashMap<>();

  Busiest(Chain chain) {
    this.chain = chain;
  }

  /** The busiest of a kind, or null where the chain has none. */
  @Nullable Target of(String what) {
    score.clear();
    return switch (what) {
      case "firm", "supplier_firm" -> firm(what.equals("supplier_firm"));
      case "region" -> regions(false, false);
      case "jurisdiction" -> regions(true, false);
      case "exporting_region" -> regions(false, true);
      case "exporting_jurisdiction" -> regions(true, true);
      case "product" -> products();
      case "technology" -> technologies(Target.Kind.TECHNOLOGY, null);
      case "cloud", "licence" -> technologies(Target.Kind.TECHNOLOGY, what);
      case "vendor" -> technologies(Target.Kind.VENDOR, null);
      case "technology_jurisdiction" -> technologies(Target.Kind.TECHNOLOGY_JURISDICTION, null);
      case "market", "demand_site" -> demands(what.equals("market"));
      default -> site(what);
    };
  }

  private @Nullable Target best(Target.Kind kind) {
    String best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, Double> entry : score.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return best == null ? null : new Target(kind, best);
  }

  private void count(@Nullable String key, double amount) {
    if (key != null) {
      score.merge(key, amount, Double::sum);
    }
  }

  private double volume(int link) {
    double stated = chain.links().volumePerDay(link);
    return Double.isNaN(stated) ? 1 : stated;
  }

  private @Nullable Target site(String kind) {
    for (int site = 0; site < chain.sites().count(); site++) {
      if (kind.equals("site") || chain.sites().kind(site).equals(kind)) {
        count(chain.sites().keys().key(site), 0);
      }
    }
    for (int link = 0; link < chain.links().count(); link++) {
      add(chain.links().supplier(link), link);
      if (chain.links().via(link) >= 0) {
        add(chain.links().via(link), link);
      }
    }
    return best(Target.Kind.SITE);
  }

  private void add(int site, int link) {
    String id = chain.sites().keys().key(site);
    score.computeIfPresent(id, (key, old) -> old + volume(link));
  }

  /** Firms; of suppliers alone, those of sites of that kind, else of sites that nobody supplies. */
  private @Nullable Target firm(boolean suppliersAlone) {
    boolean[] counts = new boolean[chain.sites().count()];
    Arrays.fill(counts, !suppliersAlone);
    if (suppliersAlone) {
      boolean any = false;
      for (int link = 0; link < chain.links().count(); link++) {
        int supplier = chain.links().supplier(link);
        counts[supplier] = chain.sites().kind(supplier).equals("supplier");
        any |= counts[supplier];
      }
      if (!any) {
        Arrays.fill(counts, true);
        for (int link = 0; link < chain.links().count(); link++) {
          counts[chain.links().customer(link)] = false;
        }
      }
    }
    for (int link = 0; link < chain.links().count(); link++) {
      int supplier = chain.links().supplier(link);
      if (counts[supplier]) {
        count(chain.firms().keys().key(chain.sites().firm(supplier)), volume(link));
      }
    }
    return best(Target.Kind.FIRM);
  }

  /** Places by what leaves their sites; where asked, by what leaves the place itself. */
  private @Nullable Target regions(boolean byLaw, boolean outwards) {
    for (int link = 0; link < chain.links().count(); link++) {
      String from = place(chain.links().supplier(link), byLaw);
      boolean leaves = !Objects.equals(from, place(chain.links().customer(link), byLaw));
      if (leaves || !outwards) {
        count(from, volume(link));
      }
    }
    return best(byLaw ? Target.Kind.JURISDICTION : Target.Kind.REGION);
  }

  private @Nullable String place(int site, boolean byLaw) {
    int region = chain.sites().region(site);
    if (region < 0) {
      return null;
    }
    return byLaw
        ? chain.table(Resource.REGIONS).text("jurisdiction", region)
        : chain.regions().keys().key(region);
  }

  private @Nullable Target products() {
    for (int row = 0; row < chain.demands().count(); row++) {
      count(
          chain.products().keys().key(chain.demands().product(row)),
          chain.demands().meanPerDay(row));
    }
    return best(Target.Kind.PRODUCT);
  }

  private @Nullable Target technologies(Target.Kind by, @Nullable String kind) {
    Dependencies rows = chain.dependencies();
    for (int row = 0; row < rows.count(); row++) {
      if (kind == null || kind.equals(rows.kind(row))) {
        count(
            switch (by) {
              case VENDOR -> rows.vendor(row);
              case TECHNOLOGY_JURISDICTION -> rows.jurisdiction(row);
              default -> rows.technology(row);
            },
            1);
      }
    }
    return best(by);
  }

  private @Nullable Target demands(boolean byMarket) {
    for (int row = 0; row < chain.demands().count(); row++) {
      count(
          byMarket
              ? chain.table(Resource.DEMAND).text("market", row)
              : chain.sites().keys().key(chain.demands().site(row)),
          chain.demands().meanPerDay(row));
    }
    return best(byMarket ? Target.Kind.MARKET : Target.Kind.SITE);
  }
}
