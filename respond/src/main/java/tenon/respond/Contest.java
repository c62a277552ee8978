package tenon.respond;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Chain;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.twin.site.Response;
import tenon.twin.site.Rules;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;
import tenon.twin.site.Trajectory;

/**
 * A scenario under every way to answer it, under the same draws: nobody reacts, each site helps
 * itself, a greedy dispatcher, a plan made once, a plan made anew, and a plan that knows what will
 * come.
 *
 * @param entries one for each, in that order
 */
public record Contest(List<Entry> entries) {

  /** A way to answer a scenario. */
  public enum Way {
    NOTHING,
    OWN_RULE,
    GREEDY,
    ONCE,
    ROLLING,
    FORESIGHT
  }

  /**
   * What came of one way.
   *
   * @param saved loss of the greedy dispatcher less loss of this, replication by replication
   */
  public record Entry(Way way, Trajectory trajectory, PairedDifference saved) {}

  public Contest {
    entries = List.copyOf(entries);
  }

  /**
   * Carries all of them out on the twin.
   *
   * @param everyDays days from one plan to the next of the rolling one, at least 1
   */
  public static Contest of(
      Chain chain,
      Scenario scenario,
      PlanSpec planning,
      int everyDays,
      SimulationSpec spec,
      Progress progress) {
    Rules rules = Rules.of(chain, scenario, spec);
    List<Response> responses =
        List.of(
            Response.NOTHING,
            Response.OWN_RULE,
            new Greedy(rules, planning),
            new Replanning(rules, planning, Replanning.Kind.ONCE, everyDays),
            new Replanning(rules, planning, Replanning.Kind.ROLLING, everyDays),
            new Replanning(rules, planning, Replanning.Kind.FORESIGHT, everyDays));
    List<Trajectory> runs =
        Simulation.compare(
            chain, scenario, spec.withResponse(Response.OWN_RULE), responses, progress);
    Trajectory greedy = runs.get(place(Way.GREEDY));
    List<Entry> entries = new ArrayList<>();
    for (Way way : Way.values()) {
      Trajectory run = runs.get(place(way));
      entries.add(new Entry(way, run, PairedDifference.of(greedy.losses(), run.losses())));
    }
    return new Contest(entries);
  }

  public Entry entry(Way way) {
    return entries.get(place(way));
  }

  private static int place(Way way) {
    return List.of(Way.values()).indexOf(way);
  }
}
