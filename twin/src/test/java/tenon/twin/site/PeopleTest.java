package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Absence;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.model.Scenario;
import tenon.model.Share;
import tenon.numeric.RandomStreams;

/** Workers as capacity, worked out by hand, and on random chains told once more plainly. */
class PeopleTest {
  private static final String SALES =
      """
      Plant sells chip: 10, lost 0, margin 1
      Plant holds chip: 0, upto 0, policy base_stock
      """;

  private static Absence away(double share) {
    return new Absence(
        new Target(Target.Kind.SITE, "Plant"),
        new Window(new Days(1), new Days(2)),
        new Share(share));
  }

  private static Trajectory run(Chain chain, Disruption... disruptions) {
    return Simulation.simulate(
        chain,
        new Scenario("wave", new Days(4), List.of(disruptions)),
        SimulationSpec.of(1, 1)
            .withChecking(SimulationSpec.Checking.STEP)
            .withAssumptions(new Assumptions(0, 0, 0, 0, 0)),
        Progress.NONE);
  }

  private static double[] service(String lines, Disruption... disruptions) {
    ServiceCurve curve = run(DrawnChain.of(SALES + lines), disruptions).total().service();
    return IntStream.range(0, curve.days()).mapToDouble(curve::mean).toArray();
  }

  @Test
  void theLesserOfMachinesAndPeopleBinds() {
    // 50 workers, 4 a unit: 12.5 units; with 40 % away 30 workers make 7.5 of 10.
    String plant = "Plant makes chip:, cap 20, workers 4\nPlant employs 50";
    assertThat(service(plant, away(.4))).containsExactly(1, .75, .75, 1);
    // Enough hands for the work there is: an absence of 20 % costs nothing.
    assertThat(service(plant, away(.2))).containsOnly(1);
    assertThat(service("Plant makes chip:, cap 6, workers 4\nPlant employs 50", away(.2)))
        .containsOnly(.6);
  }

  @Test
  void whereNobodySaysHowManyHandsAUnitNeedsOutputFallsWithThem() {
    assertThat(service("Plant makes chip:, cap 10\nPlant employs 50", away(.4)))
        .containsExactly(1, .6, .6, 1);
    assertThat(service("Plant makes chip:, cap 10", away(.4))).containsExactly(1, .6, .6, 1);
  }

  @Test
  void aShiftWithoutItsCrewDoesNotRunAndWithoutAnyTheSiteStopsForSafety() {
    String plant = "Plant makes chip:, cap 10\nPlant employs 90, shifts 3, crew 25";
    // 54 present crew two shifts of three; 18 crew none.
    assertThat(service(plant, away(.4))[1]).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(service(plant, away(.8))).containsExactly(1, 0, 0, 1);
    assertThat(service(plant, away(.1))).containsOnly(1);
  }

  @Test
  void recipesShareTheWorkersInProportionToWhatEachCouldStart() {
    // Wanted 10 chips of 2 hands and 5 boards of 4: 40 hands; 20 are there, half of each is made.
    String lines =
        """
        Plant makes chip:, cap 10, workers 2
        Plant makes board:, cap 5, workers 4
        Plant sells board: 5, lost 0, margin 1
        Plant holds board: 0, upto 0, policy base_stock
        Plant employs 40
        """;
    Trajectory trajectory = run(DrawnChain.of(SALES + lines), away(.5));
    assertThat(trajectory.demands())
        .allSatisfy(
            demand -> assertThat(demand.outcome().service().mean(1)).isCloseTo(.5, within(1e-12)));
    assertThat(trajectory.path().getFirst().cause()).isEqualTo(new Starvation.Cause.Hit(0));
  }

  @Test
  void tooFewEvenUndisturbedIsTold() {
    assertThat(
            run(DrawnChain.of(
                    SALES
                        + """
                            Plant makes chip:, cap 10, workers 4
                            Plant employs 30, shifts 2, crew 20
                            """))
                .findings())
        .extracting(finding -> finding.code())
        .contains("people-short", "crew-short");
  }

  @Test
  void theEngineAgreesWithThePlainOneOnRandomChainsWithPeople() {
    int bound = 0;
    for (int seed = 0; seed < 100; seed++) {
      RandomChain random = new RandomChain(seed);
      Chain chain = staffed(DrawnChain.of(random.text()), seed);
      Scenario drawn = random.scenario(40);
      List<Disruption> all = new java.util.ArrayList<>(drawn.disruptions());
      String site = chain.sites().keys().key(seed % chain.sites().count());
      all.add(
          new Absence(
              new Target(Target.Kind.SITE, site),
              new Window(new Days(5), new Days(20)),
              new Share(.5)));
      Scenario scenario = new Scenario("people", new Days(40), all);
      SimulationSpec spec =
          SimulationSpec.of(2, seed)
              .withUndisturbed(false)
              .withChecking(SimulationSpec.Checking.STEP);
      Trajectory trajectory = Simulation.simulate(chain, scenario, spec, Progress.NONE);
      Trajectory free =
          Simulation.simulate(DrawnChain.of(random.text()), scenario, spec, Progress.NONE);
      bound += free.loss().mean() == trajectory.loss().mean() ? 0 : 1;
      double[] lost = new double[2];
      Network network = Network.of(chain, spec, new Blanks());
      Stakes stakes = new Stakes(chain, spec, new Blanks());
      for (int r = 0; r < 2; r++) {
        PlainSimulator plain =
            new PlainSimulator(network, Regimes.of(network, all, 40, .5), stakes, seed, r, 40);
        for (int demand = 0; demand < plain.lost.length; demand++) {
          lost[r] += plain.lost[demand] * stakes.lossPerUnit[demand];
        }
      }
      assertThat(trajectory.loss().mean())
          .as("seed %s", seed)
          .isCloseTo((lost[0] + lost[1]) / 2, within(1e-6 * (1 + lost[0] + lost[1])));
    }
    assertThat(bound).as("cases in which people bind").isGreaterThan(50);
  }

  private static Chain staffed(Chain chain, int seed) {
    var random = RandomStreams.of(seed).stream(tenon.numeric.Purpose.DEMAND, "people", 0);
    ChainEdit edit = ChainEdit.of(chain);
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      edit.set(
          Resource.RECIPES, recipe, "workers_per_unit", 1 + Math.floor(random.nextDouble() * 4));
    }
    for (int site = 0; site < chain.sites().count(); site++) {
      edit.set(Resource.SITES, site, "workers", 5 + Math.floor(random.nextDouble() * 80));
      edit.set(Resource.SITES, site, "shifts", 1 + Math.floor(random.nextDouble() * 3));
      edit.set(Resource.SITES, site, "crew_per_shift", Math.floor(random.nextDouble() * 10));
    }
    return edit.chain();
  }
}
