package tenon.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Progress;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ManifestTest {
  @TempDir private Path temp = Path.of("");
  private Path source = Path.of("");

  @BeforeEach
  void tinyChain() throws IOException {
    source = TinyChain.standard().writeTo(temp.resolve("tiny"));
  }

  /** FIPS 180-2, appendix B.1. */
  @Test
  void theHashOfAKnownTextIsTheKnownHash() throws IOException {
    Files.writeString(temp.resolve("abc.txt"), "abc");
    assertThat(InputFile.of(temp, List.of("abc.txt")))
        .containsExactly(
            new InputFile(
                "abc.txt", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }

  @Test
  void everyFileThatWasReadIsListedByNameAndNoOther() throws IOException {
    Files.writeString(source.resolve("notes.txt"), "not part of the package");
    assertThat(names(manifest(Recipe.of(Stage.EXPOSURE)).path("inputs")))
        .containsExactly(
            "datapackage.json",
            "demand.csv",
            "firms.csv",
            "inputs.csv",
            "products.csv",
            "recipes.csv",
            "regions.csv",
            "sites.csv",
            "sourcing.csv",
            "stocks.csv");
  }

  @Test
  void everyResultIsListed() throws IOException {
    List<String> names = names(manifest(Recipe.of(Stage.EXPOSURE)).path("results"));
    assertThat(names)
        .isEqualTo(
            List.of(
                "exposure.csv",
                "losses.csv",
                "single_sources.csv",
                "sole_makers.csv",
                "firms.csv",
                "result.json",
                "report.html"));
  }

  @Test
  void theRecipeCanBeReplayedAndNothingTiesItToAMachine() throws IOException {
    JsonNode manifest =
        manifest(
            Recipe.of(Stage.EXPOSURE)
                .with(Setting.EXPOSURE_TTR_DAYS, "45")
                .with(Setting.EXPOSURE_STOCK_LOST, "true")
                .with(Setting.EXPOSURE_ROLES, "leading")
                .withThreads(7));
    assertThat(manifest.path("recipe").path("command_line").toString())
        .isEqualTo(
            "[\"tenon\",\"exposure\",\"PACKAGE\",\"--ttr-days\",\"45\",\"--stock-lost\","
                + "\"--role\",\"leading\",\"--lang\",\"en\",\"--out\",\"DIR\"]");
    assertThat(manifest.toString())
        .doesNotContain(temp.toString(), System.getProperty("user.dir"), "threads", "date");
    assertThat(manifest.path("version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(manifest.path("jdk").asString()).isEqualTo(Runtime.version().toString());
    assertThat(manifest.path("recipe").path("seed").asInt()).isEqualTo(1);
  }

  @Test
  void aDateIsTheOneThatWasGiven() throws IOException {
    LocalDate date = LocalDate.of(2026, 3, 1);
    JsonNode manifest = manifest(Recipe.of(Stage.EXPOSURE).withDate(date));
    assertThat(manifest.path("recipe").path("date").asString()).isEqualTo("2026-03-01");
  }

  private JsonNode manifest(Recipe recipe) throws IOException {
    Path out = temp.resolve("out");
    assertThat(Study.run(source, recipe, out, Progress.NONE).findings()).isNotNull();
    return JsonMapper.shared().readTree(Files.readAllBytes(out.resolve("manifest.json")));
  }

  private static List<String> names(JsonNode files) {
    return StreamSupport.stream(files.spliterator(), false)
        .map(file -> file.path("name").asString())
        .toList();
  }
}
