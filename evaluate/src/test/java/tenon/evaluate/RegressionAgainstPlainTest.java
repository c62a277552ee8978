package tenon.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Seeds.forSeeds;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The engine against dense least squares with a column for each level. */
class RegressionAgainstPlainTest {

  /** Neither side scales by the number of parameters or clusters. */
  private static final SmallSample PLAIN =
      new SmallSample(false, SmallSample.Effects.NONE, false, false);

  private static Fit fit(RandomObservations r, String effects, Errors errors, boolean weighted) {
    RegressionSpec spec =
        RegressionSpec.of(Formula.of("y ~ x + z | " + effects))
            .withErrors(errors)
            .withSmallSample(PLAIN)
            .withWeights(weighted ? "w" : null)
            .withResiduals();
    return Results.ready(Regression.fit(r.observations(), spec));
  }

  private static PlainRegression plain(RandomObservations r, int[][] effects, boolean weighted) {
    double[] ones = new double[r.n];
    Arrays.fill(ones, 1);
    return new PlainRegression(
        r.y, new double[][] {r.x, r.z}, effects, weighted ? r.weights : ones);
  }

  private static void same(Fit fit, PlainRegression plain, double[][] covariance) {
    for (int j = 0; j < 2; j++) {
      assertThat(fit.coefficients()[j]).isCloseTo(plain.slopes()[j], within(1e-9));
      for (int i = 0; i < 2; i++) {
        assertThat(fit.covariance()[j][i])
            .isCloseTo(covariance[j][i], within(1e-9 * (1 + Math.abs(covariance[j][i]))));
      }
    }
    for (int row = 0; row < plain.residuals.length; row++) {
      if (!Double.isNaN(fit.residuals()[row])) {
        assertThat(fit.residuals()[row]).isCloseTo(plain.residuals[row], within(1e-8));
      }
    }
    assertThat(fit.quality().certificate()).isLessThan(1e-10);
  }

  @Test
  void clusteredErrorsOfOneTwoAndThreeEffects() {
    forSeeds(
        60,
        random -> {
          RandomObservations r = new RandomObservations(random);
          boolean weighted = random.nextBoolean();
          Errors byUnit = Errors.Clustered.by("unit");
          int[][] one = {r.unit};
          same(
              fit(r, "unit", byUnit, weighted),
              plain(r, one, weighted),
              clustered(r, one, weighted));
          int[][] two = {r.unit, r.period};
          same(
              fit(r, "unit + period", byUnit, weighted),
              plain(r, two, weighted),
              clustered(r, two, weighted));
          int[][] three = {r.unit, r.period, r.firm};
          same(
              fit(r, "unit + period + firm", byUnit, weighted),
              plain(r, three, weighted),
              clustered(r, three, weighted));
        });
  }

  private static double[][] clustered(RandomObservations r, int[][] effects, boolean weighted) {
    return plain(r, effects, weighted).clustered(r.unit);
  }

  @Test
  void robustErrorsCountTheLeverageOfAbsorbedEffects() {
    forSeeds(
        40,
        random -> {
          RandomObservations r = new RandomObservations(random);
          boolean weighted = random.nextBoolean();
          int[][] effects = {r.unit, r.period, r.firm};
          PlainRegression plain = plain(r, effects, weighted);
          Map<Errors.Robust.Kind, Integer> powers =
              Map.of(
                  Errors.Robust.Kind.HC1, 0, Errors.Robust.Kind.HC2, 1, Errors.Robust.Kind.HC3, 2);
          powers.forEach(
              (kind, power) ->
                  same(
                      fit(r, "unit + period + firm", new Errors.Robust(kind), weighted),
                      plain,
                      plain.robust(power)));
        });
  }

  @Test
  void iteratedEliminationsAgreeWithTheFactoredOne() {
    forSeeds(
        40,
        random -> {
          RandomObservations r = new RandomObservations(random);
          Coding unit = Coding.of(r.observations(), "unit");
          Coding period = Coding.of(r.observations(), "period");
          Coding firm = Coding.of(r.observations(), "firm");
          double[] weights = random.nextBoolean() ? r.weights : null;
          Layout layout = Layout.of(null, r.n, List.of(unit, period, firm), weights);
          Absorption exact = Absorption.of(layout, new double[][] {r.y, r.x}, 1);
          double[] z = new double[layout.widest];
          for (ConjugateGradients.Operator operator :
              new ConjugateGradients.Operator[] {
                SparseSchur.of(layout, 2), new RowwiseSchur(layout)
              }) {
            Absorption iterated =
                Absorption.of(
                    layout,
                    new double[][] {r.y, r.x},
                    1,
                    new Schur.Iterated(new ConjugateGradients(operator)));
            double[] other = new double[layout.widest];
            for (int column = 0; column < 2; column++) {
              exact.fill(0, column, z);
              iterated.fill(0, column, other);
              assertThat(other).containsExactly(z, within(1e-9));
            }
          }
        });
  }

  @Test
  void theSameBytesAtAnyNumberOfThreads() {
    Observations data = new RandomObservations(new Random(7), 4000, 9).observations();
    RegressionSpec spec = RegressionSpec.of(Formula.of("y ~ x + z | unit + period + firm"));
    Fit one = Results.ready(Regression.fit(data, spec));
    Fit three = Results.ready(Regression.fit(data, spec.withThreads(3)));
    assertThat(three.coefficients()).containsExactly(one.coefficients());
    assertThat(three.covariance()).isDeepEqualTo(one.covariance());
    assertThat(three.quality()).isEqualTo(one.quality());
  }
}
