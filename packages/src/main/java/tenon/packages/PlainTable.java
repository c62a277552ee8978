package tenon.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import tenon.model.Findings;
import tenon.packages.sheet.XlsxSheet;

/**
 * A table that is no resource of a package, read row by row; its first row names the columns. A row
 * with another number of cells is left out with a finding.
 */
final class PlainTable implements CsvScanner.Listener {

  /** Hears the rows. */
  interface Rows {

    /** The names of the columns; returns whether rows are wanted. */
    boolean header(List<String> names);

    void row(long line, List<String> cells);
  }

  private final String shown;
  private final Findings findings;
  private final Rows rows;
  private final List<String> cells = new ArrayList<>();
  private int columns = -1;
  private boolean anyEncoding;

  private PlainTable(String shown, Findings findings, Rows rows) {
    this.shown = shown;
    this.findings = findings;
    this.rows = rows;
  }

  /** Name of a file in findings. */
  static String shown(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  /** Reads a file; its faults join the findings. */
  static void read(Path file, String shortestHeader, Findings findings, Rows rows) {
    read(file, shortestHeader, findings, bytes -> {}, rows);
  }

  /** As above; {@code advance} hears how many bytes were read since it was last told. */
  static void read(
      Path file, String shortestHeader, Findings findings, LongConsumer advance, Rows rows) {
    read(file, shortestHeader, advance, new PlainTable(shown(file), findings, rows));
  }

  /**
   * As above, for a file of which only cells in ASCII are used: letters in any encoding that holds
   * ASCII may stand beside them.
   */
  static void readAscii(
      Path file, String shortestHeader, Findings findings, LongConsumer advance, Rows rows) {
    PlainTable table = new PlainTable(shown(file), findings, rows);
    table.anyEncoding = true;
    read(file, shortestHeader, advance, table);
  }

  private static void read(
      Path file, String shortestHeader, LongConsumer advance, PlainTable table) {
    String shown = table.shown;
    Findings findings = table.findings;
    ReadLimits limits = ReadLimits.DEFAULT;
    if (XlsxSheet.isNamed(shown)) {
      sheet(file, table);
      return;
    }
    try {
      String encoding = Encodings.mark(file);
      if (encoding != null) {
        findings.add(Fault.error("utf-16", shown).args(encoding).finding());
        return;
      }
      try (Utf8Reader text = new Utf8Reader(Files.newInputStream(file), advance)) {
        CsvScanner scanner = new CsvScanner(text, limits.maxFieldChars(), table);
        CsvScanner.End end = scanner.scan();
        if (text.firstMalformed() >= 0 && !table.anyEncoding) {
          findings.add(Encodings.malformed(file, shown, text));
        }
        switch (end) {
          case OPEN_QUOTE ->
              findings.add(Fault.error("open-quote", shown).line(scanner.line()).finding());
          case ENDLESS_CELL ->
              findings.add(
                  Fault.error("endless-cell", shown)
                      .line(scanner.line())
                      .args(limits.maxFieldChars())
                      .finding());
          case DONE -> {
            if (table.columns < 0) {
              Fault fault = Fault.error("no-header", shown);
              findings.add(
                  (shortestHeader.isEmpty() ? fault.mend("any") : fault.args(shortestHeader))
                      .finding());
            }
          }
        }
      }
    } catch (IOException e) {
      findings.add(Fault.error("unreadable-file", shown).finding());
    }
  }

  /** The first sheet of a workbook; blank rows are passed over. */
  private static void sheet(Path file, PlainTable table) {
    try {
      new XlsxSheet(file, null)
          .read(
              (line, cells) -> {
                int count = cells.length;
                while (count > 0 && cells[count - 1].isBlank()) {
                  count--;
                }
                table.cells.addAll(List.of(cells).subList(0, count));
                while (table.cells.size() < table.columns) {
                  table.cells.add("");
                }
                return table.row(line, table.cells.size());
              });
    } catch (XlsxSheet.Fault fault) {
      table.findings.add(fault.finding(table.shown));
    } catch (IOException e) {
      table.findings.add(Fault.error("unreadable-file", table.shown).finding());
    }
  }

  @Override
  public void cell(long line, int index, char[] buffer, int offset, int length) {
    cells.add(new String(buffer, offset, length));
  }

  @Override
  public boolean row(long line, int count) {
    boolean more = true;
    if (columns < 0) {
      columns = count;
      // What is wrong with names that cannot be read is their encoding alone.
      more = (anyEncoding || !isGarbled()) && rows.header(List.copyOf(cells));
    } else if (count != columns) {
      findings.add(
          Fault.error("ragged-row", shown)
              .line(line)
              .args(count, columns)
              .mend(count < columns ? "short" : "long")
              .finding());
    } else {
      rows.row(line, cells);
    }
    cells.clear();
    return more;
  }

  /** Whether the cells at hand have bytes that are not UTF-8. */
  private boolean isGarbled() {
    return cells.stream().anyMatch(cell -> cell.indexOf(Utf8Reader.MALFORMED) >= 0);
  }

  @Override
  public void textAfterQuote(long line, int index) {
    findings.add(Fault.error("text-after-quote", shown).line(line).finding());
  }

  /** Position of a column; a finding and -1 where it is missing. */
  static int column(List<String> names, String wanted, String shown, Findings findings) {
    int at = names.indexOf(wanted);
    if (at < 0) {
      String nearest = Nearest.of(wanted, names);
      Fault fault = Fault.error("missing-column", shown).line(1).column(wanted);
      findings.add(
          (nearest == null ? fault.args(wanted) : fault.args(wanted, nearest).mend("nearest"))
              .finding());
    }
    return at;
  }
}
