package tenon.study.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFilesTest {

  @TempDir Path directory;

  @Test
  void everyFormIsWrittenAndNamed() throws IOException {
    List<String> names =
        DocumentFiles.write(Samples.english(), EnumSet.allOf(DocumentFormat.class), directory);
    assertThat(names)
        .containsExactly(
            "report.html",
            "report.tex",
            "figure_output.png",
            "report.docx",
            "report.xlsx",
            "report.txt");
    for (String name : names) {
      assertThat(Files.size(directory.resolve(name))).isPositive();
    }
  }

  @Test
  void sameDocumentGivesSameBytes() throws IOException {
    for (DocumentFormat format : DocumentFormat.values()) {
      assertThat(DocumentFiles.bytes(Samples.chinese(), format))
          .as(format.name())
          .isEqualTo(DocumentFiles.bytes(Samples.chinese(), format));
    }
  }

  @Test
  void thePageLoadsNothingAndEscapesWords() throws IOException {
    String html = text(Samples.english(), DocumentFormat.HTML);
    assertThat(html)
        .contains("<h1>Resilience of a chain &amp; its &lt;sites&gt;</h1>")
        .contains("default-src 'none'")
        .contains("<math display=\"block\"")
        .contains("<caption><span>Table 1</span> Effect of the policy on output</caption>")
        .contains("<figcaption><span>Figure 1</span> Output falls")
        .contains("<td class=\"n\">0.034***</td>")
        .doesNotContain("<script")
        .doesNotContain("src=")
        .doesNotContain("http-equiv=\"refresh\"");
    assertThat(text(Samples.chinese(), DocumentFormat.HTML))
        .contains("<html lang=\"zh-Hans\">")
        .contains("<span>表1</span> 政策对产出的影响");
  }

  @Test
  void plainTextAlignsTablesInColumnsOfLettersAndIdeographs() throws IOException {
    assertThat(text(Samples.english(), DocumentFormat.TXT))
        .contains(
            """
            Table 1. Effect of the policy on output
            ---------------------------------------------
            Region              β       SE      n  share
            """
                .replace(
                    "---------------------------------------------\nRegion", rule() + "Region"));
    assertThat(text(Samples.chinese(), DocumentFormat.TXT))
        .contains("华东  0.034***  (0.012)  1,234  12.3%\n合计     -1.20  (0.300)     12\n");
  }

  private static String rule() {
    return "-".repeat("East & West  0.034***  (0.012)  1,234  12.3%".length()) + "\n";
  }

  @Test
  void latexEscapesWhatHasAMeaningThere() throws IOException {
    String latex = text(Samples.english(), DocumentFormat.LATEX);
    assertThat(latex)
        .contains("Profit fell by 50\\% at 100\\_A\\{b\\}; cost \\# is \\$4 \\textasciitilde{}")
        .contains("10 $\\leq$ $\\beta$")
        .contains("\\usepackage[UTF8,scheme=plain]{ctex}")
        .contains("\\toprule")
        .contains("East \\& West & 0.034*** & (0.012) & 1,234 & 12.3\\% \\\\")
        .contains("\\begin{figure}[H]", "keepaspectratio]{figure_output.png}")
        .contains(Samples.FORMULA);
    assertThat(text(Samples.chinese(), DocumentFormat.LATEX)).contains("{ctexart}");
  }

  @Test
  void wordHoldsHeadingsTheTableWithItsHeadAndThePicture() throws IOException {
    byte[] bytes = DocumentFiles.bytes(Samples.english(), DocumentFormat.DOCX);
    try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      assertThat(docx.getParagraphs())
          .extracting(paragraph -> paragraph.getStyle() + "|" + paragraph.getText())
          .contains("Title|Resilience of a chain & its <sites>", "Heading1|What was found")
          .contains(
              "ListBullet|The second point.", "Caption|Table 1. Effect of the policy on output");
      XWPFTable table = docx.getTables().getFirst();
      assertThat(table.getRow(0).isRepeatHeader()).isTrue();
      assertThat(table.getRow(1).getCell(1).getText()).isEqualTo("0.034***");
      assertThat(docx.getAllPictures()).hasSize(1);
      assertThat(docx.getDocument().xmlText()).contains("oMathPara").contains("<m:f>");
    }
  }

  @Test
  void theWorkbookHoldsNumbersWithAllTheirDigits() throws IOException {
    byte[] bytes = DocumentFiles.bytes(Samples.english(), DocumentFormat.XLSX);
    try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      assertThat(workbook.getSheetName(0)).isEqualTo("index");
      assertThat(workbook.getSheet("index").getRow(4).getCell(0).getStringCellValue())
          .isEqualTo("effects");
      Cell beta = workbook.getSheet("effects").getRow(2).getCell(1);
      assertThat(beta.getNumericCellValue()).isEqualTo(0.034123456789);
      assertThat(beta.getCellStyle().getDataFormatString()).isEqualTo("0.000\"***\"");
      Cell share = workbook.getSheet("effects").getRow(2).getCell(4);
      assertThat(share.getCellStyle().getDataFormatString()).isEqualTo("0.0%");
      assertThat(workbook.getSheet("text").getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("What was found");
      assertThat(workbook.getAllPictures()).hasSize(1);
      assertThat(workbook.getSheet("effects").getPaneInformation().getHorizontalSplitPosition())
          .isEqualTo((short) 2);
    }
  }

  @Test
  void wordsOfBothLanguagesHaveTheSameKeys() {
    var english = java.util.ResourceBundle.getBundle("tenon.study.document.words", Locale.ROOT);
    var chinese = java.util.ResourceBundle.getBundle("tenon.study.document.words", Locale.CHINESE);
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
  }

  private static String text(Document document, DocumentFormat format) throws IOException {
    return new String(DocumentFiles.bytes(document, format), UTF_8);
  }

  @Test
  void signsOfOperatorsAreMathematicsInLatex() {
    assertThat(LatexText.escape("M(∧,∨) 5 %")).isEqualTo("M($\\wedge$,$\\vee$) 5 \\%");
  }

  @Test
  void everySignWithAMeaningInLatexIsEscaped() {
    assertThat(LatexText.escape("%&_#$^~\\{}"))
        .isEqualTo("\\%\\&\\_\\#\\$\\textasciicircum{}\\textasciitilde{}\\textbackslash{}\\{\\}");
    // A straight quote is there in the old encoding as well as in the new ones.
    assertThat(LatexText.escape("<a>|\"−1 供应链 100%"))
        .isEqualTo("\\textless{}a\\textgreater{}\\textbar{}\\symbol{34}$-$1 供应链 100\\%");
  }

  private static Block.Grid grid(int columns, int rows, String cell) {
    List<String> header = java.util.Collections.nCopies(columns, "h");
    List<List<tenon.study.document.Cell>> body =
        java.util.Collections.nCopies(
            rows, java.util.Collections.nCopies(columns, tenon.study.document.Cell.of(cell, -1.5)));
    return new Block.Grid("t", "T", header, body, List.of());
  }

  private static String latex(Block block) throws IOException {
    return text(new Document("A", "", Locale.ENGLISH, List.of(block)), DocumentFormat.LATEX);
  }

  @Test
  void tablesStandWhereTheyAreSpokenOfAndGrowSmallerBeforeTheyAreTurned() throws IOException {
    assertThat(latex(grid(3, 3, "-1.5")))
        .contains("\\begin{table}[H]\n\\centering\n\\small\n", "{rrr}", "$-$1.5 & $-$1.5")
        .doesNotContain("\\begin{landscape}");
    assertThat(latex(grid(3, 40, "-1.5"))).contains("\\begin{longtable}", "\\endhead");
    assertThat(latex(grid(13, 3, "-123.45"))).contains("\\scriptsize\n");
    assertThat(latex(grid(30, 3, "-123.45"))).contains("\\begin{landscape}", "\\tiny\n");
  }

  @Test
  void bracketsThatBelongTogetherAreOnePartAndAFunctionHasRoom() {
    String word = OfficeMaths.display(MathsReader.read("(I - W)^{-1} |R| V(y | x)").orElseThrow());
    assertThat(word)
        .contains("<m:sSup><m:e><m:d>", "m:val=\"|\"", "∣")
        .doesNotContain(">(<", ">|<");
    assertThat(MathMl.display(MathsReader.read("\\min t").orElseThrow(), ""))
        .contains("<mspace width=\"0.17em\"/>");
    // Half-open intervals keep their signs.
    assertThat(MathMl.display(MathsReader.read("[0, 1)").orElseThrow(), "")).contains(">[<", ">)<");
  }

  @Test
  void aNumberThatIsOnlyBoundedIsShownWithItsPowerInAWorkbook() {
    assertThat(NumberFormats.of(tenon.study.document.Cell.of("<0.0001", 3e-12)))
        .isEqualTo("0.0E+00");
  }
}
