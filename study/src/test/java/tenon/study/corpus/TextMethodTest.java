package tenon.study.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.document.Block;
import tenon.study.document.Document;
import tenon.study.method.Asked;
import tenon.study.method.Method;

class TextMethodTest {
  @TempDir private Path temp = Path.of("");

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(temp.resolve("docs/east"));
    // 中国 经济 增长 企业 恢复 生产 风险: seven words, one of each category.
    Files.writeString(temp.resolve("docs/east/2022.txt"), "中国经济增长，企业恢复生产；风险。");
    Files.writeString(temp.resolve("docs/west_2022.md"), "Risk, risks and recovery of risk.");
    Files.writeString(
        temp.resolve("d.yaml"),
        "title: Test\nsource: own\ncategories:\n  risk: [风险, risk]\n  recovery: [恢复, 'recover*']\n");
  }

  private Loaded<Answer> run(String name) throws IOException {
    Method method = TextMethod.method("assess");
    Map<String, String> given =
        Map.of("dictionary", temp.resolve("d.yaml").toString(), "name", name);
    Asked asked = new Asked(temp.resolve("docs"), method.complete(given), 1, 1, Locale.ENGLISH);
    return method.work().answer(asked, Progress.NONE);
  }

  private Answer ready(String name) throws IOException {
    Loaded<Answer> loaded = run(name);
    if (loaded instanceof Loaded.Ready<Answer>(var answer, var _)) {
      return answer;
    }
    throw new AssertionError(texts(loaded));
  }

  private static List<String> texts(Loaded<Answer> loaded) {
    return loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  private static double share(Answer answer, String unit, String category) {
    for (var one : answer.result().get("shares")) {
      if (one.get("unit").asString().equals(unit)
          && one.get("category").asString().equals(category)) {
        return one.get("per_thousand").asDouble();
      }
    }
    throw new AssertionError(answer.result().toString());
  }

  @Test
  void termsAreCountedInBothLanguages() throws IOException {
    Answer answer = ready("");
    assertThat(share(answer, "east", "risk")).isCloseTo(1000.0 / 7, within(1e-9));
    assertThat(share(answer, "east", "recovery")).isCloseTo(1000.0 / 7, within(1e-9));
    // "risk" stands twice among six words; "risks" is another word.
    assertThat(share(answer, "west", "risk")).isCloseTo(2000.0 / 6, within(1e-9));
    assertThat(share(answer, "west", "recovery")).isCloseTo(1000.0 / 6, within(1e-9));
  }

  @Test
  void theDictionaryStandsInTheReport() throws IOException {
    Document report = ready("").document();
    assertThat(report).isNotNull();
    assertThat(report == null ? List.of() : report.blocks())
        .anySatisfy(
            block ->
                assertThat(block)
                    .isInstanceOfSatisfying(
                        Block.Grid.class,
                        grid -> assertThat(grid.rows().toString()).contains("风险", "recover*")));
  }

  @Test
  void wordFilesAreReadAsText() throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(temp.resolve("docs/north_2022.docx"))) {
      document.createParagraph().createRun().setText("Recovery after recovery");
      document.write(out);
    }
    assertThat(share(ready(""), "north", "recovery")).isCloseTo(2000.0 / 3, within(1e-9));
  }

  @Test
  void whatCannotBeReadIsToldAtOnce() throws IOException {
    Files.write(temp.resolve("docs/x_2022.txt"), "风险".getBytes(Charset.forName("GB18030")));
    Files.writeString(temp.resolve("docs/y_2022.docx"), "no document");
    Files.writeString(temp.resolve("d.yaml"), "categories:\n  risk: [风险, 风险, '*']\nwords: 1\n");
    assertThat(texts(run("")))
        .anyMatch(text -> text.contains("x_2022.txt") && text.contains("UTF-8"))
        .anyMatch(text -> text.contains("y_2022.docx"))
        .anyMatch(text -> text.contains("twice"))
        .anyMatch(text -> text.contains("is no term"))
        .anyMatch(text -> text.contains("words"));
  }

  @Test
  void namesThatTellNoUnitAreRefused() throws IOException {
    assertThat(texts(run("{unit}-{period}")))
        .hasSize(2)
        .allMatch(t -> t.contains("{unit}-{period}"));
    assertThat(texts(run("report"))).anyMatch(text -> text.contains("unit stands"));
    Files.delete(temp.resolve("docs/west_2022.md"));
    assertThat(share(ready("{unit}/{period}*"), "east", "risk")).isGreaterThan(0);
  }
}
