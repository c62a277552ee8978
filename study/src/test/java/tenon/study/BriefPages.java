package tenon.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/**
 * How many pages a brief takes: measured by its own styles with letters taken wider and lines
 * higher than they are, so that it holds on a machine with no word processor; and, where
 * LibreOffice is there, as that lays it out.
 */
final class BriefPages {
  private static final double TWIPS_PER_POINT = 20;

  /** A4 less margins, as the file sets them. */
  private static final double WIDTH = 11906 - 2 * 1134;

  private static final double HEIGHT = 16838 - 2 * 1134;

  /** Height of a line of letters, and of one with ideographs, in font sizes. */
  private static final double LINE = 1.23;

  private static final double IDEOGRAPHIC_LINE = 1.36;

  /** Space that a page loses at its end to rows and headings that are not parted. */
  private static final double LOST = 700;

  private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page[^s]");

  private BriefPages() {}

  static void areTwo(byte[] docx, Path scratch) throws IOException {
    assertThat(estimated(docx)).as("estimated pages").isLessThanOrEqualTo(2);
    Path office = Path.of("/usr/bin/soffice");
    if (Files.isExecutable(office)) {
      assertThat(laidOut(office, docx, scratch)).as("pages in LibreOffice").isBetween(1, 2);
    }
  }

  /** Pages, in parts of one. */
  static double estimated(byte[] docx) throws IOException {
    double height = 0;
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
      for (IBodyElement element : document.getBodyElements()) {
        height +=
            switch (element) {
              case XWPFTable table -> height(table, document);
              case XWPFParagraph paragraph -> height(paragraph, WIDTH, document);
              default -> throw new AssertionError("a brief has no " + element.getElementType());
            };
      }
    }
    return (height + LOST) / HEIGHT;
  }

  private static double height(XWPFTable table, XWPFDocument document) {
    double height = 0;
    for (XWPFTableRow row : table.getRows()) {
      double highest = 0;
      for (XWPFTableCell cell : row.getTableCells()) {
        double width = cell.getWidth() - 2 * 70;
        highest = Math.max(highest, height(cell.getParagraphArray(0), width, document));
      }
      height += highest + 10;
    }
    return height;
  }

  private static double height(XWPFParagraph paragraph, double width, XWPFDocument document) {
    XWPFStyle style = document.getStyles().getStyle(paragraph.getStyle());
    double size = size(style, document);
    double indent = paragraph.getNumID() == null ? 0 : 400;
    double lines = 0;
    boolean ideographic = false;
    for (String line : paragraph.getText().split("\n", -1)) {
      double room = (width - indent) / (size * TWIPS_PER_POINT);
      lines += Math.max(1, Math.ceil(letters(line) / room));
      ideographic |= line.codePoints().anyMatch(Character::isIdeographic);
    }
    var format = style.getCTStyle().getPPr();
    var spacing = format == null ? null : format.getSpacing();
    double between =
        spacing != null && spacing.isSetLine()
            ? ((Number) spacing.getLine()).doubleValue() / 240
            : 276.0 / 240;
    double around =
        paragraph.getSpacingAfter() > 0
            ? paragraph.getSpacingAfter()
            : spacing != null && spacing.isSetAfter()
                ? ((Number) spacing.getAfter()).doubleValue()
                : 100;
    around +=
        spacing != null && spacing.isSetBefore() ? ((Number) spacing.getBefore()).doubleValue() : 0;
    double line = (ideographic ? IDEOGRAPHIC_LINE : LINE) * size * TWIPS_PER_POINT * between;
    return lines * line + around;
  }

  private static double size(XWPFStyle style, XWPFDocument document) {
    var letters = style.getCTStyle().getRPr();
    if (letters != null && letters.sizeOfSzArray() > 0) {
      return ((Number) letters.getSzArray(0).getVal()).doubleValue() / 2;
    }
    String base = style.getBasisStyleID();
    return base == null ? 10.5 : size(document.getStyles().getStyle(base), document);
  }

  private static double letters(String text) {
    return text.codePoints().mapToDouble(BriefPages::letter).sum();
  }

  /** Width of a letter of Calibri in font sizes, rounded up. */
  private static double letter(int it) {
    if (it >= 0x2E80 || it == '“' || it == '”' || it == 'm' || it == 'W' || it == 'M') {
      return 1;
    }
    return it == ' ' || "iljftrI.,:;()'-|!".indexOf(it) >= 0
        ? 0.35
        : Character.isUpperCase(it) || it == 'w' ? 0.68 : 0.53;
  }

  private static int laidOut(Path office, byte[] docx, Path scratch) throws IOException {
    Path file = Files.write(scratch.resolve("pages.docx"), docx);
    Process process =
        new ProcessBuilder(
                List.of(
                    office.toString(),
                    "-env:UserInstallation=" + scratch.resolve("office").toUri(),
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    scratch.toString(),
                    file.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("LibreOffice ended").isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
    String pdf = Files.readString(scratch.resolve("pages.pdf"), StandardCharsets.ISO_8859_1);
    int pages = (int) PAGE.matcher(pdf).results().count();
    return pages;
  }
}
