package tenon.assess.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** By hand, and against the definitions as they are printed. */
class AgglomerationTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  /** Two regions, two sectors: 30 and 10 in the first, 10 and 50 in the second. */
  private final Agglomeration two = new Agglomeration(new double[][] {{30, 10}, {10, 50}});

  @Test
  void ellisonAndGlaeserByHand() {
    // x = (.4, .6); s of the first sector = (.75, .25); G = .35^2 + .35^2 = .245;
    // 1 - sum x^2 = .48; plants of 20, 10 and 10: H = .375;
    // gamma = (.245 - .48 * .375) / (.48 * .625) = .065 / .3.
    assertThat(two.rawConcentration(0)).isCloseTo(.245, CLOSE);
    assertThat(two.ellisonGlaeser(0, .375)).isCloseTo(.065 / .3, CLOSE);
    assertThat(two.ellisonGlaeser(0, 1)).isNaN();
  }

  @Test
  void ginisByHand() {
    // Second region first (.25 / .6): area under the curve .6 * .25 / 2 + .4 * (.25 + 1) / 2.
    assertThat(two.locationalGini(0)).isCloseTo(1 - 2 * (.075 + .25), CLOSE);
    // |.75 - .25| counted twice, over 2 * 2.
    assertThat(two.spatialGini(0)).isCloseTo(.25, CLOSE);
    assertThat(two.herfindahl(0)).isCloseTo(.625, CLOSE);
  }

  @Test
  void specialisationByHand() {
    // First region (.75, .25), all others (1/6, 5/6), all regions (.4, .6).
    assertThat(two.specialisation(0)).isCloseTo(2 * (.75 - 1 / 6.0), CLOSE);
    assertThat(two.relativeDiversity(0)).isCloseTo(1 / .7, CLOSE);
    assertThat(two.sectoralHerfindahl(0)).isCloseTo(.625, CLOSE);
    assertThat(two.locationQuotient(0, 0)).isCloseTo(.75 / .4, CLOSE);
  }

  @Test
  void aSectorThatLiesAsAllOthersCrowdsNowhere() {
    Agglomeration even = new Agglomeration(new double[][] {{3, 6}, {1, 2}, {0, 0}});
    assertThat(even.locationalGini(0)).isZero();
    assertThat(even.rawConcentration(1)).isZero();
    assertThat(even.ellisonGlaeser(0, .1)).isNegative();
  }

  /** Plants thrown into regions with chances x have a mean gamma of 0. */
  @Test
  void thrownPlantsHaveNoAgglomerationOnAverage() {
    SplittableRandom random = new SplittableRandom(3);
    double[] chance = {.5, .3, .2};
    double sum = 0;
    int rounds = 4000;
    for (int round = 0; round < rounds; round++) {
      double[][] amounts = new double[3][2];
      double squares = 0;
      double[] plants = random.doubles(12, 1, 9).toArray();
      double all = 0;
      for (double plant : plants) {
        double u = random.nextDouble();
        amounts[u < .5 ? 0 : u < .8 ? 1 : 2][0] += plant;
        all += plant;
        squares += plant * plant;
      }
      for (int r = 0; r < 3; r++) {
        amounts[r][1] = 1e9 * chance[r];
      }
      sum += new Agglomeration(amounts).ellisonGlaeser(0, squares / (all * all));
    }
    assertThat(sum / rounds).isCloseTo(0, within(.006));
  }

  @Test
  void ginisAgreeWithDoubleSums() {
    SplittableRandom random = new SplittableRandom(5);
    for (int seed = 0; seed < 200; seed++) {
      int n = 2 + random.nextInt(7);
      double[][] amounts = new double[n][3];
      for (double[] row : amounts) {
        for (int i = 0; i < 3; i++) {
          row[i] = random.nextInt(5) + (i == 2 ? 1 : 0);
        }
      }
      amounts[0][0] += 1;
      Agglomeration a = new Agglomeration(amounts);
      double absolute = 0;
      double relative = 0;
      for (int r = 0; r < n; r++) {
        for (int q = 0; q < n; q++) {
          absolute += Math.abs(a.share(r, 0) - a.share(q, 0));
          relative += Math.abs(a.share(r, 0) * a.share(q) - a.share(q, 0) * a.share(r));
        }
      }
      assertThat(a.spatialGini(0)).as("seed %d", seed).isCloseTo(absolute / (2 * n), CLOSE);
      assertThat(a.locationalGini(0)).as("seed %d", seed).isCloseTo(relative / 2, CLOSE);
    }
  }

  @Test
  void amountsBelowZeroAreRefused() {
    assertThatThrownBy(() -> new Agglomeration(new double[][] {{-1}}))
        .hasMessageContaining("-1.0 is not at least 0");
    assertThatThrownBy(() -> new Agglomeration(new double[][] {{1}, {1, 2}}))
        .hasMessageContaining("region 1 has 2 sectors, not 1");
  }
}
