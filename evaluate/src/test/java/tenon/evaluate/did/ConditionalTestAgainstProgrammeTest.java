package tenon.evaluate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Seeds.forSeeds;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import tenon.evaluate.algebra.Matrices;
import tenon.numeric.LinearProgram;
import tenon.numeric.LinearProgramBuilder;

/** The statistic from listed vertices against the linear programme that defines it. */
class ConditionalTestAgainstProgrammeTest {
  private static final double FREE = Double.POSITIVE_INFINITY;

  @Test
  void theStatisticIsTheOptimumOfItsProgramme() {
    forSeeds(
        30,
        random -> {
          int before = 1 + random.nextInt(3);
          int after = 1 + random.nextInt(3);
          int count = before + after;
          double[] estimates = random.doubles(count, -1, 1).toArray();
          double[][] covariance = new double[count][count];
          for (int v = 0; v < count + 2; v++) {
            Matrices.addOuter(covariance, random.doubles(count, -1, 1).toArray(), .1);
          }
          Matrices.mirror(covariance);
          double[] weights = random.doubles(after, .2, 1).toArray();
          HonestDidSpec.Restriction restriction =
              random.nextBoolean()
                  ? HonestDidSpec.Restriction.SMOOTHNESS
                  : HonestDidSpec.Restriction.RELATIVE_MAGNITUDES;
          HonestDidSpec spec = HonestDidSpec.of(restriction, .5);
          for (Trends trends : Trends.of(restriction, before, after, .5)) {
            ConditionalTest test =
                Objects.requireNonNull(
                    ConditionalTest.of(trends, estimates, covariance, before, weights, spec, .05));
            double theta = random.nextGaussian();
            assertThat(test.statistic(theta))
                .isCloseTo(
                    programme(trends, estimates, covariance, before, weights, theta), within(1e-6));
          }
        });
  }

  /**
   * Least eta over eta and all effects tau with weights'tau = theta: A(b - tau) - d <= eta sigma.
   */
  private static double programme(
      Trends trends,
      double[] estimates,
      double[][] covariance,
      int before,
      double[] weights,
      double theta) {
    LinearProgramBuilder builder = LinearProgram.minimise();
    builder.column(-FREE, FREE, 1);
    int[] tau = new int[weights.length];
    for (int k = 0; k < tau.length; k++) {
      tau[k] = builder.column(-FREE, FREE, 0);
    }
    builder.row(theta, theta, tau, weights);
    for (int i = 0; i < trends.a().length; i++) {
      double[] row = trends.a()[i];
      int[] at = new int[tau.length + 1];
      double[] coefficients = new double[at.length];
      coefficients[0] = Math.sqrt(Matrices.form(row, covariance, row));
      for (int k = 0; k < tau.length; k++) {
        at[k + 1] = tau[k];
        coefficients[k + 1] = row[before + k];
      }
      builder.row(Matrices.dot(row, estimates) - trends.d()[i], FREE, at, coefficients);
    }
    try (LinearProgram programme = builder.build()) {
      return programme.solve().objective();
    }
  }

  /** Far in the tail the quantile of the truncated normal stays inside its bounds. */
  @Test
  void truncatedQuantilesLieBetweenTheBounds() {
    assertThat(ConditionalTest.truncatedQuantile(.5, 1, -1, 1)).isCloseTo(0, within(1e-12));
    assertThat(ConditionalTest.truncatedQuantile(.95, 2, 10, 12)).isBetween(10.0, 12.0);
    assertThat(ConditionalTest.truncatedQuantile(.95, 1, Double.NEGATIVE_INFINITY, 50))
        .isCloseTo(1.6448536269514722, within(1e-10));
  }
}
