package tenon.study.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tenon.assess.statistics.Density;
import tenon.assess.statistics.Inequality;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.packages.JsonFile;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tenon.study.workbook.TableFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Inequality by groups, and densities. */
final class InequalityMethods {
  private InequalityMethods() {}

  /** One set of values with the group of each. */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  private record Sample(String name, double[] values, List<String> groups) {}

  /**
   * Dagum's Gini and Theil's T. JSON: {@code y} and {@code g}. CSV: a column of groups, and one
   * value column, several (one for each period), or one with a column of periods.
   */
  static Loaded<Answer> dagum(Asked asked) {
    List<Finding> faults = new ArrayList<>();
    boolean json = asked.source().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    List<Sample> samples = json ? ofJson(asked, faults) : ofCsv(asked, faults);
    List<Finding> doubts = new ArrayList<>();
    for (Sample sample : samples) {
      long known = Arrays.stream(sample.values()).filter(v -> !Double.isNaN(v)).count();
      if (known < 2) {
        faults.add(Refusal.of("one-value", DataMatrix.file(asked.source()), sample.name()));
        continue;
      }
      long lacking = sample.values().length - known;
      if (lacking > 0) {
        String file = DataMatrix.file(asked.source());
        doubts.add(Refusal.warning("some-unknown", file, sample.name(), Long.toString(lacking)));
      }
      double least = Arrays.stream(sample.values()).filter(v -> !Double.isNaN(v)).min().orElse(0);
      if (least < 0) {
        faults.add(
            Refusal.of(
                "value-below-zero",
                DataMatrix.file(asked.source()),
                Double.toString(least),
                sample.name()));
      } else if (!(Arrays.stream(sample.values()).filter(v -> !Double.isNaN(v)).sum() > 0)) {
        faults.add(Refusal.of("all-zero", DataMatrix.file(asked.source()), null, sample.name()));
      }
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(dagum(asked, samples), doubts)
        : new Loaded.Rejected<>(faults);
  }

  private static List<Sample> ofJson(Asked asked, List<Finding> faults) {
    if (!(JsonFile.read(asked.source()) instanceof Loaded.Ready<JsonNode>(var root, var _))) {
      faults.addAll(JsonFile.read(asked.source()).findings());
      return List.of();
    }
    JsonNode values = DataMatrix.first(root, List.of("y", "values"));
    JsonNode groups = DataMatrix.first(root, List.of("g", "groups", "group"));
    if (values == null || groups == null || values.size() != groups.size()) {
      faults.add(Refusal.of("dagum-json", DataMatrix.file(asked.source()), null));
      return List.of();
    }
    DataMatrix.noNumbers(values, DataMatrix.file(asked.source()), 0, faults);
    return List.of(new Sample("y", DataMatrix.numbers(values), DataMatrix.words(groups)));
  }

  private static List<Sample> ofCsv(Asked asked, List<Finding> faults) {
    if (!(TableFile.read(asked.source()) instanceof Loaded.Ready<FlatTable>(var table, var _))) {
      faults.addAll(TableFile.read(asked.source()).findings());
      return List.of();
    }
    String group = asked.text("group");
    if (group.isEmpty()) {
      group =
          List.of("group", "region", "g").stream().filter(table::has).findFirst().orElse("group");
    }
    String time = asked.text("time");
    List<String> values = asked.texts("value");
    if (values.isEmpty()) {
      String by = group;
      if (table.has(by)) {
        faults.addAll(DataMatrix.spoilt(table, name -> name.equals(by) || name.equals(time)));
      }
      values =
          table.names().stream()
              .filter(name -> table.isNumeric(name) && !name.equals(by) && !name.equals(time))
              .toList();
    }
    List<String> needed = new ArrayList<>(values);
    needed.add(group);
    if (!time.isEmpty()) {
      needed.add(time);
    }
    for (String name : needed) {
      if (!table.has(name)) {
        faults.add(table.unknown(name));
      }
    }
    if (faults.isEmpty()) {
      values.forEach(
          name ->
              faults.addAll(table.isNumeric(name) ? table.spoilt(name) : table.noNumbers(name)));
    }
    if (values.isEmpty()) {
      faults.add(Refusal.of("no-numbers", table.file(), null));
    }
    return faults.isEmpty() ? samples(table, group, values, time) : List.of();
  }

  private static List<Sample> samples(
      FlatTable table, String group, List<String> values, String time) {
    List<String> groups = table.texts(group);
    if (time.isEmpty()) {
      return values.stream().map(name -> new Sample(name, table.numbers(name), groups)).toList();
    }
    Map<String, List<Integer>> rows = new TreeMap<>();
    List<String> times = table.texts(time);
    for (int row = 0; row < table.rows(); row++) {
      rows.computeIfAbsent(times.get(row), _ -> new ArrayList<>()).add(row);
    }
    List<Sample> samples = new ArrayList<>();
    for (String name : values) {
      double[] column = table.numbers(name);
      rows.forEach(
          (period, at) ->
              samples.add(
                  new Sample(
                      values.size() == 1 ? period : name + " " + period,
                      at.stream().mapToDouble(row -> column[row]).toArray(),
                      at.stream().map(groups::get).toList())));
    }
    return samples;
  }

  private static Answer dagum(Asked asked, List<Sample> samples) {
    Answering answer = new Answering(asked, "dagum");
    Words words = new Words(asked.locale());
    List<List<String>> rows = new ArrayList<>();
    ObjectNode all = samples.size() == 1 ? answer.root : answer.root.putObject("periods");
    for (Sample sample : samples) {
      Map<String, Integer> numbers = new LinkedHashMap<>();
      sample.groups().forEach(group -> numbers.putIfAbsent(group, numbers.size()));
      int[] group =
          sample.groups().stream().mapToInt(name -> numbers.getOrDefault(name, 0)).toArray();
      Inequality result = Inequality.of(sample.values(), group);
      json(
          samples.size() == 1 ? all : all.putObject(sample.name()),
          result,
          List.copyOf(numbers.keySet()));
      rows.add(
          List.of(
              sample.name(),
              Numbers.exactCell(result.gini()),
              Numbers.exactCell(result.within()),
              Numbers.exactCell(result.netBetween()),
              Numbers.exactCell(result.overlap()),
              Numbers.exactCell(result.theil()),
              Numbers.exactCell(result.theilWithin()),
              Numbers.exactCell(result.theilBetween())));
      answer.line(
          words.get(
              "measure.dagum",
              sample.name(),
              Answering.shown(result.gini()),
              Answering.shown(result.within()),
              Answering.shown(result.netBetween()),
              Answering.shown(result.overlap())));
    }
    answer.table(
        new Table(
            "dagum.csv",
            List.of("period", "G", "Gw", "Gnb", "Gt", "theil", "theil_within", "theil_between"),
            rows));
    return answer.done();
  }

  private static void json(ObjectNode node, Inequality result, List<String> groups) {
    node.set("G", Json.exact(result.gini()));
    node.set("Gw", Json.exact(result.within()));
    node.set("Gnb", Json.exact(result.netBetween()));
    node.set("Gt", Json.exact(result.overlap()));
    node.set("share_w", Json.exact(result.within() / result.gini()));
    node.set("share_nb", Json.exact(result.netBetween() / result.gini()));
    node.set("share_t", Json.exact(result.overlap() / result.gini()));
    ObjectNode within = node.putObject("G_within");
    ObjectNode means = node.putObject("group_mean");
    for (Inequality.Group group : result.groups()) {
      within.set(groups.get(group.group()), Json.exact(group.gini()));
      means.set(groups.get(group.group()), Json.exact(group.mean()));
    }
    ObjectNode between = node.putObject("G_between");
    ObjectNode distance = node.putObject("D");
    ObjectNode advantage = node.putObject("d");
    ObjectNode reverse = node.putObject("p");
    for (Inequality.Pair pair : result.pairs()) {
      String richer = groups.get(pair.richer());
      String poorer = groups.get(pair.poorer());
      // The same both ways: named by the order of the groups, not by which is richer.
      String later = groups.get(Math.max(pair.richer(), pair.poorer()));
      String earlier = groups.get(Math.min(pair.richer(), pair.poorer()));
      between.set(later + "-" + earlier, Json.exact(pair.gini()));
      distance.set(richer + ">" + poorer, Json.exact(pair.distance()));
      advantage.set(richer + ">" + poorer, Json.exact(pair.advantage()));
      reverse.set(richer + ">" + poorer, Json.exact(pair.reverse()));
    }
    node.set("theil", Json.exact(result.theil()));
    node.set("theil_within", Json.exact(result.theilWithin()));
    node.set("theil_between", Json.exact(result.theilBetween()));
  }

  /** Kernel density of one column, or of JSON {@code data}. */
  static Loaded<Answer> density(Asked asked) {
    List<Finding> faults = new ArrayList<>();
    double[] values = values(asked, faults);
    if (faults.isEmpty() && values.length < 2) {
      faults.add(Refusal.of("density-small", DataMatrix.file(asked.source()), null));
    }
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).distinct().toArray();
    if (faults.isEmpty() && known.length < 2) {
      String file = DataMatrix.file(asked.source());
      faults.add(Refusal.of("constant-value", file, asked.text("value")));
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    Density density = Density.of(values);
    double[] at = DataMatrix.numbers(asked.texts("at"));
    if (at.length == 0) {
      at = grid(values, density.bandwidth());
    }
    double[] heights = Arrays.stream(at).map(density::at).toArray();
    Answering answer = new Answering(asked, "density");
    answer.put("bandwidth", density.bandwidth()).put("x", at).put("density", heights);
    answer.line(
        new Words(asked.locale()).get("measure.density", Answering.shown(density.bandwidth())));
    List<String> names = Arrays.stream(at).mapToObj(Numbers::exactCell).toList();
    answer.table("density.csv", "x", names, List.of("density"), heights);
    return new Loaded.Ready<>(answer.done(), List.of());
  }

  private static double[] values(Asked asked, List<Finding> faults) {
    boolean json = asked.source().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    if (json) {
      if (JsonFile.read(asked.source()) instanceof Loaded.Ready<JsonNode>(var root, var _)) {
        JsonNode data = root.isArray() ? root : DataMatrix.first(root, List.of("data", "y"));
        return data == null ? new double[0] : DataMatrix.numbers(data);
      }
      faults.addAll(JsonFile.read(asked.source()).findings());
      return new double[0];
    }
    if (!(TableFile.read(asked.source()) instanceof Loaded.Ready<FlatTable>(var table, var _))) {
      faults.addAll(TableFile.read(asked.source()).findings());
      return new double[0];
    }
    String name = asked.text("value");
    if (name.isEmpty()) {
      name = table.names().stream().filter(table::isNumeric).findFirst().orElse("value");
    }
    if (!table.has(name)) {
      faults.add(table.unknown(name));
      return new double[0];
    }
    faults.addAll(table.noNumbers(name));
    return faults.isEmpty() ? table.numbers(name) : new double[0];
  }

  /** 101 points from three bandwidths below the least value to three above the greatest. */
  private static double[] grid(double[] values, double bandwidth) {
    double low = Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElse(0);
    double high = Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(1);
    double from = low - 3 * bandwidth;
    double step = (high - low + 6 * bandwidth) / 100;
    double[] grid = new double[101];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = from + i * step;
    }
    return grid;
  }
}
