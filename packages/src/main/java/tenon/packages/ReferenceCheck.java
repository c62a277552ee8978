package tenon.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Field;
import tenon.model.Findings;
import tenon.model.Keys;
import tenon.model.Resource;
import tenon.model.Severity;

/** Checks that every reference names a row, and offers what could be written instead. */
final class ReferenceCheck {
  private static final String CODE = "unknown-id";

  /** As many missing rows are offered as lines to paste where a whole table is missing. */
  private static final int PASTED = 5;

  private final Tables tables;
  private final Findings findings;
  private final References references = new References();
  private final Map<Resource, Nearest> nearest = new HashMap<>();

  private ReferenceCheck(Tables tables, Findings findings) {
    this.tables = tables;
    this.findings = findings;
  }

  static References run(Tables tables, Findings findings) {
    ReferenceCheck check = new ReferenceCheck(tables, findings);
    for (Table table : tables.all()) {
      List<Field> fields = table.resource().fields();
      for (int field = 0; field < fields.size(); field++) {
        String title = fields.get(field).reference();
        if (title != null) {
          check.column(table, field, Objects.requireNonNull(Resource.named(title)));
        }
      }
    }
    return check.references;
  }

  private void column(Table table, int field, Resource target) {
    Table known = tables.find(target);
    Keys ids = ids(known == null ? Table.absent(target) : known);
    int[] targetOf = references.resolve(table, field, ids);
    boolean unknown = false;
    for (int entity : targetOf) {
      unknown |= entity < 0;
    }
    if (!unknown || (known != null && !known.whole())) {
      return;
    }
    if (known == null) {
      missingTable(table, field, target);
      return;
    }
    Columns columns = table.columns();
    for (int row = 0; row < columns.rows(); row++) {
      int code = columns.code(field, row);
      if (code >= 0 && targetOf[code] < 0) {
        unknownId(table, field, row, known);
      }
    }
  }

  private static Keys ids(Table table) {
    return table.columns().dictionary(table.resource().key().getFirst().name());
  }

  private void unknownId(Table table, int field, int row, Table target) {
    String column = table.resource().fields().get(field).name();
    String id = Objects.requireNonNull(table.columns().text(column, row));
    Fault fault = Fault.error(CODE, table.file()).line(table.line(row)).column(column).value(id);
    if (findings.keeps(Severity.ERROR, CODE, table.file(), column)) {
      String near = nearest(target, id);
      String line = line(target.header(), target.resource(), id);
      fault.args(target.resource().title(), target.file(), line, near == null ? "" : near);
      if (near != null) {
        fault.mend("nearest");
      }
    }
    findings.add(fault.finding());
  }

  private @Nullable String nearest(Table target, String id) {
    return nearest
        .computeIfAbsent(target.resource(), t -> new Nearest(ids(target).stream().toList()))
        .to(id);
  }

  private void missingTable(Table table, int field, Resource target) {
    String column = table.resource().fields().get(field).name();
    Keys ids = table.columns().dictionary(column);
    List<String> header =
        target.fields().stream().filter(Field::required).map(Field::name).toList();
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", header));
    ids.stream().limit(PASTED).forEach(id -> lines.add(line(header, target, id)));
    if (ids.count() > PASTED) {
      lines.add("...");
    }
    String path = TableFormat.CSV.file(target);
    findings.add(
        Fault.error("missing-table", table.file())
            .column(column)
            .args(
                target.title(),
                DescriptorReader.listing(target, path),
                path,
                String.join(" / ", lines))
            .finding());
  }

  /** A line for a table with that header: the id, and what else it needs in angle brackets. */
  private static String line(List<String> header, Resource resource, String id) {
    String key = resource.key().getFirst().name();
    List<String> cells = new ArrayList<>();
    for (String name : header) {
      boolean required = resource.fields().get(resource.position(name)).required();
      cells.add(name.equals(key) ? CsvCell.quoted(id) : required ? "<" + name + ">" : "");
    }
    return String.join(",", cells);
  }
}
