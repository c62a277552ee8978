package tenon.evaluate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Results.codes;
import static tenon.evaluate.Results.ready;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Fit;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;

/** Fifteen units, six periods; five treated from the fourth period on. */
class ImputationWithCovariatesTest {
  private static final int UNITS = 15;
  private static final int PERIODS = 6;
  private static final StaggeredColumns COLUMNS = new StaggeredColumns("y", "id", "year", "cohort");

  private static Observations panel() {
    Random random = new Random(8);
    double[][] c = new double[5][UNITS * PERIODS];
    for (int row = 0; row < c[0].length; row++) {
      int u = Math.floorDiv(row, PERIODS);
      int t = 1 + row % PERIODS;
      c[0][row] = u;
      c[1][row] = t;
      c[2][row] = u < 5 ? 4 : Double.NaN;
      c[3][row] = random.nextGaussian() + (u < 5 && t >= 4 ? 1 : 0);
      c[4][row] = u + t + 2 * c[3][row] + (u < 5 && t >= 4 ? 1.5 : 0) + random.nextGaussian();
    }
    return Observations.builder(c[0].length)
        .numbers("id", c[0])
        .numbers("year", c[1])
        .numbers("cohort", c[2])
        .numbers("x", c[3])
        .numbers("y", c[4])
        .build();
  }

  private static boolean isTreated(Observations data, int row) {
    return data.number("year", row) >= data.number("cohort", row);
  }

  private static double estimate(Observations data) {
    return ready(Imputation.estimate(data, COLUMNS, List.of("x"), false)).overall().estimate();
  }

  /** The slope comes from untreated rows alone; with it taken out nothing else is left to do. */
  @Test
  void estimateIsThatOfOutcomesWithoutTheUntreatedSlope() {
    Observations data = panel();
    int[] untreated =
        IntStream.range(0, data.rows()).filter(row -> !isTreated(data, row)).toArray();
    Fit fit =
        ready(
            Regression.fit(
                data.rows(untreated), RegressionSpec.of(Formula.of("y ~ x | id + year"))));
    double[] less = data.numbers("y").clone();
    for (int row = 0; row < less.length; row++) {
      less[row] -= fit.coefficient("x") * data.number("x", row);
    }
    double plain =
        ready(Imputation.estimate(data.with("y", less), COLUMNS, false)).overall().estimate();
    assertThat(estimate(data)).isCloseTo(plain, within(1e-10));
  }

  /** The estimate is linear in outcomes: its weights are its slopes by each, taken one by one. */
  @Test
  void standardErrorIsThatOfTheWeightsFoundOutcomeByOutcome() {
    Observations data = panel();
    double[] y = data.numbers("y");
    double base = estimate(data);
    double[] v = new double[y.length];
    for (int row = 0; row < y.length; row++) {
      double[] moved = y.clone();
      moved[row] += 1;
      v[row] = estimate(data.with("y", moved)) - base;
    }
    int[] untreated =
        IntStream.range(0, data.rows()).filter(row -> !isTreated(data, row)).toArray();
    Fit fit =
        ready(
            Regression.fit(
                data.rows(untreated),
                RegressionSpec.of(Formula.of("y ~ x | id + year")).withResiduals()));
    double[] e = new double[y.length];
    for (int i = 0; i < untreated.length; i++) {
      e[untreated[i]] = fit.residuals()[i];
    }
    // An effect is the slope of its own imputation: leave every other treated cell out.
    for (int t = 4; t <= PERIODS; t++) {
      double mean = 0;
      for (int u = 0; u < 5; u++) {
        int row = u * PERIODS + t - 1;
        int period = t;
        int unit = u;
        int[] with =
            IntStream.range(0, data.rows())
                .filter(
                    r ->
                        !isTreated(data, r)
                            || (data.number("id", r) == unit && data.number("year", r) == period))
                .toArray();
        e[row] = estimate(data.rows(with));
        mean += e[row] / 5;
      }
      for (int u = 0; u < 5; u++) {
        e[u * PERIODS + t - 1] -= mean;
      }
    }
    double variance = 0;
    for (int u = 0; u < UNITS; u++) {
      double score = 0;
      for (int t = 0; t < PERIODS; t++) {
        score += v[u * PERIODS + t] * e[u * PERIODS + t];
      }
      variance += score * score;
    }
    double error =
        ready(Imputation.estimate(data, COLUMNS, List.of("x"), false)).overall().standardError();
    assertThat(error).isCloseTo(Math.sqrt(variance), within(1e-9));
  }

  @Test
  void cellsWithAnUnknownCovariateAreCountedAndLeftOut() {
    double[] x = panel().numbers("x").clone();
    x[50] = Double.NaN;
    assertThat(codes(Imputation.estimate(panel().with("x", x), COLUMNS, List.of("x"), false)))
        .containsExactly("rows-unknown");
    assertThat(codes(Imputation.estimate(panel(), COLUMNS, List.of("z"), false)))
        .containsExactly("column-unknown");
  }
}
