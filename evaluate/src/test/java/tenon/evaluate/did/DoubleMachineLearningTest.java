package tenon.evaluate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Observations;
import tenon.evaluate.Results;
import tenon.evaluate.did.DoubleMachineLearningSpec.Learner;

class DoubleMachineLearningTest {
  private static final StaggeredColumns COLUMNS = new StaggeredColumns("y", "id", "t", "cohort");

  private interface World {
    /** Fills covariates and returns the trend without treatment; the last place is for treated. */
    double trend(Random random, double[] covariates);
  }

  /** Two periods, treated in the second; the effect is given. */
  private static Observations panel(
      int units, int k, double effect, long seed, World world, double slope) {
    Random random = new Random(seed);
    double[] y = new double[2 * units];
    double[] cohort = new double[2 * units];
    double[][] x = new double[k][2 * units];
    int[] id = new int[2 * units];
    int[] t = new int[2 * units];
    for (int unit = 0; unit < units; unit++) {
      double[] own = new double[k];
      double trend = world.trend(random, own);
      boolean treated = random.nextDouble() < 1 / (1 + Math.exp(-slope * own[0]));
      for (int period = 0; period < 2; period++) {
        int row = 2 * unit + period;
        id[row] = unit;
        t[row] = 1 + period;
        cohort[row] = treated ? 2 : 0;
        y[row] = period * (trend + (treated ? effect : 0)) + random.nextGaussian();
        for (int j = 0; j < k; j++) {
          x[j][row] = own[j];
        }
      }
    }
    Observations.Builder builder =
        Observations.builder(2 * units)
            .wholes("id", id)
            .wholes("t", t)
            .numbers("y", y)
            .numbers("cohort", cohort);
    for (int j = 0; j < k; j++) {
      builder.numbers("x" + j, x[j]);
    }
    return builder.build();
  }

  private static Observations cells(long seed) {
    return panel(
        400,
        1,
        1,
        seed,
        (random, own) -> {
          own[0] = random.nextInt(2);
          return 2 * own[0];
        },
        1);
  }

  /**
   * One indicator saturates a covariate of two values: then the doubly robust estimate is the mean
   * over treated units of their cells' differences, and so is the learned one without folds.
   */
  @Test
  void onSaturatedCellsItIsTheClosedFormAndTheDoublyRobustEstimate() {
    for (long seed = 0; seed < 5; seed++) {
      Observations data = cells(seed);
      DoubleMachineLearningResult learned =
          Results.ready(
              DoubleMachineLearning.estimate(
                  data,
                  new DoubleMachineLearningSpec(
                      COLUMNS, List.of("x0"), Learner.PLAIN, 1, 1, 1, seed, 1)));
      assertThat(learned.overall().estimate()).isCloseTo(closedForm(data), within(1e-8));
      CallawaySantAnnaResult robust =
          Results.ready(
              CallawaySantAnna.estimate(
                  data, CallawaySantAnnaSpec.of(COLUMNS).withCovariates("x0")));
      assertThat(learned.overall().estimate()).isCloseTo(robust.simple().estimate(), within(1e-8));
      assertThat(learned.overall().standardError())
          .isCloseTo(robust.simple().standardError(), within(1e-6));
    }
  }

  private static double closedForm(Observations data) {
    double[][] sum = new double[2][2];
    double[][] count = new double[2][2];
    for (int row = 0; row < data.rows(); row += 2) {
      int x = (int) data.number("x0", row);
      int d = data.number("cohort", row) > 0 ? 1 : 0;
      sum[x][d] += data.number("y", row + 1) - data.number("y", row);
      count[x][d]++;
    }
    double effect = 0;
    for (int x = 0; x < 2; x++) {
      effect += count[x][1] * (sum[x][1] / count[x][1] - sum[x][0] / count[x][0]);
    }
    return effect / (count[0][1] + count[1][1]);
  }

  /**
   * Where trend and selection both bend with a covariate, a plain comparison of changes is far off,
   * and the learned one's 95 % interval holds the effect in about 95 % of the panels.
   */
  @Test
  void intervalsHoldTheEffectAsOftenAsTheySay() {
    int panels = 80;
    int holds = 0;
    double plain = 0;
    for (int seed = 0; seed < panels; seed++) {
      Observations data =
          panel(
              500,
              6,
              1,
              seed,
              (random, own) -> {
                for (int j = 0; j < own.length; j++) {
                  own[j] = random.nextGaussian();
                }
                return own[0] + .5 * own[0] * own[0] + .5 * own[1];
              },
              .7);
      DoubleMachineLearningResult learned =
          Results.ready(
              DoubleMachineLearning.estimate(
                  data,
                  new DoubleMachineLearningSpec(
                      COLUMNS,
                      List.of("x0", "x1", "x2", "x3", "x4", "x5"),
                      Learner.LASSO,
                      2,
                      2,
                      1,
                      seed,
                      2)));
      holds += learned.overall().low() <= 1 && learned.overall().high() >= 1 ? 1 : 0;
      plain += difference(data) / panels;
    }
    // 95 % of 80 with three binomial standard deviations of 2.4 %.
    assertThat(holds / (double) panels).isBetween(.875, 1.);
    assertThat(plain).isGreaterThan(1.4);
  }

  private static double difference(Observations data) {
    double[] sum = new double[2];
    double[] count = new double[2];
    for (int row = 0; row < data.rows(); row += 2) {
      int d = data.number("cohort", row) > 0 ? 1 : 0;
      sum[d] += data.number("y", row + 1) - data.number("y", row);
      count[d]++;
    }
    return sum[1] / count[1] - sum[0] / count[0];
  }

  @Test
  void smallCohortsAreRefusedByNumber() {
    Observations data = panel(8, 1, 1, 3, (random, own) -> own[0] = random.nextGaussian(), 0);
    assertThat(
            Results.codes(
                DoubleMachineLearning.estimate(
                    data, DoubleMachineLearningSpec.of(COLUMNS, List.of("x0"), 1, 1))))
        .containsExactlyInAnyOrder("cohort-too-small", "no-comparison");
  }

  @Test
  void theMedianOfRepeatsCountsAndTheSeedDecidesTheFoldsAtAnyNumberOfThreads() {
    Observations data = cells(9);
    DoubleMachineLearningSpec spec = DoubleMachineLearningSpec.of(COLUMNS, List.of("x0"), 4, 1);
    DoubleMachineLearningResult one = Results.ready(DoubleMachineLearning.estimate(data, spec));
    DoubleMachineLearningResult two =
        Results.ready(
            DoubleMachineLearning.estimate(
                data, DoubleMachineLearningSpec.of(COLUMNS, List.of("x0"), 4, 3)));
    assertThat(one.repeats()).hasSize(5).containsExactly(two.repeats());
    double[] sorted = one.repeats().clone();
    java.util.Arrays.sort(sorted);
    assertThat(one.overall().estimate()).isEqualTo(sorted[2]);
  }
}
