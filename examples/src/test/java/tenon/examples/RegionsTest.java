package tenon.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.assess.Assessment;
import tenon.assess.Grade;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;

/** Golden numbers: Zhang J. (2024), ARISE 4(4), 100-125, scores and grades of six regions. */
class RegionsTest {
  private static final Path KEPT = Path.of("regions");

  private final DataPackage kept = read(KEPT);
  private final Assessment assessed = RegionResults.assess(kept);

  @Test
  void meanOverTheYearsOfEveryDimensionIsThePublishedScore() {
    for (Regions.Published region : Regions.PUBLISHED) {
      for (String dimension : List.of("B1", "B2", "B3")) {
        assertThat(mean(dimension, region.name()) / 100)
            .as(region.name() + " " + dimension)
            .isCloseTo(region.score(dimension), within(1e-6));
      }
    }
  }

  /** By the published weights; Middle Yangtze River is published as .745, see the README. */
  @Test
  void compositeByThePublishedWeightsHasThreeKnownDecimals() {
    double[] composite = {.874, .849, .811, .746, .721, .618};
    for (int unit = 0; unit < composite.length; unit++) {
      double mean = mean("A", Regions.PUBLISHED.get(unit).name());
      assertThat(Math.round(10 * mean) / 1000.).isEqualTo(composite[unit]);
    }
  }

  @Test
  void gradesAreThePublishedOnes() {
    Grade[] grades = {Grade.HIGH, Grade.HIGH, Grade.HIGH, Grade.STRONG, Grade.STRONG, Grade.STRONG};
    for (int unit = 0; unit < grades.length; unit++) {
      assertThat(Grade.of(mean("A", Regions.PUBLISHED.get(unit).name()))).isEqualTo(grades[unit]);
    }
    assertThat(assessed.scores().meanRanks(0)).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void noValueIsClippedOrUnknownAndOnlyMissingTargetsAreSaid() {
    assertThat(assessed.findings()).extracting(Finding::code).containsExactly("no-target");
  }

  @Test
  void descriptorSaysThatTheDataAreSynthetic() {
    assertThat(kept.info().synthetic()).isTrue();
  }

  @Test
  void keptPackageAndExpectedResultsAreWhatTheGeneratorWrites(@TempDir Path folder)
      throws IOException {
    Path fresh = folder.resolve("regions");
    Regions.write(fresh);
    try (Stream<Path> files = Files.walk(fresh)) {
      List<Path> written = files.filter(Files::isRegularFile).toList();
      assertThat(written).hasSize(7);
      for (Path file : written) {
        assertThat(KEPT.resolve(fresh.relativize(file).toString())).hasSameBinaryContentAs(file);
      }
    }
  }

  private double mean(String code, String region) {
    int node = assessed.panel().hierarchy().keys().id(code);
    return assessed.scores().mean(node, assessed.panel().units().id(region));
  }

  private static DataPackage read(Path path) {
    return switch (PackageReader.read(path)) {
      case Loaded.Ready<DataPackage> ready -> ready.value();
      case Loaded.Rejected<DataPackage> rejected ->
          throw new AssertionError(rejected.findings().toString());
    };
  }
}
