package tenon.study.workbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.study.text.Refusal;

/**
 * A plain table in whatever file it stands: CSV, Parquet, JSON, or a sheet of a workbook, named
 * behind the file where it is not the only one: {@code panel.xlsx#2023}.
 */
public final class TableFile {
  private static final String WORKBOOK = ".xlsx";

  private TableFile() {}

  /** Reads a table; every fault of it at once. */
  public static Loaded<FlatTable> read(Path path) {
    return isWorkbook(path) ? sheet(file(path), sheetName(path)) : FlatTable.read(path);
  }

  /** The file itself, without the name of a sheet. */
  public static Path file(Path path) {
    return isWorkbook(path) ? Path.of(path.toString().substring(0, end(path))) : path;
  }

  private static int end(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).indexOf(WORKBOOK) + WORKBOOK.length();
  }

  private static boolean isWorkbook(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(WORKBOOK) || name.contains(WORKBOOK + "#");
  }

  private static @Nullable String sheetName(Path path) {
    String rest = path.toString().substring(end(path));
    return rest.length() > 1 ? rest.substring(1) : null;
  }

  private static Loaded<FlatTable> sheet(Path file, @Nullable String name) {
    List<Finding> findings = new ArrayList<>();
    XSSFWorkbook workbook = WorkbookFile.open(file, findings);
    if (workbook == null) {
      return new Loaded.Rejected<>(findings);
    }
    try {
      Sheet sheet = chosen(workbook, WorkbookFile.shown(file), name, findings);
      return sheet == null
          ? new Loaded.Rejected<>(findings)
          : table(sheet, WorkbookFile.shown(file), findings);
    } finally {
      workbook.getPackage().revert();
    }
  }

  /** The sheet of that name, or the first that holds anything. */
  private static @Nullable Sheet chosen(
      XSSFWorkbook workbook, String file, @Nullable String name, List<Finding> findings) {
    List<Sheet> all = new ArrayList<>();
    workbook.sheetIterator().forEachRemaining(all::add);
    String names = String.join(", ", all.stream().map(Sheet::getSheetName).toList());
    if (name != null) {
      Sheet found = workbook.getSheet(name);
      if (found == null) {
        findings.add(Refusal.of("sheet-missing", file, name, names));
      }
      return found;
    }
    List<Sheet> filled = all.stream().filter(sheet -> head(sheet) != null).toList();
    if (filled.isEmpty()) {
      findings.add(Refusal.of("sheets-empty", file, null));
      return null;
    }
    Sheet first = filled.getFirst();
    if (filled.size() > 1) {
      findings.add(Refusal.warning("sheet-first", file, first.getSheetName(), names));
    }
    return first;
  }

  private static @Nullable Row head(Sheet sheet) {
    return IntStream.rangeClosed(0, sheet.getLastRowNum())
        .mapToObj(sheet::getRow)
        .filter(row -> row != null && !isBlank(row, row.getLastCellNum()))
        .findFirst()
        .orElse(null);
  }

  private static boolean isBlank(Row row, int width) {
    return IntStream.range(0, Math.max(width, 0))
        .allMatch(column -> CellText.of(row.getCell(column)).isBlank());
  }

  private static Loaded<FlatTable> table(Sheet sheet, String file, List<Finding> findings) {
    Row head = head(sheet);
    if (head == null) {
      findings.add(Refusal.of("sheets-empty", file, sheet.getSheetName()));
      return new Loaded.Rejected<>(findings);
    }
    // Cells that once held something count as cells; blank ones at the end of the head do not.
    int width = head.getLastCellNum();
    while (width > 1 && CellText.of(head.getCell(width - 1)).isBlank()) {
      width--;
    }
    List<List<String>> cells = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (int at = head.getRowNum() + 1; at <= sheet.getLastRowNum(); at++) {
      Row row = sheet.getRow(at);
      if (row != null && !isBlank(row, width)) {
        rows.add(at);
        cells.add(cells(row, width, file, findings));
      }
    }
    List<String> header = cells(head, width, file, findings);
    if (findings.stream().anyMatch(Finding::isError)) {
      return new Loaded.Rejected<>(findings);
    }
    Loaded<FlatTable> loaded =
        FlatTable.of(
            file,
            header,
            cells,
            (row, column) ->
                place(file, sheet, row < 0 ? head.getRowNum() : rows.get(row), column));
    findings.addAll(loaded.findings());
    return loaded instanceof Loaded.Ready<FlatTable>(var table, var _)
        ? new Loaded.Ready<>(table, findings)
        : new Loaded.Rejected<>(findings);
  }

  private static List<String> cells(Row row, int width, String file, List<Finding> findings) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      String text = CellText.of(row.getCell(column));
      if (CellText.isError(row.getCell(column))) {
        String place = place(file, row.getSheet(), row.getRowNum(), column);
        findings.add(Refusal.of("formula-failed", place, text));
      }
      cells.add(text);
    }
    return cells;
  }

  private static String place(String file, Sheet sheet, int row, int column) {
    return file
        + " "
        + sheet.getSheetName()
        + "!"
        + new CellReference(row, column).formatAsString();
  }
}
