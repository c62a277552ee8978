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
        .contains("\\includegraphics[width=\\linewidth]{figure_output.png}")
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
}
