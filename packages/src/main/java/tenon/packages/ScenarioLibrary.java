package tenon.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Scenarios that can be called by name for any chain. They hit the busiest of a kind, and say where
 * their numbers come from.
 */
public final class ScenarioLibrary {
  /** Names, in the order in which they are listed. */
  public static final List<String> NAMES =
      List.of(
          "port-closure",
          "earthquake",
          "pandemic-wave",
          "export-control",
          "tariff-round",
          "technology-blockade",
          "cloud-outage",
          "demand-surge",
          "absence-wave",
          "carbon-limit",
          "cyber-stop",
          "supplier-insolvency");

  private static final String SCHEMA = "scenario.schema.json";

  private ScenarioLibrary() {}

  /**
   * The file of a scenario.
   *
   * @throws IllegalArgumentException if the library has no such scenario
   */
  public static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "the library has no scenario " + name + "; it has " + NAMES);
    }
    return resource("scenario/" + name + ".yaml");
  }

  /** The JSON schema of scenario files. */
  public static String schema() {
    return resource("scenario/" + SCHEMA);
  }

  private static String resource(String path) {
    try (InputStream in = ScenarioLibrary.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("resource " + path + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
