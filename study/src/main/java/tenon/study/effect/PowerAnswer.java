package tenon.study.effect;

import java.util.ArrayList;
import java.util.List;
import tenon.evaluate.Observations;
import tenon.evaluate.Power;
import tenon.evaluate.RegressionSpec;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ObjectNode;

/** What effect could have been seen: {@code tenon evaluate power}. */
final class PowerAnswer {
  private PowerAnswer() {}

  static Loaded<Answer> power(Asked asked, Observations data) {
    List<Finding> faults = new ArrayList<>();
    List<Double> effects = DesignMethods.numbers(asked, "effects", faults);
    Loaded<RegressionSpec> spec = DesignMethods.regression(asked);
    if (!(spec instanceof Loaded.Ready<RegressionSpec>(var base, var _)) || !faults.isEmpty()) {
      faults.addAll(spec.findings());
      return new Loaded.Rejected<>(faults);
    }
    return PlaceboAnswer.inCells(
        data, base.formula(), asked.text("treat"), () -> simulated(asked, data, base, effects));
  }

  private static Loaded<Answer> simulated(
      Asked asked, Observations data, RegressionSpec base, List<Double> effects) {
    return StaggeredAnswer.map(
        Power.simulate(
            data,
            base,
            asked.text("y"),
            asked.text("treat"),
            effects,
            asked.whole("reps", 500),
            asked.seed()),
        (Power.Result result) -> {
          ObjectNode root = Json.object();
          root.put("draws", result.draws());
          root.set("detectable", Json.exact(result.detectable()));
          root.set("size", Json.exact(result.size()));
          root.set("effects", Json.exact(result.effects()));
          root.set("power", Json.exact(result.power()));
          List<List<String>> rows = new ArrayList<>();
          for (int i = 0; i < result.effects().length; i++) {
            rows.add(
                List.of(
                    Numbers.exactCell(result.effects()[i]), Numbers.exactCell(result.power()[i])));
          }
          List<String> lines =
              List.of(
                  new Words(asked.locale())
                      .get(
                          "effect.power",
                          Printed.number(result.detectable()),
                          Numbers.percentFine(result.size())));
          return DesignMethods.answer(
              asked,
              "power",
              lines,
              root,
              List.of(new Table("power.csv", List.of("effect", "power"), rows)));
        });
  }
}
