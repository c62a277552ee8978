package tenon.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Days;
import tenon.model.Disruption.LinkClosure;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.model.Scenario;
import tenon.twin.site.DrawnChain;

/**
 * Mine is cut off for ten days; Cheap costs 1 a unit and emits 5 kg, Clean costs 3 and emits 1 kg.
 * A unit that is not sold loses 4.
 */
class GoalsTest {
  private static final Scenario CUT =
      new Scenario(
          "cut",
          new Days(30),
          List.of(
              new LinkClosure(
                  new Target(Target.Kind.LINK, "mine"), new Window(new Days(5), new Days(10)))));

  private static final Chain CHAIN = chain();

  private static Chain chain() {
    Chain drawn =
        DrawnChain.of(
            """
            Mine -> Shop: ore, share 1, cap 10, price 1, id mine
            Cheap -> Shop: ore, cap 20, price 1, freight 1, standby 0, id cheap
            Clean -> Shop: ore, cap 20, price 1, freight 3, standby 0, id clean
            Shop holds ore: 0, upto 0
            Shop sells ore: 10, lost 1, margin 3""");
    ChainEdit edit = ChainEdit.of(drawn);
    int cheap = drawn.links().keys().id("cheap");
    int clean = drawn.links().keys().id("clean");
    return edit.set(Resource.SOURCING, cheap, "co2_kg_per_unit", 5)
        .set(Resource.SOURCING, clean, "co2_kg_per_unit", 1)
        .chain();
  }

  private static double shipped(Plan plan, String link) {
    double units = 0;
    for (int period = 0; period < plan.periods().size(); period++) {
      units +=
          plan.flows().linkPerDay(period, CHAIN.links().keys().id(link))
              * plan.periods().get(period).days();
    }
    return units;
  }

  private static Plan plan(String goals, Ban ban) {
    PlanSpec spec = PlanSpec.standard().withGoals(Goals.parse(goals).orElseThrow()).withBan(ban);
    return Reallocation.plan(CHAIN, CUT, spec, Progress.NONE);
  }

  private static void ships(String goals, double cheap, double clean) {
    Plan plan = plan(goals, Ban.NONE);
    assertThat(shipped(plan, "cheap")).as(goals).isCloseTo(cheap, within(1e-4));
    assertThat(shipped(plan, "clean")).as(goals).isCloseTo(clean, within(1e-4));
  }

  @Test
  void goalsInOrderChooseAmongPlansThatLoseTheSame() {
    ships("shortfall", 100, 0);
    ships("shortfall,cost", 100, 0);
    ships("shortfall,co2", 0, 100);
    ships("shortfall,co2,cost", 0, 100);
    ships("shortfall,cost,co2", 100, 0);
  }

  @Test
  void weightsArePricesAgainstTheShortfall() {
    ships("shortfall:1,cost:1", 100, 0);
    ships("shortfall:1,cost:1,co2:0.25", 100, 0); // 1 + 1.25 against 3 + 0.25
    ships("shortfall:1,cost:1,co2:0.55", 0, 100); // 1 + 2.75 against 3 + 0.55
    ships("shortfall:1,co2:5", 0, 0); // even 1 kg costs 5, more than the 4 that are lost
    assertThat(plan("shortfall:1,co2:5", Ban.NONE).withPlan().lostUnits())
        .isCloseTo(100, within(1e-4));
    ships("shortfall:2,cost:2,co2:0.5", 100, 0);
  }

  @Test
  void aBanClosesWhatItNamesFromTheDecisionOn() {
    Plan plan = plan("shortfall,cost", new Ban(Set.of("Cheap"), Set.of()));
    assertThat(shipped(plan, "cheap")).isZero();
    assertThat(shipped(plan, "clean")).isCloseTo(100, within(1e-4));
    Plan excepted = plan("shortfall,cost", new Ban(Set.of("Cheap"), Set.of("Cheap")));
    assertThat(shipped(excepted, "cheap")).isCloseTo(100, within(1e-4));
    // The usual source banned for good: the others stand in for the days after the cut, too.
    Plan usual = plan("shortfall,cost", new Ban(Set.of("Mine"), Set.of()));
    assertThat(shipped(usual, "cheap")).isCloseTo(250, within(1e-3));
    assertThat(usual.withPlan().lostUnits()).isCloseTo(0, within(1e-4));
  }

  @Test
  void nothingLeftIsAShortfallAndNoFailure() {
    Plan plan = plan("shortfall,cost", new Ban(Set.of("Mine", "Cheap", "Clean"), Set.of()));
    assertThat(plan.withPlan().lostUnits()).isCloseTo(250, within(1e-3));
    assertThat(plan.withPlan().lostMargin()).isCloseTo(1000, within(1e-2));
  }

  @Test
  void whatIsNoGoalIsRefused() {
    for (String text :
        List.of(
            "",
            "cost",
            "cost,shortfall",
            "shortfall,profit",
            "shortfall:1,cost",
            "shortfall:0,cost:1",
            "shortfall:1,cost:-1",
            "shortfall,shortfall",
            "shortfall:1:2")) {
      assertThat(Goals.parse(text)).as(text).isEmpty();
    }
  }
}
