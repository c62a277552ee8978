package tenon.study.effect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelColumns;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;
import tenon.evaluate.SmallSample;
import tenon.evaluate.WildBootstrap;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ObjectNode;

/** One regression with absorbed effects: {@code tenon evaluate did}. */
public final class RegressionAnswer {
  private RegressionAnswer() {}

  /**
   * What is asked.
   *
   * @param panel table of one row for each unit and period
   * @param formula {@code y ~ did + x1 | id + year}
   * @param errors how standard errors are computed
   * @param weights column of weights, or empty
   * @param id column of units, for lags; or empty
   * @param time column of periods, for lags; or empty
   * @param keepsSingletons whether rows alone in a level of an effect stay
   * @param wild coefficient whose p-value is bootstrapped by cluster, or empty
   * @param draws draws of that bootstrap
   * @param seed seed of the draws
   * @param threads threads to work on
   */
  public record Question(
      Path panel,
      String formula,
      ErrorsChoice errors,
      String weights,
      String id,
      String time,
      boolean keepsSingletons,
      String wild,
      int draws,
      long seed,
      int threads) {}

  /** Fits the regression. */
  public static Loaded<Answer> of(Question question, Locale locale) {
    return switch (PanelFile.read(question.panel())) {
      case Loaded.Rejected<Observations>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Observations>(var data, var _) -> of(question, data, locale);
    };
  }

  private static Loaded<Answer> of(Question question, Observations data, Locale locale) {
    List<Finding> faults = new ArrayList<>();
    faults.addAll(
        PanelFile.missing(
            question.panel(), data, List.of(question.weights(), question.id(), question.time())));
    Formula formula =
        switch (Formula.parse(question.formula())) {
          case Loaded.Rejected<Formula>(var errors) -> {
            faults.addAll(errors);
            yield null;
          }
          case Loaded.Ready<Formula>(var parsed, var _) -> parsed;
        };
    if (formula == null || !faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    RegressionSpec spec = spec(question, formula);
    return PanelCheck.told(
        data,
        question.id(),
        question.time(),
        PanelCheck.effects(formula),
        () ->
            switch (Regression.fit(data, spec)) {
              case Loaded.Rejected<Fit>(var errors) -> new Loaded.Rejected<>(errors);
              case Loaded.Ready<Fit>(var fit, var warnings) ->
                  wild(question, data, spec, fit, warnings, locale);
            });
  }

  private static RegressionSpec spec(Question question, Formula formula) {
    RegressionSpec spec =
        RegressionSpec.of(formula)
            .withSmallSample(question.errors().rule())
            .withThreads(question.threads());
    Errors errors = question.errors().errors();
    if (errors != null) {
      spec = spec.withErrors(errors);
    }
    if (!question.weights().isEmpty()) {
      spec = spec.withWeights(question.weights());
    }
    if (!question.id().isEmpty() && !question.time().isEmpty()) {
      spec = spec.withPanel(new PanelColumns(question.id(), question.time()));
    }
    return question.keepsSingletons() ? spec.withSingletons() : spec;
  }

  private static Loaded<Answer> wild(
      Question question,
      Observations data,
      RegressionSpec spec,
      Fit fit,
      List<Finding> warnings,
      Locale locale) {
    if (question.wild().isEmpty()) {
      return new Loaded.Ready<>(answer(question, fit, null, locale), warnings);
    }
    return switch (WildBootstrap.test(
        data,
        spec,
        question.wild(),
        WildBootstrap.Points.RADEMACHER,
        question.draws(),
        question.seed())) {
      case Loaded.Rejected<WildBootstrap.Test>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<WildBootstrap.Test>(var test, var more) -> {
        List<Finding> all = new ArrayList<>(warnings);
        all.addAll(more);
        yield new Loaded.Ready<>(answer(question, fit, test, locale), all);
      }
    };
  }

  private static Answer answer(
      Question question, Fit fit, WildBootstrap.@Nullable Test wild, Locale locale) {
    ObjectNode root = json(fit);
    Words words = new Words(locale);
    List<String> lines = new ArrayList<>(head(fit, words));
    lines.addAll(Printed.lines(fit, 40));
    lines.add(fit.rule().in(locale));
    if (wild != null) {
      ObjectNode node = root.putObject("wild_bootstrap");
      node.put("coefficient", question.wild());
      node.set("t", Json.exact(wild.t()));
      node.set("p", Json.exact(wild.p()));
      node.put("draws", wild.draws().length);
      lines.add(words.get("effect.wild", question.wild(), Printed.number(wild.p())));
    }
    return new Answer(
        "evaluate did",
        lines,
        root,
        List.of(Printed.table("coefficients.csv", fit), summary(fit)),
        null,
        List.of(question.panel()),
        settings(question, fit),
        true);
  }

  private static List<String> head(Fit fit, Words words) {
    return List.of(
        words.get(
            "effect.fit",
            fit.spec().formula().text(),
            Numbers.count(fit.sizes().observations()),
            Printed.number(fit.quality().rSquared()),
            Printed.number(fit.quality().withinRSquared())));
  }

  /** The numbers of a fit for other programs. */
  static ObjectNode json(Fit fit) {
    ObjectNode root = Json.object();
    root.put("n", fit.sizes().observations());
    root.put("k", fit.sizes().counted());
    if (fit.sizes().clusters().isEmpty()) {
      root.putNull("g");
    } else {
      root.put("g", fit.sizes().leastClusters());
    }
    root.set("df_t", Json.exact(fit.sizes().degrees()));
    root.set("r2", Json.exact(fit.quality().rSquared()));
    root.set("r2_within", Json.exact(fit.quality().withinRSquared()));
    root.set("r2_adjusted", Json.exact(fit.quality().adjustedRSquared()));
    root.set("ssr", Json.exact(fit.quality().squares()));
    root.set("sigma2", Json.exact(fit.quality().variance()));
    root.set("rmse", Json.exact(fit.quality().rootMeanSquare()));
    root.put("parameters", fit.sizes().parameters());
    root.put("ssc", rule(fit));
    root.put("errors", fit.spec().errors().title());
    root.put("converged", true);
    root.put("iterations", fit.quality().iterations());
    root.set("certificate", Json.exact(fit.quality().certificate()));
    ObjectNode dropped = root.putObject("dropped");
    dropped.put("singletons", fit.dropped().singletons());
    dropped.set("collinear", Json.array(fit.dropped().collinear()));
    dropped.put("unknown", fit.dropped().unknown());
    dropped.set("singleton_names", Json.array(fit.dropped().singletonNames()));
    root.set("coefficients", Printed.coefficients(fit));
    if (fit.firstStage().length > 0) {
      root.set("first_stage_f", Json.exact(fit.firstStage()));
    }
    return root;
  }

  /** The small-sample rule in one word each: what scales the sandwich, and t's degrees. */
  private static String rule(Fit fit) {
    SmallSample rule = fit.spec().smallSample();
    return "K.adj="
        + rule.scalesByParameters()
        + ", K.fixef="
        + switch (rule.effects()) {
          case NOT_NESTED -> "nonnested";
          case NONE -> "none";
          case ALL -> "full";
        }
        + ", G.adj="
        + rule.scalesByClusters()
        + ", t.df="
        + (rule.conventionalDegrees() ? "conventional" : "min");
  }

  private static Table summary(Fit fit) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("n", Integer.toString(fit.sizes().observations())));
    rows.add(List.of("k", Integer.toString(fit.sizes().counted())));
    rows.add(List.of("g", Integer.toString(fit.sizes().leastClusters())));
    rows.add(List.of("df_t", Numbers.exactCell(fit.sizes().degrees())));
    rows.add(List.of("r2", Numbers.exactCell(fit.quality().rSquared())));
    rows.add(List.of("r2_within", Numbers.exactCell(fit.quality().withinRSquared())));
    return new Table("fit.csv", List.of("name", "value"), rows);
  }

  private static Map<String, String> settings(Question question, Fit fit) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("formula", question.formula());
    settings.put("errors", fit.spec().errors().title());
    settings.put("ssc", rule(fit));
    settings.put("weights", question.weights());
    settings.put("keep_singletons", Boolean.toString(question.keepsSingletons()));
    if (!question.wild().isEmpty()) {
      settings.put("wild", question.wild());
      settings.put("draws", Integer.toString(question.draws()));
      settings.put("seed", Long.toString(question.seed()));
    }
    return settings;
  }
}
