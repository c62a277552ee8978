package tenon.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Seeds.forSeeds;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Newey-West and Driscoll-Kraay against their double sums over pairs of rows. */
class LaggedErrorsTest {

  @Test
  void bothAreDoubleSumsOverPairsOfRowsNearInTime() {
    forSeeds(
        30,
        random -> {
          RandomObservations r = new RandomObservations(random);
          int lags = random.nextInt(3);
          compare(r, new Errors.NeweyWest("unit", "period", lags), lags, true);
          compare(r, new Errors.DriscollKraay("period", lags), lags, false);
        });
  }

  private static void compare(RandomObservations r, Errors errors, int lags, boolean sameUnit) {
    RegressionSpec spec =
        RegressionSpec.of(Formula.of("y ~ x | unit"))
            .withErrors(errors)
            .withSmallSample(new SmallSample(false, SmallSample.Effects.NONE, false, false))
            .withResiduals();
    Fit fit = Results.ready(Regression.fit(r.observations(), spec));
    double[] demeaned = demeaned(r);
    double bread = 0;
    double meat = 0;
    for (int a = 0; a < r.n; a++) {
      bread += demeaned[a] * demeaned[a];
      for (int b = 0; b < r.n; b++) {
        int lag = Math.abs(r.period[a] - r.period[b]);
        if (lag <= lags && (!sameUnit || r.unit[a] == r.unit[b])) {
          double scores = demeaned[a] * fit.residuals()[a] * demeaned[b] * fit.residuals()[b];
          meat += (1 - lag / (lags + 1.0)) * scores;
        }
      }
    }
    assertThat(fit.standardError("x"))
        .isCloseTo(Math.sqrt(Math.max(0, meat)) / bread, within(1e-9));
  }

  private static double[] demeaned(RandomObservations r) {
    double[] sum = new double[r.n];
    double[] count = new double[r.n];
    for (int i = 0; i < r.n; i++) {
      sum[r.unit[i]] += r.x[i];
      count[r.unit[i]]++;
    }
    double[] demeaned = new double[r.n];
    for (int i = 0; i < r.n; i++) {
      demeaned[i] = r.x[i] - sum[r.unit[i]] / count[r.unit[i]];
    }
    return demeaned;
  }

  @Test
  void withoutLagsAndWithinUnitsTheyAreTheRobustOnes() {
    Observations data = new RandomObservations(new Random(2)).observations();
    SmallSample plain = new SmallSample(false, SmallSample.Effects.NONE, false, false);
    RegressionSpec spec = RegressionSpec.of(Formula.of("y ~ x + z | unit")).withSmallSample(plain);
    Fit robust =
        Results.ready(
            Regression.fit(data, spec.withErrors(new Errors.Robust(Errors.Robust.Kind.HC1))));
    Fit newey =
        Results.ready(
            Regression.fit(data, spec.withErrors(new Errors.NeweyWest("unit", "period", 0))));
    assertThat(newey.standardError("x")).isCloseTo(robust.standardError("x"), within(1e-12));
  }
}
