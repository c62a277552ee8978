package tenon.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.PackageInfo;
import tenon.packages.PackageWriter;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two units, two indicators with goalposts 0 to 10 and 0 to 100, weights .25 and .75. North has 8
 * and 40, so .25 x 80 + .75 x 40 = 50; South has 2 and 90, so .25 x 20 + .75 x 90 = 72.5.
 */
class IndexStudyTest {
  private static final Recipe ASSESS = Recipe.of(Stage.ASSESS);

  @TempDir private Path temp = Path.of("");
  private Path source = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void panel() throws IOException {
    source = temp.resolve("panel");
    out = temp.resolve("out");
    Columns hierarchy =
        new Columns.Builder(Resource.HIERARCHY)
            .row()
            .set("code", "A")
            .set("name", "Index")
            .set("name_zh", "指数")
            .row()
            .set("code", "D1")
            .set("parent", "A")
            .set("name", "Spare")
            .set("direction", 1)
            .set("weight", .25)
            .set("low", 0)
            .set("high", 10)
            .row()
            .set("code", "D2")
            .set("parent", "A")
            .set("name", "Reach")
            .set("direction", 1)
            .set("weight", .75)
            .set("low", 0)
            .set("high", 100)
            .set("target", 80)
            .build();
    Columns.Builder values = new Columns.Builder(Resource.INDICATORS);
    value(values, "North", "D1", 8);
    value(values, "North", "D2", 40);
    value(values, "South", "D1", 2);
    value(values, "South", "D2", 90);
    PackageInfo info =
        new PackageInfo("panel", "Panel", "Two units.", null, null, true, null, List.of());
    PackageWriter.write(
        new DataPackage(
            info, Map.of(Resource.HIERARCHY, hierarchy, Resource.INDICATORS, values.build())),
        source);
  }

  private static void value(Columns.Builder values, String unit, String code, double value) {
    values.row().set("unit_id", unit).set("period", "2025").set("code", code).set("value", value);
  }

  @Test
  void theTablesHoldTheNumbersWorkedOutByHand() throws IOException {
    ready(ASSESS);
    assertThat(Files.readAllLines(out.resolve("scores.csv")))
        .contains("North,2025,A,50,Medium,2", "South,2025,A,72.5,Strong,1");
    assertThat(Files.readAllLines(out.resolve("weights.csv")))
        .contains("D1,given,0.25,0.25", "D2,given,0.75,0.75");
    // Target 80 scores 80: 40 points missing at North, 10 beyond it at South.
    assertThat(Files.readAllLines(out.resolve("gaps.csv")))
        .contains("North,2025,D2,40,0.5,40", "South,2025,D2,-10,-0.125,-10");
  }

  @Test
  void theAnswerNamesBothEndsInTheLanguageAskedFor() throws IOException {
    assertThat(ready(ASSESS).answers().getFirst().sentence())
        .isEqualTo(
            "South stands highest with 72.5 of 100 (Strong), North lowest with 50.0 of 100"
                + " (Medium), of 2 units in 2025.");
    assertThat(ready(ASSESS.withLocale(Locale.CHINA)).answers().getFirst().sentence())
        .contains("South最高", "72.5 分（较强）");
  }

  @Test
  void gradesRelativeToTheSampleAreWarnedOf() throws IOException {
    Recipe sample = ASSESS.with(Setting.ASSESS_SCALING, "sample");
    Loaded<StudyOutcome> loaded = Study.run(source, sample, out, Progress.NONE);
    assertThat(loaded.findings()).extracting(Finding::code).contains("relative-grades");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("Warning: scores are scaled by this sample");
    assertThat(json().path("grades").asString()).isEqualTo("relative to the sample");
  }

  /** By hand: AHP gives 3/4 and 1/4 without inconsistency; entropy is symmetric, so 1/2 each. */
  @Test
  void judgementsAndEntropyAreJoinedByTheirGeometricMean() throws IOException {
    Files.writeString(
        source.resolve("judgements.yaml"),
        """
        judgements:
          - group: A
            items: [D1, D2]
            matrix:
              - [1, 3]
              - [1/3, 1]
        """);
    ready(
        ASSESS
            .with(Setting.ASSESS_WEIGHTS, "ahp_entropy")
            .with(Setting.ASSESS_JUDGEMENTS, "judgements.yaml"));
    JsonNode judged = json().path("judgements").path(0);
    assertThat(judged.path("weights").path("D1").asDouble()).isCloseTo(.75, within(1e-9));
    double joined = Math.sqrt(.75 * .5) / (Math.sqrt(.75 * .5) + Math.sqrt(.25 * .5));
    assertThat(Files.readAllLines(out.resolve("weights.csv")))
        .anySatisfy(
            line -> {
              assertThat(line).startsWith("D1,ahp x entropy,");
              assertThat(Double.parseDouble(line.split(",", -1)[2]))
                  .isCloseTo(joined, within(1e-9));
            });
  }

  @Test
  void weightsFromJudgementsNeedAFileAndTheFileMustFit() throws IOException {
    assertThat(rejected(ASSESS.with(Setting.ASSESS_WEIGHTS, "ahp")))
        .containsExactly(
            "\"ahp\" needs pairwise judgements. Name their file with --judgements FILE.");
    Files.writeString(source.resolve("j.yaml"), "judgements:\n  - group: A\n    items: [D1]\n");
    assertThat(
            rejected(
                ASSESS
                    .with(Setting.ASSESS_WEIGHTS, "ahp")
                    .with(Setting.ASSESS_JUDGEMENTS, "j.yaml")))
        .anyMatch(text -> text.contains("matrix"));
  }

  @Test
  void aPackageWithoutIndicatorsIsRefusedWithTheMend() throws IOException {
    source = TinyChain.standard().writeTo(temp.resolve("tiny"));
    assertThat(rejected(ASSESS)).anyMatch(text -> text.contains("at least one indicator"));
  }

  private JsonNode json() throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(out.resolve("result.json")));
  }

  private StudyOutcome ready(Recipe recipe) throws IOException {
    Loaded<StudyOutcome> loaded = Study.run(source, recipe, out, Progress.NONE);
    if (loaded instanceof Loaded.Ready<StudyOutcome>(var outcome, var warnings)) {
      assertThat(warnings).noneMatch(Finding::isError);
      return outcome;
    }
    throw new AssertionError(loaded.findings().toString());
  }

  private List<String> rejected(Recipe recipe) throws IOException {
    Loaded<StudyOutcome> loaded = Study.run(source, recipe, out, Progress.NONE);
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
    return loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }
}
