package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBPreparedStatement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each lock is tried, and beside it what it must still let through. */
class LockedDatabaseTest {
  @TempDir Path directory = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void writeTwoFiles() throws IOException {
    byte[] content = ParquetFile.of("SELECT 'A' AS product_id");
    file = Files.write(directory.resolve("products.parquet"), content);
    Files.write(directory.resolve("other.parquet"), content);
    Files.writeString(directory.resolve("other.csv"), "a\n1\n");
  }

  @Test
  void theOneFileIsRead() throws IOException, SQLException {
    try (LockedDatabase database = LockedDatabase.reading(file);
        DuckDBPreparedStatement query = database.prepare("SELECT * FROM read_parquet(?)");
        var rows = query.executeQuery()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("A");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_parquet('{0}/other.parquet')",
        "SELECT * FROM read_parquet('{0}/*.parquet')",
        "SELECT * FROM '{0}/other.parquet'",
        "SELECT * FROM read_csv('{0}/other.csv')",
        "SELECT * FROM read_text('{0}/other.csv')",
        "SELECT * FROM read_blob('{0}/other.csv')",
        "SELECT * FROM glob('{0}/*')",
        "SELECT * FROM parquet_metadata('{0}/other.parquet')",
        "ATTACH '{0}/other.db'",
        "COPY (SELECT 1) TO '{0}/new.csv'",
        "COPY (SELECT 1) TO '{0}/other.parquet' (FORMAT parquet, USE_TMP_FILE false)",
        "EXPORT DATABASE '{0}/export'",
        "IMPORT DATABASE '{0}'"
      })
  void noOtherFileIsTouched(String statement) throws IOException, SQLException {
    Set<Path> before = files(directory);
    assertRefused(statement.replace("{0}", directory.toString()), "disabled by configuration");
    assertThat(files(directory)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_parquet('http://127.0.0.1:9/a.parquet')",
        "SELECT * FROM read_parquet('https://127.0.0.1:9/a.parquet')",
        "SELECT * FROM read_csv('http://127.0.0.1:9/a.csv')",
        "SELECT * FROM read_parquet('s3://bucket/a.parquet')",
        "ATTACH 'http://127.0.0.1:9/a.db' AS a"
      })
  void theNetworkIsNotTouched(String statement) throws IOException, SQLException {
    assertRefused(statement, "(disabled by configuration|requires the extension httpfs)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSTALL httpfs",
        "FORCE INSTALL httpfs",
        "INSTALL httpfs FROM community",
        "INSTALL '{0}/a.duckdb_extension'",
        "LOAD httpfs",
        "LOAD '{0}/a.duckdb_extension'"
      })
  void noExtensionIsInstalledOrLoaded(String statement) throws IOException, SQLException {
    assertRefused(
        statement.replace("{0}", directory.toString()), "disabled (by|through) configuration");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET lock_configuration = false",
        "RESET lock_configuration",
        "SET enable_external_access = true",
        "SET allowed_paths = ['/']",
        "SET allowed_directories = ['/']",
        "SET autoload_known_extensions = true",
        "SET autoinstall_known_extensions = true",
        "SET allow_unsigned_extensions = true",
        "SET allow_community_extensions = true",
        "SET threads = 8",
        "SET memory_limit = '64GB'",
        "SET temp_directory = '/'",
        "PRAGMA memory_limit = '64GB'",
        "PRAGMA threads = 8"
      })
  void nothingIsUnlocked(String statement) throws IOException, SQLException {
    assertRefused(statement, "(locked|Cannot|cannot)");
  }

  @Test
  void settingsAreAsDeclared() throws IOException, SQLException {
    assertThat(setting("threads")).isEqualTo("1");
    assertThat(setting("memory_limit")).isEqualTo("512.0 MiB");
    assertThat(setting("autoload_known_extensions")).isEqualTo("false");
    assertThat(setting("autoinstall_known_extensions")).isEqualTo("false");
    assertThat(setting("enable_external_access")).isEqualTo("false");
    assertThat(setting("lock_configuration")).isEqualTo("true");
    assertThat(setting("TimeZone")).isEqualTo("UTC");
  }

  @Test
  void whatDoesNotFitIntoTheMemoryFails() throws IOException, SQLException {
    assertRefused("SELECT string_agg(repeat('x', 1000000), '') FROM range(2000)", "Out of Memory");
  }

  @Test
  void theTemporaryDirectoryIsPrivateAndDeleted() throws IOException, SQLException {
    Path folder;
    try (LockedDatabase database = LockedDatabase.reading(file)) {
      folder = Objects.requireNonNull(Path.of(database.file()).getParent());
      assertThat(folder).isDirectory().isNotEqualTo(directory);
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
      }
      try (DuckDBPreparedStatement spill =
          database
              .connection()
              .prepare(
                  "CREATE TABLE large AS SELECT hash(range) a, hash(range + 1) b"
                      + " FROM range(40000000)")) {
        spill.execute();
      }
      assertThat(folder.resolve("spill")).isNotEmptyDirectory();
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void theWriterWritesTheOneFile() throws IOException, SQLException {
    Path target = directory.resolve("it's new.parquet");
    try (LockedDatabase database = LockedDatabase.writing(target);
        DuckDBPreparedStatement copy =
            database.prepare("COPY (SELECT 1 AS a) TO ? (FORMAT parquet, USE_TMP_FILE false)")) {
      copy.execute();
    }
    assertThat(target).isNotEmptyFile();
  }

  private String setting(String name) throws IOException, SQLException {
    try (LockedDatabase database = LockedDatabase.reading(file);
        DuckDBPreparedStatement query =
            database.connection().prepare("SELECT current_setting(?)::VARCHAR")) {
      query.setString(1, name);
      try (var rows = query.executeQuery()) {
        assertThat(rows.next()).isTrue();
        return rows.getString(1);
      }
    }
  }

  private void assertRefused(String sql, String why) throws IOException, SQLException {
    try (LockedDatabase database = LockedDatabase.reading(file)) {
      assertThatThrownBy(
              () -> {
                try (DuckDBPreparedStatement statement = database.connection().prepare(sql)) {
                  statement.query().close();
                }
              })
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*" + why + ".*");
    }
  }

  private static Set<Path> files(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      return inside.collect(Collectors.toSet());
    }
  }
}
