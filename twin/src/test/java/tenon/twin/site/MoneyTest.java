package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Insolvency;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.model.Scenario;
import tenon.numeric.RandomStreams;

/** Cash, terms and credit, worked out by hand, and the balance of money on random chains. */
class MoneyTest {
  /** A maker sells 10 a day at 10 to a shop, which sells them at 12; all at once, both ways. */
  private static final String CHAIN =
      """
      Maker makes chip:, cap 10, cost 4
      Maker holds chip: 0, upto 0, policy base_stock
      Maker -> Shop: chip, lead 0, price 10, terms 2
      Shop holds chip: 0, upto 0, policy base_stock
      Shop sells chip: 10, lost 0, margin 1, for 12
      """;

  private static final Assumptions NONE = new Assumptions(0, 0, 0, 0, 0);

  private static List<double[]> run(String lines, int days, Disruption... disruptions) {
    return run(DrawnChain.of(lines), days, 0, disruptions);
  }

  /** Cash of each firm at the end of each day. */
  private static List<double[]> run(Chain chain, int days, double bug, Disruption... disruptions) {
    SimulationSpec spec = SimulationSpec.of(1, 1).withAssumptions(NONE);
    Network network = Network.of(chain, spec, new Blanks());
    Stakes stakes = new Stakes(chain, spec, new Blanks());
    List<double[]> cash = new ArrayList<>();
    Balance balance = new Balance(network, 1);
    Observer book =
        new Observer() {
          @Override
          public void before(int day, Block block) {
            balance.before(day, block);
            Treasury treasury = block.treasury;
            if (treasury != null && day == 3) {
              treasury.cash[0][0] += bug;
            }
          }

          @Override
          public void after(int day, Block block, Flows flows, Regime regime) {
            balance.after(day, block, flows, regime);
            Treasury treasury = block.treasury;
            if (treasury != null) {
              cash.add(
                  java.util.Arrays.stream(treasury.cash).mapToDouble(lanes -> lanes[0]).toArray());
            }
          }
        };
    RandomStreams random = RandomStreams.of(1);
    new Engine(
            network,
            Regimes.of(network, List.of(disruptions), days, 0.5),
            spec,
            new DemandDraws(network, random, 0, 1),
            new LeadTimeDraws(network, random, 0, 1),
            new Tally(stakes, new Ledger(network.demands(), days, 1), 0, 1),
            book)
        .run(days);
    return cash;
  }

  private static Trajectory simulate(String lines, int days, Disruption... disruptions) {
    return Simulation.simulate(
        DrawnChain.of(lines),
        new Scenario("money", new Days(days), List.of(disruptions)),
        SimulationSpec.of(1, 1).withAssumptions(NONE).withChecking(SimulationSpec.Checking.STEP),
        Progress.NONE);
  }

  private static Disruption insolvent(String firm, double start, double days) {
    return new Insolvency(
        new Target(Target.Kind.FIRM, firm), new Window(new Days(start), new Days(days)));
  }

  @Test
  void nothingIsReckonedUntilAFirmStatesCashAndCredit() {
    assertThat(run(CHAIN, 3)).isEmpty();
    assertThat(run(CHAIN + "Shop has 100", 3)).isEmpty();
    assertThat(run(CHAIN + "Shop has 100, credit 0", 3)).hasSize(3);
  }

  @Test
  void cashFollowsGoodsAtTheirTerms() {
    // A usual day: the shop earns 120 and pays the maker 100 of two days ago; the maker spends 40.
    List<double[]> cash = run(CHAIN + "Maker has 50, credit 0\nShop has 30, credit 0", 4);
    assertThat(cash.get(0)).containsExactly(50 + 100 - 40, 30 + 120 - 100);
    assertThat(cash.get(3)).containsExactly(50 + 4 * 60, 30 + 4 * 20);
  }

  @Test
  void freightTariffAndFixedCostsArePaidAtOnce() {
    List<double[]> cash =
        run(
            """
            Maker makes chip:, cap 10, cost 4
            Maker holds chip: 0, upto 0, policy base_stock
            Maker -> Shop: chip, lead 0, price 10, terms 0, freight 1, tariff .1
            Shop holds chip: 0, upto 0, policy base_stock
            Shop sells chip: 10, lost 0, margin 1, for 12, after 1
            Shop has 1000, credit 0, fixed 7
            Maker has 0, credit 0
            """,
            2);
    // 120 of yesterday's sales, 100 to the maker, 10 freight, 10 tariff, 7 fixed.
    assertThat(cash.get(1)[1]).isCloseTo(1000 + 2 * (120 - 100 - 10 - 10 - 7), within(1e-9));
    assertThat(cash.get(1)[0]).isCloseTo(2 * (100 - 40), within(1e-9));
  }

  @Test
  void aFirmWhoseCashRunsOutStopsTheNextMorningAndStarvesItsCustomers() {
    // The maker spends 70 a day and earns 50: 45 last for two days, on the third it is overdue.
    Trajectory trajectory =
        simulate(
            """
            Maker makes chip:, cap 10, cost 5
            Maker holds chip: 0, upto 0, policy base_stock
            Maker -> Shop: chip, lead 0, price 5, terms 0
            Shop holds chip: 0, upto 0, policy base_stock
            Shop sells chip: 10, lost 0, margin 1, for 12
            Maker has 45, credit 0, fixed 20
            """,
            6);
    ServiceCurve service = trajectory.total().service();
    assertThat(service.mean(2)).isEqualTo(1);
    assertThat(service.mean(3)).isZero();
    assertThat(service.mean(5)).isZero();
  }

  @Test
  void insolvencyTravelsUpstreamThroughWhatIsNotPaid() {
    // The shop pays nothing from day 2 on. The maker has 90 and spends 40 and 20 of wages a day:
    // 30 left on day 2, overdue on day 3, and so its other customer is not served from day 4 on.
    String lines =
        CHAIN.replace("cap 10", "cap 20")
            + """
            Maker -> Other: chip, lead 0, price 4, terms 0
            Other holds chip: 0, upto 0, policy base_stock
            Other sells chip: 10, lost 0, margin 1, for 12
            Maker has 90, credit 0, fixed 60
            """;
    Trajectory trajectory = simulate(lines, 8, insolvent("Shop Ltd", 2, 6));
    // Other's 10 a day bring 40 and cost 40; wages of 60 a day eat 90 in a day and a half.
    assertThat(trajectory.demands().get(1).outcome().service().mean(3)).isEqualTo(1);
    assertThat(trajectory.demands().get(1).outcome().service().mean(4)).isZero();
    assertThat(trajectory.path())
        .extracting(Starvation::cause)
        .contains(new Starvation.Cause.Cash("Maker Ltd", "Shop Ltd"));
  }

  @Test
  void earlyPaymentAndACreditLineAreLevers() {
    String poor = CHAIN + "Maker has 90, credit %d, fixed 55\n";
    Disruption shop = insolvent("Shop Ltd", 1, 3);
    assertThat(simulate(poor.formatted(0), 9, shop).loss().mean())
        .isGreaterThan(simulate(poor.formatted(500), 9, shop).loss().mean());
    // Paid at once the maker holds the 200 of two days before the shop fails, and none are frozen.
    String early = poor.formatted(0).replace("terms 2", "terms 0").replace("has 90", "has 290");
    assertThat(simulate(early, 9, shop).loss().mean())
        .isLessThan(simulate(poor.formatted(0), 9, shop).loss().mean());
  }

  @Test
  void withoutMoneyAnInsolvencyIsAStopWithAllLinksClosed() {
    Target maker = new Target(Target.Kind.FIRM, "Maker Ltd");
    Window window = new Window(new Days(2), new Days(3));
    assertThat(simulate(CHAIN, 8, insolvent("Maker Ltd", 2, 3)).total())
        .usingRecursiveComparison()
        .isEqualTo(
            simulate(
                    CHAIN,
                    8,
                    new Disruption.CapacityLoss(maker, window, new tenon.model.Share(1)),
                    new Disruption.LinkClosure(maker, window))
                .total());
  }

  @Test
  void moneyThatAppearsFromNowhereIsCaught() {
    String lines = CHAIN + "Maker has 50, credit 0\nShop has 30, credit 0";
    assertThatThrownBy(() -> run(DrawnChain.of(lines), 6, 1e-3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("day 3");
  }

  @Test
  void moneyBalancesOnRandomChainsAndAnyNumberOfThreadsGivesTheSame() {
    int stopped = 0;
    for (int seed = 0; seed < 60; seed++) {
      RandomChain drawn = new RandomChain(seed);
      Chain chain = funded(DrawnChain.of(drawn.text()), seed);
      Scenario scenario = drawn.scenario(50);
      SimulationSpec spec =
          SimulationSpec.of(4, seed)
              .withUndisturbed(false)
              .withChecking(SimulationSpec.Checking.STEP);
      Trajectory one = Simulation.simulate(chain, scenario, spec, Progress.NONE);
      Trajectory two = Simulation.simulate(chain, scenario, spec.withThreads(2), Progress.NONE);
      assertThat(two.loss()).as("seed %s", seed).isEqualTo(one.loss());
      Trajectory free =
          Simulation.simulate(DrawnChain.of(drawn.text()), scenario, spec, Progress.NONE);
      stopped += one.loss().mean() == free.loss().mean() ? 0 : 1;
    }
    assertThat(stopped).as("cases in which cash runs out").isGreaterThan(15);
  }

  @Test
  void aReplicationWhoseHazardsAreItsOwnIsTheSameAmongOthers() {
    Chain chain = DrawnChain.of(CHAIN + "Maker has 90, credit 40, fixed 55\nShop has 50, credit 0");
    Window shape = new Window(new Days(0), new Days(1));
    List<Disruption> marks =
        List.of(
            new Insolvency(new Target(Target.Kind.FIRM, "Shop Ltd"), shape),
            new Disruption.PriceChange(new Target(Target.Kind.FIRM, "Maker Ltd"), shape, .7));
    Scenario scenario =
        new Scenario(
            "chance",
            new Days(40),
            List.of(),
            List.of(
                new tenon.model.Hazard(
                    "bad times", new tenon.model.Hazard.OnOff(.1, .3), marks, .7)));
    SimulationSpec spec =
        SimulationSpec.of(20, 5).withAssumptions(NONE).withChecking(SimulationSpec.Checking.STEP);
    Trajectory many = Simulation.simulate(chain, scenario, spec, Progress.NONE);
    Trajectory few = Simulation.simulate(chain, scenario, spec.withReplications(3), Progress.NONE);
    for (int r = 0; r < 3; r++) {
      assertThat(few.losses().at(r)).isEqualTo(many.losses().at(r));
    }
    assertThat(many.loss().spread().high()).isGreaterThan(many.loss().spread().low());
  }

  private static Chain funded(Chain chain, int seed) {
    var random = RandomStreams.of(seed).stream(tenon.numeric.Purpose.DEMAND, "money", 0);
    ChainEdit edit = ChainEdit.of(chain);
    for (int firm = 0; firm < chain.firms().count(); firm++) {
      edit.set(Resource.FIRMS, firm, "cash", Math.floor(random.nextDouble() * 300));
      if (random.nextDouble() < .8) {
        edit.set(Resource.FIRMS, firm, "credit_line", Math.floor(random.nextDouble() * 200));
      }
      edit.set(Resource.FIRMS, firm, "fixed_cost_per_day", Math.floor(random.nextDouble() * 20));
    }
    for (int link = 0; link < chain.links().count(); link++) {
      edit.set(Resource.SOURCING, link, "price_per_unit", Math.floor(random.nextDouble() * 9));
      edit.set(Resource.SOURCING, link, "payment_days", Math.floor(random.nextDouble() * 12));
    }
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      edit.set(Resource.DEMAND, demand, "price_per_unit", Math.floor(random.nextDouble() * 20));
      edit.set(Resource.DEMAND, demand, "payment_days", Math.floor(random.nextDouble() * 9));
    }
    return edit.chain();
  }
}
