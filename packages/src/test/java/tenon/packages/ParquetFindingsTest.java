package tenon.packages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenon.model.Columns;
import tenon.model.Progress;
import tenon.model.Resource;

class ParquetFindingsTest {
  @TempDir Path directory = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "products | unit_value | true               | column-type   | BOOLEAN",
        "products | unit_value | DATE %2026-01-02%  | column-type   | DATE",
        "products | unit_value | [1.5]              | nested-column | DECIMAL(2,1)[]",
        "products | unit_value | {%a%: 1}           | nested-column | STRUCT(a INTEGER)",
        "products | unit       | MAP {%a%: 1}       | nested-column | MAP(VARCHAR, INTEGER)",
        "products | unit       | 1.0::DOUBLE        | column-type   | DOUBLE",
        "products | unit       | 1.5::DECIMAL(9,2)  | column-type   | DECIMAL(9,2)",
        "products | unit       | %ab%::BLOB         | column-type   | BLOB",
        "products | name       | true               | column-type   | BOOLEAN",
        "recipes  | status     | 1                  | column-type   | INTEGER",
        "inputs   | essential  | 1.0::DOUBLE        | column-type   | DOUBLE",
        "inputs   | essential  | [%true%]           | nested-column | VARCHAR[]",
        "sourcing | valid_from | 20260102           | column-type   | INTEGER",
        "sourcing | valid_from | [TIMESTAMP %2026-01-05%]  | nested-column | TIMESTAMP[]",
        "sourcing | valid_from | TIME %03:04%       | column-type   | TIME",
      })
  void aColumnOfAnUnfitTypeIsRefusedAsAWhole(
      String table, String column, String value, String code, String type) {
    Folder folder =
        new Folder(directory)
            .parquet(table, "SELECT " + value.replace('%', '\'') + " AS " + column);
    assertThat(folder.findings())
        .filteredOn(text -> text.contains("[" + column + "]"))
        .singleElement()
        .asString()
        .startsWith("ERROR " + table + ".parquet [" + column + "] \"" + type + "\" ");
    assertThat(Folder.codes(folder.read())).contains(code);
  }

  @Test
  void aRefusedColumnOfIdsDoesNotMakeEveryReferenceUnknown() {
    Folder folder =
        new Folder(directory)
            .parquet("regions", "SELECT ['R'] AS region_id")
            .table("firms", "firm_id,region_id", "F,R");
    assertThat(Folder.codes(folder.read())).containsExactly("nested-column");
  }

  @Test
  void headersHaveTheFaultsOfCsv() {
    assertThat(
            new Folder(directory)
                .parquet("products", "SELECT 'A' AS \"Product_Id\", 1 AS unit_valu")
                .findings())
        .containsExactly(
            "ERROR products.parquet [product_id] \"Product_Id\" is not spelt as the column is."
                + " Write \"product_id\".",
            "WARNING products.parquet \"unit_valu\" is no column of this table and is not read."
                + " If \"unit_value\" is meant, write that.");
  }

  @Test
  void aMissingColumnIsNamed() {
    assertThat(new Folder(directory).parquet("products", "SELECT 'A' AS \"name\"").findings())
        .containsExactly(
            "ERROR products.parquet [product_id] is required and missing."
                + " Add a column \"product_id\".");
  }

  @Test
  void nothingIsReadWhereNoColumnIsKnown() {
    assertThat(Folder.codes(new Folder(directory).parquet("products", "SELECT 1 AS x").read()))
        .containsExactly("missing-column", "unknown-column");
  }

  @Test
  void aColumnThatIsNotReadMayBeOfAnyType() {
    assertThat(
            Folder.codes(
                new Folder(directory)
                    .parquet("products", "SELECT 'A' AS product_id, [1] AS xyz")
                    .read()))
        .containsExactly("unknown-column");
  }

  @Test
  void everyFaultOfEveryRowIsReported() {
    assertThat(
            new Folder(directory)
                .parquet(
                    "products",
                    "SELECT ' P' || i AS product_id, -i::DOUBLE AS unit_value"
                        + " FROM range(1, 5001) t(i)")
                .findings())
        .hasSize(202)
        .contains(
            "ERROR products.parquet:100 [unit_value] \"-100\" is out of range. Write 0 or more.",
            "ERROR products.parquet [unit_value] has 4900 more findings of the kind out-of-range."
                + " Mend those shown, then check again.");
  }

  @Test
  void anUnknownReferenceNamesRows() {
    assertThat(
            new Folder(directory)
                .parquet("regions", "SELECT 'North' AS region_id, 1 AS latitude")
                .parquet("firms", "SELECT 'F' AS firm_id, 'Nort' AS region_id")
                .findings())
        .containsExactly(
            "ERROR firms.parquet:1 [region_id] \"Nort\" is unknown among the regions. The nearest"
                + " known id is \"North\"; write that, or add to regions.parquet the row: Nort,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                 | The file is empty",
        "product_id                         | It is text: if it is CSV",
        "PAR1                               | Its end is missing",
        "PAR1...........................PARE | It is encrypted",
      })
  void whatIsNoParquetIsSaid(String content, String mend) {
    assertThat(new Folder(directory).parquet("products", content.getBytes(UTF_8)).findings())
        .singleElement()
        .asString()
        .startsWith("ERROR products.parquet is no Parquet file. " + mend);
  }

  @Test
  void bytesThatAreNoTextAreNoParquet() {
    assertThat(new Folder(directory).parquet("products", new byte[] {0, 1, 2, 3, 4}).findings())
        .containsExactly(
            "ERROR products.parquet is no Parquet file. Write the table as Parquet, or as CSV under"
                + " a name that ends in .csv.");
  }

  @Test
  void aFileThatIsCutOffIsSaidToBe() {
    byte[] whole = ParquetFile.of("SELECT 'A' || i AS product_id FROM range(1000) t(i)");
    for (int length = 4; length < whole.length; length += 97) {
      Folder folder = new Folder(directory).parquet("products", Arrays.copyOf(whole, length));
      assertThat(folder.findings())
          .as("%d bytes", length)
          .singleElement()
          .asString()
          .contains("Its end is missing");
    }
  }

  @Test
  void damageIsSaidWithoutNamesOfTemporaryFiles() {
    byte[] bytes = ParquetFile.of("SELECT 'A' || i AS product_id FROM range(1000) t(i)");
    Arrays.fill(bytes, 10, 60, (byte) 0x55);
    assertThat(new Folder(directory).parquet("products", bytes).findings())
        .singleElement()
        .asString()
        .startsWith("ERROR products.parquet is damaged, or not written as Parquet files are: ")
        .endsWith(". Copy or write it again, or give the table as CSV.")
        .doesNotContain("tenon-parquet")
        .doesNotContain("Error:");
  }

  @Test
  void aParquetFileNamedCsvIsRecognised() {
    byte[] bytes = ParquetFile.of("SELECT 'A' AS product_id");
    assertThat(new Folder(directory).bytes("products", bytes).findings())
        .singleElement()
        .asString()
        .endsWith(
            "The file is Parquet: name it so, or write \"format\": \"parquet\" in the descriptor.");
  }

  @Test
  void limitsHoldAsForCsv() {
    ReadLimits small = new ReadLimits(100_000, 5, 50, 3, 300);
    assertThat(findings("SELECT 'A' || i AS product_id FROM range(6) t(i)", small))
        .containsExactly(
            "ERROR products.parquet:6 is beyond the limit of 5 rows; the rest is not read."
                + " Split the package, or raise the limit.");
    assertThat(findings("SELECT 'A' AS product_id, 1 AS a, 2 AS b, 3 AS c", small))
        .containsExactly(
            "ERROR products.parquet has 4 columns, more than the limit of 3."
                + " Leave out the columns that the table does not have, or raise the limit.");
    assertThat(findings("SELECT 'A' AS product_id, repeat('电', 50) AS \"name\"", small)).isEmpty();
    assertThat(findings("SELECT 'A' AS product_id, repeat('电', 51) AS \"name\"", small))
        .containsExactly(
            "ERROR products.parquet:1 [name] has more than 50 characters, the limit."
                + " Shorten the text, or raise the limit.");
    ReadLimits tiny = new ReadLimits(100, 5, 50, 3, 300);
    assertThat(findings("SELECT 'A' AS product_id", tiny))
        .singleElement()
        .asString()
        .contains("bytes, more than the limit of 100.");
  }

  @Test
  void aCellThatUnfoldsToGigabytesDoesNotFillTheMemory() {
    byte[] bytes =
        ParquetFile.of(
            "SELECT 'A' || i AS product_id, repeat('x', 20000000) AS \"name\" FROM range(100) t(i)",
            ", COMPRESSION zstd");
    assertThat(bytes.length).isLessThan(10_000_000);
    assertThat(Folder.codes(new Folder(directory).parquet("products", bytes).read()))
        .containsAnyOf("long-cell", "parquet-memory");
  }

  @Test
  void aFormatThatIsDeclaredDecidesBeforeTheName() {
    Folder folder =
        new Folder(directory)
            .file("p.dat", ParquetFile.of("SELECT 'A' AS product_id"))
            .resource(
                "{\"name\": \"products\", \"path\": \"p.dat\", \"format\": \"parquet\","
                    + " \"mediatype\": \"application/vnd.apache.parquet\", \"encoding\": \"none\"}");
    assertThat(folder.ready().tables().get(Resource.PRODUCTS)).isNotNull();
    Folder csv =
        new Folder(directory.resolve("csv"))
            .file("p.parquet", "product_id\nA\n".getBytes(UTF_8))
            .resource("{\"name\": \"products\", \"path\": \"p.parquet\", \"format\": \"csv\"}");
    assertThat(csv.ready().tables().get(Resource.PRODUCTS)).isNotNull();
  }

  @Test
  void progressEndsWithAllBytes() {
    Folder folder =
        new Folder(directory)
            .parquet("products", "SELECT 'A' || i AS product_id FROM range(10000) t(i)");
    List<String> heard = new ArrayList<>();
    Progress progress = (work, done, total) -> heard.add(work + " " + done + "/" + total);
    assertThat(PackageReader.read(directory, ReadLimits.DEFAULT, progress).findings()).isEmpty();
    long size = directory.resolve("products.parquet").toFile().length();
    assertThat(heard).hasSizeGreaterThan(2).last().isEqualTo("read " + size + "/" + size);
    assertThat(folder.ready().tables().get(Resource.PRODUCTS))
        .extracting(Columns::rows)
        .isEqualTo(10_000);
  }

  @Test
  void progressEndsWithAllBytesThoughThereAreNoRows() {
    new Folder(directory).parquet("products", "SELECT 'A' AS product_id WHERE false");
    List<Long> heard = new ArrayList<>();
    PackageReader.read(directory, ReadLimits.DEFAULT, (work, done, total) -> heard.add(done));
    assertThat(heard).last().isEqualTo(directory.resolve("products.parquet").toFile().length());
  }

  private List<String> findings(String query, ReadLimits limits) {
    return Folder.texts(new Folder(directory).parquet("products", query).read(limits));
  }
}
