package tenon.assess.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenon.assess.Scores;
import tenon.assess.Tree;
import tenon.assess.Weighting;
import tenon.assess.algebra.Correlation;
import tenon.assess.pipeline.Aggregator;
import tenon.assess.pipeline.DataSet;
import tenon.assess.pipeline.Extent;
import tenon.assess.pipeline.Normalisation;
import tenon.assess.pipeline.Outranking;
import tenon.assess.pipeline.PipelineResult;
import tenon.assess.pipeline.Step;
import tenon.assess.pipeline.Treated;
import tenon.numeric.SymmetricEigen;

class AsemConformanceTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  private PipelineResult result;
  private Tree tree;

  @BeforeEach
  void run() {
    result = Asem.run(Asem.spec(0, 100));
    tree = result.raw().tree();
  }

  @Test
  void everyStepHasTheReferenceData() {
    String[] names = {"Denominated", "Imputed", "Screened", "Treated", "Normalised"};
    for (int step = 0; step < names.length; step++) {
      same(result.stages().get(step).data(), "dset_" + names[step] + ".csv");
    }
  }

  @Test
  void aggregatesAreTheReferenceAggregates() {
    same(result, "dset_Aggregated.csv");
    same(result, "aggregates_full_precision.csv");
  }

  @Test
  void ranksAreTheReferenceRanks() {
    for (Map<String, String> row : ReferenceFiles.table(Asem.FOLDER + "ranks_full.csv")) {
      int unit = result.last().units().id(text(row, "uCode"));
      row.forEach(
          (code, rank) -> {
            if (!code.equals("uCode")) {
              int node = tree.keys().id(code);
              assertThat(result.scores().ranks(node, 0)[unit]).isEqualTo(Integer.parseInt(rank));
            }
          });
    }
  }

  @ParameterizedTest
  @CsvSource({"gmean", "hmean"})
  void otherMeansAreTheReferenceMeans(String mean) {
    Aggregator other =
        mean.equals("gmean") ? new Aggregator.Geometric() : new Aggregator.Harmonic();
    same(
        Asem.run(Asem.spec(1, 100).withAggregators(List.of(other))),
        "agg_a_" + mean + "_minmax_1_100.csv");
  }

  @ParameterizedTest
  @CsvSource({"borda", "dist2max", "fracmax", "prank", "rank", "scaled", "zscore"})
  void otherNormalisationsAreTheReferenceNormalisations(String name) {
    Normalisation by =
        switch (name) {
          case "borda" -> new Normalisation.Borda();
          case "dist2max" -> new Normalisation.DistanceToMax();
          case "fracmax" -> new Normalisation.FractionOfMax();
          case "prank" -> new Normalisation.PercentileRank();
          case "rank" -> new Normalisation.Rank();
          case "scaled" -> new Normalisation.Shift(0, 1);
          default -> new Normalisation.ZScore(0, 1);
        };
    var spec =
        Asem.spec(0, 100).withStep(Asem.NORMALISE, new Step.Normalise(by, Extent.PER_PERIOD));
    same(Asem.run(spec).last(), "norm_n_" + name + ".csv");
  }

  @Test
  void minMaxFromOneIsTheReference() {
    same(Asem.run(Asem.spec(1, 100)).last(), "norm_minmax_1_100.csv");
  }

  @Test
  void treatmentIsTheReferenceTreatment() {
    List<Treated> treated = result.stages().get(Asem.TREAT).treated();
    for (Map<String, String> row : ReferenceFiles.table(Asem.FOLDER + "treat_details.csv")) {
      Treated one =
          treated.stream().filter(t -> t.code().equals(row.get("iCode"))).findAny().orElseThrow();
      close(one.skewnessBefore(), row.get("check_SkewKurt0.Skew"));
      close(one.kurtosisBefore(), row.get("check_SkewKurt0.Kurt"));
      if ("FALSE".equals(row.get("check_SkewKurt0.Pass"))) {
        assertThat(one.low() + one.high()).isEqualTo(Integer.parseInt(text(row, "winsorise.nwin")));
        close(one.skewness(), row.get("check_SkewKurt1.Skew"));
        close(one.kurtosis(), row.get("check_SkewKurt1.Kurt"));
      } else {
        assertThat(one.low() + one.high()).isZero();
      }
    }
  }

  @Test
  void effectiveWeightsAreTheReferenceWeights() {
    for (Map<String, String> row : ReferenceFiles.table(Asem.FOLDER + "effective_weights.csv")) {
      close(result.weights().global(tree.keys().id(text(row, "iCode"))), row.get("EffWeight"));
    }
  }

  @Test
  void correlationsOfIndicatorsWithPillarsAreTheReference() {
    int compared = 0;
    for (Map<String, String> row : ReferenceFiles.table(Asem.FOLDER + "corr_ind_pillar.csv")) {
      double expected = Asem.number(text(row, "Correlation"));
      double r = Correlation.pearson(scores(text(row, "Var1")), scores(text(row, "Var2")));
      if (!Double.isNaN(expected)) {
        assertThat(r).isCloseTo(expected, CLOSE);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  @Test
  void outrankingMatrixIsTheReference() {
    DataSet last = result.last();
    double[][] columns = new double[last.indicators()][];
    double[] weights = new double[columns.length];
    for (int nth = 0; nth < columns.length; nth++) {
      columns[nth] = last.values(last.indicator(nth));
      weights[nth] = 1;
    }
    double[][] matrix = Outranking.matrix(columns, weights);
    List<Map<String, String>> rows = ReferenceFiles.table(Asem.FOLDER + "outrank_matrix.csv");
    // Rows of the reference are in the order of the units of its own tables: by code.
    List<Map<String, String>> names = ReferenceFiles.table(Asem.FOLDER + "dset_Normalised.csv");
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < rows.size(); j++) {
        int one = last.units().id(text(names.get(i), "uCode"));
        int other = last.units().id(text(names.get(j), "uCode"));
        close(matrix[one][other], rows.get(i).get("X" + (j + 1)));
      }
    }
  }

  /** The sign of a whole component is free. */
  @Test
  void principalComponentsOfThePillarsAreTheReference() {
    List<Map<String, String>> rows = ReferenceFiles.table(Asem.FOLDER + "pca_weights_level1.csv");
    for (String pillar : List.of("ConEcFin", "Environ", "P2P", "Physical", "Social")) {
      int node = tree.keys().id(pillar);
      double[][] columns =
          tree.childCodes(node).stream().map(this::scores).toArray(double[][]::new);
      SymmetricEigen eigen = SymmetricEigen.of(Correlation.matrix(columns));
      double sign = 0;
      for (int nth = 0; nth < columns.length; nth++) {
        String code = tree.childCodes(node).get(nth);
        double expected =
            rows.stream()
                .filter(row -> code.equals(row.get("iCode")))
                .mapToDouble(row -> Asem.number(text(row, "Weight")))
                .findAny()
                .orElseThrow();
        sign = sign == 0 ? Math.signum(expected * eigen.component(0, nth)) : sign;
        assertThat(sign * eigen.component(0, nth)).as(code).isCloseTo(expected, CLOSE);
      }
    }
  }

  @Test
  void removingAPillarMovesScoresAndRanksAsInTheReference() {
    int index = tree.keys().id("Index");
    int[] nominal = result.scores().ranks(index, 0);
    for (Map<String, String> row :
        ReferenceFiles.table(Asem.FOLDER + "remove_elements_level2.csv")) {
      String removed = text(row, "removed");
      if (removed.equals("Nominal")) {
        continue;
      }
      Map<String, Double> weights = new LinkedHashMap<>();
      for (int node = 0; node < tree.nodes(); node++) {
        if (!tree.isTop(node)) {
          weights.put(tree.code(node), tree.code(node).equals(removed) ? 0.0 : 1);
        }
      }
      PipelineResult without =
          Asem.run(Asem.spec(0, 100).withWeighting(new Weighting.Fixed("without", weights)));
      int[] ranks = without.scores().ranks(index, 0);
      double moved = 0;
      for (int unit = 0; unit < ranks.length; unit++) {
        moved += Math.abs(ranks[unit] - nominal[unit]) / (double) ranks.length;
      }
      close(moved, row.get("mean_abs_rank_diff"));
      for (Map<String, String> unit :
          ReferenceFiles.table(Asem.FOLDER + "remove_elements_scores.csv")) {
        int id = without.last().units().id(text(unit, "uCode"));
        close(without.scores().score(index, id, 0), unit.get(removed));
      }
    }
  }

  private double[] scores(String code) {
    Scores all = result.scores();
    double[] column = new double[result.last().units().count()];
    for (int unit = 0; unit < column.length; unit++) {
      column[unit] = all.score(tree.keys().id(code), unit, 0);
    }
    return column;
  }

  private static void same(DataSet data, String file) {
    for (Map<String, String> row : ReferenceFiles.table(Asem.FOLDER + file)) {
      int unit = data.units().id(text(row, "uCode"));
      row.forEach(
          (code, expected) -> {
            if (!code.equals("uCode")) {
              double value = data.value(data.tree().keys().id(code), unit, 0);
              close(value, expected, file + " " + row.get("uCode") + " " + code);
            }
          });
    }
  }

  private static void same(PipelineResult result, String file) {
    for (Map<String, String> row : ReferenceFiles.table(Asem.FOLDER + file)) {
      int unit = result.last().units().id(text(row, "uCode"));
      row.forEach(
          (code, expected) -> {
            if (!code.equals("uCode")) {
              int node = result.raw().tree().keys().id(code);
              close(result.scores().score(node, unit, 0), expected, file + " " + code);
            }
          });
    }
  }

  private static void close(double value, @Nullable String expected) {
    close(value, expected, "");
  }

  private static void close(double value, @Nullable String expected, String what) {
    double number = Asem.number(expected);
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      assertThat(value).as(what).isNaN();
    } else {
      assertThat(value).as(what).isCloseTo(number, within(1e-9 * Math.max(1, Math.abs(number))));
    }
  }

  private static String text(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }
}
