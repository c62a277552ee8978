package tenon.study.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;

/** What single measures are given and cannot use: each is said, none is left out in silence. */
class BadMeasuresTest {
  private static final String FUZZY = "{\"weights\":[0.5,0.5],\"R\":[[0.5,0.5],[1,0]]}";

  @TempDir private Path temp = Path.of("");

  private Loaded<Answer> run(String name, String file, String text, String... options)
      throws IOException {
    Method method = Method.named(name, MeasureMethods.all()).orElseThrow();
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      given.put(options[i], options[i + 1]);
    }
    Path source = Files.writeString(temp.resolve(file), text);
    Asked asked = new Asked(source, method.complete(given), 1, 1, Locale.ENGLISH);
    return method.work().answer(asked, Progress.NONE);
  }

  private static void refused(Loaded<Answer> loaded, String code) {
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
    assertThat(loaded.findings()).extracting(Finding::code).contains(code);
  }

  /** One cell that is no number does not turn a column of numbers into one of names. */
  @ParameterizedTest
  @CsvSource({
    "entropy,abc",
    "critic,abc",
    "topsis,Infinity",
    "reliability,inf",
    "coupling,abc",
    "obstacle,-inf",
    "markov,abc",
    "convergence,inf",
    "moran,abc",
    "sdm,Infinity",
    "dagum,inf"
  })
  void aSpoiltColumnIsRefused(String method, String cell) throws IOException {
    String text =
        """
        group,y,b
        p,0.3,0.1
        q,%s,0.9
        r,0.9,0.2
        s,0.6,0.4
        """
            .formatted(cell);
    refused(run(method, "in.csv", text), "cell-no-number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2,3", "1,x", "1,inf", "1"})
  void gradeValuesThatDoNotFitAreRefused(String values) throws IOException {
    refused(run("fuzzy", "in.json", FUZZY, "grade-values", values), "grade-values");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "json-number|{\"weights\":[0.5,0.5],\"R\":[[0.5,\"x\"],[1,0]]}",
        "json-number|{\"weights\":[\"a\",0.5],\"R\":[[0.5,0.5],[1,0]]}",
        "weights-negative|{\"weights\":[-0.5,1.5],\"R\":[[0.5,0.5],[1,0]]}",
        "membership-range|{\"weights\":[0.5,0.5],\"R\":[[-0.5,1.5],[1,0]]}",
        "membership-range|{\"weights\":[0.5,0.5],\"R\":[[0,0],[0,0]]}",
        "fuzzy-grades|{\"weights\":[0.5,0.5],\"R\":[0.5,1]}",
      })
  void membershipsThatAreNoneAreRefused(String code, String text) throws IOException {
    refused(run("fuzzy", "in.json", text), code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x,0.6,0.4", "0.5,x,0.4", "0.5,inf,0.4"})
  void aTableOfMembershipsWithOtherCellsIsRefused(String cells) throws IOException {
    String text = "name,weight,low,high\na," + cells + "\nb,0.5,1,0\n";
    assertThat(run("fuzzy", "in.csv", text)).isInstanceOf(Loaded.Rejected.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "entropy|json-number|{\"X\":[[0.1,1e999],[0.3,0.4],[0.2,0.9]]}",
        "entropy|json-length|{\"X\":[[0.1,0.2],[0.3,0.4]],\"units\":[\"a\"]}",
        "topsis|json-length|{\"X\":[[0.1,0.2],[0.3,0.4]],\"direction\":[1]}",
        "dagum|json-number|{\"y\":[1,\"x\",3],\"g\":[\"A\",\"A\",\"B\"]}",
      })
  void jsonThatDoesNotFitIsRefused(String method, String code, String text) throws IOException {
    refused(run(method, "in.json", text), code);
  }

  @ParameterizedTest
  @CsvSource({"u0,1,unit-twice", "u3,x,cell-no-number"})
  void neighboursAndUnitsAreChecked(String last, String weight, String code) throws IOException {
    String pairs = "i,j,w\nu0,u1,%s\nu1,u0,1\nu0,u2,1\nu2,u0,1\n".formatted(weight);
    Path file = Files.writeString(temp.resolve("e.csv"), pairs);
    String units = "id,v\nu0,1\nu1,2\nu2,5\n%s,3\n".formatted(last);
    refused(run("moran", "in.csv", units, "neighbours", file.toString()), code);
  }

  /** Alike at the start, or past the common level: 1 + beta T is -1 for 1, 2, 4 to 4, 2, 1. */
  @Test
  void aSlopeThatThereIsNotOrHasNoSpeedIsSaid() throws IOException {
    Loaded<Answer> alike = run("convergence", "alike.csv", "unit,2019,2020\na,5,5\nb,5,5\nc,5,5\n");
    assertThat(alike).isInstanceOf(Loaded.Ready.class);
    assertThat(alike.findings()).extracting(Finding::code).contains("beta-none");
    Loaded<Answer> past = run("convergence", "past.csv", "unit,2019,2020\na,1,4\nb,2,2\nc,4,1\n");
    assertThat(past).isInstanceOf(Loaded.Ready.class);
    assertThat(past.findings()).extracting(Finding::code).contains("beta-fast");
  }
}
