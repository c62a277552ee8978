package tenon.respond.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption.Insolvency;
import tenon.model.Disruption.LinkClosure;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.twin.site.DrawnChain;
import tenon.twin.site.SimulationSpec;

/**
 * By hand: the mine is cut off for ten days and the shop holds two days of stock, so that 80 of 100
 * units are lost at margin 2 and penalty 1, 240 in all; 30 units more save 90 of it. Twice in ten
 * years that is 48 and 30 a year, beside a demand worth 10 x 3 x 365 = 10950.
 */
class LeverRehearsalTest {
  private static final Chain CHAIN =
      DrawnChain.of(
          """
          Mine -> Shop: ore, share 1, lead 0, cap 10, id mine
          Shop holds ore: 20, upto 20
          Shop sells ore: 10, lost 1, margin 2""");

  private static final Scenario CUT =
      new Scenario(
          "cut",
          new Days(30),
          List.of(
              new LinkClosure(
                  new Target(Target.Kind.LINK, "mine"), new Window(new Days(5), new Days(10)))));

  private static LeverRehearsal rehearse(Change change) {
    Lever lever = new Lever("one", "one", Pillar.ECOSYSTEM, 1, 0, List.of(change));
    return LeverRehearsal.of(
        CHAIN,
        List.of(lever),
        List.of(new Hazard(CUT, 0.2)),
        SimulationSpec.of(4, 1),
        Progress.NONE);
  }

  @Test
  void aBufferAvertsWhatIsWorkedOutByHand() {
    LeverRehearsal buffered = rehearse(new Change.Stock("Shop", "ore", 30));
    assertThat(buffered.lossBefore())
        .hasSize(4)
        .satisfies(losses -> assertThat(losses[0]).isCloseTo(48, within(1e-9)));
    assertThat(buffered.lossAfter())
        .hasSize(4)
        .satisfies(losses -> assertThat(losses[3]).isCloseTo(30, within(1e-9)));
    assertThat(buffered.demandedPerYear()).isCloseTo(10_950, within(1e-9));
    assertThat(buffered.averted().value()).isCloseTo(18, within(1e-9));
    assertThat(buffered.lossChange().value()).isCloseTo(-18.0 / 48, within(1e-12));
    assertThat(buffered.servedChange().value()).isCloseTo(18.0 / (10_950 - 48), within(1e-12));
    assertThat(buffered.servedChange().standardError()).isCloseTo(0, within(1e-12));
  }

  @Test
  void whatMovesNoGoodsMovesNothing() {
    assertThat(rehearse(new Change.Insurance(.5)).averted().value()).isEqualTo(0);
    assertThat(rehearse(new Change.Notice(3)).averted().value()).isEqualTo(0);
  }

  @Test
  void theErrorOfARatioIsThatOfItsResiduals() {
    // Cochran 1977, 6.4, by hand: ratio 3/12, residuals -.25, .25, 0 over n = 3 and a mean of 4.
    LeverRehearsal drawn =
        new LeverRehearsal(
            List.of(), new double[] {3, 3, 6}, new double[] {2.5, 2, 4.5}, 12, true, List.of());
    LeverRehearsal.Estimate change = drawn.lossChange();
    assertThat(change.value()).isCloseTo(-.25, within(1e-12));
    assertThat(change.standardError())
        .isCloseTo(Math.sqrt((.0625 + .0625) / 2 / 3) / 4, within(1e-12));
  }

  /**
   * By hand: the mine's firm fails for ten days; two days of stock leave 80 units unserved, at 3
   * each. A fixed cost of 7 a day: a credit line of 35 pays five days of it, so that 30 are
   * unserved; payment a day earlier advances 10 units at 2, which pays two days, so that 60 are.
   */
  @Test
  void moneyPutsAnInsolvencyOff() {
    Chain chain =
        DrawnChain.of(
            """
            Mine -> Shop: ore, share 1, lead 0, cap 10, id mine, price 2, terms 30
            Mine has 100000, fixed 7
            Shop holds ore: 20, upto 20
            Shop sells ore: 10, lost 1, margin 2""");
    Scenario failure =
        new Scenario(
            "failure",
            new Days(30),
            List.of(
                new Insolvency(
                    new Target(Target.Kind.FIRM, "Mine Ltd"),
                    new Window(new Days(5), new Days(10)))));
    assertThat(averted(chain, failure, new Change.Credit("Mine Ltd", 35)))
        .isCloseTo(0.2 * 50 * 3, within(1e-9));
    assertThat(averted(chain, failure, new Change.EarlyPayment("Mine Ltd", 1)))
        .isCloseTo(0.2 * 20 * 3, within(1e-9));
    assertThat(averted(chain, failure, new Change.Credit("Mine Ltd", 1e6)))
        .isCloseTo(0.2 * 80 * 3, within(1e-9));
    // No earlier than on receipt: 30 days of 20, not 100.
    assertThat(Finance.advance(chain, failure, 0, 100)).isCloseTo(600, within(1e-9));
    assertThat(averted(chain, CUT, new Change.Credit("Mine Ltd", 1e6))).isZero();
  }

  private static double averted(Chain chain, Scenario scenario, Change change) {
    Lever lever = new Lever("one", "one", Pillar.ECOSYSTEM, 1, 0, List.of(change));
    return LeverRehearsal.of(
            chain,
            List.of(lever),
            List.of(new Hazard(scenario, 0.2)),
            SimulationSpec.of(2, 1),
            Progress.NONE)
        .averted()
        .value();
  }
}
