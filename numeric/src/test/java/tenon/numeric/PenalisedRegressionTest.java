package tenon.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.numeric.PenalisedRegression.Law;
import tenon.numeric.PenalisedRegression.Model;

class PenalisedRegressionTest {

  @Test
  void aSingleStandardisedColumnIsShrunkAsWorkedOutByHand() {
    // x has mean 0 and mean square 1; x'y / n = 2: lasso 2 - lambda, ridge 2 / (1 + lambda).
    double[][] x = {{-1}, {1}, {-1}, {1}};
    double[] y = {-1, 3, -3, 1};
    assertThat(PenalisedRegression.fit(x, y, Law.GAUSSIAN, 1, .5).slopes()[0])
        .isCloseTo(1.5, within(1e-9));
    assertThat(PenalisedRegression.fit(x, y, Law.GAUSSIAN, 0, .5).slopes()[0])
        .isCloseTo(2 / 1.5, within(1e-9));
    assertThat(PenalisedRegression.fit(x, y, Law.GAUSSIAN, 1, 2.5).slopes()[0]).isEqualTo(0);
  }

  @Test
  void withoutAPenaltyALogitOfOneIndicatorIsTheLogOddsOfItsCells() {
    double[][] x = {{0}, {0}, {0}, {0}, {1}, {1}, {1}, {1}};
    double[] y = {1, 0, 0, 0, 1, 1, 1, 0};
    Model model = PenalisedRegression.fit(x, y, Law.LOGISTIC, 1, 0);
    assertThat(model.constant()).isCloseTo(Math.log(1. / 3), within(1e-7));
    assertThat(model.slopes()[0]).isCloseTo(2 * Math.log(3), within(1e-7));
    assertThat(model.at(new double[] {1})).isCloseTo(.75, within(1e-8));
  }

  /** Karush, Kuhn and Tucker: the gradient is lambda where a slope is, and at most that else. */
  @Test
  void theConditionsOfAMinimumHoldOnRandomCases() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      int n = 60;
      int k = 8;
      double[][] x = new double[n][k];
      double[] y = new double[n];
      Law law = seed % 2 == 0 ? Law.GAUSSIAN : Law.LOGISTIC;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < k; j++) {
          x[i][j] = random.nextGaussian() * (j + 1) + (j > 0 ? .5 * x[i][j - 1] : 0);
        }
        double linear = x[i][0] - .3 * x[i][2] + random.nextGaussian();
        y[i] = law == Law.GAUSSIAN ? linear : linear > 0 ? 1 : 0;
      }
      double mix = seed % 3 == 0 ? 1 : .5;
      double lambda = .05 + .01 * (seed % 7);
      Model model = PenalisedRegression.fit(x, y, law, mix, lambda);
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += y[i] - model.at(x[i]);
      }
      assertThat(sum / n).as("seed %s", seed).isCloseTo(0, within(1e-7));
      for (int j = 0; j < k; j++) {
        check(x, y, model, mix, lambda, j, "seed " + seed);
      }
    }
  }

  private static void check(
      double[][] x, double[] y, Model model, double mix, double lambda, int j, String seed) {
    int n = y.length;
    double mean = 0;
    double square = 0;
    for (double[] row : x) {
      mean += row[j] / n;
    }
    for (double[] row : x) {
      square += (row[j] - mean) * (row[j] - mean) / n;
    }
    double deviation = Math.sqrt(square);
    double gradient = 0;
    for (int i = 0; i < n; i++) {
      gradient += (x[i][j] - mean) / deviation * (y[i] - model.at(x[i])) / n;
    }
    double b = model.slopes()[j] * deviation;
    if (b == 0) {
      assertThat(Math.abs(gradient)).as(seed).isLessThanOrEqualTo(lambda * mix + 1e-6);
    } else {
      assertThat(gradient)
          .as(seed)
          .isCloseTo(lambda * (mix * Math.signum(b) + (1 - mix) * b), within(1e-6));
    }
  }

  /**
   * More columns than rows, and one column twice: the conditions of a minimum hold all the same.
   */
  @Test
  void theConditionsOfAMinimumHoldWithMoreColumnsThanRows() {
    for (Law law : Law.values()) {
      Random random = new Random(3);
      double[][] x = new double[30][50];
      double[] y = new double[30];
      for (int i = 0; i < 30; i++) {
        for (int j = 0; j < 49; j++) {
          x[i][j] = random.nextGaussian();
        }
        x[i][49] = x[i][0];
        double linear = 2 * x[i][0] + random.nextGaussian();
        y[i] = law == Law.GAUSSIAN ? linear : linear > 0 ? 1 : 0;
      }
      Model model = PenalisedRegression.fit(x, y, law, 1, .1);
      for (int j = 0; j < 50; j++) {
        check(x, y, model, 1, .1, j, law.name());
      }
    }
  }

  @Test
  void crossValidationKeepsWhatForetellsAndDropsNoise() {
    Random random = new Random(5);
    double[][] x = new double[300][20];
    double[] y = new double[300];
    int[] fold = new int[300];
    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < 20; j++) {
        x[i][j] = random.nextGaussian();
      }
      y[i] = 2 * x[i][0] + random.nextGaussian();
      fold[i] = i % 5;
    }
    Model model = PenalisedRegression.tuned(x, y, Law.GAUSSIAN, 1, fold);
    assertThat(model.slopes()[0]).isBetween(1.7, 2.1);
    for (int j = 1; j < 20; j++) {
      assertThat(Math.abs(model.slopes()[j])).isLessThan(.2);
    }
  }
}
