package tenon.respond.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption.LinkClosure;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.respond.Plan;
import tenon.respond.PlanSpec;
import tenon.respond.Reallocation;
import tenon.respond.check.PlanCheck;
import tenon.twin.site.DrawnChain;

/** Who stood in before stands in again, as fast, as much and at the cost that the cases tell. */
class CaseOptionsTest {
  private static final Chain CHAIN =
      DrawnChain.of(
          """
          Mine -> Shop: ore, share 1, cap 10, price 1, freight 2, id mine
          Other -> Yard: tin, share 1, cap 5
          Shop holds ore: 0, upto 0
          Shop sells ore: 10, lost 1, margin 3""");

  private static final Scenario CUT =
      new Scenario(
          "cut",
          new Days(30),
          List.of(
              new LinkClosure(
                  new Target(Target.Kind.LINK, "mine"), new Window(new Days(5), new Days(10)))));

  private static Case one(String id, String site, double perDay, double hours, double cost) {
    return new Case(
        id,
        "title",
        List.of("ore"),
        "",
        "",
        "fire",
        LocalDate.of(2020, 1, 1),
        10,
        0.5,
        List.of(
            new Case.Outcome(
                "standby_supplier", hours, 0.5, cost, new Case.Supply(site, "ore", perDay))),
        List.of(),
        null,
        "told");
  }

  @Test
  void theMostThatWasDeliveredTheMeanOfTimeAndCost() {
    CaseOptions cases =
        CaseOptions.of(
            CHAIN,
            List.of(
                one("a", "Other", 4, 48, 100),
                one("b", "Other", 6, 96, 300),
                one("c", "Elsewhere", 9, 1, 1)));
    CaseOptions.Option option = cases.options().getFirst();
    assertThat(option.caseIds()).containsExactly("a", "b");
    assertThat(option.perDay()).isEqualTo(6);
    assertThat(option.activationDays()).isEqualTo(3);
    assertThat(option.cost()).isEqualTo(200);
    assertThat(option.recipeId()).isEqualTo("case:Other:ore");
    assertThat(option.linkIds()).containsExactly("case:Other:ore>Shop");
    assertThat(cases.elsewhere()).containsExactly(new CaseOptions.Elsewhere("c", "Elsewhere"));

    PlanSpec spec = PlanSpec.standard();
    assertThat(Reallocation.plan(CHAIN, CUT, spec, Progress.NONE).withPlan().lostUnits())
        .isCloseTo(100, within(1e-6));
    Plan plan = Reallocation.plan(cases.chain(), CUT, spec, Progress.NONE);
    assertThat(PlanCheck.violations(cases.chain(), CUT, spec, plan)).isEmpty();
    // Seven of ten days at 6 of 10; 200 paid once, though two rows open; freight 2 as by the mine.
    assertThat(plan.withPlan().lostUnits()).isCloseTo(58, within(1e-4));
    assertThat(plan.cost().activation()).isEqualTo(200);
    assertThat(plan.cost().freight()).isCloseTo(84, within(1e-3));
  }

  @Test
  void nothingIsAddedWhereNoCaseTellsWhoStoodIn() {
    CaseOptions cases = CaseOptions.of(CHAIN, List.of());
    assertThat(cases.chain()).isSameAs(CHAIN);
    assertThat(cases.options()).isEmpty();
  }
}
