package tenon.study.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Fit;
import tenon.evaluate.Observations;
import tenon.evaluate.did.DoubleMachineLearning;
import tenon.evaluate.did.DoubleMachineLearningResult;
import tenon.evaluate.did.DoubleMachineLearningSpec;
import tenon.evaluate.did.DoubleMachineLearningSpec.Learner;
import tenon.evaluate.did.Effect;
import tenon.evaluate.did.StaggeredColumns;
import tenon.evaluate.did.TripleDifferences;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Triple differences and double machine learning, by when each unit adopted. */
final class AdoptionAnswer {
  private AdoptionAnswer() {}

  static Loaded<Answer> learned(Asked asked, Observations data) {
    Adoption adoption = adoption(asked, data);
    if (adoption == null) {
      return withoutAdoption();
    }
    DoubleMachineLearningSpec spec =
        new DoubleMachineLearningSpec(
            adoption.columns(),
            asked.texts("covariates"),
            Learner.valueOf(asked.text("learner").toUpperCase(Locale.ROOT)),
            asked.whole("degree", 2),
            asked.whole("folds", 5),
            asked.whole("repeats", 5),
            asked.seed(),
            asked.threads());
    return StaggeredAnswer.map(
        DoubleMachineLearning.estimate(adoption.data(), spec),
        (DoubleMachineLearningResult result) -> {
          ObjectNode root = effect(result.overall());
          root.put("treated", result.treated()).put("controls", result.controls());
          root.put("left_out", result.leftOut()).put("propensities_cut", result.cut());
          root.set("repeats", Json.exact(result.repeats()));
          ArrayNode cohorts = root.putArray("cohorts");
          List<List<String>> rows = new ArrayList<>();
          rows.add(row("overall", result.overall()));
          for (Effect one : result.cohorts()) {
            ObjectNode node = effect(one);
            node.set("cohort", Json.exact(one.at()));
            cohorts.add(node);
            rows.add(row(Observations.label(one.at()), one));
          }
          Effect all = result.overall();
          Words words = new Words(asked.locale());
          List<String> lines =
              List.of(
                  Printed.line(
                      words.get("effect.att"), all.estimate(), all.standardError(), all.p()),
                  words.get(
                      "effect.dml",
                      Integer.toString(result.treated()),
                      Integer.toString(result.controls()),
                      Integer.toString(spec.folds()),
                      Integer.toString(spec.repeats())));
          return DesignMethods.answer(
              asked,
              "dml",
              lines,
              root,
              List.of(
                  new Table(
                      "effects.csv",
                      List.of("cohort", "estimate", "std_error", "p", "ci_low", "ci_high"),
                      rows)));
        });
  }

  static Loaded<Answer> triple(Asked asked, Observations data) {
    Adoption adoption = adoption(asked, data);
    if (adoption == null) {
      return withoutAdoption();
    }
    String cluster = asked.text("cluster").isEmpty() ? asked.text("id") : asked.text("cluster");
    return StaggeredAnswer.map(
        TripleDifferences.estimate(
            adoption.data(),
            adoption.columns(),
            asked.text("group"),
            asked.text("affected"),
            asked.texts("covariates"),
            cluster),
        (Fit fit) ->
            DesignMethods.answer(
                asked,
                "ddd",
                List.of(
                    DesignMethods.line(fit, TripleDifferences.term()),
                    fit.rule().in(asked.locale())),
                RegressionAnswer.json(fit),
                List.of(Printed.table("coefficients.csv", fit))));
  }

  /** A panel with the column that holds each unit's first treated period. */
  private record Adoption(Observations data, StaggeredColumns columns) {}

  /** From {@code --cohort} or {@code --treat}; null where not exactly one of them is given. */
  private static @Nullable Adoption adoption(Asked asked, Observations data) {
    String treatment = asked.text("treat");
    String cohort = asked.text("cohort");
    if (treatment.isEmpty() == cohort.isEmpty()) {
      return null;
    }
    Observations with = data;
    if (cohort.isEmpty()) {
      cohort = PanelFile.freshName(data, "cohort");
      with =
          data.with(
              cohort, PanelFile.cohorts(data, asked.text("id"), asked.text("time"), treatment));
    }
    return new Adoption(
        with, new StaggeredColumns(asked.text("y"), asked.text("id"), asked.text("time"), cohort));
  }

  private static Loaded<Answer> withoutAdoption() {
    return new Loaded.Rejected<>(List.of(Refusal.of("cohort-or-treatment", "", null)));
  }

  private static ObjectNode effect(Effect effect) {
    ObjectNode node = Json.object();
    node.set("estimate", Json.exact(effect.estimate()));
    node.set("std_error", Json.exact(effect.standardError()));
    node.set("p", Json.exact(effect.p()));
    node.set("ci_low", Json.exact(effect.low()));
    node.set("ci_high", Json.exact(effect.high()));
    return node;
  }

  private static List<String> row(String name, Effect effect) {
    return List.of(
        name,
        Numbers.exactCell(effect.estimate()),
        Numbers.exactCell(effect.standardError()),
        Numbers.exactCell(effect.p()),
        Numbers.exactCell(effect.low()),
        Numbers.exactCell(effect.high()));
  }
}
