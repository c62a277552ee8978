package tenon.evaluate.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Seeds.forSeeds;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Observations;
import tenon.evaluate.Results;

class MatchingTest {

  private static Observations drawn(Random random, int n) {
    double[] x = new double[n];
    double[] d = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      d[i] = random.nextDouble() < 1 / (1 + Math.exp(.5 - x[i])) ? 1 : 0;
    }
    return Observations.builder(n).numbers("x", x).numbers("d", d).build();
  }

  @Test
  void kernelAndNearestWeightsAreThoseOfTheDoubleLoop() {
    forSeeds(
        30,
        random -> {
          Observations data = drawn(random, 60);
          MatchingSpec kernel = MatchingSpec.kernel("d", List.of("x"));
          compare(data, Results.ready(Matching.match(data, kernel)), .06, 0);
          MatchingSpec nearest = kernel.withRule(new MatchingSpec.Nearest(1, 9));
          compare(data, Results.ready(Matching.match(data, nearest)), 0, 1);
        });
  }

  private static void compare(Observations data, MatchingResult result, double h, int nearest) {
    double[] p = result.logit().probabilities();
    double[] expected = new double[p.length];
    double low = 2;
    double high = -1;
    for (int j = 0; j < p.length; j++) {
      if (data.number("d", j) == 0) {
        low = Math.min(low, p[j]);
        high = Math.max(high, p[j]);
      }
    }
    for (int i = 0; i < p.length; i++) {
      if (data.number("d", i) == 1 && p[i] >= low && p[i] <= high) {
        double sum = 0;
        int best = -1;
        for (int j = 0; j < p.length; j++) {
          if (data.number("d", j) == 0) {
            sum += kernel(p[i] - p[j], h);
            best = best < 0 || Math.abs(p[i] - p[j]) < Math.abs(p[i] - p[best]) ? j : best;
          }
        }
        expected[i] = sum > 0 || nearest > 0 ? 1 : 0;
        for (int j = 0; nearest == 0 && sum > 0 && j < p.length; j++) {
          expected[j] += data.number("d", j) == 0 ? kernel(p[i] - p[j], h) / sum : 0;
        }
        expected[best] += nearest;
      }
    }
    for (int i = 0; i < p.length; i++) {
      double ours = Double.isNaN(result.weights()[i]) ? 0 : result.weights()[i];
      assertThat(ours).isCloseTo(expected[i], within(1e-10));
    }
  }

  private static double kernel(double distance, double h) {
    return h == 0 ? 0 : Math.max(0, 1 - distance / h * (distance / h));
  }

  @Test
  void covariatesThatTellTheGroupsApartAreRefused() {
    Observations data =
        Observations.builder(4)
            .numbers("x", new double[] {1, 2, 3, 4})
            .numbers("d", new double[] {0, 0, 1, 1})
            .build();
    assertThat(Results.codes(Matching.match(data, MatchingSpec.kernel("d", List.of("x")))))
        .containsExactly("propensity-separates");
  }
}
