package tenon.evaluate.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Results.codes;
import static tenon.evaluate.Results.fit;
import static tenon.evaluate.Results.ready;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelColumns;

/** y = .5 y(-1) + .8 x + unit + period + e. */
class DynamicGmmTest {
  private static final PanelColumns PANEL = new PanelColumns("id", "year");

  private static double[][][] draw(int units, int periods, long seed) {
    Random random = new Random(seed);
    double[][][] yx = new double[2][units][periods];
    for (int u = 0; u < units; u++) {
      double unit = random.nextGaussian();
      double y = unit * 2;
      for (int t = -20; t < periods; t++) {
        double x = random.nextGaussian() + .3 * unit;
        y = .5 * y + .8 * x + unit + .1 * t + random.nextGaussian();
        if (t >= 0) {
          yx[0][u][t] = y;
          yx[1][u][t] = x;
        }
      }
    }
    return yx;
  }

  private static Observations observations(double[][][] yx) {
    int units = yx[0].length;
    int periods = yx[0][0].length;
    double[][] c = new double[4][units * periods];
    for (int row = 0; row < units * periods; row++) {
      c[0][row] = Math.floorDiv(row, periods);
      c[1][row] = 2000 + row % periods;
      c[2][row] = yx[0][row / periods][row % periods];
      c[3][row] = yx[1][row / periods][row % periods];
    }
    return Observations.builder(c[0].length)
        .numbers("id", c[0])
        .numbers("year", c[1])
        .numbers("y", c[2])
        .numbers("x", c[3])
        .build();
  }

  /** With one instrument the estimate is that of two-stage least squares in differences. */
  @Test
  void oneInstrumentGivesTwoStageLeastSquaresOfDifferences() {
    double[][][] yx = draw(60, 6, 1);
    int n = 60 * 4;
    double[][] c = new double[5][n];
    for (int row = 0; row < n; row++) {
      int u = row / 4;
      int t = 2 + row % 4;
      c[0][row] = u;
      c[1][row] = t;
      c[2][row] = yx[0][u][t] - yx[0][u][t - 1];
      c[3][row] = yx[0][u][t - 1] - yx[0][u][t - 2];
      c[4][row] = yx[0][u][t - 2];
    }
    Observations differences =
        Observations.builder(n)
            .numbers("id", c[0])
            .numbers("t", c[1])
            .numbers("dy", c[2])
            .numbers("dlag", c[3])
            .numbers("level", c[4])
            .build();
    Fit iv = fit(differences, "dy ~ 1 | t | dlag ~ level", new Errors.Iid());
    DynamicGmmResult gmm =
        ready(
            DynamicGmm.estimate(
                observations(yx),
                DynamicGmmSpec.of(PANEL, "y").withInstruments(1, true).withOneStep()));
    assertThat(gmm.coefficients()[0]).isCloseTo(iv.coefficients()[0], within(1e-9));
    assertThat(gmm.hansenDegrees()).isZero();
    assertThat(gmm.hansenP()).isNaN();
  }

  /** Matrices written out and inverted; the correction by a numerical derivative. */
  @Test
  void twoStepsAgreeWithMatricesWrittenOut() {
    double[][][] yx = draw(50, 5, 2);
    PlainGmm plain = PlainGmm.differences(yx);
    agrees(plain, yx, DynamicGmmSpec.of(PANEL, "y").withExogenous("x"));
  }

  @Test
  void aSystemAgreesWithMatricesWrittenOut() {
    for (long seed = 1; seed <= 5; seed++) {
      double[][][] yx = draw(60, 5, seed);
      DynamicGmmSpec spec = DynamicGmmSpec.of(PANEL, "y").withExogenous("x").withLevels();
      agrees(PlainGmm.system(yx), yx, spec);
    }
  }

  private static void agrees(PlainGmm plain, double[][][] yx, DynamicGmmSpec spec) {
    double[] one = plain.coefficients(plain.first());
    double[] two = plain.coefficients(plain.second(one));
    double[][] robust = plain.robust(plain.first(), one);
    double[][] corrected = plain.corrected(one, robust);
    DynamicGmmResult first = ready(DynamicGmm.estimate(observations(yx), spec.withOneStep()));
    DynamicGmmResult second = ready(DynamicGmm.estimate(observations(yx), spec));
    for (int k = 0; k < 2; k++) {
      assertThat(first.coefficients()[k]).isCloseTo(one[k], within(1e-9));
      assertThat(first.standardError(k)).isCloseTo(Math.sqrt(robust[k][k]), within(1e-9));
      assertThat(second.coefficients()[k]).isCloseTo(two[k], within(1e-9));
      assertThat(second.standardError(k)).isCloseTo(Math.sqrt(corrected[k][k]), within(1e-5));
    }
    assertThat(second.hansen()).isCloseTo(plain.hansen(one, two), within(1e-7));
    assertThat(second.hansenDegrees()).isEqualTo(plain.instruments() - plain.regressors());
    assertThat(second.instruments()).isEqualTo(plain.instruments());
  }

  @Test
  void theTruthIsRecoveredWhereFixedEffectsAreBiased() {
    Observations data = observations(draw(800, 7, 3));
    DynamicGmmResult gmm =
        ready(DynamicGmm.estimate(data, DynamicGmmSpec.of(PANEL, "y").withExogenous("x")));
    assertThat(Math.abs(gmm.coefficients()[0] - .5)).isLessThan(3 * gmm.standardError(0));
    assertThat(Math.abs(gmm.coefficients()[1] - .8)).isLessThan(3 * gmm.standardError(1));
    assertThat(gmm.standardError(0)).isLessThan(.05);
    assertThat(gmm.serialP(1)).isLessThan(.001);
    assertThat(gmm.serialP(2)).isGreaterThan(.05);
    assertThat(gmm.hansenP()).isGreaterThan(.05);
    DynamicGmmResult predetermined =
        ready(DynamicGmm.estimate(data, DynamicGmmSpec.of(PANEL, "y").withPredetermined("x")));
    assertThat(Math.abs(predetermined.coefficients()[0] - .5))
        .isLessThan(3 * predetermined.standardError(0));
    assertThat(codes(DynamicGmm.estimate(data, DynamicGmmSpec.of(PANEL, "z"))))
        .containsExactly("column-unknown");
  }

  @Test
  void tooShortAPanelIsToldAndManyInstrumentsAreDoubted() {
    assertThat(
            codes(DynamicGmm.estimate(observations(draw(10, 2, 1)), DynamicGmmSpec.of(PANEL, "y"))))
        .containsExactly("gmm-few-periods");
    assertThat(
            codes(DynamicGmm.estimate(observations(draw(12, 9, 1)), DynamicGmmSpec.of(PANEL, "y"))))
        .contains("gmm-many-instruments");
  }

  /**
   * Three periods, two units of opposite signs, one step. Differences: dy = (2, -2) on the lag
   * dy(-1) = (4, -4) with the level y(0) = (1, -1); levels of period 3 on y(2) with the change (4,
   * -4). By unit +: rows dy 2 = rho 4 and y(2) 7 = rho 5 at instruments 1 and 4; the level of
   * period 2, 5 = rho 1, has no change before it. The period effects are 0 by symmetry.
   */
  @Test
  void threePeriodsByHand() {
    double[][][] yx = {{{1, 5, 7}, {-1, -5, -7}, {1, 5, 7}, {-1, -5, -7}}, new double[4][3]};
    DynamicGmmResult result =
        ready(
            DynamicGmm.estimate(
                observations(yx), DynamicGmmSpec.of(PANEL, "y").withLevels().withOneStep()));
    // Moments summed over units / 4: z'x = (4, 20), z'y = (2, 28); Z'HZ / 4 = [[2, 4], [4, 16]],
    // since the difference and the level of one period go together by 1. Its inverse is
    // [[16, -4], [-4, 2]] / 16: x'Wy = (4 * -80 + 20 * 48) / 16 = 40 and
    // x'Wx = (4 * -16 + 20 * 24) / 16 = 26.
    assertThat(result.coefficients()[0]).isCloseTo(40 / 26.0, within(1e-12));
    assertThat(result.observations()).isEqualTo(8);
  }

  /** y = .9 y(-1) + unit + e, drawn from the law that it keeps: where differences know little. */
  @Test
  void aSystemRecoversASlowProcessThatDifferencesHardlySee() {
    Random random = new Random(11);
    double[][][] yx = new double[2][400][6];
    for (int u = 0; u < 400; u++) {
      double unit = random.nextGaussian();
      double y = unit / .1 + random.nextGaussian() / Math.sqrt(1 - .81);
      for (int t = 0; t < 6; t++) {
        yx[0][u][t] = y;
        y = .9 * y + unit + random.nextGaussian();
      }
    }
    DynamicGmmSpec spec = DynamicGmmSpec.of(PANEL, "y");
    DynamicGmmResult system = ready(DynamicGmm.estimate(observations(yx), spec.withLevels()));
    DynamicGmmResult differences = ready(DynamicGmm.estimate(observations(yx), spec));
    assertThat(Math.abs(system.coefficients()[0] - .9)).isLessThan(3 * system.standardError(0));
    assertThat(system.standardError(0)).isLessThan(.5 * differences.standardError(0));
    assertThat(system.levelsP()).isGreaterThan(.01);
    assertThat(system.serialP(1)).isLessThan(.001);
    assertThat(system.serialP(2)).isGreaterThan(.01);
    assertThat(differences.levelsP()).isNaN();
  }

  /** First values that know nothing of the unit effect: the changes depend on it, and J tells. */
  @Test
  void changesThatDependOnTheUnitAreTold() {
    Random random = new Random(12);
    double[][][] yx = new double[2][400][6];
    for (int u = 0; u < 400; u++) {
      double unit = random.nextGaussian();
      double y = 0;
      for (int t = 0; t < 6; t++) {
        yx[0][u][t] = y;
        y = .8 * y + unit + .5 * random.nextGaussian();
      }
    }
    DynamicGmmResult system =
        ready(DynamicGmm.estimate(observations(yx), DynamicGmmSpec.of(PANEL, "y").withLevels()));
    assertThat(system.levels()).isPositive();
    assertThat(system.levelsP()).isLessThan(.001);
  }

  @Test
  void aSystemWithRegressorsRecoversThem() {
    Observations data = observations(draw(800, 7, 3));
    DynamicGmmSpec spec = DynamicGmmSpec.of(PANEL, "y").withLevels();
    for (DynamicGmmSpec one :
        new DynamicGmmSpec[] {
          spec.withExogenous("x"),
          spec.withPredetermined("x"),
          spec.withPredetermined("x").withInstruments(3, true)
        }) {
      DynamicGmmResult result = ready(DynamicGmm.estimate(data, one));
      assertThat(Math.abs(result.coefficients()[0] - .5)).isLessThan(3 * result.standardError(0));
      assertThat(Math.abs(result.coefficients()[1] - .8)).isLessThan(3 * result.standardError(1));
      assertThat(result.hansenP()).isGreaterThan(.01);
    }
  }
}
