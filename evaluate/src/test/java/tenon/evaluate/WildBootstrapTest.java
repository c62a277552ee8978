package tenon.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Seeds.forSeeds;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WildBootstrapTest {

  @Test
  void aDrawIsTheRegressionOnTheOutcomeItStandsFor() {
    forSeeds(
        30,
        random -> {
          RandomObservations r = new RandomObservations(random);
          Observations data = r.observations();
          String effects = random.nextBoolean() ? "unit + period" : "period";
          RegressionSpec spec =
              RegressionSpec.of(Formula.of("y ~ x + z | " + effects))
                  .withErrors(Errors.Clustered.by("unit"))
                  .withWeights(random.nextBoolean() ? "w" : null);
          Fit fit = Results.ready(Regression.fit(data, spec));
          Fit restricted =
              Results.ready(
                  Regression.fit(
                      data, spec.withFormula(Formula.of("y ~ z | " + effects)).withResiduals()));
          Coding unit = Coding.of(data, "unit");
          double[] v = random.doubles(unit.count(), -2, 2).toArray();
          double[] y = new double[r.n];
          for (int row = 0; row < r.n; row++) {
            double u = restricted.residuals()[row];
            y[row] = r.y[row] - u + v[unit.code(row)] * u;
          }
          Fit drawn = Results.ready(Regression.fit(data.with("y", y), spec));
          WildBootstrap bootstrap = Objects.requireNonNull(WildBootstrap.of(data, spec, "x", fit));
          assertThat(bootstrap.statistic(v)).isCloseTo(drawn.t("x"), within(1e-8));
        });
  }

  @Test
  void theSameSeedGivesTheSameDrawsAtAnyNumberOfThreads() {
    Observations data = new RandomObservations(new Random(1)).observations();
    RegressionSpec spec = RegressionSpec.of(Formula.of("y ~ x + z | unit + period"));
    for (WildBootstrap.Points points : WildBootstrap.Points.values()) {
      WildBootstrap.Test one = Results.ready(WildBootstrap.test(data, spec, "x", points, 99, 5));
      WildBootstrap.Test two =
          Results.ready(WildBootstrap.test(data, spec.withThreads(2), "x", points, 99, 5));
      assertThat(two.draws()).containsExactly(one.draws());
      assertThat(one.p()).isBetween(.01, 1.0);
    }
  }

  @Test
  void severalWaysOfClusteringAreRefused() {
    Observations data = new RandomObservations(new Random(1)).observations();
    RegressionSpec spec =
        RegressionSpec.of(Formula.of("y ~ x | unit")).withErrors(new Errors.Iid());
    assertThat(
            Results.codes(
                WildBootstrap.test(data, spec, "x", WildBootstrap.Points.RADEMACHER, 9, 1)))
        .containsExactly("bootstrap-shape");
  }
}
