package tenon.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What breaks: a named set of disruptions over a horizon.
 *
 * @param name key of the scenario
 * @param title what it is called in reports, by language ({@code en}, {@code zh}); may be empty
 * @param horizon days that are looked at
 * @param disruptions what happens; several may overlap
 * @param hazards what may happen, drawn anew in every replication
 */
public record Scenario(
    String name,
    Map<String, String> title,
    Days horizon,
    List<Disruption> disruptions,
    List<Hazard> hazards) {

  /** A scenario that is called by its key. */
  public Scenario(String name, Days horizon, List<Disruption> disruptions, List<Hazard> hazards) {
    this(name, Map.of(), horizon, disruptions, hazards);
  }

  /** A scenario in which nothing is left to chance. */
  public Scenario(String name, Days horizon, List<Disruption> disruptions) {
    this(name, horizon, disruptions, List.of());
  }

  public Scenario {
    title = Map.copyOf(title);
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

  /** What it is called in the language of a reader; its key where it has no title in that. */
  public String called(Locale locale) {
    return title.getOrDefault(locale.getLanguage().equals("zh") ? "zh" : "en", name);
  }

  /** The same over other days. */
  public Scenario over(Days days) {
    return new Scenario(name, title, days, disruptions, hazards);
  }
}
