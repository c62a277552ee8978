package tenon.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tools.jackson.databind.JsonNode;

/** The tiny chain has no other source, so a plan can do no more than use what there is. */
class PlanStudyTest {
  private static final Recipe PLAN = Recipe.of(Stage.PLAN).with(Setting.SIMULATE_REPLICATIONS, "2");

  @TempDir private Path temp = Path.of("");
  private TinyStudy study = TinyStudy.UNSET;

  @BeforeEach
  void tiny() throws IOException {
    study = TinyStudy.in(temp);
  }

  @Test
  void theProductOfTheOnlyMakerIsUncovered() throws IOException {
    study.ready(PLAN);
    assertThat(study.lines("coverage.csv"))
        .containsExactly(
            "site_id,product_id,lost_per_day,makers_elsewhere,spare_per_day,coverable_per_day,"
                + "delivered_per_day,gap",
            "plant,part,5,0,0,0,0,no_maker");
    JsonNode summary = study.json("result.json").path("summary");
    assertThat(summary.path("products_uncovered").asInt()).isEqualTo(1);
    assertThat(summary.path("coverable_share").asDouble()).isZero();
  }

  /** What falls is drawn too: the only source of the tiny chain, and the way it went. */
  @Test
  void thePageDrawsWhatChangesWhenAndWhatGoesWhere() throws IOException {
    study.ready(PLAN);
    long moves = study.lines("plan.csv").size() - 1L;
    String page = Files.readString(study.out().resolve("report.html"), StandardCharsets.UTF_8);
    assertThat(moves).isPositive();
    assertThat(page)
        .contains(
            "\"gantt\":\"<svg".replace("<", "\\u003c"),
            "\"gantt.title\":\"What changes when: all ");
    long shipped = study.lines("plan.csv").stream().filter(row -> row.startsWith("ship")).count();
    assertThat(page.contains("\"flows\":\"")).isEqualTo(shipped > 0);
  }

  @Test
  void allThreeResponsesLoseTheSameWhereNothingCanBeDone() throws IOException {
    study.ready(PLAN);
    JsonNode summary = study.json("result.json").path("summary");
    // As in the rehearsal: 7 days x 5 parts x a margin of 3.
    for (String loss : new String[] {"loss_nobody_reacts", "loss_own_rule", "loss_planned"}) {
      assertThat(summary.path(loss).asDouble()).as(loss).isCloseTo(105, within(1e-6));
    }
    assertThat(study.lines("effect.csv").get(3)).startsWith("plan,105");
  }

  @Test
  void aSiteCanBeRemovedForGoodInsteadOfAScenario() throws IOException {
    study.ready(PLAN.with(Setting.PLAN_REMOVE_SITE, "plant").with(Setting.PLAN_HORIZON_DAYS, "60"));
    assertThat(study.json("result.json").path("horizon_days").asInt()).isEqualTo(60);
    assertThat(study.out().resolve("scenario.yaml")).doesNotExist();
    assertThat(study.rejected(PLAN.with(Setting.PLAN_REMOVE_SITE, "plont")))
        .containsExactly(
            "sites.csv \"plont\" is no site of the package. Write a site_id of sites.csv.");
    Recipe both = PLAN.with(Setting.PLAN_REMOVE_SITE, "plant").with(Setting.SCENARIO, "x");
    assertThat(study.rejected(both))
        .singleElement()
        .asString()
        .contains("Leave one of the two out");
  }

  @Test
  void theAnswerSpeaksTheLanguageAskedFor() throws IOException {
    assertThat(study.ready(PLAN).answers().getFirst().sentence()).contains("1 of 1 product ");
    assertThat(study.ready(PLAN.withLocale(Locale.CHINA)).answers().getFirst().sentence())
        .contains("1 种产品");
  }
}
