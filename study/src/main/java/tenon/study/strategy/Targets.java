package tenon.study.strategy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.study.text.Refusal;

/**
 * Targets of key metrics and what was measured.
 *
 * @param rows targets in their order
 * @param measured values by metric that replace those of the chain
 * @param benchmarks measured metrics with a benchmark of their own
 */
record Targets(List<Row> rows, Map<String, Double> measured, List<Benchmark> benchmarks) {

  /**
   * A target.
   *
   * @param less whether the metric must lie below it
   */
  record Row(String system, String measure, String metric, boolean less, double target) {

    /** What is missing to the target; 0 where it is met; NaN where nothing is known. */
    double gap(double value) {
      return Double.isNaN(value) ? value : Math.max(0, less ? value - target : target - value);
    }
  }

  /** A measured metric beside its benchmark. */
  record Benchmark(String dimension, String metric, double value, double benchmark) {}

  /** Targets as published by Zhang (2024), ARISE 4(4). */
  static List<Row> published() {
    return List.of(
        new Row("Supply", "Supplier diversity", "Supplier concentration", true, 0.3),
        new Row(
            "Innovation", "Technological breakthrough", "Independent innovation rate", false, 0.6),
        new Row("Production capacity", "Flexible production", "Capacity utilization", false, 0.85),
        new Row("Market", "Market diversification", "Market concentration", true, 0.4),
        new Row("Finance", "Diversified financing", "Capital turnover rate", false, 2.5));
  }

  static Loaded<Targets> read(@Nullable Path targets, @Nullable Path panel) {
    List<Finding> faults = new ArrayList<>();
    List<Row> rows = targets == null ? published() : rows(targets, faults);
    Map<String, Double> measured = new TreeMap<>();
    List<Benchmark> benchmarks = new ArrayList<>();
    FlatTable table = panel == null ? null : table(panel, faults);
    if (table != null) {
      panel(table, measured, benchmarks, faults);
    }
    List<String> known = rows.stream().map(Row::metric).toList();
    List<Finding> doubts = new ArrayList<>();
    for (String name : measured.keySet()) {
      boolean compared = benchmarks.stream().anyMatch(one -> one.metric().equals(name));
      if (!compared && !known.contains(name)) {
        String file = String.valueOf(panel == null ? "" : panel.getFileName());
        doubts.add(Refusal.warning("strategy-panel-unused", file, name, String.join(", ", known)));
      }
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(new Targets(rows, measured, benchmarks), doubts)
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

  private static List<Row> rows(Path file, List<Finding> faults) {
    List<Row> rows = new ArrayList<>();
    FlatTable table = table(file, faults);
    if (table == null) {
      return rows;
    }
    for (String name : List.of("system", "measure", "metric", "comparison", "target")) {
      if (!table.has(name)) {
        faults.add(table.unknown(name));
      }
    }
    if (faults.isEmpty() && !table.isNumeric("target")) {
      faults.addAll(table.noNumbers("target"));
    }
    if (!faults.isEmpty()) {
      return rows;
    }
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < table.rows(); row++) {
      String place = table.place(row);
      String metric = table.texts("metric").get(row).strip();
      double target = table.numbers("target")[row];
      if (metric.isEmpty()) {
        faults.add(Refusal.of("strategy-metric-blank", place, null));
      } else if (!seen.add(metric)) {
        faults.add(Refusal.of("strategy-metric-twice", place, metric));
      }
      if (!(target > 0)) {
        faults.add(Refusal.of("strategy-target", place, table.texts("target").get(row)));
      }
      String sign = table.texts("comparison").get(row).strip();
      if (!sign.equals("<") && !sign.equals(">")) {
        faults.add(Refusal.of("strategy-targets", place, sign));
      }
      rows.add(
          new Row(
              table.texts("system").get(row),
              table.texts("measure").get(row),
              metric,
              sign.equals("<"),
              target));
    }
    return rows;
  }

  /** Columns metric (or indicator), value (or current), and benchmark and dimension if wished. */
  private static void panel(
      FlatTable table,
      Map<String, Double> measured,
      List<Benchmark> benchmarks,
      List<Finding> faults) {
    String metric = table.has("indicator") ? "indicator" : "metric";
    String value = table.has("current") ? "current" : "value";
    for (String name : List.of(metric, value)) {
      if (!table.has(name)) {
        faults.add(table.unknown(name));
      }
    }
    if (faults.isEmpty() && !table.isNumeric(value)) {
      faults.addAll(table.noNumbers(value));
    }
    boolean compared = table.has("benchmark");
    if (compared && !table.isNumeric("benchmark")) {
      faults.addAll(table.noNumbers("benchmark"));
    }
    Set<String> seen = new HashSet<>();
    if (!faults.isEmpty()) {
      return;
    }
    for (int row = 0; row < table.rows(); row++) {
      String name = table.texts(metric).get(row).strip();
      double number = table.numbers(value)[row];
      if (name.isEmpty()) {
        faults.add(Refusal.of("strategy-metric-blank", table.place(row), null));
      } else if (!seen.add(name)) {
        faults.add(Refusal.of("strategy-metric-twice", table.place(row), name));
      } else if (!Double.isNaN(number)) {
        measured.put(name, number);
      }
      if (compared) {
        String dimension = table.has("dimension") ? table.texts("dimension").get(row) : "";
        benchmarks.add(new Benchmark(dimension, name, number, table.numbers("benchmark")[row]));
      }
    }
  }
}
