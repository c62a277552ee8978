package tenon.packages.trade;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.Bilingual;
import tenon.packages.DataPackage;
import tenon.packages.Notice;
import tenon.packages.PackageInfo;

/**
 * Makes a package of what one country imports in one year: each partner is a site, each product of
 * the Harmonized System a product, each flow a link. Products whose quantities are all known are
 * counted in them, the others in money.
 */
public final class TradeImport {
  private static final double DAYS = 365;

  private final String country;
  private final int year;
  private final Countries countries;
  private final Map<String, TradeSums.Sums> products;

  private TradeImport(
      String country, int year, Countries countries, Map<String, TradeSums.Sums> products) {
    this.country = country;
    this.year = year;
    this.countries = countries;
    this.products = products;
  }

  /**
   * Reads a trade file.
   *
   * @param country the importing country, however it is written
   * @param year year, or 0 for the last one of the file
   * @param only products wanted; empty for all
   */
  public static Loaded<DataPackage> read(
      Path file, String country, int year, Set<String> only, Progress progress) {
    Findings findings = new Findings();
    Notice notice = Notice.about(TradeFile.BUNDLE, file);
    Countries countries = new Countries();
    if (!countries.knows(country)) {
      findings.add(notice.error("trade-no-country", 0, null, country));
      return new Loaded.Rejected<>(findings.list());
    }
    String code = countries.code(country);
    TradeSums sums = new TradeSums(Set.of(code), only);
    TradeFile.read(file, false, countries, findings, progress, sums);
    TreeSet<Integer> years = new TreeSet<>();
    sums.byProduct().forEach((key, sum) -> addYear(key, sum, years));
    int wanted = year == 0 && !years.isEmpty() ? years.last() : year;
    if (!findings.hasErrors() && !years.contains(wanted)) {
      findings.add(
          notice.error(
              "trade-no-imports",
              0,
              null,
              null,
              code + (year == 0 ? "" : " " + year),
              TradeSums.list(years)));
    }
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    Map<String, TradeSums.Sums> products = new TreeMap<>();
    sums.byProduct()
        .forEach(
            (key, sum) -> {
              if (key.year() == wanted && !sum.imports().isEmpty()) {
                products.put(key.product(), sum);
              }
            });
    TradeImport made = new TradeImport(code, wanted, countries, products);
    return new Loaded.Ready<>(made.build(notice.file()), findings.list());
  }

  private static void addYear(TradeSums.Key key, TradeSums.Sums sum, Set<Integer> years) {
    if (!sum.imports().isEmpty()) {
      years.add(key.year());
    }
  }

  private DataPackage build(String file) {
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    Set<String> partners = new TreeSet<>();
    products.values().forEach(sum -> partners.addAll(sum.imports().keySet()));
    partners.add(country);
    places(partners, tables);
    goods(tables);
    List<Message> assumptions =
        Stream.of("national", "days", "quantity", "no-margin")
            .map(key -> Message.of("tenon.packages.trade.words", key))
            .toList();
    PackageInfo info =
        new PackageInfo(
            "trade-" + country.toLowerCase(Locale.ROOT) + "-" + year,
            "Imports of " + countries.name(country, Locale.ENGLISH) + ", " + year,
            "From "
                + file
                + ".\n\nAssumptions:\n- "
                + String.join("\n- ", assumptions.stream().map(m -> m.in(Locale.ENGLISH)).toList()),
            null,
            null,
            false,
            null,
            assumptions.stream().map(Bilingual::of).toList());
    return new DataPackage(info, tables);
  }

  private void places(Set<String> partners, Map<Resource, Columns> tables) {
    Columns.Builder regions = new Columns.Builder(Resource.REGIONS);
    Columns.Builder firms = new Columns.Builder(Resource.FIRMS);
    Columns.Builder sites = new Columns.Builder(Resource.SITES);
    for (String code : partners) {
      String name = countries.name(code, Locale.ENGLISH);
      String chinese = countries.name(code, Locale.SIMPLIFIED_CHINESE);
      regions.row().set("region_id", code).set("name", name).set("name_zh", chinese);
      regions.set("level", "nation");
      firms.row().set("firm_id", code).set("name", name).set("name_zh", chinese);
      firms.set("region_id", code);
      sites.row().set("site_id", code).set("firm_id", code).set("region_id", code);
      sites.set("kind", code.equals(country) ? "store" : "supplier").set("name", name);
    }
    tables.put(Resource.REGIONS, regions.build());
    tables.put(Resource.FIRMS, firms.build());
    tables.put(Resource.SITES, sites.build());
  }

  private void goods(Map<Resource, Columns> tables) {
    Columns.Builder goods = new Columns.Builder(Resource.PRODUCTS);
    Columns.Builder recipes = new Columns.Builder(Resource.RECIPES);
    Columns.Builder links = new Columns.Builder(Resource.SOURCING);
    Columns.Builder demand = new Columns.Builder(Resource.DEMAND);
    products.forEach(
        (product, sum) -> {
          double value = 0;
          double quantity = 0;
          for (double[] flow : sum.imports().values()) {
            value += flow[0];
            quantity += flow[1];
          }
          boolean counted = quantity > 0;
          double all = counted ? quantity : value;
          goods.row().set("product_id", product).set("hs6", product);
          goods.set("unit", counted ? "t" : "money");
          goods.set("unit_value", counted ? value / quantity : 1);
          demand.row().set("site_id", country).set("product_id", product);
          demand.set("mean_per_day", all / DAYS);
          sum.imports()
              .forEach(
                  (partner, flow) -> {
                    double amount = counted ? flow[1] : flow[0];
                    if (amount > 0) {
                      recipes.row().set("recipe_id", partner + "-" + product);
                      recipes.set("site_id", partner).set("product_id", product);
                      link(links, partner, product, amount / all, amount / DAYS);
                      links.set("price_per_unit", flow[0] / amount);
                    }
                  });
        });
    tables.put(Resource.PRODUCTS, goods.build());
    tables.put(Resource.RECIPES, recipes.build());
    tables.put(Resource.SOURCING, links.build());
    tables.put(Resource.DEMAND, demand.build());
  }

  private void link(
      Columns.Builder links, String partner, String product, double share, double perDay) {
    links.row().set("link_id", partner + "-" + country + "-" + product);
    links.set("customer_site_id", country).set("supplier_site_id", partner);
    links.set("product_id", product).set("share", share).set("volume_per_day", perDay);
    links.set("confidence", 1).set("evidence", "observed: trade statistics " + year);
    links.set("status", "active");
  }
}
