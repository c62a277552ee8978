package tenon.study.stock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.respond.stock.DiscreteLaw;
import tenon.respond.stock.LotPolicy;
import tenon.respond.stock.MinMaxPolicy;
import tenon.respond.stock.Newsvendor;
import tenon.respond.stock.SafetyStock;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code tenon stock base-stock|newsvendor|rq|ss}: policies of single stages, from cases in JSON, a
 * table, or the stages of a package.
 */
final class SingleStages {
  private static final int SHOWN = 20;

  /** Lines at the top of the report, whose table has them all. */
  private static final int TOLD = 5;

  /** Steps of a normal demand's spread, and of its economic lot, that (s, S) tells apart. */
  private static final double SPREAD_STEPS = 20;

  private static final double LOT_STEPS = 4000;

  private final Asked asked;
  private final String method;
  private final Words words;
  private final List<String> lines = new ArrayList<>();
  private int roundedLeads;
  private int spreadLeads;

  private SingleStages(Asked asked, String method) {
    this.asked = asked;
    this.method = method;
    words = new Words(asked.locale());
  }

  static Loaded<Answer> run(Asked asked, String method) {
    return switch (StockItems.read(asked)) {
      case Loaded.Rejected<StockItems>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<StockItems>(var items, var warnings) ->
          new SingleStages(asked, method).answer(items).after(warnings);
    };
  }

  private Loaded<Answer> answer(StockItems items) {
    BiConsumer<StockItem, ObjectNode> solver =
        switch (method) {
          case "newsvendor" -> this::newsvendor;
          case "rq" -> this::lots;
          case "ss" -> this::minMax;
          default -> this::baseStock;
        };
    ObjectNode result = Json.object();
    ArrayNode array = result.putArray("cases");
    List<Finding> faults = new ArrayList<>();
    List<Finding> warnings = new ArrayList<>();
    for (StockItem item : items.items()) {
      ObjectNode node = array.addObject();
      node.put("name", item.name());
      solver.accept(item, node);
      faults.addAll(item.faults());
    }
    String file = String.valueOf(asked.source().toAbsolutePath().normalize().getFileName());
    for (Map.Entry<String, Integer> told :
        new TreeMap<>(Map.of("stock-lead-whole", roundedLeads, "stock-lead-spread", spreadLeads))
            .entrySet()) {
      if (told.getValue() > 0) {
        warnings.add(Refusal.warning(told.getKey(), file, null, Numbers.count(told.getValue())));
      }
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    int all = lines.size();
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(all, SHOWN)));
    if (all > SHOWN) {
      shown.add(words.get("stock.more", Numbers.count(all - SHOWN)));
    }
    List<Table> tables = tables(array);
    return new Loaded.Ready<>(
        new Answer(
            StockMethods.FAMILY + " " + method,
            shown,
            result,
            tables,
            new StockReport(asked, words)
                .document(method, shown.subList(0, Math.min(all, TOLD)), tables),
            items.files(),
            asked.settings(),
            true),
        warnings);
  }

  /** Cases with the same columns stand in one table; lists are left to the JSON. */
  private List<Table> tables(ArrayNode cases) {
    Map<List<String>, List<List<String>>> rows = new LinkedHashMap<>();
    for (JsonNode one : cases) {
      List<String> header = new ArrayList<>();
      List<String> row = new ArrayList<>();
      for (Map.Entry<String, JsonNode> entry : one.properties()) {
        if (!entry.getValue().isArray()) {
          header.add(entry.getKey());
          JsonNode value = entry.getValue();
          row.add(value.isNumber() ? Numbers.exactCell(value.asDouble()) : value.asString(""));
        }
      }
      rows.computeIfAbsent(header, _ -> new ArrayList<>()).add(row);
    }
    List<Table> tables = new ArrayList<>();
    String stem = method.replace('-', '_');
    rows.forEach(
        (header, body) ->
            tables.add(
                new Table(
                    stem + (tables.isEmpty() ? "" : "_" + (tables.size() + 1)) + ".csv",
                    header,
                    body)));
    return tables;
  }

  private static void put(ObjectNode node, String key, double number) {
    node.set(key, Json.exact(number));
  }

  private void line(StockItem item, String key, double... numbers) {
    String[] texts = new String[numbers.length + 1];
    texts[0] = item.name();
    for (int i = 0; i < numbers.length; i++) {
      texts[i + 1] = Numbers.shown(numbers[i]);
    }
    lines.add(words.get(key, texts));
  }

  private void baseStock(StockItem item, ObjectNode node) {
    if (item.has("alpha_fail")) {
      disrupted(item, node);
    } else if (item.has("service") || item.has("d")) {
      safety(item, node);
    } else {
      item.refuse("stock-case");
    }
  }

  private void safety(StockItem item, ObjectNode node) {
    double service = item.service();
    double sd = item.amount("sd", true);
    double lead = item.amount("L", true);
    double leadSd = item.amount("sL", false);
    double d = item.amount("d", true);
    double holding = item.amount("h", false);
    if (!item.faults().isEmpty()) {
      return;
    }
    SafetyStock stock = SafetyStock.normal(service, d, sd, lead, leadSd);
    put(node, "service", service);
    put(node, "z", stock.z());
    put(node, "SS", stock.safetyStock());
    put(node, "reorder_point", stock.reorderPoint());
    if (item.has("h")) {
      put(node, "holding_cost", holding * stock.safetyStock());
    }
    line(item, "stock.safety", stock.safetyStock(), stock.reorderPoint());
  }

  private void disrupted(StockItem item, ObjectNode node) {
    double fails = item.number("alpha_fail", 0, Math.nextUp(1), false);
    double recovers = item.number("beta_recover", 0, Math.nextUp(1), false);
    double h = item.above("h");
    double p = item.above("p");
    double d = item.above("d");
    if (!item.faults().isEmpty()) {
      return;
    }
    SafetyStock.UnderDisruptions stock = SafetyStock.disrupted(fails, recovers, h, p, d);
    put(node, "critical_ratio", stock.criticalRatio());
    put(node, "pi0", stock.availability());
    ArrayNode chances = node.putArray("F");
    for (int n = 0; n <= Math.max(4, stock.periods() + 1); n++) {
      chances.add(Json.exact(SafetyStock.within(fails, recovers, n)));
    }
    node.put("n_star", stock.periods());
    put(node, "S_star", stock.baseStock());
    put(node, "cost_at_S_star", stock.cost());
    put(node, "cost", stock.cost());
    if (item.has("S")) {
      double given = item.amount("S", true);
      put(node, "cost_at_S", SafetyStock.cost(fails, recovers, h, p, d, given));
    }
    put(node, "long_run_availability", stock.availability());
    put(node, "availability", stock.availability());
    lines.add(
        words.get(
            "stock.disrupted",
            Numbers.shown(stock.baseStock()),
            Integer.toString(stock.periods()),
            Numbers.shown(stock.cost()),
            item.name()));
  }

  private void newsvendor(StockItem item, ObjectNode node) {
    StockItem.Demand demand = item.demand();
    double h = item.above("h");
    double p = item.penalty(h);
    if (!item.faults().isEmpty()) {
      return;
    }
    boolean whole = demand.counted() || demand.listed();
    Newsvendor stock =
        whole
            ? Newsvendor.of(h, p, demand.law(1))
            : Newsvendor.normal(h, p, demand.mean(), demand.sd());
    put(node, "critical_ratio", stock.criticalRatio());
    put(node, "S", stock.stock());
    put(node, "cost", stock.cost());
    put(node, "missing", stock.missing());
    put(node, "fill_rate", stock.fillRate());
    line(item, "stock.newsvendor", stock.stock(), stock.cost(), 100 * stock.fillRate());
  }

  private void lots(StockItem item, ObjectNode node) {
    StockItem.Demand demand = item.demand();
    double order = item.amount("K", true);
    double h = item.above("h");
    double p = item.penalty(h);
    double lead = item.amount("L", true);
    double leadSd = item.amount("sL", false);
    if (demand.listed() || (demand.counted() && (leadSd > 0 || !(lead > 0)))) {
      item.refuse("stock-lots");
    }
    if (!item.faults().isEmpty()) {
      return;
    }
    double d = demand.mean();
    double spread = Math.sqrt(lead * demand.sd() * demand.sd() + d * d * leadSd * leadSd);
    LotPolicy best =
        demand.counted()
            ? LotPolicy.poisson(order, h, p, d, lead)
            : LotPolicy.normal(order, h, p, d, d * lead, spread);
    put(node, "R", best.reorderPoint());
    put(node, "Q", best.lot());
    put(node, "cost", best.cost());
    put(node, "on_hand", best.onHand());
    put(node, "waiting", best.waiting());
    put(node, "fill_rate", best.fillRate());
    put(node, "stockout_cost", p);
    line(item, "stock.rq", best.reorderPoint(), best.lot(), best.cost(), 100 * best.fillRate());
  }

  private void minMax(StockItem item, ObjectNode node) {
    StockItem.Demand demand = item.demand();
    double order = item.amount("K", true);
    double h = item.above("h");
    double p = item.penalty(h);
    double given = item.amount("L", false);
    if (!item.faults().isEmpty()) {
      return;
    }
    int lead = (int) Math.ceil(Math.min(given, 1e4) - 1e-9);
    if (given > 1e4) {
      item.number("L", 0, 1e4, true);
      return;
    }
    if (lead != given) {
      roundedLeads++;
    }
    double leadSd = item.amount("sL", false);
    if (leadSd > 0) {
      spreadLeads++;
    }
    double unit = demand.counted() || demand.listed() ? 1 : unit(item, demand, order, h, p);
    if (demand.sd() / unit > 1e5 || demand.mean() / unit > 1e8) {
      item.refuse("stock-unit");
    }
    if (!item.faults().isEmpty()) {
      return;
    }
    DiscreteLaw law = demand.law(unit);
    MinMaxPolicy best;
    try {
      best = MinMaxPolicy.of(order, h * unit, p * unit, law, lead);
    } catch (IllegalArgumentException apart) {
      item.refuse("stock-unit");
      return;
    }
    put(node, "s", best.reorder() * unit);
    put(node, "S", best.upTo() * unit);
    put(node, "cost", best.cost());
    put(node, "periods_between_orders", best.cycle());
    put(node, "unit", unit);
    put(node, "stockout_cost", p);
    if (item.has("s") && item.has("S")) {
      int low = (int) Math.rint(item.number("s", -1e15, 1e15, true) / unit);
      int high = (int) Math.rint(item.number("S", -1e15, 1e15, true) / unit);
      if (high <= low) {
        item.refuse("stock-order");
      } else if (item.faults().isEmpty()) {
        put(
            node,
            "cost_of_given",
            MinMaxPolicy.priced(order, h * unit, p * unit, law, lead, low, high).cost());
      }
    }
    line(item, "stock.ss", best.reorder() * unit, best.upTo() * unit, best.cost(), best.cycle());
  }

  /** What normal demand is rounded to: 1, 2 or 5 times a power of ten. */
  private static double unit(
      StockItem item, StockItem.Demand demand, double order, double h, double p) {
    if (item.has("unit")) {
      return item.above("unit");
    }
    double lot = Math.sqrt(2 * order * demand.mean() * (h + p) / (h * p));
    double finest = Math.max(Math.max(demand.sd() / SPREAD_STEPS, lot / LOT_STEPS), 1e-9);
    double ten = Math.pow(10, Math.floor(Math.log10(finest)));
    double times = finest / ten;
    return ten * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
  }
}
