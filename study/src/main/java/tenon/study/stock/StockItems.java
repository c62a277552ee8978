package tenon.study.stock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.DataPackage;
import tenon.packages.FlatTable;
import tenon.packages.JsonFile;
import tenon.packages.PackageReader;
import tenon.respond.stock.SafetyStock;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.text.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Items of which stock is kept: cases in JSON, rows of a table, or the stages of a package, each
 * decoupled from the others.
 *
 * @param items in the order of their source
 * @param files that were read
 */
record StockItems(List<StockItem> items, List<Path> files) {
  private static final double DAYS = 365;

  /** Long names of what the cases of a textbook call by a letter. */
  private static final Map<String, String> LONG =
      Map.ofEntries(
          Map.entry("mean_per_day", "d"),
          Map.entry("sd_per_day", "sd"),
          Map.entry("lead_time_days", "L"),
          Map.entry("lead_time_sd_days", "sL"),
          Map.entry("holding_cost_per_day", "h"),
          Map.entry("stockout_cost_per_day", "p"),
          Map.entry("order_cost", "K"),
          Map.entry("service_level", "service"),
          Map.entry("item", "name"),
          Map.entry("reorder_point", "s"),
          Map.entry("order_up_to", "S"));

  static Loaded<StockItems> read(Asked asked) {
    Path source = asked.source();
    String file = String.valueOf(source.getFileName());
    String name = file.toLowerCase(Locale.ROOT);
    if (Files.isDirectory(source) || name.equals("datapackage.json")) {
      return ofPackage(asked);
    }
    if (!name.endsWith(".json")) {
      return switch (FlatTable.read(source)) {
        case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
        case Loaded.Ready<FlatTable>(var table, var warnings) ->
            new Loaded.Ready<>(ofTable(asked, table), warnings);
      };
    }
    return switch (JsonFile.read(source)) {
      case Loaded.Rejected<JsonNode>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<JsonNode>(var root, var _) -> ofJson(asked, root, file);
    };
  }

  /** The cases of a file, a list of them, or the file as the only one. */
  static List<JsonNode> cases(JsonNode root) {
    List<JsonNode> cases = new ArrayList<>();
    if (root.path("cases").isArray()) {
      root.get("cases").forEach(cases::add);
    } else if (root.isArray()) {
      root.forEach(cases::add);
    } else {
      cases.add(root);
    }
    return cases;
  }

  private static Loaded<StockItems> ofJson(Asked asked, JsonNode root, String file) {
    List<StockItem> items = new ArrayList<>();
    List<Finding> faults = new ArrayList<>();
    for (JsonNode one : cases(root)) {
      String place = file + " cases[" + items.size() + "]";
      if (!one.isObject()) {
        faults.add(Refusal.of("stock-case", place, one.toString()));
      }
      ObjectNode node = Json.object();
      one.properties().forEach(entry -> node.set(key(entry.getKey()), entry.getValue()));
      items.add(item(asked, place, node, items.size()));
    }
    if (items.isEmpty()) {
      faults.add(Refusal.of("stock-case", file, null));
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(new StockItems(items, List.of(asked.source())), List.of())
        : new Loaded.Rejected<>(faults);
  }

  private static StockItems ofTable(Asked asked, FlatTable table) {
    List<StockItem> items = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      ObjectNode node = Json.object();
      for (String column : table.names()) {
        String text = table.texts(column).get(row);
        if (table.isNumeric(column)) {
          double number = table.numbers(column)[row];
          if (!Double.isNaN(number)) {
            node.put(key(column), number);
          }
        } else if (!text.isBlank()) {
          node.put(key(column), text);
        }
      }
      items.add(item(asked, table.place(row), node, row));
    }
    return new StockItems(items, List.of(asked.source()));
  }

  private static String key(String given) {
    return LONG.getOrDefault(given, given);
  }

  private static Loaded<StockItems> ofPackage(Asked asked) {
    double level = asked.number("service-level");
    return switch (PackageReader.read(asked.source())) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var _) ->
          switch (StagePackage.read(asked.source(), level)) {
            case Loaded.Rejected<StageNetwork>(var errors) -> new Loaded.Rejected<>(errors);
            case Loaded.Ready<StageNetwork>(var stages, var warnings) ->
                new Loaded.Ready<>(ofStages(asked, data.chain(), stages), warnings);
          };
    };
  }

  private static StockItems ofStages(Asked asked, Chain chain, StageNetwork stages) {
    Map<String, Double> spreads = StagePackage.leadSpreads(chain);
    Map<String, Double> held = holding(chain);
    double z = SafetyStock.normal(asked.number("service-level"), 0, 0, 0, 0).z();
    double rate = asked.number("holding-rate") / DAYS;
    List<StockItem> items = new ArrayList<>();
    for (int i = 0; i < stages.network().stages(); i++) {
      if (!(stages.mean()[i] > 0)) {
        continue;
      }
      String name = stages.network().names().get(i);
      ObjectNode node = Json.object();
      node.put("name", name);
      node.put("d", stages.mean()[i]);
      node.put("sd", stages.spread()[i] / z);
      node.put("L", stages.network().time()[i]);
      node.put("sL", spreads.getOrDefault(name, 0.0));
      double cost = held.getOrDefault(name, stages.unitCost()[i] * rate);
      if (cost > 0) {
        node.put("h", cost);
      }
      items.add(item(asked, name, node, i));
    }
    return new StockItems(items, stages.files());
  }

  private static Map<String, Double> holding(Chain chain) {
    Map<String, Double> held = new HashMap<>();
    for (int row = 0; row < chain.stocks().count(); row++) {
      double cost = chain.stocks().holdingCostPerDay(row);
      if (cost > 0) {
        held.put(
            StagePackage.name(chain, chain.stocks().site(row), chain.stocks().product(row)), cost);
      }
    }
    return held;
  }

  /** What an item does not state itself is taken from the options. */
  private static StockItem item(Asked asked, String place, ObjectNode node, int at) {
    if (!node.has("name")) {
      node.put("name", Integer.toString(at + 1));
    }
    for (String[] pair : new String[][] {{"K", "order-cost"}, {"p", "stockout-cost"}}) {
      double number = asked.number(pair[1]);
      if (!node.has(pair[0]) && !Double.isNaN(number)) {
        node.put(pair[0], number);
      }
    }
    return new StockItem(place, node, asked.number("service-level"));
  }
}
