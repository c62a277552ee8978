package tenon.study.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.ReadLimits;
import tenon.study.page.Json;
import tenon.study.text.Refusal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a workbook as a package. Its sheets are written as the tables of a package in a scratch
 * directory, whose lines have the numbers of the rows; what the reader of packages finds there is
 * told at the cell.
 */
public final class WorkbookImport {
  private static final String CSV = ".csv";
  private static final String DESCRIPTOR = "datapackage.json";

  /** Findings that the other forms may lift: what is missing here may stand there. */
  private static final Set<String> ACROSS = Set.of("unknown-id", "missing-table", "share-sum");

  private final Path path;
  private final String file;
  private final XSSFWorkbook workbook;
  private final Map<Resource, SheetTable> tables = new EnumMap<>(Resource.class);
  private final GuideSheet guide;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Finding> whole = new ArrayList<>();

  private WorkbookImport(Path path, String shown, XSSFWorkbook workbook) {
    this.path = path;
    file = shown;
    this.workbook = workbook;
    guide = new GuideSheet(workbook, path);
  }

  /**
   * What reading came to.
   *
   * @param loaded the package, or every fault
   * @param marked the workbook with the findings at their cells; null where nothing was found, or
   *     where the file is no workbook
   */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  public record Outcome(Loaded<DataPackage> loaded, byte @Nullable [] marked) {}

  /**
   * Reads a workbook.
   *
   * @param locale language of the comments in the marked copy
   * @throws IOException if the scratch directory cannot be written
   */
  public static Outcome read(Path path, Locale locale, Progress progress) throws IOException {
    List<Finding> refused = new ArrayList<>();
    progress.report("import", 0, 3);
    XSSFWorkbook workbook = WorkbookFile.open(path, refused);
    if (workbook == null) {
      return new Outcome(new Loaded.Rejected<>(refused), null);
    }
    try {
      return new WorkbookImport(path, WorkbookFile.shown(path), workbook).read(locale, progress);
    } finally {
      workbook.getPackage().revert();
    }
  }

  /**
   * Reads a workbook as one of many that are joined: rows, and the faults that it has by itself.
   *
   * @param shown name in findings
   * @throws IOException if the scratch directory cannot be written
   */
  static Form form(Path path, String shown) throws IOException {
    List<Finding> refused = new ArrayList<>();
    XSSFWorkbook workbook = WorkbookFile.open(path, refused);
    if (workbook == null) {
      Form none = new Form(path, shown, "", "");
      refused.forEach(finding -> none.whole().add(at(finding, shown)));
      return none;
    }
    try {
      return new WorkbookImport(path, shown, workbook).form();
    } finally {
      workbook.getPackage().revert();
    }
  }

  private Form form() throws IOException {
    sheets();
    if (tables.isEmpty()) {
      whole.add(Refusal.of("workbook-empty", file, null));
    } else {
      throughPackage().findings().stream()
          .filter(finding -> finding.isError() && !ACROSS.contains(finding.code()))
          .forEach(this::place);
    }
    String day = guide.value("reported_on");
    Sheet about = guide.sheet();
    if (!day.isEmpty() && !isDay(day) && about != null) {
      mark(about, guide.row("reported_on"), 1, Refusal.of("form-day", file, day));
    }
    Form form = new Form(path, file, day, guide.value("currency"));
    tables.values().forEach(table -> form.add(workbook.getSheetIndex(table.sheet()), table));
    form.marks().addAll(marks);
    form.whole().addAll(whole);
    return form;
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private Outcome read(Locale locale, Progress progress) throws IOException {
    sheets();
    progress.report("import", 1, 3);
    if (tables.isEmpty()) {
      whole.add(Refusal.of("workbook-empty", file, null));
      return new Outcome(new Loaded.Rejected<>(whole), null);
    }
    Loaded<DataPackage> loaded = throughPackage();
    progress.report("import", 2, 3);
    loaded.findings().forEach(this::place);
    List<Finding> all = new ArrayList<>(marks.stream().map(Mark::finding).toList());
    all.addAll(whole);
    all.sort(java.util.Comparator.comparing(Finding::severity));
    Loaded<DataPackage> told =
        loaded instanceof Loaded.Ready<DataPackage>(var data, var warnings)
                && all.stream().noneMatch(Finding::isError)
            ? new Loaded.Ready<>(data, all)
            : new Loaded.Rejected<>(all);
    byte[] copy = marks.isEmpty() ? null : MarkedCopy.bytes(workbook, marks, locale);
    progress.report("import", 3, 3);
    return new Outcome(told, copy);
  }

  private void sheets() {
    for (int at = 0; at < workbook.getNumberOfSheets(); at++) {
      Sheet sheet = workbook.getSheetAt(at);
      Resource resource = Titles.resource(sheet.getSheetName());
      if (resource != null && !tables.containsKey(resource)) {
        SheetTable table = new SheetTable(sheet, resource);
        if (!table.rows().isEmpty()) {
          tables.put(resource, table);
          table.errors().forEach(cell -> failed(sheet, cell[0], cell[1]));
        }
      } else if (resource != null) {
        whole.add(Refusal.of("sheet-twice", file, sheet.getSheetName(), resource.title()));
      } else if (!guide.is(sheet) && !sheet.getSheetName().startsWith("#")) {
        whole.add(Refusal.warning("sheet-unknown", file, sheet.getSheetName()));
      }
    }
  }

  private void failed(Sheet sheet, int row, int column) {
    Cell cell = sheet.getRow(row).getCell(column);
    mark(
        sheet,
        row,
        column,
        CellText.isUncomputed(cell)
            ? Refusal.of("formula-uncomputed", "", "=" + cell.getCellFormula())
            : Refusal.of("formula-failed", "", CellText.of(cell)));
  }

  private Loaded<DataPackage> throughPackage() throws IOException {
    Path scratch = Files.createTempDirectory("tenon-workbook-");
    try {
      ObjectNode root = guide.info();
      ArrayNode resources = root.putArray("resources");
      for (SheetTable table : tables.values()) {
        String title = table.resource().title();
        Files.writeString(scratch.resolve(title + CSV), table.csv());
        resources.addObject().put("name", title).put("path", title + CSV);
      }
      Files.writeString(scratch.resolve(DESCRIPTOR), Json.pretty(root));
      return PackageReader.read(scratch, ReadLimits.DEFAULT, Progress.NONE);
    } finally {
      for (SheetTable table : tables.values()) {
        Files.deleteIfExists(scratch.resolve(table.resource().title() + CSV));
      }
      Files.deleteIfExists(scratch.resolve(DESCRIPTOR));
      Files.deleteIfExists(scratch);
    }
  }

  /** Tells a finding of the package at its cell. */
  private void place(Finding finding) {
    Resource resource =
        finding.file().endsWith(CSV)
            ? Resource.named(finding.file().substring(0, finding.file().length() - CSV.length()))
            : null;
    SheetTable table = resource == null ? null : tables.get(resource);
    if (table == null) {
      about(finding);
      return;
    }
    int row = finding.line() > 0 ? (int) finding.line() - 1 : table.head();
    int column = table.position(finding.column());
    if (column < 0 && row == table.head()) {
      String value = finding.value();
      column = table.position(value == null ? null : Titles.column(table.resource(), value));
    }
    mark(table.sheet(), row, column < 0 ? table.first() : column, finding);
  }

  /** Tells a finding that concerns no sheet of data. */
  private void about(Finding finding) {
    int row = guide.row(finding.column());
    Sheet sheet = guide.sheet();
    if (sheet != null && row >= 0) {
      mark(sheet, row, 1, finding);
    } else if (!finding.code().equals("no-name")) {
      whole.add(at(worded(finding), file));
    }
  }

  /** The mend in words of a workbook: no lines of files that its sender does not have. */
  private Finding worded(Finding finding) {
    List<String> told = finding.mend().arguments();
    return switch (finding.code()) {
      case "unknown-id" ->
          told.size() < 4
              ? finding
              : told.get(3).isEmpty()
                  ? mended(finding, "workbook-unknown.mend", sheet(told.getFirst()))
                  : mended(
                      finding, "workbook-unknown-near.mend", sheet(told.getFirst()), told.get(3));
      case "missing-table" ->
          told.isEmpty() ? finding : mended(finding, "workbook-sheet.mend", sheet(told.getFirst()));
      case "no-currency" -> mended(finding, "workbook-currency.mend");
      default -> finding;
    };
  }

  private static Finding mended(Finding finding, String key, String... arguments) {
    return new Finding(
        finding.severity(),
        finding.code(),
        finding.file(),
        finding.line(),
        finding.column(),
        finding.value(),
        finding.what(),
        Message.of(Refusal.BUNDLE, key, arguments));
  }

  /** What the sheet of a table is called in this workbook. */
  private String sheet(String title) {
    Resource resource = Resource.named(title);
    SheetTable table = resource == null ? null : tables.get(resource);
    if (table != null) {
      return table.sheet().getSheetName();
    }
    for (int at = 0; at < workbook.getNumberOfSheets(); at++) {
      if (resource != null && resource == Titles.resource(workbook.getSheetName(at))) {
        return workbook.getSheetName(at);
      }
    }
    return title;
  }

  private void mark(Sheet sheet, int row, int column, Finding finding) {
    String cell = new CellReference(row, column).formatAsString();
    Finding told = at(worded(finding), file + " " + sheet.getSheetName() + "!" + cell);
    Mark same = new Mark(workbook.getSheetIndex(sheet), row, column, told);
    marks.add(same);
  }

  private static Finding at(Finding finding, String place) {
    return new Finding(
        finding.severity(),
        finding.code(),
        place,
        0,
        finding.column(),
        finding.value(),
        finding.what(),
        finding.mend());
  }
}
