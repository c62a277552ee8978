package tenon.assess.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static tenon.assess.Seeds.forSeeds;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tenon.assess.fuzzy.FuzzyEvaluation;
import tenon.assess.fuzzy.Membership;
import tenon.assess.fuzzy.Operator;

class StatisticsTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  /** By hand: G = .2777..., of which .0635 within and .2143 between groups that do not overlap. */
  @Test
  void giniOfTwoGroupsApartHasNoOverlap() {
    Inequality parts = Inequality.of(new double[] {1, 2, 3, 4, 5, 6}, new int[] {0, 0, 0, 1, 1, 1});
    assertThat(parts.gini()).isCloseTo(5 / 18.0, CLOSE);
    assertThat(parts.within()).isCloseTo(4 / 63.0, CLOSE);
    assertThat(parts.netBetween()).isCloseTo(3 / 14.0, CLOSE);
    assertThat(parts.overlap()).isCloseTo(0, CLOSE);
  }

  @Test
  void partsOfInequalitySumToTheWhole() {
    forSeeds(
        200,
        random -> {
          int n = 2 + random.nextInt(20);
          double[] values = new double[n];
          int[] groups = new int[n];
          double sum = 0;
          for (int i = 0; i < n; i++) {
            values[i] = .01 + random.nextInt(9);
            groups[i] = random.nextInt(4);
            sum += values[i];
          }
          double apart = 0;
          double theil = 0;
          for (double a : values) {
            theil += a / sum * Math.log(a * n / sum);
            for (double b : values) {
              apart += Math.abs(a - b);
            }
          }
          Inequality parts = Inequality.of(values, groups);
          assertThat(parts.gini()).isCloseTo(apart / (2 * n * sum), CLOSE);
          assertThat(parts.within() + parts.netBetween() + parts.overlap())
              .isCloseTo(parts.gini(), CLOSE);
          assertThat(parts.theil()).isCloseTo(theil, CLOSE);
          assertThat(parts.theilBetween() + parts.theilWithin()).isCloseTo(theil, CLOSE);
        });
  }

  /** Two items that correlate perfectly and have equal variances: alpha 1. */
  @Test
  void alphaOfTwinsIsOne() {
    double[] item = {1, 2, 4, 3, 6};
    Reliability twins = Reliability.of(new double[][] {item, item.clone()});
    assertThat(twins.alpha()).isCloseTo(1, CLOSE);
    assertThat(twins.kmo()).isNaN();
    assertThatThrownBy(() -> Reliability.of(new double[][] {item}))
        .hasMessageContaining("1 columns");
  }

  @Test
  void alphaIsThatOfTheCovariances() {
    forSeeds(
        100,
        random -> {
          double[][] columns = new double[2 + random.nextInt(5)][12];
          for (double[] column : columns) {
            Arrays.setAll(column, _ -> random.nextGaussian());
          }
          double variances = 0;
          double all = 0;
          for (double[] a : columns) {
            variances += covariance(a, a);
            for (double[] b : columns) {
              all += covariance(a, b);
            }
          }
          double k = columns.length;
          assertThat(Reliability.of(columns).alpha())
              .isCloseTo(k / (k - 1) * (1 - variances / all), within(1e-9));
        });
  }

  private static double covariance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        sum += (a[i] - a[j]) * (b[i] - b[j]) / 2;
      }
    }
    return sum / a.length / (a.length - 1);
  }

  /** One value twice on either side: the density integrates to 1. */
  @Test
  void densityIntegratesToOne() {
    Density density = Density.of(new double[] {1, 2, 2, 5, Double.NaN});
    double sum = 0;
    for (double x = -20; x < 30; x += .01) {
      sum += density.at(x) * .01;
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
    assertThat(Density.of(new double[] {3, 3}).at(3)).isNaN();
  }

  /** Levels that halve their distance each period: growth -.5 of the logarithm, so beta is -.5. */
  @Test
  void unitsThatHalveTheirDistanceConvergeAtOneHalf() {
    double[][] values = new double[4][5];
    for (int unit = 0; unit < 4; unit++) {
      for (int t = 0; t < 5; t++) {
        values[unit][t] = Math.exp(10 + (unit + 1) * Math.pow(.5, t));
      }
    }
    Convergence.Beta beta =
        Objects.requireNonNull(Convergence.inPanel(values, Convergence.Effects.UNIT_AND_PERIOD));
    assertThat(beta.beta()).isCloseTo(-.5, within(1e-9));
    assertThat(beta.halfLife()).isCloseTo(1, within(1e-9));
    double[] spread = Convergence.logDeviation(values);
    assertThat(spread[1]).isCloseTo(spread[0] / 2, within(1e-9));
  }

  /** Two classes, four units; counted by hand. */
  @Test
  void movesAreCountedByHand() {
    double[][] values = {{1, 1}, {2, 4}, {3, 2}, {4, 3}};
    Markov markov = Markov.of(values, 2);
    assertThat(markov.count(0, 0)).isEqualTo(1);
    assertThat(markov.count(0, 1)).isEqualTo(1);
    assertThat(markov.count(1, 0)).isEqualTo(1);
    assertThat(markov.probability(1, 1)).isCloseTo(.5, CLOSE);
    assertThat(markov.steady()).containsExactly(new double[] {.5, .5}, CLOSE);
    double[][] lags = {{1, 0}, {9, 0}, {1, 0}, {9, 0}};
    Markov spatial = Markov.spatial(values, lags, 2);
    assertThat(spatial.count(0, 0, 0)).isEqualTo(1);
    assertThat(spatial.count(1, 0, 1)).isEqualTo(1);
    // Each of four moves is certain given the neighbours and a coin without them: 4 * 1.
    assertThat(spatial.homogeneity().chiSquared()).isCloseTo(4, CLOSE);
    assertThat(spatial.homogeneity().degreesOfFreedom()).isEqualTo(2);
    assertThat(spatial.homogeneity().p()).isCloseTo(Math.exp(-2), CLOSE);
  }

  @Test
  void spatialMovesSumToAllMoves() {
    forSeeds(
        50,
        random -> {
          double[][] values = drawn(random);
          Markov all = Markov.of(values, 3);
          Markov spatial = Markov.spatial(values, drawn(random), 3);
          for (int from = 0; from < 3; from++) {
            for (int to = 0; to < 3; to++) {
              assertThat(spatial.count(from, to)).isEqualTo(all.count(from, to));
            }
          }
        });
  }

  private static double[][] drawn(Random random) {
    double[][] values = new double[10][6];
    for (double[] unit : values) {
      Arrays.setAll(unit, _ -> random.nextInt(20));
    }
    return values;
  }

  /** U = (.2, .05): C = .8 as usual; by Wang et al. sqrt((1 - .15) * .25). */
  @Test
  void bothFormsOfCouplingAreWorkedByHand() {
    double[] levels = {.2, .05};
    double[] weights = {1, 1};
    Coupling usual = Coupling.of(levels, weights, Coupling.Form.STANDARD);
    assertThat(usual.coupling()).isCloseTo(.8, CLOSE);
    assertThat(usual.coordination()).isCloseTo(Math.sqrt(.8 * .125), CLOSE);
    Coupling wang = Coupling.of(levels, weights, Coupling.Form.WANG_2021);
    assertThat(wang.coupling()).isCloseTo(Math.sqrt(.85 * .25), CLOSE);
    assertThat(
            Coupling.of(new double[] {.5, .5, .5}, new double[] {1, 1, 2}, Coupling.Form.WANG_2021)
                .coupling())
        .isCloseTo(1, CLOSE);
    assertThat(Coupling.of(new double[] {0, 0}, weights, Coupling.Form.STANDARD).coordination())
        .isZero();
  }

  /** .5 * .2 = .1, .3 * .6 = .18, .2 * 0 = 0: shares of .28. */
  @Test
  void obstaclesAreSharesOfWhatIsMissing() {
    double[] degrees = Obstacles.of(new double[] {.5, .3, .2}, new double[] {.8, .4, 1});
    assertThat(degrees).containsExactly(new double[] {.1 / .28, .18 / .28, 0}, CLOSE);
    assertThat(Obstacles.of(new double[] {1, 1}, new double[] {Double.NaN, .5})[1]).isOne();
  }

  /** The published rating of emerging industries is the plain mean (Zhang 2024). */
  @Test
  void emergingIndustriesAreRankedAsPublished() {
    List<String> names = List.of("AI", "Bio", "Energy", "Equipment", "Materials");
    double[][] scores = {
      {.876, .923, .912},
      {.845, .867, .889},
      {.834, .856, .878},
      {.812, .834, .845},
      {.789, .812, .823}
    };
    double[] published = {.904, .867, .856, .830, .808};
    IndustryRanking ranking = IndustryRanking.plain(names, scores);
    for (int place = 0; place < 5; place++) {
      assertThat(ranking.places().get(place).industry()).isEqualTo(names.get(place));
      assertThat(ranking.places().get(place).overall()).isCloseTo(published[place], within(.0005));
      assertThat(ranking.places().get(place).priority()).isEqualTo(place + 1);
    }
    double[] growth = {0, 0, 1};
    assertThat(IndustryRanking.weighted(names, scores, growth).places().getFirst().overall())
        .isCloseTo(.912, CLOSE);
  }

  /** Textbook case: .4 * .6 + .3 * .2 + .2 * .1 = .32 ties with the next grade, which wins. */
  @Test
  void aTieGoesToTheHigherGrade() {
    double[][] rows = {
      {.6, .3, .1, 0, 0}, {.2, .5, .2, .1, 0}, {.1, .2, .4, .2, .1}, {0, .1, .3, .4, .2}
    };
    double[] values = {1, 2, 3, 4, 5};
    FuzzyEvaluation result =
        FuzzyEvaluation.of(new double[] {.4, .3, .2, .1}, rows, Operator.PRODUCT_SUM, values);
    assertThat(result.grade()).isEqualTo(1);
    assertThat(result.score()).isCloseTo(.32 + .64 + .63 + .44 + .2, CLOSE);
    FuzzyEvaluation scores =
        FuzzyEvaluation.ofScores(
            new double[] {1, 1, 5},
            new double[] {.5, .7, Double.NaN},
            new Membership.Triangular(),
            Operator.PRODUCT_SUM);
    assertThat(scores.normalised().get(2)).isCloseTo(.5, CLOSE);
    assertThat(scores.normalised().get(3)).isCloseTo(.5, CLOSE);
    assertThat(scores.score()).isCloseTo(.6, CLOSE);
  }
}
