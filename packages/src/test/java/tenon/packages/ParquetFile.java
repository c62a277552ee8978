package tenon.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/** Parquet files as others may write them, for tests. */
final class ParquetFile {
  private ParquetFile() {}

  /** The rows of a query as Parquet. */
  static byte[] of(String query) {
    return of(query, "");
  }

  /** Columns of texts; an empty text is null in every other row. */
  static byte[] of(List<String> names, List<List<String>> rows) {
    List<String> selects = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (String cell : row) {
        boolean blank = cell.isEmpty() && selects.size() % 2 == 0;
        cells.add(blank ? "NULL" : "'" + cell.replace("'", "''") + "'");
      }
      selects.add("(" + String.join(", ", cells) + ")");
    }
    String aliases = names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    String texts =
        names.stream()
            .map(name -> "\"" + name + "\"::VARCHAR AS \"" + name + '"')
            .collect(Collectors.joining(", "));
    String none = "(" + String.join(", ", Collections.nCopies(names.size(), "NULL")) + ")";
    String values = rows.isEmpty() ? none : String.join(", ", selects);
    String where = rows.isEmpty() ? " WHERE false" : "";
    return of("SELECT " + texts + " FROM (VALUES " + values + ") t(" + aliases + ")" + where);
  }

  /** As {@link #of(String)}, with more options of the COPY statement. */
  static byte[] of(String query, String options) {
    try {
      Path file = Files.createTempFile("tenon-test-", ".parquet");
      try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
          PreparedStatement statement =
              connection.prepareStatement(
                  "COPY (" + query + ") TO ? (FORMAT parquet" + options + ")")) {
        statement.setString(1, file.toString());
        statement.execute();
        return Files.readAllBytes(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalArgumentException(query, e);
    }
  }
}
