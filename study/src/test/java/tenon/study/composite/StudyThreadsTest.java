package tenon.study.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;

/** Everything that a study of a panel answers with is the same to the byte at 1 and 2 threads. */
class StudyThreadsTest {
  private static final String STUDY =
      """
      hierarchy: h.csv
      group: part
      neighbours: {nearest: 3}
      drivers: [size]
      predicts: {before: 2001, after: 2004, outcomes: [drop]}
      fuzzy: triangular
      permutations: 99
      steps:
        - {do: impute, by: em}
        - {do: treat, by: skew_rule}
        - {do: normalise, by: min_max, low: 1, high: 100}
      weights: %s
      uncertainty:
        replications: 150
        factors:
          - name: scale
            step: normalise
            alternatives:
              - {by: min_max, low: 1, high: 100}
              - {by: z_score, mean: 10, deviation: 2}
          - {name: weights, noise: 0.25, sets: %d}
          - {name: means, aggregate: [arithmetic, geometric]}
      """;

  @TempDir private Path temp = Path.of("");

  private Answer answer(String study, int threads) throws IOException {
    Files.writeString(temp.resolve("study.yaml"), study);
    Method method = IndexStudy.method();
    Map<String, String> given = Map.of("config", temp.resolve("study.yaml").toString());
    Asked asked =
        new Asked(temp.resolve("d.csv"), method.complete(given), 5, threads, Locale.ENGLISH);
    Loaded<Answer> loaded = method.work().answer(asked, Progress.NONE);
    assertThat(loaded).as(loaded.findings() + "").isInstanceOf(Loaded.Ready.class);
    return ((Loaded.Ready<Answer>) loaded).value();
  }

  private void data() throws IOException {
    Files.writeString(
        temp.resolve("h.csv"),
        """
        code,parent,direction,weight
        I,,1,
        A,I,1,0.5
        B,I,1,0.5
        a,A,1,0.5
        b,A,-1,0.5
        c,B,1,0.25
        d,B,1,0.75
        """);
    Random random = new Random(8);
    StringBuilder rows = new StringBuilder("unit,year,part,latitude,longitude,size,drop,a,b,c,d\n");
    for (int unit = 0; unit < 14; unit++) {
      double level = random.nextGaussian();
      double latitude = 20 + 20 * random.nextDouble();
      double longitude = 100 + 20 * random.nextDouble();
      for (int year = 2000; year < 2006; year++) {
        rows.append("U%02d,%d,%s".formatted(unit, year, unit % 2 == 0 ? "e" : "w"));
        rows.append(",%s,%s".formatted(latitude, longitude));
        rows.append(",%s,%s".formatted(random.nextDouble(), random.nextDouble()));
        for (int k = 0; k < 4; k++) {
          boolean gap = random.nextInt(30) == 0;
          rows.append(gap ? "," : "," + (5 + level + .3 * random.nextGaussian()));
        }
        rows.append('\n');
      }
    }
    Files.writeString(temp.resolve("d.csv"), rows);
  }

  /** Exact indices of a small design, and drawn ones of a large design. */
  @Test
  void aPanelStudyIsTheSameAtAnyNumberOfThreads() throws IOException {
    data();
    for (String study :
        new String[] {STUDY.formatted("given", 20), STUDY.formatted("[given, entropy]", 400)}) {
      Answer one = answer(study, 1);
      Answer two = answer(study, 2);
      assertThat(one.tables())
          .extracting(table -> table.file())
          .contains("runs_scores.csv", "sobol.csv", "drivers.csv", "statistics.csv", "grades.csv");
      assertThat(two.tables()).isEqualTo(one.tables());
      assertThat(two.result().toString()).isEqualTo(one.result().toString());
      assertThat(two.lines()).isEqualTo(one.lines());
      assertThat(two.document()).isEqualTo(one.document());
      assertThat(String.valueOf(one.document())).contains("Durbin", "markov", "lisa");
    }
  }
}
