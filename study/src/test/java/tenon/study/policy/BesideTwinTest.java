package tenon.study.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;
import tenon.model.Loaded;
import tenon.respond.design.LeverRehearsal;
import tenon.study.policy.BesideTwin.Measure;
import tenon.study.policy.BesideTwin.Reading;

class BesideTwinTest {

  private static LeverRehearsal twin(double[] before, double[] after) {
    return new LeverRehearsal(List.of(), before, after, 100, true, List.of());
  }

  /** Two untreated rows of 9 and 11, two treated of 12 and 14: tau 3, level 10, error by hand. */
  private static BesideTwin beside(LeverRehearsal rehearsal, Measure measure) {
    Observations data =
        Observations.builder(4)
            .numbers("y", new double[] {9, 11, 12, 14})
            .numbers("d", new double[] {0, 0, 1, 1})
            .build();
    RegressionSpec spec =
        RegressionSpec.of(Formula.of("y ~ d")).withErrors(new Errors.Iid()).withResiduals();
    if (!(Regression.fit(data, spec) instanceof Loaded.Ready<Fit>(var fit, var _))) {
      throw new AssertionError("no fit");
    }
    return BesideTwin.of(fit, data, "y", "d", rehearsal, measure);
  }

  @Test
  void theEffectIsAShareOfWhatWouldBeWithoutThePolicy() {
    // s2 = 4 / 2, var(tau) = s2 (1/2 + 1/2) = 2; d(tau / (13 - tau)) = 13 / 10^2.
    BesideTwin beside = beside(twin(new double[] {10, 10}, new double[] {1, 1}), Measure.SERVED);
    assertThat(beside.level()).isCloseTo(10, within(1e-12));
    assertThat(beside.panel().value()).isCloseTo(.3, within(1e-12));
    assertThat(beside.panel().standardError()).isCloseTo(Math.sqrt(2) * .13, within(1e-12));
    assertThat(beside.twin().value()).isCloseTo(9.0 / 90, within(1e-12));
    assertThat(beside.difference().value()).isCloseTo(.2, within(1e-12));
  }

  @Test
  void lossesFallWhereServiceRises() {
    LeverRehearsal rehearsal = twin(new double[] {10, 10}, new double[] {4, 4});
    assertThat(beside(rehearsal, Measure.LOSS).twin().value()).isCloseTo(-.6, within(1e-12));
  }

  @Test
  void everyReadingComesUp() {
    LeverRehearsal idle = twin(new double[] {10, 10}, new double[] {10, 10});
    assertThat(reading(.3, .1, 0, 0, idle)).isEqualTo(Reading.IDLE);
    LeverRehearsal moves = twin(new double[] {10, 12}, new double[] {4, 7});
    assertThat(reading(.3, .1, .25, .01, moves)).isEqualTo(Reading.AGREE);
    assertThat(reading(.1, .2, .25, .01, moves)).isEqualTo(Reading.UNCLEAR);
    assertThat(reading(.9, .1, .25, .01, moves)).isEqualTo(Reading.MORE);
    assertThat(reading(.05, .01, .25, .01, moves)).isEqualTo(Reading.LESS);
    assertThat(reading(-.3, .1, .25, .01, moves)).isEqualTo(Reading.OPPOSITE);
  }

  private static Reading reading(
      double panel, double panelError, double twin, double twinError, LeverRehearsal rehearsal) {
    return new BesideTwin(
            new LeverRehearsal.Estimate(panel, panelError),
            1,
            new LeverRehearsal.Estimate(panel, panelError),
            new LeverRehearsal.Estimate(twin, twinError),
            Measure.SERVED,
            rehearsal)
        .reading();
  }
}
