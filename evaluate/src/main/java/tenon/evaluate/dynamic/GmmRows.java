package tenon.evaluate.dynamic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The equations of a dynamic panel: by unit, outcome, regressors (period indicators last) and
 * instruments; first the rows in differences, in ascending period, then, of a system, those in
 * levels.
 *
 * <p>Differences: levels of two and more periods before, those of predetermined regressors from one
 * period before, of endogenous ones from two, the differences of exogenous ones, an indicator of
 * each period. Levels: the last change of the outcome before the period, the present one of
 * predetermined regressors, the one before of endogenous ones, an indicator of each period.
 * Exogenous regressors instrument the differences alone: their levels may depend on the unit
 * effect.
 */
final class GmmRows {
  /**
   * One unit's part; period t is the t-th of the panel.
   *
   * @param differences how many rows are in differences
   */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  record Unit(int[] period, int differences, double[] y, double[][] x, double[][] z) {}

  final List<Unit> units = new ArrayList<>();
  int regressors;
  int instruments;

  /** Instruments of the levels are those from this one on. */
  int ofLevels;

  /** How many of these are changes; they come first. */
  int changes;

  private final DynamicGmmSpec spec;
  private final double[][] outcome;
  private final double[][][] exogenous;
  private final double[][][] instrumented;
  private final int periods;

  private GmmRows(
      DynamicGmmSpec spec, double[][] outcome, double[][][] exogenous, double[][][] instrumented) {
    this.spec = spec;
    this.outcome = outcome;
    this.exogenous = exogenous;
    this.instrumented = instrumented;
    periods = outcome[0].length;
  }

  static GmmRows of(WidePanel panel, DynamicGmmSpec spec) {
    GmmRows rows =
        new GmmRows(
            spec,
            panel.column(spec.outcome()),
            panel.columns(spec.exogenous()),
            panel.columns(spec.instrumented()));
    rows.fill();
    return rows;
  }

  /** First period that has an indicator: of a system that of the first row in levels. */
  private int firstIndicator() {
    return spec.system() ? 1 : 2;
  }

  private void fill() {
    int indicators = Math.max(0, periods - firstIndicator());
    regressors = 1 + instrumented.length + exogenous.length + indicators;
    int lags = Math.min(spec.mostLags(), periods);
    int own = spec.collapsed() ? lags : lags * periods;
    ofLevels =
        own * (1 + instrumented.length) + exogenous.length + (spec.system() ? 0 : indicators);
    int each = spec.collapsed() ? 1 : periods;
    changes = spec.system() ? each * (1 + instrumented.length) : 0;
    instruments = ofLevels + (spec.system() ? changes + indicators : 0);
    for (int u = 0; u < outcome.length; u++) {
      int unit = u;
      int[] changed = IntStream.range(2, periods).filter(t -> isKnown(unit, t, 2)).toArray();
      int[] level =
          IntStream.range(1, spec.system() ? periods : 1)
              .filter(t -> isKnown(unit, t, 1))
              .toArray();
      int count = changed.length + level.length;
      if (count > 0) {
        double[] y = new double[count];
        double[][] x = new double[count][];
        double[][] z = new double[count][];
        int at = 0;
        for (int t : changed) {
          y[at] = outcome[u][t] - outcome[u][t - 1];
          x[at] = changes(u, t);
          z[at++] = instrumentsOfChanges(u, t, lags);
        }
        for (int t : level) {
          y[at] = outcome[u][t];
          x[at] = levels(u, t);
          z[at++] = instrumentsOfLevels(u, t, each);
        }
        int[] period = IntStream.concat(Arrays.stream(changed), Arrays.stream(level)).toArray();
        units.add(new Unit(period, changed.length, y, x, z));
      }
    }
  }

  /** Whether all is known that a row needs which reaches back so many periods. */
  private boolean isKnown(int u, int t, int back) {
    double sum = 0;
    for (int lag = 0; lag <= back; lag++) {
      sum += outcome[u][t - lag];
    }
    for (double[][][] columns : List.of(exogenous, instrumented)) {
      for (double[][] column : columns) {
        sum += column[u][t] + (back == 2 ? column[u][t - 1] : 0);
      }
    }
    return Double.isFinite(sum);
  }

  private double[] changes(int u, int t) {
    double[] x = new double[regressors];
    int at = 0;
    x[at++] = outcome[u][t - 1] - outcome[u][t - 2];
    for (double[][] column : instrumented) {
      x[at++] = column[u][t] - column[u][t - 1];
    }
    for (double[][] column : exogenous) {
      x[at++] = column[u][t] - column[u][t - 1];
    }
    x[at + t - firstIndicator()] = 1;
    if (spec.system()) {
      x[at + t - 1 - firstIndicator()] = -1;
    }
    return x;
  }

  private double[] levels(int u, int t) {
    double[] x = new double[regressors];
    int at = 0;
    x[at++] = outcome[u][t - 1];
    for (double[][] column : instrumented) {
      x[at++] = column[u][t];
    }
    for (double[][] column : exogenous) {
      x[at++] = column[u][t];
    }
    x[at + t - firstIndicator()] = 1;
    return x;
  }

  private double[] instrumentsOfChanges(int u, int t, int lags) {
    double[] z = new double[instruments];
    int block = spec.collapsed() ? lags : lags * periods;
    putLevels(z, 0, outcome[u], t, 2, lags);
    for (int j = 0; j < instrumented.length; j++) {
      putLevels(z, block * (j + 1), instrumented[j][u], t, 1 + delay(j), lags);
    }
    int at = block * (1 + instrumented.length);
    for (double[][] column : exogenous) {
      z[at++] = column[u][t] - column[u][t - 1];
    }
    if (!spec.system()) {
      z[at + t - firstIndicator()] = 1;
    }
    return z;
  }

  /** Levels from a lag on; unknown ones are 0, which uses no moment of theirs. */
  private void putLevels(double[] z, int from, double[] column, int t, int nearest, int lags) {
    for (int lag = 0; lag < lags && t - nearest - lag >= 0; lag++) {
      double level = column[t - nearest - lag];
      int at = spec.collapsed() ? lag : t * lags + lag;
      z[from + at] = Double.isNaN(level) ? 0 : level;
    }
  }

  private double[] instrumentsOfLevels(int u, int t, int each) {
    double[] z = new double[instruments];
    int within = spec.collapsed() ? 0 : t;
    z[ofLevels + within] = t < 2 ? 0 : known(outcome[u][t - 1] - outcome[u][t - 2]);
    for (int j = 0; j < instrumented.length; j++) {
      double[] column = instrumented[j][u];
      int last = t - delay(j);
      z[ofLevels + each * (j + 1) + within] = last < 1 ? 0 : known(column[last] - column[last - 1]);
    }
    z[ofLevels + changes + t - firstIndicator()] = 1;
    return z;
  }

  /** Periods that an instrumented regressor's past lies further back: 1 for an endogenous one. */
  private int delay(int instrumentedColumn) {
    return instrumentedColumn < spec.predetermined().size() ? 0 : 1;
  }

  private static double known(double change) {
    return Double.isNaN(change) ? 0 : change;
  }
}
