package tenon.packages;

import java.util.List;
import tenon.model.Columns;
import tenon.model.Resource;

/**
 * A resource as it was read.
 *
 * @param resource which
 * @param file path of its file, as findings show it
 * @param columns its rows
 * @param lines where the rows stand in the file
 * @param header known columns in the order of the file
 * @param whole whether all rows could be read; what is missing from a table that is not whole is no
 *     fault of the tables that refer to it
 */
record Table(
    Resource resource,
    String file,
    Columns columns,
    LineMap lines,
    List<String> header,
    boolean whole) {

  /** Stands for a table that the package does not list. */
  static Table absent(Resource resource) {
    return new Table(
        resource,
        TableFormat.CSV.file(resource),
        Columns.empty(resource),
        new LineMap(),
        List.of(),
        true);
  }

  static Table unreadable(Resource resource, String file) {
    return new Table(resource, file, Columns.empty(resource), new LineMap(), List.of(), false);
  }

  long line(int row) {
    return lines.line(row);
  }
}
