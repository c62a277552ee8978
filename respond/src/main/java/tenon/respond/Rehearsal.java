package tenon.respond;

import java.util.ArrayList;
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
    return compare(chain, scenario, List.of(plan), spec, progress).getFirst();
  }

  /**
   * The same for several plans of one chain, all under the same draws; the runs where nobody reacts
   * and by own rule are shared.
   */
  public static List<Comparison> compare(
      Chain chain, Scenario scenario, List<Plan> plans, SimulationSpec spec, Progress progress) {
    List<Response> responses = new ArrayList<>(List.of(Response.NOTHING, Response.OWN_RULE));
    plans.forEach(plan -> responses.add(plan.response()));
    List<Trajectory> runs =
        Simulation.compare(
            chain, scenario, spec.withResponse(Response.OWN_RULE), responses, progress);
    return runs.subList(2, runs.size()).stream()
        .map(planned -> Comparison.of(runs.get(0), runs.get(1), planned))
        .toList();
  }
}
