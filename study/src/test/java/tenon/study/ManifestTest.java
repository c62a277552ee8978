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
    assertThat(names(manifest(ExposureRecipe.standard()).path("inputs")))
        .containsExactly(
            "datapackage.json", "demand.csv", "firms.csv", "inputs.csv", "products.csv",
            "recipes.csv", "regions.csv", "sites.csv", "sourcing.csv", "stocks.csv");
  }

  @Test
  void everyResultIsListed() throws IOException {
    List<String> names = names(manifest(ExposureRecipe.standard()).path("results"));
    assertThat(names).isEqualTo(ExposureFiles.NAMES.subList(0, ExposureFiles.NAMES.size() - 1));
  }

  @Test
  void theRecipeCanBeReplayedAndNothingTiesItToAMachine() throws IOException {
    JsonNode manifest =
        manifest(
            ExposureRecipe.standard()
                .withAssumedTtrDays(45)
                .withStockLost(true)
                .withRoles(List.of("leading"))
                .withThreads(7));
    assertThat(manifest.path("recipe").path("command_line").toString())
        .isEqualTo(
            "[\"tenon\",\"exposure\",\"PACKAGE\",\"--horizon-days\",\"36500\",\"--ttr-days\",\"45\","
                + "\"--probability\",\"0.05\",\"--stock-lost\",\"--role\",\"leading\",\"--lang\","
                + "\"en\",\"--out\",\"DIR\"]");
    assertThat(manifest.toString())
        .doesNotContain(temp.toString(), System.getProperty("user.dir"), "threads", "date");
    assertThat(manifest.path("version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(manifest.path("jdk").asString()).isEqualTo(Runtime.version().toString());
    assertThat(manifest.path("seed").isNull()).isTrue();
  }

  @Test
  void aDateIsTheOneThatWasGiven() throws IOException {
    LocalDate date = LocalDate.of(2026, 3, 1);
    JsonNode manifest = manifest(ExposureRecipe.standard().withDate(date));
    assertThat(manifest.path("date").asString()).isEqualTo("2026-03-01");
  }

  private JsonNode manifest(ExposureRecipe recipe) throws IOException {
    Path out = temp.resolve("out");
    assertThat(ExposureStudy.run(source, recipe, out, Progress.NONE).findings()).isNotNull();
    return JsonMapper.shared().readTree(Files.readAllBytes(out.resolve("manifest.json")));
  }

  private static List<String> names(JsonNode files) {
    return StreamSupport.stream(files.spliterator(), false)
        .map(file -> file.path("name").asString())
        .toList();
  }
}
