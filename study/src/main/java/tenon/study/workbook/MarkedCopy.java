package tenon.study.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.study.document.OfficeZip;

/** A copy of a workbook in which each finding stands as a comment at its coloured cell. */
final class MarkedCopy {
  private static final String AUTHOR = "Tenon";
  private static final int LONGEST = 2_000;

  private record Place(int sheet, int row, int column) {}

  private record Look(short style, boolean error) {}

  private final XSSFWorkbook workbook;
  private final Locale locale;
  private final Map<Look, CellStyle> styles = new HashMap<>();

  private MarkedCopy(XSSFWorkbook workbook, Locale locale) {
    this.workbook = workbook;
    this.locale = locale;
  }

  /** The copy; the workbook given is changed. */
  static byte[] bytes(XSSFWorkbook workbook, List<Mark> marks, Locale locale) throws IOException {
    MarkedCopy copy = new MarkedCopy(workbook, locale);
    Map<Place, Finding> worst = new LinkedHashMap<>();
    Map<Place, StringBuilder> texts = new LinkedHashMap<>();
    for (Mark mark : marks) {
      Place place = new Place(mark.sheet(), mark.row(), mark.column());
      Finding before = worst.get(place);
      if (before == null || !before.isError()) {
        worst.put(place, mark.finding());
      }
      StringBuilder text = texts.computeIfAbsent(place, p -> new StringBuilder());
      text.append(text.isEmpty() ? "" : "\n\n").append(copy.text(mark.finding()));
    }
    worst.forEach((place, finding) -> copy.mark(place, finding, texts.get(place)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    workbook.write(bytes);
    return OfficeZip.undated(bytes.toByteArray(), "");
  }

  private String text(Finding finding) {
    String value = finding.value() == null ? "" : "\"" + finding.value() + "\" ";
    return value + finding.what().in(locale) + " " + finding.mend().in(locale);
  }

  private void mark(Place place, Finding finding, @Nullable StringBuilder text) {
    Sheet sheet = workbook.getSheetAt(place.sheet());
    Row row =
        sheet.getRow(place.row()) == null
            ? sheet.createRow(place.row())
            : sheet.getRow(place.row());
    Cell cell = row.getCell(place.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    cell.setCellStyle(style(cell.getCellStyle(), finding.isError()));
    String all = String.valueOf(text);
    comment(sheet, cell, all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all);
  }

  private CellStyle style(CellStyle before, boolean error) {
    return styles.computeIfAbsent(
        new Look(before.getIndex(), error),
        look -> {
          CellStyle style = workbook.createCellStyle();
          style.cloneStyleFrom(before);
          style.setFillForegroundColor(
              (error ? IndexedColors.ROSE : IndexedColors.LIGHT_YELLOW).getIndex());
          style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
          return style;
        });
  }

  private void comment(Sheet sheet, Cell cell, String text) {
    if (cell.getCellComment() != null) {
      cell.removeCellComment();
    }
    ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
    anchor.setCol1(cell.getColumnIndex() + 1);
    anchor.setCol2(cell.getColumnIndex() + 4);
    anchor.setRow1(cell.getRowIndex());
    anchor.setRow2(cell.getRowIndex() + 5);
    Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setAuthor(AUTHOR);
    comment.setString(workbook.getCreationHelper().createRichTextString(text));
    cell.setCellComment(comment);
  }
}
