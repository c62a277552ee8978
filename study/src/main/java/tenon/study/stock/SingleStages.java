package tenon.study.stock;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.JsonFile;
import tenon.respond.stock.SafetyStock;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code tenon stock base-stock}: cases of single stages, with {@code service, d, sd, L, sL} safety
 * stock, with {@code alpha_fail, beta_recover, h, p, d} base stock under disruptions.
 */
final class SingleStages {
  private final Asked asked;
  private final String file;
  private final Words words;
  private final List<Finding> faults = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  private SingleStages(Asked asked) {
    this.asked = asked;
    file = String.valueOf(asked.source().getFileName());
    words = new Words(asked.locale());
  }

  static Loaded<Answer> run(Asked asked) {
    return switch (JsonFile.read(asked.source())) {
      case Loaded.Rejected<JsonNode>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<JsonNode>(var root, var _) -> new SingleStages(asked).answer(root);
    };
  }

  /** The cases of a file, or the file as the only one. */
  static List<JsonNode> cases(JsonNode root) {
    List<JsonNode> cases = new ArrayList<>();
    if (root.path("cases").isArray()) {
      root.get("cases").forEach(cases::add);
    } else {
      cases.add(root);
    }
    return cases;
  }

  private Loaded<Answer> answer(JsonNode root) {
    ObjectNode result = Json.object();
    ArrayNode array = result.putArray("cases");
    for (JsonNode one : cases(root)) {
      String place = file + " cases[" + array.size() + "]";
      ObjectNode node = array.addObject();
      if (one.has("service")) {
        safety(place, one, node);
      } else if (one.has("alpha_fail")) {
        disrupted(place, one, node);
      } else {
        faults.add(Refusal.of("stock-case", place, null));
      }
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(
            new Answer(
                StockMethods.FAMILY + " base-stock",
                lines,
                result,
                List.of(),
                null,
                List.of(asked.source()),
                asked.settings(),
                true),
            List.of())
        : new Loaded.Rejected<>(faults);
  }

  /** A number of a case within bounds that are allowed themselves where {@code closed}. */
  private double number(
      String place, JsonNode one, String key, double low, double high, boolean closed) {
    JsonNode node = one.path(key);
    double number = node.isNumber() ? node.asDouble() : Double.NaN;
    boolean within = closed ? number >= low && number <= high : number > low && number < high;
    if (!within) {
      String shown = node.isMissingNode() ? null : node.asString(node.toString());
      String top = Double.isInfinite(high) ? "..." : Numbers.exactCell(high);
      faults.add(
          Refusal.of(
              "stock-range",
              place,
              shown,
              key,
              closed
                  ? "[" + Numbers.exactCell(low) + ", " + top + "]"
                  : "(" + Numbers.exactCell(low) + ", " + top + ")"));
    }
    return number;
  }

  private double amount(String place, JsonNode one, String key, boolean needed) {
    return needed || one.has(key) ? number(place, one, key, 0, Double.MAX_VALUE, true) : 0;
  }

  private void safety(String place, JsonNode one, ObjectNode node) {
    int before = faults.size();
    double service = number(place, one, "service", 0, 1, false);
    double sd = amount(place, one, "sd", true);
    double lead = amount(place, one, "L", true);
    double leadSd = amount(place, one, "sL", false);
    double d = amount(place, one, "d", true);
    if (faults.size() > before) {
      return;
    }
    SafetyStock stock = SafetyStock.normal(service, d, sd, lead, leadSd);
    node.set("z", Json.exact(stock.z()));
    node.set("SS", Json.exact(stock.safetyStock()));
    node.set("reorder_point", Json.exact(stock.reorderPoint()));
    lines.add(
        words.get(
            "stock.safety",
            Numbers.shown(stock.safetyStock()),
            Numbers.shown(stock.reorderPoint())));
  }

  private void disrupted(String place, JsonNode one, ObjectNode node) {
    int before = faults.size();
    double fails = number(place, one, "alpha_fail", 0, Math.nextUp(1), false);
    double recovers = number(place, one, "beta_recover", 0, Math.nextUp(1), false);
    double h = number(place, one, "h", 0, Double.POSITIVE_INFINITY, false);
    double p = number(place, one, "p", 0, Double.POSITIVE_INFINITY, false);
    double d = number(place, one, "d", 0, Double.POSITIVE_INFINITY, false);
    if (faults.size() > before) {
      return;
    }
    SafetyStock.UnderDisruptions stock = SafetyStock.disrupted(fails, recovers, h, p, d);
    node.set("critical_ratio", Json.exact(stock.criticalRatio()));
    node.set("pi0", Json.exact(stock.availability()));
    ArrayNode chances = node.putArray("F");
    for (int n = 0; n <= Math.max(4, stock.periods() + 1); n++) {
      chances.add(Json.exact(SafetyStock.within(fails, recovers, n)));
    }
    node.put("n_star", stock.periods());
    node.set("S_star", Json.exact(stock.baseStock()));
    node.set("cost_at_S_star", Json.exact(stock.cost()));
    node.set("cost", Json.exact(stock.cost()));
    if (one.path("S").isNumber()) {
      double given = one.get("S").asDouble();
      node.set("cost_at_S", Json.exact(SafetyStock.cost(fails, recovers, h, p, d, given)));
    }
    node.set("long_run_availability", Json.exact(stock.availability()));
    node.set("availability", Json.exact(stock.availability()));
    lines.add(
        words.get(
            "stock.disrupted",
            Numbers.shown(stock.baseStock()),
            Integer.toString(stock.periods()),
            Numbers.shown(stock.cost())));
  }
}
