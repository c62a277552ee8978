package tenon.study.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tools.jackson.databind.JsonNode;

class DriverMethodsTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @TempDir private Path temp = Path.of("");

  private Loaded<Answer> run(String name, String csv, String... options) throws IOException {
    Method method = Method.named(name, MeasureMethods.all()).orElseThrow();
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      given.put(options[i], options[i + 1]);
    }
    Path file = Files.writeString(temp.resolve("in.csv"), csv);
    Asked asked = new Asked(file, method.complete(given), 1, 1, Locale.ENGLISH);
    return method.work().answer(asked, Progress.NONE);
  }

  private JsonNode result(String name, String csv, String... options) throws IOException {
    Loaded<Answer> loaded = run(name, csv, options);
    if (loaded instanceof Loaded.Ready<Answer>(var answer, var _)) {
      return answer.result();
    }
    throw new AssertionError(texts(loaded));
  }

  private static List<String> texts(Loaded<Answer> loaded) {
    return loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
  }

  private static final String PANEL =
      "unit,year,a,b,g\nU,1,10,20,1\nU,2,30,10,2\nV,1,40,40,4\nV,2,40,50,3\nW,1,5,6,1\nW,2,7,9,2\n";

  /** .25 x 20 and .75 x -10; a straight line through six points by hand with g. */
  @Test
  void aChangeIsSplitAmongItsIndicators() throws IOException {
    JsonNode u =
        result("drivers", PANEL, "columns", "a,b", "weights", ".25,.75").get("units").get(0);
    assertThat(u.get("change").asDouble()).isCloseTo(-2.5, CLOSE);
    assertThat(u.get("contributions").get("a").asDouble()).isCloseTo(5, CLOSE);
    assertThat(u.get("contributions").get("b").asDouble()).isCloseTo(-7.5, CLOSE);
    JsonNode product =
        result("drivers", PANEL, "columns", "a,b", "aggregate", "geometric").get("units").get(0);
    // From sqrt(200) to sqrt(300): halves of L ln 3 and L ln 1/2, L the logarithmic mean.
    double before = Math.sqrt(200);
    double after = Math.sqrt(300);
    double mean = (after - before) / Math.log(after / before);
    assertThat(product.get("contributions").get("a").asDouble())
        .isCloseTo(mean * Math.log(3) / 2, CLOSE);
    assertThat(product.get("contributions").get("b").asDouble())
        .isCloseTo(-mean * Math.log(2) / 2, CLOSE);
  }

  @Test
  void outsideDriversAreRegressed() throws IOException {
    // Scores 15 20 40 45 5.5 8 on 1 2 4 3 1 2: slope = cov / var by hand.
    double[] y = {15, 20, 40, 45, 5.5, 8};
    double[] x = {1, 2, 4, 3, 1, 2};
    double mx = 13 / 6.0;
    double my = 133.5 / 6;
    double up = 0;
    double down = 0;
    for (int i = 0; i < 6; i++) {
      up += (x[i] - mx) * (y[i] - my);
      down += (x[i] - mx) * (x[i] - mx);
    }
    JsonNode terms =
        result("drivers", PANEL, "columns", "a,b", "x", "g").get("regression").get("terms");
    assertThat(terms.get(1).get("coefficient").asDouble()).isCloseTo(up / down, CLOSE);
    assertThat(terms.get(0).get("coefficient").asDouble()).isCloseTo(my - up / down * mx, CLOSE);
  }

  @Test
  void aScoreThatTellsIsToldApartFromOneThatDoesNot() throws IOException {
    StringBuilder csv = new StringBuilder("unit,score,drop,luck\n");
    int[] luck = {3, 9, 1, 7, 2, 8, 5, 6, 4, 10, 1, 9};
    for (int i = 0; i < luck.length; i++) {
      csv.append("u" + i + "," + i + "," + (20 - i + (i % 2) * .5) + "," + luck[i] + "\n");
    }
    JsonNode both =
        result("predicts", csv.toString(), "score", "score", "outcome", "drop,luck")
            .get("outcomes");
    assertThat(both.get(0).get("predicts").asBoolean()).isTrue();
    assertThat(both.get(0).get("rank_correlation").asDouble()).isLessThan(-.9);
    assertThat(both.get(1).get("predicts").asBoolean()).isFalse();
  }

  @Test
  void industriesWithEqualMeansShareThePlace() throws IOException {
    JsonNode places =
        result("industries", "industry,a,b\nX,1,3\nY,2,2\nZ,0,1\n", "weights", ".5,.5")
            .get("industries");
    assertThat(places.get(0).get("priority").asInt()).isEqualTo(1);
    assertThat(places.get(1).get("priority").asInt()).isEqualTo(1);
    assertThat(places.get(2).get("priority").asInt()).isEqualTo(3);
    assertThat(places.get(2).get("overall").asDouble()).isCloseTo(.5, CLOSE);
  }

  @Test
  void whatCannotBeDoneIsTold() throws IOException {
    assertThat(texts(run("industries", "industry,a,b\nX,1,\nY,2,2\n")).getFirst())
        .contains("X", "no score");
    assertThat(texts(run("industries", "industry,a\nX,1\n", "weights", "2")).getFirst())
        .contains("2.0");
    assertThat(texts(run("drivers", PANEL, "columns", "a,c")).getFirst()).contains("c");
    assertThat(texts(run("drivers", PANEL, "columns", "a,b", "weights", ".5,.6")).getFirst())
        .contains("1.1");
    assertThat(texts(run("drivers", "unit,year,a\nU,1,2\nV,1,3\n", "columns", "a")).getFirst())
        .contains("one period");
    assertThat(
            texts(run("drivers", "unit,year,a\nU,1,2\nU,1,3\nU,2,3\n", "columns", "a")).getFirst())
        .contains("in.csv:3", "twice");
    assertThat(
            texts(run("predicts", "unit,s,y\nU,1,2\nV,2,3\n", "score", "s", "outcome", "y"))
                .getFirst())
        .contains("y", "too few");
  }
}
