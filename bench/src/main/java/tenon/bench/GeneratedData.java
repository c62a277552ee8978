package tenon.bench;

import java.util.Arrays;
import tenon.evaluate.Observations;

/**
 * Generators of large cases, so that none needs a file: SplitMix64, normals as sums of twelve
 * uniforms less 6.
 */
final class GeneratedData {
  private GeneratedData() {}

  /**
   * A panel of units and periods: AR(.5) errors, six controls, an effect of .2 on 30 % of the units
   * from the second half on.
   *
   * @param drop share of rows left out at random
   */
  static Observations panel(int units, int periods, long seed, double drop) {
    return new Draw(seed).panel(units, periods, drop);
  }

  /**
   * Persons at firms over ten years, 23 persons to a firm. In the difficult case the firms follow
   * each other along the sorted persons, so that effects are connected through long chains only.
   */
  static Observations firm(int rows, boolean difficult, long seed) {
    return new Draw(seed).firm(rows, difficult);
  }

  private static final class Draw {
    private long state;

    Draw(long seed) {
      state = seed;
    }

    private double uniform() {
      state += 0x9E3779B97F4A7C15L;
      long z = state;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      z ^= z >>> 31;
      return (z >>> 11) * 0x1.0p-53;
    }

    private double normal() {
      double sum = 0;
      for (int i = 0; i < 12; i++) {
        sum += uniform();
      }
      return sum - 6;
    }

    Observations firm(int rows, boolean difficult) {
      int persons = rows / 10;
      int firms = Math.round(persons / 23f);
      int[] person = new int[rows];
      int[] firm = new int[rows];
      int[] year = new int[rows];
      double[] y = new double[rows];
      double[] x1 = new double[rows];
      double[] x2 = new double[rows];
      for (int row = 0; row < rows; row++) {
        person[row] = row / 10 + 1;
        year[row] = row % 10 + 1;
        firm[row] = difficult ? row % firms + 1 : (int) (uniform() * firms) + 1;
        x1[row] = normal();
        x2[row] = x1[row] * x1[row];
        y[row] = x1[row] + .05 * x2[row] + Math.sin(person[row]) + Math.cos(firm[row]) + normal();
      }
      return Observations.builder(rows)
          .wholes("person", person)
          .wholes("firm", firm)
          .wholes("year", year)
          .numbers("y", y)
          .numbers("x1", x1)
          .numbers("x2", x2)
          .build();
    }

    Observations panel(int units, int periods, double drop) {
      double[] slopes = {.5, -.3, .2, .1, -.15, .05};
      double[][] columns = new double[8][units * periods];
      int[] id = new int[units * periods];
      int[] year = new int[units * periods];
      double[] shocks = new double[periods];
      for (int t = 0; t < periods; t++) {
        shocks[t] = normal();
      }
      int n = 0;
      for (int i = 0; i < units; i++) {
        double own = normal();
        boolean treated = uniform() < .3;
        double error = normal();
        for (int t = 1; t <= periods; t++) {
          error = .5 * error + normal();
          boolean dropped = uniform() < drop;
          double effect = treated && t >= periods / 2 + 1 ? 1 : 0;
          double y = own + shocks[t - 1] + .2 * effect + error;
          for (int k = 0; k < slopes.length; k++) {
            columns[k + 2][n] = normal() + .3 * own;
            y += slopes[k] * columns[k + 2][n];
          }
          columns[0][n] = y;
          columns[1][n] = effect;
          id[n] = i + 1;
          year[n] = t;
          n += dropped ? 0 : 1;
        }
      }
      return observations(columns, id, year, n);
    }

    private static Observations observations(double[][] columns, int[] id, int[] year, int n) {
      Observations.Builder builder =
          Observations.builder(n)
              .wholes("id", Arrays.copyOf(id, n))
              .wholes("year", Arrays.copyOf(year, n))
              .numbers("y", Arrays.copyOf(columns[0], n))
              .numbers("did", Arrays.copyOf(columns[1], n));
      for (int k = 1; k <= 6; k++) {
        builder.numbers("x" + k, Arrays.copyOf(columns[k + 1], n));
      }
      return builder.build();
    }
  }
}
