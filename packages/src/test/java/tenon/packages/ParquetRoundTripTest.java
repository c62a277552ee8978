package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Columns;
import tenon.model.Loaded;
import tenon.model.Resource;

/** Values pass between CSV and Parquet unchanged, to the last bit. */
class ParquetRoundTripTest {
  @TempDir Path directory = Path.of("");

  @Test
  void csvAndParquetHoldTheSameValuesByteForByte() throws IOException {
    int rows = 0;
    for (long seed = 1_000; seed < 1_004; seed++) {
      DataPackage data = new RandomPackage(seed).build();
      rows += data.tables().values().stream().mapToInt(Columns::rows).sum();
      Path csv = write(data, TableFormat.CSV, "a-" + seed);
      Path parquet = write(data, TableFormat.PARQUET, "b-" + seed);
      assertThat(bytes(write(read(parquet), TableFormat.CSV, "c-" + seed)))
          .as("seed %d, Parquet to CSV", seed)
          .isEqualTo(bytes(csv));
      assertThat(bytes(write(read(csv), TableFormat.PARQUET, "d-" + seed)))
          .as("seed %d, CSV to Parquet", seed)
          .isEqualTo(bytes(parquet));
      assertThat(bytes(write(read(parquet), TableFormat.PARQUET, "e-" + seed)))
          .as("seed %d, Parquet to Parquet", seed)
          .isEqualTo(bytes(parquet));
      assertThat(read(parquet).info()).isEqualTo(data.info());
    }
    assertThat(rows).as("the packages are not empty").isGreaterThan(150);
  }

  @Test
  void theDescriptorSaysThatTablesAreParquet() throws IOException {
    Path target = write(products("A"), TableFormat.PARQUET, "pkg");
    assertThat(Files.readString(target.resolve("datapackage.json")))
        .contains("\"path\" : \"products.parquet\"")
        .contains("\"format\" : \"parquet\"")
        .contains("\"mediatype\" : \"application/vnd.apache.parquet\"")
        .doesNotContain("encoding", "csv");
    assertThat(PackageReader.files(target))
        .containsExactly(target.resolve("datapackage.json"), target.resolve("products.parquet"));
  }

  @Test
  void columnsAreTyped() throws IOException, SQLException {
    Columns links =
        new Columns.Builder(Resource.SOURCING)
            .row()
            .set("link_id", "L")
            .set("share", 0.5)
            .set("capacity_per_day", Double.POSITIVE_INFINITY)
            .set("valid_from", "0001-01-01")
            .set("status", "active")
            .build();
    Columns inputs = new Columns.Builder(Resource.INPUTS).row().set("essential", "false").build();
    Path target =
        write(
            data(Map.of(Resource.SOURCING, links, Resource.INPUTS, inputs)),
            TableFormat.PARQUET,
            "pkg");
    assertThat(types(target.resolve("sourcing.parquet")))
        .containsExactly(
            "link_id VARCHAR",
            "customer_site_id VARCHAR",
            "supplier_site_id VARCHAR",
            "product_id VARCHAR",
            "share DOUBLE",
            "capacity_per_day DOUBLE",
            "status VARCHAR",
            "valid_from DATE");
    assertThat(types(target.resolve("inputs.parquet"))).contains("essential BOOLEAN");
  }

  @Test
  void aTableWithoutRowsIsWritten() throws IOException {
    DataPackage empty = data(Map.of(Resource.PRODUCTS, Columns.empty(Resource.PRODUCTS)));
    DataPackage read = read(write(empty, TableFormat.PARQUET, "pkg"));
    assertThat(read.tables().get(Resource.PRODUCTS)).extracting(Columns::rows).isEqualTo(0);
  }

  @Test
  void aPackageInTheOtherFormatIsReplaced() throws IOException {
    Path target = write(products("A"), TableFormat.CSV, "pkg");
    Files.writeString(target.resolve("notes.md"), "mine");
    write(products("B"), TableFormat.PARQUET, "pkg");
    assertThat(names(target)).containsExactly("datapackage.json", "notes.md", "products.parquet");
    write(products("C"), TableFormat.CSV, "pkg");
    assertThat(names(target)).containsExactly("datapackage.json", "notes.md", "products.csv");
    assertThat(Files.readString(target.resolve("products.csv"))).isEqualTo("product_id\nC\n");
  }

  @Test
  void aTargetWithQuotesAndPatternsInItsNameIsWritten() throws IOException {
    Path target = write(products("A"), TableFormat.PARQUET, "it's [a] 'new' *");
    assertThat(read(target).tables()).containsOnlyKeys(Resource.PRODUCTS);
  }

  @Test
  void textThatCannotBeWrittenLeavesNothingBehind() {
    assertThatThrownBy(() -> write(products("half a pair: \uD800"), TableFormat.PARQUET, "pkg"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("product_id");
    assertThat(directory).isEmptyDirectory();
  }

  private static List<String> types(Path file) throws SQLException {
    List<String> types = new ArrayList<>();
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        PreparedStatement query =
            connection.prepareStatement("DESCRIBE SELECT * FROM read_parquet(?)")) {
      query.setString(1, file.toString());
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          types.add(rows.getString(1) + " " + rows.getString(2));
        }
      }
    }
    return types;
  }

  private Path write(DataPackage data, TableFormat format, String name) throws IOException {
    Path target = directory.resolve(name);
    PackageWriter.write(data, target, format);
    return target;
  }

  private static DataPackage read(Path folder) {
    return switch (PackageReader.read(folder)) {
      case Loaded.Ready<DataPackage> ready -> ready.value();
      case Loaded.Rejected<DataPackage> rejected ->
          throw new AssertionError(Folder.texts(rejected).toString());
    };
  }

  private static DataPackage products(String id) {
    Columns table = new Columns.Builder(Resource.PRODUCTS).row().set("product_id", id).build();
    return data(Map.of(Resource.PRODUCTS, table));
  }

  private static DataPackage data(Map<Resource, Columns> tables) {
    PackageInfo info = new PackageInfo("x", "X", "", null, null, false, null, List.of());
    return new DataPackage(info, tables);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static Map<String, String> bytes(Path folder) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    for (String name : names(folder)) {
      bytes.put(name, Arrays.toString(Files.readAllBytes(folder.resolve(name))));
    }
    return bytes;
  }
}
