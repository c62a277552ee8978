package tenon.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.PackageWriter;
import tenon.packages.ScenarioReader;

class CommittedPackagesTest {
  private static Map<String, String> files(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> inside = Files.list(directory)) {
      for (Path file : inside.filter(Files::isRegularFile).toList()) {
        files.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  /**
   * Where this fails after a change that is meant: {@code ./dev golden}, and read the difference.
   */
  @Test
  void theYangtzePackageIsWhatItsGeneratorWrites(@TempDir Path scratch) throws IOException {
    Path fresh = scratch.resolve("yangtze-ic");
    PackageWriter.write(YangtzeIc.generate(YangtzeIc.SEED), fresh);
    Map<String, String> kept = files(Path.of("yangtze-ic"));
    // What is written by hand beside the tables.
    List<String> byHand = List.of("README.md", "levers.yaml", "pilot-levers.yaml");
    assertThat(kept).containsKeys(byHand.toArray(String[]::new));
    byHand.forEach(kept::remove);
    Map<String, String> made = files(fresh);
    assertThat(kept.keySet()).isEqualTo(made.keySet());
    made.forEach((name, content) -> assertThat(content.equals(kept.get(name))).as(name).isTrue());
  }

  @Test
  void theScenarioIsTheOneOfTheGeneratorAndFitsTheChain() throws IOException {
    Path kept = Path.of("yangtze-ic", "scenarios", YangtzeIc.SCENARIO);
    assertThat(kept).hasContent(Sheet.content("yangtze-ic/" + YangtzeIc.SCENARIO));
    assertThat(ScenarioReader.read(kept, YangtzeIc.generate(YangtzeIc.SEED).chain()))
        .isInstanceOf(Loaded.Ready.class);
  }

  @Test
  void thePackagesCheckWithoutAFinding() {
    for (String name : List.of("yangtze-ic", "three-tier", "cash-and-crews", "two-regions")) {
      Loaded<DataPackage> loaded = PackageReader.read(Path.of(name));
      assertThat(loaded).as(name).isInstanceOf(Loaded.Ready.class);
      if (loaded instanceof Loaded.Ready<DataPackage>(DataPackage data, List<?> warnings)) {
        assertThat(warnings).as(name).isEmpty();
        assertThat(data.info().synthetic()).isTrue();
      }
    }
  }

  /** Each line of the README's table of files names files and their rows. */
  @Test
  void theReadmeOfTheYangtzePackageCountsItsRows() throws IOException {
    Pattern file = Pattern.compile("`(\\w+\\.csv)`");
    int counted = 0;
    for (String line : Files.readAllLines(Path.of("yangtze-ic", "README.md"))) {
      List<String> cells = line.startsWith("| `") ? List.of(line.split("\\|", -1)) : List.of();
      List<String> names =
          cells.isEmpty()
              ? List.of()
              : file.matcher(cells.get(1)).results().map(found -> found.group(1)).toList();
      for (int i = 0; i < names.size(); i++) {
        String stated = List.of(cells.get(2).split(", ", -1)).get(i).strip().replace(",", "");
        Path table = Path.of("yangtze-ic", names.get(i));
        assertThat(Files.readAllLines(table).size() - 1)
            .as(names.get(i))
            .isEqualTo(Integer.parseInt(stated));
        counted++;
      }
    }
    assertThat(counted).isEqualTo(13);
  }

  @Test
  void theThreeTierPackageIsWrittenAsTheWriterWritesIt(@TempDir Path scratch) throws IOException {
    Loaded<DataPackage> loaded = PackageReader.read(Path.of("three-tier"));
    if (!(loaded instanceof Loaded.Ready<DataPackage> ready)) {
      throw new AssertionError(loaded);
    }
    PackageWriter.write(ready.value(), scratch.resolve("three-tier"));
    Map<String, String> kept = files(Path.of("three-tier"));
    kept.remove("README.md");
    assertThat(kept).isEqualTo(files(scratch.resolve("three-tier")));
  }
}
