package tenon.study.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tenon.study.page.Json;
import tools.jackson.databind.JsonNode;

/** The methods of evaluation as commands run them, against the programs of reference. */
class EvaluateConformanceTest {
  private static final Pattern CALL =
      Pattern.compile("feols\\((.+?), (?:\\.\\./bench/)?([a-z0-9_]+), vcov=(.+)\\)");
  private static final String POLICY = "policy/";

  @Test
  void didGivesWhatEveryCallOfFixestGives() throws Exception {
    int cases = 0;
    for (var one : Oracles.json(POLICY + "fixest_expected.json").properties()) {
      compare(one.getKey(), one.getValue());
      cases++;
    }
    assertThat(cases).isEqualTo(23);
  }

  private static void compare(String name, JsonNode expected) throws Exception {
    Matcher call = CALL.matcher(expected.get("call").asString());
    assertThat(call.matches()).as(name).isTrue();
    List<String> options = new ArrayList<>(List.of("formula", call.group(1)));
    String[] parts = call.group(3).split(", ssc=ssc\\(", 2);
    switch (parts[0]) {
      case "'iid'" -> options.addAll(List.of("errors", "iid"));
      case "'hetero'" -> options.addAll(List.of("errors", "hc1"));
      default -> options.addAll(List.of("cluster", parts[0].substring(1).replace("+", ",")));
    }
    if (parts.length > 1) {
      options.addAll(
          switch (parts[1]) {
            case "K.adj=FALSE)" -> List.of("ssc-k-adj", "false");
            case "K.fixef='none')" -> List.of("ssc-k-fixef", "none");
            case "K.fixef='full')" -> List.of("ssc-k-fixef", "full");
            case "G.adj=FALSE)" -> List.of("ssc-g-adj", "false");
            default -> List.of("ssc-t-df", "conventional");
          });
    }
    JsonNode result =
        Oracles.result(
            "evaluate did",
            Oracles.file(POLICY + call.group(2) + ".csv"),
            options.toArray(String[]::new));
    assertThat(result.get("n").asInt()).as(name).isEqualTo(expected.get("N").asInt());
    assertThat(result.get("k").asInt()).as(name).isEqualTo(expected.get("K").asInt());
    // Where the program of reference iterates, its own tolerance bounds the agreement.
    double loose = expected.get("fixef_sizes").size() <= 2 ? 1e-9 : 1e-5;
    Map<String, JsonNode> found = new HashMap<>();
    result.get("coefficients").forEach(one -> found.put(one.get("name").asString(), one));
    assertThat(found.keySet()).as(name).containsAll(expected.get("coef").propertyNames());
    String[][] keys = {
      {"estimate", "coef"},
      {"std_error", "se"},
      {"t", "t"},
      {"ci_low", "ci_low"},
      {"ci_high", "ci_high"}
    };
    for (var one : expected.get("coef").properties()) {
      for (String[] key : keys) {
        close(
            name + " " + one.getKey() + " " + key[0],
            found.getOrDefault(one.getKey(), Json.object()).path(key[0]),
            expected.get(key[1]).get(one.getKey()),
            loose);
      }
    }
    close(name + " r2", result.get("r2"), expected.get("r2"), loose);
    close(name + " df_t", result.get("df_t"), expected.get("df_t"), 0);
  }

  private static void close(String what, JsonNode ours, JsonNode theirs, double relative) {
    double expected = theirs.asDouble();
    assertThat(ours.asDouble())
        .as(what)
        .isCloseTo(expected, within(10 * relative * Math.abs(expected)));
  }

  @Test
  void imputationKeepsSingletons() throws Exception {
    JsonNode result =
        Oracles.result(
            "evaluate imputation",
            Oracles.file(POLICY + "mpdta.csv"),
            "y",
            "lemp",
            "id",
            "countyreal",
            "time",
            "year",
            "treat",
            "D");
    // didimputation 0.5.0 with singletons kept, which iterates to about this tolerance
    assertThat(result.get("att").get("estimate").asDouble())
        .isCloseTo(-0.0477099151094752, within(1e-8));
  }

  @Test
  void callawaySantAnnaGivesTheCellsOfDid() throws Exception {
    JsonNode expected =
        Oracles.json(POLICY + "callaway_santanna_expected.json").get("mpdta_dr_never_lpop");
    JsonNode result =
        Oracles.result(
            "evaluate cs",
            Oracles.file(POLICY + "mpdta.csv"),
            "y",
            "lemp",
            "id",
            "countyreal",
            "time",
            "year",
            "cohort",
            "first.treat",
            "covariates",
            "lpop");
    for (int cell = 0; cell < expected.get("attgt").size(); cell++) {
      JsonNode theirs = expected.get("attgt").get(cell);
      JsonNode ours = result.get("att_gt").get(cell);
      assertThat(ours.get("t").asDouble()).isEqualTo(theirs.get("t").asDouble());
      assertThat(ours.get("att").asDouble()).isCloseTo(theirs.get("att").asDouble(), within(1e-9));
      assertThat(ours.get("se").asDouble()).isCloseTo(theirs.get("se").asDouble(), within(1e-8));
    }
    assertThat(result.get("simple").get("estimate").asDouble())
        .isCloseTo(expected.get("simple").get("overall_att").asDouble(), within(1e-9));
  }

  @Test
  void placeboReplaysTheGivenDraws() throws Exception {
    JsonNode result =
        Oracles.result(
            "evaluate placebo",
            Oracles.file(POLICY + "p285.csv"),
            "formula",
            "y ~ did + x1 + x2 + x3 + x4 + x5 + x6 | id + year",
            "treat",
            "did",
            "draws",
            Oracles.file(POLICY + "placebo285_unit_draws.csv").toString());
    assertThat(result.get("coefficients")).hasSize(500);
    assertThat(result.get("coefficients").get(0).asDouble())
        .isCloseTo(0.166702289930454, within(1e-10));
    assertThat(result.get("std_errors").get(1).asDouble())
        .isCloseTo(0.117130997195788, within(1e-10));
  }

  @Test
  void baconFindsTheComparisons() throws Exception {
    JsonNode expected = Oracles.json(POLICY + "bacon_expected.json").get("castle");
    JsonNode result =
        Oracles.result(
            "evaluate bacon",
            Oracles.file(POLICY + "castle_bacon.csv"),
            "y",
            "l_homicide",
            "id",
            "sid",
            "time",
            "year",
            "treat",
            "post");
    assertThat(result.get("estimate").asDouble())
        .isCloseTo(expected.get("overall").asDouble(), within(1e-9));
  }

  @Test
  void mediationSplitsTheEffect() throws Exception {
    JsonNode expected =
        Oracles.json(POLICY + "psm_mediation_hetero_expected.json").get("mediation");
    JsonNode result =
        Oracles.result(
            "evaluate mediation",
            Oracles.file(POLICY + "p285.csv"),
            "y",
            "y",
            "treat",
            "did",
            "mediator",
            "x3",
            "covariates",
            "x1,x2,x4,x5,x6",
            "fe",
            "id,year",
            "cluster",
            "id");
    for (String key : List.of("c", "a", "b", "cprime", "indirect", "sobel_z", "aroian_z")) {
      double theirs = expected.get(key).asDouble();
      assertThat(result.get(key).asDouble())
          .as(key)
          .isCloseTo(theirs, within(1e-9 * Math.abs(theirs)));
    }
  }

  @Test
  void matchingWeighsAsTheReference() throws Exception {
    JsonNode expected =
        Oracles.json(POLICY + "psm_mediation_hetero_expected.json").get("kernel_psm");
    JsonNode result =
        Oracles.result(
            "evaluate psm",
            Oracles.file(POLICY + "p285.csv"),
            "formula",
            "y ~ did + x1 + x2 + x3 + x4 + x5 + x6 | id + year",
            "treat",
            "treat_unit",
            "covariates",
            "x1,x2,x3,x4,x5,x6");
    assertThat(result.get("n_on_support").asInt()).isEqualTo(expected.get("n_on_support").asInt());
    close(
        "weighted",
        result.get("regression").get("coefficients").get(0).get("estimate"),
        expected.get("weighted").get("Estimate"),
        1e-8);
    close("pseudo R2", result.get("pseudo_r2"), expected.get("logit_pseudoR2"), 1e-9);
  }

  /** Arkhangelsky and others 2021, table 1: -15.6 (8.4). */
  @Test
  void syntheticDifferencesGiveCaliforniasPublishedEffect() throws Exception {
    JsonNode result =
        Oracles.result(
            "evaluate synthdid",
            Oracles.file(POLICY + "california_prop99.csv"),
            "y",
            "PacksPerCapita",
            "id",
            "State",
            "time",
            "Year",
            "treat",
            "treated");
    assertThat(result.get("estimate").asDouble()).isCloseTo(-15.6, within(.005));
    assertThat(result.get("std_error").asDouble()).isCloseTo(8.4, within(2.0));
    assertThat(result.get("cohorts")).hasSize(1);
  }

  /** The published table of fixest's documentation, and its event study of mpdta. */
  @Test
  void eventStudiesGiveTheNumbersOfFixest() throws Exception {
    JsonNode interacted =
        Oracles.result(
            "evaluate sunab",
            Oracles.file(POLICY + "base_stagg.csv"),
            "y",
            "y",
            "id",
            "id",
            "time",
            "year",
            "cohort",
            "year_treated",
            "covariates",
            "x1");
    assertThat(interacted.get("att").get("estimate").asDouble()).isCloseTo(-1.133749, within(5e-7));
    JsonNode expected = Oracles.json(POLICY + "fixest_expected.json").get("mpdta_es");
    JsonNode events =
        Oracles.result(
            "evaluate event-study",
            Oracles.file(POLICY + "mpdta.csv"),
            "y",
            "lemp",
            "id",
            "countyreal",
            "time",
            "year",
            "cohort",
            "first.treat");
    for (JsonNode effect : events.get("effects")) {
      String name = "rel::" + effect.get("event_time").asInt();
      close(name, effect.get("estimate"), expected.get("coef").get(name), 1e-10);
      close(name, effect.get("std_error"), expected.get("se").get(name), 1e-10);
      close(name, effect.get("ci_low"), expected.get("ci_low").get(name), 1e-10);
    }
  }

  @Test
  void honestIntervalsLieWithinAStepOfTheGrid() throws Exception {
    JsonNode expected =
        Oracles.json(POLICY + "honestdid_expected.json").get("SD_C-LF_grid1000").get("res");
    JsonNode result =
        Oracles.result(
            "evaluate honest",
            Oracles.file(POLICY + "honestdid_expected.json"),
            "restriction",
            "sd",
            "bounds",
            "0.1,0.2");
    for (int bound = 0; bound < 2; bound++) {
      JsonNode theirs = expected.get(bound);
      JsonNode ours = result.get("intervals").get(bound);
      assertThat(ours.get("low").asDouble()).isCloseTo(theirs.get("lb").asDouble(), within(.002));
      assertThat(ours.get("high").asDouble()).isCloseTo(theirs.get("ub").asDouble(), within(.002));
    }
  }
}
