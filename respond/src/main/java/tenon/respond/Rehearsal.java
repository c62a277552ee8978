package tenon.respond;

import tenon.model.Chain;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.twin.site.Response;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;
import tenon.twin.site.Trajectory;

/** Carries a plan out on the twin, beside what happens without it. */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * Simulates a scenario three times under the same draws: where nobody reacts, where every site
   * goes by its own rule, and by the plan.
   *
   * @param spec how to simulate; its response is not used
   */
  public static Comparison compare(
      Chain chain, Scenario scenario, Plan plan, SimulationSpec spec, Progress progress) {
    return Comparison.of(
        run(chain, scenario, spec.withResponse(Response.NOTHING), progress),
        run(chain, scenario, spec.withResponse(Response.OWN_RULE), progress),
        run(chain, scenario, spec.withResponse(plan.response()), progress));
  }

  private static Trajectory run(
      Chain chain, Scenario scenario, SimulationSpec spec, Progress progress) {
    return Simulation.simulate(chain, scenario, spec, progress);
  }
}
