package tenon.packages.mapping;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Message;
import tenon.model.Severity;
import tenon.packages.Nearest;

/** A table that a mapping reads, row by row. */
final class SourceTable {
  /** Hears the rows. */
  interface Rows {
    void row(long line, List<String> cells) throws IOException;
  }

  private final Mapping.Source source;
  private final String shown;
  private final Findings findings;
  private List<String> heads = List.of();

  SourceTable(Mapping.Source source, Findings findings) {
    this.source = source;
    this.findings = findings;
    shown = String.valueOf(source.file().getFileName());
  }

  String shown() {
    return shown;
  }

  /** Reads the head; false after a finding. */
  boolean head() {
    return read(null);
  }

  /** Position of a column, -1 after a finding that names the nearest. */
  int position(String column) {
    int at = heads.indexOf(column);
    if (at < 0) {
      String nearest = Nearest.of(column, heads);
      String offered = nearest == null ? String.join(", ", heads) : nearest;
      add("mapping-column", 1, column, offered);
    }
    return at;
  }

  /** Streams the rows; false after a finding that ends the reading. */
  boolean read(@Nullable Rows rows) {
    long line = 0;
    try (Reader in = new InputStreamReader(Files.newInputStream(source.file()), source.encoding());
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .fieldSeparator(source.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(in)) {
      boolean headed = false;
      for (CsvRecord record : csv) {
        line = record.getStartingLineNumber();
        if (!headed) {
          headed = true;
          heads = record.getFields().stream().map(h -> h.replace("\uFEFF", "").strip()).toList();
          if (rows == null) {
            return true;
          }
        } else if (record.getFieldCount() != heads.size()) {
          add(
              "mapping-cells",
              line,
              null,
              Integer.toString(record.getFieldCount()),
              Integer.toString(heads.size()));
        } else if (rows != null) {
          rows.row(line, record.getFields());
        }
      }
      if (!headed) {
        add("mapping-empty", 0, null);
      }
      return headed;
    } catch (CsvParseException | UncheckedIOException e) {
      add("mapping-no-csv", line, null);
    } catch (IOException e) {
      add("mapping-unreadable", 0, null);
    }
    return false;
  }

  /** Column by the key of its row. */
  Map<String, String> lookup(String key, String column) {
    int keyAt = position(key);
    int columnAt = position(column);
    Map<String, String> all = new HashMap<>();
    if (keyAt >= 0 && columnAt >= 0) {
      read((line, cells) -> all.putIfAbsent(cells.get(keyAt), cells.get(columnAt)));
    }
    return all;
  }

  void add(String code, long line, @Nullable String value, String... arguments) {
    findings.add(
        new Finding(
            Severity.ERROR,
            code,
            shown,
            line,
            null,
            value,
            Message.of(Mapping.BUNDLE, code, arguments),
            Message.of(Mapping.BUNDLE, code + ".mend", arguments)));
  }
}
