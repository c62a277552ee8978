package tenon.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenon.twin.site.Assumptions;
import tenon.twin.site.SimulationSpec;

class PlanSpecTest {

  private static final Assumptions SLOW = new Assumptions(9, 30, 7, 2, 0.25);
  private static final Ban BAN = new Ban(Set.of("North"), Set.of("Mill"));
  private static final ShareCap CAP = new ShareCap(0.5, ShareCap.By.FIRM);
  private static final Effort SHORT = new Effort(1e-2, 7, 3);

  @Test
  void aChangeKeepsAllThatWasSetBeforeIt() {
    var goals = Goals.parse("shortfall,cost,co2").orElseThrow();
    var changed =
        PlanSpec.standard()
            .withEffort(SHORT)
            .withCap(CAP)
            .withBan(BAN)
            .withGoals(goals)
            .withAssumptions(SLOW)
            .withReduced(false)
            .withUnmet(SimulationSpec.Unmet.LOST)
            .withWaitingPerDay(0.5)
            .withPeriods(14, 6)
            .withDecisionDay(3);

    assertThat(changed).isEqualTo(all(OptionalInt.of(3), goals));
    assertThat(changed.decidedAtOnce()).isEqualTo(all(OptionalInt.empty(), goals));
  }

  @Test
  void aChangeIsCheckedLikeTheFirstSettings() {
    assertThatThrownBy(() -> PlanSpec.standard().withDecisionDay(-1))
        .hasMessage("decisionDay is -1; write a day of at least 0");
    assertThatThrownBy(() -> PlanSpec.standard().withPeriods(30, 0))
        .hasMessage("mostPeriods is 0; write at least 1");
  }

  private static PlanSpec all(OptionalInt day, Goals goals) {
    return new PlanSpec(
        day, 14, 6, 0.5, SimulationSpec.Unmet.LOST, false, SLOW, goals, BAN, CAP, SHORT);
  }
}
