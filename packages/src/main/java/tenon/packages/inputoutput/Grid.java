package tenon.packages.inputoutput;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Message;
import tenon.model.Severity;
import tenon.packages.sheet.XlsxSheet;

/** A file of cells in rows, and what is wrong with it. */
final class Grid {
  static final String BUNDLE = "tenon.packages.inputoutput.findings";

  private static final long LARGEST_BYTES = 1L << 29;

  private final String file;
  private final Findings findings;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();

  private Grid(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /**
   * Reads a file: the first sheet of a workbook, else cells that are parted by tabs where its name
   * ends in {@code .txt} or {@code .tsv}. Blank rows are passed over.
   */
  static Grid read(Path path, Findings findings) {
    Grid grid = new Grid(shown(path), findings);
    char separator = grid.file.endsWith(".txt") || grid.file.endsWith(".tsv") ? '\t' : ',';
    try {
      if (!Files.isRegularFile(path) || Files.size(path) > LARGEST_BYTES) {
        grid.fault("io-no-file", 0, null, null);
        return grid;
      }
      if (XlsxSheet.isNamed(grid.file)) {
        new XlsxSheet(path, null)
            .read(
                (line, cells) -> {
                  grid.add(line, List.of(cells));
                  return true;
                });
        return grid.orEmpty();
      }
      String text = Files.readString(path, StandardCharsets.UTF_8);
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      try (CsvReader<CsvRecord> reader =
          CsvReader.builder().fieldSeparator(separator).ofCsvRecord(plain)) {
        reader.forEach(row -> grid.add(row.getStartingLineNumber(), row.getFields()));
      }
    } catch (CharacterCodingException malformed) {
      grid.fault("io-encoding", 0, null, null);
    } catch (XlsxSheet.Fault fault) {
      findings.add(fault.finding(grid.file));
    } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
      grid.fault("io-no-file", 0, null, null);
    }
    return grid.orEmpty();
  }

  private void add(long line, List<String> cells) {
    rows.add(cells.stream().map(String::strip).toList());
    lines.add(line);
  }

  private Grid orEmpty() {
    if (rows.isEmpty() && !findings.hasErrors()) {
      fault("io-empty", 0, null, null);
    }
    return this;
  }

  /** Line of the file that a row stands in. */
  long line(int row) {
    return lines.get(row);
  }

  static String shown(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  String file() {
    return file;
  }

  int rows() {
    return rows.size();
  }

  List<String> row(int at) {
    return rows.get(at);
  }

  /** A cell; empty where the row is shorter. */
  String cell(int row, int column) {
    List<String> cells = rows.get(row);
    return column < cells.size() ? cells.get(column) : "";
  }

  /** Place of a cell in a row, or -1. */
  int find(int row, String text) {
    return rows.get(row).indexOf(text);
  }

  /** Place of a column; a finding and -1 where the header lacks it. */
  int column(String name) {
    int at = rows.isEmpty() ? -1 : find(0, name);
    if (at < 0 && !rows.isEmpty()) {
      fault("io-no-column", 1, name, null, name);
    }
    return at;
  }

  /** A cell as a number; blank is 0; anything else that is no number is a finding and 0. */
  double number(int row, int column) {
    String cell = cell(row, column);
    double value = cell.isEmpty() ? 0 : parse(cell);
    if (Double.isNaN(value)) {
      String name = cell(0, column);
      fault("io-no-number", line(row), name.isEmpty() ? Integer.toString(column + 1) : name, cell);
      return 0;
    }
    return value;
  }

  /** A number, a quotient of two, or NaN. */
  static double parse(String cell) {
    int slash = cell.indexOf('/');
    try {
      double value =
          slash < 0
              ? Double.parseDouble(cell)
              : Double.parseDouble(cell.substring(0, slash))
                  / Double.parseDouble(cell.substring(slash + 1));
      return Double.isFinite(value) && !cell.endsWith("d") && !cell.endsWith("f")
          ? value
          : Double.NaN;
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }

  void fault(
      String code, long line, @Nullable String column, @Nullable String value, String... args) {
    findings.add(finding(Severity.ERROR, code, file, line, column, value, args));
  }

  static Finding finding(
      Severity severity,
      String code,
      String file,
      long line,
      @Nullable String column,
      @Nullable String value,
      String... args) {
    return new Finding(
        severity,
        code,
        file,
        line,
        column,
        value,
        Message.of(BUNDLE, code, args),
        Message.of(BUNDLE, code + ".mend", args));
  }
}
