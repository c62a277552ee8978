package tenon.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;

/** The outage of the worst site, where nobody has written a scenario. */
class WorstOutageTest {
  /** Worked by hand in its README: Maker C comes first, and takes 8 days to recover. */
  private static final Path THREE_TIER = Path.of("..", "examples", "three-tier");

  private static final Recipe WORST =
      Recipe.of(Stage.SIMULATE)
          .with(Setting.SCENARIO, "worst-site")
          .with(Setting.SIMULATE_REPLICATIONS, "2");

  @TempDir private Path temp = Path.of("");

  @Test
  void itIsTheFirstOfTheRankingForAsLongAsItTakesToRecover() throws IOException {
    ready(Study.run(THREE_TIER, WORST, temp.resolve("out"), Progress.NONE));
    assertThat(Files.readAllLines(temp.resolve("out").resolve("scenario.yaml")))
        .containsSubsequence(
            "name: worst-site",
            "title: \"outage of Maker C\"",
            "horizon_days: 108", // 10 before, 8 out, 90 after
            "    site: \"C\"",
            "    start_day: 10",
            "    duration_days: 8",
            "    lost: 1");
  }

  @Test
  void readersHearItsTitleInTheirLanguage() throws IOException {
    Recipe chinese = WORST.withLocale(Locale.CHINA);
    StudyOutcome outcome = ready(Study.run(THREE_TIER, chinese, temp.resolve("zh"), Progress.NONE));
    assertThat(outcome.answers().getFirst().sentence()).contains("情景“", "停产”下");
    assertThat(outcome.resultJson()).contains("\"name\" : \"worst-site\"");
  }

  /** The copy in the result is the scenario: a result is made again from it. */
  @Test
  void itsFileCanBeKeptAndChanged() throws IOException {
    StudyOutcome first = ready(Study.run(THREE_TIER, WORST, temp.resolve("one"), Progress.NONE));
    Path kept = temp.resolve("one").resolve("scenario.yaml");
    Recipe again = WORST.with(Setting.SCENARIO, kept.toString());
    StudyOutcome second = ready(Study.run(THREE_TIER, again, temp.resolve("two"), Progress.NONE));
    assertThat(second.answers()).isEqualTo(first.answers());
  }

  /** Two regions: what stands first is a customer, for whom nobody can stand in. */
  @Test
  void aCustomerIsNotTheSiteThatBreaks() throws IOException {
    Path source = Path.of("..", "examples", "two-regions");
    ready(Study.run(source, WORST, temp.resolve("regions"), Progress.NONE));
    String scenario = Files.readString(temp.resolve("regions").resolve("scenario.yaml"));
    List<String> suppliers =
        Files.readAllLines(source.resolve("sourcing.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1)[2])
            .distinct()
            .toList();
    assertThat(suppliers).anyMatch(site -> scenario.contains("site: \"" + site + "\""));
  }

  private static StudyOutcome ready(Loaded<StudyOutcome> loaded) {
    if (loaded instanceof Loaded.Ready<StudyOutcome>(var outcome, var warnings)) {
      return outcome;
    }
    throw new AssertionError(loaded.findings());
  }
}
