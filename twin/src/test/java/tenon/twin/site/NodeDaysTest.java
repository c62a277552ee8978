package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Hazard;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.twin.site.NodeDays.Amount;

class NodeDaysTest {
  private static final int DAYS = 30;

  /** Every row agrees with the trace of its replication, which is run alone. */
  @Test
  void everyReplicationTakesTheCourseItTakesAlone() {
    for (long seed = 0; seed < 30; seed++) {
      RandomChain drawn = new RandomChain(seed);
      Chain chain = DrawnChain.of(drawn.text());
      Scenario certain = drawn.scenario(DAYS);
      List<Hazard> hazards =
          seed % 2 == 0
              ? List.of()
              : List.of(
                  new Hazard("storms", new Hazard.Poisson(20, new Hazard.Fixed(4)), marks(), 1));
      agrees(chain, new Scenario("drawn", new Days(DAYS), certain.disruptions(), hazards), seed);
    }
  }

  private static List<Disruption> marks() {
    Target raw = new Target(Target.Kind.SITE, "Raw0");
    return List.of(new Disruption.LinkClosure(raw, new Window(new Days(0), new Days(1))));
  }

  private static void agrees(Chain chain, Scenario scenario, long seed) {
    int replications = 5;
    SimulationSpec spec = SimulationSpec.of(replications, seed);
    List<List<DayOfNode>> traces = new ArrayList<>();
    for (int r = 0; r < replications; r++) {
      List<DayOfNode> trace = new ArrayList<>();
      Simulation.trace(chain, scenario, spec, r, trace::add);
      traces.add(trace);
    }
    NodeDays rows = Simulation.nodeDays(chain, scenario, spec);
    int[] at = new int[replications];
    while (rows.next()) {
      int r = rows.replication();
      DayOfNode alone = traces.get(r).get(at[r]++);
      String what = "seed " + seed + ", " + rows.replication() + ", " + alone;
      assertThat(rows.day()).as(what).isEqualTo(alone.day());
      assertThat(alone.node()).as(what).startsWith(rows.siteId());
      same(what, rows.units(Amount.LEVEL), alone.level());
      same(what, rows.units(Amount.ORDERED), alone.ordered());
      same(what, rows.units(Amount.RECEIVED), alone.received());
      same(what, rows.units(Amount.SHIPPED), alone.shipped());
    }
    assertThat(rows.count()).isEqualTo((long) replications * traces.getFirst().size());
    assertThat(rows.done()).isEqualTo(rows.count());
  }

  private static void same(String what, double ours, double alone) {
    assertThat(ours).as(what).isCloseTo(alone, within(1e-9 * (1 + Math.abs(alone))));
  }

  /**
   * By hand: 5 a day, a day from mine to shop, 15 on hand. Nothing leaves the mine on days 1 and 2:
   * its shop sells 5 a day of 15 and receives nothing on days 2 and 3; what was owed comes on day
   * 4.
   */
  @Test
  void aClosedLinkByHand() {
    Chain chain =
        DrawnChain.of(
            """
            Mine -> Shop: ore, lead 1
            Shop holds ore: 15, upto 20
            Shop sells ore: 5, margin 2""");
    Target shop = new Target(Target.Kind.SITE, "Shop");
    Disruption closed = new Disruption.LinkClosure(shop, new Window(new Days(1), new Days(2)));
    Scenario scenario = new Scenario("closed", new Days(6), List.of(closed));
    NodeDays rows = Simulation.nodeDays(chain, scenario, SimulationSpec.of(2, 1));
    List<String> told = new ArrayList<>();
    while (rows.next()) {
      if (rows.replication() == 1) {
        told.add(
            rows.siteId()
                + " "
                + rows.day()
                + ": "
                + rows.units(Amount.ON_HAND)
                + " "
                + rows.units(Amount.RECEIVED)
                + " "
                + rows.units(Amount.SERVED));
      }
    }
    assertThat(told)
        .containsExactly(
            "Shop 0: 15.0 5.0 5.0",
            "Shop 1: 15.0 5.0 5.0",
            "Shop 2: 10.0 0.0 5.0",
            "Shop 3: 5.0 0.0 5.0",
            "Shop 4: 15.0 15.0 5.0",
            "Shop 5: 15.0 5.0 5.0");
  }

  @Test
  void plansMadeOnTheWayAreRefused() {
    Chain chain = DrawnChain.of("Mine -> Shop: ore\nShop sells ore: 5, margin 2\n");
    Scenario calm = new Scenario("calm", new Days(3), List.of());
    Steering steering = morning -> null;
    SimulationSpec spec = SimulationSpec.of(1, 1).withResponse(steering);
    assertThatThrownBy(() -> Simulation.nodeDays(chain, calm, spec))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Simulation.simulate(chain, calm, SimulationSpec.of(1, 1), Progress.NONE).days())
        .isEqualTo(3);
  }
}
