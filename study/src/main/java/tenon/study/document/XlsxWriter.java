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
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import tenon.study.document.Block.Explorer;
import tenon.study.document.Block.Figure;
import tenon.study.document.Block.Formula;
import tenon.study.document.Block.Grid;
import tenon.study.document.Block.Heading;
import tenon.study.document.Block.Paragraph;
import tenon.study.document.Block.Points;

/**
 * A document as a workbook: a sheet that lists what is in it, one for each table, and one for the
 * text with its formulas. Row 1 of a table is the title, row 2 the head, which stays when the sheet
 * is scrolled; notes stand below. Numbers are numbers with all their digits, shown with those of
 * the document. A picture stands beside the table of its name, or on a sheet of its own.
 */
final class XlsxWriter {
  private static final int WINDOW = 200;
  private static final int LONGEST_NAME = 31;
  private static final int HEAD = 2;
  private static final int LETTER = 256;
  private static final int WIDEST = 60;
  private static final int LINE = 110;

  /** Pixels that a picture is wide, and a row and a column of the usual size. */
  private static final int PICTURE = 704;

  private static final int ROW = 20;
  private static final int COLUMN = 64;
  private static final int EMU_PER_PIXEL = 9525;

  /** A sheet: a table with its picture, either alone, or the text where there is neither. */
  private record Page(String name, @Nullable Grid grid, @Nullable Figure figure) {
    String title(Captions captions) {
      Grid table = grid;
      Figure picture = figure;
      return table != null
          ? table.title()
          : picture != null ? picture.title() : captions.word("text.about");
    }
  }

  private final SXSSFWorkbook workbook;
  private final XlsxStyles styles;
  private final Captions captions;
  private final Pictures pictures;
  private final Document document;

  private XlsxWriter(Document document, SXSSFWorkbook workbook, Pictures pictures)
      throws IOException {
    this.document = document;
    this.workbook = workbook;
    this.pictures = pictures;
    styles = new XlsxStyles(workbook);
    captions = new Captions(document.locale());
    List<Page> pages = pages();
    index(pages);
    for (Page page : pages) {
      sheet(page);
    }
  }

  static byte[] bytes(Document document, Pictures pictures) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), WINDOW)) {
      workbook.setZip64Mode(Zip64Mode.AsNeeded);
      XlsxWriter writer = new XlsxWriter(document, workbook, pictures);
      writer.workbook.write(bytes);
    }
    return OfficeZip.undated(bytes.toByteArray(), document.title());
  }

  /** The sheets in reading order; names have at most 31 characters, none twice in any case. */
  private List<Page> pages() {
    List<Grid> grids = new ArrayList<>();
    Map<String, Figure> figures = new HashMap<>();
    for (Block block : document.blocks()) {
      switch (block) {
        case Grid grid -> grids.add(grid);
        case Figure figure -> figures.put(figure.id(), figure);
        case Explorer(var figure, _, _) -> figures.put(figure.id(), figure);
        default -> {}
      }
    }
    Set<String> withTable = new HashSet<>(grids.stream().map(Grid::id).toList());
    Set<String> taken = new HashSet<>();
    taken.add(captions.word("index.sheet").toLowerCase(Locale.ROOT));
    List<Page> pages = new ArrayList<>();
    for (Block block : document.blocks()) {
      Block shown = block instanceof Explorer(var figure, _, _) ? figure : block;
      if (shown instanceof Grid grid) {
        pages.add(new Page(name(grid.id(), taken), grid, figures.remove(grid.id())));
      } else if (shown instanceof Figure figure && !withTable.contains(figure.id())) {
        pages.add(new Page(name("figure_" + figure.id(), taken), null, figure));
      }
    }
    if (document.blocks().stream().anyMatch(XlsxWriter::isText)) {
      pages.add(new Page(name(captions.word("text.sheet"), taken), null, null));
    }
    return pages;
  }

  private static boolean isText(Block block) {
    return block instanceof Paragraph || block instanceof Points || block instanceof Formula;
  }

  private static String name(String id, Set<String> taken) {
    String safe = WorkbookUtil.createSafeSheetName(id);
    String name = safe;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      String ending = "_" + i;
      int length = Math.min(safe.length(), LONGEST_NAME - ending.length());
      name = safe.substring(0, length) + ending;
    }
    return name;
  }

  private void index(List<Page> pages) {
    Sheet sheet = workbook.createSheet(captions.word("index.sheet"));
    text(sheet.createRow(0), 0, document.title(), styles.title());
    text(sheet.createRow(1), 0, document.subtitle(), styles.note());
    Row head = sheet.createRow(HEAD + 1);
    text(head, 0, captions.word("index.name"), styles.head(false));
    text(head, 1, captions.word("index.about"), styles.head(false));
    text(head, 2, captions.word("index.rows"), styles.head(true));
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      Row row = sheet.createRow(HEAD + 2 + i);
      text(row, 0, page.name(), styles.link());
      Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      link.setAddress("'" + page.name() + "'!A1");
      row.getCell(0).setHyperlink(link);
      text(row, 1, page.title(captions), styles.text());
      Grid grid = page.grid();
      if (grid != null) {
        row.createCell(2).setCellValue(grid.rows().size());
      }
    }
    sheet.setColumnWidth(0, 24 * LETTER);
    sheet.setColumnWidth(1, 90 * LETTER);
    sheet.createFreezePane(0, HEAD + 2);
    printed(sheet);
  }

  /** As wide as a sheet of paper, and as long as need be. */
  private static void printed(Sheet sheet) {
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
  }

  private void sheet(Page page) throws IOException {
    SXSSFSheet sheet = workbook.createSheet(page.name());
    printed(sheet);
    Grid grid = page.grid();
    Figure figure = page.figure();
    if (grid != null) {
      table(sheet, grid);
    } else if (figure != null) {
      text(sheet.createRow(0), 0, figure.title(), styles.title());
    } else {
      words(sheet);
    }
    if (figure != null) {
      picture(sheet, figure, grid == null ? 0 : grid.header().size() + 1);
    }
  }

  private void picture(SXSSFSheet sheet, Figure figure, int column) throws IOException {
    Picture picture = pictures.of(figure);
    int high = (int) Math.round(PICTURE * picture.height() / picture.width());
    ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
    anchor.setAnchorType(ClientAnchor.AnchorType.MOVE_DONT_RESIZE);
    anchor.setCol1(column);
    anchor.setRow1(HEAD);
    anchor.setCol2(column + PICTURE / COLUMN);
    anchor.setRow2(HEAD + high / ROW);
    anchor.setDy2(high % ROW * EMU_PER_PIXEL);
    int added = workbook.addPicture(picture.png(), Workbook.PICTURE_TYPE_PNG);
    sheet.createDrawingPatriarch().createPicture(anchor, added);
    if (column == 0) {
      int at = HEAD + high / ROW + 1;
      for (String note : figure.notes()) {
        at++;
        text(sheet.createRow(at), 0, note, styles.note());
      }
    }
  }

  /** All that is no table and no picture, in reading order. */
  private void words(SXSSFSheet sheet) {
    sheet.setColumnWidth(0, LINE * LETTER);
    int at = 0;
    for (Block block : document.blocks()) {
      switch (block) {
        case Heading(var level, var words) -> {
          at += level == 1 && at > 0 ? 1 : 0;
          text(sheet.createRow(at++), 0, words, level == 1 ? styles.title() : styles.head(false));
        }
        case Paragraph(var words) -> text(sheet.createRow(at++), 0, words, styles.wrapped());
        case Points(var points) -> {
          for (String point : points) {
            text(sheet.createRow(at++), 0, "• " + point, styles.wrapped());
          }
        }
        case Formula formula -> text(sheet.createRow(at++), 0, formula.plain(), styles.formula());
        case Grid _, Figure _, Explorer _ -> {}
      }
    }
  }

  private void table(SXSSFSheet sheet, Grid grid) {
    boolean[] numeric = Columns.numeric(grid);
    sheet.createFreezePane(0, HEAD);
    widths(sheet, grid);
    text(sheet.createRow(0), 0, grid.title(), styles.title());
    Row head = sheet.createRow(1);
    for (int column = 0; column < numeric.length; column++) {
      boolean beside = column > 0 && numeric[column - 1] && !numeric[column];
      CellStyle style = beside ? styles.headApart() : styles.head(numeric[column]);
      text(head, column, grid.header().get(column), style);
    }
    int at = HEAD;
    for (List<Cell> cells : grid.rows()) {
      row(sheet.createRow(at), cells, numeric);
      at++;
    }
    for (String note : grid.notes()) {
      at++;
      text(sheet.createRow(at), 0, note, styles.note());
    }
  }

  private void row(Row row, List<Cell> cells, boolean[] numeric) {
    for (int column = 0; column < cells.size(); column++) {
      Cell cell = cells.get(column);
      if (!cell.isNumber() || Double.isInfinite(cell.value())) {
        boolean beside = column > 0 && numeric[column - 1] && !numeric[column];
        text(row, column, cell.text(), beside ? styles.apart() : styles.text());
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
    private final CellStyle apart;
    private final CellStyle wrapped;
    private final CellStyle formula;
    private final CellStyle headApart;
    private final CellStyle headLeft;
    private final CellStyle headRight;

    XlsxStyles(SXSSFWorkbook workbook) {
      this.workbook = workbook;
      title = XlsxLook.title(workbook);
      note = XlsxLook.note(workbook);
      text = XlsxLook.text(workbook);
      link = XlsxLook.link(workbook);
      apart = XlsxLook.text(workbook);
      apart.setIndention((short) 1);
      wrapped = XlsxLook.text(workbook);
      wrapped.setWrapText(true);
      formula = XlsxLook.text(workbook);
      formula.setWrapText(true);
      formula.setIndention((short) 3);
      headApart = XlsxLook.head(workbook, false);
      headApart.setIndention((short) 1);
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

    /** Of a text that stands right of numbers. */
    CellStyle apart() {
      return apart;
    }

    CellStyle headApart() {
      return headApart;
    }

    CellStyle wrapped() {
      return wrapped;
    }

    CellStyle formula() {
      return formula;
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
