package tenon.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.twin.site.DrawnChain;
import tenon.twin.site.RandomChain;
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
    assertThat(ours).as(what).isCloseTo(other, within(1e-5 * (1 + other)));
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
      SimulationSpec spec =
          SimulationSpec.of(4, seed).withChecking(SimulationSpec.Checking.STEP);
      Comparison comparison = Rehearsal.compare(chain, scenario, plan, spec, Progress.NONE);
      assertThat(comparison.planned().replications()).isEqualTo(4);
    }
  }
}
