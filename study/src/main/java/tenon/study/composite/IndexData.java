package tenon.study.composite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.assess.Templates;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.model.Loaded;
import tenon.model.Panel;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.FlatTable;
import tenon.packages.PackageReader;
import tenon.study.text.Refusal;

/**
 * A panel of indicators with its hierarchy: a package; a wide table (one row a unit and period, one
 * column an indicator) or a long one (unit_id, period, code, value) with a table of the hierarchy
 * in the columns of a package, or in those of COINr's iMeta.
 *
 * @param panel values and hierarchy
 * @param labels columns of a wide table that are no indicators, by name and unit: groups
 * @param numbers columns of numbers of a wide table that are no indicators, by name, then unit and
 *     period: outside drivers and outcomes
 * @param files the files it was read from
 */
record IndexData(
    Panel panel,
    Map<String, Map<String, String>> labels,
    Map<String, Map<String, Double>> numbers,
    List<Path> files) {
  private static final String ONE_PERIOD = "all";

  /** A column of numbers that is no indicator, by unit and period; NaN where unknown. */
  double[][] outside(String column, Keys units, Keys periods) {
    Map<String, Double> known = numbers.getOrDefault(column, Map.of());
    double[][] values = new double[units.count()][periods.count()];
    for (int unit = 0; unit < values.length; unit++) {
      for (int period = 0; period < values[unit].length; period++) {
        String key = units.key(unit) + "\n" + periods.key(period);
        values[unit][period] = known.getOrDefault(key, Double.NaN);
      }
    }
    return values;
  }

  /** How a table is read. */
  record Columning(String unit, String period) {}

  /** Reads the data; a table needs the file of its hierarchy. */
  static Loaded<IndexData> read(
      Path data, @Nullable Path hierarchy, @Nullable String template, Columning columning) {
    if (Files.isDirectory(data) || data.toString().endsWith("datapackage.json")) {
      return ofPackage(data);
    }
    if (template != null && !Templates.names().contains(template)) {
      return new Loaded.Rejected<>(
          List.of(
              Refusal.of(
                  "template-unknown", "template", template, String.join(", ", Templates.names()))));
    }
    if (hierarchy == null && template == null) {
      return new Loaded.Rejected<>(
          List.of(Refusal.of("hierarchy-missing", String.valueOf(data.getFileName()), null)));
    }
    List<Finding> faults = new ArrayList<>();
    FlatTable values = table(data, faults);
    Columns tree =
        template == null ? tree(hierarchy, faults) : Templates.named(template).hierarchy();
    if (tree == null || values == null) {
      return new Loaded.Rejected<>(faults);
    }
    boolean isLong = values.has("code") && values.has("value");
    IndexTable table = new IndexTable(values, tree.dictionary("code"), columning, faults);
    Columns cells = isLong ? table.ofLong() : table.ofWide();
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    Panel panel = Panel.of(Map.of(Resource.HIERARCHY, tree, Resource.INDICATORS, cells));
    return new Loaded.Ready<>(
        new IndexData(
            panel,
            isLong ? Map.of() : table.labels(),
            isLong ? Map.of() : table.numbers(),
            hierarchy == null ? List.of(data) : List.of(data, hierarchy)),
        List.of());
  }

  private static @Nullable Columns tree(@Nullable Path hierarchy, List<Finding> faults) {
    FlatTable nodes = hierarchy == null ? null : table(hierarchy, faults);
    return nodes == null ? null : Nodes.of(nodes, faults);
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

  private static Loaded<IndexData> ofPackage(Path data) {
    return switch (PackageReader.read(data)) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var read, var warnings) ->
          new Loaded.Ready<>(
              new IndexData(read.panel(), Map.of(), Map.of(), PackageReader.files(data)), warnings);
    };
  }

  /** Reads the values of a table. */
  private static final class IndexTable {
    private final FlatTable table;
    private final Keys codes;
    private final String unit;
    private final String period;
    private final List<Finding> faults;

    IndexTable(FlatTable table, Keys codes, Columning columning, List<Finding> faults) {
      this.table = table;
      this.codes = codes;
      this.faults = faults;
      unit = named(columning.unit(), List.of("unit_id", "uCode", "unit", "province", "id"));
      period = named(columning.period(), List.of("period", "Time", "year"));
      if (unit.isEmpty() || !table.has(unit)) {
        faults.add(table.unknown(unit.isEmpty() ? "unit_id" : unit));
      }
      if (!period.isEmpty() && !table.has(period)) {
        faults.add(table.unknown(period));
      }
    }

    private String named(String given, List<String> usual) {
      return given.isEmpty() ? usual.stream().filter(table::has).findFirst().orElse("") : given;
    }

    private String period(int row) {
      return period.isEmpty() ? ONE_PERIOD : table.texts(period).get(row);
    }

    Columns ofLong() {
      Columns.Builder builder = new Columns.Builder(Resource.INDICATORS);
      faults.addAll(table.noNumbers("value"));
      if (!faults.isEmpty()) {
        return builder.build();
      }
      List<String> code = table.texts("code");
      double[] value = table.numbers("value");
      Set<String> seen = new LinkedHashSet<>();
      for (int row = 0; row < table.rows(); row++) {
        if (codes.id(code.get(row)) < 0) {
          unknown(row, code.get(row));
        } else if (!seen.add(
            table.texts(unit).get(row) + "\n" + period(row) + "\n" + code.get(row))) {
          twice(row);
        } else {
          add(builder, row, code.get(row), value[row]);
        }
      }
      return builder.build();
    }

    Columns ofWide() {
      Columns.Builder builder = new Columns.Builder(Resource.INDICATORS);
      List<String> indicators = table.names().stream().filter(name -> codes.id(name) >= 0).toList();
      if (indicators.isEmpty()) {
        faults.add(Refusal.of("no-indicators", table.file(), null));
      }
      indicators.forEach(name -> faults.addAll(table.noNumbers(name)));
      if (!faults.isEmpty()) {
        return builder.build();
      }
      Set<String> seen = new LinkedHashSet<>();
      double[][] numbers = indicators.stream().map(table::numbers).toArray(double[][]::new);
      for (int row = 0; row < table.rows(); row++) {
        if (!seen.add(table.texts(unit).get(row) + "\n" + period(row))) {
          twice(row);
        }
        for (int k = 0; k < numbers.length; k++) {
          add(builder, row, indicators.get(k), numbers[k][row]);
        }
      }
      return builder.build();
    }

    private void add(Columns.Builder builder, int row, String code, double value) {
      builder
          .row()
          .set("unit_id", table.texts(unit).get(row))
          .set("period", period(row))
          .set("code", code)
          .set("value", value);
    }

    private void unknown(int row, String code) {
      faults.add(Refusal.of("code-unknown", table.file() + ":" + table.line(row), code));
    }

    private void twice(int row) {
      faults.add(
          Refusal.of(
              "twice",
              table.file() + ":" + table.line(row),
              table.texts(unit).get(row),
              period(row)));
    }

    /** Every other column of numbers by unit and period. */
    Map<String, Map<String, Double>> numbers() {
      Map<String, Map<String, Double>> numbers = new LinkedHashMap<>();
      List<String> units = table.texts(unit);
      for (String name : table.names()) {
        boolean other = codes.id(name) < 0 && !name.equals(unit) && !name.equals(period);
        if (other && table.isNumeric(name)) {
          Map<String, Double> known = new LinkedHashMap<>();
          double[] cells = table.numbers(name);
          for (int row = 0; row < cells.length; row++) {
            known.put(units.get(row) + "\n" + period(row), cells[row]);
          }
          numbers.put(name, known);
        }
      }
      return numbers;
    }

    /** Every other column by unit: what groups may be made of. */
    Map<String, Map<String, String>> labels() {
      Map<String, Map<String, String>> labels = new LinkedHashMap<>();
      List<String> units = table.texts(unit);
      for (String name : table.names()) {
        if (codes.id(name) < 0 && !name.equals(unit) && !name.equals(period)) {
          Map<String, String> byUnit = new LinkedHashMap<>();
          List<String> texts = table.texts(name);
          for (int row = 0; row < table.rows(); row++) {
            byUnit.put(units.get(row), texts.get(row));
          }
          labels.put(name, byUnit);
        }
      }
      return labels;
    }
  }
}
