package tenon.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import tenon.model.Findings;
import tenon.model.Resource;

/**
 * Takes the cells of a CSV file as the scanner finds them: the first row is the header, all others
 * fill the columns.
 */
final class RowReader implements CsvScanner.Listener {
  private final Resource resource;
  private final String file;
  private final ReadLimits limits;
  private final Findings findings;
  private final CellReader cells;
  private final List<String> names = new ArrayList<>();
  private int[] fieldOf = {};
  private boolean headed;
  private boolean stopped;

  /**
   * Prepares to read.
   *
   * @param progress the share of the file that was read so far
   */
  RowReader(
      Resource resource,
      String file,
      ReadLimits limits,
      DoubleSupplier progress,
      Findings findings) {
    this.resource = resource;
    this.file = file;
    this.limits = limits;
    this.findings = findings;
    cells = new CellReader(resource, file, limits, progress, findings);
  }

  /** Whether the rest of the file was left unread. */
  boolean stopped() {
    return stopped;
  }

  /** Whether a header was read. */
  boolean headed() {
    return headed;
  }

  Table table(boolean whole) {
    return cells.table(fieldOf, whole);
  }

  @Override
  public void cell(long line, int index, char[] buffer, int offset, int length) {
    if (!headed) {
      names.add(new String(buffer, offset, length));
      return;
    }
    if (index == 0) {
      cells.beginRow(line);
    }
    int field = field(index);
    if (field < 0) {
      return;
    }
    if (length > limits.maxFieldChars()) {
      cells.fault(field, Fault.error("field-size", file).args(length, limits.maxFieldChars()));
    } else {
      cells.cell(field, buffer, offset, length);
    }
  }

  @Override
  public void textAfterQuote(long line, int index) {
    cells.fault(field(index), Fault.error("text-after-quote", file));
  }

  /** The field in a column, -1 for a column that is not read. */
  private int field(int index) {
    return index < fieldOf.length ? fieldOf[index] : -1;
  }

  @Override
  public boolean row(long line, int count) {
    if (!headed) {
      headed = true;
      return header(line);
    }
    if (count == fieldOf.length) {
      cells.settleFaults(line);
    } else {
      // The cells may stand in the wrong columns, so what they hold is not judged.
      cells.dropFaults();
      findings.add(
          Fault.error("ragged-row", file)
              .line(line)
              .args(count, fieldOf.length)
              .mend(count < fieldOf.length ? "short" : "long")
              .finding());
    }
    stopped = !cells.endRow(line);
    return !stopped;
  }

  private boolean header(long line) {
    cells.settleFaults(line);
    if (names.size() > limits.maxColumns()) {
      findings.add(
          Fault.error("column-count", file)
              .line(line)
              .args(names.size(), limits.maxColumns())
              .finding());
    } else if (!otherSeparator(line)) {
      fieldOf = new HeaderReader(resource, file, findings).read(names, line);
    }
    stopped = fieldOf.length == 0;
    return !stopped;
  }

  /** Whether the cells are separated by something else than commas. */
  private boolean otherSeparator(long line) {
    String first = names.getFirst();
    if (names.size() > 1 || !(first.contains(";") || first.contains("\t"))) {
      return false;
    }
    String separator = first.contains(";") ? ";" : "\\t";
    findings.add(Fault.error("separator", file).line(line).value(first).args(separator).finding());
    return true;
  }
}
