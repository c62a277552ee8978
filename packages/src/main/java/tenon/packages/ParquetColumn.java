package tenon.packages;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;
import tenon.model.Field;

/**
 * A column of a Parquet file.
 *
 * @param name its name as it stands in the file
 * @param type its type in the words of SQL, for example {@code BIGINT} or {@code VARCHAR[]}
 */
record ParquetColumn(String name, String type) {
  private static final Set<String> WHOLE =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT");

  /** Type of a column without any value. */
  private static final String NOTHING = "\"NULL\"";

  private static final Pattern NESTED =
      Pattern.compile(".*]|(STRUCT|MAP|UNION|VARIANT)\\b.*", Pattern.DOTALL);

  /** The elements of the file's schema without its root; what is inside one follows it. */
  private static final String SCHEMA =
      "SELECT name, concat(duckdb_type, CASE repetition_type WHEN 'REPEATED' THEN '[]' END),"
          + " coalesce(num_children, 0) FROM parquet_schema(?) ORDER BY column_id OFFSET 1";

  /** The columns of the file, in its order, without those inside nested ones. */
  static List<ParquetColumn> all(LockedDatabase database) throws SQLException {
    List<ParquetColumn> columns = new ArrayList<>();
    try (DuckDBPreparedStatement statement = database.prepare(SCHEMA);
        DuckDBChunkedResult result = statement.query()) {
      long inside = 0;
      while (result.nextChunk()) {
        DuckDBDataChunkReader chunk = result.chunk();
        for (long row = 0; row < chunk.rowCount(); row++) {
          if (inside > 0) {
            inside--;
          } else {
            columns.add(
                new ParquetColumn(chunk.vector(0).getString(row), chunk.vector(1).getString(row)));
          }
          inside += chunk.vector(2).getLong(row);
        }
      }
    }
    return columns;
  }

  boolean nested() {
    return NESTED.matcher(type).matches();
  }

  /** Whether the column is read into the field as numbers; else it is read as texts. */
  boolean holdsNumbers(Field field) {
    return field.type() == Field.Type.NUMBER && (whole() || floating());
  }

  /**
   * The expression that gives what the field is read from: numbers, or texts as a CSV file would
   * have them.
   *
   * @param column name of the column in SQL
   * @param longest a text is cut after one character more than this
   * @return null where a column of this type cannot hold the field
   */
  @Nullable String expression(Field field, String column, int longest) {
    String plain = "CAST(" + column + " AS VARCHAR)";
    if (nested()) {
      return null;
    }
    if (type.equals(NOTHING)) {
      return plain;
    }
    if (text()) {
      return String.format(
          Locale.ROOT,
          "CASE WHEN strlen(%1$s) > %2$d THEN left(%1$s, %2$d + 1) ELSE %1$s END",
          plain,
          longest);
    }
    return switch (field.type()) {
      // A decimal is read from its digits: DuckDB's own conversion would round twice.
      case NUMBER ->
          whole() || floating() ? "CAST(" + column + " AS DOUBLE)" : decimal() ? plain : null;
      case ID, REF, LABEL, TEXT ->
          whole() || scaleless() || type.equals("UUID") || type.equals("DATE") ? plain : null;
      case FLAG -> whole() || type.equals("BOOLEAN") ? plain : null;
      case DATE ->
          type.equals("DATE")
              ? plain
              : type.startsWith("TIMESTAMP")
                  ? "regexp_replace(" + plain + ", ' 00:00:00(\\+00)?$', '')"
                  : null;
      case CATEGORY -> null;
    };
  }

  private boolean text() {
    return type.equals("VARCHAR") || type.equals("JSON");
  }

  private boolean whole() {
    return WHOLE.contains(type);
  }

  private boolean floating() {
    return type.equals("FLOAT") || type.equals("DOUBLE");
  }

  private boolean decimal() {
    return type.startsWith("DECIMAL");
  }

  private boolean scaleless() {
    return decimal() && type.endsWith(",0)");
  }
}
