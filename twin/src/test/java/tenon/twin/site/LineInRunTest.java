package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.model.Share;
import tenon.model.node.Law;
import tenon.model.node.NodeSpec;
import tenon.model.node.SiteNode;
import tenon.model.node.Station;
import tenon.numeric.RandomStreams;
import tenon.twin.node.Estimate;

/** A site in detail inside the daily run. */
class LineInRunTest {
  private static final SimulationSpec CHECKED =
      SimulationSpec.of(1, 7).withChecking(SimulationSpec.Checking.STEP);

  private static final String PLANT =
      """
      Mine -> Plant: ore, lead 2
      Plant makes chip: 2 ore%s, cycle 1
      Plant -> Shop: chip, lead 1
      Shop holds chip: 30, upto 60, policy base_stock
      Shop sells chip: 20, law poisson, margin 5""";

  static SiteNode line(String site, boolean morning, Law arrivals, Station... stations) {
    return new SiteNode(
        site,
        "nodes/" + site + ".yaml",
        "day",
        1,
        morning,
        List.of(),
        1,
        NodeSpec.of(arrivals, List.of(stations), 100, 2));
  }

  static List<DayOfNode> trace(Chain chain, Scenario scenario) {
    List<DayOfNode> days = new ArrayList<>();
    Simulation.trace(chain, scenario, CHECKED, 0, days::add);
    return days;
  }

  static Scenario scenario(int days, Disruption... disruptions) {
    return new Scenario("s", new Days(days), List.of(disruptions));
  }

  static Disruption loss(String site, double start, double days, double lost) {
    return new Disruption.CapacityLoss(
        new Target(Target.Kind.SITE, site),
        new Disruption.Window(new Days(start), new Days(days)),
        new Share(lost));
  }

  private static List<DayOfNode> withoutCapacity(List<DayOfNode> days) {
    return days.stream()
        .map(
            day ->
                new DayOfNode(
                    day.day(),
                    day.node(),
                    day.level(),
                    day.asked(),
                    day.ordered(),
                    day.received(),
                    day.shipped(),
                    day.holdingCost(),
                    day.stockoutCost(),
                    day.transitCost(),
                    day.fillRate(),
                    day.disrupted(),
                    Double.NaN))
        .toList();
  }

  @Test
  void aFixedLineThatDoesCADayIsCapacityC() {
    Scenario broken = scenario(120, loss("Plant", 30, 10, 0.5), loss("Mine", 60, 8, 1));
    Chain plain = DrawnChain.of(PLANT.formatted(", cap 22"));
    Chain lined =
        DrawnChain.of(PLANT.formatted(""))
            .with(
                List.of(
                    line(
                        "Plant",
                        true,
                        Law.fixed(1),
                        Station.plain("Press", 1, Law.fixed(1 / 22.0)))));
    assertThat(withoutCapacity(trace(lined, broken))).isEqualTo(trace(plain, broken));
  }

  @Test
  void aPlanSeesWhatALineCouldDoOfAProductAlone() {
    // 22 jobs of one unit a day; half of them while half of the plant stands still.
    Chain lined =
        DrawnChain.of(PLANT.formatted(""))
            .with(
                List.of(
                    line(
                        "Plant",
                        true,
                        Law.fixed(1),
                        Station.plain("Press", 1, Law.fixed(1 / 22.0)))));
    Rules rules = Rules.of(lined, scenario(30, loss("Plant", 10, 5, 0.5)), CHECKED);
    int recipe = lined.links().count();
    assertThat(rules.capacityPerDay(recipe)).isCloseTo(22, within(1e-9));
    assertThat(rules.limitPerDay(recipe, 5)).isCloseTo(22, within(1e-9));
    assertThat(rules.limitPerDay(recipe, 12)).isCloseTo(11, within(1e-9));
  }

  @Test
  void aLineIsShutOnDaysOff() {
    Chain lined =
        DrawnChain.of(PLANT.formatted("") + "\nPlant works mon-fri")
            .with(
                List.of(
                    line(
                        "Plant",
                        true,
                        Law.fixed(1),
                        Station.plain("Press", 1, Law.fixed(1 / 40.0)))));
    double[] done = new double[14];
    for (DayOfNode day : trace(lined, scenario(14))) {
      if (day.node().equals("Plant/chip")) {
        done[day.day()] = day.lineCapacity();
      }
    }
    // Day 0 is a Monday.
    assertThat(new double[] {done[5], done[6], done[12], done[13]}).containsOnly(0);
    assertThat(new double[] {done[0], done[4], done[7], done[11]}).doesNotContain(0);
  }

  /** Gross, Shortle, Thompson and Harris: L = rho / (1 - rho), Lq = rho^2 / (1 - rho). */
  @Test
  void aPlantUnderPoissonDemandIsMM1() {
    Chain chain =
        DrawnChain.of(
                """
                Mine -> Plant: ore, lead 1
                Plant holds ore: 5000, upto 5000, policy base_stock
                Plant makes chip: 1 ore, cycle 1
                Plant holds chip: 200, upto 200, policy base_stock
                Plant sells chip: 16, law poisson, margin 1""")
            .with(
                List.of(
                    line(
                        "Plant",
                        false,
                        Law.exponential(1),
                        Station.plain("Press", 1, Law.exponential(1 / 20.0)))));
    NodeLoads.Site load = loads(chain, 40, 500, 60);
    near(load.result().stations().getFirst().working(), 0.8);
    near(load.result().stations().getFirst().queue(), 0.64 / 0.2);
    near(load.result().waiting(), 0.8 / 0.2 / 20);
    near(load.result().throughput(), 16);
  }

  /** The same of a shop that hands over what it holds, and of three machines (Erlang C). */
  @Test
  void aShopUnderPoissonDemandIsMM3() {
    Chain chain =
        DrawnChain.of(
                """
                Mine -> Shop: ore, lead 1
                Shop holds ore: 5000, upto 5000, policy base_stock
                Shop sells ore: 24, law poisson, margin 1""")
            .with(
                List.of(
                    line(
                        "Shop",
                        false,
                        Law.exponential(1),
                        Station.plain("Desk", 3, Law.exponential(0.1)))));
    double a = 2.4;
    double top = a * a * a / 6 * 3 / (3 - a);
    double waits = top / (1 + a + a * a / 2 + top);
    NodeLoads.Site load = loads(chain, 40, 500, 60);
    near(load.result().waiting(), waits / (3 - a) / 10);
    near(load.result().stations().getFirst().working(), 0.8);
  }

  private static NodeLoads.Site loads(Chain chain, int reps, int days, int warmUp) {
    SimulationSpec spec =
        SimulationSpec.of(reps, 3).withStart(SimulationSpec.Pipeline.USUAL, warmUp);
    return Simulation.loads(chain, scenario(days), spec, reps, Progress.NONE).sites().getFirst();
  }

  /** Within twice the half width of the interval. */
  private static void near(Estimate estimate, double truth) {
    double half = estimate.high() - estimate.mean();
    assertThat(estimate.mean()).isCloseTo(truth, within(2 * half));
    assertThat(half).isLessThan(0.1 * truth);
  }

  @Test
  void aLineThatWorksOnMoreThanItWasGivenIsCaught() {
    Chain chain =
        DrawnChain.of(PLANT.formatted(""))
            .with(
                List.of(
                    line("Plant", true, Law.fixed(1), Station.plain("Oven", 40, Law.fixed(1.4)))));
    SimulationSpec spec = SimulationSpec.of(1, 1);
    Blanks blanks = new Blanks();
    Network network = Network.of(chain, spec, blanks);
    Balance balance = new Balance(network, 1);
    Observer bug =
        new Observer() {
          @Override
          public void before(int day, Block block) {
            balance.before(day, block);
          }

          @Override
          public void after(int day, Block block, Flows flows, Regime regime) {
            for (LineWork work : block.lines) {
              double[] none = new double[work.site.keys.length];
              if (day == 5 && work.site.arcs.length > 0) {
                work.lines[0].run(none, work.site.node.day());
              }
            }
            balance.after(day, block, flows, regime);
          }
        };
    RandomStreams random = RandomStreams.of(1);
    Ledger ledger = new Ledger(network.demands(), 20, 1);
    Engine engine =
        new Engine(
                network,
                Regimes.of(network, List.of(), 20, 0.5),
                spec,
                new DemandDraws(network, random, 0, 1),
                new LeadTimeDraws(network, random, 0, 1),
                new Tally(new Stakes(chain, spec, blanks), ledger, 0, 1),
                bug)
            .withLines(random, new int[] {0});
    assertThatThrownBy(() -> engine.run(20))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("units in the line");
  }

  @Test
  void threadsAndBlocksChangeNoBit() {
    Chain chain = RandomLines.on(DrawnChain.of(new RandomChain(5).text()), 5);
    Scenario broken = new RandomChain(5).scenario(40);
    SimulationSpec spec = SimulationSpec.of(300, 5);
    Trajectory one = Simulation.simulate(chain, broken, spec, Progress.NONE);
    Trajectory two = Simulation.simulate(chain, broken, spec.withThreads(2), Progress.NONE);
    assertThat(two)
        .usingRecursiveComparison()
        .withComparatorForType(Double::compare, Double.class)
        .isEqualTo(one);
    assertThat(Simulation.loads(chain, broken, spec.withThreads(2), 200, Progress.NONE))
        .isEqualTo(Simulation.loads(chain, broken, spec, 200, Progress.NONE));
  }

  /**
   * Orders of days 5 to 7 reach the mine on days 8 to 10, each a day's demand of 5. Until then
   * nothing comes: 10, 5, 0 in the evenings of days 5 to 7, and 5 owed on day 8. On days 8 to 10
   * two days' orders are shipped at once, and 10 come a day later.
   */
  @Test
  void ordersThatAreThreeDaysLateAreMissedAndMadeUpForAsByHand() {
    Chain chain =
        DrawnChain.of(
            """
            Mine -> Shop: ore, lead 1
            Shop holds ore: 15, upto 15, policy base_stock
            Shop sells ore: 5, margin 1""");
    Disruption late =
        new Disruption.InformationDelay(
            new Target(Target.Kind.SITE, "Shop"),
            new Disruption.Window(new Days(5), new Days(3)),
            new Days(3));
    assertThat(
            trace(chain, scenario(14, late)).stream()
                .filter(day -> day.node().equals("Shop"))
                .mapToDouble(DayOfNode::level))
        .containsExactly(
            10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 5.0, 0.0, -5.0, 0.0, 5.0, 10.0, 10.0, 10.0);
  }
}
