package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.CapacityLoss;
import tenon.model.Disruption.Delay;
import tenon.model.Disruption.DemandChange;
import tenon.model.Disruption.LinkClosure;
import tenon.model.Disruption.OrderPause;
import tenon.model.Disruption.StockLoss;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.model.Share;

/** One rule each, on a chain worked out by hand. */
class CurriculumTest {
  private static Trajectory run(int days, String chain, Disruption... disruptions) {
    return Simulation.simulate(
        DrawnChain.of(chain),
        new Scenario("lesson", new Days(days), List.of(disruptions)),
        SimulationSpec.of(1, 7).withChecking(SimulationSpec.Checking.STEP),
        Progress.NONE);
  }

  private static double[] service(Trajectory trajectory, int demand) {
    ServiceCurve curve = trajectory.demands().get(demand).outcome().service();
    return IntStream.range(0, curve.days()).mapToDouble(curve::mean).toArray();
  }

  private static Window window(double start, double duration) {
    return new Window(new Days(start), new Days(duration));
  }

  private static Target site(String id) {
    return new Target(Target.Kind.SITE, id);
  }

  private static Target link(String id) {
    return new Target(Target.Kind.LINK, id);
  }

  @Test
  void a01StockBuffersClosure() {
    // Goods under way arrive on days 3 and 4; 15 on hand last days 5 to 7; what leaves on day 13,
    // when
    // the link is open again, arrives on day 15.
    Trajectory trajectory =
        run(
            20,
            """
            Mine -> Plant: ore, lead 2
            Plant holds ore: 15, upto 25, policy base_stock
            Plant sells ore: 5, lost 0, margin 2""",
            new LinkClosure(link("Mine>Plant:ore"), window(3, 10)));
    assertThat(service(trajectory, 0))
        .containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
    Outcome outcome = trajectory.total();
    assertThat(outcome.timeToSurviveDays().mean()).isEqualTo(5);
    assertThat(outcome.timeToRecoverDays().mean()).isEqualTo(12);
    assertThat(outcome.recoveredShare()).isEqualTo(1);
    assertThat(outcome.performanceLossDays().mean()).isEqualTo(7);
    assertThat(outcome.robustness().mean()).isZero();
    assertThat(trajectory.loss().mean()).isEqualTo(70);
    assertThat(trajectory.loss().inMoney()).isTrue();
    assertThat(trajectory.path())
        .containsExactly(new Starvation("Plant", "ore", 8, 5, new Starvation.Cause.Hit(0)));
  }

  private static double[] answered(int days, String chain, Response response, Disruption cut) {
    return service(
        Simulation.simulate(
            DrawnChain.of(chain),
            new Scenario("lesson", new Days(days), List.of(cut)),
            SimulationSpec.of(1, 7)
                .withChecking(SimulationSpec.Checking.STEP)
                .withResponse(response),
            Progress.NONE),
        0);
  }

  private static final String TWO_SOURCES =
      """
      West -> Shop: ore, share 1, cap 5, id west
      East -> Shop: ore, cap 5, standby 2, id east
      Shop holds ore: 0, upto 0, policy base_stock
      Shop sells ore: 5, lost 1""";

  @Test
  void r01WhereNobodyReactsNoStandbySourceOpens() {
    Disruption cut = new LinkClosure(link("west"), window(1, 4));
    assertThat(answered(6, TWO_SOURCES, Response.NOTHING, cut)).containsExactly(1, 0, 0, 0, 0, 1);
    assertThat(answered(6, TWO_SOURCES, Response.OWN_RULE, cut)).containsExactly(1, 0, 0, 1, 1, 1);
  }

  @Test
  void r02APlanOpensStandbySourcesOnItsDaysAndOrdersItsAmounts() {
    // 3 a day from the standby link from day 2 on: 3 of 5. Beyond it the shop orders the other 2
    // there as well, by the planned shares, and the link carries them; on day 1 it is shut.
    Disruption cut = new LinkClosure(link("west"), window(1, 4));
    Planned plan =
        new Planned(
            new int[] {1, 5},
            new double[][] {{0, 3}},
            new double[1][0],
            new double[1][0],
            new double[][] {{3}},
            new double[] {0, 2},
            new double[0]);
    assertThat(answered(6, TWO_SOURCES, plan, cut)).containsExactly(1, 0, 1, 1, 1, 1);
  }

  @Test
  void r03PlannedClaimsComeFirst() {
    // 6 a day for claims of 5 and 5: in proportion 3 each; planned 5 and 1.
    String chain =
        """
        Mine makes ore, cap 6
        Mine holds ore: 0, upto 0, policy base_stock
        Mine -> East: ore, id east
        Mine -> West: ore, id west
        East holds ore: 0, upto 0, policy base_stock
        West holds ore: 0, upto 0, policy base_stock
        East sells ore: 5, lost 1
        West sells ore: 5, lost 1""";
    Disruption none = new CapacityLoss(site("West"), window(1, 1), new Share(0));
    Planned plan =
        new Planned(
            new int[] {1, 2, 3},
            new double[][] {{5, 1}, {5, 1}},
            new double[][] {{6}, {6}},
            new double[2][0],
            new double[][] {{5, 1}, {5, 1}},
            new double[] {0, 0},
            new double[] {0});
    assertThat(answered(4, chain, Response.OWN_RULE, none)).containsExactly(0.6, 0.6, 0.6, 0.6);
    double[] planned = answered(4, chain, plan, none);
    assertThat(planned[1]).isEqualTo(1);
    assertThat(planned[2]).isEqualTo(1);
  }

  @Test
  void a02ScarceOutputIsSharedInProportionToOrders() {
    Trajectory trajectory =
        run(
            3,
            """
            Mine makes ore, cap 6
            Mine holds ore: 0, upto 0, policy base_stock
            Mine -> East: ore
            Mine -> West: ore
            East holds ore: 0, upto 0, policy base_stock
            West holds ore: 0, upto 0, policy base_stock
            East sells ore: 4, lost 1
            West sells ore: 8, lost 1""");
    assertThat(service(trajectory, 0)).containsExactly(0.5, 0.5, 0.5);
    assertThat(service(trajectory, 1)).containsExactly(0.5, 0.5, 0.5);
  }

  @Test
  void a03OutputFollowsTheScarcestInputAndTheYield() {
    // A good chip takes 2 / 0.5 = 4 ore; 10 ore a day make 2.5 chips of 5.
    Trajectory trajectory =
        run(
            3,
            """
            Mine makes ore, cap 10
            Mine holds ore: 0, upto 0, policy base_stock
            Mine -> Plant: ore
            Air -> Plant: gas
            Plant makes chip: 2 ore + 1 gas, yield .5
            Plant holds ore: 0, upto 0, policy base_stock
            Plant holds gas: 0, upto 0, policy base_stock
            Plant holds chip: 0, upto 0, policy base_stock
            Plant sells chip: 5, lost 1""");
    assertThat(service(trajectory, 0)).containsExactly(0.5, 0.5, 0.5);
  }

  @Test
  void a04AnInputThatIsNotEssentialStopsNothing() {
    Trajectory trajectory =
        run(
            3,
            """
            Air -> Plant: gas
            Plant makes chip: 1 gas?
            Plant holds chip: 0, upto 0, policy base_stock
            Plant sells chip: 5, lost 1""",
            new CapacityLoss(site("Air"), window(0, 3), new Share(1)));
    assertThat(service(trajectory, 0)).containsExactly(1, 1, 1);
  }

  @Test
  void a05ASubstituteStepsInWhenItsRivalIsCutOff() {
    String chain =
        """
        Air -> Plant: gas
        Sun -> Plant: helium
        Plant makes chip: 1 gas|helium
        Plant holds gas: 0, upto 0, policy base_stock
        Plant holds helium: 7, upto 7, policy base_stock
        Plant holds chip: 0, upto 0, policy base_stock
        Plant sells chip: 5, lost 1""";
    Disruption cut = new LinkClosure(link("Air>Plant:gas"), window(1, 4));
    assertThat(service(run(5, chain, cut), 0)).containsExactly(1, 1, 1, 1, 1);
    // Cut off as well, helium lasts for 7 of the 15 chips of days 1 to 3.
    Disruption both = new LinkClosure(link("Sun>Plant:helium"), window(1, 3));
    assertThat(service(run(5, chain, cut, both), 0)).containsExactly(1, 1, 0.4, 0, 1);
  }

  @Test
  void a06AStandbyLinkOpensWhenItsActivationDaysHavePassed() {
    Trajectory trajectory =
        run(
            10,
            """
            East -> Shop: ore
            West -> Shop: ore, standby 3
            Shop holds ore: 0, upto 0, policy base_stock
            Shop sells ore: 4, lost 1""",
            new CapacityLoss(site("East"), window(2, 6), new Share(1)));
    assertThat(service(trajectory, 0)).containsExactly(1, 1, 0, 0, 0, 1, 1, 1, 1, 1);
  }

  @Test
  void a07ACallReachesTheStandbyRecipeBehindTheStandbyLink() {
    Trajectory trajectory =
        run(
            8,
            """
            East -> Shop: ore
            West -> Shop: ore, standby 1
            West makes ore, standby 3
            Shop holds ore: 0, upto 0, policy base_stock
            Shop sells ore: 4, lost 1""",
            new LinkClosure(link("East>Shop:ore"), window(2, 6)));
    assertThat(service(trajectory, 0)).containsExactly(1, 1, 0, 0, 0, 1, 1, 1);
  }

  @Test
  void a08HealthySourcesTakeOverTheShareOfOneThatIsOut() {
    Trajectory trajectory =
        run(
            4,
            """
            East -> Shop: ore, share .5
            West -> Shop: ore, share .5, cap 3
            Shop holds ore: 0, upto 0, policy base_stock
            Shop sells ore: 4, lost 1""",
            new LinkClosure(link("East>Shop:ore"), window(1, 2)));
    assertThat(service(trajectory, 0)).containsExactly(1, 0.75, 0.75, 1);
  }

  @Test
  void a09ASiteThatMakesNothingPassesOnTheShareThatIsLeft() {
    Trajectory trajectory =
        run(
            4,
            """
            Mine -> Depot: ore
            Depot -> Shop: ore
            Depot holds ore: 50, upto 50, policy base_stock
            Shop holds ore: 0, upto 0, policy base_stock
            Shop sells ore: 5, lost 1""",
            new CapacityLoss(site("Depot"), window(1, 2), new Share(0.4)));
    assertThat(service(trajectory, 0)[0]).isEqualTo(1);
    assertThat(service(trajectory, 0)[1]).isCloseTo(0.6, within(1e-12));
    assertThat(service(trajectory, 0)[3]).isEqualTo(1);
  }

  @Test
  void a10ALinkByWayOfAClosedSiteIsClosed() {
    Trajectory trajectory =
        run(
            3,
            """
            Mine -> Shop: ore, via Port
            Shop holds ore: 0, upto 0, policy base_stock
            Shop sells ore: 5, lost 1""",
            new LinkClosure(site("Port"), window(1, 1)));
    assertThat(service(trajectory, 0)).containsExactly(1, 0, 1);
  }

  @Test
  void a11DelayHoldsBackWhatLeavesInItsWindow() {
    // What leaves on day 2 arrives on day 5 rather than 3; the 5 that were lost stay in stock then.
    Trajectory trajectory =
        run(
            7,
            """
            Mine -> Shop: ore, lead 1
            Shop holds ore: 0, upto 5, policy base_stock
            Shop sells ore: 5, lost 1""",
            new Delay(link("Mine>Shop:ore"), window(2, 1), new Days(2)));
    assertThat(service(trajectory, 0)).containsExactly(1, 1, 1, 0, 1, 1, 1);
  }

  @Test
  void a12ADemandSurgeIsServedAsFarAsStockGoes() {
    Trajectory trajectory =
        run(
            4,
            """
            Mine -> Shop: ore, lead 5
            Shop holds ore: 4, upto 29, policy base_stock
            Shop sells ore: 5, lost 1""",
            new DemandChange(site("Shop"), window(1, 2), 2));
    // Day 1: 5 come, 4 are there, 10 are asked for. Day 2: 5 come, 10 are asked for.
    assertThat(service(trajectory, 0)).containsExactly(1, 0.9, 0.5, 1);
    assertThat(trajectory.path().getFirst().cause()).isEqualTo(new Starvation.Cause.Hit(0));
  }

  @Test
  void a13StockLossStrikesOnce() {
    Trajectory trajectory =
        run(
            4,
            """
            Mine -> Shop: ore, lead 2
            Shop holds ore: 8, upto 18, policy base_stock
            Shop sells ore: 5, lost 1""",
            new StockLoss(link("Mine>Shop:ore"), window(1, 3), new Share(1)),
            new StockLoss(site("Shop"), window(1, 3), new Share(0.5)));
    // Day 1: 4 of 8 are left and nothing comes; day 2: nothing; day 3: what was ordered on day 1.
    assertThat(service(trajectory, 0)).containsExactly(1, 0.8, 0, 1);
  }

  @Test
  void a14BackordersWaitAndAreServedFirst() {
    Trajectory trajectory =
        run(
            5,
            """
            Mine makes ore, cap 6
            Mine holds ore: 0, upto 0, policy base_stock
            Mine sells ore: 4""",
            new CapacityLoss(site("Mine"), window(0, 2), new Share(1)));
    // 8 wait after day 1; then 6 of 12, 6 of 10 and 6 of 8 are served, of which the last 2 are
    // fresh.
    assertThat(service(trajectory, 0)).containsExactly(0, 0, 0, 0, 0.5);
    DemandOutcome demand = trajectory.demands().getFirst();
    assertThat(demand.lateUnitDays().mean()).isEqualTo(4 + 8 + 6 + 4 + 2);
    assertThat(demand.lostUnits().mean()).isEqualTo(2);
  }

  @Test
  void a15TechnologyStopsTheSitesThatNeedIt() {
    Trajectory trajectory =
        run(
            3,
            """
            Fab makes chip
            Fab needs litho
            Fab holds chip: 0, upto 0, policy base_stock
            Fab sells chip: 5, lost 1""",
            new CapacityLoss(
                new Target(Target.Kind.TECHNOLOGY, "litho"), window(1, 1), new Share(0.2)));
    assertThat(service(trajectory, 0)).containsExactly(1, 0.8, 1);
  }

  @Test
  void a16FirmsAndRegionsReachTheirSites() {
    String chain =
        """
        North in Hills of Digger
        South in Plain of Digger
        North -> Shop: ore, share .25
        South -> Shop: ore, share .75
        Shop holds ore: 0, upto 0, policy base_stock
        Shop sells ore: 4, lost 1""";
    Target hills = new Target(Target.Kind.REGION, "Hills");
    Target digger = new Target(Target.Kind.FIRM, "Digger");
    assertThat(service(run(2, chain, new CapacityLoss(hills, window(1, 1), new Share(0.4))), 0))
        .containsExactly(1, 0.9);
    assertThat(service(run(2, chain, new LinkClosure(digger, window(1, 1))), 0))
        .containsExactly(1, 0);
  }

  @Test
  void a17ThePathLeadsFromTheFabToTheShop() {
    // Fab stops on day 0; 2 days under way and 10 in stock feed 4 days: chips run out on day 4,
    // cars
    // one transit day and 10 cars in stock later.
    Trajectory trajectory =
        run(
            12,
            """
            Fab makes chip
            Fab holds chip: 0, upto 0, policy base_stock
            Fab -> Works: chip, lead 2
            Works holds chip: 10, upto 20, policy base_stock
            Works makes car: 1 chip
            Works holds car: 0, upto 0, policy base_stock
            Works -> Shop: car, lead 1
            Shop holds car: 10, upto 15, policy base_stock
            Shop sells car: 5, lost 1""",
            new CapacityLoss(site("Fab"), window(0, 12), new Share(1)));
    assertThat(trajectory.path())
        .containsExactly(
            new Starvation("Fab", "chip", 0, 5, new Starvation.Cause.Hit(0)),
            new Starvation(
                "Works", "chip", 4, 5, new Starvation.Cause.Supplier("Fab>Works:chip", "Fab")),
            new Starvation("Works", "car", 4, 5, new Starvation.Cause.Input("Works:car", "chip")),
            new Starvation(
                "Shop", "car", 7, 5, new Starvation.Cause.Supplier("Works>Shop:car", "Works")));
  }

  @Test
  void a18PausedOrdersAreMadeUpLater() {
    Trajectory trajectory =
        run(
            6,
            """
            Mine -> Shop: ore, lead 1
            Shop holds ore: 5, upto 10, policy base_stock
            Shop sells ore: 5, lost 1""",
            new OrderPause(site("Shop"), window(1, 2)));
    // Orders of days 1 and 2 are missing: nothing comes on days 2 and 3; stock serves day 2.
    assertThat(service(trajectory, 0)).containsExactly(1, 1, 1, 0, 1, 1);
  }

  @Test
  void a19CapacityComesBackInTheShapeOfTheRecovery() {
    Window fading = new Window(new Days(1), new Days(1), Disruption.Recovery.LINEAR, new Days(2));
    Trajectory trajectory =
        run(
            5,
            """
            Mine makes ore, cap 8
            Mine holds ore: 0, upto 0, policy base_stock
            Mine sells ore: 8, lost 1""",
            new CapacityLoss(site("Mine"), fading, new Share(1)));
    // At noon of the two days after, 0.75 and 0.25 of the loss are left.
    assertThat(service(trajectory, 0)).containsExactly(1, 0, 0.25, 0.75, 1);
  }

  @Test
  void a20AProductTargetReachesEveryMakerOfIt() {
    Trajectory trajectory =
        run(
            2,
            """
            East makes ore
            West makes tin
            East holds ore: 0, upto 0, policy base_stock
            West holds tin: 0, upto 0, policy base_stock
            East sells ore: 4, lost 1
            West sells tin: 4, lost 1""",
            new CapacityLoss(new Target(Target.Kind.PRODUCT, "tin"), window(1, 1), new Share(1)));
    assertThat(service(trajectory, 0)).containsExactly(1, 1);
    assertThat(service(trajectory, 1)).containsExactly(1, 0);
  }

  @Test
  void a21WhoeverTakesOverDrawsOnItsOwnSupplier() {
    // From day 1 West serves both shares; its ore is made at 6 a day for 8.
    Trajectory trajectory =
        run(
            4,
            """
            East -> Shop: ore, share .5
            West -> Shop: ore, share .5
            Pit -> West: ore
            Pit makes ore, cap 6
            Pit holds ore: 0, upto 0, policy base_stock
            West holds ore: 0, upto 0, policy base_stock
            Shop holds ore: 0, upto 0, policy base_stock
            Shop sells ore: 8, lost 1""",
            new LinkClosure(link("East>Shop:ore"), window(1, 3)));
    assertThat(service(trajectory, 0)).containsExactly(1, 0.75, 0.75, 0.75);
    assertThat(trajectory.path())
        .containsExactly(
            new Starvation("Pit", "ore", 1, 2, new Starvation.Cause.Customer("West", "ore")),
            new Starvation("West", "ore", 1, 2, new Starvation.Cause.Customer("Shop", "ore")),
            new Starvation("Shop", "ore", 1, 2, new Starvation.Cause.Hit(0)));
  }

  @Test
  void a22WhatAHubCannotLetOutIsTheDoingOfWhatHitsIt() {
    // From day 2 the hub lets out 3 of the 10 that it has and gets; nothing comes in short.
    Trajectory trajectory =
        run(
            6,
            """
            Mine -> Hub: ore, cap 10
            Hub -> Shop: ore, lead 1, cap 10
            Hub holds ore: 10, upto 10, policy base_stock
            Shop holds ore: 0, upto 10, policy base_stock
            Shop sells ore: 10, lost 1""",
            new CapacityLoss(site("Hub"), window(2, 4), new Share(.7)));
    assertThat(trajectory.path())
        .first()
        .isEqualTo(new Starvation("Hub", "ore", 2, 7, new Starvation.Cause.Hit(0)));
  }
}
