package tenon.study.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenon.model.Finding;
import tenon.model.IndustryTable;
import tenon.model.Loaded;
import tenon.packages.inputoutput.IndustryTableReader;
import tenon.packages.inputoutput.TableImport;
import tenon.packages.inputoutput.TableLayout;
import tenon.twin.sector.Linkages;
import tenon.twin.sector.SectorModel;

/** Published tables, as they come: read, and their linkages checked against their identities. */
class PublishedTablesTest {

  /** Of larger tables one element of each row of L = I + A L is checked. */
  private static final int SMALL = 200;

  @ParameterizedTest
  @CsvSource({
    "NBS, china_nbs/china_2017_42.csv, 42, 0",
    "NBS, china_nbs/china_2020_42.csv, 42, 0",
    "NBS, china_nbs/china_2020_153.csv, 153, 0",
    "OECD, oecd_iot2021_chn/OECD21ed_CHN_2018.csv, 45, 1e-4",
    "EUROSTAT, eurostat_germany1995/germany_1995.csv, 6, 1e-4",
    "PYMRIO, pymrio_test, 48, 0",
    "WIOD, wiod2013/wiod08.csv, 1435, 1e-4",
    "BEA, us_bea/Summary_Use_2019_PRO_BeforeRedef_17sch.csv"
        + "|us_bea/Summary_Make_2019_BeforeRedef_17sch.csv, 71, 1e-3",
  })
  void linkagesSatisfyTheirIdentities(
      TableLayout layout, String names, int industries, double imbalance) {
    IndustryTable table = read(layout, names);
    assertThat(table.count()).isEqualTo(industries);
    SectorModel model = SectorModel.of(table);
    Linkages links = Linkages.of(model);
    int n = table.count();
    double all = Arrays.stream(table.output()).sum();
    double[] used = new double[n];
    double[] paid = new double[n];
    for (int i = 0; i < n; i++) {
      used[i] = table.output(i);
      paid[i] = table.output(i) - table.inputs(i);
      for (int j = 0; j < n; j++) {
        used[i] -= table.intermediate(i, j);
      }
      assertThat(Math.abs(table.output(i) - table.delivered(i)))
          .isLessThanOrEqualTo((imbalance + 1e-9) * all);
    }
    // L f = x and v' G = x'.
    double[] output = model.output(used);
    double[] supplied = model.outputOfInputs(paid);
    double[] sums = new double[n];
    double[] rows = new double[n];
    for (int i = 0; i < n; i++) {
      assertThat(output[i]).isCloseTo(table.output(i), within(1e-9 * all));
      assertThat(supplied[i]).isCloseTo(table.output(i), within(1e-9 * all));
      for (int j = 0; j < n; j++) {
        sums[j] += model.leontief(i, j);
        rows[i] += model.ghosh(i, j);
        // x_i G_ij = L_ij x_j, and L = I + A L.
        assertThat(table.output(i) * model.ghosh(i, j))
            .isCloseTo(model.leontief(i, j) * table.output(j), within(1e-9 * all));
        if (n <= SMALL || (i + j) % n == 0) {
          double next = i == j ? 1 : 0;
          for (int k = 0; k < n; k++) {
            next += model.input(i, k) * model.leontief(k, j);
          }
          assertThat(next).isCloseTo(model.leontief(i, j), within(1e-9));
        }
      }
    }
    assertThat(links.totalBackward()).containsExactly(sums, within(1e-9));
    assertThat(links.totalForwardGhosh()).containsExactly(rows, within(1e-9));
    assertThat(Arrays.stream(links.powerOfDispersion()).average().orElse(0))
        .isCloseTo(1, within(1e-9));
    assertThat(Arrays.stream(links.sensitivityGhosh()).average().orElse(0))
        .isCloseTo(1, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"NBS, china_nbs/china_2020_42.csv", "PYMRIO, pymrio_test"})
  void aPackageHoldsTheSameTable(TableLayout layout, String names) {
    IndustryTable table = read(layout, names);
    IndustryTable again =
        IndustryTable.of(
            TableImport.of(table, layout, names, "2020").tables().values().iterator().next(),
            "2020");
    assertThat(again.industries()).isEqualTo(table.industries());
    for (int i = 0; i < table.count(); i++) {
      assertThat(again.output(i)).isCloseTo(table.output(i), within(1e-9 * table.output(i)));
      for (int j = 0; j < table.count(); j++) {
        assertThat(again.intermediate(i, j)).isEqualTo(table.intermediate(i, j));
      }
    }
  }

  private static IndustryTable read(TableLayout layout, String names) {
    List<Path> files = Stream.of(names.split("\\|", -1)).map(PublishedTablesTest::file).toList();
    return switch (IndustryTableReader.read(layout, files, null, false)) {
      case Loaded.Ready<IndustryTable>(var table, var warnings) -> {
        assertThat(warnings).noneMatch(Finding::isError);
        yield table;
      }
      case Loaded.Rejected<IndustryTable>(var errors) -> throw new AssertionError(errors);
    };
  }

  private static Path file(String name) {
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.exists(at.resolve(".ci"))) {
      at = at.getParent();
    }
    Path file = at.resolveSibling("shared").resolve("data/input_output").resolve(name);
    if (!Files.isReadable(file)) {
      System.out.println("Skipped: " + file + " is not here.");
    }
    assumeTrue(Files.isReadable(file), () -> file + " is not here");
    return file;
  }
}
