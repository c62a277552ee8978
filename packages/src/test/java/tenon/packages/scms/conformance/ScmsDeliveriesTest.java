package tenon.packages.scms.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Chain;
import tenon.model.Field;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.PackageWriter;
import tenon.packages.scms.ScmsImport;

/**
 * The published file against its figures: largest site of the year, its doses and products, how
 * many of these nobody else has ever delivered, and the share that the others' best years could
 * cover.
 */
class ScmsDeliveriesTest {

  @TempDir Path folder = Path.of("");

  @Test
  void until2012TheLargestSiteMakesSevenProductsThatNobodyElseMakes() {
    Spares spares = Spares.of(read(LocalDate.of(2012, 12, 31)).chain());

    assertThat(spares.largestSite()).isEqualTo("Aurobindo Unit III, India");
    assertThat(spares.doses()).isCloseTo(520_168_360, within(1e-3));
    assertThat(spares.products()).isEqualTo(31);
    assertThat(spares.madeNowhereElse()).isEqualTo(7);
    assertThat(spares.coverable()).isCloseTo(0.3551, within(0.00005));
  }

  @Test
  void in2013OthersCouldCoverMostOfTheLargestSite() {
    Spares spares = Spares.of(read(null).chain());

    assertThat(spares.largestSite()).isEqualTo("Hetero Unit III Hyderabad IN");
    assertThat(spares.doses()).isCloseTo(324_528_180, within(1e-3));
    assertThat(spares.products()).isEqualTo(14);
    assertThat(spares.madeNowhereElse()).isZero();
    assertThat(spares.coverable()).isCloseTo(0.7887, within(0.00005));
  }

  @Test
  void activeSharesOfEachCustomerAndProductSumToOne() {
    Chain chain = read(null).chain();
    var links = chain.links();
    Map<String, Double> sums = new HashMap<>();
    for (int link = 0; link < links.count(); link++) {
      if (!links.standby(link)) {
        String need = links.customer(link) + " " + links.product(link);
        sums.merge(need, links.share(link), Double::sum);
      }
    }
    assertThat(sums).isNotEmpty();
    assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-9)));
  }

  @Test
  void whatFlowsToTheCountriesIsWhatTheyDemand() {
    Chain chain = read(LocalDate.of(2012, 12, 31)).chain();
    var links = chain.links();
    Map<String, Double> unmet = new HashMap<>();
    for (int row = 0; row < chain.demands().count(); row++) {
      String need = chain.demands().site(row) + " " + chain.demands().product(row);
      unmet.merge(need, chain.demands().meanPerDay(row), Double::sum);
    }
    assertThat(unmet).isNotEmpty();
    for (int link = 0; link < links.count(); link++) {
      int customer = links.customer(link);
      if (!links.standby(link) && chain.sites().kind(customer).equals("store")) {
        unmet.merge(customer + " " + links.product(link), -links.volumePerDay(link), Double::sum);
      }
    }
    assertThat(unmet.values()).allSatisfy(rest -> assertThat(rest).isCloseTo(0, within(1e-6)));
  }

  @Test
  void thePublishedFileGivesOnlyTheseWarnings() {
    Loaded<DataPackage> loaded = ScmsImport.read(file(), null, Progress.NONE);

    assertThat(loaded.findings())
        .extracting(finding -> finding.code() + " " + finding.severity())
        .containsOnly(
            "scms-part-year WARNING", "scms-unknown-maker WARNING", "scms-no-value WARNING");
    assertThat(loaded.findings())
        .filteredOn(finding -> finding.code().equals("scms-part-year"))
        .singleElement()
        .extracting(finding -> finding.what().in(Locale.ENGLISH))
        .asString()
        .startsWith("Lines scheduled after 2013, in a year that is not over: 7,");
  }

  @Test
  void anotherLayoutOfTheSameFileGivesTheSameChain() throws IOException {
    // Days without a leading zero, years of two digits, Windows-1252, as other copies have it.
    String text =
        Files.readString(file())
            .replaceAll("\\b0(\\d-[A-Z][a-z]{2}-\\d\\d)\\b", "$1")
            .replaceAll("\\b(\\d{1,2}/\\d{1,2}/)20(\\d\\d)\\b", "$1$2");
    Path copy =
        Files.write(folder.resolve("copy.csv"), text.getBytes(Charset.forName("windows-1252")));
    Loaded<DataPackage> loaded = ScmsImport.read(copy, null, Progress.NONE);

    assertThat(text).contains(",2-Jun-06,").doesNotContain(",02-Jun-06,");
    assertThat(loaded.findings()).anyMatch(finding -> finding.code().equals("scms-encoding"));
    assertThat(cells(ready(loaded))).isEqualTo(cells(read(null)));
  }

  @Test
  void theImportedPackageChecksWithoutErrorsAndReadsBackTheSame() throws IOException {
    for (LocalDate until : new @Nullable LocalDate[] {null, LocalDate.of(2012, 12, 31)}) {
      DataPackage made = read(until);
      Path directory = folder.resolve("package-" + until);
      PackageWriter.write(made, directory);
      Loaded<DataPackage> checked = PackageReader.read(directory);

      assertThat(cells(ready(checked))).isEqualTo(cells(made));
      assertThat(ready(checked).info()).isEqualTo(made.info());
    }
  }

  private static List<String> cells(DataPackage made) {
    List<String> cells = new ArrayList<>();
    made.tables()
        .forEach(
            (resource, columns) -> {
              for (int row = 0; row < columns.rows(); row++) {
                for (Field field : resource.fields()) {
                  cells.add(
                      field.type() == Field.Type.NUMBER
                          ? Double.toString(columns.number(field.name(), row))
                          : String.valueOf(columns.text(field.name(), row)));
                }
              }
            });
    return cells;
  }

  private static DataPackage read(@Nullable LocalDate until) {
    return ready(ScmsImport.read(file(), until, Progress.NONE));
  }

  private static DataPackage ready(Loaded<DataPackage> loaded) {
    return switch (loaded) {
      case Loaded.Ready<DataPackage>(DataPackage value, var warnings) -> value;
      case Loaded.Rejected<DataPackage>(var errors) ->
          throw new AssertionError(
              errors.stream().map((Finding f) -> f.text(Locale.ENGLISH)).toList().toString());
    };
  }

  private static Path file() {
    Path csv = Path.of("data/supply_chain/usaid_scms/scms_delivered_2006_2013.csv");
    Path root = root();
    Path file = root == null ? csv : root.resolveSibling("shared").resolve(csv);
    boolean there = Files.isReadable(file);
    if (!there) {
      System.out.println("Skipped, as the published delivery file is not here: " + file);
    }
    assumeTrue(there, "the published delivery file is not here: " + file);
    return file;
  }

  private static @Nullable Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve(".ci"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
