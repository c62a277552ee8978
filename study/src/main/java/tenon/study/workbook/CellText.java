package tenon.study.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;
import tenon.model.Field;

/** What a cell of a workbook holds, as a table of a package would have it. */
public final class CellText {
  private CellText() {}

  /** The text of a cell; empty for a blank one. A formula stands for its last value. */
  public static String of(@Nullable Cell cell) {
    if (cell == null) {
      return "";
    }
    return switch (type(cell)) {
      case STRING -> cell.getStringCellValue();
      case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
      case NUMERIC -> numeric(cell);
      case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
      case BLANK, FORMULA, _NONE -> "";
    };
  }

  /** Whether the cell holds a failed formula such as {@code #REF!}. */
  static boolean isError(@Nullable Cell cell) {
    return cell != null && type(cell) == CellType.ERROR;
  }

  /** Whether the cell holds a formula that no spreadsheet has worked out yet. */
  static boolean isUncomputed(@Nullable Cell cell) {
    return cell instanceof XSSFCell formula
        && formula.getCellType() == CellType.FORMULA
        && formula.getCachedFormulaResultType() == CellType.NUMERIC
        && (formula.getRawValue() == null || formula.getRawValue().isEmpty());
  }

  /** As {@link #of(Cell)}, in the way the column wants it. */
  static String of(@Nullable Cell cell, @Nullable Field field) {
    String text = of(cell);
    if (field == null) {
      return text;
    }
    return switch (field.type()) {
      case CATEGORY, FLAG -> Titles.code(field, text);
      case TEXT -> text.replaceAll("\\R", " ");
      // A break within a key is a fault; it is kept as one that does not move the later lines.
      case ID, REF, LABEL, NUMBER, DATE -> text.replaceAll("\\R", "\t");
    };
  }

  private static CellType type(Cell cell) {
    return cell.getCellType() == CellType.FORMULA
        ? cell.getCachedFormulaResultType()
        : cell.getCellType();
  }

  private static String numeric(Cell cell) {
    double number = cell.getNumericCellValue();
    if (DateUtil.isCellDateFormatted(cell) && DateUtil.isValidExcelDate(number)) {
      LocalDate day = cell.getLocalDateTimeCellValue().toLocalDate();
      return day.toString();
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole
        ? BigDecimal.valueOf((long) number).toPlainString()
        : Double.isFinite(number) ? Double.toString(number) : "";
  }
}
