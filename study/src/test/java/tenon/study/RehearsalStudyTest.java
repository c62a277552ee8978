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
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tools.jackson.databind.JsonNode;

/**
 * The plant stops on days 5 to 14. Demand is 5 a day and certain, and what is not met on its day is
 * lost. The link from the plant takes 7 days (assumed), and holds the usual 35 parts at the start;
 * the store holds 10 parts, the plant a day's use (assumed), which it still ships on day 5. So the
 * store can serve until that has come and its stock is gone, and not again before the first
 * shipment after the outage has come.
 */
class RehearsalStudyTest {
  private static final Recipe SIMULATE =
      Recipe.of(Stage.SIMULATE).with(Setting.SIMULATE_REPLICATIONS, "3");

  @TempDir private Path temp = Path.of("");
  private TinyStudy study = TinyStudy.UNSET;

  @BeforeEach
  void tiny() throws IOException {
    study = TinyStudy.in(temp);
  }

  @Test
  void serviceFallsAfterTheStockAndThePipelineAndComesBackALeadTimeAfterTheOutage()
      throws IOException {
    study.ready(SIMULATE);
    List<String> days = study.lines("service.csv");
    assertThat(days)
        .hasSize(41)
        .startsWith("day,service,low,high,fill_rate,fill_low,fill_high", "0,1,1,1,1,1,1");
    // Shipped on days 0 to 5 arrives on days 7 to 12; 10 in stock last for days 13 and 14.
    assertThat(days.get(1 + 14)).isEqualTo("14,1,1,1,1,1,1");
    assertThat(days.get(1 + 15)).isEqualTo("15,0,0,0,0.9375,0.9375,0.9375"); // 15 of 16 days met
    assertThat(days.get(1 + 21)).startsWith("21,0,0,0,");
    assertThat(days.get(1 + 22)).startsWith("22,1,1,1,");
  }

  @Test
  void theLossIsWhatTheDaysWithoutServiceCost() throws IOException {
    study.ready(SIMULATE);
    JsonNode summary = study.json("result.json").path("summary");
    // Days 15 to 21: 7 days x 5 parts x a margin of 3.
    assertThat(summary.path("loss").asDouble()).isCloseTo(105, within(1e-9));
    assertThat(summary.path("performance_loss_days").asDouble()).isCloseTo(7, within(1e-9));
    assertThat(summary.path("tts_days").asDouble()).isEqualTo(10);
    assertThat(summary.path("ttr_days").asDouble()).isEqualTo(17);
    assertThat(study.lines("demands.csv").get(1)).startsWith("store,part,0,7,10,17,1,35,35,35");
  }

  @Test
  void theLossIsDueToTheOnlyDisruption() throws IOException {
    study.ready(SIMULATE);
    assertThat(study.lines("attribution.csv"))
        .containsExactly(
            "kind,cause,loss,loss_low,loss_high,share,rule", "disruption,1,105,105,105,1,shapley");
    JsonNode part = study.json("result.json").path("attribution").path("shares").path(0);
    assertThat(part.path("loss").asDouble()).isCloseTo(105, within(1e-9));
    study.ready(SIMULATE.with(Setting.SIMULATE_ATTRIBUTION, "none"));
    assertThat(study.json("result.json").has("attribution")).isFalse();
  }

  @Test
  void ordersSwingOnlyWhereWhatIsAskedVaries() throws IOException {
    study.ready(SIMULATE);
    List<String> echelons = study.lines("bullwhip.csv");
    assertThat(echelons.getFirst()).startsWith("echelon,nodes,undisturbed");
    // Demand is 5 every day: nothing is asked that varies at the store.
    assertThat(echelons.get(1)).startsWith("1,0,,0,inf,");
  }

  @Test
  void replicationsGoOnUntilTheMeanIsKnownCloselyEnough() throws IOException {
    // Demand is certain: the interval has no width as soon as there are two replications.
    Recipe until = SIMULATE.with(Setting.SIMULATE_UNTIL_WIDTH, "0.5");
    study.ready(until.with(Setting.SIMULATE_REPLICATIONS, "1"));
    JsonNode summary = study.json("result.json").path("summary");
    assertThat(summary.path("replications").asInt()).isEqualTo(129);
    assertThat(summary.path("loss").asDouble()).isCloseTo(105, within(1e-9));
  }

  @Test
  void thePathLeadsFromThePlantToTheStore() throws IOException {
    study.ready(SIMULATE);
    assertThat(study.lines("transmission.csv"))
        .anySatisfy(line -> assertThat(line).contains("plant,part").contains("disruption,,1"))
        .anySatisfy(line -> assertThat(line).contains("store,part").contains("supplier,l2,plant"));
  }

  @Test
  void theAnswerSpeaksTheLanguageAskedFor() throws IOException {
    String english = study.ready(SIMULATE).answers().getFirst().sentence();
    assertThat(english).contains("plant-outage", "service falls to 0%", "CNY 105");
    String chinese = study.ready(SIMULATE.withLocale(Locale.CHINA)).answers().getFirst().sentence();
    assertThat(chinese).contains("服务水平", "105 元");
  }

  @Test
  void theScenarioIsKeptBesideTheResult() throws IOException {
    study.ready(SIMULATE);
    assertThat(Files.readString(study.out().resolve("scenario.yaml"))).isEqualTo(TinyStudy.OUTAGE);
    assertThat(study.json("manifest.json").path("recipe").path("settings").path("scenario"))
        .hasToString("\"plant-outage.yaml\"");
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBytes() throws IOException {
    study.ready(SIMULATE.withThreads(1));
    Map<String, String> one = TinyStudy.contents(study.out());
    study.ready(SIMULATE.withThreads(2));
    assertThat(TinyStudy.contents(study.out())).isEqualTo(one);
  }

  @Test
  void ofSeveralScenariosTheFirstIsTakenAndSaidOrTheOneThatIsNamed() throws IOException {
    study.scenario("a-calm.yaml", TinyStudy.OUTAGE.replace("plant-outage", "calm"));
    assertThat(study.ready(SIMULATE).answers().getFirst().sentence()).contains("calm");
    Recipe named = SIMULATE.with(Setting.SCENARIO, "plant-outage");
    assertThat(study.ready(named).answers().getFirst().sentence()).contains("plant-outage");
    assertThat(study.rejected(SIMULATE.with(Setting.SCENARIO, "plant")))
        .containsExactly(
            "\"plant\" is no scenario file; the package has: a-calm.yaml, plant-outage.yaml. Write"
                + " one of these names, or the path of a file. Ready scenarios: "
                + String.join(", ", tenon.packages.ScenarioLibrary.NAMES)
                + ", worst-site.");
  }

  @Test
  void withoutAScenarioOneIsOfferedThatCanBePasted() throws IOException {
    Files.delete(study.source().resolve("scenarios/plant-outage.yaml"));
    List<String> faults = study.rejected(SIMULATE);
    assertThat(faults).hasSize(1);
    String paste = faults.getFirst().substring(faults.getFirst().indexOf("name: outage"));
    study.scenario("outage.yaml", paste);
    assertThat(study.ready(SIMULATE).answers()).hasSize(1);
  }

  @Test
  void aBrokenScenarioIsRefusedWithEveryFaultAndNothingIsWritten() throws IOException {
    study.scenario("plant-outage.yaml", TinyStudy.OUTAGE.replace("plant\n", "plont\n") + "x: 1\n");
    assertThat(study.rejected(SIMULATE))
        .hasSize(2)
        .anyMatch(text -> text.contains("plont") && text.contains("plant"))
        .anyMatch(text -> text.contains("\"x\""));
    assertThat(study.out()).doesNotExist();
  }

  @Test
  void whereNobodyReactsTheRecipeSaysSo() throws IOException {
    study.ready(SIMULATE.with(Setting.SIMULATE_RESPONSE, "none"));
    assertThat(study.json("manifest.json").path("recipe").path("command_line").toString())
        .contains("\"--response\",\"none\"");
    assertThat(Files.readString(study.out().resolve("report.html"))).contains("Nobody reacts");
  }
}
