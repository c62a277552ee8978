package tenon.assess.statistics;

import java.util.Arrays;

/** A balanced panel less its unit means, and less its period means where asked. */
public final class Demeaned {
  private Demeaned() {}

  /**
   * Takes out effects.
   *
   * @param values by unit and period, all known
   * @param periods whether period means go as well as unit means
   * @return by unit * periods + period
   */
  public static double[] of(double[][] values, boolean periods) {
    int units = values.length;
    int width = values[0].length;
    double[] byUnit = Arrays.stream(values).mapToDouble(v -> Arrays.stream(v).sum()).toArray();
    double[] byPeriod = new double[width];
    for (double[] unit : values) {
      for (int t = 0; t < width; t++) {
        byPeriod[t] += unit[t];
      }
    }
    double all = Arrays.stream(byUnit).sum() / units / width;
    double[] left = new double[units * width];
    for (int unit = 0; unit < units; unit++) {
      for (int t = 0; t < width; t++) {
        double effect = byUnit[unit] / width + (periods ? byPeriod[t] / units - all : 0);
        left[unit * width + t] = values[unit][t] - effect;
      }
    }
    return left;
  }
}
