package tenon.evaluate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Fit;
import tenon.evaluate.Observations;
import tenon.evaluate.Results;
import tenon.evaluate.did.CallawaySantAnna;
import tenon.evaluate.did.CallawaySantAnnaResult;
import tenon.evaluate.did.CallawaySantAnnaSpec;
import tenon.evaluate.did.Effect;
import tenon.evaluate.did.EventStudy;
import tenon.evaluate.did.EventStudyResult;
import tenon.evaluate.did.EventStudySpec;
import tenon.evaluate.did.GoodmanBacon;
import tenon.evaluate.did.GroupTime;
import tenon.evaluate.did.Imputation;
import tenon.evaluate.did.StaggeredColumns;
import tenon.evaluate.did.SunAbraham;
import tools.jackson.databind.JsonNode;

/** Estimators of staggered adoption against the programs of their authors. */
class StaggeredConformanceTest {
  private static final StaggeredColumns MPDTA =
      new StaggeredColumns("lemp", "countyreal", "year", "first.treat");

  /** didimputation fits its effects by iteration to a tolerance of its own. */
  private static final double ITERATED = 2e-6;

  private static void same(String name, double ours, JsonNode theirs, double relative) {
    double expected = theirs.asDouble();
    assertThat(ours).as(name).isCloseTo(expected, within(relative * Math.abs(expected)));
  }

  @Test
  void callawayAndSantAnnaAgreeWithDid() {
    JsonNode cases = ReferenceFiles.json("callaway_santanna_expected.json");
    CallawaySantAnnaSpec plain = CallawaySantAnnaSpec.of(MPDTA);
    compare(cases.get("mpdta_dr_never_nocov"), plain);
    compare(cases.get("mpdta_dr_never_lpop"), plain.withCovariates("lpop"));
    compare(
        cases.get("mpdta_dr_notyet_lpop"),
        plain.withCovariates("lpop").withControl(CallawaySantAnnaSpec.Control.NOT_YET_TREATED));
  }

  private static void compare(JsonNode expected, CallawaySantAnnaSpec spec) {
    CallawaySantAnnaResult result =
        Results.ready(CallawaySantAnna.estimate(ReferenceFiles.table("mpdta.csv"), spec));
    JsonNode cells = expected.get("attgt");
    assertThat(result.cells()).hasSize(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      GroupTime cell = result.cells().get(i);
      String name = cell.cohort() + " in " + cell.period();
      same(name, cell.cohort(), cells.get(i).get("group"), 0);
      same(name, cell.period(), cells.get(i).get("t"), 0);
      same(name, cell.estimate(), cells.get(i).get("att"), 1e-8);
      same(name, cell.standardError(), cells.get(i).get("se"), 1e-7);
    }
    same("W", result.preTest(), expected.get("W").get(0).get(0), 1e-6);
    assertThat(result.preP())
        .isCloseTo(expected.get("Wpval").get(0).get(0).asDouble(), within(1e-5));
    same("simple", result.simple().estimate(), expected.get("simple").get("overall_att"), 1e-8);
    same("simple", result.simple().standardError(), expected.get("simple").get("overall_se"), 1e-7);
    compare(result.dynamic(), expected.get("dynamic"));
    compare(result.byCohort(), expected.get("group"));
    compare(result.byPeriod(), expected.get("calendar"));
  }

  private static void compare(CallawaySantAnnaResult.Aggregate ours, JsonNode theirs) {
    same("overall", ours.overall().estimate(), theirs.get("overall_att"), 1e-8);
    same("overall", ours.overall().standardError(), theirs.get("overall_se"), 1e-7);
    for (int i = 0; i < ours.effects().size(); i++) {
      Effect effect = ours.effects().get(i);
      same("at", effect.at(), theirs.get("egt").get(i), 0);
      same("effect", effect.estimate(), theirs.get("att").get(i), 1e-8);
      same("effect", effect.standardError(), theirs.get("se").get(i), 1e-7);
    }
  }

  @Test
  void imputationAgreesWithDidimputation() {
    JsonNode cases = ReferenceFiles.json("imputation_expected.json");
    Imputation.Result mpdta =
        Results.ready(Imputation.estimate(ReferenceFiles.table("mpdta.csv"), MPDTA, true));
    JsonNode overall = cases.get("mpdta_static_keep").get(0);
    // Singletons dropped in silence would give -0.03371585.
    assertThat(mpdta.overall().estimate()).isCloseTo(-.04770992, within(5e-9));
    same("overall", mpdta.overall().estimate(), overall.get("estimate"), ITERATED);
    same("overall", mpdta.overall().standardError(), overall.get("std.error"), ITERATED);
    same(
        IntStream.range(0, 3).mapToObj(i -> mpdta.before().get(i)).toList(),
        cases.get("mpdta_es"),
        0);
    same(mpdta.effects(), cases.get("mpdta_es"), 3);
    Imputation.Result simulated =
        Results.ready(
            Imputation.estimate(
                ReferenceFiles.table("df_het.csv"),
                new StaggeredColumns("dep_var", "unit", "year", "g"),
                false));
    same(simulated.effects(), cases.get("df_het_es"), 0);
  }

  private static void same(List<Effect> ours, JsonNode theirs, int from) {
    for (int i = 0; i < ours.size(); i++) {
      JsonNode expected = theirs.get(from + i);
      assertThat(expected.get("term").asString()).isEqualTo(Observations.label(ours.get(i).at()));
      same("effect " + i, ours.get(i).estimate(), expected.get("estimate"), ITERATED);
      same("error " + i, ours.get(i).standardError(), expected.get("std.error"), ITERATED);
    }
  }

  @Test
  void theDecompositionAgreesWithBacondecomp() {
    JsonNode cases = ReferenceFiles.json("bacon_expected.json");
    compare(
        cases.get("math_reform"),
        cohorts(ReferenceFiles.table("math_reform_bacon.csv"), "state", "class", "reform_math"),
        new StaggeredColumns("incearn_ln", "state", "class", "cohort"));
    compare(
        cases.get("castle"),
        cohorts(ReferenceFiles.table("castle_bacon.csv"), "state", "year", "post"),
        new StaggeredColumns("l_homicide", "state", "year", "cohort"));
  }

  private static Observations cohorts(Observations data, String unit, String period, String d) {
    double[] cohorts = new double[data.rows()];
    for (int row = 0; row < cohorts.length; row++) {
      cohorts[row] = Double.NaN;
      for (int other = 0; other < cohorts.length; other++) {
        if (String.valueOf(data.label(unit, row)).equals(data.label(unit, other))
            && data.number(d, other) > 0
            && !(cohorts[row] <= data.number(period, other))) {
          cohorts[row] = data.number(period, other);
        }
      }
    }
    return data.with("cohort", cohorts);
  }

  private static void compare(JsonNode expected, Observations data, StaggeredColumns columns) {
    GoodmanBacon.Result result = Results.ready(GoodmanBacon.decompose(data, columns));
    same("overall", result.estimate(), expected.get("overall"), 1e-10);
    assertThat(result.comparisons()).hasSize(expected.get("twoby2").size());
    for (JsonNode one : expected.get("twoby2")) {
      double control =
          one.has("untreated") ? one.get("untreated").asDouble() : Double.POSITIVE_INFINITY;
      GoodmanBacon.Comparison ours =
          result.comparisons().stream()
              .filter(c -> c.treated() == one.get("treated").asDouble() && c.control() == control)
              .findFirst()
              .orElseThrow();
      same("estimate", ours.estimate(), one.get("estimate"), 1e-9);
      same("weight", ours.weight(), one.get("weight"), 1e-9);
    }
  }

  @Test
  void theEventStudyIsThatOfFixest() {
    JsonNode expected = ReferenceFiles.json("fixest_expected.json").get("mpdta_es");
    EventStudyResult result =
        Results.ready(
            EventStudy.estimate(ReferenceFiles.table("mpdta.csv"), EventStudySpec.of(MPDTA)));
    for (Effect effect : result.effects()) {
      String name = "rel::" + Observations.label(effect.at());
      same(name, effect.estimate(), expected.get("coef").get(name), 1e-10);
      same(name, effect.standardError(), expected.get("se").get(name), 1e-9);
    }
    Fit.Wald wald = result.preTrend();
    assertThat(wald.first()).isEqualTo(3);
    assertThat(wald.p()).isBetween(0.0, 1.0);
  }

  /** The table printed in the documentation of fixest for its own example. */
  @Test
  void theInteractionWeightedStudyIsThatOfFixestsDocumentation() {
    SunAbraham.Result result =
        Results.ready(
            SunAbraham.estimate(
                ReferenceFiles.table("base_stagg.csv"),
                new StaggeredColumns("y", "id", "year", "year_treated"),
                List.of("x1")));
    assertThat(result.overall().estimate()).isCloseTo(-1.133749, within(5e-7));
    assertThat(result.overall().standardError()).isCloseTo(.205070, within(5e-7));
    assertThat(result.fit().coefficient("x1")).isCloseTo(.994678, within(5e-7));
    assertThat(result.fit().standardError("x1")).isCloseTo(.018378, within(5e-7));
  }
}
