package tenon.evaluate.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Results.codes;
import static tenon.evaluate.Results.fit;
import static tenon.evaluate.Results.ready;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelColumns;

/** y = rho y(-1) + .8 x + unit + period + e. */
class BiasCorrectedLsdvTest {
  private static final PanelColumns PANEL = new PanelColumns("id", "year");

  private static Observations draw(int units, int periods, double rho, boolean ragged, long seed) {
    Random random = new Random(seed);
    double[][] c = new double[5][units * periods];
    for (int u = 0; u < units; u++) {
      double unit = random.nextGaussian();
      double y = unit / (1 - rho);
      int from = ragged ? random.nextInt(periods / 2) : 0;
      for (int t = -30; t < periods; t++) {
        double x = random.nextGaussian() + .3 * unit;
        double lag = y;
        y = rho * y + .8 * x + unit + .1 * t + random.nextGaussian();
        if (t >= 0) {
          int row = u * periods + t;
          c[0][row] = u;
          c[1][row] = 2000 + t;
          c[2][row] = t < from ? Double.NaN : y;
          c[3][row] = x;
          c[4][row] = t <= from ? Double.NaN : lag;
        }
      }
    }
    return Observations.builder(c[0].length)
        .numbers("id", c[0])
        .numbers("year", c[1])
        .numbers("y", c[2])
        .numbers("x", c[3])
        .numbers("lag", c[4])
        .build();
  }

  private static BiasCorrectedLsdvSpec spec(List<String> exogenous, int draws) {
    return new BiasCorrectedLsdvSpec(PANEL, "y", exogenous, draws, 7);
  }

  /**
   * Two rows for each unit: with a = sum dy^2, b = sum dy dy(-1), c = sum dy(-1)^2, each less its
   * mean, the equation is c r^2 - 2 (b + c) r + 2 b + a = 0.
   */
  @Test
  void twoRowsForEachUnitGiveTheRootOfAQuadratic() {
    int units = 400;
    Observations data = draw(units, 3, .5, false, 1);
    double[] y = data.numbers("y");
    double[] now = new double[units];
    double[] before = new double[units];
    double meanNow = 0;
    double meanBefore = 0;
    for (int u = 0; u < units; u++) {
      now[u] = y[3 * u + 2] - y[3 * u + 1];
      before[u] = y[3 * u + 1] - y[3 * u];
      meanNow += now[u] / units;
      meanBefore += before[u] / units;
    }
    double a = 0;
    double b = 0;
    double c = 0;
    for (int u = 0; u < units; u++) {
      a += (now[u] - meanNow) * (now[u] - meanNow);
      b += (now[u] - meanNow) * (before[u] - meanBefore);
      c += (before[u] - meanBefore) * (before[u] - meanBefore);
    }
    double root = (b + c - Math.sqrt((b + c) * (b + c) - c * (2 * b + a))) / c;
    BiasCorrectedLsdvResult result = ready(BiasCorrectedLsdv.estimate(data, spec(List.of(), 2)));
    assertThat(result.uncorrected()[0]).isCloseTo(b / c, within(1e-10));
    assertThat(result.coefficients()[0]).isCloseTo(root, within(1e-9));
  }

  /** Ragged panels against matrices written out: the trace of M L (I - rho L)^-1 by unit. */
  @Test
  void theCorrectedCoefficientsSolveTheEquationWrittenOut() {
    for (long seed = 0; seed < 10; seed++) {
      Observations data = draw(60, 8, .6, true, seed);
      Fit fit = fit(data, "y ~ lag + x | id + year", new Errors.Iid());
      BiasCorrectedLsdvResult result =
          ready(BiasCorrectedLsdv.estimate(data, spec(List.of("x"), 2)));
      double degrees = 0;
      double traces = 0;
      double[] d = result.coefficients();
      double[] lag = data.numbers("lag");
      assertThat(fit.coefficients()[0]).isCloseTo(result.uncorrected()[0], within(1e-9));
      for (int u = 0; u < 60; u++) {
        int rows = 0;
        for (int t = 0; t < 8; t++) {
          rows += Double.isNaN(lag[u * 8 + t]) ? 0 : 1;
        }
        degrees += rows - 1;
        traces += trace(d[0], rows);
      }
      // The iid variance of the lag is its place in the inverse of the demeaned products.
      double q = Math.pow(fit.standardError("lag"), 2) / variance(fit);
      double implied = (d[0] - fit.coefficients()[0]) / q;
      double s2 = (fit.quality().squares() + implied * implied * q) / degrees;
      assertThat(implied).as("seed %s", seed).isCloseTo(s2 * traces, within(1e-7 * implied));
    }
  }

  private static double variance(Fit fit) {
    return fit.quality().squares() / fit.sizes().degrees();
  }

  /** Minus the trace of M L (I - rho L)^-1, M = I - 11'/T, L the lag. */
  private static double trace(double rho, int length) {
    double trace = 0;
    for (int column = 0; column < length; column++) {
      double[] path = new double[length];
      for (int t = column + 1; t < length; t++) {
        path[t] = Math.pow(rho, t - column - 1.0);
      }
      double mean = 0;
      for (double one : path) {
        mean += one / length;
      }
      trace += path[column] - mean;
    }
    return -trace;
  }

  @Test
  void theTruthIsRecoveredWhereFixedEffectsAreBiased() {
    Observations data = draw(1500, 7, .5, false, 3);
    BiasCorrectedLsdvResult result =
        ready(BiasCorrectedLsdv.estimate(data, spec(List.of("x"), 60)));
    assertThat(result.uncorrected()[0]).isLessThan(.45);
    assertThat(Math.abs(result.coefficients()[0] - .5)).isLessThan(3 * result.standardErrors()[0]);
    assertThat(Math.abs(result.coefficients()[1] - .8)).isLessThan(3 * result.standardErrors()[1]);
    assertThat(result.standardErrors()[0]).isLessThan(.02);
  }

  @Test
  void faultsAreToldAllAtOnce() {
    Observations data = draw(10, 5, .5, false, 1);
    assertThat(codes(BiasCorrectedLsdv.estimate(data, spec(List.of("z", "w"), 2))))
        .containsExactly("column-unknown", "column-unknown");
    double[] year = data.numbers("year").clone();
    year[1] = year[0];
    assertThat(codes(BiasCorrectedLsdv.estimate(data.with("year", year), spec(List.of("x"), 2))))
        .containsExactly("duplicate-cell");
    assertThat(codes(DynamicGmm.estimate(data.with("year", year), DynamicGmmSpec.of(PANEL, "y"))))
        .containsExactly("duplicate-cell");
    year[1] = 1e8;
    assertThat(codes(BiasCorrectedLsdv.estimate(data.with("year", year), spec(List.of("x"), 2))))
        .containsExactly("period-span");
    assertThat(codes(BiasCorrectedLsdv.estimate(draw(4, 2, .5, false, 1), spec(List.of(), 2))))
        .containsExactly("lsdv-few-periods");
  }
}
