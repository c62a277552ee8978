package tenon.study.effect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenon.evaluate.Fit;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;
import tenon.evaluate.match.Balance;
import tenon.evaluate.match.Matching;
import tenon.evaluate.match.MatchingResult;
import tenon.evaluate.match.MatchingSpec;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Matching on the propensity, then the weighted regression: {@code tenon evaluate psm}. */
public final class MatchingAnswer {
  private static final String WEIGHT = "matching_weight";

  private MatchingAnswer() {}

  /**
   * What is asked.
   *
   * @param panel table of one row for each unit and period
   * @param formula regression on the matched rows, for example {@code y ~ did + x1 | id + year}
   * @param matching treated group, covariates, rule
   * @param errors standard errors of the regression
   */
  public record Question(
      Path panel, String formula, MatchingSpec matching, ErrorsChoice errors, int threads) {}

  /** Matches and fits. */
  public static Loaded<Answer> of(Question question, Locale locale) {
    List<Finding> faults = new ArrayList<>();
    Observations data = PlaceboAnswer.ready(PanelFile.read(question.panel()), faults);
    Formula formula = PlaceboAnswer.ready(Formula.parse(question.formula()), faults);
    if (data == null || formula == null) {
      return new Loaded.Rejected<>(faults);
    }
    List<Finding> missing =
        PanelFile.missing(
            question.panel(), data, List.of(question.errors().unit(), question.errors().period()));
    if (!missing.isEmpty()) {
      return new Loaded.Rejected<>(missing);
    }
    return PanelCheck.named(
        data,
        question.errors().unit(),
        question.errors().period(),
        PanelCheck.effects(formula),
        "",
        () -> matched(question, data, formula, locale));
  }

  private static Loaded<Answer> matched(
      Question question, Observations data, Formula formula, Locale locale) {
    return switch (Matching.match(data, question.matching())) {
      case Loaded.Rejected<MatchingResult>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<MatchingResult>(var matched, var warnings) -> {
        String name = PanelFile.freshName(data, WEIGHT);
        RegressionSpec spec =
            RegressionSpec.of(formula)
                .withSmallSample(question.errors().rule())
                .withThreads(question.threads())
                .withWeights(name);
        var errors = question.errors().errors();
        Loaded<Fit> fit =
            Regression.fit(
                matched.weighted(data, name), errors == null ? spec : spec.withErrors(errors));
        yield fit instanceof Loaded.Ready<Fit>(var weighted, var more)
            ? new Loaded.Ready<>(answer(question, matched, weighted, locale), join(warnings, more))
            : new Loaded.Rejected<>(fit.findings());
      }
    };
  }

  private static List<Finding> join(List<Finding> first, List<Finding> second) {
    List<Finding> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static Answer answer(Question question, MatchingResult matched, Fit fit, Locale locale) {
    Words words = new Words(locale);
    ObjectNode root = Json.object();
    ObjectNode logit = root.putObject("logit");
    List<String> names = new ArrayList<>(List.of("(Intercept)"));
    names.addAll(question.matching().covariates());
    for (int j = 0; j < names.size(); j++) {
      logit.set(names.get(j), Json.exact(matched.logit().coefficients()[j]));
    }
    root.set("pseudo_r2", Json.exact(matched.pseudoRSquared()));
    root.put("n_on_support", matched.onSupport());
    ArrayNode balance = root.putArray("balance");
    List<List<String>> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    lines.add(
        words.get(
            "effect.matched",
            Numbers.count(matched.onSupport()),
            Printed.number(matched.pseudoRSquared())));
    for (Balance one : matched.balance()) {
      ObjectNode node = balance.addObject();
      node.put("covariate", one.covariate());
      node.set("treated", Json.exact(one.treated()));
      node.set("controls_before", Json.exact(one.controlsBefore()));
      node.set("controls_after", Json.exact(one.controlsAfter()));
      node.set("bias_before", Json.exact(one.biasBefore()));
      node.set("bias_after", Json.exact(one.biasAfter()));
      rows.add(
          List.of(
              one.covariate(),
              Numbers.exactCell(one.treated()),
              Numbers.exactCell(one.controlsBefore()),
              Numbers.exactCell(one.controlsAfter()),
              Numbers.exactCell(one.biasBefore()),
              Numbers.exactCell(one.biasAfter())));
      lines.add(
          "  "
              + words.get(
                  "effect.balance",
                  one.covariate(),
                  Printed.number(one.biasBefore()),
                  Printed.number(one.biasAfter())));
    }
    root.set("regression", RegressionAnswer.json(fit));
    lines.addAll(Printed.lines(fit, 20));
    lines.add(fit.rule().in(locale));
    return new Answer(
        "evaluate psm",
        lines,
        root,
        List.of(
            Printed.table("coefficients.csv", fit),
            new Table(
                "balance.csv",
                List.of(
                    "covariate",
                    "treated",
                    "controls_before",
                    "controls_after",
                    "bias_before",
                    "bias_after"),
                rows)),
        null,
        List.of(question.panel()),
        settings(question),
        true);
  }

  private static Map<String, String> settings(Question question) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("formula", question.formula());
    settings.put("treat", question.matching().treatment());
    settings.put("covariates", String.join(",", question.matching().covariates()));
    settings.put(
        "rule",
        switch (question.matching().rule()) {
          case MatchingSpec.Kernel(double bandwidth) -> "epanechnikov kernel, " + bandwidth;
          case MatchingSpec.Nearest(int count, double caliper) ->
              count + " nearest, caliper " + caliper;
        });
    return settings;
  }
}
