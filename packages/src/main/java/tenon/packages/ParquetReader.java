package tenon.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import tenon.model.Field;
import tenon.model.Findings;
import tenon.model.Resource;

/**
 * Reads a table from a Parquet file, in batches of rows. What a cell may hold is the same as in a
 * CSV file; findings name the row, the first being 1, in place of a line.
 *
 * <p>Columns are addressed by position, so that no name from the file gets into a statement. Only
 * the columns that the table has are read.
 */
final class ParquetReader {

  /** A column that is read: where it goes, and whether it comes as numbers. */
  private record Source(int field, boolean numbers) {}

  private final Resource resource;
  private final String shown;
  private final Path file;
  private final ReadLimits limits;
  private final Findings findings;
  private final Findings content = new Findings();
  private final List<Source> sources = new ArrayList<>();
  private final List<String> expressions = new ArrayList<>();
  private char[] buffer = new char[256];
  private long rowsInFile;
  private long rows;
  private long reported;

  ParquetReader(Descriptor.Entry entry, ReadLimits limits, Findings findings) {
    resource = entry.resource();
    shown = entry.path();
    file = entry.file();
    this.limits = limits;
    this.findings = findings;
  }

  /**
   * The table; its faults are among the findings.
   *
   * @param advance hears how many bytes were read since it was last told
   */
  Table read(LongConsumer advance) throws IOException {
    Fault fault = ParquetFault.of(file, shown);
    if (fault != null) {
      return refuse(fault);
    }
    LockedDatabase opened;
    try {
      opened = LockedDatabase.reading(file);
    } catch (IOException | SQLException e) {
      return refuse(ParquetFault.noReader(e, shown));
    }
    try (LockedDatabase database = opened) {
      Table table = read(database, advance);
      findings.addAll(content);
      advance.accept(Files.size(file) - reported);
      return table;
    } catch (SQLException e) {
      // What the cells before the damage hold may be damaged too, and is not judged.
      return refuse(ParquetFault.of(e, opened.file(), shown));
    }
  }

  private Table refuse(Fault fault) {
    findings.add(fault.finding());
    return Table.unreadable(resource, shown);
  }

  private Table read(LockedDatabase database, LongConsumer advance)
      throws IOException, SQLException {
    List<ParquetColumn> columns = ParquetColumn.all(database);
    if (columns.size() > limits.maxColumns()) {
      return refuse(
          Fault.error("column-count", shown)
              .args(columns.size(), limits.maxColumns())
              .mend("parquet"));
    }
    List<String> names = columns.stream().map(ParquetColumn::name).toList();
    int[] header = new HeaderReader(resource, shown, content).read(names, 0);
    boolean whole = choose(columns, header);
    rowsInFile = count(database);
    CellReader cells =
        new CellReader(resource, shown, limits, () -> (double) rows / rowsInFile, content);
    whole &= sources.isEmpty() || rows(database, columns.size(), cells, advance);
    return cells.table(header, whole);
  }

  /** Chooses what is read; false where a column of the table is of a type that it cannot be. */
  private boolean choose(List<ParquetColumn> columns, int[] header) {
    boolean readable = true;
    for (int i = 0; i < header.length; i++) {
      if (header[i] < 0) {
        continue;
      }
      ParquetColumn column = columns.get(i);
      Field field = resource.fields().get(header[i]);
      String expression = column.expression(field, "c" + i, limits.maxFieldChars());
      if (expression == null) {
        readable = false;
        content.add(unfit(column, field).finding());
      } else {
        sources.add(new Source(header[i], column.holdsNumbers(field)));
        expressions.add(expression);
      }
    }
    return readable;
  }

  private Fault unfit(ParquetColumn column, Field field) {
    String code = column.nested() ? "nested-column" : "column-type";
    return Fault.error(code, shown)
        .column(field.name())
        .value(column.type())
        .mend(
            switch (field.type()) {
              case NUMBER -> "number";
              case ID, REF, LABEL, TEXT -> "text";
              case CATEGORY -> "word";
              case FLAG -> "flag";
              case DATE -> "date";
            });
  }

  private static long count(LockedDatabase database) throws SQLException {
    try (DuckDBPreparedStatement statement =
            database.prepare("SELECT count(*) FROM read_parquet(?, hive_partitioning = false)");
        DuckDBChunkedResult count = statement.query()) {
      return count.nextChunk() ? count.chunk().vector(0).getLong(0) : 0;
    }
  }

  /** Reads the rows; false where they are more than the limit. */
  private boolean rows(LockedDatabase database, int columns, CellReader cells, LongConsumer advance)
      throws IOException, SQLException {
    String aliases =
        IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    String sql =
        "SELECT "
            + String.join(", ", expressions)
            + " FROM read_parquet(?, hive_partitioning = false) AS t("
            + aliases
            + ")";
    long size = Files.size(file);
    try (DuckDBPreparedStatement statement = database.prepare(sql);
        DuckDBChunkedResult result = statement.query()) {
      while (result.nextChunk()) {
        if (!batch(result.chunk(), cells)) {
          return false;
        }
        long position = (long) (size * ((double) rows / Math.max(rows, rowsInFile)));
        advance.accept(position - reported);
        reported = position;
      }
    }
    if (rows != rowsInFile) { // a batch that is missing must not pass for the end of the file
      throw new SQLException(rows + " of " + rowsInFile + " rows can be read");
    }
    return true;
  }

  private boolean batch(DuckDBDataChunkReader chunk, CellReader cells) {
    DuckDBReadableVector[] vectors = new DuckDBReadableVector[sources.size()];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = chunk.vector(i);
    }
    for (long row = 0; row < chunk.rowCount(); row++) {
      rows++;
      cells.beginRow(rows);
      for (int i = 0; i < vectors.length; i++) {
        cell(sources.get(i), vectors[i], row, cells);
      }
      cells.settleFaults(rows);
      if (!cells.endRow(rows)) {
        return false;
      }
    }
    return true;
  }

  private void cell(Source source, DuckDBReadableVector vector, long row, CellReader cells) {
    if (vector.isNull(row)) {
      cells.blank(source.field());
    } else if (source.numbers()) {
      cells.number(source.field(), vector.getDouble(row));
    } else {
      text(source.field(), vector.getString(row), cells);
    }
  }

  private void text(int field, String text, CellReader cells) {
    int length = text.length();
    if (length > limits.maxFieldChars()) {
      cells.fault(field, Fault.error("long-cell", shown).args(limits.maxFieldChars()));
      return;
    }
    if (length > buffer.length) {
      buffer = new char[2 * length];
    }
    text.getChars(0, length, buffer, 0);
    cells.cell(field, buffer, 0, length);
  }
}
