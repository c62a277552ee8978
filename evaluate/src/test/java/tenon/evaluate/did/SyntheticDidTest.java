package tenon.evaluate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Seeds.forSeeds;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Observations;
import tenon.evaluate.Results;

class SyntheticDidTest {

  @Test
  void weightsComeNearTheBestOnTheSimplex() {
    forSeeds(
        20,
        random -> {
          int n = 8;
          int k = 4;
          double[][] rows = new double[n][];
          Arrays.setAll(rows, i -> random.doubles(k, -1, 1).toArray());
          double[] target = random.doubles(n, -1, 1).toArray();
          double[] w = SimplexWeights.of(rows, target, .5, 1e-7);
          assertThat(Arrays.stream(w).sum()).isCloseTo(1, within(1e-12));
          double ours = value(rows, target, w);
          for (int draw = 0; draw < 3000; draw++) {
            double[] other = random.doubles(k).map(u -> -Math.log(u)).toArray();
            double sum = Arrays.stream(other).sum();
            for (int j = 0; j < k; j++) {
              other[j] = other[j] / sum * .05 + w[j] * .95;
            }
            assertThat(value(rows, target, other)).isGreaterThan(ours - 1e-3);
          }
        });
  }

  private static double value(double[][] rows, double[] target, double[] w) {
    double[] residual = new double[rows.length];
    double mean = 0;
    double value = 0;
    for (int i = 0; i < rows.length; i++) {
      residual[i] = -target[i];
      for (int j = 0; j < w.length; j++) {
        residual[i] += rows[i][j] * w[j];
      }
      mean += residual[i] / rows.length;
    }
    for (double one : residual) {
      value += (one - mean) * (one - mean) / rows.length;
    }
    for (double one : w) {
      value += .25 * one * one;
    }
    return value;
  }

  @Test
  void anEffectOnOutcomesWithoutNoiseIsFound() {
    int n = 12;
    int periods = 8;
    double[] y = new double[n * periods];
    double[] cohort = new double[n * periods];
    int[] unit = new int[n * periods];
    int[] period = new int[n * periods];
    Random random = new Random(1);
    for (int row = 0; row < y.length; row++) {
      unit[row] = row / periods;
      period[row] = row % periods + 1;
      cohort[row] = unit[row] < 2 ? 6 : Double.NaN;
      boolean treated = unit[row] < 2 && period[row] >= 6;
      y[row] = unit[row] + .5 * period[row] + (treated ? 3 : 0) + .001 * random.nextGaussian();
    }
    Observations data =
        Observations.builder(y.length)
            .numbers("y", y)
            .numbers("cohort", cohort)
            .wholes("unit", unit)
            .wholes("period", period)
            .build();
    StaggeredColumns columns = DrawnAdoption.COLUMNS;
    SyntheticDidResult one = Results.ready(SyntheticDid.estimate(data, columns, 50, 2));
    assertThat(one.estimate()).isCloseTo(3, within(.01));
    assertThat(one.standardError()).isLessThan(.01);
    assertThat(Results.ready(SyntheticDid.estimate(data, columns, 50, 2)).standardError())
        .isEqualTo(one.standardError());
    assertThat(
            Results.codes(
                SyntheticDid.estimate(
                    new DrawnAdoption(new Random(1)).observations(), columns, 0, 0)))
        .containsExactly("synthetic-staggered");
  }
}
