package tenon.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Results.ready;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenon.numeric.Laws;

class PowerTest {
  private static final int UNITS = 30;
  private static final int PERIODS = 6;

  private static Observations panel() {
    Random random = new Random(11);
    int n = UNITS * PERIODS;
    double[] unit = new double[n];
    double[] period = new double[n];
    double[] did = new double[n];
    double[] y = new double[n];
    for (int row = 0; row < n; row++) {
      unit[row] = Math.floorDiv(row, PERIODS);
      period[row] = row % PERIODS;
      did[row] = unit[row] < 8 && period[row] >= 3 ? 1 : 0;
      y[row] = unit[row] + period[row] + 5 * did[row] + random.nextGaussian();
    }
    return Observations.builder(n)
        .numbers("id", unit)
        .numbers("year", period)
        .numbers("did", did)
        .numbers("y", y)
        .build();
  }

  private static RegressionSpec spec() {
    return RegressionSpec.of(Formula.of("y ~ did | id + year"));
  }

  /** Draw by draw, with the effect added to the placebo of the outcome without the true effect. */
  @Test
  void powerIsThatOfRegressionsWithTheEffectPutIn() {
    Observations data = panel();
    int draws = 25;
    double effect = .6;
    Fit actual = ready(Regression.fit(data, spec()));
    double critical = Laws.studentTwoSidedQuantile(.05, actual.sizes().degrees());
    double[] bare = data.numbers("y").clone();
    for (int row = 0; row < bare.length; row++) {
      bare[row] -= actual.coefficient("did") * data.number("did", row);
    }
    PlaceboDraws.Random random = new PlaceboDraws.Random(PlaceboDraws.Kind.UNITS, draws, 5);
    PlaceboResult placebo = ready(Placebo.run(data.with("y", bare), spec(), "did", random));
    Power.Result power =
        ready(Power.simulate(data, spec(), "y", "did", List.of(0., effect), draws, 5));
    int seen = 0;
    for (int draw = 0; draw < draws; draw++) {
      double t = (placebo.coefficients()[draw] + effect) / placebo.standardErrors()[draw];
      seen += Math.abs(t) > critical ? 1 : 0;
    }
    assertThat(power.power()[1]).isEqualTo((double) seen / draws);
    assertThat(power.size()).isEqualTo(power.power()[0]);
  }

  /** An effect moves the coefficient by itself and leaves its standard error. */
  @Test
  void anEffectPutInMovesTheCoefficientByItselfAlone() {
    Observations data = panel();
    double[] more = data.numbers("y").clone();
    for (int row = 0; row < more.length; row++) {
      more[row] += .7 * data.number("did", row);
    }
    Fit before = ready(Regression.fit(data, spec()));
    Fit after = ready(Regression.fit(data.with("y", more), spec()));
    assertThat(after.coefficient("did") - before.coefficient("did")).isCloseTo(.7, within(1e-12));
    assertThat(after.standardError("did")).isCloseTo(before.standardError("did"), within(1e-12));
  }

  @Test
  void theDetectableEffectHasTheWantedPower() {
    Power.Result power = ready(Power.simulate(panel(), spec(), "y", "did", List.of(), 200, 1));
    Power.Result at =
        ready(Power.simulate(panel(), spec(), "y", "did", List.of(power.detectable()), 200, 1));
    assertThat(at.power()[0]).isGreaterThanOrEqualTo(.8).isLessThan(.83);
    assertThat(power.detectable()).isGreaterThan(.3).isLessThan(2);
  }
}
