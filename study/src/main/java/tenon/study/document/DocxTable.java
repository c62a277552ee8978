package tenon.study.document;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import tenon.study.document.Block.Grid;

/** A table of Word: rules above, below the head and at the end; the head again on each page. */
final class DocxTable {
  private static final String INK = "1C1C1C";
  private static final String FAINT = "D9D9D6";

  /** Letters of the size of a cell that a line of text holds. */
  private static final double LETTERS = 92;

  private final XWPFTable table;
  private final Grid grid;
  private final boolean[] numeric;
  private final int[] widths;

  DocxTable(XWPFTable table, Grid grid) {
    this.table = table;
    this.grid = grid;
    numeric = Columns.numeric(grid);
    widths =
        DoubleStream.of(new TableShape(grid).shares(LETTERS))
            .mapToInt(share -> (int) Math.round(DocxWriter.TEXT_WIDTH * share))
            .toArray();
  }

  void fill() {
    borders();
    columns();
    row(table.getRow(0), grid.header(), true);
    table.getRow(0).setRepeatHeader(true);
    for (int row = 0; row < grid.rows().size(); row++) {
      List<String> texts = grid.rows().get(row).stream().map(Cell::set).toList();
      row(table.getRow(row + 1), texts, false);
      // A row without a name, as of standard errors, belongs to the one above it.
      boolean goesOn =
          row + 1 < grid.rows().size() && grid.rows().get(row + 1).getFirst().text().isEmpty();
      for (XWPFTableCell cell : table.getRow(row + 1).getTableCells()) {
        cell.getParagraphArray(0).setKeepNext(goesOn);
      }
    }
  }

  private void borders() {
    table.setTopBorder(XWPFBorderType.SINGLE, 8, 0, INK);
    table.setBottomBorder(XWPFBorderType.SINGLE, 8, 0, INK);
    table.setInsideHBorder(XWPFBorderType.SINGLE, 2, 0, FAINT);
    table.setLeftBorder(XWPFBorderType.NONE, 0, 0, INK);
    table.setRightBorder(XWPFBorderType.NONE, 0, 0, INK);
    table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, INK);
    table.setCellMargins(0, 70, 0, 70);
  }

  private void columns() {
    CTTblWidth width = table.getCTTbl().getTblPr().getTblW();
    width.setType(STTblWidth.DXA);
    width.setW(DocxWriter.TEXT_WIDTH);
    CTTblLayoutType layout = table.getCTTbl().getTblPr().addNewTblLayout();
    layout.setType(STTblLayoutType.FIXED);
    CTTblGrid columns =
        table.getCTTbl().getTblGrid() == null
            ? table.getCTTbl().addNewTblGrid()
            : table.getCTTbl().getTblGrid();
    for (int column = columns.sizeOfGridColArray(); column < widths.length; column++) {
      columns.addNewGridCol();
    }
    for (int column = 0; column < widths.length; column++) {
      columns.getGridColArray(column).setW(BigInteger.valueOf(widths[column]));
    }
  }

  private void row(XWPFTableRow row, List<String> texts, boolean head) {
    row.setCantSplitRow(true);
    for (int column = 0; column < texts.size(); column++) {
      XWPFTableCell cell = row.getCell(column);
      CTTcPr properties = cell.getCTTc().addNewTcPr();
      CTTblWidth width = properties.addNewTcW();
      width.setType(STTblWidth.DXA);
      width.setW(widths[column]);
      if (head) {
        var rule = properties.addNewTcBorders().addNewBottom();
        rule.setVal(STBorder.SINGLE);
        rule.setSz(BigInteger.valueOf(6));
        rule.setColor(INK);
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.BOTTOM);
      }
      XWPFParagraph paragraph = cell.getParagraphArray(0);
      paragraph.setStyle(head ? "TableHead" : "TableCell");
      if (numeric[column]) {
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
      }
      DocxWriter.text(paragraph, texts.get(column));
    }
  }
}
