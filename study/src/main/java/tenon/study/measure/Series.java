package tenon.study.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.study.method.Asked;
import tenon.study.text.Refusal;
import tenon.study.workbook.TableFile;

/**
 * One variable by unit and period, from a long table (columns of unit, period and value) or a wide
 * one (a column of units, then one column for each period).
 *
 * @param units names of the units, in the order of the file
 * @param periods names of the periods, in ascending order where they are numbers
 * @param values by unit and period; NaN is unknown
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record Series(List<String> units, List<String> periods, double[][] values) {

  /** Reads what is asked for: options {@code id}, {@code time}, {@code value}, {@code columns}. */
  static Loaded<Series> read(Asked asked) {
    return switch (TableFile.read(asked.source())) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var _) ->
          of(
              table,
              asked.text("id"),
              asked.text("time"),
              asked.text("value"),
              asked.texts("columns"));
    };
  }

  static Loaded<Series> of(
      FlatTable table, String id, String time, String value, List<String> columns) {
    boolean isLong = !time.isEmpty() || !value.isEmpty();
    String unit = id.isEmpty() ? table.names().getFirst() : id;
    List<String> needed = new ArrayList<>(List.of(unit));
    if (isLong) {
      needed.add(time);
      needed.add(value);
    } else {
      needed.addAll(columns);
    }
    List<Finding> faults = new ArrayList<>();
    for (String name : needed) {
      if (!table.has(name)) {
        faults.add(table.unknown(name));
      }
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    return isLong ? ofLong(table, unit, time, value) : ofWide(table, unit, columns);
  }

  private static Loaded<Series> ofWide(FlatTable table, String unit, List<String> columns) {
    List<String> periods =
        columns.isEmpty()
            ? table.names().stream()
                .filter(name -> !name.equals(unit) && table.isNumeric(name))
                .toList()
            : columns;
    List<Finding> faults = new ArrayList<>();
    if (columns.isEmpty()) {
      faults.addAll(DataMatrix.spoilt(table, unit::equals));
    }
    periods.forEach(
        period ->
            faults.addAll(
                table.isNumeric(period) ? table.spoilt(period) : table.noNumbers(period)));
    if (periods.isEmpty()) {
      faults.add(Refusal.of("no-numbers", table.file(), null));
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    double[][] values = new double[table.rows()][periods.size()];
    for (int t = 0; t < periods.size(); t++) {
      double[] column = table.numbers(periods.get(t));
      for (int u = 0; u < values.length; u++) {
        values[u][t] = column[u];
      }
    }
    return new Loaded.Ready<>(new Series(table.texts(unit), periods, values), List.of());
  }

  private static Loaded<Series> ofLong(FlatTable table, String unit, String time, String value) {
    List<Finding> faults =
        new ArrayList<>(table.isNumeric(value) ? table.spoilt(value) : table.noNumbers(value));
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    Map<String, Integer> units = new LinkedHashMap<>();
    Map<Object, String> sorted = new TreeMap<>();
    List<String> rows = table.texts(unit);
    List<String> times = table.texts(time);
    boolean numbers = table.isNumeric(time);
    double[] at = numbers ? table.numbers(time) : new double[0];
    for (int row = 0; row < table.rows(); row++) {
      units.putIfAbsent(rows.get(row), units.size());
      sorted.put(numbers ? (Object) at[row] : times.get(row), times.get(row));
    }
    List<String> periods = List.copyOf(sorted.values());
    double[][] values = new double[units.size()][periods.size()];
    for (double[] line : values) {
      Arrays.fill(line, Double.NaN);
    }
    double[] cells = table.numbers(value);
    for (int row = 0; row < table.rows(); row++) {
      int u = units.getOrDefault(rows.get(row), 0);
      int t = periods.indexOf(times.get(row));
      if (!Double.isNaN(values[u][t])) {
        faults.add(Refusal.of("twice", table.place(row), rows.get(row), times.get(row)));
      }
      values[u][t] = cells[row];
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(new Series(List.copyOf(units.keySet()), periods, values), List.of())
        : new Loaded.Rejected<>(faults);
  }

  /** One period by unit. */
  double[] period(int t) {
    return Arrays.stream(values).mapToDouble(line -> line[t]).toArray();
  }
}
