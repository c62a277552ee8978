package tenon.evaluate.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Results.codes;
import static tenon.evaluate.Results.ready;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Errors;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelColumns;

/** The effect is 1 + 2 z - w, without noise; z and w are kept by units. */
class NextPilotsTest {
  private static final int UNITS = 40;
  private static final int PERIODS = 4;

  private static double z(int unit) {
    return unit % 5 / 4.;
  }

  private static double w(int unit) {
    return unit % 7 / 6.;
  }

  private static Observations panel(boolean all) {
    int n = UNITS * PERIODS;
    double[][] c = new double[6][n];
    for (int row = 0; row < n; row++) {
      int u = row / PERIODS;
      int t = row % PERIODS;
      c[0][row] = u;
      c[1][row] = t;
      c[2][row] = (all || u < 15) && t >= 2 ? 1 : 0;
      c[3][row] = z(u);
      c[4][row] = w(u);
      c[5][row] =
          u * .3 + t * t + c[2][row] * (1 + 2 * z(u) - w(u)) + 1e-6 * ((u * 31 + t * 17) % 13);
    }
    return Observations.builder(n)
        .numbers("id", c[0])
        .numbers("year", c[1])
        .numbers("did", c[2])
        .numbers("z", c[3])
        .numbers("w", c[4])
        .numbers("y", c[5])
        .build();
  }

  private static tenon.model.Loaded<NextPilots.Result> foretell(boolean all) {
    return NextPilots.foretell(
        panel(all),
        new PanelColumns("id", "year"),
        "y",
        "did",
        List.of(),
        List.of("z", "w"),
        List.of("id", "year"),
        Errors.Clustered.by("id"));
  }

  @Test
  void effectsAreThoseOfTheUnitsOwnConditionsLargestFirst() {
    NextPilots.Result result = ready(foretell(false));
    assertThat(result.units()).hasSize(25);
    for (NextPilots.Unit unit : result.units()) {
      int u = Integer.parseInt(unit.name());
      assertThat(u).isGreaterThanOrEqualTo(15);
      assertThat(unit.effect()).isCloseTo(1 + 2 * z(u) - w(u), within(1e-4));
      assertThat(unit.low()).isLessThan(unit.effect());
      assertThat(unit.high()).isGreaterThan(unit.effect());
      assertThat(unit.outside()).isFalse();
    }
    assertThat(result.units())
        .isSortedAccordingTo((a, b) -> Double.compare(b.effect(), a.effect()));
  }

  /** Unit 20 has z = 0, which takes 2 x .5 from the effect; its w of 1 takes about .5. */
  @Test
  void whatIsLackingIsTheConditionThatTakesMost() {
    NextPilots.Unit unit =
        ready(foretell(false)).units().stream()
            .filter(one -> one.name().equals("20"))
            .findFirst()
            .orElseThrow();
    assertThat(unit.lacking()).isEqualTo("z");
    assertThat(unit.takes()).isCloseTo(-1, within(1e-3));
  }

  @Test
  void withoutUntreatedUnitsThereIsNobodyToName() {
    assertThat(codes(foretell(true))).isNotEmpty();
  }
}
