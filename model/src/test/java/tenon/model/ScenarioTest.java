package tenon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Disruption.CapacityLoss;
import tenon.model.Disruption.DemandChange;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;

class ScenarioTest {
  private static final Target PLANT = new Target(Target.Kind.SITE, "Plant");

  @Test
  void disruptionsMustBeginWithinTheHorizon() {
    List<Disruption> late = List.of(loss(30, 5));
    assertThat(new Scenario("flood", new Days(31), late).disruptions()).hasSize(1);
    assertThatThrownBy(() -> new Scenario("flood", new Days(30), late))
        .hasMessageContaining("Plant")
        .hasMessageContaining("30");
  }

  @Test
  void aScenarioHasAName() {
    assertThatThrownBy(() -> new Scenario(" ", new Days(30), List.of()))
        .hasMessageContaining("name");
  }

  @Test
  void laterChangesToTheListDoNotReachTheScenario() {
    List<Disruption> disruptions = new ArrayList<>(List.of(loss(0, 5)));
    Scenario scenario = new Scenario("flood", new Days(30), disruptions);
    disruptions.clear();
    assertThat(scenario.disruptions()).hasSize(1);
  }

  @Test
  void aDisruptionLasts() {
    assertThatThrownBy(() -> new Window(new Days(0), new Days(0))).hasMessageContaining("0 days");
    assertThat(new Window(new Days(0), new Days(Double.POSITIVE_INFINITY)).duration().value())
        .isInfinite();
  }

  @Test
  void demandIsNotMultipliedByNegativeOrUnknownNumbers() {
    Window week = new Window(new Days(0), new Days(7));
    for (double factor : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new DemandChange(PLANT, week, factor)).hasMessageContaining("times");
    }
    assertThat(new DemandChange(PLANT, week, 0).factor()).isZero();
  }

  @Test
  void quantitiesRefuseWhatTheyCannotMean() {
    assertThatThrownBy(() -> new Days(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new Days(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Share(1.1)).hasMessageContaining("1.1");
    assertThatThrownBy(() -> new Share(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Interval(2, 1)).hasMessageContaining("[2.0, 1.0]");
  }

  @Test
  void theIntervalOfANumberFollowsFromHowItIsKnown() {
    assertThat(Basis.ASSUMED.around(10)).isEqualTo(new Interval(5, 15));
    assertThat(Basis.DECLARED.around(0)).isEqualTo(new Interval(0, 0));
  }

  private static CapacityLoss loss(double start, double duration) {
    return new CapacityLoss(PLANT, new Window(new Days(start), new Days(duration)), new Share(1));
  }
}
