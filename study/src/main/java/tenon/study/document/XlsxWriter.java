package tenon.study.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tenon.study.document.Block.Grid;

/**
 * The tables of a document as a workbook: a sheet that lists them, then one each. Row 1 is the
 * title, row 2 the head, which stays when the sheet is scrolled; notes stand below. Numbers are
 * numbers with all their digits, shown with those of the document.
 */
final class XlsxWriter {
  private static final int WINDOW = 200;
  private static final int LONGEST_NAME = 31;
  private static final int HEAD = 2;
  private static final int LETTER = 256;
  private static final int WIDEST = 60;

  private final SXSSFWorkbook workbook;
  private final XlsxStyles styles;
  private final Captions captions;
  private final List<Grid> grids;

  private XlsxWriter(Document document, SXSSFWorkbook workbook) {
    this.workbook = workbook;
    styles = new XlsxStyles(workbook);
    captions = new Captions(document.locale());
    grids =
        document.blocks().stream().filter(Grid.class::isInstance).map(Grid.class::cast).toList();
    List<String> names = names();
    index(document, names);
    for (int i = 0; i < grids.size(); i++) {
      sheet(grids.get(i), names.get(i));
    }
  }

  static byte[] bytes(Document document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), WINDOW)) {
      workbook.setZip64Mode(Zip64Mode.AsNeeded);
      XlsxWriter writer = new XlsxWriter(document, workbook);
      writer.workbook.write(bytes);
    }
    return OfficeZip.undated(bytes.toByteArray(), document.title());
  }

  /** Names of sheets: at most 31 characters, none twice, whatever their case. */
  private List<String> names() {
    Set<String> taken = new HashSet<>();
    taken.add(captions.word("index.sheet").toLowerCase(Locale.ROOT));
    List<String> names = new ArrayList<>();
    for (Grid grid : grids) {
      String safe = WorkbookUtil.createSafeSheetName(grid.id());
      String name = safe;
      for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
        String ending = "_" + i;
        int length = Math.min(safe.length(), LONGEST_NAME - ending.length());
        name = safe.substring(0, length) + ending;
      }
      names.add(name);
    }
    return names;
  }

  private void index(Document document, List<String> names) {
    Sheet sheet = workbook.createSheet(captions.word("index.sheet"));
    text(sheet.createRow(0), 0, document.title(), styles.title());
    text(sheet.createRow(1), 0, document.subtitle(), styles.note());
    Row head = sheet.createRow(HEAD + 1);
    text(head, 0, captions.word("index.name"), styles.head(false));
    text(head, 1, captions.word("index.about"), styles.head(false));
    text(head, 2, captions.word("index.rows"), styles.head(true));
    for (int i = 0; i < grids.size(); i++) {
      Row row = sheet.createRow(HEAD + 2 + i);
      text(row, 0, names.get(i), styles.link());
      Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      link.setAddress("'" + names.get(i) + "'!A1");
      row.getCell(0).setHyperlink(link);
      text(row, 1, grids.get(i).title(), styles.text());
      row.createCell(2).setCellValue(grids.get(i).rows().size());
    }
    sheet.setColumnWidth(0, 24 * LETTER);
    sheet.setColumnWidth(1, 90 * LETTER);
    sheet.createFreezePane(0, HEAD + 2);
  }

  private void sheet(Grid grid, String name) {
    SXSSFSheet sheet = workbook.createSheet(name);
    boolean[] numeric = Columns.numeric(grid);
    sheet.createFreezePane(0, HEAD);
    widths(sheet, grid);
    text(sheet.createRow(0), 0, grid.title(), styles.title());
    Row head = sheet.createRow(1);
    for (int column = 0; column < numeric.length; column++) {
      text(head, column, grid.header().get(column), styles.head(numeric[column]));
    }
    int at = HEAD;
    for (List<Cell> cells : grid.rows()) {
      row(sheet.createRow(at), cells);
      at++;
    }
    for (String note : grid.notes()) {
      at++;
      text(sheet.createRow(at), 0, note, styles.note());
    }
  }

  private void row(Row row, List<Cell> cells) {
    for (int column = 0; column < cells.size(); column++) {
      Cell cell = cells.get(column);
      if (!cell.isNumber() || Double.isInfinite(cell.value())) {
        text(row, column, cell.text(), styles.text());
      } else {
        org.apache.poi.ss.usermodel.Cell number = row.createCell(column);
        number.setCellValue(cell.value());
        number.setCellStyle(styles.number(cell));
      }
    }
  }

  private static void text(Row row, int column, String words, CellStyle style) {
    if (words.isEmpty()) {
      return;
    }
    org.apache.poi.ss.usermodel.Cell cell = row.createCell(column);
    cell.setCellValue(words);
    cell.setCellStyle(style);
  }

  private static void widths(Sheet sheet, Grid grid) {
    for (int column = 0; column < grid.header().size(); column++) {
      int widest = TextWidth.of(grid.header().get(column));
      for (List<Cell> cells : grid.rows()) {
        widest = Math.max(widest, TextWidth.of(cells.get(column).text()));
      }
      sheet.setColumnWidth(column, Math.clamp(widest + 2L, 8, WIDEST) * LETTER);
    }
  }

  /** Styles of a workbook; number formats are made once each. */
  private static final class XlsxStyles {
    private final SXSSFWorkbook workbook;
    private final Map<String, CellStyle> numbers = new HashMap<>();
    private final CellStyle title;
    private final CellStyle note;
    private final CellStyle text;
    private final CellStyle link;
    private final CellStyle headLeft;
    private final CellStyle headRight;

    XlsxStyles(SXSSFWorkbook workbook) {
      this.workbook = workbook;
      title = XlsxLook.title(workbook);
      note = XlsxLook.note(workbook);
      text = XlsxLook.text(workbook);
      link = XlsxLook.link(workbook);
      headLeft = XlsxLook.head(workbook, false);
      headRight = XlsxLook.head(workbook, true);
    }

    CellStyle title() {
      return title;
    }

    CellStyle note() {
      return note;
    }

    CellStyle text() {
      return text;
    }

    CellStyle link() {
      return link;
    }

    CellStyle head(boolean right) {
      return right ? headRight : headLeft;
    }

    CellStyle number(Cell cell) {
      return numbers.computeIfAbsent(
          NumberFormats.of(cell), format -> XlsxLook.number(workbook, format));
    }
  }
}
