package tenon.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Disruption;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.twin.site.DrawnChain;
import tenon.twin.site.RandomChain;
import tenon.twin.site.Rules;
import tenon.twin.site.SimulationSpec;

class RandomChainsTest {
  private static final int CASES = 60;
  private static final int DAYS = 30;

  private static Plan plan(RandomChain drawn, Scenario scenario, PlanSpec spec) {
    return Reallocation.plan(DrawnChain.of(drawn.text()), scenario, spec, Progress.NONE);
  }

  private static double loss(Losses losses) {
    return losses.weighted() + losses.lateUnitDays() * 3e-3;
  }

  @Test
  void whatIsLeftOutChangesNoOptimum() {
    PlanSpec spec = PlanSpec.standard().withPeriods(1, DAYS);
    for (long seed = 0; seed < CASES; seed++) {
      RandomChain drawn = new RandomChain(seed);
      Scenario scenario = drawn.scenario(DAYS);
      Plan small = plan(drawn, scenario, spec);
      Plan whole = plan(drawn, scenario, spec.withReduced(false));
      String what = "seed " + seed + "\n" + drawn.text() + scenario;
      same(what, loss(small.withPlan()), loss(whole.withPlan()));
      same(what, loss(small.withoutPlan()), loss(whole.withoutPlan()));
    }
  }

  private static void same(String what, double ours, double other) {
    assertThat(ours).as(what).isCloseTo(other, within(1e-6 * (1 + other)));
  }

  @Test
  void withDailyPeriodsPlainProgrammeAndPlanAgree() {
    PlanSpec spec = PlanSpec.standard().withPeriods(1, DAYS);
    for (long seed = 0; seed < CASES; seed++) {
      RandomChain drawn = new RandomChain(seed);
      Scenario scenario = drawn.scenario(DAYS);
      double ours = leastLoss(drawn, scenario, spec);
      double plain = new PlainDailyProgramme(setting(drawn, scenario, spec), true).loss();
      same("seed " + seed + "\n" + drawn.text() + scenario, ours, plain);
    }
  }

  @Test
  void longerPeriodsOfStepsAreNeverBetterThanDays() {
    int worse = 0;
    double gap = 0;
    for (long seed = 0; seed < CASES; seed++) {
      RandomChain drawn = new RandomChain(seed);
      Scenario scenario = steps(drawn.scenario(DAYS));
      PlanSpec daily = PlanSpec.standard().withPeriods(1, DAYS);
      double fine = leastLoss(drawn, scenario, daily);
      double coarse = leastLoss(drawn, scenario, PlanSpec.standard().withPeriods(7, DAYS));
      assertThat(coarse)
          .as("seed " + seed + "\n" + drawn.text() + scenario)
          .isGreaterThanOrEqualTo(fine - 1e-3 * (1 + fine));
      worse += coarse > fine * 1.001 + 1e-3 ? 1 : 0;
      gap = Math.max(gap, (coarse - fine) / (1 + fine));
    }
    System.out.println("longer periods lose more in " + worse + " of " + CASES + ", most " + gap);
  }

  @Test
  void largeProgrammeLosesNoMoreThanItSaysBesideTheWhole() {
    PlanSpec spec = PlanSpec.standard().withPeriods(1, DAYS);
    int left = 0;
    for (long seed = 0; seed < CASES; seed++) {
      RandomChain drawn = new RandomChain(seed);
      Scenario scenario = drawn.scenario(DAYS);
      Solving whole = solved(drawn, scenario, spec.withReduced(false), false);
      Solving large = solved(drawn, scenario, spec, true);
      double least = lost(whole);
      double most = lost(large);
      String what = "seed " + seed + "\n" + drawn.text() + scenario;
      assertThat(large.optimum.isLarge()).as(what).isTrue();
      assertThat(most).as(what).isGreaterThanOrEqualTo(least - 1e-6 * (1 + least));
      double bound = large.left ? large.mostLeft : 0;
      assertThat(most - bound).as(what).isLessThanOrEqualTo(least + 1e-6 * (1 + least));
      left += large.left ? 1 : 0;
    }
    System.out.println("large programmes that stopped growing: " + left + " of " + CASES);
  }

  @Test
  void nothingLosesLessThanTheProgrammeWithAllOutsideHelping() {
    PlanSpec spec = PlanSpec.standard().withPeriods(1, DAYS);
    int apart = 0;
    for (long seed = 0; seed < CASES; seed++) {
      RandomChain drawn = new RandomChain(seed);
      Scenario scenario = drawn.scenario(DAYS);
      Setting small = new Setting(rules(drawn, scenario, spec), spec);
      Setting all = setting(drawn, scenario, spec);
      Timeline timeline = Timeline.of(all, spec);
      double least = least(new Programme(all, timeline, new Tariffs(all.rules), List.of()));
      double relaxed =
          least(new Programme(small, timeline, new Tariffs(small.rules), List.of(), true));
      double held = least(new Programme(small, timeline, new Tariffs(small.rules), List.of()));
      String what = "seed " + seed + "\n" + drawn.text() + scenario;
      assertThat(relaxed).as(what).isLessThanOrEqualTo(least + 1e-6 * (1 + least));
      assertThat(held).as(what).isGreaterThanOrEqualTo(least - 1e-6 * (1 + least));
      apart += held > relaxed + 1e-6 ? 1 : 0;
    }
    assertThat(apart).as("cases in which the bound says something").isPositive();
  }

  /** Least loss of the plan alone, before which all goes on as it likes, days of all demand. */
  private static double least(Programme programme) {
    try (Optimum optimum = Optimum.ofPlan(programme, false)) {
      return programme.lost(optimum.leastLoss);
    }
  }

  private static double lost(Solving solving) {
    return solving.programme.lost(solving.optimum.leastLoss);
  }

  private static Solving solved(
      RandomChain drawn, Scenario scenario, PlanSpec spec, boolean large) {
    Setting setting = new Setting(rules(drawn, scenario, spec), spec);
    setting.work = large ? 1 : setting.work;
    Solving solving = new Solving(setting, Timeline.of(setting, spec));
    solving.solve();
    return solving;
  }

  private static Rules rules(RandomChain drawn, Scenario scenario, PlanSpec spec) {
    return Rules.of(DrawnChain.of(drawn.text()), scenario, Setting.simulation(spec));
  }

  private static Scenario steps(Scenario scenario) {
    return new Scenario(
        scenario.name(),
        scenario.horizon(),
        scenario.disruptions().stream()
            .filter(disruption -> disruption.window().recovery() == Disruption.Recovery.STEP)
            .toList());
  }

  private static Setting setting(RandomChain drawn, Scenario scenario, PlanSpec spec) {
    return new Setting(rules(drawn, scenario, spec), spec.withReduced(false));
  }

  /** Optimum of the first objective, money. */
  private static double leastLoss(RandomChain drawn, Scenario scenario, PlanSpec spec) {
    Solving solving = solved(drawn, scenario, spec, false);
    Setting setting = solving.programme.setting;
    Rules rules = setting.rules;
    double loss = 0;
    Columns columns = solving.programme.columns;
    for (int column = 0; column < columns.count; column++) {
      loss += columns.loss[column] * solving.optimum.planned[column];
    }
    loss *= setting.worth.perDay;
    for (int demand = 0; demand < rules.demands(); demand++) {
      if (rules.lost(demand) && setting.isIn(rules.demandNode(demand))) {
        for (int day = 0; day < DAYS; day++) {
          loss +=
              setting.worth.weight(demand)
                  * setting.usual.served(demand)
                  * rules.demandFactor(demand, day);
        }
      }
    }
    return loss;
  }

  @Test
  void aPlanNeverLosesMoreThanNoPlan() {
    for (long seed = 0; seed < CASES; seed++) {
      RandomChain drawn = new RandomChain(seed);
      Plan plan = plan(drawn, drawn.scenario(DAYS), PlanSpec.standard());
      double without = loss(plan.withoutPlan());
      assertThat(loss(plan.withPlan()))
          .as("seed " + seed)
          .isLessThanOrEqualTo(without + 1e-5 * (1 + without));
    }
  }

  @Test
  void aPlanIsTheSameOnEveryRunAndCanBeCarriedOut() {
    for (long seed = 0; seed < 10; seed++) {
      RandomChain drawn = new RandomChain(seed);
      Scenario scenario = drawn.scenario(DAYS);
      Chain chain = DrawnChain.of(drawn.text());
      Plan plan = plan(drawn, scenario, PlanSpec.standard());
      assertThat(plan(drawn, scenario, PlanSpec.standard()).moves()).isEqualTo(plan.moves());
      SimulationSpec spec = SimulationSpec.of(4, seed).withChecking(SimulationSpec.Checking.STEP);
      Comparison comparison = Rehearsal.compare(chain, scenario, plan, spec, Progress.NONE);
      assertThat(comparison.planned().replications()).isEqualTo(4);
    }
  }
}
