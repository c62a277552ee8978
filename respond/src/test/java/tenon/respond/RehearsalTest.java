package tenon.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption.LinkClosure;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Finding;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.twin.site.DrawnChain;
import tenon.twin.site.SimulationSpec;

class RehearsalTest {
  /** With West cut off, Spare brings 6 a day of the 10 that Dear and Cheap share in proportion. */
  private static final Chain CHAIN =
      DrawnChain.of(
          """
          West -> Shop: ore, share 1, cap 10, lead 1, id west
          Spare -> Shop: ore, cap 6, lead 2, standby 3, id spare
          Shop holds ore: 12, upto 22
          Shop -> Dear: ore, lead 0, id dear
          Shop -> Cheap: ore, lead 0, id cheap
          Dear holds ore: 0, upto 0
          Cheap holds ore: 0, upto 0
          Dear makes pin: 1 ore
          Cheap makes tin: 1 ore
          Dear holds pin: 0, upto 0
          Cheap holds tin: 0, upto 0
          Dear sells pin: 5, lost 1, margin 20
          Cheap sells tin: 5, lost 1, margin 2""");

  private static final Scenario CUT =
      new Scenario(
          "cut",
          new Days(60),
          List.of(
              new LinkClosure(
                  new Target(Target.Kind.LINK, "west"), new Window(new Days(10), new Days(20)))));

  @Test
  void thePlanServesTheDearestFirstAndBeatsTheOwnRuleWhichBeatsNothing() {
    Plan plan = Reallocation.plan(CHAIN, CUT, PlanSpec.standard(), Progress.NONE);
    SimulationSpec spec = SimulationSpec.of(8, 1).withChecking(SimulationSpec.Checking.STEP);
    Comparison comparison = Rehearsal.compare(CHAIN, CUT, plan, spec, Progress.NONE);
    double nothing = comparison.nothing().loss().mean();
    double own = comparison.ownRule().loss().mean();
    double planned = comparison.planned().loss().mean();
    assertThat(own).isLessThan(nothing - 1);
    assertThat(planned).isLessThan(own - 1);
    assertThat(comparison.planAgainstOwnRule().mean()).isCloseTo(own - planned, within(1e-9 * own));
    assertThat(comparison.planAgainstOwnRule().interval().low()).isPositive();
  }

  @Test
  void everyFindingIsWordedInBothLanguages() {
    Plan plan =
        Reallocation.plan(CHAIN, CUT, PlanSpec.standard().withPeriods(30, 2), Progress.NONE);
    assertThat(plan.findings()).extracting(Finding::code).contains("periods-merged", "cost-blank");
    for (Finding finding : plan.findings()) {
      assertThat(finding.text(Locale.ENGLISH)).doesNotContain("{");
      assertThat(finding.text(Locale.SIMPLIFIED_CHINESE)).doesNotContain("{");
    }
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    var english = java.util.ResourceBundle.getBundle(Doubts.BUNDLE, Locale.ROOT);
    var chinese = java.util.ResourceBundle.getBundle(Doubts.BUNDLE, Locale.SIMPLIFIED_CHINESE);
    assertThat(chinese.getLocale().getLanguage()).isEqualTo("zh");
    assertThat(java.util.Collections.list(english.getKeys())).isNotEmpty();
    for (String key : java.util.Collections.list(english.getKeys())) {
      assertThat(chinese.getString(key)).as(key).isNotEqualTo(english.getString(key));
    }
  }
}
