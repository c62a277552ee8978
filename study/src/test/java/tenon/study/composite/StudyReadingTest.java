package tenon.study.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.page.Table;

/**
 * What a study file says of how its scores are read: grades, coupling, classes, flags, and the
 * finer choices of weights and means. Each changes the result as a calculation by hand says.
 */
class StudyReadingTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final String DATA = "unit,a,b\nU,1,8\nV,2,6\nW,4,2\nX,5,4\n";
  private static final String SCALED = "steps: [{do: normalise, by: min_max}]\n";

  @TempDir private Path temp = Path.of("");

  @BeforeEach
  void hierarchy() throws IOException {
    hierarchy("a,I,1,0.25\nb,I,-1,0.75\n");
  }

  private void hierarchy(String rows) throws IOException {
    Files.writeString(temp.resolve("h.csv"), "code,parent,direction,weight\nI,,1,\n" + rows);
  }

  private Loaded<Answer> run(String data, String study, Locale locale) throws IOException {
    Files.writeString(temp.resolve("d.csv"), data);
    Files.writeString(temp.resolve("study.yaml"), "hierarchy: h.csv\n" + study);
    Method method = IndexStudy.method();
    Map<String, String> given = Map.of("config", temp.resolve("study.yaml").toString());
    Asked asked = new Asked(temp.resolve("d.csv"), method.complete(given), 1, 1, locale);
    return method.work().answer(asked, Progress.NONE);
  }

  private Answer answer(String data, String study) throws IOException {
    return answer(data, study, Locale.ENGLISH);
  }

  private Answer answer(String data, String study, Locale locale) throws IOException {
    Loaded<Answer> loaded = run(data, study, locale);
    assertThat(loaded).as(study + texts(loaded)).isInstanceOf(Loaded.Ready.class);
    return ((Loaded.Ready<Answer>) loaded).value();
  }

  private static List<String> texts(Loaded<Answer> loaded) {
    return loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  /** The first fault of a study. */
  private String fault(String study) throws IOException {
    Loaded<Answer> loaded = run(DATA, study, Locale.ENGLISH);
    assertThat(loaded).as(study).isInstanceOf(Loaded.Rejected.class);
    return texts(loaded).getFirst();
  }

  private static List<String> column(Answer answer, String table, String name) {
    Table found =
        answer.tables().stream().filter(one -> one.file().equals(table)).findFirst().orElseThrow();
    int at = found.header().indexOf(name);
    return found.rows().stream().map(row -> row.get(at)).toList();
  }

  private double[] scores(String data, String study) throws IOException {
    return column(answer(data, study), "scores.csv", "I").stream()
        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
        .toArray();
  }

  private static Block.Grid grid(Answer answer, String id) {
    return Objects.requireNonNull(answer.document()).blocks().stream()
        .filter(block -> block instanceof Block.Grid grid && grid.id().equals(id))
        .map(Block.Grid.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not in the report"));
  }

  private static List<Cell> row(Answer answer, String grid, String first) {
    return grid(answer, grid).rows().stream()
        .filter(cells -> cells.getFirst().text().equals(first))
        .findFirst()
        .orElseThrow();
  }

  private static final String THREE =
      "grades: {bounds: [0.3, 0.9], names: [Weak, Fair, Good], names_zh: [弱, 中, 好]}\n";

  /** Scores are 0, 31.25, 93.75 and 75 of 100. */
  @Test
  void gradesAreThoseOfTheStudy() throws IOException {
    assertThat(column(answer(DATA, SCALED), "grades.csv", "I"))
        .containsExactly("Low", "Weaker", "High", "Strong");
    assertThat(column(answer(DATA, SCALED + "grades: [0.1, 0.3, 0.7, 0.94]\n"), "grades.csv", "I"))
        .containsExactly("Low", "Medium", "Strong", "Strong");
    Answer three = answer(DATA, SCALED + THREE);
    assertThat(column(three, "grades.csv", "I")).containsExactly("Weak", "Fair", "Good", "Fair");
    assertThat(column(three, "grades.csv", "a")).containsExactly("Weak", "Weak", "Fair", "Good");
    assertThat(three.result().toString()).contains("\"grade\":\"Fair\"").doesNotContain("Medium");
    assertThat(grid(three, "grades").rows().stream().map(cells -> cells.get(1).value()))
        .containsExactly(1.0, 2.0, 1.0);
    assertThat(grid(three, "grades").notes().getFirst())
        .contains("Good from 0.9, Fair from 0.3, Weak from 0");
    Answer chinese = answer(DATA, SCALED + THREE, Locale.SIMPLIFIED_CHINESE);
    assertThat(grid(chinese, "grades").rows().stream().map(cells -> cells.getFirst().text()))
        .containsExactly("好", "中", "弱");
    // A table is the same in every language.
    assertThat(column(chinese, "grades.csv", "I")).isEqualTo(column(three, "grades.csv", "I"));
  }

  /**
   * V scores .25 in a and 1/3 in b. Middles of the grades stand at .15, .6 and .95, so that by
   * triangles .25 belongs 7/9 to the lowest grade and 1/3 by 16/27; the score is that of V, since
   * memberships are linear between the middles.
   */
  @Test
  void fuzzyGradesHaveTheBoundsOfTheStudy() throws IOException {
    String fuzzy = "fuzzy: {membership: triangular, operators: [product_sum, min_max]}\n";
    Answer answer = answer(DATA, SCALED + THREE + fuzzy);
    List<Cell> row = row(answer, "fuzzy", "V");
    assertThat(row).hasSize(5);
    double low = .25 * 7 / 9 + .75 * 16 / 27;
    assertThat(low).isGreaterThan(.5);
    assertThat(row.get(1).value()).isEqualTo(1);
    assertThat(row.get(2).value()).isCloseTo(.15 * low + .6 * (1 - low), CLOSE);
    assertThat(row.get(2).value()).isCloseTo(.3125, CLOSE);
    double first = Math.max(Math.min(.25, 7 / 9.0), Math.min(.75, 16 / 27.0));
    double second = Math.max(Math.min(.25, 2 / 9.0), Math.min(.75, 11 / 27.0));
    assertThat(row.get(4).value()).isCloseTo((.15 * first + .6 * second) / (first + second), CLOSE);
    assertThat(grid(answer, "fuzzy").notes().getFirst()).contains("meet at 0.3, 0.9");
    Answer crisp = answer(DATA, SCALED + THREE + "fuzzy: crisp\n");
    assertThat(row(crisp, "fuzzy", "V").get(2).value()).isCloseTo(.25 * .15 + .75 * .6, CLOSE);
    String trapezoid = "fuzzy: {membership: trapezoid, overlap: 0.05}\n";
    // 1/3 lies .0333 above the bound of .3: (1/3 - .3 + .05) / .1 of the middle grade.
    double middle = (1 / 3.0 - .3 + .05) / .1;
    assertThat(row(answer(DATA, SCALED + THREE + trapezoid), "fuzzy", "V").get(2).value())
        .isCloseTo(.25 * .15 + .75 * (middle * .6 + (1 - middle) * .15), CLOSE);
    assertThat(fault(SCALED + THREE + "fuzzy: {membership: trapezoid, overlap: 0.06}\n"))
        .contains("0.05");
    assertThat(fault(SCALED + "fuzzy: {membership: crisp, operators: [sum]}\n"))
        .contains("product_sum");
  }

  @Test
  void gradesOutOfOrderAreRefused() throws IOException {
    for (String bad :
        List.of("[0.4, 0.2]", "[0, 0.5]", "[0.5, 1]", "[x, 0.5]", "[0.2, 0.2, 0.4, 0.6]", "[]")) {
      assertThat(fault(SCALED + "grades: " + bad + "\n")).as(bad).contains("ascend");
    }
    assertThat(fault(SCALED + "grades: [0.5]\n")).contains("2 names");
    assertThat(fault(SCALED + "grades: {bounds: [0.5], names: [A]}\n")).contains("2 names");
    assertThat(fault(SCALED + "grades: {bounds: [0.5], names: [A, A]}\n")).contains("names");
    assertThat(fault(SCALED + "grades: {bounds: [0.5], names: [A, B], names_zh: [甲]}\n"))
        .contains("names_zh");
    assertThat(fault(SCALED + "grades: {bound: [0.5], names: [A, B]}\n")).contains("bounds");
    assertThat(answer(DATA, SCALED + "grades: {bounds: [0.5], names: [A, B]}\n")).isNotNull();
  }

  /** T = .75 * .25 + .25 / 3 in place of the mean of .25 and 1/3. */
  @Test
  void weightsOfCouplingMoveDevelopment() throws IOException {
    double c = 2 * Math.sqrt(.25 / 3) / (.25 + 1 / 3.0);
    List<Cell> equal = row(answer(DATA, SCALED + "coupling: standard\n"), "coupling", "V");
    assertThat(equal.get(2).value()).isCloseTo((.25 + 1 / 3.0) / 2, CLOSE);
    Answer answer = answer(DATA, SCALED + "coupling: {weights: {a: 0.75, b: 0.25}}\n");
    List<Cell> weighed = row(answer, "coupling", "V");
    double t = .75 * .25 + .25 / 3;
    assertThat(weighed.get(1).value()).isCloseTo(c, CLOSE);
    assertThat(weighed.get(2).value()).isCloseTo(t, CLOSE);
    assertThat(weighed.get(3).value()).isCloseTo(Math.sqrt(c * t), CLOSE);
    assertThat(grid(answer, "coupling").notes().getLast()).contains("a 0.75, b 0.25");
    String wang = "coupling: {form: wang2021, weights: {a: 0.75, b: 0.25}}\n";
    double spread = Math.sqrt((1 - (1 / 3.0 - .25)) * .75);
    assertThat(row(answer(DATA, SCALED + wang), "coupling", "V").get(3).value())
        .isCloseTo(Math.sqrt(spread * t), CLOSE);
    assertThat(fault(SCALED + "coupling: {weights: {a: 0.7, b: 0.2}}\n")).contains("not 1");
    assertThat(fault(SCALED + "coupling: {weights: {a: 1}}\n")).contains("b");
    assertThat(fault(SCALED + "coupling: {weights: {a: 0.5, c: 0.5}}\n")).contains("c");
    assertThat(fault(SCALED + "coupling: {weight: {a: 1}}\n")).contains("weights");
  }

  @Test
  void entropyOfTheValuesThemselves() throws IOException {
    hierarchy("a,I,1,0.25\nb,I,1,0.75\n");
    double[] a = {1, 2, 4, 5};
    double[] b = {8, 6, 2, 4};
    double share = divergence(a) / (divergence(a) + divergence(b));
    double[] expected = new double[4];
    Arrays.setAll(expected, i -> share * a[i] + (1 - share) * b[i]);
    assertThat(scores(DATA, "weights: entropy\nentropy_basis: values\n"))
        .containsExactly(expected, CLOSE);
  }

  private static double divergence(double[] x) {
    double sum = Arrays.stream(x).sum();
    return 1 + Arrays.stream(x).map(v -> v / sum * Math.log(v / sum)).sum() / Math.log(x.length);
  }

  /** Ranks of a and c agree, b runs against both: a shares less conflict by ranks. */
  @Test
  void criticByRanks() throws IOException {
    hierarchy("a,I,1,\nb,I,1,\nc,I,1,\n");
    String data = "unit,a,b,c\nU,1,8,0\nV,2,6,1\nW,4,2,2\nX,5,4,9\n";
    double[][] x = {{0, .25, .75, 1}, {1, 2 / 3.0, 0, 1 / 3.0}, {0, 1 / 9.0, 2 / 9.0, 1}};
    double[][] ranks = {{1, 2, 3, 4}, {4, 3, 1, 2}, {1, 2, 3, 4}};
    double[] weight = new double[3];
    double all = 0;
    for (int j = 0; j < 3; j++) {
      double conflict = 0;
      for (int k = 0; k < 3; k++) {
        conflict += 1 - correlation(ranks[j], ranks[k]);
      }
      weight[j] = Math.sqrt(squares(x[j], x[j]) / 3) * conflict;
      all += weight[j];
    }
    double[] expected = new double[4];
    for (int u = 0; u < 4; u++) {
      for (int j = 0; j < 3; j++) {
        expected[u] += 100 * weight[j] / all * x[j][u];
      }
    }
    String study = SCALED + "weights: critic\n";
    assertThat(scores(data, study + "critic_correlation: spearman\n"))
        .containsExactly(expected, CLOSE);
    assertThat(scores(data, study)[1]).isNotCloseTo(expected[1], CLOSE);
  }

  private static double squares(double[] x, double[] y) {
    double mx = Arrays.stream(x).average().orElseThrow();
    double my = Arrays.stream(y).average().orElseThrow();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - mx) * (y[i] - my);
    }
    return sum;
  }

  private static double correlation(double[] x, double[] y) {
    return squares(x, y) / Math.sqrt(squares(x, x) * squares(y, y));
  }

  @Test
  void topsisOfColumnsByTheirLength() throws IOException {
    hierarchy("a,I,1,0.25\nb,I,1,0.75\n");
    double[] a = {1, 2, 4, 5};
    double[] b = {8, 6, 2, 4};
    double la = Math.sqrt(1 + 4 + 16 + 25);
    double lb = Math.sqrt(64 + 36 + 4 + 16);
    double[] expected = new double[4];
    for (int u = 0; u < 4; u++) {
      double best = Math.hypot(.25 * (a[u] - 5) / la, .75 * (b[u] - 8) / lb);
      double worst = Math.hypot(.25 * (a[u] - 1) / la, .75 * (b[u] - 2) / lb);
      expected[u] = worst / (best + worst);
    }
    assertThat(scores(DATA, "aggregate: topsis\ntopsis_scale: vector\n"))
        .containsExactly(expected, CLOSE);
  }

  /** With shares of one half a unit scores 2 / max over v of (a_v / a_u + b_v / b_u). */
  @Test
  void sharesBoundTheBenefitOfTheDoubt() throws IOException {
    String study = "steps: [{do: normalise, by: min_max, low: 1, high: 100}]\naggregate: doubt\n";
    double[] a = {1, 25.75, 75.25, 100};
    double[] b = {1, 34, 100, 67};
    double[] expected = new double[4];
    for (int u = 0; u < 4; u++) {
      double most = 0;
      for (int v = 0; v < 4; v++) {
        most = Math.max(most, a[v] / a[u] + b[v] / b[u]);
      }
      expected[u] = 2 / most;
    }
    assertThat(scores(DATA, study + "doubt_least: 0.5\ndoubt_most: 0.5\n"))
        .containsExactly(expected, within(1e-7));
    assertThat(fault(study + "doubt_least: 0.6\n")).contains("1 / 2");
    assertThat(fault(study + "doubt_least: 0.4\ndoubt_most: 0.3\n")).contains("0.4");
    assertThat(fault(SCALED + "aggregate: doubt\ndoubt_least: 0.1\n")).contains("from 1 to 100");
    assertThat(fault("steps: [{do: normalise, by: z_score}]\naggregate: doubt\n")).contains("0 up");
  }

  /** Quantiles of all periods part the six scores at .15: U moves 0 0 1 and V 0 1 1. */
  @Test
  void classesOfAllPeriodsTogether() throws IOException {
    hierarchy("a,I,1,1\n");
    String data = "unit,year,a\nU,1,0\nU,2,0.1\nU,3,1\nV,1,0\nV,2,0.2\nV,3,0.9\n";
    Answer pooled = answer(data, "classes: {count: 2, quantiles: pooled}\n");
    List<List<Cell>> rows = grid(pooled, "markov").rows();
    assertThat(rows.get(0).get(2).value()).isCloseTo(1 / 3.0, CLOSE);
    assertThat(rows.get(0).get(3).value()).isCloseTo(2 / 3.0, CLOSE);
    assertThat(rows.get(1).get(3).value()).isCloseTo(1, CLOSE);
    Answer usual = answer(data, "classes: {count: 2}\n");
    // Each period by its own middle: V falls from the upper class to the lower.
    assertThat(grid(usual, "markov").rows().get(1).get(3).value()).isZero();
    assertThat(fault("classes: {quantiles: yearly}\n")).contains("pooled");
  }

  @Test
  void permutationsAreAsManyAsAskedFor() throws IOException {
    Files.writeString(temp.resolve("n.csv"), "from,to\nU,V\nV,U\nV,W\nW,V\nW,X\nX,W\n");
    Answer answer = answer(DATA, SCALED + "neighbours: n.csv\npermutations: 19\n");
    double p = grid(answer, "moran").rows().getFirst().get(4).value();
    assertThat(20 * p).isCloseTo(Math.rint(20 * p), CLOSE);
    assertThat(grid(answer, "moran").notes().getFirst()).contains("19 permutations");
    assertThat(grid(answer, "lisa").notes().getFirst()).contains("19 permutations");
    assertThat(fault("permutations: 3\n")).contains("9");
  }

  @Test
  void statisticsFlagWhatTheStudyFlags() throws IOException {
    String data = "unit,a,b\nU,1,8\nV,,6\nW,4,2\nX,5,4\n";
    Answer usual = answer(data, "weights: equal\n");
    assertThat(column(usual, "statistics.csv", "data")).containsExactly("raw", "raw");
    assertThat(column(usual, "statistics.csv", "flags")).containsExactly("", "");
    assertThat(column(usual, "statistics.csv", "median")).containsExactly("4", "5");
    assertThat(column(usual, "statistics.csv", "known")).containsExactly("3", "4");
    Answer strict =
        answer(
            data,
            """
            weights: equal
            flags: {known: 0.8}
            steps: [{do: impute, by: group_median}, {do: normalise, by: min_max}]
            """);
    assertThat(column(strict, "statistics.csv", "data"))
        .containsExactly(
            "raw", "raw", "step_1_impute", "step_1_impute", "step_2_normalise", "step_2_normalise");
    assertThat(column(strict, "statistics.csv", "flags").getFirst()).isEqualTo("unknown");
    assertThat(row(strict, "statistics_raw", "a").getLast().text()).isEqualTo("few known");
    assertThat(row(strict, "statistics_treated", "a").getLast().text()).isEmpty();
    assertThat(fault("flags: {shares: 1}\n")).contains("known");
  }

  @Test
  void aUnitIsScreenedByItsGapAlone() throws IOException {
    String data = "unit,year,a,b\nU,1,1,1\nU,2,,1\nU,3,,1\nV,1,1,2\nV,2,2,2\nV,3,,2\n";
    String study = "weights: equal\nsteps: [{do: screen, longest_gap: 1}]\n";
    assertThat(column(answer(data, study), "scores.csv", "unit")).containsOnly("V");
    assertThat(fault("steps: [{do: screen}]\n")).contains("least_known");
  }

  @Test
  void expectationMaximisationStopsWhereAsked() throws IOException {
    String data = "unit,a,b\nU,1,9\nV,2,\nW,4,2\nX,5,4\nY,3,4\n";
    String steps = "steps: [{do: impute, by: em%s}]\nweights: equal\n";
    assertThat(texts(run(data, steps.formatted(""), Locale.ENGLISH)))
        .noneMatch(text -> text.contains("settle"));
    assertThat(texts(run(data, steps.formatted(", iterations: 2"), Locale.ENGLISH)))
        .anyMatch(text -> text.contains("2 rounds"));
    assertThat(texts(run(data, steps.formatted(", iterations: 2, tolerance: 1"), Locale.ENGLISH)))
        .noneMatch(text -> text.contains("2 rounds"));
  }
}
