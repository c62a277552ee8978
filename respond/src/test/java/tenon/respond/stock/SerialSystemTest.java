package tenon.respond.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SerialSystemTest {
  private static final SerialSystem.Question ASKED =
      new SerialSystem.Question(new double[] {3, 2, 2}, new double[] {1, 1, 2}, 37.12, 5, 1);

  /** By hand: far below demand nothing binds; 0 + 2 (-5) + 3 (-10) + 44.12 x 10 = 401.2. */
  @Test
  void farBelowDemandTheCostIsLinear() {
    SerialSystem low = SerialSystem.at(ASKED, new double[] {4, 9, 10});
    assertThat(low.cost()).isCloseTo(401.2, within(1e-4));
  }

  /** One stage is a newsvendor: S = mean + z sd, cost (h + p) sd density. */
  @Test
  void oneStageIsANewsvendor() {
    SerialSystem one =
        SerialSystem.optimal(
            new SerialSystem.Question(new double[] {1}, new double[] {4}, 9, 10, 2));
    assertThat(one.stock()[0]).isCloseTo(40 + 4 * 1.2815515655446004, within(1e-8));
    assertThat(one.cost()).isCloseTo(10 * 4 * 0.17549833193248685, within(1e-9));
  }

  @Test
  void noOtherBaseStockIsCheaper() {
    SerialSystem best = SerialSystem.optimal(ASKED);
    for (int j = 0; j < 3; j++) {
      for (double by : new double[] {-0.1, 0.1}) {
        double[] moved = best.stock().clone();
        moved[j] += by;
        assertThat(SerialSystem.at(ASKED, moved).cost()).isGreaterThan(best.cost());
      }
    }
    assertThat(best.cost()).isCloseTo(47.66015, within(1e-4));
  }
}
