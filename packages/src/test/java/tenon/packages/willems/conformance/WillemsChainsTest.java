package tenon.packages.willems.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Chain;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.PackageWriter;
import tenon.packages.willems.WillemsImport;

/** The published chains against their index, and against sums over their files taken here anew. */
class WillemsChainsTest {
  @TempDir Path scratch = Path.of("");

  @Test
  void everyChainHasItsStagesArcsAndDemand() throws IOException {
    for (NamedCsvRecord row : index()) {
      String id = chain(row);
      Loaded<DataPackage> loaded = read(id);
      assertThat(loaded.findings()).as(id).isEmpty();
      Chain chain = ready(loaded).chain();
      int stages = Integer.parseInt(row.getField("stages"));
      int arcs = Integer.parseInt(row.getField("arcs"));
      assertThat(chain.sites().count()).as(id).isEqualTo(stages);
      assertThat(chain.products().count()).as(id).isEqualTo(stages);
      assertThat(chain.recipes().count()).as(id).isEqualTo(stages);
      assertThat(chain.links().count()).as(id).isEqualTo(arcs);
      assertThat(chain.inputs().count()).as(id).isEqualTo(arcs);
      assertThat(chain.demands().count())
          .as(id)
          .isEqualTo(Integer.parseInt(row.getField("demand_stages")));
      double demand = 0;
      for (int d = 0; d < chain.demands().count(); d++) {
        demand += chain.demands().meanPerDay(d);
      }
      assertThat(demand).as(id).isCloseTo(sum(id, "avgDemand"), within(1e-9 * demand));
    }
  }

  @Test
  void costsAndTimesAddUpToThoseOfTheFiles() throws IOException {
    for (NamedCsvRecord row : index()) {
      String id = chain(row);
      Chain chain = ready(read(id)).chain();
      double cost = 0;
      double days = 0;
      for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
        cost += chain.recipes().productionCostPerUnit(recipe);
        days += chain.recipes().cycleDays(recipe);
      }
      for (int link = 0; link < chain.links().count(); link++) {
        days += chain.links().leadTimeDays(link);
      }
      assertThat(cost).as(id).isCloseTo(sum(id, "stageCost"), within(1e-9 * cost));
      assertThat(days).as(id).isCloseTo(sum(id, "stageTime"), within(1e-9 * days));
    }
  }

  @Test
  void everyPackageChecksWithoutErrorsAndIsWrittenAgainByteForByte() throws IOException {
    for (NamedCsvRecord row : index()) {
      String id = chain(row);
      Path first = scratch.resolve(id + "-first");
      Path second = scratch.resolve(id + "-second");
      PackageWriter.write(ready(read(id)), first);
      Loaded<DataPackage> checked = PackageReader.read(first);
      assertThat(checked.findings())
          .as(id)
          .extracting(finding -> finding.severity() + " " + finding.code())
          .containsExactly("WARNING no-currency");
      PackageWriter.write(ready(checked), second);
      assertThat(bytes(second)).as(id).isEqualTo(bytes(first));
    }
  }

  private static Map<String, String> bytes(Path folder) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    for (Path file : PackageReader.files(folder)) {
      bytes.put(String.valueOf(file.getFileName()), Arrays.toString(Files.readAllBytes(file)));
    }
    return bytes;
  }

  private static double sum(String id, String title) throws IOException {
    double sum = 0;
    for (NamedCsvRecord row : records(folder().resolve(id + "_stages.csv"))) {
      String cell = row.getField(title);
      sum += cell.isEmpty() ? 0 : Double.parseDouble(cell);
    }
    return sum;
  }

  private static Loaded<DataPackage> read(String id) {
    return WillemsImport.read(
        folder().resolve(id + "_stages.csv"), folder().resolve(id + "_arcs.csv"), Progress.NONE);
  }

  private static DataPackage ready(Loaded<DataPackage> loaded) {
    return switch (loaded) {
      case Loaded.Ready<DataPackage> ready -> ready.value();
      case Loaded.Rejected<DataPackage>(var errors) ->
          throw new AssertionError(errors.stream().map(e -> e.text(Locale.ENGLISH)).toList());
    };
  }

  private static String chain(NamedCsvRecord row) {
    return String.format(Locale.ROOT, "%02d", Integer.parseInt(row.getField("chain")));
  }

  private static List<NamedCsvRecord> index() throws IOException {
    Path index = folder().resolve("index.csv");
    boolean there = Files.isReadable(index);
    if (!there) {
      System.out.println("Skipped, as the published chains are not here: " + index);
    }
    assumeTrue(there, "the published chains are not here: " + index);
    List<NamedCsvRecord> rows = records(index);
    assertThat(rows).hasSize(19);
    return rows;
  }

  private static List<NamedCsvRecord> records(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  private static Path folder() {
    Path chains = Path.of("data/supply_chain/willems2008");
    Path root = root();
    return root == null ? chains : root.resolveSibling("shared").resolve(chains);
  }

  private static @Nullable Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve(".ci"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
