package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.OrderPause;
import tenon.model.Disruption.StockLoss;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.model.Share;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;
import tenon.twin.site.SimulationSpec.Allocation;

/** Shelves, days off, seasons, turns and the policies that look further, each worked by hand. */
class RhythmTest {
  private static final LocalDate THURSDAY = LocalDate.of(2024, 1, 4);

  private static Trajectory run(int days, String chain, SimulationSpec spec, Disruption... cuts) {
    return Simulation.simulate(
        DrawnChain.of(chain),
        new Scenario("rhythm", new Days(days), List.of(cuts)),
        spec.withChecking(SimulationSpec.Checking.STEP),
        Progress.NONE);
  }

  private static SimulationSpec one() {
    return SimulationSpec.of(1, 7);
  }

  private static double[] service(Trajectory trajectory, int demand) {
    ServiceCurve curve = trajectory.demands().get(demand).outcome().service();
    return IntStream.range(0, curve.days()).mapToDouble(curve::mean).toArray();
  }

  /** What a node orders day by day. */
  private static double[] orders(
      int days, String chain, SimulationSpec spec, String node, Disruption... cuts) {
    List<Double> ordered = new ArrayList<>();
    Simulation.trace(
        DrawnChain.of(chain),
        new Scenario("rhythm", new Days(days), List.of(cuts)),
        spec,
        0,
        day -> {
          if (day.node().equals(node)) {
            ordered.add(day.ordered());
          }
        });
    return ordered.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Window window(double start, double duration) {
    return new Window(new Days(start), new Days(duration));
  }

  private static Target site(String id) {
    return new Target(Target.Kind.SITE, id);
  }

  @Test
  void stockIsThrownAwayWhenItHasLainAsLongAsItKeeps() {
    // 10 at the start keep 3 days: 2 a day are sold on days 0 to 2, and on the morning of day 3 the
    // other 4 go. From then on nothing comes.
    Trajectory trajectory =
        run(
            6,
            """
            Mine -> Shop: milk, lead 9
            Shop holds milk: 10, upto 10, policy base_stock, keeps 3
            Shop sells milk: 2, lost 0""",
            one());
    assertThat(service(trajectory, 0)).containsExactly(1, 1, 1, 0, 0, 0);
    Perished milk = trajectory.perished().getFirst();
    assertThat(milk.units().mean()).isEqualTo(4);
    assertThat(milk.shelfLifeDays()).isEqualTo(3);
  }

  @Test
  void theOldestIsSoldFirst() {
    // Base stock 6, lead 0: 2 sold are made up for the same day. Evening of day 0: 6 that came on
    // day 0 (the start counts as that). Day 1: 4 and 2 of day 1; day 2: 2, 2 and 2. They keep 3
    // days, so that 2 go on the morning of day 3; where they keep 2, 4 go on that of day 2.
    String chain =
        """
        Mine -> Shop: milk
        Shop holds milk: 6, upto 6, policy base_stock, keeps 3
        Shop sells milk: 2, lost 0""";
    assertThat(run(3, chain, one()).perished().getFirst().units().mean()).isZero();
    assertThat(run(4, chain, one()).perished().getFirst().units().mean()).isEqualTo(2);
    String shorter = chain.replace("keeps 3", "keeps 2");
    assertThat(run(3, shorter, one()).perished().getFirst().units().mean()).isEqualTo(4);
    for (int days = 5; days < 30; days++) {
      assertThat(run(days, chain, one()).perished().getFirst().units().mean())
          .isEqualTo(perishedByBatches(days, 3));
      assertThat(run(days, shorter, one()).perished().getFirst().units().mean())
          .isEqualTo(perishedByBatches(days, 2));
    }
  }

  /** The same shop with its batches told one by one. */
  private static double perishedByBatches(int days, int keeps) {
    List<double[]> batches = new ArrayList<>(List.of(new double[] {0, 6}));
    double gone = 0;
    for (int day = 0; day < days; day++) {
      for (double[] batch : batches) {
        if (batch[0] <= day - keeps) {
          gone += batch[1];
          batch[1] = 0;
        }
      }
      double there = batches.stream().mapToDouble(batch -> batch[1]).sum();
      batches.add(new double[] {day, 6 - there + 2});
      double asked = 2;
      for (double[] batch : batches) {
        double sold = Math.min(asked, batch[1]);
        batch[1] -= sold;
        asked -= sold;
      }
    }
    return gone;
  }

  @Test
  void nothingIsMadeShippedOrReceivedOnDaysOff() {
    // Day 0 is a Thursday. The plant makes and ships to order with a lead of one day and rests on
    // days 2 and 3; what is ordered then leaves on Monday, day 4, and comes on day 5.
    Trajectory trajectory =
        run(
            8,
            """
            Plant makes chip, cap 100
            Plant holds chip: 0, upto 0, policy base_stock
            Plant works mon-fri
            Plant -> Shop: chip, lead 1
            Shop holds chip: 0, upto 5, policy base_stock
            Shop sells chip: 5, lost 0""",
            one().withStartDate(THURSDAY));
    assertThat(service(trajectory, 0)).containsExactly(1, 1, 1, 0, 0, 1, 1, 1);
  }

  @Test
  void whatComesOnADayOffWaitsAtTheGate() {
    // The shop rests at the weekend (days 2 and 3); it sells what it has, and what comes on days 2
    // and 3 is received on day 4 with that of day 4: 15 for a demand of 5.
    Trajectory trajectory =
        run(
            6,
            """
            Mine -> Shop: ore, lead 1
            Shop holds ore: 0, upto 5, policy base_stock
            Shop works mon-fri
            Shop sells ore: 5, lost 0""",
            one().withStartDate(THURSDAY));
    assertThat(service(trajectory, 0)).containsExactly(1, 1, 0, 0, 1, 1);
  }

  @Test
  void holidaysHoldForARegionFromTheFirstToTheLastDay() {
    Trajectory trajectory =
        run(
            7,
            """
            Plant in Hills of Digger
            Plant makes chip, cap 100
            Plant holds chip: 0, upto 0, policy base_stock
            Plant sells chip: 5, lost 0
            Hills rests 2024-01-06 2024-01-08""",
            one().withStartDate(THURSDAY));
    assertThat(service(trajectory, 0)).containsExactly(1, 1, 0, 0, 0, 1, 1);
  }

  @Test
  void demandGoesByWeekdayAndMonth() {
    // Day 0 is Tuesday the 30th of January; Wednesdays ask twice as much, February half.
    Trajectory trajectory =
        run(
            4,
            """
            Mine -> Shop: ore, lead 9
            Shop holds ore: 1000, upto 0, policy base_stock
            Shop sells ore: 10, lost 0
            Shop varies ore: wed 2, feb .5""",
            one().withStartDate(LocalDate.of(2024, 1, 30)));
    assertThat(trajectory.demands().getFirst().outcome().service().mean(0)).isEqualTo(1);
    double[] asked = asked("wed 2, feb .5", LocalDate.of(2024, 1, 30), 4);
    assertThat(asked).containsExactly(10, 20, 5, 5);
  }

  private static double[] asked(String seasons, LocalDate start, int days) {
    List<Double> demanded = new ArrayList<>();
    Simulation.trace(
        DrawnChain.of(
            """
            Mine -> Shop: ore
            Shop holds ore: 1000, upto 0, policy base_stock
            Shop sells ore: 10, lost 0
            Shop varies ore: %s"""
                .formatted(seasons)),
        new Scenario("season", new Days(days), List.of()),
        one().withStartDate(start),
        0,
        day -> {
          if (day.node().equals("Shop")) {
            demanded.add(day.asked());
          }
        });
    return demanded.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  void aShareOfDaysWithoutDemandKeepsMeanAndDeviationOfAllDays() {
    // Planted: mean 10, deviation 15, none on 60 % of the days.
    DemandLaw law = DemandLaw.of("gamma", 10, 15, 0.6);
    RandomStream stream = RandomStreams.of(3).stream(Purpose.DEMAND, "zero", 0);
    double[] drawn = IntStream.range(0, 200_000).mapToDouble(_ -> law.draw(stream)).toArray();
    double mean = Arrays.stream(drawn).average().orElse(0);
    double squares = Arrays.stream(drawn).map(y -> y * y).average().orElse(0);
    double none = Arrays.stream(drawn).filter(y -> y == 0).count() / 200_000.0;
    assertThat(mean).isCloseTo(10, within(4 * 15 / Math.sqrt(200_000)));
    assertThat(Math.sqrt(squares - mean * mean)).isCloseTo(15, within(0.3));
    assertThat(none).isCloseTo(0.6, within(4 * Math.sqrt(0.24 / 200_000)));
    assertThat(law.mean()).isCloseTo(10, within(1e-12));
  }

  private static final String SCARCE =
      """
      Mine makes ore, cap 6
      Mine holds ore: 0, upto 0, policy base_stock
      Mine -> East: ore
      Mine -> West: ore
      East holds ore: 0, upto 0, policy base_stock
      West holds ore: 0, upto 0, policy base_stock
      East sells ore: 4, lost 1, margin 5, priority 1
      West sells ore: 4, lost 7, priority 2""";

  @Test
  void byPriorityTheHighestIsServedFirst() {
    // 6 for claims of 4 and 4. In proportion 3 and 3; by priority West gets 4 and East 2.
    assertThat(service(run(3, SCARCE, one()), 0)).containsExactly(0.75, 0.75, 0.75);
    Trajectory ranked = run(3, SCARCE, one().withAllocation(Allocation.PRIORITY));
    assertThat(service(ranked, 0)).containsExactly(0.5, 0.5, 0.5);
    assertThat(service(ranked, 1)).containsExactly(1, 1, 1);
  }

  @Test
  void optimisedServesWhatIsDearest() {
    // A unit not served costs 5 + 1 in the East and 5 + 7 in the West.
    Trajectory worth = run(3, SCARCE, one().withAllocation(Allocation.OPTIMISED));
    assertThat(service(worth, 0)).containsExactly(0.5, 0.5, 0.5);
    assertThat(service(worth, 1)).containsExactly(1, 1, 1);
    // Turned round, the East is dearer.
    String turned = SCARCE.replace("lost 1", "lost 9");
    Trajectory other = run(3, turned, one().withAllocation(Allocation.OPTIMISED));
    assertThat(service(other, 0)).containsExactly(1, 1, 1);
  }

  private static final String SERIAL =
      """
      Mine -> Depot: ore, lead 2
      Depot -> Shop: ore, lead 1
      Depot holds ore: 10, upto 20, policy %s
      Shop holds ore: 10, upto 10, policy base_stock
      Shop sells ore: 5, lost 0""";

  @Test
  void anEchelonOrdersForWhatGoesOnBelowIt() {
    // Local and echelon levels that belong together (an echelon's is the sum: 20 + 10) order the
    // same while all order (Axsaeter and Rosling 1993).
    String local = SERIAL.formatted("base_stock");
    String echelon = SERIAL.formatted("echelon_base_stock").replace("upto 20", "upto 30");
    assertThat(orders(12, echelon, one(), "Depot"))
        .containsExactly(orders(12, local, one(), "Depot"));
    // The shop does not order on days 2 to 4: the depot sees no order, the echelon the demand.
    Disruption silent = new OrderPause(site("Shop"), window(2, 3));
    double[] blind = orders(8, local, one(), "Depot", silent);
    double[] seeing = orders(8, echelon, one(), "Depot", silent);
    assertThat(Arrays.copyOfRange(blind, 2, 5)).containsExactly(0, 0, 0);
    assertThat(Arrays.copyOfRange(seeing, 2, 4)).containsExactly(5, 5);
  }

  @Test
  void aLevelThatIsNotStatedIsTheSumOfThoseInTheEchelon() {
    String chain = SERIAL.formatted("echelon_base_stock").replace("upto 20, ", "");
    Network network = Network.of(DrawnChain.of(chain), one(), new Blanks());
    int depot =
        IntStream.range(0, network.nodes)
            .filter(node -> network.siteId(node).equals("Depot"))
            .findFirst()
            .orElseThrow();
    // Lead 2 and review 1 of a use of 5, safety 10 - 5; and 10 below.
    assertThat(network.orderUpTo[depot]).isEqualTo(15 + 5 + 10);
  }

  private static final String ASSEMBLY =
      """
      Far -> Plant: lens, lead 6
      Near -> Plant: case, lead 1
      Plant makes camera: 1 lens + 1 case, cap 100
      Plant holds lens: 5, policy %1$s
      Plant holds case: 5, policy %1$s
      Plant holds camera: 0, upto 0, policy base_stock
      Plant sells camera: 5""";

  @Test
  void aBalancedComponentIsNotOrderedAheadOfItsPartner() {
    // The 30 lenses on their way are lost on day 2; new ones come 6 days after they are ordered, on
    // day 8. Cases, a day away, are ordered 5 a day by the echelon alone, though none can be used;
    // balanced, the 5 on hand are all that goes with the lenses until a day before lenses come.
    Disruption loss =
        new StockLoss(new Target(Target.Kind.LINK, "Far>Plant:lens"), window(2, 1), new Share(1));
    double[] plain =
        orders(10, ASSEMBLY.formatted("echelon_base_stock"), one(), "Plant/case", loss);
    double[] balanced =
        orders(10, ASSEMBLY.formatted("balanced_echelon"), one(), "Plant/case", loss);
    assertThat(Arrays.copyOfRange(plain, 2, 7)).containsExactly(5, 5, 5, 5, 5);
    assertThat(Arrays.copyOfRange(balanced, 3, 7)).containsExactly(0, 0, 0, 0);
    assertThat(balanced[7]).isGreaterThan(5);
    assertThat(Arrays.stream(balanced).sum()).isLessThanOrEqualTo(Arrays.stream(plain).sum());
  }

  @Test
  void aPlannedNodeOrdersForTheSeasonAhead() {
    // Lead 2, review 1, no safety stock: on day t the level is the demand of days t to t + 2.
    // Saturdays (day 2) ask 3 times as much: the order rises on Thursday, day 0, already.
    String chain =
        """
        Mine -> Shop: ore, lead 2
        Shop holds ore: 10, safety 0, policy mrp
        Shop sells ore: 10, lost 0
        Shop varies ore: sat 3""";
    SimulationSpec spec = one().withStartDate(THURSDAY);
    // Position on day 0: 10 + 20 on the way - 10; level 10 + 10 + 30.
    assertThat(orders(5, chain, spec, "Shop")).containsExactly(30, 10, 10, 10, 10);
    assertThat(service(run(5, chain, spec), 0)).containsExactly(1, 1, 1, 1, 1);
    String blind = chain.replace("policy mrp", "policy base_stock");
    assertThat(service(run(5, blind, spec), 0)[2]).isLessThan(1);
  }

  @Test
  void needsAreExplodedThroughRecipesAndLeads() {
    // A camera takes 2 lenses; the shop is 3 days from the plant, a camera is made in 1: lenses
    // are needed 4 days before cameras are sold. Monday the 8th is day 4.
    String chain =
        """
        Far -> Plant: lens, lead 2
        Plant makes camera: 2 lens, cap 100, cycle 1
        Plant holds lens: 50, safety 0, policy mrp
        Plant holds camera: 0, upto 0, policy base_stock
        Plant -> Shop: camera, lead 3
        Shop holds camera: 50, upto 50, policy base_stock
        Shop sells camera: 10
        Shop varies camera: mon 4""";
    Network network = Network.of(DrawnChain.of(chain), one().withStartDate(THURSDAY), new Blanks());
    Requirements needs = Objects.requireNonNull(network.requirements);
    int lens = network.inputNode[0];
    assertThat(needs.need(lens, 0)).isEqualTo(2 * 40);
    assertThat(needs.need(lens, 1)).isEqualTo(2 * 10);
    assertThat(needs.level(lens, -1)).isEqualTo(20 + 80 + 20);
  }

  @Test
  void aStockIsReviewedOnItsDays() {
    String chain =
        """
        Mine -> Shop: ore, lead 1
        Shop holds ore: 40, upto 40, policy periodic_review, review 3
        Shop sells ore: 10, lost 0""";
    assertThat(orders(7, chain, one(), "Shop")).containsExactly(10, 0, 0, 30, 0, 0, 30);
  }

  @Test
  void costsAndFillRateByHand() {
    // On hand in the evening 10, 5, 0: 15 x 0.1; made 5 a day at 2 from day 0 on for the order of
    // day 0 (cycle 0): none, since the stock of the start lasts. Lost on day 3: 5 at 3 each.
    Trajectory trajectory =
        run(
            4,
            """
            Mine -> Shop: ore, lead 9
            Shop holds ore: 15, upto 0, policy base_stock, holding .1
            Shop sells ore: 5, lost 3, margin 1""",
            one());
    List<Costs.Item> items = trajectory.costs().items();
    assertThat(items.stream().map(Costs.Item::kind))
        .containsExactly(Costs.Kind.HOLDING, Costs.Kind.STOCKOUT, Costs.Kind.TOTAL);
    assertThat(items.get(0).cost().mean()).isCloseTo(1.5, within(1e-12));
    assertThat(items.get(1).cost().mean()).isEqualTo(15);
    assertThat(items.get(2).cost().mean()).isCloseTo(16.5, within(1e-12));
    assertThat(IntStream.range(0, 4).mapToDouble(trajectory.fillRate().curve()::mean).toArray())
        .containsExactly(1, 1, 1, 0.75);
  }
}
