package tenon.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption.LinkClosure;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.respond.check.PlanCheck;
import tenon.respond.check.Violation;
import tenon.respond.check.Violation.Kind;
import tenon.twin.site.DrawnChain;
import tenon.twin.site.Planned;
import tenon.twin.site.RandomChain;
import tenon.twin.site.Rules;

/** The check passes what the planner makes, and catches every fault that is put into it. */
class BrokenPlansTest {
  private static final Chain CHAIN =
      DrawnChain.of(
          """
          West -> Shop: ore, share 1, cap 10, lead 1, price 2, freight 1, id west
          Spare -> Shop: ore, cap 6, lead 2, standby 3, price 3, freight 2, id spare
          Shop holds ore: 12, upto 22
          Shop makes pin: 1 ore, cap 12, id pins
          Shop holds pin: 0, upto 0
          Shop sells pin: 10, lost 1, margin 20""");

  private static final Scenario CUT =
      new Scenario(
          "cut",
          new Days(40),
          List.of(
              new LinkClosure(
                  new Target(Target.Kind.LINK, "west"), new Window(new Days(10), new Days(20)))));

  private static final PlanSpec SPEC = PlanSpec.standard();
  private static final Plan PLAN = Reallocation.plan(CHAIN, CUT, SPEC, Progress.NONE);

  /** The rates of a plan, to be spoilt. */
  private static final class Rates {
    final double[][] links;
    final double[][] recipes;
    final double[][] inputs;
    final double[][] served;
    final int[] days;

    Rates(Plan plan) {
      int periods = plan.periods().size();
      days = new int[periods + 1];
      links = new double[periods][2];
      recipes = new double[periods][1];
      inputs = new double[periods][1];
      served = new double[periods][1];
      for (int period = 0; period < periods; period++) {
        days[period + 1] = plan.periods().get(period).firstDayAfter();
        links[period][0] = plan.flows().linkPerDay(period, 0);
        links[period][1] = plan.flows().linkPerDay(period, 1);
        recipes[period][0] = plan.flows().recipePerDay(period, 0);
        inputs[period][0] = plan.flows().inputPerDay(period, 0);
        served[period][0] = plan.flows().servedPerDay(period, 0);
      }
    }

    Planned planned() {
      return new Planned(days, links, recipes, inputs, served, new double[2], new double[1]);
    }
  }

  private static Plan broken(Consumer<Rates> fault) {
    Rates rates = new Rates(PLAN);
    fault.accept(rates);
    PlannedFlows flows = PLAN.flows();
    var usual =
        new PlannedFlows.Usual(
            new double[] {flows.usualLinkPerDay(0), flows.usualLinkPerDay(1)},
            new double[] {flows.usualRecipePerDay(0)},
            new double[] {flows.usualInputPerDay(0)},
            new double[] {flows.usualServedPerDay(0)});
    return with(new PlannedFlows(usual, rates.planned(), rates.planned()), PLAN.moves());
  }

  private static Plan with(PlannedFlows flows, List<Move> moves) {
    return with(flows, moves, PLAN.withPlan(), PLAN.cost());
  }

  private static Plan with(PlannedFlows flows, List<Move> moves, Losses losses, Cost cost) {
    return new Plan(
        PLAN.scenario(),
        PLAN.horizonDays(),
        PLAN.decisionDay(),
        PLAN.inMoney(),
        PLAN.periods(),
        flows,
        moves,
        PLAN.activations(),
        losses,
        PLAN.withoutPlan(),
        PLAN.demands(),
        PLAN.products(),
        cost,
        PLAN.contracts(),
        PLAN.aboveCap(),
        PLAN.coverage(),
        PLAN.prices(),
        PLAN.size(),
        PLAN.findings());
  }

  private static List<Kind> kinds(Plan plan) {
    return PlanCheck.violations(CHAIN, CUT, SPEC, plan).stream().map(Violation::kind).toList();
  }

  private static int period(int day) {
    for (int period = 0; period < PLAN.periods().size(); period++) {
      if (day < PLAN.periods().get(period).firstDayAfter()) {
        return period;
      }
    }
    throw new AssertionError(day);
  }

  @Test
  void theSoundPlanPasses() {
    assertThat(PlanCheck.violations(CHAIN, CUT, SPEC, PLAN)).isEmpty();
    PlanCheck.require(CHAIN, CUT, SPEC, PLAN);
    assertThat(kinds(broken(_ -> {}))).isEmpty();
  }

  @Test
  void whatFlowsThroughAClosedLinkIsCaught() {
    assertThat(kinds(broken(rates -> rates.links[period(15)][0] = 4))).contains(Kind.CAPACITY);
  }

  @Test
  void moreThanACapacityIsCaught() {
    assertThat(kinds(broken(rates -> rates.links[period(20)][1] = 6.1))).contains(Kind.CAPACITY);
    assertThat(kinds(broken(rates -> rates.recipes[period(35)][0] = 12.2)))
        .contains(Kind.CAPACITY, Kind.INPUTS);
  }

  @Test
  void aStandbySourceBeforeItIsOpenIsCaught() {
    assertThat(kinds(broken(rates -> rates.links[period(10)][1] = 3))).contains(Kind.STANDBY);
  }

  @Test
  void goodsThatNeverCameAreCaught() {
    assertThat(kinds(broken(rates -> rates.links[period(20)][1] -= 2))).contains(Kind.STOCK);
  }

  @Test
  void outputWithoutItsInputIsCaught() {
    assertThat(kinds(broken(rates -> rates.inputs[period(20)][0] -= 1))).contains(Kind.INPUTS);
  }

  @Test
  void moreServedThanAskedForIsCaught() {
    assertThat(kinds(broken(rates -> rates.served[period(35)][0] = 11))).contains(Kind.DEMAND);
  }

  @Test
  void servedLessThanIsToldIsALossUntold() {
    assertThat(kinds(broken(rates -> rates.served[period(35)][0] = 9))).contains(Kind.LOSS);
  }

  @Test
  void aLossMadeSmallAndACostMadeSmallAreCaught() {
    Losses told = PLAN.withPlan();
    Losses small =
        new Losses(
            told.lostMargin() * .99,
            told.weighted(),
            told.lostUnits(),
            told.lateUnitDays(),
            told.waiting());
    assertThat(kinds(with(PLAN.flows(), PLAN.moves(), small, PLAN.cost())))
        .containsExactly(Kind.LOSS);
    Cost cost = PLAN.cost();
    assertThat(cost.freight()).isPositive();
    Cost cheap =
        new Cost(cost.production(), cost.purchase(), 0, cost.tariff(), cost.holding(), 0, 0);
    assertThat(kinds(with(PLAN.flows(), PLAN.moves(), told, cheap))).containsExactly(Kind.COST);
  }

  @Test
  void aMoveLeftOutAndAMoveMadeUpAreCaught() {
    List<Move> fewer = new ArrayList<>(PLAN.moves());
    Move first = fewer.removeFirst();
    assertThat(kinds(with(PLAN.flows(), fewer))).contains(Kind.MOVE).doesNotContain(Kind.STOCK);
    Move other =
        new Move(
            first.kind(),
            first.rowId(),
            first.productId(),
            first.fromSiteId(),
            first.toSiteId(),
            first.firstDay(),
            first.firstDayAfter(),
            first.usualPerDay(),
            first.plannedPerDay() + 1,
            first.standby(),
            first.insteadOf(),
            first.worth());
    fewer.add(other);
    assertThat(kinds(with(PLAN.flows(), fewer))).contains(Kind.MOVE);
  }

  @Test
  void aBanThatIsNotKeptIsCaughtAndTheFaultIsNamed() {
    PlanSpec banned = SPEC.withBan(new Ban(Set.of("Spare"), Set.of()));
    assertThat(PlanCheck.violations(CHAIN, CUT, banned, PLAN))
        .extracting(Violation::kind)
        .contains(Kind.BAN);
    assertThatThrownBy(() -> PlanCheck.require(CHAIN, CUT, banned, PLAN))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("BAN at spare");
  }

  @Test
  void everyPlanOfSixtyRandomChainsPasses() {
    for (long seed = 0; seed < 60; seed++) {
      RandomChain drawn = new RandomChain(seed);
      Chain chain = DrawnChain.of(drawn.text());
      Scenario scenario = drawn.scenario(30);
      for (PlanSpec spec : List.of(SPEC, SPEC.withDecisionDay(12), SPEC.withPeriods(1, 30))) {
        Plan plan = Reallocation.plan(chain, scenario, spec, Progress.NONE);
        assertThat(PlanCheck.violations(chain, scenario, spec, plan))
            .as("seed " + seed + "\n" + drawn.text() + scenario)
            .isEmpty();
      }
    }
  }

  /** A usual flow of 5/6 has no end of digits; rounded up, it would cost a million a unit more. */
  @Test
  void usualFlowsThatAreNoRoundNumbersCostNothing() {
    Chain chain =
        DrawnChain.of(
            """
            Mine -> Plant: ore, share 1, cap 10, price 1000000, freight 1000000
            Mine -> Other: ore, share 1, cap 10, id other
            Plant makes pin: 1 ore, cap 12, cost 1000000
            Other makes tin: 1 ore, cap 12
            Plant sells pin: 0.8333333333333334, lost 1, margin 20
            Other sells tin: 10, lost 1, margin 20""");
    Scenario stop =
        new Scenario(
            "stop",
            new Days(40),
            List.of(
                new LinkClosure(
                    new Target(Target.Kind.LINK, "other"), new Window(new Days(10), new Days(5)))));
    PlanSpec whole = SPEC.withReduced(false);
    Plan plan = Reallocation.plan(chain, stop, whole, Progress.NONE);
    assertThat(plan.cost().production()).isZero();
    assertThat(PlanCheck.violations(chain, stop, whole, plan)).isEmpty();
  }

  /** A plan begun in the middle of the same course loses what the first one still had to lose. */
  @Test
  void rulesOfTheBeginningAndOfTheFirstMorningAreTheSame() {
    Rules rules = Rules.of(CHAIN, CUT, Setting.simulation(SPEC));
    assertThat(rules.daysBefore()).isZero();
    assertThat(PlanCheck.violations(rules, SPEC, PLAN)).isEmpty();
  }
}
