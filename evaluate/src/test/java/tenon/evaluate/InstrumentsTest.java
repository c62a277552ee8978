package tenon.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Seeds.forSeeds;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Two-stage least squares against its definition: two regressions by hand. */
class InstrumentsTest {

  @Test
  void theSecondStageUsesTheFitsOfTheFirst() {
    forSeeds(
        30,
        random -> {
          RandomObservations r = new RandomObservations(random);
          double[] d = new double[r.n];
          double[] y = new double[r.n];
          for (int i = 0; i < r.n; i++) {
            double hidden = random.nextGaussian();
            d[i] = r.z[i] + hidden;
            y[i] = 2 * d[i] + r.x[i] - 3 * hidden + r.unit[i];
          }
          Observations data = r.observations().with("d", d).with("y", y);
          Fit fit = Results.fit(data, "y ~ x | unit + period | d ~ z", Errors.Clustered.by("unit"));
          double[] ones = new double[r.n];
          Arrays.fill(ones, 1);
          int[][] effects = {r.unit, r.period};
          PlainRegression first = new PlainRegression(d, new double[][] {r.z, r.x}, effects, ones);
          double[] fitted = new double[r.n];
          for (int i = 0; i < r.n; i++) {
            fitted[i] = d[i] - first.residuals[i];
          }
          PlainRegression second =
              new PlainRegression(y, new double[][] {fitted, r.x}, effects, ones);
          assertThat(fit.names()).containsExactly("d", "x");
          assertThat(fit.coefficients()).containsExactly(second.slopes(), within(1e-8));
          assertThat(fit.firstStage()).hasSize(1);
          double t = first.slopes()[0];
          assertThat(fit.firstStage()[0]).isPositive();
          assertThat(t).isNotNaN();
        });
  }
}
