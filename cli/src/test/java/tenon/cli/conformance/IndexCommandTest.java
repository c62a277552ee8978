package tenon.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.cli.Session;

/** The index of 51 countries by COINr 1.1.14 and 300 of its runs, made from a study file. */
class IndexCommandTest {
  private static final int RUNS = 300;

  @TempDir private Path folder = Path.of("");

  private Path study(Path hierarchy, Path weights) throws IOException {
    return Files.writeString(
        folder.resolve("study.yaml"),
        """
        hierarchy: %s
        unit: uCode
        node: Index
        steps:
          - {do: denominate}
          - {do: impute, by: group_mean, group: EurAsia_group}
          - {do: screen, least_known: 0.9}
          - {do: treat, by: skew_rule, most_winsorised: 5, skewness: 2, kurtosis: 3.5}
          - {do: normalise, by: min_max, low: 0, high: 100}
        weights: given
        aggregate: arithmetic
        uncertainty:
          replications: %d
          factors:
            - name: Winmax
              step: treat
              alternatives:
                - {by: skew_rule, most_winsorised: 1}
                - {by: skew_rule, most_winsorised: 2}
                - {by: skew_rule, most_winsorised: 3}
                - {by: skew_rule, most_winsorised: 4}
                - {by: skew_rule, most_winsorised: 5}
            - name: Normalisation
              step: normalise
              alternatives:
                - {by: min_max, low: 1, high: 100}
                - {by: z_score, mean: 10, deviation: 2}
            - name: Weights
              weights_file: %s
            - name: Aggregation
              aggregate: [arithmetic, geometric]
        """
            .formatted(hierarchy, RUNS, weights));
  }

  @Test
  void scoresAndReplayedRunsAreThoseOfTheReference() throws IOException {
    Path out = folder.resolve("out");
    Session session =
        Session.run(
            "assess",
            OracleFiles.file("index/coinr_asem/iData.csv"),
            "--config",
            study(
                OracleFiles.file("index/coinr_asem/iMeta.csv"),
                OracleFiles.file("index/coinr_ua/noisy_weights.csv")),
            "--runs",
            OracleFiles.file("index/coinr_ua/runs.csv"),
            "--out",
            out);
    assertThat(session.exit()).as(session.err()).isZero();
    Map<String, Map<String, Double>> nominal =
        OracleFiles.table(OracleFiles.file("index/coinr_asem/aggregates_full_precision.csv"));
    same(OracleFiles.table(out.resolve("scores.csv")), nominal, nominal.values().size());
    Map<String, Map<String, Double>> runs =
        OracleFiles.table(OracleFiles.file("index/coinr_ua/scores.csv"));
    runs.values().forEach(row -> row.remove("Nominal"));
    assertThat(runs.values()).allSatisfy(row -> assertThat(row).hasSize(RUNS));
    same(OracleFiles.table(out.resolve("runs_scores.csv")), runs, nominal.values().size());
  }

  private static void same(
      Map<String, Map<String, Double>> ours, Map<String, Map<String, Double>> theirs, int units) {
    assertThat(ours).hasSize(units).containsOnlyKeys(theirs.keySet());
    theirs.forEach(
        (unit, row) ->
            row.forEach(
                (column, value) ->
                    assertThat(ours.getOrDefault(unit, Map.of()).getOrDefault(column, Double.NaN))
                        .as("%s %s", unit, column)
                        .isCloseTo(value, within(1e-9))));
  }
}
