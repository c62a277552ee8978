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
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
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

/**
 * What each choice of a study file does to the scores, against calculations by hand. Four units; of
 * indicator a more is better, of b less.
 */
class StudyChoicesTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final double[] A = {1, 2, 4, 5};
  private static final double[] B = {8, 6, 2, 4};
  private static final String DATA = "unit,a,b,g,lat\nU,1,8,e,1\nV,2,6,e,2\nW,4,2,w,4\nX,5,4,w,8\n";

  /** Scaled from 1 to 100. */
  private static final double[] ONE_A = {1, 25.75, 75.25, 100};

  private static final double[] ONE_B = {1, 34, 100, 67};

  @TempDir private Path temp = Path.of("");

  @BeforeEach
  void hierarchy() throws IOException {
    Files.writeString(
        temp.resolve("h.csv"),
        """
        code,parent,direction,weight,low,high,target
        I,,1,,,,
        a,I,1,0.25,0,10,4
        b,I,-1,0.75,0,10,4
        """);
  }

  private Answer answer(String data, String study) throws IOException {
    Files.writeString(temp.resolve("d.csv"), data);
    Files.writeString(temp.resolve("study.yaml"), "hierarchy: h.csv\n" + study);
    Method method = IndexStudy.method();
    Map<String, String> given = Map.of("config", temp.resolve("study.yaml").toString());
    Asked asked = new Asked(temp.resolve("d.csv"), method.complete(given), 1, 1, Locale.ENGLISH);
    Loaded<Answer> loaded = method.work().answer(asked, Progress.NONE);
    List<String> told =
        loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
    assertThat(loaded).as(study + told).isInstanceOf(Loaded.Ready.class);
    return ((Loaded.Ready<Answer>) loaded).value();
  }

  private static double[] column(Answer answer, String table, String name) {
    Table found =
        answer.tables().stream().filter(one -> one.file().equals(table)).findFirst().orElseThrow();
    int at = found.header().indexOf(name);
    return found.rows().stream()
        .mapToDouble(row -> row.get(at).isEmpty() ? Double.NaN : Double.parseDouble(row.get(at)))
        .toArray();
  }

  private double[] scores(String data, String study) throws IOException {
    return column(answer(data, study), "scores.csv", "I");
  }

  private static double[] mixed(double[] a, double[] b, double share) {
    double[] mixed = new double[a.length];
    Arrays.setAll(mixed, i -> share * a[i] + (1 - share) * b[i]);
    return mixed;
  }

  private static double[] each(double[] values, DoubleUnaryOperator of) {
    return Arrays.stream(values).map(of).toArray();
  }

  private static String step(String step) {
    return "steps: [{do: " + step + "}]\n";
  }

  private static final String ONE = step("normalise, by: min_max, low: 1, high: 100");

  @Test
  void everyNormalisation() throws IOException {
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Case(String by, double[] a, double[] b) {}
    double sdA = Math.sqrt(10 / 3.0);
    double sdB = Math.sqrt(20 / 3.0);
    for (Case one :
        List.of(
            new Case("min_max, low: 1, high: 100", ONE_A, ONE_B),
            new Case(
                "z_score, mean: 10, deviation: 2",
                each(A, x -> 10 + 2 * (x - 3) / sdA),
                each(B, x -> 10 + 2 * (5 - x) / sdB)),
            new Case("rank", new double[] {1, 2, 3, 4}, new double[] {1, 2, 4, 3}),
            new Case(
                "percentile_rank",
                new double[] {0, 1 / 3.0, 2 / 3.0, 1},
                new double[] {0, 1 / 3.0, 1, 2 / 3.0}),
            new Case("borda", new double[] {0, 1, 2, 3}, new double[] {0, 1, 3, 2}),
            new Case("fraction_of_max", each(A, x -> x / 5), each(B, x -> x / 2)),
            new Case("distance_to_max", each(A, x -> (x - 1) / 4), each(B, x -> (8 - x) / 6)),
            new Case(
                "distance_to_reference, reference: V",
                each(A, x -> 1 - (2 - x)),
                each(B, x -> 1 - (x - 6) / 2)),
            new Case(
                "distance_to_target",
                each(A, x -> Math.min(1, (x - 1) / 3)),
                each(B, x -> Math.min(1, (8 - x) / 4))),
            new Case(
                "goalposts, low: 0, high: 100", each(A, x -> 10 * x), each(B, x -> 10 * (10 - x))),
            new Case("none", A, each(B, x -> -x)))) {
      assertThat(scores(DATA, step("normalise, by: " + one.by())))
          .as(one.by())
          .containsExactly(mixed(one.a(), one.b(), .25), CLOSE);
    }
  }

  @Test
  void periodsAreScaledTogetherOrApart() throws IOException {
    String data = "unit,year,a,b\nU,1,0,0\nV,1,4,2\nU,2,2,2\nV,2,8,4\n";
    // Rows are by unit, then by period.
    assertThat(scores(data, step("normalise, by: min_max") + "weights: equal\n"))
        .containsExactly(new double[] {50, 37.5, 50, 50}, CLOSE);
    assertThat(
            scores(data, step("normalise, by: min_max, extent: per_period") + "weights: equal\n"))
        .containsExactly(new double[] {50, 50, 50, 50}, CLOSE);
  }

  private static double divergence(double[] scaled, double shift) {
    double[] x = each(scaled, v -> v + shift);
    double sum = Arrays.stream(x).sum();
    double e = 0;
    for (double v : x) {
      e -= v > 0 ? v / sum * Math.log(v / sum) / Math.log(x.length) : 0;
    }
    return 1 - e;
  }

  @Test
  void everyWeighting() throws IOException {
    double[] unitA = each(A, x -> (x - 1) / 4);
    double[] unitB = each(B, x -> (8 - x) / 6);
    double dA = divergence(unitA, 0);
    double dB = divergence(unitB, 0);
    double entropy = dA / (dA + dB);
    double shifted = divergence(unitA, .5) / (divergence(unitA, .5) + divergence(unitB, .5));
    double sdA = Math.sqrt(10 / 3.0) / 4;
    double sdB = Math.sqrt(20 / 3.0) / 6;
    double married = Math.sqrt(.25 * entropy);
    double other = Math.sqrt(.75 * (1 - entropy));
    Files.writeString(
        temp.resolve("j.yaml"),
        "judgements:\n  - {group: I, items: [a, b], matrix: [[1, 3], [1/3, 1]]}\n");
    Files.writeString(temp.resolve("w.csv"), "code,weight\na,0.6\nb,0.4\n");
    record Case(String weights, double share) {}
    for (Case one :
        List.of(
            new Case("given", .25),
            new Case("equal", .5),
            new Case("entropy", entropy),
            new Case("entropy\nentropy_shift: 0.5", shifted),
            // Two indicators share the conflict 1 - r, so that contrasts alone tell them apart.
            new Case("critic", sdA / (sdA + sdB)),
            // The first component of two correlated columns loads on both alike.
            new Case("pca", .5),
            new Case("ahp\njudgements: j.yaml", .75),
            new Case("ahp\njudgements: j.yaml\nrandom_index: donegan_dodd", .75),
            new Case("fixed\nweights_file: w.csv", .6),
            new Case("[given, entropy]", married / (married + other)))) {
      String study = ONE + "weights: " + one.weights() + "\n";
      assertThat(scores(DATA, study))
          .as(one.weights())
          .containsExactly(mixed(ONE_A, ONE_B, one.share()), CLOSE);
    }
  }

  /** The best of all corners of the weights, by trying each: two bounds meet in a corner. */
  private static double flattered(int unit) {
    double[][] bounds = new double[A.length + 2][];
    for (int v = 0; v < A.length; v++) {
      bounds[v] = new double[] {ONE_A[v], ONE_B[v], 1};
    }
    bounds[A.length] = new double[] {1, 0, 0};
    bounds[A.length + 1] = new double[] {0, 1, 0};
    double best = 0;
    for (double[] p : bounds) {
      for (double[] q : bounds) {
        double det = p[0] * q[1] - p[1] * q[0];
        double x = (p[2] * q[1] - p[1] * q[2]) / det;
        double y = (p[0] * q[2] - p[2] * q[0]) / det;
        boolean fits = det != 0 && x >= -1e-12 && y >= -1e-12;
        for (int v = 0; v < A.length; v++) {
          fits &= ONE_A[v] * x + ONE_B[v] * y <= 1 + 1e-12;
        }
        best = fits ? Math.max(best, ONE_A[unit] * x + ONE_B[unit] * y) : best;
      }
    }
    return best;
  }

  @Test
  void everyAggregation() throws IOException {
    double[] geometric = new double[4];
    double[] harmonic = new double[4];
    double[] topsis = new double[4];
    double[] doubt = new double[4];
    for (int u = 0; u < 4; u++) {
      geometric[u] = Math.pow(ONE_A[u], .25) * Math.pow(ONE_B[u], .75);
      harmonic[u] = 1 / (.25 / ONE_A[u] + .75 / ONE_B[u]);
      double best = Math.hypot(.25 * (ONE_A[u] - 100), .75 * (ONE_B[u] - 100));
      double worst = Math.hypot(.25 * (ONE_A[u] - 1), .75 * (ONE_B[u] - 1));
      topsis[u] = worst / (best + worst);
      doubt[u] = flattered(u);
    }
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Case(String word, double[] scores) {}
    for (Case one :
        List.of(
            new Case("arithmetic", mixed(ONE_A, ONE_B, .25)),
            new Case("geometric", geometric),
            new Case("harmonic", harmonic),
            new Case("topsis", topsis),
            // b decides: W beats all, X beats V and U, V beats U.
            new Case("copeland", new double[] {-3, -1, 3, 1}),
            new Case("doubt", doubt))) {
      assertThat(scores(DATA, ONE + "aggregate: " + one.word() + "\n"))
          .as(one.word())
          .containsExactly(one.scores(), within(1e-7));
    }
  }

  @Test
  void everyWayOfFilling() throws IOException {
    String gap = "unit,g,a,b\nU,e,1,9\nV,e,2,\nW,e,4,2\nX,w,5,4\n";
    // Without normalising: turned only, weights .25 and .75.
    String none = ", {do: normalise, by: none}]\n";
    // b on a over U, W and X: means 10/3 and 5.
    double slope = (-7 / 3.0 * 4 + 2 / 3.0 * -3 + 5 / 3.0 * -1) / (49 / 9.0 + 4 / 9.0 + 25 / 9.0);
    double predicted = 5 + slope * (2 - 10 / 3.0);
    record Case(String by, double filled) {}
    for (Case one :
        List.of(
            new Case("group_mean", 5),
            new Case("group_mean, group: g", 5.5),
            new Case("group_median", 4),
            new Case("regression, predictors: [a]", predicted),
            // With gaps in one column alone the likeliest normal law fills by the regression.
            new Case("em", predicted))) {
      double[] scores = scores(gap, "steps: [{do: impute, by: " + one.by() + "}" + none);
      assertThat(scores[1]).as(one.by()).isCloseTo(.25 * 2 - .75 * one.filled(), within(1e-6));
      assertThat(scores[0]).as(one.by()).isCloseTo(.25 - .75 * 9, CLOSE);
    }
    String time =
        """
        unit,year,a,b
        U,2000,0,1
        U,2001,,1
        U,2004,8,1
        U,2005,,1
        V,2000,1,1
        V,2001,1,1
        V,2004,1,1
        V,2005,1,1
        """;
    record Series(String by, double second, double last) {}
    for (Series one :
        List.of(
            // Without a the score is that of b.
            new Series("interpolation", .25 * 2 - .75, -1),
            new Series("interpolation, beyond: true", .25 * 2 - .75, .25 * 8 - .75),
            new Series("last_observation", -.75, .25 * 8 - .75))) {
      double[] scores = scores(time, "steps: [{do: impute, by: " + one.by() + "}" + none);
      assertThat(scores[1]).as(one.by()).isCloseTo(one.second(), CLOSE);
      assertThat(scores[3]).as(one.by()).isCloseTo(one.last(), CLOSE);
    }
  }

  @Test
  void everyTreatment() throws IOException {
    StringBuilder data = new StringBuilder("unit,g,a,b\n");
    double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 100};
    for (int u = 0; u < x.length; u++) {
      data.append("U").append(u).append(u < 5 ? ",e," : ",w,").append(x[u]).append(",0\n");
    }
    double mean = 14.5;
    double sd = Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / 9);
    record Case(String by, double first, double last) {}
    for (Case one :
        List.of(
            // Linear percentiles: 1 + .45 and 9 + .55 * 91 of ten sorted values.
            new Case("percentiles, low: 5, high: 95", 1.45, 9 + .55 * 91),
            new Case("percentiles, low: 5, high: 95, group: g", 1.2, 9 + .8 * 91),
            // Quartiles 3.25 and 7.75.
            new Case("fences, ranges: 1.5", 1, 7.75 + 1.5 * 4.5),
            new Case("sigmas, deviations: 2", 1, mean + 2 * sd),
            new Case("skew_rule, most_winsorised: 1, skewness: 2, kurtosis: 3.5", 1, 9),
            new Case(
                "skew_rule, most_winsorised: 0, skewness: 2, kurtosis: 3.5",
                Math.log(.99),
                Math.log(99.99)))) {
      double[] scores =
          scores(
              data.toString(),
              "weights: fixed\nweights_file: all.csv\nsteps: [{do: treat, by: "
                  + one.by()
                  + "}, {do: normalise, by: none}]\n");
      assertThat(scores[0]).as(one.by()).isCloseTo(one.first(), CLOSE);
      assertThat(scores[9]).as(one.by()).isCloseTo(one.last(), CLOSE);
    }
  }

  @BeforeEach
  void weightOfOne() throws IOException {
    Files.writeString(temp.resolve("all.csv"), "code,weight\na,1\nb,0\n");
  }

  private static Block.Grid grid(Answer answer, String id) {
    return Objects.requireNonNull(answer.document()).blocks().stream()
        .filter(block -> block instanceof Block.Grid grid && grid.id().equals(id))
        .map(Block.Grid.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not in the report"));
  }

  @Test
  void everyMembershipFunctionGradesAsByHand() throws IOException {
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Case(String word, double[] a, double[] b) {}
    // V scores .25 in a and 1/3 in b, which weigh .25 and .75.
    for (Case one :
        List.of(
            new Case("crisp", new double[] {0, 1, 0, 0, 0}, new double[] {0, 1, 0, 0, 0}),
            new Case(
                "triangular",
                new double[] {.25, .75, 0, 0, 0},
                new double[] {0, 5 / 6.0, 1 / 6.0, 0, 0}),
            new Case("trapezoid", new double[] {0, 1, 0, 0, 0}, new double[] {0, 1, 0, 0, 0}),
            new Case(
                "{membership: trapezoid, overlap: 0.1}",
                new double[] {.25, .75, 0, 0, 0},
                new double[] {0, 5 / 6.0, 1 / 6.0, 0, 0}))) {
      Answer answer =
          answer(DATA, step("normalise, by: min_max, low: 0, high: 100") + "fuzzy: " + one.word());
      List<tenon.study.document.Cell> row =
          grid(answer, "fuzzy").rows().stream()
              .filter(cells -> cells.getFirst().text().equals("V"))
              .findFirst()
              .orElseThrow();
      double[][] joined = new double[4][5];
      for (int g = 0; g < 5; g++) {
        double a = one.a()[g];
        double b = one.b()[g];
        joined[0][g] = .25 * a + .75 * b;
        joined[1][g] = Math.max(Math.min(.25, a), Math.min(.75, b));
        joined[2][g] = Math.max(.25 * a, .75 * b);
        joined[3][g] = Math.min(1, Math.min(.25, a) + Math.min(.75, b));
      }
      for (int operator = 0; operator < 4; operator++) {
        double sum = Arrays.stream(joined[operator]).sum();
        double score = 0;
        int best = 0;
        for (int g = 0; g < 5; g++) {
          score += joined[operator][g] / sum * (.1 + .2 * g);
          best = joined[operator][g] >= joined[operator][best] - 1e-12 ? g : best;
        }
        String at = one.word() + " by operator " + operator;
        assertThat(row.get(1 + 2 * operator).value()).as(at).isEqualTo(best + 1.0);
        assertThat(row.get(2 + 2 * operator).value()).as(at).isCloseTo(score, CLOSE);
      }
    }
  }

  @Test
  void neighboursByDistanceNearnessAndLikeness() throws IOException {
    String data =
        "unit,a,b,latitude,longitude,gdp\nU,1,8,0,0,1\nV,2,6,0,1,2\nW,4,2,0,3,4\nX,5,4,0,7,8\n";
    double[] x = mixed(each(A, v -> 25 * (v - 1)), each(B, v -> (8 - v) / .06), .25);
    double[] at = {0, 1, 3, 7};
    double[] gdp = {1, 2, 4, 8};
    double[][] near = {{0, 1, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}};
    double[][] far = new double[4][4];
    double[][] like = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        // Along the equator distances go with longitude.
        far[i][j] = i == j ? 0 : 1 / Math.pow(at[i] - at[j], 2);
        like[i][j] = i == j ? 0 : 1 / Math.abs(gdp[i] - gdp[j]);
      }
    }
    Files.writeString(temp.resolve("n.csv"), "from,to\nU,V\nV,U\nW,V\nX,W\n");
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Case(String word, double[][] weights) {}
    for (Case one :
        List.of(
            new Case("n.csv", near),
            new Case("{nearest: 1}", near),
            new Case("{distance: 2}", far),
            new Case("{distance: 2, within: 460}", bounded(far, 460)),
            new Case("{economic: gdp}", like))) {
      Answer answer =
          answer(
              data,
              step("normalise, by: min_max, low: 0, high: 100") + "neighbours: " + one.word());
      assertThat(grid(answer, "moran").rows().getFirst().get(1).value())
          .as(one.word())
          .isCloseTo(moran(x, one.weights()), CLOSE);
    }
  }

  /**
   * Weights 1 / degrees squared along the equator, of those that are no further than so many km.
   */
  private static double[][] bounded(double[][] far, double km) {
    double kmPerDegree = 2 * Math.PI * 6371.0088 / 360;
    double least = Math.pow(km / kmPerDegree, -2);
    return Arrays.stream(far)
        .map(row -> Arrays.stream(row).map(w -> w >= least ? w : 0).toArray())
        .toArray(double[][]::new);
  }

  /** I of row-standardised weights, which sum to n. */
  private static double moran(double[] x, double[][] weights) {
    double mean = Arrays.stream(x).average().orElseThrow();
    double cross = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      double sum = Arrays.stream(weights[i]).sum();
      squares += (x[i] - mean) * (x[i] - mean);
      for (int j = 0; j < x.length; j++) {
        cross += weights[i][j] / sum * (x[i] - mean) * (x[j] - mean);
      }
    }
    return cross / squares;
  }

  @Test
  void classesAndCouplingAreThoseAskedFor() throws IOException {
    Files.writeString(
        temp.resolve("h.csv"), "code,parent,direction,weight\nI,,1,\na,I,1,0.5\nb,I,1,0.5\n");
    String data = "unit,year,a,b\nU,1,0,0.5\nV,1,1,1\nU,2,0.5,1\nV,2,0.25,0\n";
    String study = step("normalise, by: min_max, low: 0, high: 1") + "classes: 2\ncoupling: ";
    Answer usual = answer(data, study + "standard\n");
    assertThat(grid(usual, "markov").header()).hasSize(4);
    // U in the last period: .5 and 1.
    double t = .75;
    double c = 2 * Math.sqrt(.5) / 1.5;
    assertThat(coordination(usual, "U")).isCloseTo(Math.sqrt(c * t), CLOSE);
    double wang = Math.sqrt((1 - .5) * .5);
    assertThat(coordination(answer(data, study + "wang2021\n"), "U"))
        .isCloseTo(Math.sqrt(wang * t), CLOSE);
  }

  private static double coordination(Answer answer, String unit) {
    return grid(answer, "coupling").rows().stream()
        .filter(row -> row.getFirst().text().equals(unit))
        .findFirst()
        .orElseThrow()
        .get(3)
        .value();
  }

  @Test
  void theMethodsSayWhatWasChosen() throws IOException {
    String data =
        """
        unit,year,a,b,latitude,longitude
        U,1,1,8,0,0
        V,1,2,6,0,1
        W,1,4,2,0,3
        X,1,5,4,0,7
        U,2,2,7,0,0
        V,2,2,5,0,1
        W,2,4,3,0,3
        X,2,3,1,0,7
        """;
    String scaled = step("normalise, by: min_max, low: 0, high: 100");
    assertThat(said(answer(data, scaled + "fuzzy: crisp\nneighbours: {nearest: 2}\n")))
        .contains("(crisp)", "M(·,+) M(∧,∨) M(·,∨) M(∧,+)", "V = 0.1, 0.3, 0.5, 0.7, 0.9,")
        .contains("the 2 nearest units by great circle", "999 permutations")
        .contains("between 4 quantile classes of each period", "a: equal.");
    assertThat(
            said(
                answer(
                    data,
                    scaled
                        + """
                        grades: {bounds: [0.5], names: [bad, good]}
                        fuzzy: {membership: trapezoid, overlap: 0.1, operators: [min_max]}
                        neighbours: {distance: 2, within: 900}
                        permutations: 99
                        classes: {count: 2, quantiles: pooled}
                        coupling: {form: wang2021, weights: {a: 0.6, b: 0.4}}
                        """)))
        .contains("(trapezoid, half overlap 0.1)", "joined by M(∧,∨), then", "V = 0.25, 0.75,")
        .contains("great circle to the power of -2, up to 900 km", "99 permutations")
        .contains("between 2 quantile classes of all periods together", "a: a 0.6, b 0.4.");
  }

  @Test
  void anIntervalOfRanksHoldsTheShareAskedFor() throws IOException {
    String varied =
        ONE
            + "uncertainty: {replications: 400, sensitivity: false, interval: %s, factors: [{name: w,"
            + " noise: 0.9, sets: 200}]}\n";
    Answer most = answer(DATA, varied.formatted("0.99"));
    Answer few = answer(DATA, varied.formatted("0.02"));
    double[] low = column(most, "uncertain_ranks.csv", "low");
    double[] high = column(most, "uncertain_ranks.csv", "high");
    assertThat(IntStream.range(0, 4).anyMatch(unit -> low[unit] < high[unit])).isTrue();
    assertThat(column(few, "uncertain_ranks.csv", "low"))
        .containsExactly(column(few, "uncertain_ranks.csv", "median"));
    assertThat(grid(most, "uncertain_ranks").notes()).first().asString().contains("99%");
  }

  private static String said(Answer answer) {
    return Objects.requireNonNull(answer.document()).blocks().stream()
        .filter(Block.Paragraph.class::isInstance)
        .map(Block::toString)
        .collect(Collectors.joining("\n"));
  }
}
