package tenon.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.CapacityLoss;
import tenon.model.Disruption.LinkClosure;
import tenon.model.Disruption.StockLoss;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.model.Scenario;
import tenon.model.Share;
import tenon.twin.site.DrawnChain;

/** One rule each, with optimum and prices worked out by hand. */
class CurriculumTest {
  private static final double EXACT = 1e-6;

  private static Plan plan(int days, String chain, Disruption... disruptions) {
    return Reallocation.plan(
        DrawnChain.of(chain),
        new Scenario("lesson", new Days(days), List.of(disruptions)),
        PlanSpec.standard().withWaitingPerDay(0),
        Progress.NONE);
  }

  private static Disruption closure(String link, int start, int days) {
    return new LinkClosure(new Target(Target.Kind.LINK, link), window(start, days));
  }

  private static Window window(int start, int days) {
    return new Window(new Days(start), new Days(days));
  }

  private static Target site(String id) {
    return new Target(Target.Kind.SITE, id);
  }

  private static double price(Plan plan, Price.Kind kind, String row, int day) {
    return plan.prices().stream()
        .filter(price -> price.kind() == kind && price.rowId().equals(row))
        .filter(price -> price.firstDay() <= day && day < price.firstDayAfter())
        .mapToDouble(Price::perUnit)
        .findFirst()
        .orElse(0);
  }

  @Test
  void a01StockLastsAsLongAsItLasts() {
    // 12 on hand last 2.4 days of the 6 that the closed link leaves without 5 a day: 18 are lost.
    Plan plan =
        plan(
            20,
            """
            Mine -> Shop: ore, cap 5
            Shop holds ore: 12
            Shop sells ore: 5, lost 1, margin 2""",
            closure("Mine>Shop:ore", 4, 6));
    assertThat(plan.withPlan().lostUnits()).isCloseTo(18, within(EXACT));
    assertThat(plan.withPlan().lostMargin()).isCloseTo(54, within(3 * EXACT));
    assertThat(plan.withoutPlan()).isEqualTo(plan.withPlan());
    assertThat(price(plan, Price.Kind.STOCK, "", 0)).isCloseTo(3, within(EXACT));
    assertThat(price(plan, Price.Kind.LINK_CAPACITY, "Mine>Shop:ore", 5))
        .isCloseTo(18, within(EXACT));
  }

  @Test
  void a02TheOtherSourceRisesToItsCapacity() {
    // East takes over 3 more a day on the 4 days, 4 less its capacity short: 4 x 1 lost, not 4 x 4.
    Plan plan =
        plan(
            10,
            """
            West -> Shop: ore, share .5, cap 4, id west
            East -> Shop: ore, share .5, cap 7, id east
            Shop holds ore: 0, upto 0
            Shop sells ore: 8, lost 1, margin 4""",
            closure("west", 2, 4));
    assertThat(plan.withPlan().lostUnits()).isCloseTo(4, within(EXACT));
    assertThat(plan.withoutPlan().lostUnits()).isCloseTo(16, within(EXACT));
    assertThat(price(plan, Price.Kind.LINK_CAPACITY, "east", 3)).isCloseTo(20, within(EXACT));
    Move more = plan.moves().stream().filter(Move::isIncrease).findFirst().orElseThrow();
    assertThat(more.rowId()).isEqualTo("east");
    assertThat(more.firstDay()).isEqualTo(2);
    assertThat(more.firstDayAfter()).isEqualTo(6);
    assertThat(more.changePerDay()).isCloseTo(3, within(EXACT));
    assertThat(more.insteadOf()).containsExactly("west");
    assertThat(more.worth()).isCloseTo(60, within(1e-4));
  }

  @Test
  void a03AStandbySourceHelpsAfterActivationAndLeadTime() {
    // Called on day 2, open on day 5, there on day 7: days 2 to 6 lose 5 x 6, days 7 to 11 5 x 2.
    Plan plan =
        Reallocation.plan(
            DrawnChain.of(
                """
            West -> Shop: ore, cap 6, id west
            Spare -> Shop: ore, cap 4, lead 2, standby 3, id spare
            Shop holds ore: 0, upto 0
            Shop sells ore: 6, lost 0, margin 1"""),
            new Scenario("lesson", new Days(20), List.of(closure("west", 2, 10))),
            PlanSpec.standard().withPeriods(1, 100),
            Progress.NONE);
    assertThat(plan.withPlan().lostUnits()).isCloseTo(40, within(EXACT));
    assertThat(plan.withoutPlan().lostUnits()).isCloseTo(60, within(EXACT));
    assertThat(plan.activations())
        .singleElement()
        .satisfies(
            used -> {
              assertThat(used.rowId()).isEqualTo("spare");
              assertThat(used.opensDay()).isEqualTo(5);
              assertThat(used.firstUsedDay()).isEqualTo(5);
              assertThat(used.units()).isCloseTo(20, within(EXACT));
            });
  }

  @Test
  void a03BAChangeoverFollowsTheActivation() {
    // West stops for good on day 2. Called then, the flexible line is activated on day 3 and
    // changed
    // over on day 5: days 2 to 4 lose 6 each, days 5 to 19 are served. Without it 18 days lose 6.
    Chain drawn =
        DrawnChain.of(
            """
        West makes ore, cap 6
        West -> Shop: ore, id west
        Flex makes ore, cap 6, standby 1
        Flex -> Shop: ore, id flex, standby 0
        Flex holds ore: 0, upto 0
        Shop holds ore: 0, upto 0
        Shop sells ore: 6, lost 0, margin 1""");
    Chain chain = ChainEdit.of(drawn).set(Resource.RECIPES, 1, "changeover_days", 2.0).chain();
    Plan plan =
        Reallocation.plan(
            chain,
            new Scenario("lesson", new Days(20), List.of(closure("west", 2, 18))),
            PlanSpec.standard().withPeriods(1, 100),
            Progress.NONE);
    assertThat(plan.withoutPlan().lostUnits()).isCloseTo(108, within(EXACT));
    assertThat(plan.withPlan().lostUnits()).isCloseTo(18, within(EXACT));
    assertThat(plan.activations()).anySatisfy(used -> assertThat(used.opensDay()).isEqualTo(5));
  }

  @Test
  void a04ScarceGoodsGoWhereAUnitLosesMost() {
    // A chip of 2 ore and margin 8 is worth 4 an ore, a pin of 1 ore and margin 5 is worth 5: 4 ore
    // a day of 10 are left, which make 2 pins (all that is asked) and 1 chip of 4.
    Plan plan =
        plan(
            10,
            """
            Mine makes ore, cap 10, id dig
            Mine -> Plant: ore
            Plant makes chip: 2 ore
            Plant makes pin: 1 ore
            Mine holds ore: 0, upto 0
            Plant holds ore: 0, upto 0
            Plant holds chip: 0, upto 0
            Plant holds pin: 0, upto 0
            Plant sells chip: 4, lost 0, margin 8
            Plant sells pin: 2, lost 0, margin 5""",
            new CapacityLoss(site("Mine"), window(3, 5), new Share(0.6)));
    assertThat(plan.withPlan().lostMargin()).isCloseTo(5 * 3 * 8, within(1e-4));
    assertThat(price(plan, Price.Kind.RECIPE_CAPACITY, "dig", 4)).isCloseTo(5 * 4, within(1e-4));
    assertThat(plan.demands())
        .singleElement()
        .satisfies(lost -> assertThat(lost.productId()).isEqualTo("chip"));
  }

  @Test
  void a05ASubstituteReplacesWhatIsMissing() {
    Plan plan =
        plan(
            10,
            """
            Air -> Plant: gas, cap 5, id air
            Sun -> Plant: helium, cap 3, id sun
            Plant makes chip: 1 gas|helium
            Plant holds gas: 0, upto 0
            Plant holds helium: 0, upto 0
            Plant holds chip: 0, upto 0
            Plant sells chip: 5, lost 0, margin 2""",
            closure("air", 2, 4));
    assertThat(plan.withPlan().lostUnits()).isCloseTo(4 * 2, within(EXACT));
    assertThat(plan.withoutPlan().lostUnits()).isCloseTo(4 * 5, within(EXACT));
    assertThat(price(plan, Price.Kind.LINK_CAPACITY, "sun", 3)).isCloseTo(4 * 2, within(EXACT));
  }

  @Test
  void a06OfTwoWaysTheCheaperIsTakenAndNothingElseMoves() {
    // Both spares could carry the 3 missing a day for 4 days; the dear one costs 5, the cheap 2.
    Plan plan =
        plan(
            12,
            """
            West -> Shop: ore, cap 3, share 1, price 10, freight 1, tariff 0, id west
            Dear -> Shop: ore, cap 9, standby 0, price 12, freight 3, tariff 0, id dear
            Near -> Shop: ore, cap 9, standby 0, price 10, freight 1, tariff .1, id near
            Shop holds ore: 0, upto 0
            Shop sells ore: 3, lost 0, margin 20""",
            closure("west", 4, 4));
    assertThat(plan.withPlan().lostUnits()).isZero();
    assertThat(plan.cost().total()).isCloseTo(12 * 2, within(1e-4));
    assertThat(plan.cost().freight()).isCloseTo(12, within(1e-4));
    assertThat(plan.cost().tariff()).isCloseTo(12, within(1e-4));
    assertThat(plan.moves()).extracting(Move::rowId).containsExactlyInAnyOrder("near", "west");
  }

  @Test
  void a07DestroyedStockIsRefilledByTheEndAsFarAsCapacityAllows() {
    // Half of 20 burns on day 3. The link carries 5 a day of which 4 are used: nothing is lost, and
    // 1 a day of 7 days goes to refill.
    Plan plan =
        plan(
            10,
            """
            Mine -> Shop: ore, cap 5, id west
            Shop holds ore: 20
            Shop sells ore: 4, lost 0, margin 20""",
            new StockLoss(site("Shop"), window(3, 1), new Share(0.5)));
    assertThat(plan.withPlan().lostUnits()).isZero();
    assertThat(plan.moves())
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.firstDay()).isEqualTo(3);
              assertThat(move.firstDayAfter()).isEqualTo(10);
              assertThat(move.changePerDay()).isCloseTo(1, within(EXACT));
            });
  }

  @Test
  void a08BacklogIsMadeGoodWithinTheHorizonAndPricedByTheDay() {
    // 2 days without 4 a day leave 8 waiting; 2 more a day than usual make that good in 4 days. At
    // the ends of days 2 to 7 wait 4, 8, 6, 4, 2, 0.
    Plan plan =
        Reallocation.plan(
            DrawnChain.of(
                """
                Mine -> Shop: ore, cap 6, id west
                Shop holds ore: 0, upto 0
                Shop sells ore: 4, margin 10"""),
            new Scenario("lesson", new Days(12), List.of(closure("west", 2, 2))),
            PlanSpec.standard().withPeriods(1, 100),
            Progress.NONE);
    assertThat(plan.withPlan().lostUnits()).isZero();
    assertThat(plan.withPlan().lateUnitDays()).isCloseTo(24, within(1e-5));
    assertThat(plan.withoutPlan().lostUnits()).isCloseTo(8, within(1e-5));
  }

  @Test
  void a09ARemovedSiteIsCoveredAsFarAsOthersCan() {
    Plan plan =
        Reallocation.plan(
            DrawnChain.of(
                """
                Big makes pill, cap 10
                Big makes drop, cap 5
                Small makes pill, cap 7
                Big -> Shop: pill, share .6, cap 20
                Small -> Shop: pill, share .4, cap 20
                Big -> Shop: drop
                Shop sells pill: 10, lost 0, margin 1
                Shop sells drop: 2, lost 0, margin 1"""),
            Reallocation.removal(DrawnChain.of("Big makes pill, cap 10"), "Big", 30),
            PlanSpec.standard(),
            Progress.NONE);
    assertThat(plan.uncovered()).extracting(Coverage::productId).containsExactly("drop");
    Coverage pill =
        plan.coverage().stream()
            .filter(coverage -> coverage.productId().equals("pill"))
            .findFirst()
            .orElseThrow();
    assertThat(pill.lostPerDay()).isCloseTo(6, within(EXACT));
    assertThat(pill.sparePerDay()).isCloseTo(3, within(EXACT));
    assertThat(pill.coverablePerDay()).isCloseTo(3, within(EXACT));
    assertThat(pill.deliveredPerDay()).isCloseTo(3, within(1e-5));
    assertThat(pill.gap()).isEqualTo(Coverage.Gap.CAPACITY);
  }

  @Test
  void a10BeforeTheDecisionNothingChanges() {
    Plan plan =
        Reallocation.plan(
            DrawnChain.of(
                """
                West -> Shop: ore, share .5, cap 4, id west
                East -> Shop: ore, share .5, cap 9, id east
                Shop holds ore: 0, upto 0
                Shop sells ore: 8, lost 1, margin 4"""),
            new Scenario("lesson", new Days(10), List.of(closure("west", 2, 4))),
            PlanSpec.standard().withDecisionDay(4),
            Progress.NONE);
    assertThat(plan.withPlan().lostUnits()).isCloseTo(2 * 4, within(EXACT));
    assertThat(plan.moves())
        .allSatisfy(move -> assertThat(move.firstDay()).isGreaterThanOrEqualTo(4));
  }
}
