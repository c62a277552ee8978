package tenon.assess.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenon.assess.Weighting;
import tenon.assess.pipeline.Aggregator;
import tenon.assess.pipeline.Extent;
import tenon.assess.pipeline.Normalisation;
import tenon.assess.pipeline.Step;
import tenon.assess.pipeline.Treatment;
import tenon.assess.uncertainty.Alternative;
import tenon.assess.uncertainty.Design;
import tenon.assess.uncertainty.Factor;
import tenon.assess.uncertainty.Sensitivity;
import tenon.assess.uncertainty.SensitivityResult;
import tenon.assess.uncertainty.Uncertainty;
import tenon.assess.uncertainty.UncertaintyResult;
import tenon.assess.uncertainty.UncertaintySpec;
import tenon.model.Loaded;
import tenon.model.Panel;

class AsemUncertaintyConformanceTest {
  private static final String FOLDER = "oracle/index/coinr_ua/";
  private static final List<String> NAMES =
      List.of("i_Winmax", "i_Normalisation", "i_Weights", "i_Aggregation");

  private static UncertaintySpec spec() {
    List<Alternative> treatments = new ArrayList<>();
    for (int most = 1; most <= 5; most++) {
      Step step = new Step.Treat(new Treatment.SkewRule(most, 2, 3.5));
      treatments.add(new Alternative.StepAs(Asem.TREAT, step));
    }
    List<Alternative> scales =
        List.of(scale(new Normalisation.MinMax(1, 100)), scale(new Normalisation.ZScore(10, 2)));
    Map<String, Map<String, Double>> sets = new LinkedHashMap<>();
    for (Map<String, String> row : ReferenceFiles.table(FOLDER + "noisy_weights.csv")) {
      sets.computeIfAbsent(row.getOrDefault("set", ""), _ -> new LinkedHashMap<>())
          .put(row.getOrDefault("iCode", ""), Asem.number(row.get("Weight")));
    }
    List<Alternative> weights = new ArrayList<>();
    sets.forEach(
        (name, set) -> weights.add(new Alternative.WeightingAs(new Weighting.Fixed(name, set))));
    List<Alternative> means =
        List.of(
            new Alternative.AggregatorsAs(new Aggregator.Arithmetic()),
            new Alternative.AggregatorsAs(new Aggregator.Geometric()));
    return UncertaintySpec.of(
        Asem.spec(0, 100),
        List.of(
            new Factor("winmax", treatments),
            new Factor("normalisation", scales),
            new Factor("weights", weights),
            new Factor("aggregation", means)),
        "Index");
  }

  private static Alternative scale(Normalisation by) {
    return new Alternative.StepAs(Asem.NORMALISE, new Step.Normalise(by, Extent.POOLED));
  }

  @Test
  void replayedRunsHaveTheReferenceScoresAndRanks() {
    List<Map<String, String>> runs = ReferenceFiles.table(FOLDER + "runs.csv");
    int[][] rows = new int[runs.size()][NAMES.size()];
    for (int run = 0; run < rows.length; run++) {
      for (int factor = 0; factor < NAMES.size(); factor++) {
        rows[run][factor] = (int) Asem.number(runs.get(run).get(NAMES.get(factor))) - 1;
      }
    }
    Panel panel = Asem.panel();
    Loaded<UncertaintyResult> loaded = Uncertainty.replay(panel, spec(), Design.of(rows));
    assertThat(loaded).isInstanceOf(Loaded.Ready.class);
    UncertaintyResult result = ((Loaded.Ready<UncertaintyResult>) loaded).value();
    List<Map<String, String>> scores = ReferenceFiles.table(FOLDER + "scores.csv");
    List<Map<String, String>> ranks = ReferenceFiles.table(FOLDER + "ranks.csv");
    assertThat(scores).hasSize(51);
    for (int line = 0; line < scores.size(); line++) {
      int unit = panel.units().id(scores.get(line).getOrDefault("uCode", ""));
      for (int run = 0; run < rows.length; run++) {
        String column = "r_" + (run + 1);
        assertThat(result.score(run, unit, 0))
            .as("%s in run %s", unit, run)
            .isCloseTo(Asem.number(scores.get(line).get(column)), within(1e-9));
        assertThat(result.rank(run, unit, 0))
            .isEqualTo((int) Asem.number(ranks.get(line).get(column)));
      }
    }
  }

  @Test
  void exactFirstOrderIndexOfTheAggregationIsTheReference() {
    Loaded<SensitivityResult> loaded = Sensitivity.analyse(Asem.panel(), spec());
    assertThat(loaded).isInstanceOf(Loaded.Ready.class);
    SensitivityResult result = ((Loaded.Ready<SensitivityResult>) loaded).value();
    assertThat(result.exact()).isTrue();
    assertThat(result.runs()).isEqualTo(2_000);
    assertThat(result.indices().get(3).first()).isCloseTo(.538, within(.0005));
  }
}
