package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SimulationSpecTest {

  private static final Assumptions SLOW = new Assumptions(9, 30, 7, 2, 0.25);
  private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

  @Test
  void aChangeKeepsAllThatWasSetBeforeIt() {
    var changed =
        SimulationSpec.of(3, 42)
            .withStartDate(DAY)
            .withAllocation(SimulationSpec.Allocation.PRIORITY)
            .withResponse(Response.NOTHING)
            .withChecking(SimulationSpec.Checking.STEP)
            .withAssumptions(SLOW)
            .withUndisturbed(false)
            .withRecoveredAt(0.9)
            .withUnmet(SimulationSpec.Unmet.LOST)
            .withStart(SimulationSpec.Pipeline.EMPTY, 11)
            .withThreads(2)
            .withReplications(5);

    assertThat(changed)
        .isEqualTo(
            new SimulationSpec(
                5,
                42,
                2,
                11,
                SimulationSpec.Pipeline.EMPTY,
                SimulationSpec.Unmet.LOST,
                0.9,
                false,
                SLOW,
                SimulationSpec.Checking.STEP,
                Response.NOTHING,
                SimulationSpec.Allocation.PRIORITY,
                DAY));
  }

  @Test
  void aChangeLeavesTheFirstSettingsAndIsCheckedLikeThem() {
    var spec = SimulationSpec.of(3, 42);

    assertThat(spec.withThreads(2)).isNotEqualTo(spec);
    assertThat(spec).isEqualTo(SimulationSpec.of(3, 42));
    assertThatThrownBy(() -> spec.withThreads(0)).hasMessage("threads is 0; write at least 1");
    assertThatThrownBy(() -> spec.withRecoveredAt(1.5)).hasMessageContaining("recoveredAt is 1.5");
  }
}
