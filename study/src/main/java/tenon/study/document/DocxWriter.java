package tenon.study.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import tenon.study.document.Block.Explorer;
import tenon.study.document.Block.Figure;
import tenon.study.document.Block.Formula;
import tenon.study.document.Block.Grid;
import tenon.study.document.Block.Heading;
import tenon.study.document.Block.Paragraph;
import tenon.study.document.Block.Points;
import tenon.study.page.Resources;

/** A document as a Word file on A4: styles, tables with repeated heads, formulas, pictures. */
final class DocxWriter {
  private static final String FOLDER = "/tenon/study/document/";

  /** A4 and its margins in twentieths of a point. */
  private static final int PAGE_WIDTH = 11906;

  private static final int PAGE_HEIGHT = 16838;
  private static final int MARGIN = 1134;

  /** English metric units, in which Word measures pictures. */
  private static final int EMU_PER_TWIP = 635;

  /** Twentieths of a point below the notes of a table or figure, before the text goes on. */
  private static final int AFTER_NOTES = 160;

  /** Width of the text in twentieths of a point. */
  static final int TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;

  private final XWPFDocument docx = new XWPFDocument();
  private final Captions captions;

  private final Pictures pictures;

  private DocxWriter(Document document, Pictures pictures)
      throws IOException, XmlException, InvalidFormatException {
    this.pictures = pictures;
    captions = new Captions(document.locale());
    styles();
    page();
    paragraph("Title", document.title());
    if (!document.subtitle().isEmpty()) {
      paragraph("Subtitle", document.subtitle());
    }
    for (Block block : document.blocks()) {
      block(block);
    }
  }

  static byte[] bytes(Document document, Pictures pictures) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XWPFDocument docx = new DocxWriter(document, pictures).docx) {
      docx.write(bytes);
    } catch (XmlException | InvalidFormatException e) {
      throw new IOException("a part of the Word file is not as it should be", e);
    }
    return OfficeZip.undated(bytes.toByteArray(), document.title());
  }

  private void styles() throws IOException, XmlException {
    try (InputStream in = Resources.open(FOLDER + "styles.xml")) {
      docx.createStyles().setStyles(StylesDocument.Factory.parse(in).getStyles());
    }
    try (InputStream in = Resources.open(FOLDER + "numbering.xml")) {
      XWPFNumbering numbering = docx.createNumbering();
      NumberingDocument parsed = NumberingDocument.Factory.parse(in);
      numbering.addAbstractNum(
          new XWPFAbstractNum(parsed.getNumbering().getAbstractNumArray(0), numbering));
      numbering.addNum(BigInteger.ZERO);
    }
  }

  private void page() {
    CTSectPr section = docx.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(PAGE_WIDTH);
    size.setH(PAGE_HEIGHT);
    CTPageMar margins = section.addNewPgMar();
    margins.setLeft(MARGIN);
    margins.setRight(MARGIN);
    margins.setTop(MARGIN);
    margins.setBottom(MARGIN);
    margins.setFooter(510);
    XWPFParagraph footer = docx.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    footer.setStyle("Footer");
    footer.getCTP().addNewFldSimple().setInstr("PAGE");
    footer.createRun().setText(" / ");
    footer.getCTP().addNewFldSimple().setInstr("NUMPAGES");
  }

  private void block(Block block) throws IOException, XmlException, InvalidFormatException {
    switch (block) {
      case Heading heading -> paragraph("Heading" + heading.level(), heading.text());
      case Paragraph(var words) -> paragraph("Normal", words);
      case Points(var points) -> points.forEach(this::point);
      case Formula formula -> formula(formula);
      case Grid grid -> grid(grid);
      case Figure figure -> figure(figure);
      case Explorer(var figure, _, _) -> figure(figure);
    }
  }

  private XWPFParagraph paragraph(String style, String words) {
    XWPFParagraph paragraph = docx.createParagraph();
    paragraph.setStyle(style);
    text(paragraph, words);
    return paragraph;
  }

  /** Puts words into a paragraph; line feeds break the line. */
  static void text(XWPFParagraph paragraph, String words) {
    XWPFRun run = paragraph.createRun();
    String[] lines = words.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        run.addBreak();
      }
      run.setText(lines[i]);
    }
  }

  private void point(String words) {
    paragraph("ListBullet", words).setNumID(BigInteger.ONE);
  }

  private void formula(Formula formula) throws XmlException {
    Optional<Maths> tree = MathsReader.read(formula.latex());
    if (tree.isEmpty()) {
      paragraph("Formula", formula.plain());
      return;
    }
    XWPFParagraph paragraph = docx.createParagraph();
    paragraph.setStyle("Formula");
    XmlObject markup = XmlObject.Factory.parse(OfficeMaths.display(tree.get()));
    try (XmlCursor from = markup.newCursor();
        XmlCursor to = paragraph.getCTP().newCursor()) {
      to.toEndToken();
      from.copyXmlContents(to);
    }
  }

  private void caption(String label, String title) {
    paragraph("Caption", captions.line(label, title));
  }

  private void figure(Figure figure) throws IOException, InvalidFormatException {
    caption(captions.nextFigure(), figure.title());
    Picture picture = pictures.of(figure);
    XWPFParagraph place = docx.createParagraph();
    place.setStyle("Picture");
    int width = TEXT_WIDTH * EMU_PER_TWIP;
    int height = (int) Math.round(width * picture.height() / picture.width());
    XWPFPicture drawn =
        place
            .createRun()
            .addPicture(
                new ByteArrayInputStream(picture.png()),
                PictureType.PNG,
                figure.id() + ".png",
                width,
                height);
    drawn.getCTPicture().getNvPicPr().getCNvPr().setDescr(figure.title());
    notes(figure.notes());
  }

  private void grid(Grid grid) {
    caption(captions.nextTable(), grid.title());
    XWPFTable table = docx.createTable(grid.rows().size() + 1, grid.header().size());
    new DocxTable(table, grid).fill();
    notes(grid.notes());
    if (grid.notes().isEmpty()) {
      paragraph("Note", "");
    }
  }

  private void notes(List<String> notes) {
    notes.forEach(note -> paragraph("Note", note));
    if (!notes.isEmpty()) {
      docx.getLastParagraph().setSpacingAfter(AFTER_NOTES);
    }
  }
}
