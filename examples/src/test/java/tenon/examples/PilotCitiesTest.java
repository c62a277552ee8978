package tenon.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tenon.examples.PilotCities.City;
import tenon.examples.PilotCities.Pilot;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.FlatTable;
import tenon.study.answer.Answer;
import tenon.study.effect.EffectMethods;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.page.Table;

/** The panel is what its generator writes, and the study finds what was planted. */
class PilotCitiesTest {
  private static final Path KEPT = Path.of("pilot-cities");

  @Test
  void keptFilesAreWhatTheGeneratorWrites() throws IOException {
    for (Map.Entry<String, String> file : PilotCities.files(PilotCities.SEED).entrySet()) {
      assertThat(KEPT.resolve(file.getKey())).hasContent(file.getValue());
    }
  }

  @Test
  void fortyFivePilotsOf285CitiesAreSureAndTenAreListed() {
    List<City> cities = PilotCities.cities(new Draws(1));
    assertThat(cities).hasSize(285);
    assertThat(cities.stream().map(City::name).distinct()).hasSize(285);
    assertThat(cities.stream().filter(City::pilot)).hasSize(45);
    List<Pilot> roster = PilotCities.roster();
    assertThat(roster).hasSize(55);
    assertThat(roster.stream().filter(pilot -> !pilot.isSure()))
        .extracting(Pilot::published)
        .hasSize(10)
        .contains("Yiwu", "Huzhou", "Bijie", "China (Henan) Pilot Free Trade Zone");
    List<String> names = cities.stream().map(City::name).toList();
    for (Pilot pilot : roster) {
      if (pilot.how().equals("exact")) {
        assertThat(pilot.unit()).isEqualTo(pilot.published());
      }
      if (pilot.isSure()) {
        assertThat(names).contains(pilot.unit());
        // No other city is spelled more nearly like what was published.
        String published = pilot.published().toLowerCase(Locale.ROOT);
        int distance = distance(published, pilot.unit().toLowerCase(Locale.ROOT));
        assertThat(distance).as(pilot.published()).isLessThanOrEqualTo(2);
      } else {
        assertThat(pilot.unit()).isEmpty();
      }
    }
  }

  private static int distance(String a, String b) {
    int[] last = new int[b.length() + 1];
    for (int j = 0; j < last.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j < now.length; j++) {
        int swap = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(swap, Math.min(last[j], now[j - 1]) + 1);
      }
      last = now;
    }
    return last[b.length()];
  }

  @Test
  void theStudyShowsThePublishedShapesAndFindsWhatWasPlanted() throws IOException {
    Answer answer = study();
    Map<String, double[]> estimates = new HashMap<>();
    Table table = answer.tables().getFirst();
    for (List<String> row : table.rows()) {
      double[] numbers = new double[8];
      for (int i = 0; i < numbers.length; i++) {
        String cell = row.get(3 + i);
        numbers[i] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
      }
      estimates.put(row.get(0) + "|" + row.get(1) + "|" + row.get(2), numbers);
    }
    Map<String, Double> planted = planted();
    double total = at(planted, "total");
    holds(at(estimates, "benchmark|full|DID"), total);
    for (String estimator : List.of("cs", "imputation", "twostage", "synthdid", "sunab")) {
      holds(at(estimates, "alternatives|" + estimator + "|DID"), total);
    }
    for (int since = 0; since <= 4; since++) {
      holds(at(estimates, "event_study|" + since + "|DID"), at(planted, "since " + since));
    }
    for (String group : List.of("digital", "ip", "resource")) {
      for (String value : List.of("0", "1")) {
        String name = group + " " + value;
        holds(at(estimates, "heterogeneity|" + name + "|DID"), at(planted, name));
      }
    }
    for (String mediator : List.of("BUET", "IS", "NQPF")) {
      holds(
          at(estimates, "mediation|" + mediator + " on policy|DID"), at(planted, mediator + " a"));
      String given = "mediation|outcome given " + mediator + "|";
      holds(at(estimates, given + mediator), at(planted, mediator + " b"));
      holds(at(estimates, given + "DID"), at(planted, mediator + " direct"));
    }
    for (String ring : List.of("ring 0-50 km", "ring 50-100 km", "ring 100-150 km")) {
      holds(at(estimates, "spillover|" + ring + "|" + ring), at(planted, "spillover"));
    }
    double[] more = at(estimates, "triple|resource 0|treated x group");
    holds(more, at(planted, "resource 0") - at(planted, "resource 1"));
    for (String column : List.of("lsdvc", "gmm", "sgmm")) {
      assertThat(at(estimates, "dynamic|" + column + "|CTRI (-1)")[1]).isPositive();
      assertThat(at(estimates, "dynamic|" + column + "|DID")[0]).isPositive();
    }
    assertThat(at(estimates, "dynamic|gmm|CTRI (-1) x LE")[1]).isPositive();
    // Sizes of the published tables.
    assertThat(at(estimates, "benchmark|plain|DID")[5]).isEqualTo(3091);
    assertThat(at(estimates, "benchmark|full|DID")[5]).isEqualTo(3085);
    assertThat(at(estimates, "benchmark|plain|DID")[0]).isGreaterThan(4);
    assertThat(at(estimates, "robustness|window|DID")[0])
        .isLessThan(at(estimates, "benchmark|full|DID")[0]);
    assertThat(answer.texts().get("case.yaml"))
        .contains("no effect seen where high IP protection = 0");
    assertThat(answer.result().at("/bacon/never_treated").asDouble()).isCloseTo(1, within(1e-9));
    assertThat(answer.result().at("/bacon_controls/estimate").asDouble())
        .isCloseTo(at(estimates, "benchmark|full|DID")[0], within(.02));
    describedAsPublished(answer);
  }

  private static <T> T at(Map<String, T> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  private static void holds(double[] estimate, double value) {
    assertThat(estimate[3]).isLessThanOrEqualTo(value);
    assertThat(estimate[4]).isGreaterThanOrEqualTo(value);
  }

  private static void describedAsPublished(Answer answer) {
    Map<String, Moments> published = new HashMap<>(PilotOutcome.PUBLISHED);
    published.put("CTRI", PilotOutcome.OUTCOME);
    int checked = 0;
    for (var node : answer.result().get("descriptives")) {
      String name = node.get("variable").asString();
      Moments moments = published.get(name);
      if (moments != null) {
        checked++;
        assertThat(node.get("mean").asDouble()).as(name).isCloseTo(moments.mean(), within(.002));
        assertThat(node.get("sd").asDouble()).as(name).isCloseTo(moments.deviation(), within(.002));
        if (!name.equals("CTRI")) {
          assertThat(node.get("min").asDouble()).isCloseTo(moments.least(), within(1e-9));
          assertThat(node.get("max").asDouble()).isCloseTo(moments.most(), within(1e-9));
        }
        int n = name.equals("FAI") ? 3087 : name.equals("FIN") ? 3089 : 3091;
        assertThat(node.get("n").asInt()).as(name).isEqualTo(n);
      }
    }
    assertThat(checked).isEqualTo(10);
  }

  /** The kept study with fewer draws. */
  private static Answer study() throws IOException {
    Path config = KEPT.resolve("fewer.yaml");
    String yaml =
        Files.readString(KEPT.resolve("study.yaml"))
            .replace("draws: 500", "draws: 60")
            .replace("draws: 200", "draws: 8")
            .replace("draws: 999", "draws: 99")
            .replace("permutations: 199", "permutations: 5");
    Method method = Method.named("study", EffectMethods.all()).orElseThrow();
    try {
      Files.writeString(config, yaml);
      Asked asked =
          new Asked(
              KEPT.resolve("panel.csv"),
              method.complete(Map.of("config", config.toString())),
              1,
              1,
              Locale.ENGLISH);
      return switch (method.work().answer(asked, Progress.NONE)) {
        case Loaded.Ready<Answer>(var answer, var _) -> answer;
        case Loaded.Rejected<Answer>(var faults) -> throw new AssertionError(faults.toString());
      };
    } finally {
      Files.deleteIfExists(config);
    }
  }

  private static Map<String, Double> planted() {
    Loaded<FlatTable> read = FlatTable.read(KEPT.resolve("expected/planted.csv"));
    if (!(read instanceof Loaded.Ready<FlatTable>(var table, var _))) {
      throw new AssertionError(read.findings().toString());
    }
    Map<String, Double> planted = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      planted.put(table.texts("name").get(row), table.numbers("value")[row]);
    }
    return planted;
  }
}
