package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Finding;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.model.Share;
import tenon.numeric.RandomStreams;

class InvarianceTest {
  private static final String CHAIN =
      """
      Mine -> Plant: ore, lead 3, sd 2
      Plant makes chip: 2 ore, cap 30, cycle 1
      Plant -> Shop: chip, lead 2, sd 1
      Shop sells chip: 10, sd 4, law gamma, lost 1, margin 5""";

  private static final Scenario OUTAGE =
      new Scenario(
          "outage",
          new Days(60),
          List.of(
              new Disruption.CapacityLoss(
                  new Target(Target.Kind.SITE, "Plant"),
                  new Disruption.Window(new Days(10), new Days(12)),
                  new Share(1))));

  private static Trajectory run(String chain, Scenario scenario, SimulationSpec spec) {
    return Simulation.simulate(DrawnChain.of(chain), scenario, spec, Progress.NONE);
  }

  private static double[][] series(Trajectory trajectory) {
    ServiceCurve curve = trajectory.demands().getFirst().outcome().service();
    double[][] series = new double[3][curve.days()];
    for (int day = 0; day < curve.days(); day++) {
      series[0][day] = curve.mean(day);
      series[1][day] = curve.low(day);
      series[2][day] = curve.high(day);
    }
    return series;
  }

  @Test
  void threadsChangeNoBit() {
    SimulationSpec spec = SimulationSpec.of(500, 42);
    Trajectory one = run(CHAIN, OUTAGE, spec);
    for (int threads : new int[] {2, 3, 7}) {
      Trajectory many = run(CHAIN, OUTAGE, spec.withThreads(threads));
      assertThat(series(many)).isDeepEqualTo(series(one));
      assertThat(many.loss()).isEqualTo(one.loss());
      assertThat(many.path()).isEqualTo(one.path());
      assertThat(many.pathReplication()).isEqualTo(one.pathReplication());
    }
  }

  @Test
  void aSiteThatIsAddedChangesNoOthersDraws() {
    SimulationSpec spec = SimulationSpec.of(50, 42);
    String more =
        """
        Alps -> Kiosk: milk, lead 1, sd 1
        Kiosk sells milk: 3, sd 1, law gamma, lost 1, margin 1
        """;
    Trajectory before = run(CHAIN, OUTAGE, spec);
    Trajectory after = run(more + CHAIN, OUTAGE, spec);
    assertThat(after.demands().get(1).productId()).isEqualTo("chip");
    assertThat(after.demands().get(1).lostUnits())
        .isEqualTo(before.demands().getFirst().lostUnits());
  }

  @Test
  void aReplicationTakesTheSameCourseAloneAsAmongOthers() {
    Chain chain = DrawnChain.of(CHAIN);
    SimulationSpec spec = SimulationSpec.of(200, 42);
    Blanks blanks = new Blanks();
    Network network = Network.of(chain, spec, blanks);
    Stakes stakes = new Stakes(chain, spec, blanks);
    Regimes regimes = Regimes.of(network, OUTAGE.disruptions(), 60, 0.5);
    Ledger all = ledger(network, stakes, regimes, spec, 0, 200);
    Ledger alone = ledger(network, stakes, regimes, spec, 137, 1);
    for (int day = 0; day < 60; day++) {
      assertThat(all.service[0][day][137]).isEqualTo(alone.service[0][day][0]);
    }
  }

  private static Ledger ledger(
      Network network, Stakes stakes, Regimes regimes, SimulationSpec spec, int first, int count) {
    Ledger ledger = new Ledger(1, 60, count);
    RandomStreams random = RandomStreams.of(spec.seed());
    new Engine(
            network,
            regimes,
            spec,
            new DemandDraws(network, random, first, count),
            new LeadTimeDraws(network, random, first, count),
            new Tally(stakes, ledger, 0, count),
            null)
        .run(60);
    return ledger;
  }

  @Test
  void beforeTheDisruptionAlternativesMeetTheSameDays() {
    SimulationSpec spec = SimulationSpec.of(64, 42);
    Trajectory calm = run(CHAIN, new Scenario("calm", new Days(60), List.of()), spec);
    double[][] disturbed = series(run(CHAIN, OUTAGE, spec));
    double[][] undisturbed = series(calm);
    for (int day = 0; day < 10; day++) {
      assertThat(disturbed[0][day]).isEqualTo(undisturbed[0][day]);
    }
    assertThat(calm.loss().mean()).isZero();
    assertThat(calm.path()).isEmpty();
    assertThat(calm.total().timeToSurviveDays().mean()).isInfinite();
    assertThat(disturbed[0][20]).isLessThan(undisturbed[0][20] - 0.5);
  }

  @Test
  void aSoleReplicationIsFollowedOnItsWayAsIfItWereRunAgain() {
    for (int seed = 0; seed < 40; seed++) {
      RandomChain drawn = new RandomChain(seed);
      Scenario scenario = drawn.scenario(60);
      for (boolean undisturbed : new boolean[] {true, false}) {
        SimulationSpec spec = SimulationSpec.of(1, seed).withUndisturbed(undisturbed);
        Trajectory onItsWay = run(drawn.text(), scenario, spec);
        // A checked run is watched by its checker, and so has to be run again for the path.
        SimulationSpec checked = spec.withChecking(SimulationSpec.Checking.STEP);
        Trajectory again = run(drawn.text(), scenario, checked);
        assertThat(onItsWay)
            .as("seed %d", seed)
            .usingRecursiveComparison()
            .withComparatorForType(Double::compare, Double.class) // unknown equals unknown
            .isEqualTo(again);
      }
    }
  }

  @Test
  void aStockThatAppearsFromNowhereIsCaught() {
    Chain chain = DrawnChain.of(CHAIN);
    SimulationSpec spec = SimulationSpec.of(1, 1);
    Blanks blanks = new Blanks();
    Network network = Network.of(chain, spec, blanks);
    Balance balance = new Balance(network, 1);
    Observer bug =
        new Observer() {
          @Override
          public void before(int day, Block block) {
            balance.before(day, block);
            if (day == 5) {
              block.onHand[0][0] += 1e-3;
            }
          }

          @Override
          public void after(int day, Block block, Flows flows, Regime regime) {
            balance.after(day, block, flows, regime);
          }
        };
    RandomStreams random = RandomStreams.of(1);
    Engine engine =
        new Engine(
            network,
            Regimes.of(network, List.of(), 20, 0.5),
            spec,
            new DemandDraws(network, random, 0, 1),
            new LeadTimeDraws(network, random, 0, 1),
            new Tally(new Stakes(chain, spec, blanks), new Ledger(1, 20, 1), 0, 1),
            bug);
    assertThatThrownBy(() -> engine.run(20))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("day 5");
  }

  @Test
  void everyAssumptionIsToldInBothLanguages() {
    Trajectory trajectory = run(CHAIN, OUTAGE, SimulationSpec.of(1, 1));
    assertThat(trajectory.findings())
        .extracting(Finding::code)
        .contains("source-assumed", "stock-assumed", "level-assumed", "policy-assumed");
    for (Finding finding : trajectory.findings()) {
      assertThat(finding.text(java.util.Locale.ENGLISH)).doesNotContain("{");
      assertThat(finding.text(java.util.Locale.SIMPLIFIED_CHINESE)).doesNotContain("{");
    }
  }

  @Test
  void drawnDemandHasTheMomentsItsLawStates() {
    for (String law :
        new String[] {"normal", "lognormal", "gamma", "poisson", "negative_binomial"}) {
      for (double mean : new double[] {4, 200}) {
        double deviation =
            law.equals("poisson") ? Math.sqrt(mean) : 2 * Math.sqrt(mean) / (mean < 10 ? 1.6 : 1);
        moments(law, mean, deviation);
      }
    }
  }

  private static void moments(String law, double mean, double deviation) {
    DemandLaw drawn = DemandLaw.of(law, mean, deviation);
    int draws = 200_000;
    double sum = 0;
    double squares = 0;
    var stream = RandomStreams.of(3).stream(tenon.numeric.Purpose.DEMAND, law + mean, 0);
    for (int i = 0; i < draws; i++) {
      double demand = drawn.draw(stream);
      sum += demand;
      squares += demand * demand;
    }
    double average = sum / draws;
    double spread = Math.sqrt(squares / draws - average * average);
    // A normal of mean 4 and deviation 2.5 is cut at 0, which lifts its mean by about 2 %.
    double slack = law.equals("normal") && mean < 10 ? 0.05 : 0.015;
    assertThat(average).as("%s mean", law).isCloseTo(mean, within(slack * mean));
    assertThat(spread).as("%s deviation", law).isCloseTo(deviation, within(5 * slack * deviation));
  }
}
