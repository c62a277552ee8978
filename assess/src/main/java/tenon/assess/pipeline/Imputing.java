package tenon.assess.pipeline;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import tenon.assess.Notes;

/** Fills unknown values; see {@link Imputation}. */
final class Imputing {
  private final DataSet data;
  private final Notes notes;

  private Imputing(DataSet data, Notes notes) {
    this.data = data;
    this.notes = notes;
  }

  static DataSet of(Imputation by, DataSet data, Notes notes) {
    Imputing work = new Imputing(data, notes);
    double[][] columns =
        switch (by) {
          case Imputation.GroupMean(Step.Groups groups) ->
              work.byGroup(groups, sorted -> Arrays.stream(sorted).sum() / sorted.length);
          case Imputation.GroupMedian(Step.Groups groups) ->
              work.byGroup(groups, sorted -> Moments.quantile(sorted, .5));
          case Imputation.Interpolation(boolean beyond) -> work.inTime(true, beyond);
          case Imputation.LastObservation _ -> work.inTime(false, true);
          case Imputation.ExpectationMaximisation em -> JointNormal.fill(em, data, notes);
          case Imputation.Regression regression -> Predicting.fill(regression, data, notes);
        };
    work.tell(columns);
    return data.with(columns);
  }

  private double[][] byGroup(Step.Groups groups, ToDoubleFunction<double[]> middle) {
    int[] group = groups(groups);
    int count = Arrays.stream(group).max().orElse(0) + 1;
    double[][] columns = data.columns().clone();
    for (int nth = 0; nth < data.indicators(); nth++) {
      int node = data.indicator(nth);
      if (!hasUnknown(columns[node])) {
        continue;
      }
      double[] filled = columns[node].clone();
      for (Block block : Block.perPeriod(data)) {
        for (int one = 0; one < count; one++) {
          fill(columns[node], filled, block, group, one, middle);
        }
      }
      columns[node] = filled;
    }
    return columns;
  }

  private static void fill(
      double[] column,
      double[] filled,
      Block block,
      int[] group,
      int one,
      ToDoubleFunction<double[]> middle) {
    double[] known = new double[block.count()];
    int count = 0;
    for (int unit = 0; unit < known.length; unit++) {
      double value = column[block.cell(unit)];
      if (group[unit] == one && !Double.isNaN(value)) {
        known[count++] = value;
      }
    }
    double[] sorted = Arrays.copyOf(known, count);
    Arrays.sort(sorted);
    double amount = count == 0 ? Double.NaN : middle.applyAsDouble(sorted);
    for (int unit = 0; unit < known.length; unit++) {
      int cell = block.cell(unit);
      if (group[unit] == one && Double.isNaN(column[cell])) {
        filled[cell] = amount;
      }
    }
  }

  private int[] groups(Step.Groups groups) {
    return groups(groups, data, notes);
  }

  /**
   * Number of the group of each unit; units without a group share one of their own, and are told.
   */
  static int[] groups(Step.Groups groups, DataSet data, Notes notes) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    TreeSet<String> without = new TreeSet<>();
    int[] group = new int[data.units().count()];
    for (int unit = 0; unit < group.length; unit++) {
      String id = data.units().key(unit);
      String name = groups.byUnit().get(id);
      if (name == null && !groups.byUnit().isEmpty()) {
        without.add(id);
      }
      group[unit] = numbers.computeIfAbsent(name == null ? "" : name, _ -> numbers.size());
    }
    if (!without.isEmpty()) {
      notes.warn("group-missing", "unit_id", without.getFirst(), "" + without.size());
    }
    return group;
  }

  private double[][] inTime(boolean straight, boolean beyond) {
    if (data.periods().count() < 2) {
      notes.warn("impute-one-period", "period", null);
      return data.columns();
    }
    double[] when = when();
    double[][] columns = data.columns().clone();
    for (int nth = 0; nth < data.indicators(); nth++) {
      int node = data.indicator(nth);
      if (hasUnknown(columns[node])) {
        columns[node] = columns[node].clone();
        for (int unit = 0; unit < data.units().count(); unit++) {
          fillInTime(columns[node], unit * when.length, when, straight, beyond);
        }
      }
    }
    return columns;
  }

  /** The periods as numbers where all are, else their order. */
  private double[] when() {
    double[] when = new double[data.periods().count()];
    for (int period = 0; period < when.length; period++) {
      String text = data.periods().key(period);
      if (!text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
        Arrays.setAll(when, i -> i);
        return when;
      }
      when[period] = Double.parseDouble(text);
    }
    return when;
  }

  private static void fillInTime(
      double[] column, int first, double[] when, boolean straight, boolean beyond) {
    int before = -1;
    for (int period = 0; period < when.length; period++) {
      if (Double.isNaN(column[first + period])) {
        continue;
      }
      double to = column[first + period];
      double from = before < 0 ? to : column[first + before];
      for (int gap = before + 1; gap < period && straight && (before >= 0 || beyond); gap++) {
        double share = before < 0 ? 0 : (when[gap] - when[before]) / (when[period] - when[before]);
        column[first + gap] = from + share * (to - from);
      }
      for (int gap = before + 1; gap < period && !straight && before >= 0; gap++) {
        column[first + gap] = from;
      }
      before = period;
    }
    for (int gap = before + 1; gap < when.length && before >= 0 && beyond; gap++) {
      column[first + gap] = column[first + before];
    }
  }

  private static boolean hasUnknown(double[] column) {
    return Arrays.stream(column).anyMatch(Double::isNaN);
  }

  /** Says how many values were filled, and how many could not be. */
  private void tell(double[][] columns) {
    for (int nth = 0; nth < data.indicators(); nth++) {
      int node = data.indicator(nth);
      long before = Arrays.stream(data.column(node)).filter(Double::isNaN).count();
      long after = Arrays.stream(columns[node]).filter(Double::isNaN).count();
      String code = data.tree().code(node);
      if (before > after) {
        notes.warn("imputed", "value", code, Long.toString(before - after), "" + data.width());
      }
      if (after > 0) {
        notes.warn("impute-left", "value", code, Long.toString(after), "" + data.width());
      }
    }
  }
}
