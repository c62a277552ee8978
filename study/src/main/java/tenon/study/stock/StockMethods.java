package tenon.study.stock;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.JsonFile;
import tenon.respond.stock.GuaranteedService;
import tenon.respond.stock.SafetyStock;
import tenon.respond.stock.StockNetwork;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The methods under {@code tenon stock}. */
public final class StockMethods {
  /** Name of the family. */
  public static final String FAMILY = "stock";

  private static final int SHOWN = 20;

  private StockMethods() {}

  /** Every method, in the order of the help. */
  public static List<Method> all() {
    return List.of(
        new Method(
            FAMILY,
            "gsm",
            "STAGES.csv|NETWORK.json",
            List.of(
                MethodOption.text("arcs"),
                MethodOption.number("service-level", 0.5, 0.999999, "0.95")),
            (asked, progress) -> gsm(asked)),
        new Method(
            FAMILY, "base-stock", "CASES.json", List.of(), (asked, progress) -> baseStock(asked)));
  }

  private static Loaded<Answer> gsm(Asked asked) {
    return switch (StageNetwork.read(
        asked.source(), asked.path("arcs"), asked.number("service-level"))) {
      case Loaded.Rejected<StageNetwork>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<StageNetwork>(var stages, var warnings) ->
          new Loaded.Ready<>(gsm(asked, stages), warnings);
    };
  }

  private static Answer gsm(Asked asked, StageNetwork stages) {
    StockNetwork network = stages.network();
    GuaranteedService policy = GuaranteedService.of(network);
    ObjectNode root = Json.object();
    root.set("objective", Json.exact(policy.objective()));
    root.set("bound", Json.exact(policy.bound()));
    root.set("gap", Json.exact(policy.gap()));
    root.put("proven", policy.proven());
    root.set("pipeline_cost", Json.exact(stages.pipelineCost()));
    ArrayNode array = root.putArray("stages");
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < network.stages(); i++) {
      double x = policy.replenishment(network, i);
      double cost = policy.cost(network, i);
      double stock = stages.spread()[i] * Math.sqrt(x);
      ObjectNode node = array.addObject();
      node.put("name", network.names().get(i));
      node.set("service_time_in", Json.exact(policy.inbound()[i]));
      node.set("service_time", Json.exact(policy.service()[i]));
      node.set("net_replenishment", Json.exact(x));
      node.set("safety_stock", Json.exact(stock));
      node.set("cost", Json.exact(cost));
      rows.add(
          List.of(
              network.names().get(i),
              Numbers.exactCell(policy.inbound()[i]),
              Numbers.exactCell(policy.service()[i]),
              Numbers.exactCell(x),
              Numbers.exactCell(stock),
              Numbers.exactCell(cost)));
    }
    Words words = new Words(asked.locale());
    List<String> lines = new ArrayList<>();
    List<String> holding = policy.holding(network);
    lines.add(
        words.get(
            policy.proven() ? "stock.gsm.proven" : "stock.gsm.gap",
            Numbers.shown(policy.objective()),
            Numbers.count(holding.size()),
            Numbers.count(network.stages()),
            Numbers.percentFine(policy.gap())));
    holding.stream().limit(SHOWN).forEach(name -> lines.add("  " + name));
    return new Answer(
        FAMILY + " gsm",
        lines,
        root,
        List.of(
            new Table(
                "stages.csv",
                List.of(
                    "name",
                    "service_time_in",
                    "service_time",
                    "net_replenishment",
                    "safety_stock",
                    "cost"),
                rows)),
        null,
        stages.files(),
        asked.settings(),
        true);
  }

  /**
   * Cases of single stages: with {@code service, d, sd, L, sL} safety stock, with {@code
   * alpha_fail, beta_recover, h, p, d} base stock under disruptions.
   */
  private static Loaded<Answer> baseStock(Asked asked) {
    return switch (JsonFile.read(asked.source())) {
      case Loaded.Rejected<JsonNode>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<JsonNode>(var root, var _) -> baseStock(asked, root);
    };
  }

  private static Loaded<Answer> baseStock(Asked asked, JsonNode root) {
    String file = String.valueOf(asked.source().getFileName());
    List<JsonNode> cases = new ArrayList<>();
    if (root.path("cases").isArray()) {
      root.get("cases").forEach(cases::add);
    } else {
      cases.add(root);
    }
    List<Finding> faults = new ArrayList<>();
    ObjectNode result = Json.object();
    ArrayNode array = result.putArray("cases");
    List<String> lines = new ArrayList<>();
    Words words = new Words(asked.locale());
    for (JsonNode one : cases) {
      ObjectNode node = array.addObject();
      double d = one.path("d").asDouble(Double.NaN);
      double service = one.path("service").asDouble(Double.NaN);
      double fails = one.path("alpha_fail").asDouble(Double.NaN);
      double recovers = one.path("beta_recover").asDouble(Double.NaN);
      if (service > 0 && service < 1) {
        SafetyStock stock =
            SafetyStock.normal(
                service,
                d,
                one.path("sd").asDouble(0),
                one.path("L").asDouble(0),
                one.path("sL").asDouble(0));
        node.set("z", Json.exact(stock.z()));
        node.set("SS", Json.exact(stock.safetyStock()));
        node.set("reorder_point", Json.exact(stock.reorderPoint()));
        lines.add(
            words.get(
                "stock.safety",
                Numbers.shown(stock.safetyStock()),
                Numbers.shown(stock.reorderPoint())));
      } else if (fails > 0 && recovers > 0 && d > 0) {
        double h = one.path("h").asDouble(1);
        double p = one.path("p").asDouble(1);
        SafetyStock.UnderDisruptions stock = SafetyStock.disrupted(fails, recovers, h, p, d);
        node.set("critical_ratio", Json.exact(stock.criticalRatio()));
        node.set("availability", Json.exact(stock.availability()));
        node.put("n_star", stock.periods());
        node.set("S_star", Json.exact(stock.baseStock()));
        node.set("cost", Json.exact(stock.cost()));
        lines.add(
            words.get(
                "stock.disrupted",
                Numbers.shown(stock.baseStock()),
                Integer.toString(stock.periods()),
                Numbers.shown(stock.cost())));
      } else {
        faults.add(Refusal.of("stock-case", file, Integer.toString(array.size())));
      }
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(
            new Answer(
                FAMILY + " base-stock",
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
}
