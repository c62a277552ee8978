package tenon.assess.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.assess.Seeds.forSeeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SobolTest {

  /** Ishigami and Homma (1990), a = 7, b = .1, with the analytic indices of Saltelli et al. */
  @Test
  void ishigamiHasItsAnalyticIndices() {
    List<Sobol.Indices> indices =
        estimated(
            x ->
                Math.sin(x[0])
                    + 7 * Math.sin(x[1]) * Math.sin(x[1])
                    + .1 * Math.pow(x[2], 4) * Math.sin(x[0]),
            -Math.PI,
            Math.PI);
    double[] first = {.3139051911, .4424111448, 0};
    double[] total = {.5575888552, .4424111448, .2436836641};
    for (int factor = 0; factor < 3; factor++) {
      assertThat(indices.get(factor).first()).isCloseTo(first[factor], within(.02));
      assertThat(indices.get(factor).total()).isCloseTo(total[factor], within(.02));
      assertThat(total[factor])
          .isBetween(indices.get(factor).totalLow() - .01, indices.get(factor).totalHigh() + .01);
      assertThat(indices.get(factor).firstLow()).isLessThan(indices.get(factor).firstHigh());
    }
  }

  /** x1 + 2 x2 + 3 x3: shares 1, 4 and 9 of 14. */
  @Test
  void linearFunctionHasTheSquaresOfItsSlopes() {
    List<Sobol.Indices> indices = estimated(x -> x[0] + 2 * x[1] + 3 * x[2], 0, 1);
    for (int factor = 0; factor < 3; factor++) {
      double expected = (factor + 1) * (factor + 1) / 14.0;
      assertThat(indices.get(factor).first()).isCloseTo(expected, within(.01));
      assertThat(indices.get(factor).total()).isCloseTo(expected, within(.01));
    }
  }

  private static List<Sobol.Indices> estimated(
      ToDoubleFunction<double[]> function, double from, double to) {
    int rows = 1 << 16;
    Random random = new Random(7);
    double[][] a = new double[rows][3];
    double[][] b = new double[rows][3];
    double[] ofA = new double[rows];
    double[] ofB = new double[rows];
    double[][] mixed = new double[3][rows];
    for (int row = 0; row < rows; row++) {
      for (int factor = 0; factor < 3; factor++) {
        a[row][factor] = from + (to - from) * random.nextDouble();
        b[row][factor] = from + (to - from) * random.nextDouble();
      }
      ofA[row] = function.applyAsDouble(a[row]);
      ofB[row] = function.applyAsDouble(b[row]);
      for (int factor = 0; factor < 3; factor++) {
        double[] changed = a[row].clone();
        changed[factor] = b[row][factor];
        mixed[factor][row] = function.applyAsDouble(changed);
      }
    }
    return Sobol.sampled(ofA, ofB, mixed, 50, 1);
  }

  /** Conditional means and variances by definition, looking at every pair of combinations. */
  @Test
  void exactIndicesAreThoseOfTheDefinition() {
    forSeeds(100, SobolTest::compare);
  }

  private static void compare(Random random) {
    int[] levels = {2 + random.nextInt(3), 1 + random.nextInt(4), 2 + random.nextInt(2)};
    Design design = Design.full(levels);
    double[] y = random.doubles(design.runs()).toArray();
    List<Sobol.Indices> indices = Sobol.exact(levels, y);
    double variance = variance(y, design, -1, -1);
    for (int factor = 0; factor < 3; factor++) {
      double explained = 0;
      double kept = 0;
      for (int run = 0; run < y.length; run++) {
        double alone = mean(y, design, run, factor, true);
        double all = mean(y, design, -1, -1, true);
        explained += (alone - all) * (alone - all) / y.length;
        double rest = mean(y, design, run, factor, false);
        kept += (rest - all) * (rest - all) / y.length;
      }
      assertThat(indices.get(factor).first()).isCloseTo(explained / variance, within(1e-9));
      assertThat(indices.get(factor).total()).isCloseTo(1 - kept / variance, within(1e-9));
    }
  }

  private static double variance(double[] y, Design design, int run, int factor) {
    double mean = mean(y, design, run, factor, true);
    double sum = 0;
    for (double value : y) {
      sum += (value - mean) * (value - mean) / y.length;
    }
    return sum;
  }

  /** Mean over the runs that agree with one in a factor, or in all others; over all if run < 0. */
  private static double mean(double[] y, Design design, int run, int factor, boolean alone) {
    List<Double> same = new ArrayList<>();
    for (int other = 0; other < y.length; other++) {
      boolean agrees = true;
      for (int one = 0; run >= 0 && one < 3; one++) {
        boolean looked = alone == (one == factor);
        agrees &= !looked || design.alternative(run, one) == design.alternative(other, one);
      }
      if (agrees) {
        same.add(y[other]);
      }
    }
    return same.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
  }
}
