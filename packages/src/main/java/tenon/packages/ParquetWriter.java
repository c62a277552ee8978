package tenon.packages;

import java.io.IOException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBPreparedStatement;
import tenon.model.Columns;
import tenon.model.Field;

/**
 * Writes one table as Parquet: the same columns in the same order as {@link TableWriter}, numbers
 * as DOUBLE, dates as DATE, flags as BOOLEAN, all else as text; unknown is null. The same table
 * gives the same bytes, as long as the release of DuckDB is the same, whose name stands in the
 * file.
 */
final class ParquetWriter {
  private final Columns columns;
  private final List<Field> fields;
  private final int[] positions;
  private final CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();

  private ParquetWriter(Columns columns) {
    this.columns = columns;
    fields = TableWriter.written(columns);
    positions = fields.stream().mapToInt(f -> columns.resource().position(f.name())).toArray();
  }

  static void write(Columns columns, Path file) throws IOException {
    try (LockedDatabase database = LockedDatabase.writing(file)) {
      new ParquetWriter(columns).write(database);
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void write(LockedDatabase database) throws IOException, SQLException {
    String types =
        fields.stream()
            .map(field -> '"' + field.name() + "\" " + type(field))
            .collect(Collectors.joining(", "));
    String create = "CREATE TABLE rows (" + types + ")";
    try (DuckDBPreparedStatement statement = database.connection().prepare(create)) {
      statement.execute();
    }
    try (DuckDBAppender rows = database.connection().createAppender("rows")) {
      for (int row = 0; row < columns.rows(); row++) {
        rows.beginRow();
        for (int i = 0; i < positions.length; i++) {
          append(rows, fields.get(i), positions[i], row);
        }
        rows.endRow();
      }
    }
    String copy = "COPY rows TO ? (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)";
    try (DuckDBPreparedStatement statement = database.prepare(copy)) {
      statement.execute();
    }
  }

  private static String type(Field field) {
    return switch (field.type()) {
      case NUMBER -> "DOUBLE";
      case DATE -> "DATE";
      case FLAG -> "BOOLEAN";
      case ID, REF, LABEL, TEXT, CATEGORY -> "VARCHAR";
    };
  }

  private void append(DuckDBAppender rows, Field field, int position, int row)
      throws IOException, SQLException {
    switch (field.type()) {
      case NUMBER -> {
        double number = columns.number(position, row) + 0.0; // -0.0 becomes 0.0
        if (Double.isNaN(number)) {
          rows.appendNull();
        } else {
          rows.append(number);
        }
      }
      case DATE -> {
        int day = columns.code(position, row);
        if (day == Columns.UNKNOWN_DATE) {
          rows.appendNull();
        } else {
          rows.appendEpochDays(day);
        }
      }
      case FLAG -> {
        int flag = columns.code(position, row);
        if (flag == Columns.UNKNOWN) {
          rows.appendNull();
        } else {
          rows.append(flag == 1);
        }
      }
      case ID, REF, LABEL, TEXT, CATEGORY -> {
        String text = columns.text(field.name(), row);
        if (text == null || text.isEmpty()) {
          rows.appendNull();
        } else if (utf8.canEncode(text)) {
          rows.append(text);
        } else {
          throw new IOException(field.name() + " holds half a character: " + text);
        }
      }
    }
  }
}
