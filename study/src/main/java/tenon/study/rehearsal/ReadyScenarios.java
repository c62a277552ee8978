package tenon.study.rehearsal;

import java.util.List;
import java.util.Locale;
import tenon.packages.ScenarioLibrary;

/** The scenarios that can be called by name, for those who look for one. */
public final class ReadyScenarios {
  private static final String DESCRIPTION = "description: >-";

  private ReadyScenarios() {}

  public static List<String> names() {
    return ScenarioLibrary.NAMES;
  }

  /** The file of one. */
  public static String text(String name) {
    return ScenarioLibrary.text(name);
  }

  /** The JSON schema of scenario files. */
  public static String schema() {
    return ScenarioLibrary.schema();
  }

  /** A line for each: its name and what it does. */
  public static List<String> lines() {
    return names().stream()
        .map(name -> String.format(Locale.ROOT, "%-20s %s", name, description(name)))
        .toList();
  }

  private static String description(String name) {
    List<String> lines = text(name).lines().toList();
    return lines.get(lines.indexOf(DESCRIPTION) + 1).strip();
  }
}
