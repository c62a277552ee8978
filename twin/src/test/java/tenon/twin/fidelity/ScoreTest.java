package tenon.twin.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tenon.twin.fidelity.DayLaw.Family;

class ScoreTest {
  @Test
  void scoresByHand() {
    DayLaw law = new DayLaw(Family.DETERMINISTIC, 10, 0);
    Score score = Score.of(law, new double[] {8, 12}, new double[] {10, 12, 10, 7}, false);
    assertThat(score.coverage()).isEqualTo(0.5);
    // 0, 2, 0, 3 off.
    assertThat(score.crps()).isEqualTo(1.25);
    // Of 8 and 12: mean |x - y| = 2, 2, 2, 3 less half of the mean |x - x'| = 2: 1, 1, 1, 2.
    assertThat(score.reference()).isCloseTo(1.25, within(1e-12));
    assertThat(score.skill()).isCloseTo(0, within(1e-12));
    assertThat(score.sum()).isEqualTo(39);
    assertThat(score.sumInside()).isFalse();
  }

  @Test
  void theBandOfASumWidensWithTheRootOfItsDays() {
    DayLaw law = new DayLaw(Family.GAMMA, 10, 5);
    double[] held = new double[100];
    Arrays.fill(held, 10.5);
    Score score = Score.of(law, new double[] {8, 12}, held, false);
    assertThat(score.sumLow()).isCloseTo(1000 - 1.6448536 * 50, within(1e-4));
    assertThat(score.sumInside()).isTrue();
  }

  @Test
  void aYieldIsARatioOfSumsWithItsLinearisedInterval() {
    // 90 of 100 and 40 of 50: 130/150; rests 90 - 86.667 and 40 - 43.333, +-3.333.
    YieldFit fit = YieldFit.of(new double[] {100, 50}, new double[] {90, 40});
    assertThat(fit.share()).isCloseTo(130.0 / 150, within(1e-12));
    double error = Math.sqrt(2 * (10.0 / 3) * (10.0 / 3) * 2 / 1) / 150;
    assertThat(fit.interval().high()).isEqualTo(1);
    assertThat(fit.interval().low()).isCloseTo(130.0 / 150 - 12.706204736 * error, within(1e-6));
  }
}
