package tenon.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenon.model.Field;
import tenon.model.Findings;
import tenon.model.Resource;

/** Finds out which column of a file holds which field of a resource. */
final class HeaderReader {
  private final Resource resource;
  private final String file;
  private final Findings findings;
  private final List<String> fields;

  HeaderReader(Resource resource, String file, Findings findings) {
    this.resource = resource;
    this.file = file;
    this.findings = findings;
    fields = resource.fields().stream().map(Field::name).toList();
  }

  /**
   * The position of the field in each column of the file, -1 for a column that is not read.
   *
   * @param line line of the header, 0 where the format has none
   */
  int[] read(List<String> names, long line) {
    int[] fieldOf = new int[names.size()];
    int[] columnOf = new int[fields.size()];
    List<String> unread = new ArrayList<>();
    for (int column = 0; column < fieldOf.length; column++) {
      String name = names.get(column);
      int field = field(name, line);
      if (field >= 0 && columnOf[field] > 0) {
        findings.add(
            Fault.error("duplicate-column", file)
                .line(line)
                .column(fields.get(field))
                .args(columnOf[field], column + 1)
                .finding());
        field = -1;
      } else if (field >= 0) {
        columnOf[field] = column + 1;
      } else {
        unknown(name, column, line);
        unread.add(name);
      }
      fieldOf[column] = field;
    }
    missing(columnOf, unread, line);
    return fieldOf;
  }

  private int field(String name, long line) {
    int exact = fields.indexOf(name);
    if (exact >= 0) {
      return exact;
    }
    int meant = fields.indexOf(name.strip().toLowerCase(Locale.ROOT));
    if (meant >= 0) {
      findings.add(
          Fault.error("header-spelling", file)
              .line(line)
              .column(fields.get(meant))
              .value(name)
              .args(fields.get(meant))
              .finding());
    }
    return meant;
  }

  private void unknown(String name, int column, long line) {
    if (name.isEmpty()) {
      findings.add(Fault.warning("unnamed-column", file).line(line).args(column + 1).finding());
      return;
    }
    String nearest = Nearest.of(name, fields);
    Fault fault = Fault.warning("unknown-column", file).line(line).value(name);
    findings.add(
        (nearest == null
                ? fault.args(String.join(", ", fields))
                : fault.args(nearest).mend("nearest"))
            .finding());
  }

  private void missing(int[] columnOf, List<String> unread, long line) {
    for (int field = 0; field < columnOf.length; field++) {
      if (columnOf[field] > 0 || !resource.fields().get(field).required()) {
        continue;
      }
      String name = fields.get(field);
      String nearest = Nearest.of(name, unread);
      Fault fault = Fault.error("missing-column", file).line(line).column(name);
      findings.add(
          (nearest == null ? fault.args(name) : fault.args(name, nearest).mend("nearest"))
              .finding());
    }
  }

  /** The shortest header that the resource may have. */
  static String shortest(Resource resource) {
    return String.join(
        ",", resource.fields().stream().filter(Field::required).map(Field::name).toList());
  }
}
