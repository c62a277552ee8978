package tenon.evaluate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelColumns;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;
import tenon.evaluate.Results;
import tenon.evaluate.match.Balance;
import tenon.evaluate.match.Matching;
import tenon.evaluate.match.MatchingResult;
import tenon.evaluate.match.MatchingSpec;
import tenon.evaluate.mechanism.Heterogeneity;
import tenon.evaluate.mechanism.HeterogeneityResult;
import tenon.evaluate.mechanism.HeterogeneitySpec;
import tenon.evaluate.mechanism.Mediation;
import tenon.evaluate.mechanism.MediationResult;
import tenon.evaluate.mechanism.MediationSpec;
import tenon.evaluate.prepare.Preparation;
import tenon.evaluate.prepare.PreparationSpec;
import tools.jackson.databind.JsonNode;

/** Matching, mediation and differences on p285 against formulas over glm and feols. */
class MechanismConformanceTest {
  private static final List<String> X = List.of("x1", "x2", "x3", "x4", "x5", "x6");
  private static final String FORMULA = "y ~ did + x1 + x2 + x3 + x4 + x5 + x6 | id + year";

  private static JsonNode expected() {
    return ReferenceFiles.json("psm_mediation_hetero_expected.json");
  }

  private static void same(String name, double ours, JsonNode theirs, double relative) {
    double expected = theirs.asDouble();
    assertThat(ours).as(name).isCloseTo(expected, within(relative * Math.abs(expected)));
  }

  private static void same(Fit fit, JsonNode theirs) {
    same("estimate", fit.coefficient("did"), theirs.get("Estimate"), 1e-9);
    same("error", fit.standardError("did"), theirs.get("Std. Error"), 1e-9);
    same("p", fit.p("did"), theirs.get("Pr(>|t|)"), 1e-8);
  }

  @Test
  void kernelMatching() {
    JsonNode expected = expected().get("kernel_psm");
    Observations data = ReferenceFiles.table("p285.csv");
    MatchingResult result =
        Results.ready(Matching.match(data, MatchingSpec.kernel("treat_unit", X)));
    same(
        "constant",
        result.logit().coefficients()[0],
        expected.get("logit_coef").get("(Intercept)"),
        1e-8);
    same("pseudo R2", result.pseudoRSquared(), expected.get("logit_pseudoR2"), 1e-8);
    assertThat(result.onSupport()).isEqualTo(expected.get("n_on_support").asInt());
    double controls = 0;
    for (int row = 0; row < data.rows(); row++) {
      boolean weighs = data.number("treat_unit", row) == 0 && !Double.isNaN(result.weights()[row]);
      controls += weighs ? result.weights()[row] : 0;
    }
    same("weights", controls, expected.get("sum_w_control"), 1e-9);
    for (int j = 0; j < X.size(); j++) {
      Balance ours = result.balance().get(j);
      JsonNode theirs = expected.get("balance").get(j);
      same(
          "logit",
          result.logit().coefficients()[j + 1],
          expected.get("logit_coef").get(X.get(j)),
          1e-7);
      same("treated", ours.treated(), theirs.get("before").get(0), 1e-9);
      same("before", ours.controlsBefore(), theirs.get("before").get(1), 1e-9);
      same("bias before", ours.biasBefore(), theirs.get("before").get(2), 1e-9);
      same("after", ours.controlsAfter(), theirs.get("after").get(1), 1e-7);
      same("bias after", ours.biasAfter(), theirs.get("after").get(2), 1e-6);
    }
    assertThat(data.rows()).isEqualTo(expected.get("N").asInt());
    int[] supported =
        IntStream.range(0, data.rows())
            .filter(row -> !Double.isNaN(result.weights()[row]))
            .toArray();
    same(
        Results.fit(data.rows(supported), FORMULA, Errors.Clustered.by("id")),
        expected.get("onsupport"));
    Fit weighted =
        Results.ready(
            Regression.fit(
                result.weighted(data, "w"),
                RegressionSpec.of(Formula.of(FORMULA)).withWeights("w")));
    same("weighted", weighted.coefficient("did"), expected.get("weighted").get("Estimate"), 1e-7);
    same(
        "weighted",
        weighted.standardError("did"),
        expected.get("weighted").get("Std. Error"),
        1e-7);
    same("weighted", weighted.t("did"), expected.get("weighted").get("t value"), 1e-7);
    same("weighted", weighted.p("did"), expected.get("weighted").get("Pr(>|t|)"), 1e-6);
  }

  @Test
  void mediation() {
    JsonNode expected = expected().get("mediation");
    MediationSpec spec =
        new MediationSpec(
            "y",
            "did",
            "x3",
            List.of("x1", "x2", "x4", "x5", "x6"),
            List.of("id", "year"),
            Errors.Clustered.by("id"),
            0,
            1);
    MediationResult result =
        Results.ready(Mediation.estimate(ReferenceFiles.table("p285.csv"), spec));
    same("c", result.c(), expected.get("c"), 1e-9);
    same("a", result.a(), expected.get("a"), 1e-9);
    same("b", result.b(), expected.get("b"), 1e-9);
    same("c'", result.direct(), expected.get("cprime"), 1e-9);
    same("c", result.total().standardError("did"), expected.get("c_se"), 1e-9);
    same("a", result.first().standardError("did"), expected.get("a_se"), 1e-9);
    same("b", result.second().standardError("x3"), expected.get("b_se"), 1e-9);
    same("indirect", result.indirect(), expected.get("indirect"), 1e-9);
    same("sobel", result.sobel(), expected.get("sobel_z"), 1e-9);
    same("sobel", MediationResult.p(result.sobel()), expected.get("sobel_p"), 1e-9);
    same("aroian", result.aroian(), expected.get("aroian_z"), 1e-9);
    same("goodman", result.goodman(), expected.get("goodman_z"), 1e-9);
    assertThat(result.identityGap()).isCloseTo(0, within(1e-12));
  }

  @Test
  void windowAndPreTrend() {
    Observations data = ReferenceFiles.table("p285.csv");
    int[] rows =
        IntStream.range(0, data.rows())
            .filter(row -> data.number("year", row) >= 3 && data.number("year", row) <= 9)
            .toArray();
    same(
        Results.fit(data.rows(rows), FORMULA, Errors.Clustered.by("id")),
        expected().get("window_3_9"));
    Fit study =
        Results.fit(
            data, FORMULA.replace("did", "i(year, treat_unit, ref=5)"), Errors.Clustered.by("id"));
    Fit.Wald wald =
        study.wald(
            List.of(
                "year::1:treat_unit",
                "year::2:treat_unit",
                "year::3:treat_unit",
                "year::4:treat_unit"));
    JsonNode expected = expected().get("pretrend_wald");
    same("F", wald.f(), expected.get("stat"), 1e-8);
    same("p", wald.p(), expected.get("p"), 1e-8);
    assertThat(wald.first()).isEqualTo(expected.get("df1").asInt());
    assertThat(wald.second()).isEqualTo(expected.get("df2").asInt());
  }

  @Test
  void differenceBetweenGroups() {
    Observations data = ReferenceFiles.table("p285.csv");
    JsonNode expected = expected().get("coef_diff");
    double[] group = new double[data.rows()];
    for (int row = 0; row < group.length; row++) {
      group[row] = data.number("id", row) % 2;
    }
    HeterogeneitySpec spec =
        new HeterogeneitySpec(
            "y", "did", X, List.of("id", "year"), "group", "id", Errors.Clustered.by("id"), 0, 1);
    HeterogeneityResult result =
        Results.ready(Heterogeneity.estimate(data.with("group", group), spec));
    same(result.groups().get(0).fit(), expected.get("sub0"));
    same(result.groups().get(1).fit(), expected.get("sub1"));
    HeterogeneityResult.Difference difference = result.differences().getFirst();
    same("difference", difference.estimate(), expected.get("diff"), 1e-8);
    same("error", difference.standardError(), expected.get("se"), 1e-9);
    same("p", difference.p(), expected.get("p_t_Gminus1"), 1e-9);
    same("z", difference.zIndependent(), expected.get("z_independent"), 1e-8);
  }

  @Test
  void provincesAsClustersAndAsEffectsByYear() {
    Observations data = ReferenceFiles.table("p285.csv");
    double[] province = new double[data.rows()];
    for (int row = 0; row < province.length; row++) {
      province[row] = Math.floor((data.number("id", row) - 1) / 10);
    }
    Observations with = data.with("prov", province);
    same(Results.fit(with, FORMULA, Errors.Clustered.by("prov")), expected().get("cluster_prov"));
    same(
        Results.fit(with, FORMULA.replace("+ year", "+ prov^year"), Errors.Clustered.by("id")),
        expected().get("interacted_prov_year"));
  }

  /** Tails of the whole sample, which stands for one period here: quantiles as R's type 7. */
  @Test
  void winsorisedTails() {
    JsonNode expected = expected().get("winsor");
    Observations data = ReferenceFiles.table("p285.csv");
    double[] once = new double[data.rows()];
    double[] row = new double[data.rows()];
    Arrays.setAll(row, i -> i);
    PreparationSpec tails =
        PreparationSpec.none(new PanelColumns("row", "once")).withWinsorised(List.of("y"), .01);
    Observations drawn =
        Results.ready(Preparation.prepare(data.with("once", once).with("row", row), tails)).data();
    double[] y = drawn.numbers("y");
    double least = Arrays.stream(y).min().orElseThrow();
    double most = Arrays.stream(y).max().orElseThrow();
    same("least", least, expected.get("y_type7").get(0), 1e-12);
    same("most", most, expected.get("y_type7").get(1), 1e-12);
    // The regression of reference draws in by type 2, the next value of the sample.
    double low = expected.get("y_type2").get(0).asDouble();
    double high = expected.get("y_type2").get(1).asDouble();
    double[] other = data.numbers("y").clone();
    Arrays.setAll(other, i -> Math.clamp(other[i], low, high));
    same(
        Results.fit(data.with("y", other), FORMULA, Errors.Clustered.by("id")),
        expected.get("did"));
  }
}
