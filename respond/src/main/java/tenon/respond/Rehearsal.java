package tenon.respond;

import java.util.List;
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
   * goes by its own rule, and by the plan. The transmission path is that of the own rule.
   *
   * @param spec how to simulate; its response is not used
   */
  public static Comparison compare(
      Chain chain, Scenario scenario, Plan plan, SimulationSpec spec, Progress progress) {
    List<Response> responses = List.of(Response.NOTHING, Response.OWN_RULE, plan.response());
    List<Trajectory> trajectories =
        Simulation.compare(
            chain, scenario, spec.withResponse(Response.OWN_RULE), responses, progress);
    return Comparison.of(trajectories.get(0), trajectories.get(1), trajectories.get(2));
  }
}
