package tenon.evaluate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;
import tenon.evaluate.Results;
import tenon.evaluate.SmallSample;
import tools.jackson.databind.JsonNode;

/** Every case of fixest 0.14.2, read from the call that each carries. */
class FixestConformanceTest {
  private static final Pattern CALL =
      Pattern.compile("feols\\((.+?), (?:\\.\\./bench/)?([a-z0-9_]+), vcov=(.+)\\)");

  /** Where fixest itself iterates, its own default tolerance bounds the agreement. */
  private static final double ITERATED = 1e-6;

  @Test
  void everyCaseHasTheCoefficientsErrorsAndMeasuresOfFit() {
    List<String> differences = new ArrayList<>();
    int cases = 0;
    for (Map.Entry<String, JsonNode> one :
        ReferenceFiles.json("fixest_expected.json").properties()) {
      compare(one.getKey(), one.getValue(), differences);
      cases++;
    }
    assertThat(differences).isEmpty();
    assertThat(cases).isEqualTo(23);
  }

  /** A unit with a single row goes, counted and named, and nothing else changes. */
  @Test
  void aSingletonIsDroppedAndNamed() {
    Observations data = ReferenceFiles.table("base_did_singleton.csv");
    String formula = "y ~ x1 + treat:post | id + period";
    Fit fit = Results.fit(data, formula, Errors.Clustered.by("id"));
    assertThat(fit.dropped().singletons()).isEqualTo(1);
    assertThat(fit.dropped().singletonNames()).containsExactly("id 1");
    int[] others =
        IntStream.range(0, data.rows()).filter(row -> data.number("id", row) != 1).toArray();
    Fit without = Results.fit(data.rows(others), formula, Errors.Clustered.by("id"));
    assertThat(fit.coefficients()).containsExactly(without.coefficients(), within(1e-12));
    assertThat(fit.standardError("x1")).isCloseTo(without.standardError("x1"), within(1e-12));
    assertThat(fit.sizes()).isEqualTo(without.sizes());
  }

  private static void compare(String name, JsonNode expected, List<String> differences) {
    Matcher call = CALL.matcher(expected.get("call").asString());
    assertThat(call.matches()).as(name).isTrue();
    Observations data = ReferenceFiles.table(call.group(2) + ".csv");
    Fit fit = Results.ready(Regression.fit(data, spec(call.group(1), call.group(3))));
    double loose = fit.sizes().effectLevels().size() > 2 ? ITERATED : 1e-10;
    for (Map.Entry<String, JsonNode> coefficient : expected.get("coef").properties()) {
      String key = coefficient.getKey();
      Compared compared = new Compared(name + " " + key, differences);
      compared.same("coef", fit.coefficient(key), coefficient.getValue(), loose);
      compared.same("se", fit.standardError(key), expected.get("se").get(key), 10 * loose);
      compared.same("t", fit.t(key), expected.get("t").get(key), 10 * loose);
      compared.same("low", fit.low(key, .95), expected.get("ci_low").get(key), 1e2 * loose);
      compared.same("high", fit.high(key, .95), expected.get("ci_high").get(key), 1e2 * loose);
      compared.same("p", fit.p(key), expected.get("p").get(key), 1e4 * loose);
    }
    Compared compared = new Compared(name, differences);
    compared.same("n", fit.sizes().observations(), expected.get("N"), 0);
    compared.same("parameters", fit.sizes().parameters(), expected.get("nparams"), 0);
    compared.same("degrees", fit.sizes().degrees(), expected.get("df_t"), 0);
    compared.same("K", fit.sizes().counted(), expected.get("K"), 0);
    JsonNode clusters = expected.get("G");
    if (clusters.isNumber()) {
      compared.same("G", fit.sizes().leastClusters(), clusters, 0);
    }
    List<Integer> levels = new ArrayList<>();
    expected.get("fixef_sizes").forEach(size -> levels.add(size.asInt()));
    assertThat(fit.sizes().effectLevels()).as(name).isEqualTo(levels);
    compared.same("r2", fit.quality().rSquared(), expected.get("r2"), loose);
    compared.same("ar2", fit.quality().adjustedRSquared(), expected.get("ar2"), loose);
    compared.same("wr2", fit.quality().withinRSquared(), expected.get("wr2"), 10 * loose);
    compared.same("ssr", fit.quality().squares(), expected.get("ssr"), loose);
    compared.same("sigma2", fit.quality().variance(), expected.get("sigma2"), loose);
    compared.same("rmse", fit.quality().rootMeanSquare(), expected.get("rmse"), loose);
  }

  private record Compared(String name, List<String> differences) {
    void same(String what, double ours, JsonNode theirs, double relative) {
      double expected = theirs.asDouble();
      if (!(Math.abs(ours - expected) <= relative * Math.abs(expected))) {
        differences.add(name + " " + what + ": " + ours + " for " + expected);
      }
    }
  }

  private static RegressionSpec spec(String formula, String vcov) {
    RegressionSpec spec = RegressionSpec.of(Formula.of(formula));
    String[] parts = vcov.split(", ssc=", 2);
    RegressionSpec with = spec.withErrors(errors(parts[0]));
    return parts.length == 1 ? with : with.withSmallSample(smallSample(parts[1]));
  }

  private static Errors errors(String vcov) {
    return switch (vcov) {
      case "'iid'" -> new Errors.Iid();
      case "'hetero'" -> new Errors.Robust(Errors.Robust.Kind.HC1);
      default -> Errors.Clustered.by(vcov.substring(1).split("\\+", -1));
    };
  }

  private static SmallSample smallSample(String ssc) {
    SmallSample.Effects effects = SmallSample.Effects.NOT_NESTED;
    return switch (ssc) {
      case "ssc(K.adj=FALSE)" -> new SmallSample(false, effects, true, false);
      case "ssc(K.fixef='none')" -> new SmallSample(true, SmallSample.Effects.NONE, true, false);
      case "ssc(K.fixef='full')" -> new SmallSample(true, SmallSample.Effects.ALL, true, false);
      case "ssc(G.adj=FALSE)" -> new SmallSample(true, effects, false, false);
      case "ssc(t.df='conventional')" -> new SmallSample(true, effects, true, true);
      default -> throw new IllegalArgumentException(ssc);
    };
  }
}
