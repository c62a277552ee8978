package tenon.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;

/**
 * A DuckDB in memory that can touch one file and nothing else: no other file, no network, no
 * extension, no more than {@value #MEMORY_MEGABYTES} MB and one thread; and none of this can be
 * changed by a statement. What does not fit into that memory goes to a private temporary directory,
 * which is deleted on closing.
 *
 * <p>One thread, because rows must come in the order of the file, and because several tables are
 * read at the same time already.
 */
final class LockedDatabase implements AutoCloseable {

  /** Memory that a database may use beside that of Java. */
  static final int MEMORY_MEGABYTES = 512;

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("threads", "1"),
          Map.entry("async_threads", "1"),
          Map.entry("memory_limit", MEMORY_MEGABYTES + "MiB"),
          Map.entry("autoinstall_known_extensions", "false"),
          Map.entry("autoload_known_extensions", "false"),
          Map.entry("allow_community_extensions", "false"),
          Map.entry("allow_unsigned_extensions", "false"),
          Map.entry("allow_persistent_secrets", "false"),
          Map.entry("enable_external_file_cache", "false"),
          Map.entry(DuckDBDriver.JDBC_STREAM_RESULTS, "true"));

  /** In this order: once access is closed no path can be allowed, once locked nothing is set. */
  private static final List<String> LOCKS =
      List.of(
          "SET TimeZone = 'UTC'",
          "SET enable_external_access = false",
          "SET lock_configuration = true");

  private final Path folder;
  private final String file;
  private final DuckDBConnection connection;

  private LockedDatabase(Path folder, Path file) throws SQLException {
    this.folder = folder;
    this.file = file.toString();
    Properties settings = new Properties();
    settings.putAll(SETTINGS);
    settings.setProperty("temp_directory", folder.resolve("spill").toString());
    settings.setProperty("extension_directory", folder.resolve("extensions").toString());
    settings.setProperty("home_directory", folder.toString());
    connection =
        new DuckDBDriver().connect("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
    try {
      try (DuckDBPreparedStatement allow = connection.prepare("SET allowed_paths = [?]")) {
        allow.setString(1, this.file);
        allow.execute();
      }
      for (String lock : LOCKS) {
        try (DuckDBPreparedStatement statement = connection.prepare(lock)) {
          statement.execute();
        }
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** A database that can read the file. */
  static LockedDatabase reading(Path file) throws IOException, SQLException {
    Path folder = Files.createTempDirectory("tenon-parquet-");
    return open(folder, plainlyNamed(folder, file.toRealPath()));
  }

  /** A database that can write the file, which does not exist yet. */
  static LockedDatabase writing(Path file) throws IOException, SQLException {
    return open(Files.createTempDirectory("tenon-parquet-"), file.toAbsolutePath());
  }

  private static LockedDatabase open(Path folder, Path file) throws IOException, SQLException {
    try {
      return new LockedDatabase(folder, file);
    } catch (SQLException | LinkageError e) {
      delete(folder);
      throw e;
    }
  }

  /**
   * The file under a name without characters that DuckDB would take for a pattern of file names,
   * such as brackets. Where the system makes no links the file's own name must do.
   */
  private static Path plainlyNamed(Path folder, Path file) {
    try {
      return Files.createSymbolicLink(folder.resolve("table.parquet"), file);
    } catch (IOException | UnsupportedOperationException e) {
      return file;
    }
  }

  /** Name of the one file, for the parameters of statements. */
  String file() {
    return file;
  }

  DuckDBConnection connection() {
    return connection;
  }

  /** A statement for one query, whose first parameter is the file. */
  DuckDBPreparedStatement prepare(String sql) throws SQLException {
    DuckDBPreparedStatement statement = connection.prepare(sql);
    try {
      statement.setString(1, file);
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    try {
      connection.close();
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
