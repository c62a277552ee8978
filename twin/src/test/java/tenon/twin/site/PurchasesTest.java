package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Hazard;
import tenon.model.Progress;
import tenon.model.Scenario;

/**
 * Worked by hand: 5 a day at a price of 3, a tariff of 10 % and a freight of 1 land at 3 x 1.1 + 1
 * = 4.3, which is 645 in 30 days.
 */
class PurchasesTest {
  private static final Chain CHAIN =
      DrawnChain.of(
          """
          Mine -> Shop: ore, lead 0, price 3, freight 1, tariff .1
          Shop sells ore: 5, margin 2""");

  private static final Target MINE = new Target(Target.Kind.SITE, "Mine");
  private static final Window TEN_DAYS = new Window(new Days(10), new Days(10));

  private static Trajectory run(Chain chain, List<Disruption> certain, List<Hazard> hazards) {
    Scenario scenario = new Scenario("dearer", new Days(30), certain, hazards);
    return Simulation.simulate(chain, scenario, SimulationSpec.of(3, 1), Progress.NONE);
  }

  private static void check(Trajectory run, double dearer, double tariffs) {
    Purchases purchases = Objects.requireNonNull(run.purchases());
    assertThat(purchases.undisturbed().mean()).isCloseTo(645, within(1e-9));
    assertThat(purchases.cost().mean()).isCloseTo(645 + dearer, within(1e-9));
    assertThat(purchases.dearer().mean()).isCloseTo(dearer, within(1e-9));
    assertThat(purchases.tariffs().mean()).isCloseTo(tariffs, within(1e-9));
    assertThat(purchases.withLoss().mean()).isCloseTo(dearer, within(1e-9));
    assertThat(run.loss().mean()).isZero();
    assertThat(run.findings()).extracting("code").doesNotContain("price-unknown", "no-effect");
  }

  @Test
  void aDoubledPriceIsPaidOnWhatIsShippedAndDoublesItsTariff() {
    Disruption twice = new Disruption.PriceChange(MINE, TEN_DAYS, 2);
    // 3 x 2 x 1.1 + 1 = 7.6 instead of 4.3, on 50 units; 0.3 of the 3.3 is tariff.
    check(run(CHAIN, List.of(twice), List.of()), 165, 15);
  }

  @Test
  void aTariffIsLeviedOnThePriceAlone() {
    Disruption rise = new Disruption.TariffRise(MINE, TEN_DAYS, 0.2);
    check(run(CHAIN, List.of(rise), List.of()), 30, 30);
  }

  @Test
  void aDrawnRiseCostsEveryReplicationTheSame() {
    Disruption rise = new Disruption.TariffRise(MINE, TEN_DAYS, 0.2);
    Hazard.Arrivals sure = new Hazard.Once(1, 10, 10, new Hazard.Fixed(10));
    check(run(CHAIN, List.of(), List.of(new Hazard("round", sure, List.of(rise), 1))), 30, 30);
  }

  @Test
  void whereNoPriceIsKnownTheChangeIsDoubted() {
    Chain chain = DrawnChain.of("Mine -> Shop: ore\nShop sells ore: 5, margin 2\n");
    Trajectory run = run(chain, List.of(new Disruption.PriceChange(MINE, TEN_DAYS, 2)), List.of());
    assertThat(run.purchases()).isNull();
    assertThat(run.findings()).extracting("code").contains("price-unknown");
  }
}
