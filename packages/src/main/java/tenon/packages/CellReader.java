package tenon.packages;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Field;
import tenon.model.Findings;
import tenon.model.Resource;

/**
 * Fills the columns of a table with the cells of its file, row by row, whatever the format of the
 * file. Sound cells of numbers, codes and known keys are read without making a string; only a cell
 * with a fault goes the slow way, which words the fault.
 */
final class CellReader {
  /** After so many rows, the number of rows is guessed from the share of the file they took. */
  private static final int SAMPLE = 8192;

  private static final double MARGIN = 1.05;

  private final String file;
  private final ReadLimits limits;
  private final DoubleSupplier progress;
  private final Findings findings;
  private final Resource resource;
  private final Columns.Builder builder;
  private final LineMap lines = new LineMap();
  private final Field[] fields;
  private final char[][][] categories;
  private final int[] known;
  private final @Nullable BitSet[] faultyKeys;
  private final List<Fault> rowFaults = new ArrayList<>();

  /**
   * Prepares to read.
   *
   * @param progress the share of the file that was read so far
   */
  CellReader(
      Resource resource,
      String file,
      ReadLimits limits,
      DoubleSupplier progress,
      Findings findings) {
    this.resource = resource;
    this.progress = progress;
    this.file = file;
    this.limits = limits;
    this.findings = findings;
    builder = new Columns.Builder(resource);
    fields = resource.fields().toArray(Field[]::new);
    categories = new char[fields.length][][];
    for (int i = 0; i < fields.length; i++) {
      categories[i] = Words.characters(fields[i].categories());
    }
    known = new int[fields.length];
    faultyKeys = new BitSet[fields.length];
  }

  /**
   * The rows so far, which end the reading.
   *
   * @param header position of the field in each column of the file, -1 for a column that is not
   *     read
   */
  Table table(int[] header, boolean whole) {
    List<String> names = new ArrayList<>();
    for (int field : header) {
      if (field >= 0) {
        names.add(fields[field].name());
      }
    }
    return new Table(resource, file, builder.build(), lines, names, whole);
  }

  /** Begins a row that stands on the line. */
  void beginRow(long line) {
    builder.row();
    lines.add(builder.rows() - 1, line);
  }

  /** Takes the text of a cell of the present row. */
  void cell(int position, char[] buffer, int offset, int length) {
    Field field = fields[position];
    if (length == 0) {
      blank(position);
      return;
    }
    switch (field.type()) {
      case NUMBER -> number(position, buffer, offset, length);
      case ID, REF, LABEL -> key(position, buffer, offset, length);
      case TEXT -> text(position, new String(buffer, offset, length));
      case CATEGORY -> {
        int category = Words.position(categories[position], buffer, offset, length);
        if (category < 0) {
          rowFaults.add(Words.categoryFault(file, field, new String(buffer, offset, length)));
        } else {
          builder.setCode(position, category);
        }
      }
      case FLAG -> {
        int flag = Words.flag(buffer, offset, length);
        if (flag < 0) {
          rowFaults.add(Words.flagFault(file, field, new String(buffer, offset, length)));
        } else {
          builder.setCode(position, flag);
        }
      }
      case DATE -> {
        int day = Dates.parse(buffer, offset, length);
        if (day == Columns.UNKNOWN_DATE) {
          rowFaults.add(Dates.fault(file, field.name(), new String(buffer, offset, length)));
        } else {
          builder.setCode(position, day);
        }
      }
    }
  }

  /** Takes a cell of the present row that holds nothing. */
  void blank(int position) {
    Field field = fields[position];
    if (field.required()) {
      rowFaults.add(
          Fault.error("required", file).column(field.name()).args(field.name(), field.meaning()));
    }
  }

  /** Takes a number of the present row that the file holds as such; {@code NaN} is a fault. */
  void number(int position, double number) {
    boolean read = Numbers.isOfSize(number) || number == Double.POSITIVE_INFINITY;
    if (!read || !set(position, number)) {
      boolean finite = Double.isFinite(number);
      String text = finite ? CsvCell.number(number) : words(number);
      rowFaults.add(Numbers.fault(file, fields[position], text, finite ? number : Double.NaN));
    }
  }

  /** A number that is none, as it would stand in a text. */
  private static String words(double number) {
    return Double.isNaN(number) ? "NaN" : number > 0 ? "inf" : "-inf";
  }

  private void number(int position, char[] buffer, int offset, int length) {
    boolean unlimited = Numbers.isUnlimited(buffer, offset, length);
    double number = Decimal.parse(buffer, offset, length);
    boolean exact = number != 0 || Numbers.isZero(buffer, offset, length);
    boolean read = unlimited || (Numbers.isOfSize(number) && exact);
    if (!read || !set(position, unlimited ? Double.POSITIVE_INFINITY : number)) {
      String text = new String(buffer, offset, length);
      rowFaults.add(Numbers.fault(file, fields[position], text, number));
    }
  }

  /** Sets a number where the field allows it. */
  private boolean set(int position, double number) {
    if (Double.isNaN(number) || !fields[position].allows(number)) {
      return false;
    }
    builder.setNumber(position, number + 0.0); // -0.0 becomes 0.0
    return true;
  }

  private void text(int position, String text) {
    if (Words.controlCharacter(text, true) >= 0) {
      rowFaults.add(Words.keyFault(file, fields[position], text));
    }
    builder.setText(position, text);
  }

  private void key(int position, char[] buffer, int offset, int length) {
    int code = builder.setKey(position, buffer, offset, length);
    BitSet faulty = faultyKeys[position];
    if (code == known[position]) {
      known[position]++;
      if (!Words.isKey(buffer, offset, length)) {
        if (faulty == null) {
          faulty = new BitSet();
          faultyKeys[position] = faulty;
        }
        faulty.set(code);
      }
    }
    if (faulty != null && faulty.get(code)) {
      rowFaults.add(Words.keyFault(file, fields[position], new String(buffer, offset, length)));
    }
  }

  /** Notes a fault of the present row; -1 stands for a column that is not read. */
  void fault(int position, Fault fault) {
    rowFaults.add(fault.column(position < 0 ? null : fields[position].name()));
  }

  /** Hands on the faults of the present row. */
  void settleFaults(long line) {
    rowFaults.forEach(fault -> findings.add(fault.line(line).finding()));
    rowFaults.clear();
  }

  /** Forgets the faults of the present row. */
  void dropFaults() {
    rowFaults.clear();
  }

  /** Ends a row; false, after a finding, where there are more rows than the limit. */
  boolean endRow(long line) {
    if (builder.rows() == SAMPLE) {
      expect();
    }
    if (builder.rows() <= limits.maxRows()) {
      return true;
    }
    findings.add(Fault.error("row-count", file).line(line).args(limits.maxRows()).finding());
    return false;
  }

  /** Makes room for the rows that are expected in all. */
  private void expect() {
    double share = progress.getAsDouble();
    double expected = Math.min(MARGIN * SAMPLE / share, limits.maxRows());
    builder.reserve((int) expected);
  }
}
