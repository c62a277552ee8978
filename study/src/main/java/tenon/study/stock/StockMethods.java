package tenon.study.stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tenon.model.Loaded;
import tenon.packages.JsonFile;
import tenon.respond.stock.GuaranteedService;
import tenon.respond.stock.StockNetwork;
import tenon.study.answer.Answer;
import tenon.study.chart.Bar;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
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
            "PKG|STAGES.csv|NETWORK.json",
            List.of(
                MethodOption.text("arcs"),
                MethodOption.number("service-level", 0.5, 0.999999, "0.95"),
                MethodOption.number("holding-rate", 0, 1000, "1")),
            (asked, progress) -> gsm(asked)),
        new Method(
            FAMILY,
            "ssm",
            "PKG|SERIAL.json",
            List.of(
                MethodOption.number("stockout-cost", 0, 1e12, ""),
                MethodOption.number("holding-rate", 0, 1000, "1")),
            (asked, progress) -> SerialMethod.run(asked)),
        single("base-stock"),
        single("newsvendor"),
        single("rq"),
        single("ss"));
  }

  private static Method single(String name) {
    return new Method(
        FAMILY,
        name,
        "PKG|ITEMS.csv|CASES.json",
        List.of(
            MethodOption.number("service-level", 0.5, 0.999999, "0.95"),
            MethodOption.number("stockout-cost", 0, 1e12, ""),
            MethodOption.number("order-cost", 0, 1e15, ""),
            MethodOption.number("holding-rate", 0, 1000, "1")),
        (asked, progress) -> SingleStages.run(asked, name));
  }

  private static Loaded<Answer> gsm(Asked asked) {
    if (asked.source().toString().endsWith(".json")
        && JsonFile.read(asked.source()) instanceof Loaded.Ready<JsonNode>(var root, var _)
        && StageCases.areThere(root)) {
      return StageCases.run(asked, root);
    }
    return switch (StageNetwork.read(
        asked.source(),
        asked.path("arcs"),
        asked.number("service-level"),
        asked.number("holding-rate"))) {
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
    List<Table> tables =
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
                rows));
    List<Bar> bars =
        IntStream.range(0, network.stages())
            .filter(i -> policy.cost(network, i) > 0)
            .mapToObj(i -> Bar.of(network.names().get(i), policy.cost(network, i)))
            .sorted(Comparator.comparingDouble(bar -> -bar.value()))
            .toList();
    List<String> told = new ArrayList<>(List.of(lines.getFirst()));
    told.add(words.get("stock.gsm.pipeline", Numbers.shown(stages.pipelineCost())));
    return new Answer(
        FAMILY + " gsm",
        lines,
        root,
        tables,
        new StockReport(asked, words).document("gsm", told, tables, bars),
        stages.files(),
        asked.settings(),
        true);
  }
}
