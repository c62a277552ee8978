package tenon.evaluate.did;

import java.util.Random;
import tenon.evaluate.Observations;

/**
 * A small balanced panel in which three cohorts adopt, effects grow with time, and some never do.
 */
final class DrawnAdoption {
  static final StaggeredColumns COLUMNS = new StaggeredColumns("y", "unit", "period", "cohort");
  static final int PERIODS = 7;

  final int units;
  final double[] cohort;
  final double[][] y;

  DrawnAdoption(Random random) {
    units = 20 + random.nextInt(15);
    cohort = new double[units];
    y = new double[units][PERIODS];
    for (int u = 0; u < units; u++) {
      cohort[u] = u < 4 ? 3 : u < 8 ? 4 : u < 12 ? 6 : Double.NaN;
      for (int t = 0; t < PERIODS; t++) {
        double since = t + 1 - cohort[u];
        double effect = since >= 0 ? 1 + since * (u < 4 ? 2 : 1) : 0;
        y[u][t] = u + t * .3 + effect + random.nextGaussian();
      }
    }
  }

  boolean isTreated(int u, int t) {
    return t + 1 >= cohort[u];
  }

  Observations observations() {
    int n = units * PERIODS;
    double[] outcome = new double[n];
    double[] cohorts = new double[n];
    double[] treated = new double[n];
    int[] unit = new int[n];
    int[] period = new int[n];
    for (int u = 0; u < units; u++) {
      for (int t = 0; t < PERIODS; t++) {
        int row = u * PERIODS + t;
        outcome[row] = y[u][t];
        cohorts[row] = cohort[u];
        treated[row] = isTreated(u, t) ? 1 : 0;
        unit[row] = u;
        period[row] = t + 1;
      }
    }
    return Observations.builder(n)
        .numbers("y", outcome)
        .numbers("cohort", cohorts)
        .numbers("d", treated)
        .wholes("unit", unit)
        .wholes("period", period)
        .build();
  }
}
