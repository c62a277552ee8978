package tenon.study.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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

/** Bad data and bad choices of a study: each is told with its place, or refused. */
class BadStudiesTest {
  @TempDir private Path temp = Path.of("");

  private Loaded<Answer> run(String data, String study) throws IOException {
    Files.writeString(
        temp.resolve("h.csv"), "code,parent,direction,weight\nI,,1,\na,I,1,0.5\nb,I,1,0.5\n");
    Files.writeString(temp.resolve("d.csv"), data);
    Files.writeString(temp.resolve("study.yaml"), study);
    return run(Map.of());
  }

  private Loaded<Answer> run(Map<String, String> options) throws IOException {
    Method method = IndexStudy.method();
    Map<String, String> given = new HashMap<>(options);
    given.put("config", temp.resolve("study.yaml").toString());
    Asked asked = new Asked(temp.resolve("d.csv"), method.complete(given), 1, 1, Locale.ENGLISH);
    return method.work().answer(asked, Progress.NONE);
  }

  private static List<String> texts(Loaded<Answer> loaded) {
    return loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  private static void refused(Loaded<Answer> loaded, String... words) {
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
    assertThat(texts(loaded)).anySatisfy(text -> assertThat(text).contains(words));
  }

  private static final String SCALED =
      "hierarchy: h.csv\nsteps: [{do: normalise, by: min_max, low: 0, high: 100}]\n";

  private static final String VARIED =
      SCALED.replace("low: 0", "low: 1")
          + """
          uncertainty:
            factors:
              - {name: means, aggregate: [arithmetic, geometric]}
              - {name: weights, weights: [equal, given]}
          """;

  private Loaded<Answer> replayed(String runs) throws IOException {
    Path file = Files.writeString(temp.resolve("runs.csv"), runs);
    return run(Map.of("runs", file.toString()));
  }

  @Test
  void runsToBeReplayedAreCheckedCellByCell() throws IOException {
    run("unit,a,b\nU,1,5\nV,2,7\nW,3,6\n", VARIED);
    assertThat(replayed("run,i_means,i_weights\n1,1,2\n2,2,1\n")).isInstanceOf(Loaded.Ready.class);
    refused(replayed("run,i_means,i_weights\n1,1,3\n"), "[weights]", "\"3\"", "there are 2");
    refused(replayed("run,i_means,i_weights\n1,0,1\n"), "means");
    refused(replayed("run,i_means\n1,1\n"), "i_weights");
    refused(replayed("run,i_means,i_weights\n1,x,1\n"), "runs.csv:2", "\"x\"");
    refused(replayed("run,i_means,i_weights\n1,1,1\n2,1.5,1\n"), "runs.csv:3", "\"1.5\"");
    refused(replayed("run,i_means,i_weights\n1,,1\n"), "runs.csv:2", "i_means");
    refused(replayed("run,i_means,i_weights\n1,1,1\n1,2,2\n"), "runs.csv:3", "two runs");
  }

  @Test
  void aFactorThatVariesTwoThingsIsRefused() throws IOException {
    String two = VARIED.replace("weights: [equal, given]}", "noise: 0.2, weights: [equal]}");
    refused(run("unit,a,b\nU,1,5\nV,2,7\nW,3,6\n", two), "noise, weights");
  }

  @Test
  void aConstantIndicatorIsTold() throws IOException {
    assertThat(texts(run("unit,a,b\nU,1,5\nV,2,5\nW,3,5\n", SCALED)))
        .anySatisfy(text -> assertThat(text).contains("\"b\""));
  }

  @Test
  void anIndicatorWithoutAnyValueIsTold() throws IOException {
    assertThat(texts(run("unit,a,b\nU,1,\nV,2,\nW,3,\n", SCALED)))
        .anySatisfy(text -> assertThat(text).contains("\"b\"", "no value"));
  }

  @Test
  void geometricMeansOfWhatIsNotAboveZeroAreRefused() throws IOException {
    refused(
        run("unit,a,b\nU,-1,5\nV,2,6\nW,3,7\n", "hierarchy: h.csv\naggregate: geometric\n"), "0");
  }

  @Test
  void aLogarithmThatCannotBeTakenIsSaidInItsSection() throws IOException {
    Loaded<Answer> loaded =
        run(
            "unit,year,a,b\nU,1,-9,1\nV,1,2,1\nU,2,1,1\nV,2,2,3\n",
            "hierarchy: h.csv\nweights: given\n");
    assertThat(loaded).isInstanceOf(Loaded.Ready.class);
    assertThat(String.valueOf(((Loaded.Ready<Answer>) loaded).value().document()))
        .contains("logarithm");
  }

  @Test
  void oneUnitAndTwoPeriodsAreToldWithWhatTheyLeaveOut() throws IOException {
    Loaded<Answer> one = run("unit,a,b\nU,1,5\n", "hierarchy: h.csv\n");
    assertThat(one).isInstanceOf(Loaded.Ready.class);
    assertThat(texts(one))
        .anySatisfy(text -> assertThat(text).contains("\"U\"", "only unit", "two units"));
    Loaded<Answer> two = run("unit,year,a,b\nU,1,1,5\nV,1,2,4\nU,2,2,3\nV,2,1,2\n", SCALED);
    assertThat(two).as(texts(two).toString()).isInstanceOf(Loaded.Ready.class);
    assertThat(texts(two))
        .anySatisfy(text -> assertThat(text).contains("\"1, 2\"", "three periods"));
    Loaded<Answer> three =
        run("unit,year,a,b\nU,1,1,5\nV,1,2,4\nU,2,2,3\nV,2,1,2\nU,3,4,3\nV,3,1,2\n", SCALED);
    assertThat(texts(three)).noneSatisfy(text -> assertThat(text).contains("three periods"));
  }

  @Test
  void dataWithoutAnyScoreAreRefusedAndSoAreNumbersWithoutSquares() throws IOException {
    refused(run("unit,a,b\nU,,\nV,,\n", SCALED), "no score for any unit");
    refused(run("unit,a,b\nU,1e308,1\nV,-1e308,2\n", SCALED), "1e100");
  }

  @Test
  void otherSeparatorsAreTold() throws IOException {
    refused(run("unit;a;b\nU;1;2\nV;2;1\n", SCALED), "single column");
    refused(run("unit\ta\tb\nU\t1\t2\nV\t2\t1\n", SCALED), "single column");
  }

  @Test
  void weightsThatDoNotSumToOneAreToldWhereverTheyStand() throws IOException {
    Files.writeString(temp.resolve("w.csv"), "code,weight\na,0.6\nb,0.6\n");
    String data = "unit,a,b\nU,1,5\nV,2,6\nW,3,4\n";
    assertThat(texts(run(data, SCALED + "weights: fixed\nweights_file: w.csv\n")))
        .anySatisfy(text -> assertThat(text).contains("\"I\"", "sum to 1"));
    Files.writeString(temp.resolve("w.csv"), "code,weight\na,0.6\nb,0.4\n");
    assertThat(texts(run(data, SCALED + "weights: fixed\nweights_file: w.csv\n"))).isEmpty();
    Files.writeString(
        temp.resolve("sum.csv"), "code,parent,direction,weight\nI,,1,\na,I,1,0.9\nb,I,1,0.9\n");
    assertThat(texts(run(data, SCALED.replace("h.csv", "sum.csv"))))
        .anySatisfy(text -> assertThat(text).contains("\"I\"", "1.800"));
  }

  @Test
  void whoIsWhoseNeighbourMustBeKnown() throws IOException {
    String data = "unit,a,b,latitude,longitude,gdp\nU,1,5,0,0,1\nV,2,6,0,0,1\nW,3,4,,,\n";
    Loaded<Answer> placed = run(data, SCALED + "neighbours: {nearest: 1}\n");
    refused(placed, "\"W\"", "latitude");
    refused(placed, "\"V\"", "place of U");
    Loaded<Answer> alike = run(data, SCALED + "neighbours: {economic: gdp}\n");
    refused(alike, "\"W\"", "gdp");
    refused(alike, "\"V\"", "level of U");
    refused(run(data, SCALED + "neighbours: {economic: height}\n"), "height", "gdp");
    refused(run(data, SCALED + "neighbours: {nearest: 1, distance: 2}\n"), "nearest, distance");
    refused(run(data, SCALED + "neighbours: {near: 1}\n"), "near");
    Files.writeString(temp.resolve("n.csv"), "from,to\nU,V\nV,Q\nR,W\n");
    Loaded<Answer> both = run(data, SCALED + "neighbours: n.csv\naggregate: geometric\n");
    refused(both, "\"Q\"", "is no unit");
    refused(both, "\"R\"", "is no unit");
    refused(both, "geometric");
    refused(run(data, SCALED + "neighbours: {nearest: 1, within: 9}\n"), "nearest, within");
    refused(run(data, SCALED + "neighbours: {within: 9}\n"), "within");
    assertThat(
            texts(
                run(
                    "unit,a,b,latitude,longitude\nU,1,5,0,0\nV,2,6,0,1\nW,3,4,0,9\nX,2,1,0,8\n",
                    SCALED + "neighbours: {distance: 1, within: 99}\n")))
        .filteredOn(text -> text.contains("no neighbours"))
        .hasSize(4);
  }

  @Test
  void manyOfAKindAreToldOnceWithAllTheirNames() throws IOException {
    Files.writeString(
        temp.resolve("many.csv"), "code,parent,direction\nI,,1\na,I,1\nb,I,1\nc,I,1\nd,I,1\n");
    String study = "hierarchy: many.csv\nsteps: [{do: impute, by: group_mean}";
    List<String> told =
        texts(
            run(
                "unit,a,b,c,d\nU,,5,1,2\nV,2,,2,3\nW,3,4,,4\nX,4,1,5,\n",
                study + ", {do: normalise, by: min_max}]\n"));
    assertThat(told)
        .filteredOn(text -> text.contains("were filled"))
        .singleElement()
        .asString()
        .contains("4 indicators", "a (1), b (1), c (1), d (1)");
    assertThat(
            texts(
                run(
                    "unit,a,b,c,d\nU,,5,1,2\nV,2,,2,3\nW,3,4,3,4\nX,4,1,5,4\n",
                    study + ", {do: normalise, by: min_max}]\n")))
        .filteredOn(text -> text.contains("which was filled"))
        .hasSize(2);
  }

  @Test
  void judgementsThatContradictThemselvesAreRefused() throws IOException {
    Files.writeString(temp.resolve("h3.csv"), "code,parent,direction\nI,,1\na,I,1\nb,I,1\nc,I,1\n");
    Files.writeString(
        temp.resolve("j.yaml"),
        """
        judgements:
          - group: I
            items: [a, b, c]
            matrix: [[1, 9, 1/9], [1/9, 1, 9], [9, 1/9, 1]]
        """);
    refused(
        run(
            "unit,a,b,c\nU,1,5,2\nV,2,6,3\nW,3,4,1\n",
            "hierarchy: h3.csv\nweights: ahp\njudgements: j.yaml\n"),
        "I");
  }

  @Test
  void aUnitUnknownToTheNeighboursIsRefusedWithItsLine() throws IOException {
    Files.writeString(temp.resolve("n.csv"), "from,to\nU,V\nU,X\n");
    refused(run("unit,a,b\nU,1,5\nV,2,6\nW,3,4\n", SCALED + "neighbours: n.csv\n"), "n.csv:3", "X");
  }

  @Test
  void everyUnknownKeyAndWordOfAStudyIsRefusedAtOnce() throws IOException {
    Loaded<Answer> loaded =
        run(
            "unit,a,b\nU,1,5\nV,2,6\nW,3,4\n",
            """
            hierarchy: h.csv
            colour: red
            fuzzy: round
            weights: heavy
            aggregate: median
            node: Z
            group: nowhere
            steps: [{do: normalise, by: magic}, {do: sing}, {do: treat, by: fences, range: 2}]
            """);
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
    for (String word :
        List.of("colour", "round", "heavy", "median", "Z", "nowhere", "magic", "sing", "range")) {
      assertThat(texts(loaded)).as(word).anySatisfy(text -> assertThat(text).contains(word));
    }
  }

  /** Each word of each choice does something: the study runs, or says why it cannot. */
  @Test
  void everyChoiceIsAccepted() throws IOException {
    String data =
        """
        unit,year,r,a,b
        U,1,e,1,5
        V,1,e,2,6
        W,1,w,3,4
        X,1,w,9,1
        U,2,e,2,4
        V,2,e,3,7
        W,2,w,4,9
        X,2,w,8,2
        """;
    List<String> studies =
        List.of(
            "weights: given",
            "weights: equal",
            "weights: entropy",
            "weights: critic",
            "weights: pca",
            "weights: [given, entropy]",
            "entropy_shift: 0.1",
            "aggregate: arithmetic",
            "aggregate: geometric",
            "aggregate: harmonic",
            "aggregate: topsis",
            "aggregate: copeland",
            "aggregate: doubt",
            "fuzzy: triangular",
            "fuzzy: trapezoid",
            "fuzzy: crisp",
            "group: r",
            "node: I");
    for (String study : studies) {
      Loaded<Answer> loaded =
          run(
              data,
              "hierarchy: h.csv\nsteps: [{do: normalise, by: min_max, low: 1, high: 100}]\n"
                  + study
                  + "\n");
      assertThat(loaded).as(study + texts(loaded)).isInstanceOf(Loaded.Ready.class);
    }
    List<String> steps =
        List.of(
            "{do: screen, least_known: 0.5, longest_gap: 2}",
            "{do: impute, by: group_mean, group: r}",
            "{do: impute, by: group_median, group: r}",
            "{do: impute, by: interpolation, beyond: true}",
            "{do: impute, by: last_observation}",
            "{do: treat, by: skew_rule, most_winsorised: 2, skewness: 1, kurtosis: 2}",
            "{do: treat, by: percentiles, low: 5, high: 95, group: r}",
            "{do: treat, by: fences, ranges: 1}",
            "{do: treat, by: sigmas, deviations: 2}",
            "{do: normalise, by: min_max, extent: per_period}",
            "{do: normalise, by: z_score, mean: 10, deviation: 2}",
            "{do: normalise, by: rank}",
            "{do: normalise, by: percentile_rank}",
            "{do: normalise, by: borda}",
            "{do: normalise, by: fraction_of_max}",
            "{do: normalise, by: distance_to_max}",
            "{do: normalise, by: distance_to_reference, reference: V}",
            "{do: normalise, by: none}");
    for (String step : steps) {
      Loaded<Answer> loaded = run(data, "hierarchy: h.csv\nsteps: [" + step + "]\n");
      assertThat(loaded).as(step + texts(loaded)).isInstanceOf(Loaded.Ready.class);
    }
  }

  @Test
  void pairsWithAUnitThatWasScreenedOutSayNothing() throws IOException {
    Files.writeString(temp.resolve("n.csv"), "from,to\nU,V\nV,W\nW,U\nW,X\nX,U\n");
    Loaded<Answer> screened =
        run(
            "unit,a,b\nU,1,5\nV,2,6\nW,4,4\nX,,2\n",
            SCALED.replace("[{", "[{do: screen, least_known: 0.9}, {") + "neighbours: n.csv\n");
    assertThat(screened).as(texts(screened).toString()).isInstanceOf(Loaded.Ready.class);
    assertThat(texts(screened)).noneMatch(text -> text.contains("no unit of the data"));
  }
}
