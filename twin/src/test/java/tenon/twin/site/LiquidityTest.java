package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption.Insolvency;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Hazard;
import tenon.model.Progress;
import tenon.model.Scenario;

class LiquidityTest {
  /** The maker spends 40 and 25 a day and earns the 100 that the shop pays two days later. */
  private static final Chain CHAIN =
      DrawnChain.of(
          """
          Maker makes chip:, cap 10, cost 4
          Maker holds chip: 0, upto 0, policy base_stock
          Maker -> Shop: chip, lead 0, price 10, terms 2
          Shop holds chip: 0, upto 0, policy base_stock
          Shop sells chip: 10, lost 0, margin 1, for 12
          Maker has 30, credit 20, fixed 25
          """);

  private static final Scenario FAILURE =
      new Scenario(
          "failure",
          new Days(6),
          List.of(
              new Insolvency(
                  new Target(Target.Kind.FIRM, "Shop Ltd"), new Window(new Days(1), new Days(9)))));

  private static SimulationSpec spec(int threads) {
    return SimulationSpec.of(20, 3)
        .withThreads(threads)
        .withAssumptions(new Assumptions(0, 0, 0, 0, 0));
  }

  @Test
  void cashIsToldByDayWithTheShareStoppedAndWhenItBegan() {
    Liquidity liquidity =
        Simulation.liquidity(CHAIN, FAILURE, spec(1), 100, Progress.NONE).orElseThrow();
    assertThat(liquidity.replications()).isEqualTo(20);
    Liquidity.Firm maker = liquidity.firms().getFirst();
    assertThat(liquidity.firms()).hasSize(1);
    // Day 0: 30 + 100 - 65. From day 1 on the shop pays nothing. The maker still makes the 10 that
    // it orders on day 1, and no more, since these wait: 65, then wages of 25 a day, of which the
    // credit pays 20 on day 2.
    assertThat(maker.days())
        .extracting(day -> day.cash().mean())
        .containsExactly(65.0, 0.0, -20.0, -20.0, -20.0, -20.0);
    assertThat(maker.days())
        .extracting(Liquidity.Day::overdue)
        .containsExactly(0.0, 0.0, 5.0, 30.0, 55.0, 80.0);
    assertThat(maker.stopped()).isEqualTo(1);
    assertThat(maker.stoppedUndisturbed()).isZero();
    assertThat(maker.firstDay()).isEqualTo(2);
    assertThat(maker.leanest()).isEqualTo(2);
  }

  @Test
  void everyReplicationMeetsTheHazardsThatItDraws() {
    Hazard failure =
        new Hazard(
            "failure", new Hazard.Once(0.5, 1, 1, new Hazard.Fixed(9)), FAILURE.disruptions(), 1);
    Scenario perhaps = new Scenario("perhaps", new Days(6), List.of(), List.of(failure));
    HazardDraws draws = new HazardDraws(perhaps, 3, 6);
    long struck = IntStream.range(0, 20).filter(r -> !draws.of(r).isEmpty()).count();
    Liquidity.Firm maker =
        Simulation.liquidity(CHAIN, perhaps, spec(1), 100, Progress.NONE)
            .orElseThrow()
            .firms()
            .getFirst();
    assertThat(struck).isBetween(1L, 19L);
    assertThat(maker.stopped()).isEqualTo(struck / 20.0);
  }

  @Test
  void anyNumberOfThreadsTellsTheSame() {
    assertThat(Simulation.liquidity(CHAIN, FAILURE, spec(2), 100, Progress.NONE))
        .isEqualTo(Simulation.liquidity(CHAIN, FAILURE, spec(1), 100, Progress.NONE));
  }
}
