package tenon.study.effect;

import java.util.ArrayList;
import java.util.List;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelColumns;
import tenon.evaluate.dynamic.BiasCorrectedLsdv;
import tenon.evaluate.dynamic.BiasCorrectedLsdvResult;
import tenon.evaluate.dynamic.BiasCorrectedLsdvSpec;
import tenon.evaluate.dynamic.DynamicGmm;
import tenon.evaluate.dynamic.DynamicGmmResult;
import tenon.evaluate.dynamic.DynamicGmmSpec;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Dynamic panels: GMM, and fixed effects less their bias. */
final class DynamicAnswer {
  private DynamicAnswer() {}

  static Loaded<Answer> gmm(Asked asked, Observations data) {
    DynamicGmmSpec spec =
        new DynamicGmmSpec(
            new PanelColumns(asked.text("id"), asked.text("time")),
            asked.text("y"),
            asked.texts("covariates"),
            asked.texts("predetermined"),
            asked.texts("endogenous"),
            asked.whole("instrument-lags", 99),
            asked.flag("collapse"),
            !asked.flag("one-step"),
            asked.flag("system"));
    return StaggeredAnswer.map(
        DynamicGmm.estimate(data, spec),
        (DynamicGmmResult result) -> {
          ObjectNode root = Json.object();
          root.put("n", result.observations()).put("units", result.units());
          root.put("instruments", result.instruments());
          ArrayNode array = root.putArray("coefficients");
          List<String> lines = new ArrayList<>();
          List<List<String>> rows = new ArrayList<>();
          for (int k = 0; k < result.names().size(); k++) {
            double b = result.coefficients()[k];
            double error = result.standardError(k);
            ObjectNode node = array.addObject().put("name", result.names().get(k));
            node.set("estimate", Json.exact(b));
            node.set("std_error", Json.exact(error));
            node.set("p", Json.exact(result.p(k)));
            lines.add(Printed.line(result.names().get(k), b, error, result.p(k)));
            rows.add(
                List.of(
                    result.names().get(k),
                    Numbers.exactCell(b),
                    Numbers.exactCell(error),
                    Numbers.exactCell(result.p(k))));
          }
          root.set("hansen", Json.exact(result.hansen()));
          root.put("hansen_df", result.hansenDegrees());
          root.set("hansen_p", Json.exact(result.hansenP()));
          if (spec.system()) {
            root.set("hansen_levels_p", Json.exact(result.levelsP()));
          }
          root.set("serial_z", Json.exact(result.serial()));
          Words words = new Words(asked.locale());
          lines.add(
              words.get(
                  "effect.gmm",
                  Integer.toString(result.instruments()),
                  Integer.toString(result.units()),
                  Printed.number(result.hansenP()),
                  Printed.number(result.serialP(1)),
                  Printed.number(result.serialP(2))));
          if (spec.system()) {
            lines.add(words.get("effect.gmm.levels", Printed.number(result.levelsP())));
          }
          return DesignMethods.answer(
              asked,
              "gmm",
              lines,
              root,
              List.of(
                  new Table(
                      "coefficients.csv", List.of("name", "estimate", "std_error", "p"), rows)));
        });
  }

  static Loaded<Answer> corrected(Asked asked, Observations data) {
    BiasCorrectedLsdvSpec spec =
        new BiasCorrectedLsdvSpec(
            new PanelColumns(asked.text("id"), asked.text("time")),
            asked.text("y"),
            asked.texts("covariates"),
            asked.whole("reps", 200),
            asked.seed());
    return StaggeredAnswer.map(
        BiasCorrectedLsdv.estimate(data, spec),
        (BiasCorrectedLsdvResult result) -> {
          ObjectNode root = Json.object();
          root.put("n", result.observations()).put("units", result.units());
          ArrayNode array = root.putArray("coefficients");
          List<String> lines = new ArrayList<>();
          List<List<String>> rows = new ArrayList<>();
          for (int k = 0; k < result.names().size(); k++) {
            double b = result.coefficients()[k];
            double error = result.standardErrors()[k];
            ObjectNode node = array.addObject().put("name", result.names().get(k));
            node.set("estimate", Json.exact(b));
            node.set("std_error", Json.exact(error));
            node.set("p", Json.exact(result.p(k)));
            node.set("uncorrected", Json.exact(result.uncorrected()[k]));
            lines.add(Printed.line(result.names().get(k), b, error, result.p(k)));
            rows.add(
                List.of(
                    result.names().get(k),
                    Numbers.exactCell(b),
                    Numbers.exactCell(error),
                    Numbers.exactCell(result.p(k)),
                    Numbers.exactCell(result.uncorrected()[k])));
          }
          lines.add(
              new Words(asked.locale())
                  .get(
                      "effect.lsdv",
                      Printed.number(result.uncorrected()[0]),
                      Integer.toString(result.units()),
                      Integer.toString(spec.draws())));
          return DesignMethods.answer(
              asked,
              "lsdv",
              lines,
              root,
              List.of(
                  new Table(
                      "coefficients.csv",
                      List.of("name", "estimate", "std_error", "p", "uncorrected"),
                      rows)));
        });
  }
}
