package tenon.packages.willems;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Message;
import tenon.model.Severity;
import tenon.packages.Nearest;

/** One of the two files: its rows, by the titles of its columns, and what is wrong with it. */
final class Sheet {
  static final String BUNDLE = "tenon.packages.willems.findings";

  private static final long LARGEST_BYTES = 1L << 27;
  private static final int LONGEST_CELL = 1_000;

  /** A row: the line on which it begins, the header being 1, and its cells without outer spaces. */
  record Row(long line, List<String> cells) {}

  private final Findings findings;
  private final String file;
  private final List<String> titles = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private Sheet(Path path, Findings findings) {
    Path name = path.getFileName();
    file = name == null ? path.toString() : name.toString();
    this.findings = findings;
  }

  /**
   * Reads a file; its faults are among the findings.
   *
   * @param needed titles of columns that the file must have
   */
  static Sheet read(Path path, List<String> needed, Findings findings) {
    Sheet sheet = new Sheet(path, findings);
    String text = sheet.text(path);
    if (text != null) {
      sheet.parse(text, needed);
    }
    return sheet;
  }

  String file() {
    return file;
  }

  /** The rows; none where a column is missing. */
  List<Row> rows() {
    return rows;
  }

  /** Whether the file has a column of that title. */
  boolean has(String title) {
    return positions.containsKey(key(title));
  }

  /** A cell; empty where the file does not have the column. */
  String text(Row row, String title) {
    Integer position = positions.get(key(title));
    return position == null ? "" : row.cells().get(position);
  }

  /** A number of at least 0; {@code NaN} where the cell is blank or, after an error, faulty. */
  double amount(Row row, String title) {
    String cell = text(row, title);
    if (cell.isEmpty()) {
      return Double.NaN;
    }
    double number;
    try {
      number = Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    if (!Double.isFinite(number) || !cell.matches("[-+.eE0-9]+")) {
      error("willems-number", row, title, cell);
      return Double.NaN;
    }
    if (number < 0) {
      error("willems-negative", row, title, cell);
      return Double.NaN;
    }
    return number + 0.0; // -0.0 becomes 0.0
  }

  /** A number from 0 to 1; {@code NaN} as for {@link #amount}. */
  double fraction(Row row, String title) {
    double number = amount(row, title);
    if (number > 1) {
      error("willems-fraction", row, title, text(row, title));
      return Double.NaN;
    }
    return number;
  }

  void error(String code, Row row, @Nullable String title, @Nullable String value, String... args) {
    add(Severity.ERROR, code, row.line(), title, value, args);
  }

  void warning(String code, Row row, String title, String value, String... args) {
    add(Severity.WARNING, code, row.line(), title, value, args);
  }

  /** An error of the file as a whole. */
  void error(String code, String... args) {
    add(Severity.ERROR, code, 0, null, null, args);
  }

  private void add(
      Severity severity,
      String code,
      long line,
      @Nullable String column,
      @Nullable String value,
      String... args) {
    findings.add(
        new Finding(
            severity,
            code,
            file,
            line,
            column,
            value,
            Message.of(BUNDLE, code, args),
            Message.of(BUNDLE, code + ".mend", args)));
  }

  private @Nullable String text(Path path) {
    try {
      long size = Files.size(path);
      if (size > LARGEST_BYTES) {
        error("willems-too-large", Long.toString(size), Long.toString(LARGEST_BYTES));
        return null;
      }
      return decode(ByteBuffer.wrap(Files.readAllBytes(path)));
    } catch (IOException e) {
      error("willems-unreadable");
      return null;
    }
  }

  private @Nullable String decode(ByteBuffer bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.remaining());
    CoderResult result = decoder.decode(bytes, text, true);
    String read = text.flip().toString();
    if (result.isError()) {
      long line = 1 + read.chars().filter(c -> c == '\n').count();
      add(Severity.ERROR, "willems-encoding", line, null, null);
      return null;
    }
    return read.startsWith("\uFEFF") ? read.substring(1) : read;
  }

  private void parse(String text, List<String> needed) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .ofCsvRecord(text)) {
      boolean headed = false;
      for (CsvRecord record : reader) {
        List<String> cells = record.getFields().stream().map(String::strip).toList();
        if (headed) {
          add(new Row(record.getStartingLineNumber(), cells));
        } else if (!header(cells, needed)) {
          return;
        }
        headed = true;
      }
      if (!headed) {
        error("willems-empty", String.join(",", needed));
      }
    } catch (CsvParseException e) {
      error("willems-not-csv");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // closing a reader of a string does not fail
    }
  }

  /** Whether every column that is needed is there once. */
  private boolean header(List<String> cells, List<String> needed) {
    titles.addAll(cells);
    boolean sound = true;
    for (int i = 0; i < cells.size(); i++) {
      Integer before = positions.putIfAbsent(key(cells.get(i)), i);
      if (before != null && !cells.get(i).isEmpty()) {
        add(Severity.ERROR, "willems-column-twice", 1, cells.get(i), null);
        sound = false;
      }
    }
    for (String title : needed) {
      if (!has(title)) {
        String nearest = Nearest.of(title, titles);
        String offered = nearest == null ? String.join(", ", titles) : nearest;
        add(Severity.ERROR, "willems-missing-column", 1, title, null, title, offered);
        sound = false;
      }
    }
    return sound;
  }

  private void add(Row row) {
    if (row.cells().stream().allMatch(String::isEmpty)) {
      return; // spreadsheets leave such rows at the end
    }
    for (String cell : row.cells()) {
      if (cell.length() > LONGEST_CELL || cell.indexOf('\n') >= 0) {
        error("willems-quote", row, null, cell);
        return;
      }
    }
    if (row.cells().size() == titles.size()) {
      rows.add(row);
    } else {
      String[] counts = {Integer.toString(row.cells().size()), Integer.toString(titles.size())};
      error("willems-cells", row, null, null, counts);
    }
  }

  /** Titles are compared without regard to case. */
  private static String key(String title) {
    return title.toLowerCase(Locale.ROOT);
  }
}
