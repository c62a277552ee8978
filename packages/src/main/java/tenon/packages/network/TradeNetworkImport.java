package tenon.packages.network;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tenon.model.Columns;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.FlatTable;

/**
 * Makes a package of trade between countries in one kind of goods, given as nodes ({@code
 * name,regionNAME,...}) and edges ({@code from,to,VAL,...}: exporter, importer, money a year), as
 * the R package ITNr has it.
 */
public final class TradeNetworkImport {
  private static final String GOODS = "goods";
  private static final double DAYS = 365;

  private TradeNetworkImport() {}

  /** Reads the two tables. */
  public static Loaded<DataPackage> read(Path nodes, Path edges, Progress progress) {
    Source source = new Source(progress, 2);
    FlatTable countries = source.table(nodes, List.of("name", "regionNAME"), List.of());
    FlatTable flows = source.table(edges, List.of("from", "to"), List.of("VAL"));
    if (countries == null || flows == null) {
      return source.rejected();
    }
    return source.done(
        "trade-network",
        "Trade between countries",
        tables(countries, flows),
        List.of(
            Source.word("itn.country"), Source.word("itn.money"), Source.word("itn.threshold")));
  }

  private static Map<Resource, Columns> tables(FlatTable countries, FlatTable flows) {
    Rows rows = new Rows();
    List<String> from = flows.texts("from");
    List<String> to = flows.texts("to");
    double[] value = flows.numbers("VAL");
    List<String> names = countries.texts("name");
    Map<String, String> parent = new HashMap<>();
    for (int row = 0; row < countries.rows(); row++) {
      parent.put(names.get(row), countries.texts("regionNAME").get(row));
    }
    for (String above : new TreeSet<>(parent.values())) {
      if (!above.isEmpty()) {
        rows.regions.row().set("region_id", above).set("level", "continent");
      }
    }
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(from);
    all.addAll(to);
    for (String country : all) {
      rows.place(country);
      String above = parent.getOrDefault(country, "");
      rows.regions.set("parent_id", above.isEmpty() ? null : above).set("level", "nation");
      rows.firm(country);
      rows.site(country, country, "plant");
      rows.recipe(country, GOODS);
    }
    rows.product(GOODS);
    rows.products.set("unit", "money").set("unit_value", 1);
    Map<String, Double> bought = new TreeMap<>();
    for (int row = 0; row < flows.rows(); row++) {
      bought.merge(to.get(row), value[row], Double::sum);
    }
    for (int row = 0; row < flows.rows(); row++) {
      rows.link(from.get(row) + "-" + to.get(row), to.get(row), from.get(row), GOODS);
      double total = bought.getOrDefault(to.get(row), Double.NaN);
      rows.links.set("share", total > 0 ? value[row] / total : Double.NaN);
      rows.links.set("volume_per_day", value[row] / DAYS).set("status", "active");
      rows.links.set("confidence", 1).set("evidence", "observed: trade statistics");
    }
    bought.forEach((country, sum) -> rows.demand(country, GOODS, sum / DAYS));
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    rows.fill(tables);
    return tables;
  }
}
