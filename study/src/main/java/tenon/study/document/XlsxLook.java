package tenon.study.document;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How the cells of a workbook look. */
final class XlsxLook {
  private XlsxLook() {}

  static CellStyle title(Workbook workbook) {
    Font font = workbook.createFont();
    font.setBold(true);
    font.setFontHeightInPoints((short) 13);
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    return style;
  }

  static CellStyle note(Workbook workbook) {
    Font font = workbook.createFont();
    font.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    return style;
  }

  static CellStyle text(Workbook workbook) {
    CellStyle style = workbook.createCellStyle();
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  static CellStyle link(Workbook workbook) {
    Font font = workbook.createFont();
    font.setUnderline(Font.U_SINGLE);
    font.setColor(IndexedColors.DARK_BLUE.getIndex());
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    return style;
  }

  static CellStyle head(Workbook workbook, boolean right) {
    Font font = workbook.createFont();
    font.setBold(true);
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.BOTTOM);
    style.setAlignment(right ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
    return style;
  }

  static CellStyle number(Workbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setAlignment(HorizontalAlignment.RIGHT);
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }
}
