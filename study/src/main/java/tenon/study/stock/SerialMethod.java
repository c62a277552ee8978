package tenon.study.stock;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.JsonFile;
import tenon.respond.stock.SafetyStock;
import tenon.respond.stock.SerialSystem;
import tenon.study.answer.Answer;
import tenon.study.chart.Bar;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code tenon stock ssm}: base stocks of a serial system under stochastic service. JSON holds
 * {@code echelon_holding_cost} or {@code local_holding_cost}, {@code lead_time}, {@code
 * stockout_cost} and the demand, as maps by stage of which 1 faces the customer, or as lists with
 * the most upstream stage first.
 */
final class SerialMethod {
  private static final Pattern NORMAL =
      Pattern.compile("(?i)\\s*normal\\s*\\(\\s*([-+.\\deE]+)\\s*,\\s*([-+.\\deE]+)\\s*\\).*");
  private static final double DAYS = 365;

  private final Asked asked;
  private final List<String> names = new ArrayList<>();
  private final List<Finding> faults = new ArrayList<>();
  private final String file;

  private SerialMethod(Asked asked) {
    this.asked = asked;
    file = String.valueOf(asked.source().getFileName());
  }

  static Loaded<Answer> run(Asked asked) {
    return new SerialMethod(asked).answer();
  }

  private Loaded<Answer> answer() {
    if (Files.isDirectory(asked.source()) || file.equals("datapackage.json")) {
      return switch (StagePackage.read(asked.source(), 0.95)) {
        case Loaded.Rejected<StageNetwork>(var errors) -> new Loaded.Rejected<>(errors);
        case Loaded.Ready<StageNetwork>(var stages, var warnings) ->
            ofStages(stages).after(warnings);
      };
    }
    return switch (JsonFile.read(asked.source())) {
      case Loaded.Rejected<JsonNode>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<JsonNode>(var root, var _) -> ofJson(root);
    };
  }

  private Loaded<Answer> ofStages(StageNetwork stages) {
    List<Integer> order = stages.network().downward().reversed();
    int n = order.size();
    int[][] arcs = stages.network().arcs();
    boolean serial = arcs.length == n - 1;
    for (int[] arc : arcs) {
      serial &= order.indexOf(arc[0]) == order.indexOf(arc[1]) + 1;
    }
    if (!serial) {
      return new Loaded.Rejected<>(List.of(Refusal.of("serial-not", file, null)));
    }
    double rate = asked.number("holding-rate") / DAYS;
    double[] local = new double[n];
    double[] lead = new double[n];
    for (int j = 0; j < n; j++) {
      int stage = order.get(j);
      names.add(stages.network().names().get(stage));
      local[j] = stages.unitCost()[stage] * rate;
      lead[j] = stages.network().time()[stage];
    }
    double penalty = asked.number("stockout-cost");
    if (Double.isNaN(penalty)) {
      faults.add(Refusal.of("serial-lacks", file, null, "--stockout-cost"));
    }
    return made(echelon(local), lead, penalty, stages.mean()[order.getFirst()], sd(stages, order));
  }

  private static double sd(StageNetwork stages, List<Integer> order) {
    return stages.spread()[order.getFirst()] / SafetyStock.normal(0.95, 0, 0, 0, 0).z();
  }

  /** A stage adds to the cost of holding what it adds to that of its supplier. */
  private static double[] echelon(double[] local) {
    double[] echelon = local.clone();
    for (int j = 0; j + 1 < local.length; j++) {
      echelon[j] -= local[j + 1];
    }
    return echelon;
  }

  private Loaded<Answer> ofJson(JsonNode root) {
    boolean local = !root.has("echelon_holding_cost");
    double[] holding = series(root, local ? "local_holding_cost" : "echelon_holding_cost", true);
    double[] lead = series(root, root.has("lead_time") ? "lead_time" : "shipment_lead_time", false);
    JsonNode cost = root.path("stockout_cost");
    double penalty = cost.isObject() ? cost.path("1").asDouble(Double.NaN) : of(cost);
    double mean = of(root.path("demand_mean"));
    double sd = of(root.path("demand_sd"));
    JsonNode demand = root.path("demand");
    Matcher normal = NORMAL.matcher(demand.asString(""));
    if (demand.isObject()) {
      mean = of(demand.path("mean"));
      sd = of(demand.path("sd"));
    } else if (normal.matches()) {
      mean = number(normal.group(1));
      sd = number(normal.group(2));
    }
    double[] fixed = root.has("fixed_S_echelon") ? series(root, "fixed_S_echelon", false) : null;
    if (holding.length != lead.length || (fixed != null && fixed.length != lead.length)) {
      faults.add(Refusal.of("serial-lengths", file, holding.length + " / " + lead.length));
      return new Loaded.Rejected<>(faults);
    }
    return made(local ? echelon(holding) : holding, lead, penalty, mean, sd, fixed);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  private static double of(JsonNode node) {
    return node.isNumber() ? node.asDouble() : Double.NaN;
  }

  /** Numbers by stage, the customer's first. */
  private double[] series(JsonNode root, String key, boolean naming) {
    JsonNode node = root.path(key);
    List<String> found = new ArrayList<>();
    List<Double> numbers = new ArrayList<>();
    if (node.isObject()) {
      TreeMap<Double, String> keys = new TreeMap<>();
      node.propertyNames().forEach(name -> keys.put(number(name), name));
      keys.values()
          .forEach(
              name -> {
                found.add(name);
                numbers.add(of(node.path(name)));
              });
    } else {
      for (int at = node.size() - 1; at >= 0; at--) {
        found.add(Integer.toString(node.size() - at));
        numbers.add(of(node.path(at)));
      }
    }
    if (numbers.isEmpty()) {
      faults.add(Refusal.of("serial-lacks", file, null, key));
    }
    if (naming) {
      names.addAll(found);
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Loaded<Answer> made(
      double[] holding, double[] lead, double penalty, double mean, double sd) {
    return made(holding, lead, penalty, mean, sd, null);
  }

  private Loaded<Answer> made(
      double[] holding,
      double[] lead,
      double penalty,
      double mean,
      double sd,
      double @Nullable [] fixed) {
    for (int j = 0; j < holding.length; j++) {
      above(holding[j], "echelon_holding_cost " + names.get(j));
      if (!(lead[j] >= 0 && Double.isFinite(lead[j]))) {
        faults.add(Refusal.of("serial-number", file, number(lead[j]), "lead_time", names.get(j)));
      }
    }
    above(penalty, "stockout_cost");
    above(sd, "demand sd");
    if (!Double.isFinite(mean) || mean < 0) {
      faults.add(Refusal.of("serial-number", file, number(mean), "demand mean", "-"));
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    return new Loaded.Ready<>(
        answer(new SerialSystem.Question(holding, lead, penalty, mean, sd), fixed), List.of());
  }

  private static String number(double number) {
    return Numbers.exactCell(number);
  }

  private void above(double number, String what) {
    if (!(number > 0 && Double.isFinite(number))) {
      faults.add(Refusal.of("serial-above", file, number(number), what));
    }
  }

  private Answer answer(SerialSystem.Question question, double @Nullable [] fixed) {
    SerialSystem best = SerialSystem.optimal(question);
    SerialSystem quick = SerialSystem.newsvendor(question);
    ObjectNode root = Json.object();
    root.set("optimal_S_echelon", byName(best.stock()));
    root.set("optimal_S_local", byName(local(best.stock())));
    root.set("optimal_cost", Json.exact(best.cost()));
    root.set("newsvendor_heuristic_S", byName(quick.stock()));
    root.set("newsvendor_cost", Json.exact(quick.cost()));
    if (fixed != null) {
      root.set("fixed_cost", Json.exact(SerialSystem.at(question, fixed).cost()));
    }
    List<List<String>> rows = new ArrayList<>();
    double[] local = local(best.stock());
    Words words = new Words(asked.locale());
    List<String> lines = new ArrayList<>();
    lines.add(words.get("stock.ssm", fine(best.cost()), fine(quick.cost())));
    for (int j = names.size() - 1; j >= 0; j--) {
      rows.add(
          List.of(
              names.get(j), number(best.stock()[j]), number(local[j]), number(quick.stock()[j])));
      lines.add("  " + names.get(j) + "  " + Numbers.shown(best.stock()[j]));
    }
    List<Table> tables =
        List.of(
            new Table(
                "stages.csv",
                List.of("name", "S_echelon", "S_local", "S_echelon_newsvendor"),
                rows));
    List<Bar> bars = new ArrayList<>();
    for (int j = names.size() - 1; j >= 0; j--) {
      bars.add(Bar.of(names.get(j), local[j]));
    }
    List<String> told = new ArrayList<>(List.of(lines.getFirst()));
    if (fixed != null) {
      String given = fine(SerialSystem.at(question, fixed).cost());
      told.add(words.get("stock.ssm.fixed", given));
    }
    return new Answer(
        StockMethods.FAMILY + " ssm",
        lines,
        root,
        tables,
        new StockReport(asked, words).document("ssm", told, tables, bars),
        inputs(),
        asked.settings(),
        true);
  }

  /** Six digits: the two costs differ little. */
  private static String fine(double cost) {
    return new BigDecimal(cost).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  private List<Path> inputs() {
    return Files.isDirectory(asked.source())
        ? List.copyOf(tenon.packages.PackageReader.files(asked.source()))
        : List.of(asked.source());
  }

  private ObjectNode byName(double[] numbers) {
    ObjectNode node = Json.object();
    for (int j = numbers.length - 1; j >= 0; j--) {
      node.set(names.get(j), Json.exact(numbers[j]));
    }
    return node;
  }

  /** Local base stocks: an echelon may not hold more than the one around it. */
  private static double[] local(double[] echelon) {
    double[] local = new double[echelon.length];
    double before = 0;
    double[] least = echelon.clone();
    for (int j = echelon.length - 2; j >= 0; j--) {
      least[j] = Math.min(least[j], least[j + 1]);
    }
    for (int j = 0; j < echelon.length; j++) {
      local[j] = least[j] - before;
      before = least[j];
    }
    return local;
  }
}
