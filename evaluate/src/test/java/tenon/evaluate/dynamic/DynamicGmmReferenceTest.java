package tenon.evaluate.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Results.ready;

import org.junit.jupiter.api.Test;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelColumns;

/**
 * Against gretl 2022c, {@code dpanel 1 ; y x ; ...} with {@code --time}, on a panel that both draw
 * alike: 60 units, 7 periods, x = .3 a + 2 u, y = .6 y(-1) + .5 x + a + u from ten periods before,
 * a twice a draw, draws of s = (1103515245 s + 12345) mod 2^31 over 2^31 less a half. On the firms
 * of Arellano and Bond the same code of both gives the published system of Blundell and Bond 1998,
 * table 4: .9356 (.0263) for the lag.
 */
class DynamicGmmReferenceTest {
  private static final DynamicGmmSpec SPEC = DynamicGmmSpec.of(new PanelColumns("unit", "t"), "y");

  private long state;

  private double draw() {
    state = (state * 1103515245L + 12345L) % (1L << 31);
    return state / (double) (1L << 31) - .5;
  }

  private Observations panel() {
    state = 20260101;
    double[][] c = new double[4][60 * 7];
    for (int u = 0; u < 60; u++) {
      double a = 2 * draw();
      double y = 0;
      for (int t = -10; t < 7; t++) {
        double x = .3 * a + 2 * draw();
        y = .6 * y + .5 * x + a + draw();
        if (t >= 0) {
          int row = u * 7 + t;
          c[0][row] = u + 1;
          c[1][row] = t + 1;
          c[2][row] = y;
          c[3][row] = x;
        }
      }
    }
    return Observations.builder(c[0].length)
        .numbers("unit", c[0])
        .numbers("t", c[1])
        .numbers("y", c[2])
        .numbers("x", c[3])
        .build();
  }

  /** Lag, its error, x, its error. */
  private DynamicGmmResult agrees(DynamicGmmSpec spec, double... expected) {
    DynamicGmmResult result = ready(DynamicGmm.estimate(panel(), spec));
    for (int k = 0; k < 2; k++) {
      assertThat(result.coefficients()[k]).isCloseTo(expected[2 * k], within(1e-9));
      assertThat(result.standardError(k)).isCloseTo(expected[2 * k + 1], within(1e-9));
    }
    return result;
  }

  /** GMM(x,1,99) GMMlevel(x,0,0) --system, without and with --two-step. */
  @Test
  void aSystemWithAPredeterminedRegressor() {
    DynamicGmmSpec spec = SPEC.withPredetermined("x").withLevels();
    agrees(
        spec.withOneStep(),
        0.793989540933555,
        0.0497693098133044,
        0.594927415474596,
        0.0314514323654683);
    DynamicGmmResult two =
        agrees(spec, 0.757958170187462, 0.0507981650674353, 0.584761717672808, 0.0382170827132483);
    assertThat(two.instruments()).isEqualTo(52);
    assertThat(two.hansen()).isCloseTo(48.8977, within(5e-5));
    assertThat(two.hansenDegrees()).isEqualTo(44);
    assertThat(two.hansenP()).isCloseTo(.2828, within(5e-5));
    assertThat(two.serialP(2)).isCloseTo(.7441, within(5e-5));
  }

  /** GMM(x,2,99) GMMlevel(x,1,1) --system, without and with --two-step. */
  @Test
  void aSystemWithAnEndogenousRegressor() {
    DynamicGmmSpec spec = SPEC.withEndogenous("x").withLevels();
    agrees(
        spec.withOneStep(),
        0.786594896752163,
        0.0501596383724648,
        0.717661567846741,
        0.116361629137262);
    DynamicGmmResult two =
        agrees(spec, 0.751582114736511, 0.0577185568127991, 0.739845068768799, 0.142227334219166);
    assertThat(two.instruments()).isEqualTo(46);
    assertThat(two.hansen()).isCloseTo(45.5674, within(5e-5));
    assertThat(two.serialP(2)).isCloseTo(.6645, within(5e-5));
  }

  /** GMM(x,1,99) --two-step. */
  @Test
  void differencesWithAPredeterminedRegressor() {
    DynamicGmmResult two =
        agrees(
            SPEC.withPredetermined("x"),
            0.490018380769019,
            0.118678841636188,
            0.492320297480367,
            0.0423336347631527);
    assertThat(two.instruments()).isEqualTo(40);
    assertThat(two.hansen()).isCloseTo(39.8761, within(5e-5));
    assertThat(two.serialP(1)).isCloseTo(.0005, within(5e-5));
  }
}
