package tenon.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;

/** A brief says what the report says, in two pages, with an annex that has every number. */
class BriefStudyTest {
  private static final Recipe ALL = Recipe.of().with(Setting.SIMULATE_REPLICATIONS, "2");

  @TempDir private Path temp = Path.of("");
  private TinyStudy study = TinyStudy.UNSET;

  @BeforeEach
  void tiny() throws IOException {
    study = TinyStudy.in(temp);
  }

  @Test
  void theBriefHasTheAnswersOfTheReportAndTheDuties() throws IOException {
    StudyOutcome report = study.ready(ALL);
    StudyOutcome outcome = ready(brief(ALL, "brief.docx"));
    assertThat(outcome.besides()).containsExactly("brief-annex.xlsx");
    String text = words(temp.resolve("brief.docx"));
    for (StudyOutcome.Answer answer : report.answers()) {
      assertThat(text).contains(answer.sentence());
    }
    assertThat(text)
        .contains("Who must do what by when", "Regional command", "nobody else makes it")
        .contains("brief-annex.xlsx");
    String chinese = words(ready(brief(ALL.withLocale(Locale.CHINA), "zh.docx")).out());
    assertThat(chinese).contains("谁、何时之前、做什么", "区域指挥部");
  }

  @Test
  void theAnnexHasEveryTableOfTheResult() throws IOException {
    StudyOutcome report = study.ready(ALL);
    brief(ALL, "brief.docx");
    try (InputStream in = Files.newInputStream(temp.resolve("brief-annex.xlsx"));
        XSSFWorkbook annex = new XSSFWorkbook(in)) {
      List<String> tables = report.files().stream().filter(file -> file.endsWith(".csv")).toList();
      assertThat(tables).contains("exposure.csv", "plan.csv");
      for (String file : tables) {
        Sheet sheet = annex.getSheet(file.substring(0, file.length() - 4));
        assertThat(sheet).as(file).isNotNull();
        List<String> lines = study.lines(file);
        List<String> header = new ArrayList<>();
        sheet.getRow(1).forEach(cell -> header.add(cell.getStringCellValue()));
        assertThat(String.join(",", header)).isEqualTo(lines.getFirst());
      }
      String[] row = study.lines("exposure.csv").get(1).split(",", -1);
      double lost = annex.getSheet("exposure").getRow(2).getCell(2).getNumericCellValue();
      assertThat(lost).isEqualTo(Double.parseDouble(row[2])).isPositive();
      assertThat(annex.getSheet("lineage").getLastRowNum()).isGreaterThan(10);
    }
  }

  @Test
  void theSameBytesAgain() throws IOException {
    brief(ALL, "one.docx");
    brief(ALL, "two.docx");
    assertThat(temp.resolve("one-annex.xlsx"))
        .hasSameBinaryContentAs(temp.resolve("two-annex.xlsx"));
  }

  @Test
  void whatCannotBeABriefIsRefusedBeforeAnyWork() throws IOException {
    assertThat(faults(brief(ALL, "brief.pdf"))).singleElement().asString().contains(".docx");
    Loaded<StudyOutcome> inside =
        Study.brief(study.source(), ALL, study.source().resolve("b.docx"), null, Progress.NONE);
    assertThat(faults(inside)).singleElement().asString().contains("inside the package");
    Loaded<StudyOutcome> formless =
        Study.brief(
            study.source(), ALL, temp.resolve("b.docx"), temp.resolve("none.xlsx"), Progress.NONE);
    assertThat(faults(formless)).singleElement().asString().contains("none.xlsx");
    try (Stream<Path> left = Files.list(temp)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly("tiny");
    }
  }

  private Loaded<StudyOutcome> brief(Recipe recipe, String name) throws IOException {
    return Study.brief(study.source(), recipe, temp.resolve(name), null, Progress.NONE);
  }

  private static StudyOutcome ready(Loaded<StudyOutcome> loaded) {
    if (loaded instanceof Loaded.Ready<StudyOutcome>(var outcome, var warnings)) {
      return outcome;
    }
    throw new AssertionError(loaded.findings());
  }

  private static List<String> faults(Loaded<StudyOutcome> loaded) {
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
    return loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  private static String words(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(in))) {
      return text.getText();
    }
  }
}
