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
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.model.Share;

/** Every single outage in lock step, against each as a scenario of its own. */
class CasesTest {
  private static final int DAYS = 60;

  private static List<List<Disruption>> outages(Chain chain) {
    List<List<Disruption>> outages = new ArrayList<>();
    for (int site = 0; site < chain.sites().count(); site++) {
      Target target = new Target(Target.Kind.SITE, chain.sites().keys().key(site));
      Window window = new Window(new Days(0), new Days(5 + site % 7));
      outages.add(List.of(new Disruption.CapacityLoss(target, window, new Share(1))));
    }
    return outages;
  }

  @Test
  void eachCaseIsWhatItIsAsAScenario() {
    for (long seed = 0; seed < 40; seed++) {
      Chain chain = DrawnChain.of(new RandomChain(seed).text());
      int replications = 1 + (int) seed % 40;
      SimulationSpec spec =
          SimulationSpec.of(replications, seed).withChecking(SimulationSpec.Checking.STEP);
      List<List<Disruption>> outages = outages(chain);
      List<CaseOutcome> together =
          Simulation.cases(chain, outages, DAYS, spec.withThreads(2), Progress.NONE);
      assertThat(together).hasSize(chain.sites().count());
      for (int site = 0; site < outages.size(); site++) {
        Scenario scenario = new Scenario("outage", new Days(DAYS), outages.get(site));
        Trajectory alone = Simulation.simulate(chain, scenario, spec, Progress.NONE);
        CaseOutcome outcome = together.get(site);
        assertThat(outcome.loss()).isEqualTo(alone.loss().mean());
        assertThat(outcome.interval().high())
            .isCloseTo(alone.loss().meanInterval().high(), within(1e-9));
        assertThat(outcome.service().timeToSurviveDays())
            .isEqualTo(alone.total().timeToSurviveDays());
        assertThat(outcome.service().timeToRecoverDays())
            .isEqualTo(alone.total().timeToRecoverDays());
      }
    }
  }
}
