package tenon.packages;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Columns;
import tenon.model.Field;
import tenon.model.Findings;
import tenon.model.Severity;

/**
 * Checks that no two rows of a table have the same key. Keys are compared by the codes of their
 * columns in a hash table of row numbers: no string is made for a sound row.
 */
final class KeyCheck {
  private static final String CODE = "duplicate-key";

  private final Table table;
  private final Columns columns;
  private final int[] key;
  private final boolean[] required;
  private final Findings findings;

  private KeyCheck(Table table, Findings findings) {
    this.table = table;
    this.findings = findings;
    columns = table.columns();
    List<Field> fields = table.resource().key();
    key = fields.stream().mapToInt(f -> table.resource().position(f.name())).toArray();
    required = new boolean[key.length];
    for (int i = 0; i < key.length; i++) {
      required[i] = fields.get(i).required();
    }
  }

  static void run(Tables tables, Findings findings) {
    for (Table table : tables.all()) {
      KeyCheck check = new KeyCheck(table, findings);
      if (!check.singleAndUnique()) {
        check.compareRows();
      }
    }
  }

  private boolean singleAndUnique() {
    Field first = table.resource().key().getFirst();
    return key.length == 1
        && first.type() == Field.Type.ID
        && columns.dictionary(first.name()).count() == columns.rows();
  }

  private void compareRows() {
    int[] slots = new int[Math.max(16, Integer.highestOneBit(Math.max(1, columns.rows())) * 4)];
    int mask = slots.length - 1;
    for (int row = 0; row < columns.rows(); row++) {
      if (incomplete(row)) {
        continue; // a blank where an id is required is a fault of its own
      }
      int slot = hash(row) & mask;
      while (slots[slot] != 0 && !same(slots[slot] - 1, row)) {
        slot = (slot + 1) & mask;
      }
      if (slots[slot] == 0) {
        slots[slot] = row + 1;
      } else {
        report(slots[slot] - 1, row);
      }
    }
  }

  private boolean incomplete(int row) {
    for (int i = 0; i < key.length; i++) {
      int code = columns.code(key[i], row);
      if (required[i] && (code == Columns.UNKNOWN || code == Columns.UNKNOWN_DATE)) {
        return true;
      }
    }
    return false;
  }

  private int hash(int row) {
    long hash = 0;
    for (int field : key) {
      hash = (hash + columns.code(field, row) + 1) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }

  private boolean same(int a, int b) {
    for (int field : key) {
      if (columns.code(field, a) != columns.code(field, b)) {
        return false;
      }
    }
    return true;
  }

  private void report(int first, int row) {
    List<Field> fields = table.resource().key();
    String column = key.length == 1 ? fields.getFirst().name() : null;
    Fault fault = Fault.error(CODE, table.file()).line(table.line(row)).column(column);
    if (findings.keeps(Severity.ERROR, CODE, table.file(), column)) {
      List<String> parts = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (Field field : fields) {
        String part = columns.text(field.name(), row);
        parts.add(part == null ? "" : part);
        names.add(field.name());
      }
      fault
          .value(String.join(", ", parts))
          .args(table.file() + ":" + table.line(first), String.join(", ", names))
          .mend(key.length == 1 ? "mend" : "tuple");
    }
    findings.add(fault.finding());
  }
}
