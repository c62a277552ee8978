package tenon.evaluate.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Coding;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.prepare.PreparationSpec.Derived;
import tenon.evaluate.prepare.Prepared.Change;
import tenon.evaluate.prepare.Prepared.Kind;
import tenon.model.Findings;
import tenon.model.Loaded;

/** Prepares a panel; see {@link PreparationSpec} for what is done, and in which order. */
public final class Preparation {
  private final PreparationSpec spec;
  private final List<Change> changes = new ArrayList<>();
  private Observations data;
  private int[][] rowAt = new int[0][];

  private Preparation(Observations data, PreparationSpec spec) {
    this.data = data;
    this.spec = spec;
  }

  /**
   * Prepares a panel in which no unit has a period twice.
   *
   * @return the prepared panel, or every column that is missing or no numbers
   */
  public static Loaded<Prepared> prepare(Observations data, PreparationSpec spec) {
    Findings findings = new Findings();
    check(data, spec, Notes.about(Notes.OBSERVATIONS, findings));
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    return new Loaded.Ready<>(new Preparation(data, spec).prepare(), findings.list());
  }

  /**
   * The rows in which every column that must be known is; those that are not there count as known.
   */
  public static int[] known(Observations data, PreparationSpec spec) {
    List<String> columns = spec.known().stream().filter(data::has).toList();
    return IntStream.range(0, data.rows())
        .filter(row -> columns.stream().noneMatch(column -> isBlank(data, column, row)))
        .toArray();
  }

  private static boolean isBlank(Observations data, String column, int row) {
    return data.isText(column)
        ? data.label(column, row) == null
        : Double.isNaN(data.number(column, row));
  }

  private static void check(Observations data, PreparationSpec spec, Notes notes) {
    List<String> known = new ArrayList<>(data.names());
    for (Derived derived : spec.derived()) {
      number(data, known, derived.of(), notes);
      if (!derived.over().isEmpty()) {
        number(data, known, derived.over(), notes);
      }
      known.add(derived.name());
    }
    for (String name : spec.known()) {
      if (!data.has(name)) {
        notes.error("column-unknown", null, name, String.join(", ", data.names()));
      }
    }
    List<String> all = new ArrayList<>(spec.judged());
    all.addAll(spec.interpolated());
    all.addAll(spec.winsorised());
    all.add(spec.panel().period());
    all.forEach(name -> number(data, known, name, notes));
    if (!known.contains(spec.panel().unit())) {
      notes.error("column-unknown", null, spec.panel().unit(), String.join(", ", known));
    }
  }

  private static void number(Observations data, List<String> known, String name, Notes notes) {
    if (!known.contains(name)) {
      notes.error("column-unknown", null, name, String.join(", ", known));
    } else if (data.has(name) && data.isText(name)) {
      notes.error("column-texts", null, name);
    }
  }

  private Prepared prepare() {
    leaveOut();
    place();
    spec.derived().forEach(this::derive);
    exclude();
    spec.interpolated().forEach(this::interpolate);
    spec.winsorised().forEach(this::winsorise);
    TreeSet<String> told = new TreeSet<>(spec.judged());
    told.addAll(spec.interpolated());
    for (String column : told) {
      int unknown = (int) Arrays.stream(data.numbers(column)).filter(Double::isNaN).count();
      if (unknown > 0) {
        changes.add(new Change(Kind.UNKNOWN, column, unknown, List.of()));
      }
    }
    return new Prepared(data, changes);
  }

  private void leaveOut() {
    Coding units = Coding.of(data, spec.panel().unit());
    for (String column : spec.known()) {
      TreeSet<String> names = new TreeSet<>();
      int rows = 0;
      for (int row = 0; row < data.rows(); row++) {
        if (isBlank(data, column, row)) {
          rows++;
          names.add(units.code(row) < 0 ? "-" : units.label(units.code(row)));
        }
      }
      if (rows > 0) {
        changes.add(new Change(Kind.BLANK, column, rows, List.copyOf(names)));
      }
    }
    data = spec.known().isEmpty() ? data : data.rows(known(data, spec));
  }

  /** Finds the row of each unit in each period, from the first period of all to the last. */
  private void place() {
    Coding units = Coding.of(data, spec.panel().unit());
    double[] periods = data.numbers(spec.panel().period());
    double first = Arrays.stream(periods).filter(Double::isFinite).min().orElse(0);
    double last = Arrays.stream(periods).filter(Double::isFinite).max().orElse(0);
    rowAt = new int[units.count()][(int) Math.min(100_000, last - first) + 1];
    for (int[] rows : rowAt) {
      Arrays.fill(rows, -1);
    }
    for (int row = 0; row < data.rows(); row++) {
      int at = Double.isFinite(periods[row]) ? (int) (periods[row] - first) : -1;
      if (units.code(row) >= 0 && at >= 0 && at < rowAt[0].length) {
        rowAt[units.code(row)][at] = row;
      }
    }
  }

  private void derive(Derived derived) {
    double[] of = data.numbers(derived.of());
    double[] over = derived.over().isEmpty() ? of : data.numbers(derived.over());
    double[] made = new double[of.length];
    Arrays.fill(made, Double.NaN);
    double[] medians =
        derived.rule() == PreparationSpec.Rule.ABOVE_MEDIAN ? quantiles(of, .5) : made;
    for (int[] rows : rowAt) {
      double sum = 0;
      int count = 0;
      for (int t = 0; t < rows.length; t++) {
        int row = rows[t];
        if (row < 0) {
          continue;
        }
        int before = t == 0 ? -1 : rows[t - 1];
        double value = of[row];
        double past = before < 0 ? Double.NaN : of[before];
        made[row] =
            switch (derived.rule()) {
              case LOG -> value > 0 ? Math.log(value) : Double.NaN;
              case LAG -> past;
              case CHANGE -> value - past;
              case RATIO -> over[row] == 0 ? Double.NaN : value / over[row];
              case OWN_HISTORY -> count == 0 || sum == 0 ? Double.NaN : value * count / sum;
              case ABOVE_MEDIAN -> Double.isNaN(value) ? Double.NaN : value > medians[row] ? 1 : 0;
            };
        if (Double.isFinite(value)) {
          sum += value;
          count++;
        }
      }
    }
    data = data.with(derived.name(), made);
    int known = (int) Arrays.stream(made).filter(value -> !Double.isNaN(value)).count();
    changes.add(new Change(Kind.DERIVED, derived.name(), known, List.of()));
  }

  private void exclude() {
    if (spec.longestGap() < 0) {
      return;
    }
    Coding units = Coding.of(data, spec.panel().unit());
    boolean[] out = new boolean[units.count()];
    for (String column : spec.judged()) {
      double[] values = data.numbers(column);
      List<String> names = new ArrayList<>();
      int rows = 0;
      for (int u = 0; u < out.length; u++) {
        if (!out[u] && longestGap(values, rowAt[u]) > spec.longestGap()) {
          out[u] = true;
          names.add(units.label(u));
          rows += (int) Arrays.stream(rowAt[u]).filter(row -> row >= 0).count();
        }
      }
      if (!names.isEmpty()) {
        changes.add(new Change(Kind.EXCLUDED, column, rows, names));
      }
    }
    int[] kept = new int[data.rows()];
    int count = 0;
    for (int row = 0; row < kept.length; row++) {
      if (units.code(row) < 0 || !out[units.code(row)]) {
        kept[count++] = row;
      }
    }
    if (count < kept.length) {
      data = data.rows(Arrays.copyOf(kept, count));
      place();
    }
  }

  private static int longestGap(double[] values, int[] rows) {
    int longest = 0;
    int now = 0;
    for (int row : rows) {
      now = row < 0 || Double.isNaN(values[row]) ? now + 1 : 0;
      longest = Math.max(longest, now);
    }
    return longest;
  }

  private void interpolate(String column) {
    double[] values = data.numbers(column).clone();
    int filled = 0;
    for (int[] rows : rowAt) {
      int before = -1;
      for (int t = 0; t < rows.length; t++) {
        if (rows[t] < 0 || Double.isNaN(values[rows[t]])) {
          continue;
        }
        for (int gap = before + 1; before >= 0 && gap < t; gap++) {
          if (rows[gap] >= 0) {
            double share = (double) (gap - before) / (t - before);
            values[rows[gap]] = values[rows[before]] * (1 - share) + values[rows[t]] * share;
            filled++;
          }
        }
        before = t;
      }
    }
    if (filled > 0) {
      data = data.with(column, values);
      changes.add(new Change(Kind.INTERPOLATED, column, filled, List.of()));
    }
  }

  private void winsorise(String column) {
    double[] values = data.numbers(column).clone();
    double[] low = quantiles(values, spec.tail());
    double[] high = quantiles(values, 1 - spec.tail());
    int drawn = 0;
    for (int row = 0; row < values.length; row++) {
      double inside = Math.max(low[row], Math.min(high[row], values[row]));
      drawn += Double.isNaN(values[row]) || inside == values[row] ? 0 : 1;
      values[row] = Double.isNaN(values[row]) ? Double.NaN : inside;
    }
    data = data.with(column, values);
    changes.add(new Change(Kind.WINSORISED, column, drawn, List.of()));
  }

  /** By row: the quantile of its period, by linear interpolation of the sorted values. */
  private double[] quantiles(double[] values, double p) {
    double[] periods = data.numbers(spec.panel().period());
    Map<Double, List<Double>> by = new TreeMap<>();
    for (int row = 0; row < values.length; row++) {
      if (!Double.isNaN(values[row])) {
        by.computeIfAbsent(periods[row], _ -> new ArrayList<>()).add(values[row]);
      }
    }
    Map<Double, Double> quantile = new TreeMap<>();
    by.forEach((period, list) -> quantile.put(period, quantile(list, p)));
    double[] rows = new double[values.length];
    for (int row = 0; row < rows.length; row++) {
      @Nullable Double of = quantile.get(periods[row]);
      rows[row] = of == null ? Double.NaN : of;
    }
    return rows;
  }

  private static double quantile(List<Double> values, double p) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double place = p * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
