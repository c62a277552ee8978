package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Finding;
import tenon.model.Loaded;

class FirmReaderTest {
  private static final String FIRMS = "firm,sector\na,ore\nb,steel\n";
  private static final String EDGES = "supplier,customer,amount\na,b,2.5\na,b,1e3\n";
  private static final String NEEDS = "supplier_sector,ore,steel\nsteel,0,1\nore,1,2\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void soundTablesAreReadWhole() throws IOException {
    Loaded<FirmTables> loaded = read(FIRMS, EDGES, NEEDS, "mild,hard\n0.5,1\n0,0.25\n");
    assertThat(loaded).isInstanceOf(Loaded.Ready.class);
    if (loaded instanceof Loaded.Ready<FirmTables>(var tables, var warnings)) {
      assertThat(warnings).isEmpty();
      assertThat(tables.firms().stream()).containsExactly("a", "b");
      assertThat(tables.sector()).containsExactly(0, 1);
      assertThat(tables.essential()).containsExactly(1, 2, 0, 1);
      assertThat(tables.supplier()).containsExactly(0, 0);
      assertThat(tables.amount()).containsExactly(2.5, 1000);
      assertThat(tables.scenarios()).containsExactly("mild", "hard");
      assertThat(tables.lost()[1]).containsExactly(1, 0.25);
    }
  }

  @Test
  void shocksMayNameTheirFirmsInAnyOrder() throws IOException {
    for (String header : List.of("firm", "Firm_ID", "id", "", "企业", "who")) {
      Loaded<FirmTables> loaded =
          read(FIRMS, EDGES, NEEDS, header + ",mild,hard\nb,0,0.25\na,0.5,1\n");
      assertThat(loaded).isInstanceOf(Loaded.Ready.class);
      if (loaded instanceof Loaded.Ready<FirmTables>(var tables, var warnings)) {
        assertThat(tables.scenarios()).containsExactly("mild", "hard");
        assertThat(tables.lost()[0]).containsExactly(0.5, 0);
        assertThat(tables.lost()[1]).containsExactly(1, 0.25);
      }
    }
  }

  @Test
  void firmsOfShocksThatAreUnknownMissingOrTwiceAreToldByName() throws IOException {
    Loaded<FirmTables> loaded =
        read(
            "firm,sector\nalpha,ore\nbeta,steel\n",
            "supplier,customer,amount\n",
            NEEDS,
            "firm,one\nalpha,0.5\nalpha,0.5\nbetta,2\n");
    assertThat(loaded.findings())
        .extracting(finding -> finding.place() + " " + finding.value() + " " + finding.code())
        .containsExactlyInAnyOrder(
            "shocks.csv:3 [firm] alpha firm-duplicate",
            "shocks.csv:4 [firm] betta shock-firm",
            "shocks.csv:4 [one] 2 shock-share",
            "shocks.csv beta shock-missing");
    assertThat(codes(read(FIRMS, EDGES, NEEDS, "firm\na\nb\n"))).containsExactly("shock-scenarios");
    assertThat(codes(read(FIRMS, EDGES, NEEDS, "one\n"))).containsExactly("shock-rows");
  }

  @Test
  void everyFaultIsToldAtOnceWithItsPlace() throws IOException {
    Loaded<FirmTables> loaded =
        read(
            "firm,sector\na,ore\nb,stel\na,ore\n,ore\n",
            "supplier,customer,amount\na,c,1\na,b,-1\nb,a,NaN\nb,a\n",
            "supplier_sector,ore,steel,coal\nore,1,3,0\nsteel,,1,2\nwood,1,1,1\n",
            "one\n1\n1.5\n0\n");
    assertThat(loaded.findings())
        .extracting(finding -> finding.place() + " " + finding.code())
        .containsExactlyInAnyOrder(
            "needs.csv:2 [steel] class-wrong",
            "needs.csv:3 [ore] class-blank",
            "needs.csv sector-row",
            "needs.csv sector-column",
            "firms.csv:3 [sector] firm-sector",
            "firms.csv:4 [firm] firm-duplicate",
            "firms.csv:5 [firm] firm-blank",
            "edges.csv:2 [customer] firm-unknown",
            "edges.csv:3 [amount] firm-amount",
            "edges.csv:4 [amount] firm-amount",
            "edges.csv:5 ragged-row",
            "shocks.csv:3 [one] shock-share",
            "shocks.csv shock-rows");
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
    for (Finding finding : loaded.findings()) {
      assertThat(finding.text(Locale.ENGLISH)).isNotBlank();
      assertThat(finding.text(Locale.CHINESE)).isNotBlank();
    }
    assertThat(loaded.findings())
        .anySatisfy(
            finding ->
                assertThat(finding.text(Locale.ENGLISH))
                    .contains("The nearest known sector is \"steel\""));
  }

  @Test
  void missingColumnsAndFilesAreFindings() throws IOException {
    assertThat(codes(read("company,sector\na,ore\n", EDGES, NEEDS, null)))
        .contains("missing-column");
    assertThat(codes(read("", EDGES, NEEDS, null))).contains("no-header");
    Path nowhere = folder.resolve("nowhere.csv");
    assertThat(codes(FirmReader.read(nowhere, nowhere, nowhere, null))).contains("unreadable-file");
    assertThat(codes(read(FIRMS, EDGES + "\"a,b,1\n", NEEDS, null))).contains("open-quote");
  }

  private static List<String> codes(Loaded<FirmTables> loaded) {
    return loaded.findings().stream().map(Finding::code).toList();
  }

  private Loaded<FirmTables> read(String firms, String edges, String needs, @Nullable String shocks)
      throws IOException {
    return FirmReader.read(
        write("firms.csv", firms),
        write("edges.csv", edges),
        write("needs.csv", needs),
        shocks == null ? null : write("shocks.csv", shocks));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
