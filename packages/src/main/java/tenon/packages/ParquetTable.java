package tenon.packages;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import tenon.model.Findings;

/** A Parquet file of whatever columns, each cell as the text that CSV would hold. */
final class ParquetTable {
  private ParquetTable() {}

  /** Tells the rows; faults are among the findings. */
  static void read(Path file, Findings findings, PlainTable.Rows rows) {
    String shown = PlainTable.shown(file);
    try {
      Fault fault = ParquetFault.of(file, shown);
      if (fault != null) {
        findings.add(fault.finding());
        return;
      }
    } catch (IOException unreadable) {
      findings.add(Fault.error("unreadable-file", shown).finding());
      return;
    }
    LockedDatabase opened;
    try {
      opened = LockedDatabase.reading(file);
    } catch (IOException | SQLException e) {
      findings.add(ParquetFault.noReader(e, shown).finding());
      return;
    }
    try (LockedDatabase database = opened) {
      read(database, shown, findings, rows);
    } catch (SQLException e) {
      findings.add(ParquetFault.of(e, opened.file(), shown).finding());
    } catch (IOException e) {
      findings.add(ParquetFault.noReader(e, shown).finding());
    }
  }

  private static void read(
      LockedDatabase database, String shown, Findings findings, PlainTable.Rows rows)
      throws SQLException {
    List<ParquetColumn> columns = ParquetColumn.all(database);
    for (ParquetColumn column : columns) {
      if (column.nested()) {
        findings.add(
            Fault.error("nested-column", shown)
                .column(column.name())
                .value(column.type())
                .mend("text")
                .finding());
      }
    }
    if (findings.hasErrors()) {
      return;
    }
    rows.header(columns.stream().map(ParquetColumn::name).toList());
    // Columns by position: no name of the file gets into the statement.
    String names =
        IntStream.range(0, columns.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    String cells =
        IntStream.range(0, columns.size())
            .mapToObj(i -> "CAST(c" + i + " AS VARCHAR)")
            .collect(Collectors.joining(", "));
    String query =
        "SELECT " + cells + " FROM read_parquet(?, hive_partitioning = false) AS t(" + names + ")";
    long line = 2;
    try (DuckDBPreparedStatement statement = database.prepare(query);
        DuckDBChunkedResult result = statement.query()) {
      while (result.nextChunk()) {
        DuckDBDataChunkReader chunk = result.chunk();
        for (long row = 0; row < chunk.rowCount(); row++) {
          List<String> texts = new ArrayList<>(columns.size());
          for (int column = 0; column < columns.size(); column++) {
            DuckDBReadableVector vector = chunk.vector(column);
            texts.add(vector.isNull(row) ? "" : vector.getString(row));
          }
          rows.row(line++, texts);
        }
      }
    }
  }
}
