package tenon.study.workbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Resource;

/** What one sender told, and what was found in it. Only texts are held, not the workbook. */
final class Form {
  /** Where a table stands in the workbook. */
  private record Place(int sheet, String name, int head, int first, Map<String, Integer> columns) {}

  private final Path path;
  private final String file;
  private final String reportedOn;
  private final String currency;
  private final Map<Resource, Place> places = new EnumMap<>(Resource.class);
  private final List<FormRow> rows = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final List<Finding> whole = new ArrayList<>();

  /**
   * @param file name in findings
   * @param reportedOn day of the report, or empty
   * @param currency currency of its money, or empty
   */
  Form(Path path, String file, String reportedOn, String currency) {
    this.path = path;
    this.file = file;
    this.reportedOn = reportedOn;
    this.currency = currency;
  }

  void add(int sheet, SheetTable table) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    table.columns().forEach(column -> columns.putIfAbsent(column, table.position(column)));
    Resource resource = table.resource();
    places.put(
        resource,
        new Place(sheet, table.sheet().getSheetName(), table.head(), table.first(), columns));
    for (int row : table.rows()) {
      Map<String, String> cells = new LinkedHashMap<>();
      List<String> texts = table.cells(row);
      for (int at = 0; at < texts.size(); at++) {
        if (!texts.get(at).isBlank()) {
          cells.putIfAbsent(table.columns().get(at), texts.get(at).strip());
        }
      }
      rows.add(new FormRow(this, resource, row, cells));
    }
  }

  Path path() {
    return path;
  }

  String file() {
    return file;
  }

  String reportedOn() {
    return reportedOn;
  }

  String currency() {
    return currency;
  }

  /**
   * The firm that fills the form: that of the first row of its firms; empty where there is none.
   */
  String sender() {
    return rows.stream()
        .filter(row -> row.resource() == Resource.FIRMS)
        .findFirst()
        .map(row -> row.cell("firm_id"))
        .orElse("");
  }

  List<FormRow> rows() {
    return rows;
  }

  List<FormRow> rows(Resource resource) {
    return rows.stream().filter(row -> row.resource() == resource).toList();
  }

  /** What was found at cells; more may be added. */
  List<Mark> marks() {
    return marks;
  }

  /** What was found about the form as a whole; more may be added. */
  List<Finding> whole() {
    return whole;
  }

  boolean isBroken() {
    return findings().stream().anyMatch(Finding::isError);
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(whole);
    marks.forEach(mark -> all.add(mark.finding()));
    return all;
  }

  /** The cell of a column, as {@code form.xlsx sites!L5}; the file alone where it has no such. */
  String cell(Resource resource, int row, @Nullable String column) {
    Place place = places.get(resource);
    return place == null ? file : file + " " + place.name + "!" + reference(place, row, column);
  }

  private static String reference(Place place, int row, @Nullable String column) {
    return new CellReference(row, at(place, column)).formatAsString();
  }

  private static int at(Place place, @Nullable String column) {
    return column == null ? place.first : place.columns.getOrDefault(column, place.first);
  }

  /** Tells a finding at the cell of a column. */
  void mark(Resource resource, int row, @Nullable String column, Finding finding) {
    Place place = places.get(resource);
    Finding told =
        new Finding(
            finding.severity(),
            finding.code(),
            cell(resource, row, column),
            0,
            column,
            finding.value(),
            finding.what(),
            finding.mend());
    if (place == null) {
      whole.add(told);
    } else {
      marks.add(new Mark(place.sheet, row, at(place, column), told));
    }
  }
}
