package tenon.study.economy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tenon.model.Finding;
import tenon.model.Industry;
import tenon.model.IndustryTable;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.twin.sector.ImportDependence;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon economy dependence}: on how few foreign suppliers a product hangs. */
public final class DependenceAnswer {
  private static final int SHOWN = 5;
  private static final List<String> KINDS = List.of("extra", "intra", "export");
  private static final List<String> HEADER =
      List.of(
          "region",
          "product",
          "imports_extra",
          "imports_intra",
          "exports",
          "suppliers",
          "HHI",
          "HHI_10000",
          "CR3",
          "CDI1",
          "CDI2",
          "CDI3",
          "effective_suppliers",
          "greatest_supplier",
          "greatest_share",
          "crma_65_breach",
          "dependent");

  /** Trade of a product: imports by foreign supplier, from within the bloc, and exports. */
  private static final class Trade {
    private final Map<String, Double> extra = new LinkedHashMap<>();
    private double intra = Double.NaN;
    private double exports = Double.NaN;

    void add(String kind, String partner, double value) {
      switch (kind) {
        case "extra" -> extra.merge(partner, value, Double::sum);
        case "intra" -> intra = (Double.isNaN(intra) ? 0 : intra) + value;
        default -> exports = (Double.isNaN(exports) ? 0 : exports) + value;
      }
    }
  }

  private final Map<Industry, Trade> trades = new LinkedHashMap<>();
  private final List<Finding> faults = new ArrayList<>();

  /** Whether the table joins all that is foreign, so that nothing is known of suppliers. */
  private boolean oneOrigin;

  private DependenceAnswer() {}

  /** From a table of trade: product, kind (extra, intra, export), partner, value. */
  public static Loaded<Answer> ofTrade(Path file, Locale locale) {
    return switch (FlatTable.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var rows, var none) -> {
        DependenceAnswer answer = new DependenceAnswer();
        answer.read(rows);
        yield answer.faults.isEmpty()
            ? answer.answer(List.of(file), new TreeMap<>(), locale, List.of())
            : new Loaded.Rejected<>(answer.faults);
      }
    };
  }

  private void read(FlatTable rows) {
    for (String column : List.of("product", "kind", "value")) {
      if (!rows.has(column)) {
        faults.add(rows.unknown(column));
      }
    }
    if (!faults.isEmpty()) {
      return;
    }
    faults.addAll(rows.noNumbers("value"));
    if (!faults.isEmpty()) {
      return;
    }
    double[] values = rows.numbers("value");
    List<String> products = rows.texts("product");
    List<String> kinds = rows.texts("kind");
    List<String> partners = rows.has("partner") ? rows.texts("partner") : kinds;
    for (int row = 0; row < values.length; row++) {
      if (!KINDS.contains(kinds.get(row))) {
        faults.add(
            EconomyWords.error(
                "trade-kind",
                rows.file(),
                rows.line(row),
                "kind",
                kinds.get(row),
                String.join(", ", KINDS)));
      } else if (!(values[row] >= 0)) {
        faults.add(
            EconomyWords.error(
                "trade-value", rows.file(), rows.line(row), "value", Double.toString(values[row])));
      } else {
        trades
            .computeIfAbsent(new Industry("", products.get(row)), product -> new Trade())
            .add(kinds.get(row), partners.get(row), values[row]);
      }
    }
  }

  /**
   * From a table of several regions: what each imports of each sector from each other.
   *
   * @param region the region, or all where empty; of a bloc, any of it
   * @param bloc regions that count as one; empty for none
   */
  public static Loaded<Answer> ofTable(
      TableSource source, String region, List<String> bloc, Locale locale) {
    return ModelStep.read(
        source,
        table -> {
          DependenceAnswer answer = new DependenceAnswer();
          answer.read(source, table, region, bloc);
          Map<String, String> settings = new TreeMap<>(ModelStep.settings(source));
          settings.put("region", region);
          settings.put("bloc", String.join(",", bloc));
          return answer.faults.isEmpty()
              ? answer.answer(source.inputs(), settings, locale, answer.doubts(source))
              : new Loaded.Rejected<>(answer.faults);
        });
  }

  private void read(TableSource source, IndustryTable table, String region, List<String> bloc) {
    List<String> regions = table.regions();
    List<String> asked = new ArrayList<>(bloc);
    if (!region.isEmpty()) {
      asked.add(region);
    }
    for (String name : asked) {
      if (!regions.contains(name)) {
        faults.add(Choice.unknown(table, source.name(), 0, "--region", name));
      }
    }
    if (regions.size() + table.origins().size() < 2) {
      faults.add(EconomyWords.error("one-region", source.name(), 0, null, null));
    }
    if (!faults.isEmpty()) {
      return;
    }
    int n = table.count();
    int width = n + table.finalUses().size();
    long foreign = table.origins().stream().map(Industry::region).distinct().count();
    oneOrigin = regions.size() - 1 + foreign < 2;
    for (String home : regions) {
      boolean inBloc = bloc.contains(home);
      boolean wanted = region.isEmpty() ? bloc.isEmpty() || inBloc : region.equals(home);
      if (!wanted) {
        continue;
      }
      String name = inBloc ? String.join("+", bloc) : home;
      for (int i = 0; i < n + table.origins().size(); i++) {
        Industry seller = i < n ? table.industries().get(i) : table.origins().get(i - n);
        Trade trade =
            trades.computeIfAbsent(new Industry(name, seller.sector()), product -> zero());
        for (int j = 0; j < width; j++) {
          Industry buyer = j < n ? table.industries().get(j) : table.finalUses().get(j - n);
          double value =
              i >= n
                  ? table.imports(i - n, j)
                  : j < n ? table.intermediate(i, j) : table.finalDemand(i, j - n);
          boolean buys = buyer.region().equals(home);
          boolean sells = seller.region().equals(home);
          boolean together = inBloc && bloc.contains(seller.region());
          if (value > 0 && buys && !sells) {
            trade.add(together ? "intra" : "extra", seller.region(), value);
          } else if (value > 0
              && sells
              && (!buys || buyer.sector().equals("EX"))
              && !(inBloc && bloc.contains(buyer.region()))) {
            trade.add("export", "", value);
          }
        }
      }
    }
  }

  private static Trade zero() {
    Trade trade = new Trade();
    trade.intra = 0;
    trade.exports = 0;
    return trade;
  }

  private List<Finding> doubts(TableSource source) {
    return oneOrigin
        ? List.of(EconomyWords.warning("one-origin", source.name(), null, null))
        : List.of();
  }

  private Loaded<Answer> answer(
      List<Path> inputs, Map<String, String> settings, Locale locale, List<Finding> doubts) {
    List<List<String>> rows = new ArrayList<>();
    ArrayNode products = Json.array();
    List<String> lines = new ArrayList<>();
    int dependent = 0;
    for (Map.Entry<Industry, Trade> entry : trades.entrySet()) {
      Trade trade = entry.getValue();
      double[] extra = trade.extra.values().stream().mapToDouble(Double::doubleValue).toArray();
      ImportDependence found = ImportDependence.of(extra, trade.intra, trade.exports);
      found = oneOrigin ? found.withoutSuppliers() : found;
      double total = Arrays.stream(extra).sum();
      String greatest = "";
      double most = 0;
      for (Map.Entry<String, Double> supplier : trade.extra.entrySet()) {
        if (supplier.getValue() > most) {
          greatest = supplier.getKey();
          most = supplier.getValue();
        }
      }
      boolean breach = ImportDependence.breachesCriticalShare(extra);
      dependent += found.isDependent() ? 1 : 0;
      if (found.isDependent() && lines.size() < SHOWN) {
        lines.add(
            EconomyWords.say(
                locale,
                "dependence.line",
                entry.getKey().label(),
                greatest,
                EconomyTables.percent(most / total, locale)));
      }
      rows.add(
          List.of(
              entry.getKey().region(),
              entry.getKey().sector(),
              Numbers.exactCell(total),
              Numbers.exactCell(trade.intra),
              Numbers.exactCell(trade.exports),
              Integer.toString(found.suppliers()),
              Numbers.exactCell(found.hhi()),
              Numbers.exactCell(10_000 * found.hhi()),
              Numbers.exactCell(found.cr3()),
              Numbers.exactCell(found.hhi()),
              Numbers.exactCell(found.cdi2()),
              Numbers.exactCell(found.cdi3()),
              Numbers.exactCell(found.effectiveSuppliers()),
              greatest,
              Numbers.exactCell(most / total),
              Boolean.toString(breach),
              Boolean.toString(found.isDependent())));
      ObjectNode node = Json.object();
      node.put("region", entry.getKey().region());
      node.put("product", entry.getKey().sector());
      node.set("HHI", Json.exact(found.hhi()));
      node.set("HHI_10000", Json.exact(10_000 * found.hhi()));
      node.set("CR3", Json.exact(found.cr3()));
      node.set("CDI", Json.exact(new double[] {found.hhi(), found.cdi2(), found.cdi3()}));
      node.set("effective_suppliers", Json.exact(found.effectiveSuppliers()));
      node.put("dependent", found.isDependent());
      node.put("crma_65_breach", breach);
      products.add(node);
    }
    ObjectNode result = Json.object();
    result.put("dependent", dependent);
    result.set("products", products);
    lines.addFirst(
        EconomyWords.say(
            locale,
            "dependence.done",
            Integer.toString(dependent),
            Integer.toString(trades.size())));
    return new Loaded.Ready<>(
        new Answer(
            "economy dependence",
            lines,
            result,
            List.of(new Table("dependence.csv", HEADER, rows)),
            null,
            inputs,
            settings,
            true),
        doubts);
  }
}
