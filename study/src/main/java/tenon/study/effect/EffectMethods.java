package tenon.study.effect;

import static tenon.study.method.MethodOption.choice;
import static tenon.study.method.MethodOption.flag;
import static tenon.study.method.MethodOption.needed;
import static tenon.study.method.MethodOption.number;
import static tenon.study.method.MethodOption.text;
import static tenon.study.method.MethodOption.texts;
import static tenon.study.method.MethodOption.whole;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tenon.evaluate.Errors;
import tenon.evaluate.PanelColumns;
import tenon.evaluate.PlaceboDraws;
import tenon.evaluate.SmallSample;
import tenon.evaluate.did.CallawaySantAnnaSpec;
import tenon.evaluate.did.HonestDidSpec;
import tenon.evaluate.did.SyntheticDidSpec;
import tenon.evaluate.match.MatchingSpec;
import tenon.evaluate.mechanism.HeterogeneitySpec;
import tenon.evaluate.mechanism.MediationSpec;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.policy.Counterfactual;
import tenon.study.policy.PolicyStudy;
import tenon.study.text.Refusal;

/** The methods under {@code tenon evaluate}. */
public final class EffectMethods {
  /** Name of the family. */
  public static final String FAMILY = "evaluate";

  private static final String PANEL = "PANEL.csv";

  private static final List<MethodOption> ERRORS =
      List.of(
          texts("cluster"),
          choice("errors", "usual", "cluster", "iid", "hc1", "hc2", "hc3", "nw", "dk"),
          flag("own-counts"),
          whole("lags", 0, 1000, ""),
          choice("ssc-k-adj", "true", "false"),
          choice("ssc-k-fixef", "nonnested", "none", "full"),
          choice("ssc-g-adj", "true", "false"),
          choice("ssc-t-df", "min", "conventional"));

  private static final List<MethodOption> PANEL_COLUMNS =
      List.of(needed("y"), needed("id"), needed("time"), text("cohort"), text("treat"));

  private EffectMethods() {}

  /** Every method, in the order of the help. */
  public static List<Method> all() {
    List<Method> all = new ArrayList<>(DesignMethods.all(FAMILY));
    all.addAll(0, estimators());
    return all.stream().map(EffectMethods::placed).toList();
  }

  /** The method whose findings stand where the file has them. */
  private static Method placed(Method method) {
    return new Method(
        method.family(),
        method.name(),
        method.source(),
        method.options(),
        (asked, progress) ->
            PanelFile.placed(method.work().answer(asked, progress), asked.source(), null));
  }

  private static List<Method> estimators() {
    return List.of(
        method(
            "did",
            Method.join(
                List.of(needed("formula")),
                ERRORS,
                List.of(
                    text("weights"),
                    text("id"),
                    text("time"),
                    flag("keep-singletons"),
                    text("wild"),
                    whole("reps", 1, 1_000_000, "999"))),
            EffectMethods::did),
        staggered(
            StaggeredAnswer.Method.EVENT_STUDY,
            Method.join(
                List.of(
                    texts("covariates"),
                    whole("reference", -10_000, 10_000, "-1"),
                    whole("lowest", -10_000, 10_000, ""),
                    whole("highest", -10_000, 10_000, "")),
                ERRORS)),
        staggered(StaggeredAnswer.Method.SUN_ABRAHAM, List.of(texts("covariates"))),
        staggered(
            StaggeredAnswer.Method.CALLAWAY_SANTANNA,
            List.of(
                texts("covariates"),
                choice("method", "dr", "ipw", "reg"),
                choice("control", "never", "notyet"),
                whole("anticipation", 0, 1000, "0"),
                whole("reps", 0, 1_000_000, "0"))),
        staggered(
            StaggeredAnswer.Method.IMPUTATION, List.of(texts("covariates"), flag("pretrend"))),
        staggered(StaggeredAnswer.Method.GOODMAN_BACON, List.of(texts("covariates"))),
        staggered(
            StaggeredAnswer.Method.SYNTHETIC,
            List.of(
                choice("errors", "placebo", "bootstrap", "jackknife"),
                whole("reps", 0, 1_000_000, "200"))),
        method(
            "psm",
            Method.join(
                List.of(
                    needed("formula"),
                    needed("treat"),
                    texts("covariates"),
                    number("bandwidth", 1e-6, 1, "0.06"),
                    whole("nearest", 1, 1000, ""),
                    number("caliper", 1e-9, 1, "")),
                ERRORS,
                List.of(text("id"), text("time"))),
            EffectMethods::psm),
        new Method(
            FAMILY,
            "honest",
            "ESTIMATES.json",
            List.of(
                choice("restriction", "rm", "sd"),
                texts("bounds"),
                texts("effect-weights"),
                whole("grid-points", 10, 100_000, "1000"),
                whole("reps", 100, 1_000_000, "1000")),
            (asked, progress) -> honest(asked)),
        method(
            "placebo",
            List.of(
                needed("formula"),
                needed("treat"),
                texts("cluster"),
                choice("kind", "units", "periods", "mixed"),
                whole("reps", 1, 1_000_000, "500"),
                text("draws")),
            EffectMethods::placebo),
        method(
            "mediation",
            List.of(
                needed("y"),
                needed("treat"),
                needed("mediator"),
                texts("covariates"),
                texts("fe"),
                texts("cluster"),
                text("id"),
                text("time"),
                whole("reps", 0, 1_000_000, "0")),
            EffectMethods::mediation),
        method(
            "heterogeneity",
            Method.join(
                List.of(
                    needed("y"),
                    needed("treat"),
                    needed("group"),
                    needed("id"),
                    texts("covariates"),
                    texts("fe"),
                    text("time"),
                    whole("reps", 0, 1_000_000, "0")),
                ERRORS),
            EffectMethods::heterogeneity),
        PolicyStudy.method(FAMILY),
        Counterfactual.method(FAMILY));
  }

  /** What a method is done by, without a wish to hear of its progress. */
  private interface Quick {
    Loaded<Answer> answer(Asked asked);
  }

  private static Method method(String name, List<MethodOption> options, Quick work) {
    return new Method(FAMILY, name, PANEL, options, (asked, progress) -> work.answer(asked));
  }

  private static Method staggered(StaggeredAnswer.Method method, List<MethodOption> more) {
    return method(
        method.title(),
        Method.join(PANEL_COLUMNS, more),
        asked -> StaggeredAnswer.of(staggered(method, asked), asked.locale()));
  }

  private static Loaded<Answer> did(Asked asked) {
    RegressionAnswer.Question question =
        new RegressionAnswer.Question(
            asked.source(),
            asked.text("formula"),
            errors(asked),
            asked.text("weights"),
            asked.text("id"),
            asked.text("time"),
            asked.flag("keep-singletons"),
            asked.text("wild"),
            asked.whole("reps", 0),
            asked.seed(),
            asked.threads());
    return RegressionAnswer.of(question, asked.locale());
  }

  private static ErrorsChoice errors(Asked asked) {
    String kind = asked.text("errors");
    SmallSample.Effects effects =
        switch (asked.text("ssc-k-fixef")) {
          case "none" -> SmallSample.Effects.NONE;
          case "full" -> SmallSample.Effects.ALL;
          default -> SmallSample.Effects.NOT_NESTED;
        };
    SmallSample rule =
        new SmallSample(
            asked.flag("ssc-k-adj"),
            effects,
            asked.flag("ssc-g-adj"),
            asked.text("ssc-t-df").equals("conventional"));
    return new ErrorsChoice(
        kind.equals("usual") ? "" : kind,
        asked.texts("cluster"),
        asked.flag("own-counts"),
        asked.values().getOrDefault("id", ""),
        asked.values().getOrDefault("time", ""),
        asked.whole("lags", -1),
        rule);
  }

  private static StaggeredAnswer.Question staggered(StaggeredAnswer.Method method, Asked asked) {
    StaggeredAnswer.Question usual =
        StaggeredAnswer.usual(
            method,
            asked.source(),
            asked.text("y"),
            asked.text("id"),
            asked.text("time"),
            asked.text("cohort"),
            asked.text("treat"));
    boolean adjusts = method == StaggeredAnswer.Method.CALLAWAY_SANTANNA;
    boolean events = method == StaggeredAnswer.Method.EVENT_STUDY;
    return new StaggeredAnswer.Question(
        method,
        usual.panel(),
        usual.outcome(),
        usual.unit(),
        usual.period(),
        usual.cohort(),
        usual.treatment(),
        asked.values().containsKey("covariates") ? asked.texts("covariates") : List.of(),
        events ? errors(asked) : usual.errors(),
        events ? asked.whole("reference", -1) : -1,
        events ? asked.whole("lowest", Integer.MIN_VALUE) : Integer.MIN_VALUE,
        events ? asked.whole("highest", Integer.MAX_VALUE) : Integer.MAX_VALUE,
        adjusts ? adjustment(asked.text("method")) : usual.adjustment(),
        adjusts && asked.text("control").equals("notyet")
            ? CallawaySantAnnaSpec.Control.NOT_YET_TREATED
            : CallawaySantAnnaSpec.Control.NEVER_TREATED,
        adjusts ? asked.whole("anticipation", 0) : 0,
        method == StaggeredAnswer.Method.IMPUTATION && asked.flag("pretrend"),
        method == StaggeredAnswer.Method.SYNTHETIC
            ? SyntheticDidSpec.Variance.valueOf(asked.text("errors").toUpperCase(Locale.ROOT))
            : usual.variance(),
        asked.values().containsKey("reps") ? asked.whole("reps", 0) : 0,
        asked.seed(),
        asked.threads());
  }

  private static CallawaySantAnnaSpec.Method adjustment(String word) {
    return switch (word) {
      case "ipw" -> CallawaySantAnnaSpec.Method.WEIGHTING;
      case "reg" -> CallawaySantAnnaSpec.Method.REGRESSION;
      default -> CallawaySantAnnaSpec.Method.DOUBLY_ROBUST;
    };
  }

  private static Loaded<Answer> psm(Asked asked) {
    MatchingSpec spec = MatchingSpec.kernel(asked.text("treat"), asked.texts("covariates"));
    double caliper = asked.number("caliper");
    MatchingSpec.Rule rule =
        asked.text("nearest").isEmpty()
            ? new MatchingSpec.Kernel(asked.number("bandwidth"))
            : new MatchingSpec.Nearest(
                asked.whole("nearest", 1),
                Double.isNaN(caliper) ? Double.POSITIVE_INFINITY : caliper);
    return MatchingAnswer.of(
        new MatchingAnswer.Question(
            asked.source(),
            asked.text("formula"),
            spec.withRule(rule),
            errors(asked),
            asked.threads()),
        asked.locale());
  }

  private static Loaded<Answer> honest(Asked asked) {
    List<Double> bounds = numbers(asked.texts("bounds"));
    boolean relative = asked.text("restriction").equals("rm");
    HonestDidSpec spec =
        new HonestDidSpec(
            relative
                ? HonestDidSpec.Restriction.RELATIVE_MAGNITUDES
                : HonestDidSpec.Restriction.SMOOTHNESS,
            bounds.isEmpty() ? List.of(.5, 1.0, 1.5, 2.0) : bounds,
            numbers(asked.texts("effect-weights")),
            asked.whole("grid-points", 1000),
            asked.whole("reps", 1000),
            asked.seed());
    return HonestAnswer.of(asked.source(), spec, asked.locale());
  }

  private static List<Double> numbers(List<String> texts) {
    List<Double> numbers = new ArrayList<>();
    texts.forEach(text -> numbers.add(Double.parseDouble(text)));
    return numbers;
  }

  private static Loaded<Answer> placebo(Asked asked) {
    PlaceboDraws.Kind kind =
        Arrays.stream(PlaceboDraws.Kind.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(asked.text("kind")))
            .findFirst()
            .orElse(PlaceboDraws.Kind.UNITS);
    return PlaceboAnswer.of(
        new PlaceboAnswer.Question(
            asked.source(),
            asked.text("formula"),
            asked.text("treat"),
            asked.texts("cluster"),
            kind,
            asked.whole("reps", 500),
            asked.seed(),
            asked.path("draws")),
        asked.locale());
  }

  private static Loaded<Answer> mediation(Asked asked) {
    List<String> effects = asked.texts("fe");
    List<String> clusters = asked.texts("cluster");
    if (clusters.isEmpty()) {
      clusters = effects.isEmpty() ? List.of() : List.of(effects.getFirst());
    }
    if (clusters.isEmpty()) {
      return new Loaded.Rejected<>(List.of(Refusal.of("cluster-missing", "", null)));
    }
    MediationSpec spec =
        new MediationSpec(
            asked.text("y"),
            asked.text("treat"),
            asked.text("mediator"),
            asked.texts("covariates"),
            effects,
            new Errors.Clustered(clusters, false),
            asked.whole("reps", 0),
            asked.seed());
    return MechanismAnswer.mediation(
        asked.source(),
        spec,
        new PanelColumns(asked.text("id"), asked.text("time")),
        asked.locale());
  }

  private static Loaded<Answer> heterogeneity(Asked asked) {
    Errors errors = errors(asked).errors();
    HeterogeneitySpec spec =
        new HeterogeneitySpec(
            asked.text("y"),
            asked.text("treat"),
            asked.texts("covariates"),
            asked.texts("fe"),
            asked.text("group"),
            asked.text("id"),
            errors == null ? Errors.Clustered.by(asked.text("id")) : errors,
            asked.whole("reps", 0),
            asked.seed());
    String unit = asked.text("id");
    List<String> others =
        asked.texts("fe").stream().filter(effect -> !effect.equals(unit)).toList();
    // Beside the unit's effect the only other one is the period's.
    boolean twoWays = asked.texts("fe").contains(unit) && others.size() == 1;
    String period =
        asked.text("time").isEmpty() && twoWays ? others.getFirst() : asked.text("time");
    return MechanismAnswer.heterogeneity(
        asked.source(), spec, new PanelColumns(unit, period), asked.locale());
  }
}
