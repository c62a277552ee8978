package tenon.packages;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as Parquet while they are being made: no more than one group of rows (122,880) is in
 * memory, however many there are. The same rows give the same bytes, as long as the release of
 * DuckDB is the same.
 */
public final class ParquetStream {
  /** What a column holds. */
  public enum Kind {
    /** Whole numbers, as INTEGER. */
    WHOLE,
    /** Numbers, as DOUBLE; NaN, which is unknown, as null. */
    NUMBER,
    /** Text, as VARCHAR. */
    TEXT
  }

  /** A column of the file. */
  public record Column(String name, Kind kind) {}

  /** Rows that are made one after the other; columns are numbered from 0. */
  public interface Rows {
    /** Moves to the next row, at the start to the first; false where there is none. */
    boolean next();

    int whole(int column);

    double number(int column);

    String text(int column);
  }

  private ParquetStream() {}

  /**
   * Writes all rows.
   *
   * @param file does not exist yet; what is left of it after a failure is not to be used
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, List<Column> columns, Rows rows) throws IOException {
    Feed feed = new Feed(List.copyOf(columns), rows);
    try (LockedDatabase database = LockedDatabase.writing(file)) {
      try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
        function.withName("made").withFunction(feed).register(database.connection());
      }
      String copy =
          "COPY (SELECT * FROM made()) TO ? (FORMAT parquet, COMPRESSION zstd,"
              + " USE_TMP_FILE false)";
      try (DuckDBPreparedStatement statement = database.prepare(copy)) {
        statement.execute();
      }
    } catch (SQLException e) {
      RuntimeException own = feed.failure;
      if (own != null) {
        throw own; // what the rows threw says more than what the database made of it
      }
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Hands rows to the database, a chunk at a time, on the thread that writes. */
  private static final class Feed implements DuckDBTableFunction<Object, Object, Object> {
    private static final Object NOTHING = new Object();

    private final List<Column> columns;
    private final Rows rows;
    private @Nullable RuntimeException failure;

    private Feed(List<Column> columns, Rows rows) {
      this.columns = columns;
      this.rows = rows;
    }

    @Override
    public Object bind(DuckDBTableFunctionBindInfo info) throws SQLException {
      for (Column column : columns) {
        info.addResultColumn(
            column.name(),
            switch (column.kind()) {
              case WHOLE -> DuckDBColumnType.INTEGER;
              case NUMBER -> DuckDBColumnType.DOUBLE;
              case TEXT -> DuckDBColumnType.VARCHAR;
            });
      }
      return NOTHING;
    }

    @Override
    public Object init(DuckDBTableFunctionInitInfo info) throws SQLException {
      info.setMaxThreads(1);
      return NOTHING;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk)
        throws SQLException {
      DuckDBWritableVector[] vectors = new DuckDBWritableVector[columns.size()];
      for (int i = 0; i < vectors.length; i++) {
        vectors[i] = chunk.vector(i);
      }
      try {
        long row = 0;
        while (row < chunk.capacity() && rows.next()) {
          for (int i = 0; i < vectors.length; i++) {
            set(vectors[i], columns.get(i).kind(), i, row);
          }
          row++;
        }
        return row;
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }

    private void set(DuckDBWritableVector vector, Kind kind, int column, long row) {
      switch (kind) {
        case WHOLE -> vector.setInt(row, rows.whole(column));
        case TEXT -> vector.setString(row, rows.text(column));
        case NUMBER -> {
          double number = rows.number(column);
          if (Double.isNaN(number)) {
            vector.setNull(row);
          } else {
            vector.setDouble(row, number + 0.0); // -0.0 becomes 0.0
          }
        }
      }
    }
  }
}
