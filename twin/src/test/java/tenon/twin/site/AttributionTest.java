package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Hazard;
import tenon.model.Progress;
import tenon.model.Scenario;

/** Worked by hand: the shop sells 5 a day at a margin of 2 and keeps one day's use. */
class AttributionTest {
  private static final Chain CHAIN =
      DrawnChain.of(
          """
          Mine makes ore
          Mine -> Shop: ore, lead 1
          Shop sells ore: 5, lost 0, margin 2""");

  private static final SimulationSpec SPEC =
      SimulationSpec.of(3, 1)
          .withUnmet(SimulationSpec.Unmet.LOST)
          .withAssumptions(Assumptions.standard());

  private static Disruption closed(String site, double start, double days) {
    return new Disruption.LinkClosure(
        new Target(Target.Kind.SITE, site), new Window(new Days(start), new Days(days)));
  }

  private static Scenario of(Disruption... disruptions) {
    return new Scenario("some", new Days(200), List.of(disruptions));
  }

  private static Attribution attribute(Chain chain, Scenario scenario, SimulationSpec spec) {
    Trajectory whole = Simulation.simulate(chain, scenario, spec, Progress.NONE);
    return Simulation.attribute(chain, scenario, spec, whole.losses(), Progress.NONE);
  }

  private static double loss(Chain chain, Scenario scenario, SimulationSpec spec) {
    return Simulation.simulate(chain, scenario, spec, Progress.NONE).loss().mean();
  }

  @Test
  void disruptionsFarApartGetWhatEachAloneCosts() {
    Disruption first = closed("Mine", 10, 10);
    Disruption second = closed("Shop", 100, 20);
    Attribution divided = attribute(CHAIN, of(first, second), SPEC);
    assertThat(divided.rule()).isEqualTo(Attribution.Rule.SHAPLEY);
    double one = loss(CHAIN, of(first), SPEC);
    double two = loss(CHAIN, of(second), SPEC);
    assertThat(one).isPositive();
    assertThat(two - one).isCloseTo(10 * 5 * 2, within(1e-9));
    assertThat(divided.shares().getFirst().loss()).isCloseTo(one, within(1e-9));
    assertThat(divided.shares().getLast().loss()).isCloseTo(two, within(1e-9));
    assertThat(divided.shares().getLast().share()).isCloseTo(two / (one + two), within(1e-12));
    assertThat(divided.together().loss()).isZero();
  }

  @Test
  void whatEitherAloneWouldDoIsSharedEvenlyAndWhatDoesNothingGetsNothing() {
    Disruption nothing =
        new Disruption.DemandChange(
            new Target(Target.Kind.SITE, "Shop"), new Window(new Days(150), new Days(3)), 1);
    Attribution divided =
        attribute(CHAIN, of(closed("Mine", 10, 10), closed("Shop", 10, 10), nothing), SPEC);
    double loss = loss(CHAIN, of(closed("Mine", 10, 10)), SPEC);
    assertThat(divided.shares().get(0).loss()).isCloseTo(loss / 2, within(1e-9));
    assertThat(divided.shares().get(1).loss()).isCloseTo(loss / 2, within(1e-9));
    assertThat(divided.shares().get(2).loss()).isZero();
  }

  @Test
  void ofManyTheLossWithoutEachIsComparedAndTheRestIsDueToSeveralTogether() {
    List<Disruption> many =
        new ArrayList<>(List.of(closed("Mine", 10, 10), closed("Shop", 10, 10)));
    for (int k = 1; k <= 4; k++) {
      many.add(closed("Mine", 10 + 40 * k, 5 + k));
    }
    Scenario scenario = new Scenario("many", new Days(250), many);
    Attribution divided = attribute(CHAIN, scenario, SPEC);
    assertThat(divided.rule()).isEqualTo(Attribution.Rule.LAST);
    double twice = loss(CHAIN, new Scenario("x", new Days(250), many.subList(0, 1)), SPEC);
    assertThat(divided.shares().get(0).loss()).isZero();
    assertThat(divided.shares().get(1).loss()).isZero();
    assertThat(divided.together().loss()).isCloseTo(twice, within(1e-9));
    double sum = divided.shares().stream().mapToDouble(Attribution.Part::loss).sum();
    assertThat(sum + divided.together().loss())
        .isCloseTo(loss(CHAIN, scenario, SPEC), within(1e-9));
  }

  @Test
  void randomChainsAgreeWithTheMeanOverAllOrders() {
    int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    for (long seed = 0; seed < 30; seed++) {
      RandomChain drawn = new RandomChain(seed);
      Chain chain = DrawnChain.of(drawn.text());
      Scenario all = drawn.scenario(50);
      List<Disruption> some = all.disruptions().subList(0, Math.min(3, all.disruptions().size()));
      if (some.size() < 3) {
        continue;
      }
      Hazard.Arrivals once = new Hazard.Once(0.5, 5, 20, new Hazard.Fixed(4));
      Hazard hazard = new Hazard("luck", once, List.of(some.get(2)), 1);
      Scenario scenario = new Scenario("s", all.horizon(), some.subList(0, 2), List.of(hazard));
      SimulationSpec spec = SimulationSpec.of(4, seed);
      Attribution divided = attribute(chain, scenario, spec);
      double[] expected = new double[3];
      for (int[] order : orders) {
        List<Disruption> certain = new ArrayList<>();
        List<Hazard> hazards = new ArrayList<>();
        double before = 0;
        for (int player : order) {
          if (player < 2) {
            certain.add(player == 0 ? 0 : certain.size(), some.get(player));
          } else {
            hazards.add(hazard);
          }
          Scenario part = new Scenario("s", all.horizon(), certain, hazards);
          double after = loss(chain, part, spec);
          expected[player] += (after - before) / orders.length;
          before = after;
        }
      }
      for (int player = 0; player < 3; player++) {
        assertThat(divided.shares().get(player).loss())
            .as("seed %d, player %d\n%s", seed, player, drawn.text())
            .isCloseTo(expected[player], within(1e-7 * (1 + Math.abs(expected[player]))));
      }
    }
  }

  @Test
  void replicationsStopOnceTheMeanIsKnownCloselyEnough() {
    Chain chain =
        DrawnChain.of(
            """
            Mine -> Shop: ore, lead 2
            Shop sells ore: 10, sd 4, law gamma, lost 1, margin 5""");
    Scenario scenario = of(closed("Shop", 10, 12));
    SimulationSpec spec = SimulationSpec.of(30, 9);
    double wide = width(Simulation.simulate(chain, scenario, spec, Progress.NONE));
    Trajectory close =
        Simulation.simulateUntil(chain, scenario, spec, wide / 4, 10_000, Progress.NONE);
    assertThat(width(close)).isLessThanOrEqualTo(wide / 4);
    assertThat((close.replications() - 30) % 128).isZero();
    int before = close.replications() - 128;
    SimulationSpec fewer = spec.withReplications(before);
    assertThat(width(Simulation.simulate(chain, scenario, fewer, Progress.NONE)))
        .isGreaterThan(wide / 4);
    Trajectory threads =
        Simulation.simulateUntil(
            chain, scenario, spec.withThreads(3), wide / 4, 10_000, Progress.NONE);
    assertThat(threads.losses()).isEqualTo(close.losses());
    SimulationSpec same = spec.withReplications(close.replications());
    Trajectory once = Simulation.simulate(chain, scenario, same, Progress.NONE);
    assertThat(once.loss()).isEqualTo(close.loss());
    assertThat(once.path()).isEqualTo(close.path());
    Trajectory cut = Simulation.simulateUntil(chain, scenario, spec, 1e-9, 100, Progress.NONE);
    assertThat(cut.replications()).isEqualTo(100);
    assertThat(cut.findings()).extracting("code").contains("width-not-reached");
  }

  private static double width(Trajectory trajectory) {
    return trajectory.loss().meanInterval().high() - trajectory.loss().mean();
  }
}
