package tenon.twin.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class CascadePathTest {
  private static final Stopping.Eps EPS = new Stopping.Eps(1e-6);

  /** 0 feeds 1 alone, 1 feeds 2 for 3 parts of 4, 3 feeds it for the fourth; all essential. */
  @Test
  void eachFirmNamesItsStepAndItsCause() {
    FirmNetwork network =
        FirmNetwork.of(
            new int[4],
            1,
            new byte[] {2},
            new int[] {0, 1, 3},
            new int[] {1, 2, 2},
            new double[] {2, 3, 1});
    List<Fall> falls =
        CascadePath.trace(network, Replaceability.NONE, EPS, new double[] {1, 0, 0, 0}, 0.5);
    assertThat(falls)
        .extracting(Fall::firm, Fall::direction, Fall::step, Fall::loss, Fall::cause)
        .containsExactly(
            tuple(0, Direction.DOWN, 0, 1.0, Fall.SHOCK),
            tuple(0, Direction.UP, 0, 1.0, Fall.SHOCK),
            tuple(1, Direction.DOWN, 1, 1.0, 0),
            tuple(2, Direction.DOWN, 2, 0.75, 1));
    assertThat(falls.getLast().causeShare()).isEqualTo(1);
  }

  @Test
  void lossOfCustomersNamesTheCustomer() {
    FirmNetwork network =
        FirmNetwork.of(
            new int[3],
            1,
            new byte[] {2},
            new int[] {0, 0, 1},
            new int[] {1, 2, 2},
            new double[] {3, 1, 5});
    List<Fall> falls =
        CascadePath.trace(network, Replaceability.NONE, EPS, new double[] {0, 0, 1}, 0.25);
    assertThat(falls)
        .filteredOn(fall -> fall.direction() == Direction.UP)
        .extracting(Fall::firm, Fall::step, Fall::loss, Fall::cause)
        .containsExactly(tuple(2, 0, 1.0, Fall.SHOCK), tuple(0, 1, 0.25, 2), tuple(1, 1, 1.0, 2));
  }

  /** A step-by-step run of the formulas gives the same steps and losses. */
  @Test
  void fallsAgreeWithPlainStepsOnRandomNetworks() {
    for (long seed = 0; seed < 150; seed++) {
      RandomFirms drawn = new RandomFirms(seed);
      double[] lost = drawn.shocks();
      List<Fall> falls = CascadePath.trace(drawn.network(), Replaceability.SECTOR, EPS, lost, 0.3);
      for (Fall fall : falls) {
        PlainCascade plain = new PlainCascade(drawn, Replaceability.SECTOR, 1e-10);
        double now = after(plain, lost, fall.step(), fall);
        assertThat(now).as("seed %d", seed).isBetween(fall.loss() - 1e-12, fall.loss() + 1e-12);
        if (fall.step() > 0) {
          assertThat(after(plain, lost, fall.step() - 1, fall)).isLessThan(0.3 + 1e-12);
          assertThat(fall.cause()).isNotNegative();
        }
      }
    }
  }

  private static double after(PlainCascade plain, double[] lost, int steps, Fall fall) {
    if (steps == 0) {
      return lost[fall.firm()];
    }
    plain.run(lost, -1, steps);
    return fall.direction() == Direction.DOWN ? plain.down[fall.firm()] : plain.up[fall.firm()];
  }
}
