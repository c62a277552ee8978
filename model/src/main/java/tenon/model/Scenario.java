package tenon.model;

import java.util.List;

/**
 * What breaks: a named set of disruptions over a horizon.
 *
 * @param name key of the scenario
 * @param horizon days that are looked at
 * @param disruptions what happens; several may overlap
 * @param hazards what may happen, drawn anew in every replication
 */
public record Scenario(
    String name, Days horizon, List<Disruption> disruptions, List<Hazard> hazards) {

  /** A scenario in which nothing is left to chance. */
  public Scenario(String name, Days horizon, List<Disruption> disruptions) {
    this(name, horizon, disruptions, List.of());
  }

  public Scenario {
    hazards = List.copyOf(hazards);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a scenario needs a name");
    }
    disruptions = List.copyOf(disruptions);
    for (Disruption disruption : disruptions) {
      if (disruption.window().start().value() >= horizon.value()) {
        throw new IllegalArgumentException(
            "a disruption of "
                + disruption.target().id()
                + " starts on day "
                + disruption.window().start().value()
                + ", after the horizon of "
                + horizon.value()
                + " days");
      }
    }
  }
}
