package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import tenon.model.Share;

/** What may happen: how often, to whom, and the same at any number of threads. */
class HazardTest {
  private static final Window ONE_DAY = new Window(new Days(0), new Days(1));

  private static final Chain CHAIN =
      DrawnChain.of(
          """
          Mine makes ore
          Mine -> Shop: ore, lead 1
          Shop holds ore: 10, upto 20, policy base_stock
          Shop sells ore: 5, margin 2""");

  private static Disruption closes(String site) {
    return new Disruption.LinkClosure(new Target(Target.Kind.SITE, site), ONE_DAY);
  }

  private static Scenario scenario(Hazard hazard) {
    return new Scenario("may", new Days(365), List.of(), List.of(hazard));
  }

  @Test
  void eventsComeAtTheirRateAndHitMarksWithTheirProbability() {
    Hazard.Process twice = new Hazard.Poisson(2, new Hazard.Fixed(3));
    Scenario scenario =
        scenario(new Hazard("storm", twice, List.of(closes("Mine"), closes("Shop")), 0.5));
    HazardDraws draws = new HazardDraws(scenario, 1, 365);
    double hits = 0;
    int replications = 4000;
    for (int r = 0; r < replications; r++) {
      hits += draws.of(r).size();
    }
    // Two events a year, two marks, half of them hit: 2 a year; deviation of the mean about 0.03.
    assertThat(hits / replications).isCloseTo(2, within(0.12));
    assertThat(draws.of(5)).isEqualTo(new HazardDraws(scenario, 1, 365).of(5));
  }

  @Test
  void anOnOffProcessIsOffForItsShareOfTheDays() {
    Hazard.Process process = new Hazard.OnOff(0.05, 0.2);
    HazardDraws draws =
        new HazardDraws(scenario(new Hazard("cut", process, List.of(closes("Mine")), 1)), 3, 365);
    double off = 0;
    for (int r = 0; r < 1000; r++) {
      for (Disruption cut : draws.of(r)) {
        off += cut.window().duration().value();
      }
    }
    // In the long run 0.05 / (0.05 + 0.2) of the days; it begins on, which costs 4 days of 365.
    assertThat(off / 1000 / 365).isCloseTo(0.2, within(0.01));
  }

  @Test
  void theResultIsTheSameAtAnyNumberOfThreads() {
    Hazard.Process once = new Hazard.Once(0.5, 10, 20, new Hazard.Exponential(30));
    Scenario scenario = scenario(new Hazard("fire", once, List.of(closes("Mine")), 1));
    SimulationSpec spec =
        SimulationSpec.of(60, 4)
            .withUnmet(SimulationSpec.Unmet.LOST)
            .withChecking(SimulationSpec.Checking.STEP);
    Trajectory alone = Simulation.simulate(CHAIN, scenario, spec, Progress.NONE);
    Trajectory together = Simulation.simulate(CHAIN, scenario, spec.withThreads(2), Progress.NONE);
    assertThat(together.loss()).isEqualTo(alone.loss());
    assertThat(alone.loss().mean()).isPositive();
    assertThat(alone.loss().tailInterval().low()).isLessThan(alone.loss().tailMean());
  }

  @Test
  void spoiltOutputIsBalancedAndMadeUpFor() {
    Disruption bad =
        new Disruption.YieldLoss(
            new Target(Target.Kind.SITE, "Mine"),
            new Window(new Days(10), new Days(20)),
            new Share(0.5));
    SimulationSpec spec = SimulationSpec.of(2, 4).withChecking(SimulationSpec.Checking.STEP);
    Scenario scenario = new Scenario("bad", new Days(60), List.of(bad));
    assertThat(Simulation.simulate(CHAIN, scenario, spec, Progress.NONE).days()).isEqualTo(60);
  }
}
