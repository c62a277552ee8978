package tenon.study.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.document.Block;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.page.Table;

/** Map, dashboard and indicators from documents in a study. */
class StudyPicturesTest {
  private static final String STUDY =
      "hierarchy: h.csv\nsteps: [{do: normalise, by: min_max, low: 0, high: 100}]\n";

  @TempDir private Path temp = Path.of("");

  @BeforeEach
  void hierarchy() throws IOException {
    Files.writeString(
        temp.resolve("h.csv"),
        "code,parent,direction,weight,name\nI,,1,,Whole\na,I,1,0.5,Alpha\nb,I,1,0.5,Beta\n");
  }

  private Answer answer(String data, String study) throws IOException {
    Files.writeString(temp.resolve("d.csv"), data);
    Files.writeString(temp.resolve("study.yaml"), study);
    Method method = IndexStudy.method();
    Map<String, String> given = Map.of("config", temp.resolve("study.yaml").toString());
    Asked asked = new Asked(temp.resolve("d.csv"), method.complete(given), 1, 1, Locale.ENGLISH);
    Loaded<Answer> loaded = method.work().answer(asked, Progress.NONE);
    List<String> told =
        loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
    assertThat(loaded).as(told.toString()).isInstanceOf(Loaded.Ready.class);
    return ((Loaded.Ready<Answer>) loaded).value();
  }

  private static List<Block.Figure> figures(Answer answer, String id) {
    return Objects.requireNonNull(answer.document()).blocks().stream()
        .filter(block -> block instanceof Block.Figure figure && figure.id().equals(id))
        .map(Block.Figure.class::cast)
        .toList();
  }

  private static List<double[]> circles(String svg) {
    return Pattern.compile("<circle cx=\"([^\"]+)\" cy=\"([^\"]+)\" r=\"([^\"]+)\"")
        .matcher(svg)
        .results()
        .map(
            found ->
                new double[] {
                  Double.parseDouble(found.group(1)),
                  Double.parseDouble(found.group(2)),
                  Double.parseDouble(found.group(3))
                })
        .toList();
  }

  @Test
  void unitsWithCoordinatesLieOnTheMapByScore() throws IOException {
    Block.Figure map =
        figures(
                answer(
                    """
                    unit,a,b,latitude,longitude
                    West,1,5,30,110
                    East,2,6,30,120
                    North,3,9,40,110
                    Nowhere,2,7,,
                    """,
                    STUDY),
                "map")
            .getFirst();
    assertThat(map.svg()).contains("West", "East", "North").doesNotContain("Nowhere");
    assertThat(map.notes().toString()).contains("3 of 4");
    // The best is drawn first: North, then East and West. Areas go with scores.
    List<double[]> dots = circles(map.svg());
    double[] north = dots.get(0);
    double[] east = dots.get(1);
    double[] west = dots.get(2);
    assertThat(north[0]).isCloseTo(west[0], within(.01));
    assertThat(north[1]).isLessThan(west[1]);
    assertThat(east[1]).isCloseTo(west[1], within(.01));
    assertThat(east[0]).isGreaterThan(west[0]);
    // East scores 37.5 of 100.
    assertThat(east[2] * east[2] / (north[2] * north[2])).isCloseTo(.375, within(.01));
  }

  @Test
  void aFarUnitDoesNotSqueezeTheOthers() throws IOException {
    StringBuilder near = new StringBuilder("unit,a,b,latitude,longitude\n");
    for (int u = 0; u < 20; u++) {
      near.append("U%d,%d,%d,%d,%d%n".formatted(u, u, 20 - u, 30 + u % 5, 110 + u / 5));
    }
    Block.Figure plain = figures(answer(near.toString(), STUDY), "map").getFirst();
    Block.Figure far = figures(answer(near + "Far,30,30,-30,-60\n", STUDY), "map").getFirst();
    assertThat(width(plain)).isGreaterThan(200);
    assertThat(width(far)).isGreaterThan(200);
    assertThat(far.notes().toString()).contains("Far");
    assertThat(plain.notes().toString()).doesNotContain("Hollow");
    assertThat(far.svg()).contains(">Far<");
  }

  /** How far the dots of the common units spread. */
  private static double width(Block.Figure map) {
    List<Double> across = circles(map.svg()).stream().map(dot -> dot[0]).sorted().toList();
    return across.get(across.size() * 9 / 10) - across.get(across.size() / 10);
  }

  @Test
  void theDashboardHoldsEveryScoreOfTheBest() throws IOException {
    StringBuilder data = new StringBuilder("unit,a,b\n");
    for (int u = 0; u < 25; u++) {
      data.append("U%02d,%d,%d%n".formatted(u, u, u));
    }
    Block.Figure board = figures(answer(data.toString(), STUDY), "dashboard").getFirst();
    assertThat(board.svg()).contains("Whole", "Alpha", "Beta", ">U24<", ">U05<", "100.0", "20.8");
    // Twenty are shown, and the others are said to be elsewhere.
    assertThat(board.svg()).doesNotContain(">U04<");
    assertThat(board.notes()).hasSize(1);
  }

  @Test
  void documentsGiveAnIndicator() throws IOException {
    Path docs = Files.createDirectories(temp.resolve("docs"));
    Files.writeString(docs.resolve("U_1.txt"), "risk one two three risk five six seven eight nine");
    Files.writeString(docs.resolve("V_1.txt"), "calm one two three");
    Files.writeString(docs.resolve("W_1.txt"), "risk one two three");
    Files.writeString(
        temp.resolve("words.yaml"), "title: T\nsource: own\ncategories: {risk: [risk]}\n");
    String text =
        """
        text: {documents: docs, dictionary: words.yaml, indicators: {b: %s}}
        weights: fixed
        weights_file: w.csv
        """;
    Files.writeString(temp.resolve("w.csv"), "code,weight\na,0\nb,1\n");
    String data = "unit,period,a\nU,1,1\nV,1,2\nW,1,3\n";
    String none = "hierarchy: h.csv\nsteps: [{do: normalise, by: none}]\n";
    // Two of ten words, none of four, one of four.
    assertThat(scores(answer(data, none + text.formatted("risk"))))
        .containsExactly(200.0, 0.0, 250.0);
    Answer counted = answer(data, none + text.formatted("{category: risk, as: count}"));
    assertThat(scores(counted)).containsExactly(2.0, 0.0, 1.0);
    assertThat(counted.tables().stream().map(Table::file).toList())
        .contains("text_documents.csv", "text_terms.csv");
    assertThat(Objects.requireNonNull(counted.document()).blocks().toString())
        .contains("Text indicators", "own");
  }

  private static List<Double> scores(Answer answer) {
    Table table =
        answer.tables().stream()
            .filter(one -> one.file().equals("scores.csv"))
            .findFirst()
            .orElseThrow();
    int at = table.header().indexOf("I");
    return table.rows().stream().map(row -> Double.parseDouble(row.get(at))).toList();
  }
}
