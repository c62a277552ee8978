package tenon.respond.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption.LinkClosure;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.respond.Goals;
import tenon.respond.PlanSpec;
import tenon.twin.site.DrawnChain;

/**
 * Levers of innovation and of the market, by hand. Mine is cut off from Shop for ten days: of 100
 * units of ore 80 are lost at 3 each, as Shop holds 20, so that an event costs 240.
 */
class NewLeversTest {
  private static final Chain CHAIN =
      DrawnChain.of(
          """
          Mine -> Shop: ore, share 1, lead 0, cap 50, id mine
          Mine -> Port: ore, share 1, lead 0, cap 50, id port
          Mine -> Shop: sand, share 1, lead 0, cap 50, id sand
          Shop holds ore: 20, upto 20
          Shop sells ore: 10, lost 1, margin 2
          Port sells ore: 5, lost 1, margin 2
          Shop sells sand: 1, lost 1, margin 2""");

  private static final Hazard CUT =
      new Hazard(
          new Scenario(
              "cut",
              new Days(30),
              List.of(
                  new LinkClosure(
                      new Target(Target.Kind.LINK, "mine"),
                      new Window(new Days(5), new Days(10))))),
          0.2);

  /** From day 2 sand stands in for ore, 3 a day of two units each, which costs 0.5 a unit more. */
  private static final Change SAND = new Change.Substitute("Shop", "ore", "sand", 2, 3, 2, 0.5);

  private static final Change PORT = new Change.Market("Shop", "ore", "Port", 0.4);

  private static final PlanSpec PLANNING =
      PlanSpec.standard().withGoals(Goals.parse("shortfall:1,cost:1").orElseThrow());

  private static Lever lever(Change change, double years, double chance) {
    return new Lever("one", "one", Pillar.ECOSYSTEM, 1, 7, List.of(change), years, chance);
  }

  private static DesignSpec spec(int years) {
    return new DesignSpec(new double[] {0, 1}, 0.9, years, 10, 2, 0, PLANNING, 8, 1, 1, 5);
  }

  private static double loss(Change change) {
    return new Outcomes(CHAIN, List.of(lever(change, 0, 1)), List.of(CUT), spec(10))
        .of(1)[0].loss();
  }

  @Test
  void anotherProductStandsInWhereCustomersTakeIt() {
    // Days 7 to 14 bring 3 a day: 24 units saved at 3 each less 0.5 each, and nothing is short.
    assertThat(loss(SAND)).isCloseTo(240 - 24 * 2.5, within(1e-3));
  }

  @Test
  void aMarketElsewhereIsNotHit() {
    // 6 a day are left at Shop, 60 in ten days, of which the stock serves 20.
    assertThat(loss(PORT)).isCloseTo(40 * 3, within(1e-3));
    Chain moved = LeveredChain.of(CHAIN, List.of(lever(PORT, 0, 1)));
    assertThat(moved.demands().meanPerDay(0)).isCloseTo(6, within(1e-12));
    assertThat(moved.demands().meanPerDay(1)).isCloseTo(9, within(1e-12));
    assertThat(moved.demands().count()).isEqualTo(3);
  }

  @Test
  void aMarketThatIsNewHasARowOfItsOwn() {
    Change opened = new Change.Market("Shop", "sand", "Port", 1);
    Chain moved = LeveredChain.of(CHAIN, List.of(lever(opened, 0, 1)));
    assertThat(moved.demands().count()).isEqualTo(4);
    assertThat(moved.demands().meanPerDay(2)).isZero();
    assertThat(moved.demands().meanPerDay(3)).isCloseTo(1, within(1e-12));
    assertThat(LeveredChain.place(moved, 3)).isEqualTo(List.of("Port", "sand"));
  }

  /** Ready after two of five years with a chance of 0.6: there in 0.36 of the years. */
  @Test
  void whatIsUnderDevelopmentIsThereInItsShareOfYears() {
    Frontier frontier =
        Frontier.of(
            CHAIN, List.of(lever(SAND, 2, 0.6)), List.of(CUT), spec(200_000), Progress.NONE);
    Design none = with(frontier, 0);
    Design one = with(frontier, 1);
    assertThat(none.risk().mean()).isCloseTo(0.2 * 240, within(0.5));
    assertThat(one.risk().mean()).isCloseTo(0.2 * (240 - 0.36 * 60), within(0.5));
    // Emissions of the lever itself count while it is there.
    assertThat(one.co2PerYear()).isCloseTo(0.36 * 7, within(0.03));
    double shares =
        frontier.shares().stream()
            .filter(share -> share.lambda() == 0)
            .mapToDouble(LeverShare::averted)
            .sum();
    assertThat(shares).isCloseTo(none.risk().mean() - one.risk().mean(), within(1e-6));
  }

  private static Design with(Frontier frontier, int levers) {
    List<Design> all = new java.util.ArrayList<>(frontier.designs());
    all.addAll(frontier.others());
    return all.stream().filter(one -> one.levers().size() == levers).findFirst().orElseThrow();
  }

  /**
   * Far is cut off from Shop for the same ten days, which costs 240 again. Near Shop chips are made
   * from day 7 to day 14, 4 a day, as rates are the same throughout a period of the plan, and come
   * a day later: 28 of 32 in time, each of which saves 3, while all cost 0.25 more.
   */
  private static final Chain MADE =
      DrawnChain.of(
          """
          Mine -> Far: ore, share 1, lead 0, cap 90, id dig
          Mine -> Local: ore, share 1, lead 0, cap 90, id pit
          Far makes chip: 1 ore, cap 40
          Local makes chip: 1 ore, cap 9
          Far -> Shop: chip, share 1, lead 0, cap 50, id mine
          Local -> Kiosk: chip, share 1, lead 0, cap 50, id near
          Shop holds chip: 20, upto 20
          Local holds chip: 0, upto 0
          Kiosk holds chip: 0, upto 0
          Shop sells chip: 10, lost 1, margin 2
          Kiosk sells chip: 5, lost 1, margin 2
          Shop in delta of Trader
          Kiosk in delta of Trader
          Local in delta of Maker""");

  private static Design alone(Change change) {
    return with(
        Frontier.of(MADE, List.of(lever(change, 0, 1)), List.of(CUT), spec(1000), Progress.NONE),
        1);
  }

  private static double lost(Change change) {
    return new Outcomes(MADE, List.of(lever(change, 0, 1)), List.of(CUT), spec(10)).of(1)[0].loss();
  }

  @Test
  void aPlantNearbyServesWhatItCanAndEmitsAndSpreads() {
    String recipe = MADE.recipes().keys().key(0);
    Change plant = new Change.Plant(recipe, "Near", "delta", 4, 1, 2, 0.25, 1.5);
    assertThat(lost(plant)).isCloseTo(240 - 28 * 3 + 32 * 0.25, within(1e-3));
    Design design = alone(plant);
    assertThat(design.served()).isCloseTo(1 - 52 / 450.0, within(1e-6));
    // 32 units of 1.5 kg in a fifth of an event a year, and 7 kg of the lever itself.
    assertThat(design.co2PerYear()).isCloseTo(0.2 * 48 + 7, within(1e-3));
    // Shop gets 216 and 32; ore for the usual 300 chips of Far, for the 32, and what Local makes
    // and
    // Kiosk gets, 150 each, come from one each.
    double shop = (216.0 * 216 + 32 * 32) / 248;
    assertThat(design.concentration())
        .isCloseTo((shop + 300 + 32 + 300) / (248 + 300 + 32 + 300), within(1e-4));
  }

  @Test
  void aRegionThatClosesItsLoopBuysFromItsOwnMakers() {
    Change loop = new Change.Loop("delta", 1, 2, 1.5);
    // Local makes 4 a day more from day 5 to day 14, and ships them from day 7 on: 36 in time.
    assertThat(lost(loop)).isCloseTo(240 - 36 * 3, within(1e-3));
    assertThat(alone(loop).co2PerYear()).isCloseTo(0.2 * 40 * 1.5 + 7, within(1e-3));
    assertThat(lost(new Change.Loop("land", 1, 2, 0))).isCloseTo(240, within(1e-3));
  }

  @Test
  void whatIsLessOnAnotherAxisIsNotBeaten() {
    Frontier frontier =
        Frontier.of(
            MADE,
            List.of(
                lever(new Change.Loop("delta", 1, 2, 1.5), 0, 1),
                new Lever("dear", "dear", Pillar.LAYOUT, 5, 0, List.of(new Change.Notice(1)))),
            List.of(CUT),
            spec(1000),
            Progress.NONE);
    List<Design> all = new java.util.ArrayList<>(frontier.designs());
    all.addAll(frontier.others());
    assertThat(all.stream().filter(frontier::undominated).map(Design::levers))
        .containsExactlyInAnyOrder(List.of(), List.of(0));
  }
}
