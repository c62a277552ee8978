package tenon.study.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.page.Table;

/** Indicators that come from the chain of the examples, worked out from their tables by hand. */
class ChainStudyTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  @TempDir private Path temp = Path.of("");

  private Loaded<Answer> run(Path data, String study) throws IOException {
    Files.writeString(temp.resolve("study.yaml"), study);
    Method method = IndexStudy.method();
    Map<String, String> given = Map.of("config", temp.resolve("study.yaml").toString());
    Asked asked = new Asked(data, method.complete(given), 1, 1, Locale.ENGLISH);
    return method.work().answer(asked, Progress.NONE);
  }

  private static Answer ready(Loaded<Answer> loaded) {
    if (loaded instanceof Loaded.Ready<Answer>(var answer, var _)) {
      return answer;
    }
    throw new AssertionError(texts(loaded));
  }

  private static List<String> texts(Loaded<Answer> loaded) {
    return loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  private static double cell(Answer answer, String file, String unit, String column) {
    Table table =
        answer.tables().stream().filter(one -> one.file().equals(file)).findFirst().orElseThrow();
    int at = table.header().indexOf(column);
    String text =
        table.rows().stream()
            .filter(row -> row.getFirst().equals(unit))
            .map(row -> row.get(at))
            .reduce((first, last) -> last)
            .orElseThrow();
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  private void hierarchy(String... rows) throws IOException {
    Files.writeString(
        temp.resolve("h.csv"),
        "code,parent,direction,unit\nI,,1,\n" + String.join("\n", rows) + "\n");
  }

  private static final String THREE =
      """
      hierarchy: h.csv
      units: firms
      from_chain:
        LMR: local_matching_rate
        HHI: supplier_herfindahl
        SGL: single_source_share
        COV: chain_coverage
        TUR: capital_turnover
      steps:
        - {do: normalise, by: none}
      weights: equal
      """;

  /**
   * X takes .6 of p from A, .4 from B, and all of q from C, all in one region: .52 and 1 squared
   * shares, one of two from one firm alone. Y takes p only. X makes one of four products.
   */
  @Test
  void theThreeTierChainGivesWhatAPencilGives() throws IOException {
    hierarchy("LMR,I,1,%", "HHI,I,1,", "SGL,I,1,%", "COV,I,1,", "TUR,I,1,");
    Loaded<Answer> loaded = run(EXAMPLES.resolve("three-tier"), THREE);
    Answer answer = ready(loaded);
    String step = "step_1_normalise.csv";
    assertThat(cell(answer, step, "X", "LMR")).isCloseTo(100, within(1e-12));
    assertThat(cell(answer, step, "X", "HHI")).isCloseTo((.52 + 1) / 2, within(1e-12));
    assertThat(cell(answer, step, "Y", "HHI")).isCloseTo(.52, within(1e-12));
    assertThat(cell(answer, step, "X", "SGL")).isCloseTo(50, within(1e-12));
    assertThat(cell(answer, step, "Y", "SGL")).isCloseTo(0, within(1e-12));
    assertThat(cell(answer, step, "X", "COV")).isCloseTo(.25, within(1e-12));
    assertThat(cell(answer, step, "A", "HHI")).isNaN();
    // Nobody states assets, and makers of parts buy nothing: both are told with the columns.
    assertThat(texts(loaded))
        .anyMatch(text -> text.contains("TUR") && text.contains("firms.total_assets"))
        .anyMatch(text -> text.contains("HHI") && text.contains("3 of 5 units: A, B, C"));
  }

  /**
   * Three of the indicators of the delta (less is better: turned), from the tables by another
   * program (Python).
   */
  @Test
  void theTemplateTakesFromTheYangtzeChainWhatItHas() throws IOException {
    Loaded<Answer> loaded =
        run(
            EXAMPLES.resolve("yangtze-ic"),
            """
            template: regional-chain-resilience
            from_chain: template
            steps: [{do: normalise, by: none}]
            """);
    Answer answer = ready(loaded);
    String step = "step_1_normalise.csv";
    assertThat(cell(answer, step, "yangtze-delta", "D211"))
        .isCloseTo(54.14154278580214, within(1e-9));
    assertThat(cell(answer, step, "yangtze-delta", "D312"))
        .isCloseTo(7.592270531400966, within(1e-9));
    assertThat(cell(answer, step, "yangtze-delta", "D322"))
        .isCloseTo(-42.97330097087379, within(1e-9));
    // What the chain does not have stays as given.
    assertThat(cell(answer, step, "pearl-delta", "D111")).isGreaterThan(50);
    assertThat(texts(loaded))
        .anyMatch(text -> text.contains("5 of 6 units"))
        .anyMatch(text -> text.contains("in place of 9 values"));
  }

  @Test
  void aTableMayNameThePackageOfItsUnits() throws IOException {
    hierarchy("a,I,1,", "COV,I,1,");
    Files.writeString(temp.resolve("t.csv"), "unit,a\nX,1\nY,3\nZ,2\n");
    Path chain = EXAMPLES.resolve("three-tier").toAbsolutePath();
    Loaded<Answer> loaded =
        run(
            temp.resolve("t.csv"),
            "hierarchy: h.csv\npackage: "
                + chain
                + "\nunits: firms\nfrom_chain: {COV: chain_coverage}\nweights: equal\n");
    assertThat(cell(ready(loaded), "scores.csv", "Y", "I")).isCloseTo((3 + .25) / 2, within(1e-12));
    assertThat(cell(ready(loaded), "scores.csv", "Z", "I")).isCloseTo(2, within(1e-12));
    assertThat(texts(loaded)).anyMatch(text -> text.contains("Z") && text.contains("firms"));
  }

  @Test
  void everyFaultOfWhatIsAskedIsTold() throws IOException {
    hierarchy("LMR,I,1,%");
    Path data = EXAMPLES.resolve("three-tier");
    String head = "hierarchy: h.csv\nunits: firms\n";
    assertThat(texts(run(data, head + "from_chain: {LMR: local_rate}\n")).getFirst())
        .contains("local_matching_rate");
    assertThat(texts(run(data, head + "from_chain: {XXX: chain_coverage}\n")).getFirst())
        .contains("XXX", "LMR");
    assertThat(texts(run(data, head + "from_chain: {LMR: location_quotient}\n")).getFirst())
        .contains("sectors");
    assertThat(
            texts(
                    run(
                        data,
                        head
                            + "from_chain: {LMR: {measure: location_quotient, sectors: [toys]}}\n"))
                .getFirst())
        .contains("toys", "assembly");
    assertThat(
            texts(run(data, head + "from_chain: {LMR: {measure: chain_coverage, n: 3}}\n"))
                .getFirst())
        .contains("n out");
    assertThat(texts(run(data, "hierarchy: h.csv\nunits: towns\n")).getFirst()).contains("regions");
    assertThat(
            texts(run(data, "hierarchy: h.csv\nlevel: city\nfrom_chain: {LMR: chain_coverage}\n"))
                .getFirst())
        .contains("city", "region");
    assertThat(texts(run(data, head + "from_chain: template\n")).getFirst()).contains("from_chain");
    Files.writeString(temp.resolve("t.csv"), "unit,LMR\nX,1\n");
    assertThat(
            texts(run(temp.resolve("t.csv"), head + "from_chain: {LMR: chain_coverage}\n"))
                .getFirst())
        .contains("package");
    assertThat(texts(run(data, "units: firms\nfrom_chain: {LMR: chain_coverage}\n")).getFirst())
        .contains("hierarchy");
  }

  /**
   * The margins lost stand in the README of the example; every site is out once in twenty years.
   */
  @Test
  void theScoreIsHeldAgainstTheLossThatTheTwinExpects() throws IOException {
    hierarchy("COV,I,1,");
    Answer answer =
        ready(
            run(
                EXAMPLES.resolve("three-tier"),
                """
                hierarchy: h.csv
                units: firms
                from_chain: {COV: chain_coverage}
                weights: equal
                predicts: {twin: true}
                """));
    Map<String, Double> byHand = Map.of("A", 135.0, "B", 0.0, "C", 350.0, "X", 150.0, "Y", 30.0);
    byHand.forEach(
        (firm, loss) -> {
          assertThat(cell(answer, "expected_loss.csv", firm, "expected_loss_per_year"))
              .as(firm)
              .isCloseTo(loss, within(1e-6));
          assertThat(cell(answer, "expected_loss.csv", firm, "sites")).isEqualTo(1);
        });
    // Every firm makes one of four products: a constant score cannot foretell, which is told.
    assertThat(String.valueOf(answer.document())).contains("not tested");
    Files.writeString(temp.resolve("t.csv"), "unit,COV\nX,1\nY,2\n");
    assertThat(
            texts(
                    run(
                        temp.resolve("t.csv"),
                        "hierarchy: h.csv\nweights: equal\npredicts: {twin: true}\n"))
                .getFirst())
        .contains("package");
  }
}
