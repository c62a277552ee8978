package tenon.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static tenon.assess.Seeds.forSeeds;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoresTest {

  @Test
  void theBestHasRankOneEqualScoresShareTheBetterRankAndTheUnknownHasNone() {
    double[] scores = {2, Double.NaN, 3, 2, 0.0, -0.0, -1, Double.POSITIVE_INFINITY};
    assertThat(Scores.ranks(scores)).containsExactly(3, 0, 2, 3, 5, 5, 7, 1);
    assertThat(Scores.ranks(new double[0])).isEmpty();
    assertThat(Scores.ranks(new double[] {Double.NaN})).containsExactly(0);
  }

  /**
   * Against counting, for each unit, those that are better; many scores differ in the last bits.
   */
  @Test
  void ranksAreOneMoreThanTheNumberOfBetterUnits() {
    forSeeds(200, ScoresTest::compare);
  }

  private static void compare(Random random) {
    int periods = 1 + random.nextInt(3);
    double[] scores = new double[periods * random.nextInt(80)];
    for (int cell = 0; cell < scores.length; cell++) {
      double near = 50 + random.nextInt(4) * Math.ulp(50.0) * (1 << random.nextInt(9));
      double far = 40 * random.nextGaussian();
      double other = random.nextInt(4) == 0 ? Double.NaN : Math.rint(far / 20);
      scores[cell] = random.nextInt(3) == 0 ? near : random.nextInt(2) == 0 ? far : other;
    }
    int[] ranks = Scores.ranks(scores, periods);
    for (int cell = 0; cell < scores.length; cell++) {
      int better = 0;
      for (int other = cell % periods; other < scores.length; other += periods) {
        better += scores[other] > scores[cell] ? 1 : 0;
      }
      assertThat(ranks[cell]).isEqualTo(Double.isNaN(scores[cell]) ? 0 : better + 1);
    }
  }
}
