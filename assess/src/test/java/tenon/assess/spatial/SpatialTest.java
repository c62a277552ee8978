package tenon.assess.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static tenon.assess.Seeds.forSeeds;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.numeric.LuFactors;

class SpatialTest {

  @Test
  void statisticsAreTheirDoubleSums() {
    forSeeds(100, SpatialTest::compare);
  }

  private static void compare(Random random) {
    int n = 5 + random.nextInt(8);
    double[][] w = new double[n][n];
    double[] x = random.doubles(n).toArray();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        w[i][j] = i == j || random.nextBoolean() ? 0 : random.nextDouble();
      }
    }
    double mean = Arrays.stream(x).average().orElseThrow();
    double cross = 0;
    double apart = 0;
    double all = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += (x[i] - mean) * (x[i] - mean);
      for (int j = 0; j < n; j++) {
        cross += w[i][j] * (x[i] - mean) * (x[j] - mean);
        apart += w[i][j] * (x[i] - x[j]) * (x[i] - x[j]);
        all += w[i][j];
      }
    }
    SpatialWeights weights = SpatialWeights.of(w);
    Moran moran = Moran.of(x, weights, Moran.Assumption.RANDOMISATION);
    assertThat(moran.statistic()).isCloseTo(n / all * cross / squares, within(1e-12));
    assertThat(Moran.geary(x, weights).statistic())
        .isCloseTo((n - 1) / (2 * all) * apart / squares, within(1e-12));
    double sum = LocalMoran.of(x, weights, 0, 1).stream().mapToDouble(LocalMoran::statistic).sum();
    // Local parts sum to S0 times the whole (Anselin 1995).
    assertThat(sum).isCloseTo(all * moran.statistic(), within(1e-9));
  }

  /** Moments under randomisation are those over all 720 permutations. */
  @Test
  void momentsUnderRandomisationAreThoseOfAllPermutations() {
    double[][] w = new double[6][6];
    for (int i = 0; i < 5; i++) {
      w[i][i + 1] = 1;
      w[i + 1][i] = 2;
    }
    SpatialWeights weights = SpatialWeights.of(w);
    double[] x = {1, 7, 2, 9, 4, 3};
    double[] sums = new double[3];
    permute(x.clone(), 0, weights, sums);
    double mean = sums[1] / sums[0];
    Moran moran = Moran.of(x, weights, Moran.Assumption.RANDOMISATION);
    assertThat(sums[0]).isEqualTo(720);
    assertThat(moran.expectation()).isCloseTo(mean, within(1e-12));
    assertThat(moran.variance()).isCloseTo(sums[2] / sums[0] - mean * mean, within(1e-12));
    Moran dealt = Moran.permuted(x, weights, 4_000, 3);
    assertThat(dealt.variance()).isCloseTo(moran.variance(), within(.1 * moran.variance()));
    assertThat(dealt).isEqualTo(Moran.permuted(x, weights, 4_000, 3));
  }

  private static void permute(double[] x, int from, SpatialWeights weights, double[] sums) {
    if (from == x.length) {
      double statistic = Moran.of(x, weights, Moran.Assumption.NORMALITY).statistic();
      sums[0]++;
      sums[1] += statistic;
      sums[2] += statistic * statistic;
      return;
    }
    for (int i = from; i < x.length; i++) {
      double kept = x[from];
      x[from] = x[i];
      x[i] = kept;
      permute(x, from + 1, weights, sums);
      x[i] = x[from];
      x[from] = kept;
    }
  }

  @Test
  void aHighUnitAmongLowOnesIsToldApart() {
    SpatialWeights ring =
        SpatialWeights.contiguity(6, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 0}});
    List<LocalMoran> all = LocalMoran.of(new double[] {9, 1, 1, 1, 1, 1}, ring, 99, 1);
    assertThat(all.get(0).quadrant()).isEqualTo(LocalMoran.Quadrant.HIGH_LOW);
    assertThat(all.get(1).quadrant()).isEqualTo(LocalMoran.Quadrant.LOW_HIGH);
    assertThat(all.get(3).quadrant()).isEqualTo(LocalMoran.Quadrant.LOW_LOW);
    assertThat(all.get(3).permutationP()).isBetween(.01, 1.0);
  }

  @Test
  void weightsAreWhatTheirNamesSay() {
    double[][] distances = {{0, 1, 2}, {1, 0, 4}, {2, 4, 0}};
    SpatialWeights inverse = SpatialWeights.inverseDistance(distances, 2, 3);
    assertThat(inverse.matrix()[0]).containsExactly(0, 1, .25);
    assertThat(inverse.matrix()[1]).containsExactly(1, 0, 0);
    assertThat(inverse.rowStandardised().matrix()[0]).containsExactly(0, .8, .2);
    assertThat(SpatialWeights.nearest(distances, 1).matrix()[2]).containsExactly(1, 0, 0);
    assertThat(SpatialWeights.economicDistance(new double[] {1, 3, 5}).matrix()[0])
        .containsExactly(0, .5, .25);
    // A quarter of the meridian through the poles.
    double[][] km = SpatialWeights.greatCircleKm(new double[] {0, 90}, new double[] {10, 10});
    assertThat(km[0][1]).isCloseTo(Math.PI / 2 * 6371.0088, within(1e-6));
    assertThatThrownBy(() -> SpatialWeights.economicDistance(new double[] {1, 1}))
        .hasMessageContaining("unit 0");
  }

  /** A panel made with rho .5, own effect 2 and neighbours' effect -1 gives them back. */
  @Test
  void aPanelGivesBackWhatItWasMadeWith() {
    int n = 30;
    int periods = 8;
    Random random = new Random(2);
    int[][] pairs = new int[n][];
    Arrays.setAll(pairs, i -> new int[] {i, (i + 1) % n});
    SpatialWeights ring = SpatialWeights.contiguity(n, pairs).rowStandardised();
    double[][] system = ring.matrix();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        system[i][j] = (i == j ? 1 : 0) - .5 * system[i][j];
      }
    }
    LuFactors lu = LuFactors.of(system);
    double[][] x = new double[n][periods];
    double[][] y = new double[n][periods];
    double[] level = random.doubles(n).toArray();
    for (int t = 0; t < periods; t++) {
      double[] own = random.doubles(n).toArray();
      double[] lag = ring.lag(own);
      double[] right = new double[n];
      for (int i = 0; i < n; i++) {
        x[i][t] = own[i];
        right[i] = 2 * own[i] - lag[i] + 10 * level[i] + t + .01 * random.nextGaussian();
      }
      double[] solved = lu.solve(right);
      for (int i = 0; i < n; i++) {
        y[i][t] = solved[i];
      }
    }
    Durbin fit =
        Objects.requireNonNull(Durbin.inPanel(y, new double[][][] {x}, List.of("x"), ring, true));
    assertThat(fit.terms()).extracting(Durbin.Term::name).containsExactly("rho", "x", "W x");
    assertThat(fit.terms().get(0).value()).isCloseTo(.5, within(.02));
    assertThat(fit.terms().get(1).value()).isCloseTo(2, within(.01));
    assertThat(fit.terms().get(2).value()).isCloseTo(-1, within(.05));
    // Total effect (2 - 1) / (1 - .5).
    assertThat(fit.effects().getFirst().total()).isCloseTo(2, within(.05));
    assertThat(fit.sigmaSquared()).isCloseTo(.0001, within(.00004));
    assertThat(Durbin.inPanel(y, new double[][][] {x, x}, List.of("x", "again"), ring, true))
        .isNull();
  }
}
