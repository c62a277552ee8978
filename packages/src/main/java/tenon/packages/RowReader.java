package tenon.packages;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Field;
import tenon.model.Findings;
import tenon.model.Resource;

/**
 * Takes the cells of a file as the parser finds them: the first record is the header, all others
 * fill the columns. Sound cells of numbers, codes and known keys are read without making a string;
 * only a cell with a fault goes the slow way, which words the fault.
 */
final class RowReader extends AbstractBaseCsvCallbackHandler<Boolean> {
  private final Resource resource;
  private final String file;
  private final ReadLimits limits;
  private final Findings findings;
  private final Columns.Builder builder;
  private final LineMap lines = new LineMap();
  private final Field[] fields;
  private final char[][][] categories;
  private final int[] known;
  private final @Nullable BitSet[] faultyKeys;
  private final List<String> names = new ArrayList<>();
  private final List<Fault> rowFaults = new ArrayList<>();
  private int[] fieldOf = {};
  private boolean headed;
  private boolean stopped;
  private boolean endSeen;
  private boolean endInCell;

  RowReader(Resource resource, String file, ReadLimits limits, Findings findings) {
    this.resource = resource;
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

  /** Whether a header was read. */
  boolean headed() {
    return headed;
  }

  /** Whether the rest of the file must not be read. */
  boolean stopped() {
    return stopped;
  }

  /** Whether the file ended outside of a quoted cell. */
  boolean closed() {
    return endSeen && !endInCell;
  }

  long line() {
    return getStartingLineNumber();
  }

  int rows() {
    return builder.rows();
  }

  /** Makes room for the rows that are expected in all. */
  void expect(long expected) {
    builder.reserve((int) Math.min(expected, limits.maxRows()));
  }

  Table table(boolean whole) {
    List<String> header = new ArrayList<>();
    for (int field : fieldOf) {
      if (field >= 0) {
        header.add(fields[field].name());
      }
    }
    return new Table(resource, file, builder.build(), lines, header, whole);
  }

  @Override
  protected void handleBegin(long line) {
    rowFaults.clear();
    if (endSeen) { // it was not the end: the file itself holds that character
      findings.add(
          Fault.error("control-character", file).line(line - 1).args("U+FFFF", 0).finding());
      endSeen = false;
      endInCell = false;
    }
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    if (length > 0 && buffer[offset + length - 1] == Utf8Reader.END) {
      endSeen = true;
      endInCell = length > 1 || quoted || index > 0;
      return;
    }
    if (!headed) {
      names.add(new String(buffer, offset, length));
      return;
    }
    if (index == 0) {
      builder.row();
      lines.add(builder.rows() - 1, getStartingLineNumber());
    }
    if (index < fieldOf.length && fieldOf[index] >= 0) {
      if (length > limits.maxFieldChars()) {
        fault(fields[fieldOf[index]], "field-size", null).args(length, limits.maxFieldChars());
      } else {
        cell(fieldOf[index], buffer, offset, length);
      }
    }
  }

  private void cell(int position, char[] buffer, int offset, int length) {
    Field field = fields[position];
    if (length == 0) {
      if (field.required()) {
        fault(field, "required", null).args(field.name(), field.meaning());
      }
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
          rowFaults.add(Dates.fault(file, field, new String(buffer, offset, length)));
        } else {
          builder.setCode(position, day);
        }
      }
    }
  }

  private void number(int position, char[] buffer, int offset, int length) {
    Field field = fields[position];
    double number = Decimal.parse(buffer, offset, length);
    boolean exact = number != 0 || Numbers.isZero(buffer, offset, length);
    if (Double.isFinite(number) && exact && field.allows(number)) {
      builder.setNumber(position, number + 0.0); // -0.0 becomes 0.0
    } else if (field.unlimited() && Numbers.isUnlimited(buffer, offset, length)) {
      builder.setNumber(position, Double.POSITIVE_INFINITY);
    } else {
      rowFaults.add(Numbers.fault(file, field, new String(buffer, offset, length), number));
    }
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

  private Fault fault(Field field, String code, @Nullable String value) {
    Fault fault = Fault.error(code, file).column(field.name()).value(value);
    rowFaults.add(fault);
    return fault;
  }

  /** Ends a record; the value says only that there was one. */
  @Override
  protected Boolean buildRecord() {
    if (endSeen || getRecordType() == RecordType.EMPTY) {
      return true;
    }
    if (!headed) {
      headed = true;
      header();
      return true;
    }
    if (getFieldCount() == fieldOf.length) {
      rowFaults.forEach(fault -> findings.add(fault.line(getStartingLineNumber()).finding()));
    } else {
      // The cells may stand in the wrong columns, so what they hold is not judged.
      findings.add(
          Fault.error("ragged-row", file)
              .line(getStartingLineNumber())
              .args(getFieldCount(), fieldOf.length)
              .mend(getFieldCount() < fieldOf.length ? "short" : "long")
              .finding());
    }
    if (builder.rows() > limits.maxRows()) {
      findings.add(
          Fault.error("row-count", file)
              .line(getStartingLineNumber())
              .args(limits.maxRows())
              .finding());
      stopped = true;
    }
    return true;
  }

  private void header() {
    if (names.size() > limits.maxColumns()) {
      findings.add(
          Fault.error("column-count", file)
              .line(getStartingLineNumber())
              .args(names.size(), limits.maxColumns())
              .finding());
      stopped = true;
      return;
    }
    fieldOf = new HeaderReader(resource, file, findings).read(names, getStartingLineNumber());
    stopped = fieldOf.length == 0;
  }
}
