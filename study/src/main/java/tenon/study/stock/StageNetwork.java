package tenon.study.stock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.packages.JsonFile;
import tenon.respond.stock.SafetyStock;
import tenon.respond.stock.StockNetwork;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * A network of stages from files: the two tables of Willems (2008), or JSON with {@code stages} and
 * {@code arcs}.
 *
 * <p>Conventions: cost of a unit C = added cost + that of the suppliers' units; demand comes at the
 * last stages, means and variances add up the arcs; an internal stage is as sure as the surest
 * stage that it serves; holding costs the given rate of C a year.
 *
 * @param network stages and arcs
 * @param unitCost C by stage
 * @param mean mean demand a day by stage
 * @param spread units of safety stock for one day of net replenishment by stage: z sd
 * @param given whether the cost of holding a unit of a stage is given as such
 * @param files the files it was read from
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record StageNetwork(
    StockNetwork network,
    double[] unitCost,
    double[] mean,
    double[] spread,
    boolean[] given,
    List<Path> files) {
  /** Finest time that the grid of the solver tells apart. */
  private static final double LARGEST = 1e18;

  private static final List<String> AMOUNTS =
      List.of(
          "time",
          "processing_time",
          "cost",
          "holding",
          "local_holding_cost",
          "mean",
          "demand_mean",
          "sd",
          "demand_sd",
          "z",
          "service_level",
          "demand_bound_constant",
          "max_service_time",
          "external_outbound_cst",
          "inbound",
          "external_inbound_cst");

  private static final double FINEST = 0.001;

  /**
   * What goes from one stage to another.
   *
   * @param units units of the supplier in a unit of the customer
   */
  record Pair(String from, String to, double units) {}

  /** Cost of what is being worked on: sum of C mean T. */
  double pipelineCost() {
    double cost = 0;
    for (int i = 0; i < mean.length; i++) {
      cost += unitCost[i] * mean[i] * network.time()[i];
    }
    return cost;
  }

  /** What a stage is given as, before costs and demand are added up. */
  record Raw(
      String name,
      double time,
      double cost,
      double holding,
      double mean,
      double sd,
      double z,
      double greatest,
      double inbound) {

    /** What cannot be: negative numbers, and times finer than the grid. */
    List<Finding> faults(String file) {
      List<Finding> faults = new ArrayList<>();
      amount(faults, file, "time", time);
      amount(faults, file, "cost", cost);
      amount(faults, file, "holding", holding);
      amount(faults, file, "mean", mean);
      amount(faults, file, "sd", sd);
      amount(faults, file, "max_service_time", greatest);
      amount(faults, file, "inbound", inbound);
      fine(faults, file, "time", time);
      fine(faults, file, "max_service_time", greatest);
      fine(faults, file, "inbound", inbound);
      return faults;
    }

    private void amount(List<Finding> faults, String file, String what, double number) {
      boolean endless = number == Double.POSITIVE_INFINITY && what.equals("max_service_time");
      if (number < 0 || (number > LARGEST && !endless)) {
        faults.add(Refusal.of("stage-negative", file, Double.toString(number), what, name));
      }
    }

    private void fine(List<Finding> faults, String file, String what, double number) {
      if (number > 0
          && number < Double.POSITIVE_INFINITY
          && Math.abs(number / FINEST - Math.rint(number / FINEST)) > 1e-6) {
        faults.add(Refusal.of("stage-fine", file, Double.toString(number), what, name));
      }
    }
  }

  /**
   * Reads a network: a package, a table of stages with their suppliers in the same row ({@code
   * stage_id, lead_time, ...}), two tables, or JSON.
   *
   * @param holdingRate cost a year of holding what costs 1; not for holding costs given as such
   */
  static Loaded<StageNetwork> read(
      Path source, @Nullable Path arcs, double usualLevel, double holdingRate) {
    String name = String.valueOf(source.getFileName()).toLowerCase(Locale.ROOT);
    Loaded<StageNetwork> read;
    if (Files.isDirectory(source) || name.equals("datapackage.json")) {
      read = StagePackage.read(source, usualLevel);
    } else if (name.endsWith(".json")) {
      read = ofJson(source, usualLevel);
    } else if (arcs == null && StageRows.isOne(source)) {
      read = StageRows.read(source);
    } else {
      read = ofTables(source, arcs, usualLevel);
    }
    return switch (read) {
      case Loaded.Rejected<StageNetwork> rejected -> rejected;
      case Loaded.Ready<StageNetwork>(var network, var warnings) ->
          new Loaded.Ready<>(network.held(holdingRate), warnings);
    };
  }

  private StageNetwork held(double rate) {
    double[] coefficient = network.coefficient().clone();
    for (int i = 0; i < coefficient.length; i++) {
      coefficient[i] *= given[i] ? 1 : rate;
    }
    return new StageNetwork(
        new StockNetwork(
            network.names(),
            network.time(),
            coefficient,
            network.inbound(),
            network.greatest(),
            network.arcs()),
        unitCost,
        mean,
        spread,
        given,
        files);
  }

  private static void columns(
      @Nullable FlatTable table, List<String> needed, List<Finding> faults) {
    for (String name : needed) {
      if (table != null && !table.has(name)) {
        faults.add(table.unknown(name));
      }
    }
  }

  private static Loaded<StageNetwork> ofTables(
      Path stages, @Nullable Path arcs, double usualLevel) {
    if (arcs == null) {
      return new Loaded.Rejected<>(
          List.of(Refusal.of("arcs-missing", String.valueOf(stages.getFileName()), null)));
    }
    List<Finding> faults = new ArrayList<>();
    FlatTable nodes = table(stages, faults);
    FlatTable links = table(arcs, faults);
    columns(nodes, List.of("Stage Name", "stageCost", "stageTime"), faults);
    columns(links, List.of("sourceStage", "destinationStage"), faults);
    if (nodes == null || links == null || !faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    List<Raw> raws = new ArrayList<>();
    double[] time = numbers(nodes, "stageTime", faults);
    for (int row = 0; row < nodes.rows() && faults.isEmpty(); row++) {
      if (Double.isNaN(time[row])) {
        faults.add(
            Refusal.of(
                "stage-blank",
                nodes.file() + ":" + nodes.line(row),
                nodes.texts("Stage Name").get(row),
                "stageTime"));
      }
    }
    double[] cost = numbers(nodes, "stageCost", faults);
    double[] mean = numbers(nodes, "avgDemand", faults);
    double[] sd = numbers(nodes, "stdDevDemand", faults);
    double[] level = numbers(nodes, "serviceLevel", faults);
    double[] greatest = numbers(nodes, "maxServiceTime", faults);
    for (int row = 0; row < nodes.rows() && faults.isEmpty(); row++) {
      boolean demanded = !Double.isNaN(mean[row]);
      double sure = Double.isNaN(level[row]) ? usualLevel : level[row];
      raws.add(
          new Raw(
              nodes.texts("Stage Name").get(row),
              zero(time[row]),
              zero(cost[row]),
              Double.NaN,
              zero(mean[row]),
              zero(sd[row]),
              demanded ? SafetyStock.normal(sure, 0, 0, 0, 0).z() : 0,
              Double.isNaN(greatest[row]) ? Double.POSITIVE_INFINITY : greatest[row],
              0));
    }
    List<Pair> pairs = new ArrayList<>();
    for (int row = 0; row < links.rows(); row++) {
      pairs.add(
          new Pair(
              links.texts("sourceStage").get(row), links.texts("destinationStage").get(row), 1));
    }
    return faults.isEmpty()
        ? made(raws, pairs, List.of(stages, arcs))
        : new Loaded.Rejected<>(faults);
  }

  private static @Nullable FlatTable table(Path file, List<Finding> faults) {
    return switch (FlatTable.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> {
        faults.addAll(errors);
        yield null;
      }
      case Loaded.Ready<FlatTable>(var table, var _) -> table;
    };
  }

  private static double[] numbers(FlatTable table, String name, List<Finding> faults) {
    double[] unknown = new double[table.rows()];
    Arrays.fill(unknown, Double.NaN);
    if (!table.has(name)) {
      return unknown;
    }
    if (!table.isNumeric(name)) {
      faults.addAll(table.noNumbers(name));
      return unknown;
    }
    return table.numbers(name);
  }

  private static double zero(double number) {
    return Double.isNaN(number) ? 0 : number;
  }

  private static Loaded<StageNetwork> ofJson(Path source, double usualLevel) {
    return switch (JsonFile.read(source)) {
      case Loaded.Rejected<JsonNode>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<JsonNode>(var root, var _) -> ofJson(source, root, usualLevel);
    };
  }

  private static Loaded<StageNetwork> ofJson(Path source, JsonNode root, double usualLevel) {
    JsonNode stages = root.has("stages") ? root.get("stages") : root.path("nodes");
    if (!stages.isArray() || stages.isEmpty()) {
      return new Loaded.Rejected<>(
          List.of(Refusal.of("stages-missing", String.valueOf(source.getFileName()), null)));
    }
    List<Raw> raws = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    List<Finding> faults = new ArrayList<>();
    for (JsonNode node : stages) {
      String name = text(node, "name", "index");
      faults.addAll(texts(String.valueOf(source.getFileName()), name, node));
      double level = number(node, "service_level", Double.NaN);
      double bound = number(node, "demand_bound_constant", Double.NaN);
      double z =
          !Double.isNaN(bound)
              ? bound
              : number(
                  node,
                  "z",
                  SafetyStock.normal(Double.isNaN(level) ? usualLevel : level, 0, 0, 0, 0).z());
      double sd = number(node, "sd", number(node, "demand_sd", 0));
      raws.add(
          new Raw(
              name,
              number(node, "time", number(node, "processing_time", 0)),
              number(node, "cost", 0),
              number(node, "holding", number(node, "local_holding_cost", Double.NaN)),
              number(node, "mean", number(node, "demand_mean", 0)),
              sd,
              sd > 0 ? z : 0,
              number(
                  node,
                  "max_service_time",
                  number(node, "external_outbound_cst", Double.POSITIVE_INFINITY)),
              number(node, "inbound", number(node, "external_inbound_cst", 0))));
      node.path("preds").forEach(pred -> pairs.add(new Pair(pred.asString(""), name, 1)));
    }
    root.path("arcs")
        .forEach(
            arc ->
                pairs.add(
                    new Pair(
                        arc.path(0).asString(""),
                        arc.path(1).asString(""),
                        arc.path(2).asDouble(1))));
    Loaded<StageNetwork> made = made(raws, pairs, List.of(source));
    if (faults.isEmpty()) {
      return made;
    }
    faults.addAll(made.findings());
    return new Loaded.Rejected<>(faults);
  }

  /** A finding where the grid of times would outgrow the memory. */
  static List<Finding> tooLong(String file, StockNetwork network) {
    double span = network.span();
    return span <= StockNetwork.MOST_STEPS
        ? List.of()
        : List.of(
            Refusal.of(
                "stage-long",
                file,
                null,
                Numbers.shown(span),
                Numbers.shown(StockNetwork.MOST_STEPS)));
  }

  /** Amounts written as something else, which must not be taken as left out. */
  private static List<Finding> texts(String file, String stage, JsonNode node) {
    return AMOUNTS.stream()
        .filter(key -> node.hasNonNull(key) && !node.get(key).isNumber())
        .map(key -> Refusal.of("stage-text", file, node.get(key).asString(""), key, stage))
        .toList();
  }

  private static String text(JsonNode node, String... keys) {
    for (String key : keys) {
      if (node.has(key)) {
        return node.get(key).asString("");
      }
    }
    return "";
  }

  private static double number(JsonNode node, String key, double otherwise) {
    JsonNode value = node.get(key);
    return value == null || !value.isNumber() ? otherwise : value.asDouble();
  }

  static Loaded<StageNetwork> made(List<Raw> raws, List<Pair> pairs, List<Path> files) {
    List<Finding> faults = new ArrayList<>();
    String file = String.valueOf(files.getFirst().getFileName());
    Map<String, Integer> number = new HashMap<>();
    for (Raw raw : raws) {
      if (number.putIfAbsent(raw.name(), number.size()) != null) {
        faults.add(Refusal.of("stage-twice", file, raw.name()));
      }
      faults.addAll(raw.faults(file));
    }
    int[][] arcs = new int[pairs.size()][];
    String links = String.valueOf(files.getLast().getFileName());
    Set<List<String>> seen = new HashSet<>();
    for (int a = 0; a < arcs.length; a++) {
      Pair pair = pairs.get(a);
      for (String end : List.of(pair.from(), pair.to())) {
        if (!number.containsKey(end)) {
          faults.add(Refusal.of("stage-unknown", links, end));
        }
      }
      if (!seen.add(List.of(pair.from(), pair.to()))) {
        faults.add(Refusal.of("arc-twice", links, pair.from() + " - " + pair.to()));
      }
      if (!(pair.units() >= 0)) {
        faults.add(
            Refusal.of(
                "stage-negative",
                links,
                Double.toString(pair.units()),
                "quantity",
                pair.from() + " - " + pair.to()));
      }
      arcs[a] = new int[] {number.getOrDefault(pair.from(), 0), number.getOrDefault(pair.to(), 0)};
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    return summed(raws, arcs, pairs.stream().mapToDouble(Pair::units).toArray(), files);
  }

  /** Adds costs down and demand up the arcs. */
  private static Loaded<StageNetwork> summed(
      List<Raw> raws, int[][] arcs, double[] units, List<Path> files) {
    int n = raws.size();
    double[] time = raws.stream().mapToDouble(Raw::time).toArray();
    double[] greatest = raws.stream().mapToDouble(Raw::greatest).toArray();
    double[] inbound = raws.stream().mapToDouble(Raw::inbound).toArray();
    StockNetwork bare =
        new StockNetwork(
            raws.stream().map(Raw::name).toList(), time, new double[n], inbound, greatest, arcs);
    List<Integer> order = bare.downward();
    if (order.size() < n) {
      return new Loaded.Rejected<>(
          List.of(Refusal.of("stage-circle", String.valueOf(files.getLast().getFileName()), null)));
    }
    List<Finding> tooLong = tooLong(String.valueOf(files.getFirst().getFileName()), bare);
    if (!tooLong.isEmpty()) {
      return new Loaded.Rejected<>(tooLong);
    }
    double[] cost = raws.stream().mapToDouble(Raw::cost).toArray();
    double[] mean = raws.stream().mapToDouble(Raw::mean).toArray();
    double[] variance = raws.stream().mapToDouble(raw -> raw.sd() * raw.sd()).toArray();
    double[] z = raws.stream().mapToDouble(Raw::z).toArray();
    List<List<Integer>> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      out.add(new ArrayList<>());
    }
    for (int a = 0; a < arcs.length; a++) {
      out.get(arcs[a][0]).add(a);
    }
    for (int i : order) {
      out.get(i).forEach(a -> cost[arcs[a][1]] += units[a] * cost[i]);
    }
    for (int at = n - 1; at >= 0; at--) {
      int i = order.get(at);
      for (int a : out.get(i)) {
        int j = arcs[a][1];
        mean[i] += units[a] * mean[j];
        variance[i] += units[a] * units[a] * variance[j];
        z[i] = Math.max(z[i], z[j]);
      }
    }
    double[] spread = new double[n];
    double[] coefficient = new double[n];
    boolean[] given = new boolean[n];
    for (int i = 0; i < n; i++) {
      double holding = raws.get(i).holding();
      given[i] = !Double.isNaN(holding);
      spread[i] = z[i] * Math.sqrt(variance[i]);
      coefficient[i] = (given[i] ? holding : cost[i]) * spread[i];
    }
    return new Loaded.Ready<>(
        new StageNetwork(
            new StockNetwork(bare.names(), time, coefficient, inbound, greatest, arcs),
            cost,
            mean,
            spread,
            given,
            files),
        List.of());
  }
}
