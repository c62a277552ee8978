package tenon.packages.mapping;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.model.Severity;
import tenon.packages.Encodings;
import tenon.packages.sheet.XlsxSheet;

/** A table that a mapping reads from a file, row by row. */
final class SourceTable implements RowTable {
  private final Mapping.Source source;
  private final String shown;
  private final Findings findings;
  private final Progress progress;
  private @Nullable List<String> heads;

  /** Whether it could not be read, which is told once. */
  private boolean failed;

  SourceTable(Mapping.Source source, Findings findings, Progress progress) {
    this.source = source;
    this.findings = findings;
    this.progress = progress;
    shown = String.valueOf(source.file().getFileName());
  }

  @Override
  public String shown() {
    return shown;
  }

  @Override
  public @Nullable List<String> heads() {
    if (heads == null) {
      through(null);
    }
    return heads;
  }

  @Override
  public boolean read(Rows rows) {
    return through(rows);
  }

  /** Reads the head, and the rows if somebody hears them; false after a finding. */
  private boolean through(@Nullable Rows rows) {
    if (!failed) {
      failed = !(XlsxSheet.isNamed(shown) ? workbook(rows) : csv(rows));
    }
    return !failed;
  }

  private boolean workbook(@Nullable Rows rows) {
    XlsxSheet sheet = new XlsxSheet(source.file(), source.sheet());
    try {
      boolean[] headed = new boolean[1];
      sheet.read(
          (line, cells) -> {
            if (headed[0]) {
              if (rows != null) {
                row(line, cells, rows);
              }
              return rows != null;
            }
            headed[0] = true;
            heads = List.of(cells).stream().map(SourceTable::head).toList();
            return rows != null;
          });
      if (!headed[0]) {
        add("mapping-empty", 0, null);
      }
      return headed[0];
    } catch (XlsxSheet.Fault e) {
      findings.add(e.finding(shown));
    } catch (IOException e) {
      add("mapping-unreadable", 0, null);
    }
    return false;
  }

  private void row(long line, String[] cells, Rows rows) throws IOException {
    int count = heads == null ? 0 : heads.size();
    Object[] full = new Object[count];
    for (int i = 0; i < count; i++) {
      full[i] = i < cells.length ? cells[i] : "";
    }
    for (int i = count; i < cells.length; i++) {
      if (!cells[i].isBlank()) {
        add("mapping-beyond", line, cells[i]);
        return;
      }
    }
    rows.row(line, full);
  }

  private boolean csv(@Nullable Rows rows) {
    long line = 0;
    try {
      String mark = Encodings.mark(source.file());
      if (mark != null) {
        add("mapping-utf-16", 0, null, mark);
        return false;
      }
      if (!source.encoding().equals(StandardCharsets.UTF_8) && Encodings.isUtf8(source.file())) {
        add("mapping-is-utf-8", 0, null, source.encoding().name().toLowerCase(Locale.ROOT));
        return false;
      }
      long size = Files.size(source.file());
      long[] done = new long[1];
      try (Reader in =
              new StrictReader(
                  Files.newInputStream(source.file()),
                  source.encoding(),
                  bytes -> {
                    done[0] += bytes;
                    if (rows != null) {
                      progress.report("import", done[0], size);
                    }
                  });
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
            heads = record.getFields().stream().map(SourceTable::head).toList();
            if (rows == null) {
              return true;
            }
          } else if (heads == null || record.getFieldCount() != heads.size()) {
            add(
                "mapping-cells",
                line,
                null,
                Integer.toString(record.getFieldCount()),
                Integer.toString(heads == null ? 0 : heads.size()));
          } else if (rows != null) {
            rows.row(line, record.getFields().toArray());
          }
        }
        if (!headed) {
          add("mapping-empty", 0, null);
        }
        return headed;
      }
    } catch (CsvParseException | UncheckedIOException e) {
      ended(e, line);
    } catch (StrictReader.Malformed e) {
      encoding(e);
    } catch (IOException e) {
      add("mapping-unreadable", 0, null);
    }
    return false;
  }

  private void ended(RuntimeException e, long line) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StrictReader.Malformed malformed) {
        encoding(malformed);
        return;
      }
    }
    add("mapping-no-csv", line, null);
  }

  private void encoding(StrictReader.Malformed at) {
    String name = source.encoding().name().toLowerCase(Locale.ROOT);
    try {
      boolean chinese = !name.equals("gb18030") && Encodings.isGb18030(source.file());
      add(chinese ? "mapping-is-gb18030" : "mapping-encoding", at.line(), null, name);
    } catch (IOException e) {
      add("mapping-unreadable", 0, null);
    }
  }

  private static String head(String text) {
    return text.replace("\uFEFF", "").strip();
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
