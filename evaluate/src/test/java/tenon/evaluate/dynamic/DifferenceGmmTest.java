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
class DifferenceGmmTest {
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
    DifferenceGmmResult gmm =
        ready(
            DifferenceGmm.estimate(
                observations(yx),
                DifferenceGmmSpec.of(PANEL, "y").withInstruments(1, true).withOneStep()));
    assertThat(gmm.coefficients()[0]).isCloseTo(iv.coefficients()[0], within(1e-9));
    assertThat(gmm.hansenDegrees()).isZero();
    assertThat(gmm.hansenP()).isNaN();
  }

  /** Matrices written out and inverted; the correction by a numerical derivative. */
  @Test
  void twoStepsAgreeWithMatricesWrittenOut() {
    double[][][] yx = draw(50, 5, 2);
    PlainGmm plain = new PlainGmm(yx);
    double[] one = plain.coefficients(plain.first());
    double[] two = plain.coefficients(plain.second(one));
    double[][] robust = plain.robust(plain.first(), one);
    double[][] corrected = plain.corrected(one, robust);
    DifferenceGmmSpec spec = DifferenceGmmSpec.of(PANEL, "y").withExogenous("x");
    DifferenceGmmResult first = ready(DifferenceGmm.estimate(observations(yx), spec.withOneStep()));
    DifferenceGmmResult second = ready(DifferenceGmm.estimate(observations(yx), spec));
    for (int k = 0; k < 2; k++) {
      assertThat(first.coefficients()[k]).isCloseTo(one[k], within(1e-9));
      assertThat(first.standardError(k)).isCloseTo(Math.sqrt(robust[k][k]), within(1e-9));
      assertThat(second.coefficients()[k]).isCloseTo(two[k], within(1e-9));
      assertThat(second.standardError(k)).isCloseTo(Math.sqrt(corrected[k][k]), within(1e-5));
    }
    assertThat(second.hansen()).isCloseTo(plain.hansen(one, two), within(1e-8));
    assertThat(second.hansenDegrees()).isEqualTo(plain.instruments() - plain.regressors());
  }

  @Test
  void theTruthIsRecoveredWhereFixedEffectsAreBiased() {
    Observations data = observations(draw(800, 7, 3));
    DifferenceGmmResult gmm =
        ready(DifferenceGmm.estimate(data, DifferenceGmmSpec.of(PANEL, "y").withExogenous("x")));
    assertThat(Math.abs(gmm.coefficients()[0] - .5)).isLessThan(3 * gmm.standardError(0));
    assertThat(Math.abs(gmm.coefficients()[1] - .8)).isLessThan(3 * gmm.standardError(1));
    assertThat(gmm.standardError(0)).isLessThan(.05);
    assertThat(gmm.serialP(1)).isLessThan(.001);
    assertThat(gmm.serialP(2)).isGreaterThan(.05);
    assertThat(gmm.hansenP()).isGreaterThan(.05);
    DifferenceGmmResult predetermined =
        ready(
            DifferenceGmm.estimate(data, DifferenceGmmSpec.of(PANEL, "y").withPredetermined("x")));
    assertThat(Math.abs(predetermined.coefficients()[0] - .5))
        .isLessThan(3 * predetermined.standardError(0));
    assertThat(codes(DifferenceGmm.estimate(data, DifferenceGmmSpec.of(PANEL, "z"))))
        .containsExactly("unknown-column");
  }

  @Test
  void tooShortAPanelIsToldAndManyInstrumentsAreDoubted() {
    assertThat(
            codes(
                DifferenceGmm.estimate(
                    observations(draw(10, 2, 1)), DifferenceGmmSpec.of(PANEL, "y"))))
        .containsExactly("gmm-few-periods");
    assertThat(
            codes(
                DifferenceGmm.estimate(
                    observations(draw(12, 9, 1)), DifferenceGmmSpec.of(PANEL, "y"))))
        .contains("gmm-many-instruments");
  }
}
