package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Scenario;

/**
 * By hand: a mine sends at most 4 of the 5 that are asked a day, so that a unit more waits every
 * day, whatever happens: 10 after 10 days. What a disruption adds stands apart.
 */
class MoreLostTest {
  private static final Chain CHAIN =
      DrawnChain.of(
          """
          Mine -> Shop: ore, lead 0, cap 4
          Shop holds ore: 0, upto 0
          Shop sells ore: 5, margin 2""");
  private static final Target SHOP = new Target(Target.Kind.SITE, "Shop");

  private static DemandOutcome run(Disruption... events) {
    Scenario scenario = new Scenario("short", new Days(10), List.of(events));
    return Simulation.simulate(CHAIN, scenario, SimulationSpec.of(2, 1), Progress.NONE)
        .demands()
        .getFirst();
  }

  @Test
  void whatWaitsUndisturbedTooIsNoLossOfTheDisruption() {
    DemandOutcome calm = run();
    assertThat(calm.lostUnits().mean()).isCloseTo(10, within(1e-9));
    assertThat(calm.moreLostUnits().mean()).isZero();
    Window twoDays = new Window(new Days(3), new Days(2));
    DemandOutcome closed = run(new Disruption.LinkClosure(SHOP, twoDays));
    assertThat(closed.lostUnits().mean()).isCloseTo(18, within(1e-9));
    assertThat(closed.moreLostUnits().mean()).isCloseTo(8, within(1e-9));
  }
}
