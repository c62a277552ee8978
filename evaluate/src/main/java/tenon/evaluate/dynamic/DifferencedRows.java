package tenon.evaluate.dynamic;

import java.util.ArrayList;
import java.util.List;

/**
 * The equation in differences: by unit, its outcome, regressors (period indicators last) and
 * instruments, rows in ascending period.
 */
final class DifferencedRows {
  /** One unit's part; period t is the t-th of the panel. */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  record Unit(int[] period, double[] y, double[][] x, double[][] z) {}

  final List<Unit> units = new ArrayList<>();
  int regressors;
  int instruments;

  private final DifferenceGmmSpec spec;
  private final double[][] outcome;
  private final double[][][] exogenous;
  private final double[][][] predetermined;
  private final int periods;

  private DifferencedRows(
      DifferenceGmmSpec spec,
      double[][] outcome,
      double[][][] exogenous,
      double[][][] predetermined) {
    this.spec = spec;
    this.outcome = outcome;
    this.exogenous = exogenous;
    this.predetermined = predetermined;
    periods = outcome[0].length;
  }

  static DifferencedRows of(WidePanel panel, DifferenceGmmSpec spec) {
    DifferencedRows rows =
        new DifferencedRows(
            spec,
            panel.column(spec.outcome()),
            panel.columns(spec.exogenous()),
            panel.columns(spec.predetermined()));
    rows.fill();
    return rows;
  }

  private void fill() {
    regressors = 1 + predetermined.length + exogenous.length + Math.max(0, periods - 2);
    int lags = Math.min(spec.mostLags(), periods);
    int own = spec.collapsed() ? lags : lags * periods;
    instruments = own * (1 + predetermined.length) + exogenous.length + Math.max(0, periods - 2);
    for (int u = 0; u < outcome.length; u++) {
      int unit = u;
      int[] known =
          java.util.stream.IntStream.range(2, periods).filter(t -> isKnown(unit, t)).toArray();
      if (known.length > 0) {
        double[] y = new double[known.length];
        double[][] x = new double[known.length][];
        double[][] z = new double[known.length][];
        for (int i = 0; i < known.length; i++) {
          y[i] = outcome[u][known[i]] - outcome[u][known[i] - 1];
          x[i] = x(u, known[i]);
          z[i] = z(u, known[i], lags);
        }
        units.add(new Unit(known, y, x, z));
      }
    }
  }

  private boolean isKnown(int u, int t) {
    double sum = outcome[u][t] + outcome[u][t - 1] + outcome[u][t - 2];
    for (double[][] column : exogenous) {
      sum += column[u][t] + column[u][t - 1];
    }
    for (double[][] column : predetermined) {
      sum += column[u][t] + column[u][t - 1];
    }
    return Double.isFinite(sum);
  }

  private double[] x(int u, int t) {
    double[] x = new double[regressors];
    int at = 0;
    x[at++] = outcome[u][t - 1] - outcome[u][t - 2];
    for (double[][] column : predetermined) {
      x[at++] = column[u][t] - column[u][t - 1];
    }
    for (double[][] column : exogenous) {
      x[at++] = column[u][t] - column[u][t - 1];
    }
    x[at + t - 2] = 1;
    return x;
  }

  private double[] z(int u, int t, int lags) {
    double[] z = new double[instruments];
    int block = spec.collapsed() ? lags : lags * periods;
    levels(z, 0, outcome[u], t, 2, lags);
    for (int j = 0; j < predetermined.length; j++) {
      levels(z, block * (j + 1), predetermined[j][u], t, 1, lags);
    }
    int at = block * (1 + predetermined.length);
    for (double[][] column : exogenous) {
      z[at++] = column[u][t] - column[u][t - 1];
    }
    z[at + t - 2] = 1;
    return z;
  }

  /** Levels from a lag on; unknown ones are 0, which uses no moment of theirs. */
  private void levels(double[] z, int from, double[] column, int t, int nearest, int lags) {
    for (int lag = 0; lag < lags && t - nearest - lag >= 0; lag++) {
      double level = column[t - nearest - lag];
      int at = spec.collapsed() ? lag : t * lags + lag;
      z[from + at] = Double.isNaN(level) ? 0 : level;
    }
  }
}
