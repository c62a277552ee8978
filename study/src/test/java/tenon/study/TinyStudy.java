package tenon.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.recipe.Recipe;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a study on the tiny chain, and reads what it left. */
final class TinyStudy {
  static final String OUTAGE =
      """
      name: plant-outage
      horizon_days: 40
      disruptions:
        - kind: capacity_loss
          site: plant
          start_day: 5
          duration_days: 10
          lost: 1
      """;

  /** Stands until a test has set its study up. */
  static final TinyStudy UNSET = new TinyStudy(Path.of(""), Path.of(""));

  private final Path source;
  private final Path out;

  private TinyStudy(Path source, Path out) {
    this.source = source;
    this.out = out;
  }

  /** The tiny chain with one scenario, in a directory of its own. */
  static TinyStudy in(Path directory) throws IOException {
    Path source = TinyChain.standard().writeTo(directory.resolve("tiny"));
    TinyStudy study = new TinyStudy(source, directory.resolve("out"));
    study.scenario("plant-outage.yaml", OUTAGE);
    return study;
  }

  Path source() {
    return source;
  }

  Path out() {
    return out;
  }

  void scenario(String name, String text) throws IOException {
    Files.createDirectories(source.resolve("scenarios"));
    Files.writeString(source.resolve("scenarios").resolve(name), text);
  }

  StudyOutcome ready(Recipe recipe) throws IOException {
    return outcome(Study.run(source, recipe, out, Progress.NONE));
  }

  StudyOutcome again(Recipe recipe, Earlier earlier, Path elsewhere) throws IOException {
    return outcome(Study.replay(source, recipe, earlier, elsewhere, Progress.NONE));
  }

  private static StudyOutcome outcome(Loaded<StudyOutcome> loaded) {
    if (loaded instanceof Loaded.Ready<StudyOutcome>(var outcome, var warnings)) {
      assertThat(warnings).noneMatch(Finding::isError);
      return outcome;
    }
    throw new AssertionError(
        loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList());
  }

  List<String> rejected(Recipe recipe) throws IOException {
    Loaded<StudyOutcome> loaded = Study.run(source, recipe, out, Progress.NONE);
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
    return loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  List<String> lines(String file) throws IOException {
    return Files.readAllLines(out.resolve(file));
  }

  JsonNode json(String file) throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(out.resolve(file)));
  }

  static Map<String, String> contents(Path directory) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path file : entries.toList()) {
        contents.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return contents;
  }
}
