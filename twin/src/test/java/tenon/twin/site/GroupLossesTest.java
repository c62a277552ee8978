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
import tenon.model.Finding;
import tenon.model.Hazard;
import tenon.model.Interval;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.model.Share;

/** Expected losses of groups of sites, against closed forms and single simulations. */
class GroupLossesTest {
  private static final Window SHAPE = new Window(new Days(0), new Days(1));

  private static Disruption stops(Target.Kind kind, String id) {
    return new Disruption.CapacityLoss(new Target(kind, id), SHAPE, new Share(1));
  }

  private static Scenario scenario(int days, Hazard... hazards) {
    return new Scenario("may", new Days(days), List.of(), List.of(hazards));
  }

  private static GroupLosses losses(
      Chain chain, Scenario scenario, GroupLosses.Origin origin, SimulationSpec spec, int[]... of) {
    return Simulation.groupLosses(chain, scenario, List.of(of), origin, spec, Progress.NONE);
  }

  /**
   * A shop without stock sells 5 a day at a margin of 2 and a cost of 1 for each sale lost. Off on
   * day t with probability p_t, p_t = p_(t-1) (1 - r) + (1 - p_(t-1)) f from p_(-1) = 0, so that
   * p_t = f / (f + r) (1 - (1 - f - r)^(t + 1)); a day off costs 5 x 3.
   */
  @Test
  void aShopThatGoesOnAndOffLosesWhatTheClosedFormSays() {
    Chain shop = DrawnChain.of("Shop holds chip: 0, upto 0\nShop sells chip: 5, margin 2, lost 1");
    double f = .02;
    double r = .1;
    int days = 200;
    Hazard.Arrivals process = new Hazard.OnOff(f, r);
    Scenario scenario =
        scenario(days, new Hazard("cut", process, List.of(stops(Target.Kind.SITE, "Shop")), 1));
    double exact = 0;
    for (int t = 0; t < days; t++) {
      exact += 15 * f / (f + r) * (1 - Math.pow(1 - f - r, t + 1));
    }
    int replications = 2000;
    SimulationSpec spec = SimulationSpec.of(replications, 11).withThreads(2);
    HazardDraws draws = new HazardDraws(scenario, 11, days);
    double off = 0;
    for (int one = 0; one < replications; one++) {
      off += draws.of(one).stream().mapToDouble(cut -> cut.window().duration().value()).sum();
    }
    for (GroupLosses.Origin origin : GroupLosses.Origin.values()) {
      GroupLosses found = losses(shop, scenario, origin, spec, new int[] {0});
      double mean = found.losses().getFirst().mean();
      Interval interval = found.losses().getFirst().interval();
      double error = (interval.high() - mean) / 1.959963984540054;
      assertThat(mean).as(origin + "").isCloseTo(exact, within(4 * error));
      assertThat(error / mean).isLessThan(.03);
      // Day by day: every day off costs 15, no more and no less.
      assertThat(mean).isCloseTo(15 * off / replications, within(1e-6));
      assertThat(found.inMoney()).isTrue();
    }
  }

  private static final Chain TWO =
      DrawnChain.of(
          """
          Mine makes ore
          Mine -> Shop: ore, lead 1
          Mine in Hills
          Shop holds ore: 5, upto 10
          Shop sells ore: 5, margin 2, lost 0""");

  private static int row(String site) {
    return TWO.sites().keys().id(site);
  }

  @Test
  void whatAGroupCausesIsTheScenarioConfinedToIt() {
    String link = TWO.links().keys().key(0);
    Hazard storm =
        new Hazard(
            "storm",
            new Hazard.Once(1, 10, 10, new Hazard.Fixed(4)),
            List.of(
                stops(Target.Kind.REGION, "Hills"),
                new Disruption.LinkClosure(new Target(Target.Kind.SITE, "Shop"), SHAPE),
                new Disruption.Delay(new Target(Target.Kind.LINK, link), SHAPE, new Days(2))),
            1);
    SimulationSpec spec = SimulationSpec.of(3, 1);
    int[] mine = {row("Mine")};
    int[] shop = {row("Shop")};
    GroupLosses caused =
        losses(TWO, scenario(40, storm), GroupLosses.Origin.CAUSED, spec, mine, shop, new int[0]);
    Hazard atMine = new Hazard("storm", storm.process(), storm.marks().subList(0, 1), 1);
    Hazard atShop = new Hazard("storm", storm.process(), storm.marks().subList(1, 2), 1);
    double byMine =
        Simulation.simulate(TWO, scenario(40, atMine), spec, Progress.NONE).loss().mean();
    double byShop =
        Simulation.simulate(TWO, scenario(40, atShop), spec, Progress.NONE).loss().mean();
    assertThat(byMine).isPositive();
    assertThat(caused.losses().get(0).mean()).isCloseTo(byMine, within(1e-9));
    assertThat(caused.losses().get(1).mean()).isCloseTo(byShop, within(1e-9));
    assertThat(caused.losses().get(2).mean()).isZero();
    assertThat(caused.findings().stream().map(Finding::code)).contains("hazard-of-no-group");

    GroupLosses arising =
        losses(TWO, scenario(40, storm), GroupLosses.Origin.ARISING, spec, mine, shop);
    double whole = Simulation.simulate(TWO, scenario(40, storm), spec, Progress.NONE).loss().mean();
    assertThat(arising.losses().get(0).mean()).isZero();
    assertThat(arising.losses().get(1).mean()).isCloseTo(whole, within(1e-9));
    assertThat(arising.findings().stream().map(Finding::code)).doesNotContain("hazard-of-no-group");
  }

  /** A region of which only one site is in the group: that site alone is hit. */
  @Test
  void aRegionIsConfinedToTheSitesOfTheGroup() {
    Chain chain =
        DrawnChain.of(
            """
            A holds chip: 0, upto 0
            A sells chip: 5, margin 2, lost 0
            B holds chip: 0, upto 0
            B sells chip: 1, margin 2, lost 0
            A in Hills
            B in Hills""");
    Hazard flood =
        new Hazard(
            "flood",
            new Hazard.Once(1, 0, 0, new Hazard.Fixed(3)),
            List.of(stops(Target.Kind.REGION, "Hills")),
            1);
    int[] a = {chain.sites().keys().id("A")};
    int[] b = {chain.sites().keys().id("B")};
    int[] both = {a[0], b[0]};
    for (GroupLosses.Origin origin : GroupLosses.Origin.values()) {
      List<GroupLosses.Expected> found =
          losses(chain, scenario(10, flood), origin, SimulationSpec.of(2, 1), a, b, both).losses();
      // Three days of 5 and of 1 at a margin of 2.
      assertThat(found.get(0).mean()).isCloseTo(30, within(1e-9));
      assertThat(found.get(1).mean()).isCloseTo(6, within(1e-9));
      assertThat(found.get(2).mean()).isCloseTo(36, within(1e-9));
    }
  }

  @Test
  void theSameAtAnyNumberOfThreads() {
    Hazard often =
        new Hazard(
            "often",
            new Hazard.Poisson(20, new Hazard.Exponential(5)),
            List.of(stops(Target.Kind.SITE, "Mine")),
            .5);
    SimulationSpec spec = SimulationSpec.of(300, 5);
    int[] mine = {row("Mine")};
    int[] shop = {row("Shop")};
    for (GroupLosses.Origin origin : GroupLosses.Origin.values()) {
      GroupLosses one = losses(TWO, scenario(100, often), origin, spec, mine, shop);
      GroupLosses two = losses(TWO, scenario(100, often), origin, spec.withThreads(2), mine, shop);
      assertThat(two).isEqualTo(one);
      assertThat(one.losses().get(origin == GroupLosses.Origin.CAUSED ? 0 : 1).mean()).isPositive();
    }
  }
}
