package tenon.assess.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.assess.Notes;

/** Draws in outliers; see {@link Treatment}. */
final class Treating {
  private static final double LOG_SHIFT = .01;

  private final DataSet data;
  private final Notes notes;
  private final int[] group;

  private Treating(Treatment by, DataSet data, Notes notes) {
    this.data = data;
    this.notes = notes;
    Step.Groups groups =
        by instanceof Treatment.Percentiles spec ? spec.groups() : Step.Groups.none();
    group = Imputing.groups(groups, data, notes);
  }

  static Stage of(Step.Treat step, DataSet data, Notes notes) {
    Treating work = new Treating(step.by(), data, notes);
    double[][] columns = data.columns().clone();
    List<Treated> all = new ArrayList<>();
    for (int nth = 0; nth < data.indicators(); nth++) {
      int node = data.indicator(nth);
      all.add(work.treat(step.by(), node, columns));
    }
    return new Stage(step, data.with(columns), all, List.of());
  }

  private Treated treat(Treatment by, int node, double[][] columns) {
    double[] column = data.column(node);
    Moments before = Moments.of(column);
    if (before.known() < 4) {
      notes.warn("treat-few", "value", data.tree().code(node), "" + before.known());
      return treated(node, 0, 0, false, before, before);
    }
    return switch (by) {
      case Treatment.SkewRule rule -> bySkew(rule, node, columns, before);
      case Treatment.Percentiles percentiles -> byPercentiles(percentiles, node, columns, before);
      case Treatment.Fences(double ranges) -> {
        double[] sorted = DataSet.sortedKnown(column, Block.whole(data));
        double lower = Moments.quantile(sorted, .25);
        double upper = Moments.quantile(sorted, .75);
        double reach = ranges * (upper - lower);
        yield drawnIn(node, columns, before, lower - reach, upper + reach);
      }
      case Treatment.Sigmas(double deviations) -> {
        double reach = deviations * before.deviation();
        yield drawnIn(node, columns, before, before.mean() - reach, before.mean() + reach);
      }
    };
  }

  private Treated bySkew(Treatment.SkewRule rule, int node, double[][] columns, Moments before) {
    if (passes(rule, before)) {
      return treated(node, 0, 0, false, before, before);
    }
    double[] column = data.column(node);
    double[] sorted = DataSet.sortedKnown(column, Block.whole(data));
    DrawingIn drawing = new DrawingIn(sorted);
    int low = 0;
    int high = 0;
    Moments now = before;
    while (low + high < rule.mostWinsorised() && low + high + 2 < sorted.length) {
      if (now.skewness() < 0) {
        low++;
      } else {
        high++;
      }
      double least = sorted[low];
      double greatest = sorted[sorted.length - 1 - high];
      now = drawing.moments(low, high);
      if (isClose(rule, now)) {
        now = Moments.clamped(column, least, greatest);
      }
      if (passes(rule, now)) {
        now = Moments.clamped(column, least, greatest);
        columns[node] = clamped(column, least, greatest);
        return treated(node, low, high, false, before, now);
      }
    }
    double least = sorted[0];
    double shift = LOG_SHIFT * (sorted[sorted.length - 1] - least);
    columns[node] = Means.each(column, x -> StrictMath.log(x - least + shift));
    now = Moments.of(columns[node]);
    if (!passes(rule, now)) {
      String code = data.tree().code(node);
      notes.warn(
          "still-skewed", "value", code, Notes.ratio(now.skewness()), Notes.ratio(now.kurtosis()));
    }
    return treated(node, 0, 0, true, before, now);
  }

  /** Whether moments are too near to a bound, or to another tail, for rounding not to decide. */
  private static boolean isClose(Treatment.SkewRule rule, Moments moments) {
    return DrawingIn.isClose(Math.abs(moments.skewness()), rule.skewness())
        || DrawingIn.isClose(moments.kurtosis(), rule.kurtosis())
        || DrawingIn.isClose(moments.skewness(), 0);
  }

  /** A constant column, whose skewness is unknown, passes. */
  private static boolean passes(Treatment.SkewRule rule, Moments moments) {
    return !(Math.abs(moments.skewness()) >= rule.skewness()
        && moments.kurtosis() >= rule.kurtosis());
  }

  private Treated byPercentiles(
      Treatment.Percentiles spec, int node, double[][] columns, Moments before) {
    int periods = data.periods().count();
    double[] column = data.column(node);
    double[] drawn = column.clone();
    int low = 0;
    int high = 0;
    for (int one = 0; one <= Arrays.stream(group).max().orElse(0); one++) {
      double[] members = column.clone();
      for (int cell = 0; cell < members.length; cell++) {
        members[cell] = group[cell / periods] == one ? members[cell] : Double.NaN;
      }
      double[] sorted = DataSet.sortedKnown(members, Block.whole(data));
      if (sorted.length == 0) {
        continue;
      }
      double least = Moments.quantile(sorted, spec.low() / 100);
      double greatest = Moments.quantile(sorted, spec.high() / 100);
      for (int cell = 0; cell < members.length; cell++) {
        low += members[cell] < least ? 1 : 0;
        high += members[cell] > greatest ? 1 : 0;
        if (!Double.isNaN(members[cell])) {
          drawn[cell] = Math.clamp(members[cell], least, greatest);
        }
      }
    }
    columns[node] = drawn;
    return treated(node, low, high, false, before, Moments.of(drawn));
  }

  private Treated drawnIn(
      int node, double[][] columns, Moments before, double least, double greatest) {
    double[] column = data.column(node);
    int low = 0;
    int high = 0;
    for (double value : column) {
      low += value < least ? 1 : 0;
      high += value > greatest ? 1 : 0;
    }
    if (low + high == 0) {
      return treated(node, 0, 0, false, before, before);
    }
    columns[node] = clamped(column, least, greatest);
    return treated(node, low, high, false, before, Moments.of(columns[node]));
  }

  private static double[] clamped(double[] column, double least, double greatest) {
    return Means.each(column, x -> x < least ? least : x > greatest ? greatest : x);
  }

  private Treated treated(
      int node, int low, int high, boolean logged, Moments before, Moments after) {
    return new Treated(
        data.tree().code(node),
        low,
        high,
        logged,
        before.skewness(),
        before.kurtosis(),
        after.skewness(),
        after.kurtosis());
  }
}
