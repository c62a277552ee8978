package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenon.model.Columns;
import tenon.model.Field;
import tenon.model.Resource;

/** The same cells are read, and have the same findings, from Parquet as from CSV. */
class ParquetLikeCsvTest {
  private static final Pattern LINE = Pattern.compile("\\.csv:(\\d+)");
  private static final List<String> CELLS =
      List.of(
          "",
          "",
          "A",
          "A",
          "B",
          "S1",
          " A",
          "A ",
          "电子",
          "🚢",
          "a\u0007",
          "1",
          "0",
          "-1",
          "1.5",
          "1e3",
          ".5",
          "1,234",
          "12%",
          "NA",
          "inf",
          "-inf",
          "1e999",
          "true",
          "False",
          "yes",
          "2026-01-05",
          "2026/1/5",
          "2026-02-30",
          "46027",
          "active",
          "Active",
          "plant",
          "normal",
          "\"quoted\"",
          "seven",
          "0.1",
          "9007199254740993",
          "123456789012345678901234567890");

  @TempDir Path directory = Path.of("");

  @Test
  void textsHaveTheSameFindings() {
    int findings = 0;
    for (long seed = 0; seed < 12; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Folder csv = new Folder(directory.resolve("csv-" + seed));
      Folder parquet = new Folder(directory.resolve("parquet-" + seed));
      for (Resource resource : Resource.values()) {
        if (random.nextInt(3) == 0) {
          List<String> names = names(resource, random);
          List<List<String>> rows = rows(names.size(), random);
          csv.table(resource.title(), lines(names, rows));
          parquet.parquet(resource.title(), ParquetFile.of(names, rows));
        }
      }
      List<String> found = parquet.findings();
      assertThat(found)
          .as("seed %d", seed)
          .isEqualTo(csv.findings().stream().map(ParquetLikeCsvTest::inParquet).toList());
      findings += found.size();
    }
    assertThat(findings).isGreaterThan(500);
  }

  private static List<String> names(Resource resource, SplittableRandom random) {
    List<String> names = new ArrayList<>();
    for (Field field : resource.fields()) {
      if (random.nextInt(4) > 0 || names.isEmpty()) {
        names.add(random.nextInt(20) == 0 ? field.name() + "s" : field.name());
      }
    }
    return names;
  }

  private static List<List<String>> rows(int columns, SplittableRandom random) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = random.nextInt(8); row > 0; row--) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        cells.add(CELLS.get(random.nextInt(CELLS.size())));
      }
      rows.add(cells);
    }
    return rows;
  }

  /** Every cell in quotes, so that no row is a blank line, which would be none. */
  private static String[] lines(List<String> names, List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", names));
    for (List<String> row : rows) {
      lines.add(
          row.stream()
              .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
              .collect(Collectors.joining(",")));
    }
    return lines.toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unit_value | -1.5                 | -1.5",
        "unit_value | -0.25::FLOAT         | -0.25",
        "unit_value | -7                   | -7",
        "unit_value | -7::TINYINT          | -7",
        "unit_value | -7::BIGINT           | -7",
        "unit_value | -0.50::DECIMAL(9,2)  | -0.50",
        "unit_value | -7::DECIMAL(38,0)    | -7",
        "unit_value | %inf%::DOUBLE        | inf",
        "unit_value | %-inf%::DOUBLE       | -inf",
        "unit_value | %nan%::DOUBLE        | NaN",
        "valid_from | TIMESTAMP %2026-01-05 12:30:00%    | 2026-01-05 12:30:00",
        "valid_from | TIMESTAMPTZ %2026-01-05 12:30:00Z% | 2026-01-05 12:30:00+00",
        "valid_from | DATE %12026-01-05%   | 12026-01-05",
        "essential  | 7                    | 7",
      })
  void faultyCellsOfOtherTypesReadAsTheirTexts(String column, String value, String text) {
    String table =
        switch (column) {
          case "valid_from" -> "sourcing";
          case "essential" -> "inputs";
          default -> "products";
        };
    List<String> fromParquet =
        new Folder(directory.resolve("parquet"))
            .parquet(table, "SELECT NULL AS " + column + " UNION ALL SELECT " + sql(value))
            .findings();
    List<String> fromCsv =
        new Folder(directory.resolve("csv")).table(table, column, "\"\"", text).findings();
    assertThat(fromParquet)
        .isEqualTo(fromCsv.stream().map(ParquetLikeCsvTest::inParquet).toList())
        .anyMatch(finding -> finding.contains("[" + column + "] \"" + text + "\""));
  }

  @Test
  void everyTypeThatCanHoldAFieldIsReadExactly() {
    Folder folder =
        new Folder(directory)
            .parquet(
                "regions",
                "SELECT i::UBIGINT AS region_id, uuid AS \"name\", 0.1::FLOAT AS latitude,"
                    + " 0.1::DECIMAL(18,17) AS longitude FROM (SELECT 18446744073709551615 AS i,"
                    + " '2098cf1a-a846-409c-a236-3f07e264d9a1'::UUID AS uuid)")
            .parquet(
                "products",
                "SELECT 7::DECIMAL(38,0) AS product_id, 9007199254740993::BIGINT AS unit_value,"
                    + " 0.30000000000000004::DOUBLE AS margin_per_unit,"
                    + " 123456789012345678.0123456789::DECIMAL(38,10) AS criticality")
            .parquet(
                "indicators",
                "SELECT 'u' AS unit_id, DATE '2026-01-05' AS period, 'i' AS code,"
                    + " 3::UTINYINT AS \"value\"")
            .parquet("hierarchy", "SELECT 'i' AS code, 1 AS \"level\"");
    Columns regions = table(folder, Resource.REGIONS);
    assertThat(regions.text("region_id", 0)).isEqualTo("18446744073709551615");
    assertThat(regions.text("name", 0)).isEqualTo("2098cf1a-a846-409c-a236-3f07e264d9a1");
    assertThat(regions.number("latitude", 0)).isEqualTo((double) 0.1f);
    assertThat(regions.number("longitude", 0)).isEqualTo(0.1);
    Columns products = table(folder, Resource.PRODUCTS);
    assertThat(products.text("product_id", 0)).isEqualTo("7");
    assertThat(products.number("unit_value", 0)).isEqualTo(9007199254740992.0);
    assertThat(products.number("margin_per_unit", 0)).isEqualTo(0.1 + 0.2);
    assertThat(products.number("criticality", 0)).isEqualTo(1.2345678901234568E17);
    assertThat(table(folder, Resource.INDICATORS).text("period", 0)).isEqualTo("2026-01-05");
    assertThat(table(folder, Resource.INDICATORS).number("value", 0)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DATE %2026-01-05%",
        "TIMESTAMP %2026-01-05 00:00:00%",
        "TIMESTAMPTZ %2026-01-05 00:00:00Z%",
        "TIMESTAMP_MS %2026-01-05 00:00:00%",
        "TIMESTAMP_NS %2026-01-05 00:00:00%",
        "%2026-01-05%"
      })
  void daysAreReadFromDatesAndFromMidnights(String value) {
    Folder folder =
        chain()
            .parquet(
                "sourcing",
                "SELECT 'L' AS link_id, 'S2' AS customer_site_id, 'S1' AS supplier_site_id,"
                    + " 'P' AS product_id, 'inf'::DOUBLE AS capacity_per_day, "
                    + sql(value)
                    + " AS valid_from");
    Columns links = table(folder, Resource.SOURCING);
    assertThat(links.text("valid_from", 0)).isEqualTo("2026-01-05");
    assertThat(links.number("capacity_per_day", 0)).isInfinite();
  }

  @ParameterizedTest
  @CsvSource({
    "true,true",
    "1,true",
    "%true%,true",
    "false,false",
    "0::TINYINT,false",
    "%%,",
    "NULL,"
  })
  void flagsAreReadFromBooleansNumbersAndWords(String value, String expected) {
    Folder folder =
        chain()
            .parquet(
                "inputs",
                "SELECT 'R' AS recipe_id, 'Q' AS product_id, 1 AS quantity, "
                    + sql(value)
                    + " AS essential");
    assertThat(table(folder, Resource.INPUTS).text("essential", 0)).isEqualTo(expected);
  }

  @Test
  void aNameLikeAPatternAndAPartitionIsReadAsItself() {
    for (String name : List.of("p[1]", "p1", "q'*", "year=2024")) {
      Folder folder =
          new Folder(directory.resolve(name))
              .parquet("products", "SELECT '" + name.replace("'", "''") + "' AS product_id");
      assertThat(folder.findings()).as(name).isEmpty();
      assertThat(table(folder, Resource.PRODUCTS).text("product_id", 0)).isEqualTo(name);
    }
  }

  @Test
  void rowsComeInTheOrderOfTheFile() {
    Folder folder =
        new Folder(directory)
            .parquet(
                "products",
                ParquetFile.of(
                    "SELECT 'P' || i AS product_id, i::DOUBLE AS unit_value"
                        + " FROM range(30000) t(i)",
                    ", ROW_GROUP_SIZE 2048"));
    Columns products = table(folder, Resource.PRODUCTS);
    assertThat(products.rows()).isEqualTo(30_000);
    for (int row = 0; row < products.rows(); row++) {
      assertThat(products.number("unit_value", row)).isEqualTo(row);
      assertThat(products.text("product_id", row)).isEqualTo("P" + row);
    }
  }

  /** Sources of cells know single quotes as their own, so they hold percent signs instead. */
  private static String sql(String value) {
    return value.replace('%', '\'');
  }

  private Folder chain() {
    return new Folder(directory)
        .table("regions", "region_id", "North")
        .table("firms", "firm_id", "F")
        .table("sites", "site_id,firm_id,region_id,kind", "S1,F,North,plant", "S2,F,North,store")
        .table("products", "product_id", "P", "Q")
        .table("recipes", "recipe_id,site_id,product_id", "R,S1,P");
  }

  private static Columns table(Folder folder, Resource resource) {
    return Objects.requireNonNull(folder.ready().tables().get(resource));
  }

  /** A finding about a CSV file as it reads for the same rows in Parquet. */
  private static String inParquet(String finding) {
    String rows =
        LINE.matcher(finding)
            .replaceAll(
                line -> {
                  int row = Integer.parseInt(line.group(1)) - 1;
                  return row == 0 ? ".parquet" : ".parquet:" + row;
                });
    return rows.replaceAll("(add|Add) to (\\w+)\\.csv the row", "$1 to $2.parquet the row")
        .replaceFirst("^(ERROR|WARNING) (\\w+)\\.csv ", "$1 $2.parquet ");
  }
}
