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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.PackageWriter;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExposureStudyTest {
  private static final Recipe EXPOSURE = Recipe.of(Stage.EXPOSURE);

  private static final String BY_HAND =
      """
      site_id,ttr_days,lost_margin,tts_days,priority,interval
      mine,10,60,6,6,22.5..97.5
      plant,4,30,2,0.6,24..36
      """;

  @TempDir private Path temp = Path.of("");
  private Path source = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void tinyChain() throws IOException {
    source = TinyChain.standard().writeTo(temp.resolve("tiny"));
    out = temp.resolve("out");
  }

  @Test
  void theTableHoldsTheNumbersWorkedOutByHand() throws IOException {
    ready(EXPOSURE);
    assertThat(Files.readString(out.resolve("exposure.csv"))).startsWith(BY_HAND);
  }

  @Test
  void theOtherTablesFollowFromTheSameNumbers() throws IOException {
    ready(EXPOSURE);
    assertThat(out.resolve("losses.csv"))
        .hasContent(
            """
            site_id,demand_site_id,product_id,units,margin
            mine,store,part,20,60
            plant,store,part,10,30
            """);
    assertThat(out.resolve("firms.csv"))
        .hasContent(
            """
            firm_id,sites,sites_exposed,lost_margin,priority
            F1,1,1,60,6
            F2,2,1,30,0.6
            """);
    assertThat(out.resolve("single_sources.csv"))
        .hasContent(
            """
            customer_site_id,product_id,supplier_site_id,standby_elsewhere,inferred
            plant,ore,mine,false,false
            store,part,plant,false,false
            """);
    assertThat(out.resolve("sole_makers.csv"))
        .hasContent("site_id,product_id\nmine,ore\nplant,part\n");
  }

  @Test
  void theResultTellsTheSameNumbersWithTheirUnits() throws IOException {
    StudyOutcome outcome = ready(EXPOSURE);
    JsonNode result = JsonMapper.shared().readTree(Files.readAllBytes(out.resolve("result.json")));
    assertThat(outcome.resultJson()).isEqualTo(Files.readString(out.resolve("result.json")));
    assertThat(result.path("synthetic").asBoolean()).isTrue();
    assertThat(result.path("units").path("priority").asString()).isEqualTo("CNY per year");
    assertThat(result.path("summary").path("sites_exposed").asInt()).isEqualTo(2);
    assertThat(result.path("sites").path(0).path("lost_margin").asDouble()).isEqualTo(60);
  }

  @Test
  void theAnswerNamesTheGravestSiteInTheLanguageAskedFor() throws IOException {
    assertThat(ready(EXPOSURE).answers().getFirst().sentence())
        .startsWith("An outage of Deep Mine puts the most at risk: CNY 6 a year.")
        .contains("CNY 60", "CNY 22.5–97.5", "2 of the 3 sites");
    assertThat(ready(EXPOSURE.withLocale(Locale.CHINA)).answers().getFirst().sentence())
        .startsWith("深矿一旦停产")
        .contains("每年风险损失 6 元");
  }

  @Test
  void everyOutageIsAlsoSimulatedBesideTheProgrammes() throws IOException {
    // By hand: the plant ships its stock of a day on day 0 and nothing on days 1 to 3, which come 7
    // days later (assumed). The store's 10 parts serve days 8 and 9; day 10 goes short by 5 x 3,
    // and
    // day 11 has what was shipped on day 4. A probability of 0.02 makes 0.3 a year.
    ready(EXPOSURE.with(Setting.EXPOSURE_SIMULATE, "2"));
    List<String> rows = Files.readAllLines(out.resolve("outages.csv"));
    assertThat(rows.getFirst())
        .isEqualTo(
            "site_id,ttr_days,tts_days,tts_days_simulated,ttr_days_simulated,lost_margin,"
                + "loss_simulated,loss_low,loss_high,expected_loss_per_year,rank_programmes");
    assertThat(rows).contains("plant,4,2,10,11,30,15,15,15,0.3,2");
    assertThat(Files.readString(out.resolve("exposure.csv"))).startsWith(BY_HAND);
    Map<String, String> one = contents();
    ready(EXPOSURE.with(Setting.EXPOSURE_SIMULATE, "2").withThreads(2));
    assertThat(contents()).isEqualTo(one);
  }

  @Test
  void twoRunsAndAnyNumberOfThreadsGiveTheSameBytes() throws IOException {
    ready(EXPOSURE.withThreads(1));
    Map<String, String> first = contents();
    ready(EXPOSURE.withThreads(2));
    assertThat(contents()).isEqualTo(first);
    assertThat(first.keySet())
        .containsExactlyInAnyOrder(
            "exposure.csv",
            "losses.csv",
            "single_sources.csv",
            "sole_makers.csv",
            "firms.csv",
            "result.json",
            "report.html",
            "manifest.json");
  }

  @Test
  void aNameThatEndsInCsvGivesThatTableAlone() throws IOException {
    out = temp.resolve("new/table.csv");
    ready(EXPOSURE);
    assertThat(Files.readString(out)).startsWith(BY_HAND);
    assertThat(list(temp.resolve("new"))).containsExactly("table.csv");
  }

  @Test
  void rolesAndIdsNarrowTheSitesThatAreTakenOut() throws IOException {
    ready(
        EXPOSURE.with(Setting.EXPOSURE_ROLES, "specialised").with(Setting.EXPOSURE_SITES, "plant"));
    assertThat(Files.readString(out.resolve("exposure.csv")))
        .contains("plant,4,30")
        .doesNotContain("mine");
  }

  @Test
  void unknownRolesAndSitesAreRefusedTogetherAndNothingIsWritten() throws IOException {
    Recipe recipe =
        EXPOSURE.with(Setting.EXPOSURE_ROLES, "lead").with(Setting.EXPOSURE_SITES, "mines");
    assertThat(rejected(recipe))
        .containsExactly(
            "firms.csv \"lead\" is the role of no firm; known roles: leading, specialised. Write"
                + " one of them, or leave the role out to assess all sites.",
            "sites.csv \"mines\" is no site of the package. Write a site_id of sites.csv.");
    assertThat(list(temp)).containsExactly("tiny");
  }

  @Test
  void filtersThatExcludeEachOtherAreRefused() throws IOException {
    Recipe recipe =
        EXPOSURE.with(Setting.EXPOSURE_ROLES, "leading").with(Setting.EXPOSURE_SITES, "plant");
    assertThat(rejected(recipe))
        .hasSize(1)
        .allMatch(text -> text.contains("Leave one of the two out"));
  }

  @Test
  void aFaultyPackageIsRefusedAndNothingIsWritten() throws IOException {
    Path sites = source.resolve("sites.csv");
    Files.writeString(sites, Files.readString(sites).replace("mine,F1", "mine,F9"));
    assertThat(rejected(EXPOSURE)).anyMatch(text -> text.contains("F9"));
    assertThat(list(temp)).containsExactly("tiny");
  }

  @Test
  void aPackageWithoutSitesGivesAReportThatSaysWhatToDoNext() throws IOException {
    source = temp.resolve("empty");
    DataPackage tiny = TinyChain.standard().data();
    Map<Resource, Columns> regions = Map.of(Resource.REGIONS, tiny.chain().table(Resource.REGIONS));
    PackageWriter.write(new DataPackage(tiny.info(), regions), source);
    assertThat(ready(EXPOSURE).answers().getFirst().sentence()).contains("Add sites");
    assertThat(Files.readString(out.resolve("exposure.csv"))).hasLineCount(1);
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("there is no chain to draw. Fill the sourcing table");
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

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (String name : list(out)) {
      contents.put(name, Files.readString(out.resolve(name)));
    }
    return contents;
  }

  private static List<String> list(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
