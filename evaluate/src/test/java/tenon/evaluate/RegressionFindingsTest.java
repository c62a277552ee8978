package tenon.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.model.Loaded;

class RegressionFindingsTest {

  private static Loaded<Fit> fit(Observations data, String formula) {
    return Regression.fit(data, RegressionSpec.of(Formula.of(formula)));
  }

  private static RandomObservations drawn() {
    return new RandomObservations(new Random(5));
  }

  @Test
  void singletonsAreDroppedUntilNoneIsLeft() {
    // Unit c is alone; without its row, period 3 has a single row left, that of unit b.
    Observations data =
        Tables.csv(
            """
            unit,period,y,x
            a,1,1,2
            a,2,3,1
            b,1,2,7
            b,2,2,3
            b,3,5,1
            c,3,4,4
            d,1,4,4
            d,2,6,1
            """);
    Loaded<Fit> loaded = fit(data, "y ~ x | unit + period");
    Fit fit = Results.ready(loaded);
    assertThat(fit.dropped().singletons()).isEqualTo(2);
    assertThat(fit.dropped().singletonNames()).containsExactly("unit c", "period 3");
    assertThat(fit.sizes().observations()).isEqualTo(6);
    assertThat(Results.codes(loaded)).contains("singletons");
  }

  @Test
  void ofCollinearRegressorsTheLaterDropsAndIsNamed() {
    RandomObservations r = drawn();
    double[] sum = new double[r.n];
    double[] byUnit = new double[r.n];
    for (int i = 0; i < r.n; i++) {
      sum[i] = 2 * r.x[i] - r.z[i] + 3;
      byUnit[i] = 1000.1 * r.unit[i];
    }
    Observations data = r.observations().with("sum", sum).with("byUnit", byUnit);
    Loaded<Fit> loaded = fit(data, "y ~ byUnit + x + z + sum | unit + period");
    Fit fit = Results.ready(loaded);
    assertThat(fit.names()).containsExactly("x", "z");
    assertThat(fit.dropped().collinear()).containsExactly("byUnit", "sum");
    Fit without = Results.ready(fit(data, "y ~ x + z | unit + period"));
    assertThat(fit.coefficient("x")).isEqualTo(without.coefficient("x"), within(1e-12));
  }

  @Test
  void aRegressorWithoutVariationIsRefused() {
    RandomObservations r = drawn();
    Observations data = r.observations().with("d", new double[r.n]);
    assertThat(Results.codes(fit(data, "y ~ d | unit + period")))
        .containsExactly("nothing-to-estimate");
  }

  @Test
  void infiniteValuesAreRefusedEachWithItsRow() {
    RandomObservations r = drawn();
    double[] x = r.x.clone();
    x[3] = Double.POSITIVE_INFINITY;
    x[8] = Double.NEGATIVE_INFINITY;
    Loaded<Fit> loaded = fit(r.observations().with("x", x), "y ~ x | unit");
    assertThat(Results.codes(loaded)).containsExactly("infinite", "infinite");
    assertThat(loaded.findings().getFirst().line()).isEqualTo(4);
  }

  @Test
  void unknownValuesLeaveTheirRowsOutAndAreCounted() {
    RandomObservations r = drawn();
    double[] x = r.x.clone();
    x[3] = Double.NaN;
    Loaded<Fit> loaded = fit(r.observations().with("x", x), "y ~ x | unit");
    assertThat(Results.ready(loaded).dropped().unknown()).isEqualTo(1);
    assertThat(Results.codes(loaded)).contains("rows-unknown");
  }

  @Test
  void oneClusterAndFewClustersAreTold() {
    RandomObservations r = drawn();
    Observations data = r.observations().with("one", new double[r.n]);
    RegressionSpec spec = RegressionSpec.of(Formula.of("y ~ x | unit"));
    assertThat(Results.codes(Regression.fit(data, spec.withErrors(Errors.Clustered.by("one")))))
        .contains("one-cluster");
    assertThat(Results.codes(Regression.fit(data, spec))).contains("few-clusters");
  }

  @Test
  void aPerfectFitIsNamed() {
    RandomObservations r = drawn();
    double[] y = new double[r.n];
    for (int i = 0; i < r.n; i++) {
      y[i] = 2 * r.x[i] + r.unit[i];
    }
    assertThat(Results.codes(fit(r.observations().with("y", y), "y ~ x | unit")))
        .contains("perfect-fit");
  }

  @Test
  void severalWaysThatAreNotPositiveDefiniteAreRepairedAndSaidSo() {
    int repaired = 0;
    for (int seed = 0; seed < 200; seed++) {
      RandomObservations r = new RandomObservations(new Random(seed));
      Loaded<Fit> loaded =
          Regression.fit(
              r.observations(),
              RegressionSpec.of(Formula.of("y ~ x + z | unit"))
                  .withErrors(Errors.Clustered.by("period", "firm")));
      Fit fit = Results.ready(loaded);
      assertThat(fit.standardError("x")).isNotNaN();
      repaired += fit.finding("variance-repaired") == null ? 0 : 1;
    }
    assertThat(repaired).isPositive();
  }

  @Test
  void theRuleIsPrintedInWords() {
    Fit fit = Results.ready(fit(drawn().observations(), "y ~ x | unit"));
    assertThat(fit.rule().in(Locale.ENGLISH))
        .startsWith("Standard errors clustered by unit (clusters: ")
        .contains(
            "/(" + fit.sizes().leastClusters() + "-1) (" + fit.sizes().observations() + "-1)");
    assertThat(Objects.requireNonNull(fit.finding("few-clusters")).isError()).isFalse();
  }
}
