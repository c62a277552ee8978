package tenon.study.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.FlatTable;
import tenon.study.AnswerFiles;
import tenon.study.answer.Answer;
import tenon.study.composite.IndexStudy;
import tenon.study.document.Block;
import tenon.study.document.DocumentFormat;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tools.jackson.databind.JsonNode;

/** From the files of another program to the report, by the command of a study file. */
class StudyConformanceTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @TempDir private Path temp = Path.of("");

  private static final String ASEM =
      """
      hierarchy: iMeta.csv
      unit: uCode
      period: Time
      group: EurAsia_group
      steps:
        - {do: denominate}
        - {do: impute, by: group_mean, group: EurAsia_group}
        - {do: screen, least_known: 0.9}
        - {do: treat, by: skew_rule, most_winsorised: 5, skewness: 2, kurtosis: 3.5}
        - {do: normalise, by: min_max, low: 0, high: 100}
      weights: given
      aggregate: arithmetic
      """;

  private static FlatTable table(Path file) {
    return ((Loaded.Ready<FlatTable>) FlatTable.read(file)).value();
  }

  @Test
  void theAsemExampleComesToItsAggregatesAndItsReport() throws Exception {
    String folder = "index/coinr_asem/";
    Path data = Oracles.file(folder + "iData.csv");
    Files.copy(Oracles.file(folder + "iMeta.csv"), temp.resolve("iMeta.csv"));
    Files.writeString(temp.resolve("study.yaml"), ASEM);
    Method method = IndexStudy.method();
    Map<String, String> given = Map.of("config", temp.resolve("study.yaml").toString());
    Asked asked = new Asked(data, method.complete(given), 1, 1, Locale.ENGLISH);
    Loaded<Answer> loaded = method.work().answer(asked, Progress.NONE);
    List<String> findings =
        loaded.findings().stream().map(finding -> finding.text(Locale.ENGLISH)).toList();
    assertThat(loaded).as(findings.toString()).isInstanceOf(Loaded.Ready.class);
    Answer answer = ((Loaded.Ready<Answer>) loaded).value();
    Path out = temp.resolve("out");
    List<Finding> faults =
        AnswerFiles.write(
            answer, loaded.findings(), List.of(DocumentFormat.values()), out, Locale.ENGLISH);
    assertThat(faults).isEmpty();

    FlatTable expected = table(Oracles.file(folder + "aggregates_full_precision.csv"));
    FlatTable scores = table(out.resolve("scores.csv"));
    assertThat(scores.rows()).isEqualTo(51);
    List<String> ours = scores.texts("unit");
    for (String node : expected.names().subList(1, expected.names().size())) {
      for (int row = 0; row < expected.rows(); row++) {
        String unit = expected.texts("uCode").get(row);
        assertThat(scores.numbers(node)[ours.indexOf(unit)])
            .as(node + " of " + unit)
            .isCloseTo(expected.numbers(node)[row], CLOSE);
      }
    }
    FlatTable ranks = table(Oracles.file(folder + "ranks_full.csv"));
    FlatTable ourRanks = table(out.resolve("ranks.csv"));
    for (int row = 0; row < ranks.rows(); row++) {
      int at = ourRanks.texts("unit").indexOf(ranks.texts("uCode").get(row));
      assertThat(ourRanks.numbers("Index")[at]).isEqualTo(ranks.numbers("Index")[row]);
    }
    try (var files = Files.list(out)) {
      List<String> names = files.map(file -> String.valueOf(file.getFileName())).toList();
      assertThat(names)
          .contains("scores.csv", "ranks.csv", "weights.csv", "result.json")
          .contains("step_1_denominate.csv", "step_5_normalise.csv");
      for (String suffix : List.of(".html", ".tex", ".docx", ".xlsx")) {
        assertThat(names).as(suffix).anyMatch(name -> name.endsWith(suffix));
      }
    }
  }

  @Test
  void thePublishedRatingOfIndustriesIsReproduced() throws Exception {
    Path file = Oracles.published("emerging_industries.csv");
    FlatTable printed = table(file);
    JsonNode ranked =
        Oracles.result("assess industries", file, "columns", "relevance,spillover,growth")
            .get("industries");
    assertThat(ranked.size()).isEqualTo(printed.rows());
    for (JsonNode one : ranked) {
      int row = printed.texts("industry").indexOf(one.get("industry").asString());
      // Printed with three decimals.
      assertThat(one.get("overall").asDouble())
          .isCloseTo(printed.numbers("overall")[row], within(.0005 + 1e-9));
      assertThat(one.get("priority").asDouble()).isEqualTo(printed.numbers("priority")[row]);
    }
    assertThat(Arrays.stream(printed.numbers("priority")).max().orElse(0)).isEqualTo(5);
  }

  private Answer answered(Path data, String study, Locale locale) throws Exception {
    Files.writeString(temp.resolve("study.yaml"), study);
    Method method = IndexStudy.method();
    Map<String, String> given = Map.of("config", temp.resolve("study.yaml").toString());
    Asked asked = new Asked(data, method.complete(given), 1, 2, locale);
    Loaded<Answer> loaded = method.work().answer(asked, Progress.NONE);
    List<String> told = loaded.findings().stream().map(finding -> finding.text(locale)).toList();
    assertThat(loaded).as(told.toString()).isInstanceOf(Loaded.Ready.class);
    return ((Loaded.Ready<Answer>) loaded).value();
  }

  @Test
  void thePublishedTableOfRegionsIsReproduced() throws Exception {
    Path file = Oracles.published("region_scores_2018_2023.csv");
    FlatTable printed = table(file);
    // Weights of the third level summed by dimension, as published.
    Files.writeString(
        temp.resolve("h.csv"),
        """
        code,parent,direction,weight
        I,,1,
        structural,I,1,0.340
        functional,I,1,0.344
        evolutionary,I,1,0.316
        """);
    Answer answer =
        answered(
            file,
            "hierarchy: h.csv\nunit: region\nsteps: [{do: normalise, by: none}]\nweights: given\n",
            Locale.ENGLISH);
    Block.Grid scores =
        Objects.requireNonNull(answer.document()).blocks().stream()
            .filter(block -> block instanceof Block.Grid grid && grid.id().equals("scores_last"))
            .map(Block.Grid.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(scores.rows()).hasSize(printed.rows());
    for (int row = 0; row < printed.rows(); row++) {
      String region = printed.texts("region").get(row);
      // One composite of six is printed .001 below what its own weights give.
      double off = region.equals("Middle Yangtze River") ? .0015 : .0005;
      assertThat(scores.rows().get(row).getFirst().text()).isEqualTo(region);
      assertThat(scores.rows().get(row).get(1).value())
          .as(region)
          .isCloseTo(printed.numbers("composite")[row], within(off + 1e-9));
      assertThat(scores.rows().get(row).get(3).text()).isEqualTo(printed.texts("grade").get(row));
    }
  }

  /** Every item that a measurement study reports, from one panel and one file of pairs. */
  @Test
  void aPanelOfThirtyUnitsComesToEveryItemOfTheReport() throws Exception {
    Path file = Oracles.file("index/mcdm/panel_30x11x12_input.csv");
    StringBuilder hierarchy = new StringBuilder("code,parent,direction,weight\nI,,1,\n");
    for (int d = 1; d <= 3; d++) {
      hierarchy.append("D").append(d).append(",I,1,").append(d == 1 ? .4 : .3).append("\n");
      for (int k = 4 * d - 3; k <= 4 * d; k++) {
        hierarchy.append("x%d,D%d,1,0.25%n".formatted(k, d));
      }
    }
    Files.writeString(temp.resolve("h.csv"), hierarchy);
    StringBuilder pairs = new StringBuilder("from,to\n");
    for (int u = 1; u <= 30; u++) {
      pairs.append("P%02d,P%02d%nP%02d,P%02d%n".formatted(u, u % 30 + 1, u % 30 + 1, u));
    }
    Files.writeString(temp.resolve("n.csv"), pairs);
    String study =
        """
        hierarchy: h.csv
        unit: province
        period: year
        group: region
        neighbours: n.csv
        fuzzy: trapezoid
        steps:
          - {do: normalise, by: min_max, low: 1, high: 100}
        weights: [given, entropy]
        uncertainty:
          replications: 100
          factors:
            - {name: weights, weights: [given, equal, critic]}
            - name: scale
              step: normalise
              alternatives: [{by: min_max, low: 1, high: 100}, {by: rank}]
            - {name: means, aggregate: [arithmetic, geometric]}
        """;
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      Answer answer = answered(file, study, locale);
      List<String> tables =
          Objects.requireNonNull(answer.document()).blocks().stream()
              .filter(Block.Grid.class::isInstance)
              .map(block -> ((Block.Grid) block).id())
              .toList();
      assertThat(tables)
          .contains("indicators", "weights_by_method", "scores_last", "grades", "trend")
          .contains("density", "dagum", "dagum_groups", "dagum_pairs", "moran", "lisa")
          .contains("sigma", "beta", "markov", "spatial_markov", "coupling", "coupling_periods")
          .contains("obstacles", "obstacles_units", "drivers", "fuzzy", "reliability")
          .contains("uncertain_ranks", "alternatives", "sobol");
      assertThat(answer.document().blocks())
          .filteredOn(Block.Formula.class::isInstance)
          .hasSizeGreaterThan(20);
      // Choices are told in words, not as the program writes them for itself.
      assertThat(answer.document().blocks())
          .filteredOn(Block.Paragraph.class::isInstance)
          .noneSatisfy(block -> assertThat(block.toString()).contains("[beyond", "POOLED"));
    }
    FlatTable panel = table(file);
    assertThat(panel.rows()).isEqualTo(330);
  }
}
