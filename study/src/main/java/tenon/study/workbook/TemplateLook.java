package tenon.study.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How the cells of a template look. */
final class TemplateLook {
  private final Workbook workbook;
  private final CellStyle title;
  private final CellStyle plain;
  private final CellStyle head;
  private final CellStyle required;
  private final CellStyle note;
  private final CellStyle example;
  private final CellStyle field;
  private final CellStyle textColumn;

  TemplateLook(Workbook workbook) {
    this.workbook = workbook;
    title = style(font(true, 14, IndexedColors.BLACK, false));
    plain = style(font(false, 11, IndexedColors.BLACK, false));
    head = head(IndexedColors.BLACK);
    required = head(IndexedColors.BLUE);
    note = style(font(false, 9, IndexedColors.GREY_50_PERCENT, false));
    note.setWrapText(true);
    note.setVerticalAlignment(VerticalAlignment.TOP);
    example = style(font(false, 11, IndexedColors.GREY_50_PERCENT, true));
    example.setBorderBottom(BorderStyle.THIN);
    field = style(font(false, 11, IndexedColors.BLACK, false));
    field.setBorderBottom(BorderStyle.HAIR);
    field.setDataFormat(workbook.createDataFormat().getFormat("@"));
    textColumn = workbook.createCellStyle();
    textColumn.setDataFormat(workbook.createDataFormat().getFormat("@"));
  }

  CellStyle title() {
    return title;
  }

  CellStyle plain() {
    return plain;
  }

  CellStyle head(boolean mandatory) {
    return mandatory ? required : head;
  }

  CellStyle note() {
    return note;
  }

  CellStyle example() {
    return example;
  }

  CellStyle field() {
    return field;
  }

  CellStyle textColumn() {
    return textColumn;
  }

  private CellStyle head(IndexedColors colour) {
    CellStyle style = style(font(true, 11, colour, false));
    style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setBorderBottom(BorderStyle.THIN);
    return style;
  }

  private Font font(boolean bold, int points, IndexedColors colour, boolean italic) {
    Font font = workbook.createFont();
    font.setBold(bold);
    font.setItalic(italic);
    font.setFontHeightInPoints((short) points);
    font.setColor(colour.getIndex());
    return font;
  }

  private CellStyle style(Font font) {
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    return style;
  }
}
