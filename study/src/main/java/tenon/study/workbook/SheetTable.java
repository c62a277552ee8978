package tenon.study.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;
import tenon.model.Field;
import tenon.model.Resource;

/**
 * The rows of a sheet: its head is the first row that is not blank, rows whose first cell begins
 * with {@code #} under a head {@code #} are notes.
 */
public final class SheetTable {
  private final Sheet sheet;
  private final Resource resource;
  private final int head;
  private final List<String> columns = new ArrayList<>();
  private final List<Integer> positions = new ArrayList<>();
  private final List<Integer> rows = new ArrayList<>();

  /** Finds head and rows. */
  SheetTable(Sheet sheet, Resource resource) {
    this.sheet = sheet;
    this.resource = resource;
    head = head(sheet);
    Row first = sheet.getRow(head);
    int last = first == null ? 0 : first.getLastCellNum();
    for (int column = 0; column < last; column++) {
      String text = CellText.of(first.getCell(column));
      if (!text.isBlank() && !isMark(column)) {
        columns.add(Titles.column(resource, text));
        positions.add(column);
      }
    }
    for (int row = head + 1; row <= sheet.getLastRowNum(); row++) {
      if (!isNote(row) && !isBlank(row)) {
        rows.add(row);
      }
    }
  }

  private static int head(Sheet sheet) {
    for (int row = 0; row <= sheet.getLastRowNum(); row++) {
      Row line = sheet.getRow(row);
      if (line != null) {
        for (Cell cell : line) {
          if (!CellText.of(cell).isBlank()) {
            return row;
          }
        }
      }
    }
    return 0;
  }

  private boolean isMark(int column) {
    return column == 0 && CellText.of(cell(head, 0)).strip().equals("#");
  }

  private boolean isNote(int row) {
    return isMark(0) && CellText.of(cell(row, 0)).strip().startsWith("#");
  }

  private boolean isBlank(int row) {
    return positions.stream().allMatch(column -> CellText.of(cell(row, column)).isBlank());
  }

  @Nullable Cell cell(int row, int column) {
    Row line = sheet.getRow(row);
    return line == null ? null : line.getCell(column);
  }

  Sheet sheet() {
    return sheet;
  }

  Resource resource() {
    return resource;
  }

  /** Names of the columns; a head that is no column stands as it is. */
  List<String> columns() {
    return columns;
  }

  /** Rows of data, the first row of a sheet being 0. */
  List<Integer> rows() {
    return rows;
  }

  int head() {
    return head;
  }

  /** Column of the sheet in which a column of the table stands, or -1. */
  int position(@Nullable String column) {
    int at = column == null ? -1 : columns.indexOf(column);
    return at < 0 ? -1 : positions.get(at);
  }

  /** First column with data. */
  int first() {
    return positions.isEmpty() ? 0 : positions.getFirst();
  }

  /** Cells of a row, one for each column. */
  List<String> cells(int row) {
    List<String> cells = new ArrayList<>();
    for (int at = 0; at < columns.size(); at++) {
      Cell cell = cell(row, positions.get(at));
      boolean failed = CellText.isError(cell) || CellText.isUncomputed(cell);
      cells.add(failed ? "" : CellText.of(cell, field(columns.get(at))));
    }
    return cells;
  }

  private @Nullable Field field(String column) {
    int at = resource.find(column);
    return at < 0 ? null : resource.fields().get(at);
  }

  /** Row and column of every formula that failed or was never worked out. */
  List<int[]> errors() {
    List<int[]> errors = new ArrayList<>();
    for (int row : rows) {
      for (int column : positions) {
        Cell cell = cell(row, column);
        if (CellText.isError(cell) || CellText.isUncomputed(cell)) {
          errors.add(new int[] {row, column});
        }
      }
    }
    return errors;
  }

  /** The table as CSV whose lines have the numbers of the rows of the sheet. */
  String csv() {
    StringBuilder text = new StringBuilder();
    int line = head;
    text.append("\n".repeat(head));
    line(text, columns);
    for (int row : rows) {
      text.append("\n".repeat(row - line - 1));
      line(text, cells(row));
      line = row;
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      text.append(i == 0 ? "" : ",").append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
    text.append('\n');
  }
}
