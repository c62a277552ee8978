package tenon.study.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.assess.Templates;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.page.Table;

/**
 * Three units, two indicators. In the second period a has 0, 5, 10 and b 4, 0, 8, so pooled from 0
 * to 10 and 0 to 8; a weighs .25, b .75.
 */
class StudyFileTest {
  @TempDir private Path temp = Path.of("");

  @BeforeEach
  void files() throws IOException {
    Files.writeString(
        temp.resolve("h.csv"), "code,parent,direction,weight\nI,,1,\na,I,1,0.25\nb,I,1,0.75\n");
    Files.writeString(
        temp.resolve("wide.csv"),
        """
        unit,year,a,b,out
        U,1,0,0,1
        V,1,2,0,3
        W,1,4,8,4
        U,2,0,4,2
        V,2,5,0,1
        W,2,10,8,0
        """);
    Files.writeString(
        temp.resolve("long.csv"),
        """
        unit_id,period,code,value
        U,1,a,0
        V,1,a,2
        W,1,a,4
        U,1,b,0
        V,1,b,0
        W,1,b,8
        U,2,a,0
        V,2,a,5
        W,2,a,10
        U,2,b,4
        V,2,b,0
        W,2,b,8
        """);
  }

  private static final String STUDY =
      """
      hierarchy: h.csv
      steps:
        - {do: normalise, by: min_max, low: 0, high: 100}
      weights: given
      """;

  private Loaded<Answer> run(String data, String study, String... options) throws IOException {
    Files.writeString(temp.resolve("study.yaml"), study);
    Method method = IndexStudy.method();
    Map<String, String> given = new HashMap<>();
    given.put("config", temp.resolve("study.yaml").toString());
    for (int i = 0; i < options.length; i += 2) {
      given.put(options[i], options[i + 1]);
    }
    Asked asked = new Asked(temp.resolve(data), method.complete(given), 1, 1, Locale.ENGLISH);
    return method.work().answer(asked, Progress.NONE);
  }

  private Answer ready(String data, String study, String... options) throws IOException {
    Loaded<Answer> loaded = run(data, study, options);
    if (loaded instanceof Loaded.Ready<Answer>(var answer, var _)) {
      return answer;
    }
    throw new AssertionError(texts(loaded));
  }

  private static List<String> texts(Loaded<Answer> loaded) {
    return loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  private static double cell(
      Answer answer, String file, String unit, String period, String column) {
    Table table =
        answer.tables().stream().filter(one -> one.file().equals(file)).findFirst().orElseThrow();
    int at = table.header().indexOf(column);
    return table.rows().stream()
        .filter(row -> row.get(0).equals(unit) && (period.isEmpty() || row.get(1).equals(period)))
        .mapToDouble(row -> Double.parseDouble(row.get(at)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void wideAndLongTablesGiveTheSame() throws IOException {
    for (String data : List.of("wide.csv", "long.csv")) {
      Answer answer = ready(data, STUDY);
      assertThat(cell(answer, "scores.csv", "U", "2", "I")).isCloseTo(37.5, within(1e-12));
      assertThat(cell(answer, "scores.csv", "V", "2", "I")).isCloseTo(12.5, within(1e-12));
      assertThat(cell(answer, "scores.csv", "W", "2", "I")).isCloseTo(100, within(1e-12));
    }
  }

  @Test
  void contributionsSumToTheChange() throws IOException {
    Answer answer = ready("wide.csv", STUDY);
    // W: a from 40 to 100 is .25 x 60; b stays.
    assertThat(cell(answer, "drivers.csv", "W", "", "a")).isCloseTo(15, within(1e-12));
    assertThat(cell(answer, "drivers.csv", "W", "", "b")).isCloseTo(0, within(1e-12));
    assertThat(cell(answer, "drivers.csv", "W", "", "change")).isCloseTo(15, within(1e-12));
  }

  @Test
  void oneThingIsChangedBesideTheStudyAsItStands() throws IOException {
    Answer answer = ready("wide.csv", STUDY, "set", "weights=equal");
    assertThat(cell(answer, "changes.csv", "U", "2", "score_before"))
        .isCloseTo(37.5, within(1e-12));
    assertThat(cell(answer, "changes.csv", "U", "2", "score_after")).isCloseTo(25, within(1e-12));
    Answer scaled = ready("wide.csv", STUDY, "set", "steps.1.high=10");
    assertThat(cell(scaled, "scores.csv", "W", "2", "I")).isCloseTo(10, within(1e-12));
  }

  @Test
  void anotherWeightLeavesTheRestToItsSiblings() throws IOException {
    Answer answer = ready("wide.csv", STUDY, "what-if", "a=0.6");
    assertThat(cell(answer, "scores.csv", "U", "2", "I")).isCloseTo(20, within(1e-12));
    assertThat(cell(answer, "changes.csv", "V", "2", "change")).isCloseTo(17.5, within(1e-12));
    assertThat(texts(run("wide.csv", STUDY, "what-if", "a=2")).getFirst()).contains("share");
    assertThat(texts(run("wide.csv", STUDY, "what-if", "c=0.5")).getFirst()).contains("I, a, b");
  }

  @Test
  void whatIsNotKnownIsRefused() throws IOException {
    assertThat(texts(run("wide.csv", STUDY + "wieghts: equal\n")).getFirst())
        .contains("study.yaml:5")
        .contains("weights");
    assertThat(texts(run("wide.csv", STUDY, "set", "steps.7.by=rank")).getFirst())
        .contains("steps.7.by=rank");
    assertThat(texts(run("wide.csv", STUDY + "drivers: [gdp]\n")).getFirst())
        .contains("gdp")
        .contains("out");
    assertThat(
            texts(run("wide.csv", STUDY + "predicts: {before: 9, outcomes: [out]}\n")).getFirst())
        .contains("1, 2");
    assertThat(texts(run("wide.csv", "template: none\n")).getFirst())
        .contains("regional-chain-resilience");
  }

  /**
   * Three dimensions from 0 to 1 with the weights .34, .344, .316: .873756 is High, .61838 Strong.
   */
  @Test
  void scoresFromNoughtToOneAreGradedAsThoseToAHundred() throws IOException {
    Files.writeString(
        temp.resolve("r.csv"),
        "code,parent,direction,weight\nI,,1,\ns,I,1,0.34\nf,I,1,0.344\ne,I,1,0.316\n");
    Files.writeString(
        temp.resolve("regions.csv"),
        "unit,s,f,e\nDelta,0.856,0.892,0.873\nNortheast,0.654,0.612,0.587\n");
    Answer answer = ready("regions.csv", "hierarchy: r.csv\nweights: given\n");
    assertThat(cell(answer, "scores.csv", "Delta", "", "I")).isCloseTo(.873756, within(1e-12));
    assertThat(answer.result().get("scores").get(0).get("grade").asString()).isEqualTo("High");
    assertThat(answer.result().get("scores").get(1).get("grade").asString()).isEqualTo("Strong");
  }

  @Test
  void everyTemplateIsFoundByItsName() throws IOException {
    Files.writeString(temp.resolve("t.csv"), "unit,none\nU,1\n");
    for (String name : Templates.names()) {
      // No column bears a code of the template, which is only found once the template is.
      assertThat(texts(run("t.csv", "template: " + name + "\n")).getFirst()).contains("t.csv");
    }
  }
}
