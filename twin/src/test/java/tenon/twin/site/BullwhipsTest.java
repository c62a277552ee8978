package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Hazard;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.twin.echelon.Bullwhip;

class BullwhipsTest {
  private static final String SERIAL =
      """
      Mine -> Plant: ore, lead 2
      Plant makes chip: 1 ore, cycle 1
      Plant -> Shop: chip, lead 1
      Shop sells chip: 20, sd 4, law gamma, margin 5
      """;

  private static Scenario calm(int days) {
    return new Scenario("calm", new Days(days), List.of());
  }

  @Test
  void baseStockPassesDemandOnAsItIs() {
    Bullwhips swings =
        Simulation.bullwhip(
            DrawnChain.of(SERIAL), calm(200), SimulationSpec.of(5, 1), 3, Progress.NONE);
    assertThat(swings.replications()).isEqualTo(3);
    assertThat(swings.echelons()).extracting(Bullwhips.Echelon::number).containsExactly(1, 2, 3, 4);
    for (Bullwhips.Echelon echelon : swings.echelons()) {
      assertThat(echelon.nodes()).isEqualTo(1);
      assertThat(echelon.undisturbed()).isCloseTo(1, within(1e-9));
      assertThat(echelon.ratio()).isCloseTo(echelon.undisturbed(), within(1e-12));
    }
  }

  @Test
  void aNodesRatioIsThatOfItsOrdersOverItsDemandInTheTrace() {
    Chain chain = DrawnChain.of(SERIAL + "Shop holds chip: 60, upto 120, reorder 70, policy s_S\n");
    Scenario pause =
        new Scenario(
            "pause",
            new Days(300),
            List.of(
                new Disruption.OrderPause(
                    new Disruption.Target(Disruption.Target.Kind.SITE, "Shop"),
                    new Disruption.Window(new Days(50), new Days(20)))));
    SimulationSpec spec = SimulationSpec.of(1, 4).withChecking(SimulationSpec.Checking.STEP);
    Bullwhips swings = Simulation.bullwhip(chain, pause, spec, 10, Progress.NONE);
    assertThat(swings.echelons().getFirst().undisturbed())
        .isCloseTo(shop(chain, calm(300), spec), within(1e-9));
    assertThat(swings.echelons().getFirst().ratio())
        .isCloseTo(shop(chain, pause, spec), within(1e-9));
    assertThat(swings.echelons().getFirst().undisturbed()).isGreaterThan(2);
  }

  @Test
  void everyReplicationMeetsTheHazardsThatItDraws() {
    Chain chain = DrawnChain.of(SERIAL + "Shop holds chip: 60, upto 120, reorder 70, policy s_S\n");
    Hazard pause =
        new Hazard(
            "pause",
            new Hazard.Once(1, 0, 200, new Hazard.Exponential(20)),
            List.of(
                new Disruption.OrderPause(
                    new Disruption.Target(Disruption.Target.Kind.SITE, "Shop"),
                    new Disruption.Window(new Days(0), new Days(1)))),
            1);
    Scenario scenario = new Scenario("pause", new Days(300), List.of(), List.of(pause));
    SimulationSpec spec = SimulationSpec.of(2, 4);
    Bullwhips swings = Simulation.bullwhip(chain, scenario, spec, 2, Progress.NONE);
    double first = shop(chain, scenario, spec, 0);
    double second = shop(chain, scenario, spec, 1);
    assertThat(swings.echelons().getFirst().ratio()).isCloseTo((first + second) / 2, within(1e-9));
    assertThat(first).isNotCloseTo(second, within(1e-3));
  }

  private static double shop(Chain chain, Scenario scenario, SimulationSpec spec) {
    return shop(chain, scenario, spec, 0);
  }

  private static double shop(Chain chain, Scenario scenario, SimulationSpec spec, int replication) {
    List<DayOfNode> days = new ArrayList<>();
    Simulation.trace(
        chain,
        scenario,
        spec,
        replication,
        day -> {
          if (day.node().equals("Shop")) {
            days.add(day);
          }
        });
    return Bullwhip.ratio(
            days.stream().mapToDouble(DayOfNode::ordered).toArray(),
            days.stream().mapToDouble(DayOfNode::asked).toArray())
        .orElseThrow();
  }

  @Test
  void demandThatNeverVariesHasNoRatio() {
    Chain chain = DrawnChain.of("Mine -> Shop: ore, lead 2\nShop sells ore: 10, margin 1\n");
    Bullwhips swings =
        Simulation.bullwhip(chain, calm(50), SimulationSpec.of(2, 1), 2, Progress.NONE);
    assertThat(swings.echelons().getFirst().undisturbed()).isNaN();
    assertThat(swings.echelons().getFirst().nodes()).isZero();
  }
}
