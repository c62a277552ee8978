package tenon.evaluate;

import java.util.List;
import tenon.evaluate.algebra.Matrices;

/** Sums of products of scores at lags 0 to L with Bartlett's weights 1 - l / (L + 1). */
final class LaggedMeat {
  private LaggedMeat() {}

  private static int lags(int asked, int periods) {
    return Math.min(asked >= 0 ? asked : (int) Math.floor(Math.pow(periods, .25)), periods - 1);
  }

  /** Driscoll and Kraay: of the sums of scores by regressor and period. */
  static double[][] byPeriod(double[][] sums, int asked) {
    int k = sums.length;
    int periods = sums[0].length;
    int lags = lags(asked, periods);
    double[][] meat = new double[k][k];
    for (int lag = 0; lag <= lags; lag++) {
      double weight = 1 - lag / (lags + 1.0);
      for (int period = lag; period < periods; period++) {
        for (int i = 0; i < k; i++) {
          for (int j = 0; j < k; j++) {
            double product = sums[i][period] * sums[j][period - lag];
            meat[i][j] += weight * product;
            meat[j][i] += lag == 0 ? 0 : weight * product;
          }
        }
      }
    }
    return meat;
  }

  /**
   * Newey and West within units: periods are counted by their order among all periods of the data,
   * and a lag that falls into a gap contributes nothing.
   *
   * @param groupings codings of unit and period by row of the data
   * @param scores by regressor and position
   */
  static double[][] withinUnits(
      Layout layout, List<Coding> groupings, double[][] scores, int asked) {
    int[] unit = layout.atPositions(groupings.getFirst());
    int[] period = layout.atPositions(groupings.getLast());
    int units = groupings.getFirst().count();
    int periods = groupings.getLast().count();
    int[][] at = new int[units][];
    for (int p = 0; p < layout.n; p++) {
      if (at[unit[p]] == null) {
        at[unit[p]] = new int[periods];
        java.util.Arrays.fill(at[unit[p]], -1);
      }
      at[unit[p]][period[p]] = p;
    }
    int k = scores.length;
    double[][] meat = new double[k][k];
    double[][] series = new double[k][periods];
    for (int[] positions : at) {
      for (int t = 0; t < periods; t++) {
        for (int j = 0; j < k; j++) {
          series[j][t] = positions[t] < 0 ? 0 : scores[j][positions[t]];
        }
      }
      double[][] one = byPeriod(series, lags(asked, periods));
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          meat[i][j] += one[i][j];
        }
      }
    }
    Matrices.mirror(meat);
    return meat;
  }
}
