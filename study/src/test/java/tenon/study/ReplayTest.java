package tenon.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;

class ReplayTest {
  private static final Recipe ALL =
      Recipe.of(List.of()).with(Setting.SIMULATE_REPLICATIONS, "2").withSeed(7);

  @TempDir private Path temp = Path.of("");
  private TinyStudy study = TinyStudy.UNSET;

  @BeforeEach
  void anEarlierResult() throws IOException {
    study = TinyStudy.in(temp);
    study.ready(ALL);
  }

  @Test
  void aRecipeWithoutStagesDoesAllThatThePackageHasDataFor() throws IOException {
    assertThat(earlier().recipe().stages())
        .containsExactly(Stage.EXPOSURE, Stage.SIMULATE, Stage.PLAN);
    assertThat(study.json("result.json").path("stages").propertyNames())
        .containsExactly("exposure", "simulate", "plan");
    assertThat(Files.readString(study.out().resolve("report.html")))
        .contains("The index is not part of this report");
  }

  @Test
  void theSameRecipeGivesTheSameBytes() throws IOException {
    Path again = temp.resolve("again");
    study.again(earlier().recipe(), earlier(), again);
    Map<String, String> before = TinyStudy.contents(study.out());
    Map<String, String> after = TinyStudy.contents(again);
    // The page tells that it is a replay; the manifest lists the page.
    for (String page : List.of("report.html", "manifest.json")) {
      before.remove(page);
      after.remove(page);
    }
    assertThat(after).isEqualTo(before);
    assertThat(Files.readString(again.resolve("report.html"))).contains("Nothing was changed");
  }

  @Test
  void stagesDoneSideBySideGiveTheBytesOfOneThread() throws IOException {
    study.ready(ALL.withThreads(1));
    Map<String, String> one = TinyStudy.contents(study.out());
    study.ready(ALL.withThreads(2));
    assertThat(TinyStudy.contents(study.out())).isEqualTo(one);
  }

  @Test
  void oneChangeIsToldWithTheFiguresThatMoved() throws IOException {
    Loaded<Recipe> changed = earlier().recipe().changed(List.of("exposure.ttr_days=60"));
    Path again = temp.resolve("again");
    study.again(((Loaded.Ready<Recipe>) changed).value(), earlier(), again);
    String page = Files.readString(again.resolve("report.html"));
    assertThat(page).contains("exposure.ttr_days: 30 → 60", "0 figures have moved");
    String longer = study.source().resolve("sites.csv").toString();
    Files.writeString(Path.of(longer), Files.readString(Path.of(longer)).replace(",4,", ",8,"));
    study.again(earlier().recipe(), earlier(), again);
    assertThat(Files.readString(again.resolve("report.html")))
        .contains("The file sites.csv is new or not what it was.")
        .doesNotContain("0 figures have moved");
  }

  @Test
  void aScenarioThatThePackageNoLongerHasIsTakenFromTheEarlierResult() throws IOException {
    Files.delete(study.source().resolve("scenarios/plant-outage.yaml"));
    StudyOutcome outcome = study.again(earlier().recipe(), earlier(), temp.resolve("again"));
    assertThat(outcome.answers()).hasSize(3);
  }

  @Test
  void everyFaultOfTheChangesIsNamed() throws IOException {
    Loaded<Recipe> changed =
        earlier()
            .recipe()
            .changed(List.of("exposure.probability=2", "simulate.replications=1.5", "nonsense=1"));
    assertThat(changed.findings().stream().map(finding -> finding.text(Locale.ENGLISH)))
        .hasSize(3)
        .anyMatch(text -> text.contains("\"2\" does not fit. Write a number from 0 to 1."))
        .anyMatch(text -> text.contains("\"1.5\" does not fit. Write a whole number from 1"))
        .anyMatch(text -> text.contains("exposure.horizon_days, "));
  }

  @Test
  void whatIsNoResultCannotBeReplayed() throws IOException {
    assertThat(Earlier.read(study.source())).isInstanceOf(Loaded.Rejected.class);
    Path odd = Files.createDirectory(temp.resolve("odd"));
    Files.writeString(odd.resolve("manifest.json"), "[1, 2");
    assertThat(Earlier.read(odd)).isInstanceOf(Loaded.Rejected.class);
    Files.writeString(
        odd.resolve("manifest.json"),
        "{\"recipe\": {\"stages\": [\"plan\"], \"settings\": {\"plan.most_periods\": \"0\"}}}");
    assertThat(Earlier.read(odd)).isInstanceOf(Loaded.Rejected.class);
  }

  private Earlier earlier() throws IOException {
    return ((Loaded.Ready<Earlier>) Earlier.read(study.out())).value();
  }
}
