package tenon.study.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tenon.model.Resource;

/** A row of the joined package: for each column a text and the row of the form that tells it. */
final class JoinedRow {
  /** What a cell holds and who told it. */
  record Cell(String text, FormRow from) {}

  private final Resource resource;
  private final List<FormRow> sources;
  private final Map<String, Cell> cells = new LinkedHashMap<>();

  JoinedRow(Resource resource, List<FormRow> sources) {
    this.resource = resource;
    this.sources = new ArrayList<>(sources);
  }

  void put(String column, String text, FormRow from) {
    cells.put(column, new Cell(text, from));
  }

  String text(String column) {
    Cell cell = cells.get(column);
    return cell == null ? "" : cell.text;
  }

  /** The row that told a column, or the first that told anything. */
  FormRow from(String column) {
    Cell cell = cells.get(column);
    return cell == null ? sources.getFirst() : cell.from;
  }

  List<FormRow> sources() {
    return sources;
  }

  /** The texts of the key, with blanks between. */
  String key() {
    return resource.key().stream().map(f -> text(f.name())).collect(Collectors.joining(" "));
  }

  /** Who told of this row: {@code a.xlsx (f1); b.xlsx (f2)}. */
  String senders() {
    return sources.stream()
        .map(row -> row.form().file() + " (" + row.form().sender() + ")")
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
