package tenon.assess.pipeline;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
    if (work.nothingUnknown()) {
      notes.warn("impute-nothing", "value", null);
      if (by instanceof Imputation.ExpectationMaximisation) {
        return data; // nothing to learn a joint distribution for, and perhaps nothing to learn it
        // from
      }
    }
    double[][] columns =
        switch (by) {
          case Imputation.GroupMean(Step.Groups groups) -> work.byGroup(groups, true);
          case Imputation.GroupMedian(Step.Groups groups) -> work.byGroup(groups, false);
          case Imputation.Interpolation(boolean beyond) -> work.inTime(true, beyond);
          case Imputation.LastObservation _ -> work.inTime(false, true);
          case Imputation.ExpectationMaximisation em -> JointNormal.fill(em, data, notes);
          case Imputation.Regression regression -> Predicting.fill(regression, data, notes);
        };
    work.tell(columns);
    return data.with(columns);
  }

  private boolean nothingUnknown() {
    for (int nth = 0; nth < data.indicators(); nth++) {
      if (DataSet.unknown(data.column(data.indicator(nth))) > 0) {
        return false;
      }
    }
    return true;
  }

  private double[][] byGroup(Step.Groups groups, boolean mean) {
    int[] group = groups(groups);
    int count = Arrays.stream(group).max().orElse(0) + 1;
    List<Block> periods = Block.perPeriod(data);
    double[][] columns = data.columns().clone();
    for (int nth = 0; nth < data.indicators(); nth++) {
      int node = data.indicator(nth);
      double[] column = columns[node];
      if (DataSet.unknown(column) == 0) {
        continue;
      }
      double[] filled = column.clone();
      for (Block block : periods) {
        double[] middle =
            mean ? means(column, block, group, count) : medians(column, block, group, count);
        for (int unit = 0; unit < block.count(); unit++) {
          int cell = block.cell(unit);
          filled[cell] = Double.isNaN(column[cell]) ? middle[group[unit]] : column[cell];
        }
      }
      columns[node] = filled;
    }
    return columns;
  }

  /** Mean of the known values by group; the sum keeps what rounding takes away (Neumaier 1974). */
  private static double[] means(double[] column, Block block, int[] group, int count) {
    double[] sum = new double[count];
    double[] lost = new double[count];
    int[] known = new int[count];
    for (int unit = 0; unit < block.count(); unit++) {
      double value = column[block.cell(unit)];
      if (!Double.isNaN(value)) {
        int own = group[unit];
        double next = sum[own] + value;
        lost[own] +=
            Math.abs(sum[own]) >= Math.abs(value)
                ? sum[own] - next + value
                : value - next + sum[own];
        sum[own] = next;
        known[own]++;
      }
    }
    for (int one = 0; one < count; one++) {
      sum[one] = (sum[one] + lost[one]) / known[one];
    }
    return sum;
  }

  private static double[] medians(double[] column, Block block, int[] group, int count) {
    int[] from = new int[count + 1];
    for (int unit = 0; unit < block.count(); unit++) {
      from[group[unit] + 1] += Double.isNaN(column[block.cell(unit)]) ? 0 : 1;
    }
    for (int one = 0; one < count; one++) {
      from[one + 1] += from[one];
    }
    double[] known = new double[from[count]];
    int[] next = from.clone();
    for (int unit = 0; unit < block.count(); unit++) {
      double value = column[block.cell(unit)];
      if (!Double.isNaN(value)) {
        known[next[group[unit]]++] = value;
      }
    }
    double[] middle = new double[count];
    for (int one = 0; one < count; one++) {
      double[] own = Arrays.copyOfRange(known, from[one], from[one + 1]);
      Arrays.sort(own);
      middle[one] = own.length == 0 ? Double.NaN : Moments.quantile(own, .5);
    }
    return middle;
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
      if (DataSet.unknown(columns[node]) > 0) {
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

  /** Says how many values were filled, and how many could not be. */
  private void tell(double[][] columns) {
    for (int nth = 0; nth < data.indicators(); nth++) {
      int node = data.indicator(nth);
      int before = DataSet.unknown(data.column(node));
      int after = before == 0 ? 0 : DataSet.unknown(columns[node]);
      String code = data.tree().code(node);
      if (before > after) {
        notes.warn("imputed", "value", code, Integer.toString(before - after), "" + data.width());
      }
      if (after > 0) {
        notes.warn("impute-left", "value", code, Integer.toString(after), "" + data.width());
      }
    }
  }
}
