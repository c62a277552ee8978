package tenon.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Loaded;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;

class ExpectedResultsTest {
  private static final double SOLVER_NOISE = 1e-6;

  private static Chain read(String name) {
    Loaded<DataPackage> loaded = PackageReader.read(Path.of(name));
    if (loaded instanceof Loaded.Ready<DataPackage> ready) {
      return ready.value().chain();
    }
    throw new AssertionError(loaded);
  }

  /**
   * Where this fails after a change that is meant: {@code ./dev golden}, and read the difference.
   */
  @Test
  void theYangtzeChainGivesTheExpectedExposureAndSources() throws IOException {
    Chain chain = read("yangtze-ic");
    Map<String, String> made = Expected.files(chain, Expected.sitesOf(chain, Golden.RANKED));
    Path expected = Path.of("yangtze-ic", "expected");
    assertThat(made.get("sole_makers.csv"))
        .isEqualTo(Files.readString(expected.resolve("sole_makers.csv")));
    assertThat(made.get("single_sources.csv"))
        .isEqualTo(Files.readString(expected.resolve("single_sources.csv")));
    assertSameNumbers(made.get("exposure.csv"), expected.resolve("exposure.csv"));
  }

  @Test
  void theScenarioOfTheYangtzeChainGivesTheExpectedServiceAndPlan() throws IOException {
    Chain chain = read("yangtze-ic");
    Path directory = Path.of("yangtze-ic");
    Map<String, String> made = RehearsalResults.files(chain, Golden.scenario(directory, chain));
    for (Map.Entry<String, String> file : made.entrySet()) {
      Path expected = directory.resolve("expected").resolve(file.getKey());
      assertSameNumbers(file.getValue(), expected);
    }
  }

  /** Numbers worked out by hand in the README of the package. */
  @Test
  void theThreeTierChainGivesWhatTheHandCalculationGives() throws IOException {
    Chain chain = read("three-tier");
    List<String> all = chain.sites().keys().stream().toList();
    assertSameNumbers(
        Expected.files(chain, all).get("exposure.csv"),
        Path.of("three-tier", "expected", "exposure.csv"));
  }

  private static void assertSameNumbers(@Nullable String made, Path kept) throws IOException {
    List<String> got = String.valueOf(made).lines().toList();
    List<String> expected = Files.readAllLines(kept);
    assertThat(got).hasSameSizeAs(expected);
    assertThat(got.getFirst()).isEqualTo(expected.getFirst());
    for (int line = 1; line < expected.size(); line++) {
      List<String> cells = List.of(got.get(line).split(",", -1));
      List<String> wanted = List.of(expected.get(line).split(",", -1));
      assertThat(cells.getFirst()).isEqualTo(wanted.getFirst());
      for (int cell = 1; cell < wanted.size(); cell++) {
        assertClose(expected.get(line), cells.get(cell), wanted.get(cell));
      }
    }
  }

  private static void assertClose(String line, String cell, String wanted) {
    if (wanted.equals("inf")) {
      assertThat(cell).as(line).isEqualTo("inf");
      return;
    }
    double number = Double.parseDouble(wanted);
    assertThat(Double.parseDouble(cell))
        .as(line)
        .isCloseTo(number, within(SOLVER_NOISE * Math.max(1, number)));
  }
}
