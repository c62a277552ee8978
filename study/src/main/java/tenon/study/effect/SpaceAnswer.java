package tenon.study.effect;

import java.util.ArrayList;
import java.util.List;
import tenon.evaluate.Errors;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelColumns;
import tenon.evaluate.RegressionSpec;
import tenon.evaluate.mechanism.NextPilots;
import tenon.evaluate.space.SpaceColumns;
import tenon.evaluate.space.SpilloverRings;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Effects on neighbours, and where to pilot next. */
final class SpaceAnswer {
  private SpaceAnswer() {}

  static Loaded<Answer> spillover(Asked asked, Observations data) {
    List<Finding> faults = new ArrayList<>();
    List<Double> rings = DesignMethods.numbers(asked, "rings", faults);
    Loaded<RegressionSpec> spec = DesignMethods.regression(asked);
    if (!(spec instanceof Loaded.Ready<RegressionSpec>(var base, var _)) || !faults.isEmpty()) {
      faults.addAll(spec.findings());
      return new Loaded.Rejected<>(faults);
    }
    SpaceColumns columns =
        new SpaceColumns(
            asked.text("id"), asked.text("time"), asked.text("longitude"), asked.text("latitude"));
    return StaggeredAnswer.map(
        SpilloverRings.estimate(data, base, columns, asked.text("treat"), rings),
        (SpilloverRings.Result result) -> {
          ObjectNode root = RegressionAnswer.json(result.fit());
          ArrayNode array = root.putArray("rings");
          List<String> lines = new ArrayList<>();
          lines.add(DesignMethods.line(result.fit(), asked.text("treat")));
          for (SpilloverRings.Ring ring : result.rings()) {
            ObjectNode node = array.addObject();
            node.set("from_km", Json.exact(ring.from()));
            node.set("to_km", Json.exact(ring.to()));
            node.put("units", ring.units()).put("rows", ring.rows());
            node.set("estimate", Json.exact(result.fit().coefficient(ring.name())));
            node.set("std_error", Json.exact(result.fit().standardError(ring.name())));
            lines.add(DesignMethods.line(result.fit(), ring.name()));
          }
          lines.add(result.fit().rule().in(asked.locale()));
          return DesignMethods.answer(
              asked,
              "spillover",
              lines,
              root,
              List.of(Printed.table("coefficients.csv", result.fit())));
        });
  }

  static Loaded<Answer> pilots(Asked asked, Observations data) {
    List<String> clusters =
        asked.texts("cluster").isEmpty() ? List.of(asked.text("id")) : asked.texts("cluster");
    return StaggeredAnswer.map(
        NextPilots.foretell(
            data,
            new PanelColumns(asked.text("id"), asked.text("time")),
            asked.text("y"),
            asked.text("treat"),
            asked.texts("covariates"),
            asked.texts("conditions"),
            List.of(asked.text("id"), asked.text("time")),
            new Errors.Clustered(clusters, false)),
        (NextPilots.Result result) -> {
          ObjectNode root = RegressionAnswer.json(result.fit());
          ArrayNode array = root.putArray("units");
          List<List<String>> rows = new ArrayList<>();
          List<String> lines = new ArrayList<>(Printed.lines(result.fit(), 10));
          lines.add(result.fit().rule().in(asked.locale()));
          for (NextPilots.Unit unit : result.units()) {
            ObjectNode node = array.addObject().put("unit", unit.name());
            node.set("effect", Json.exact(unit.effect()));
            node.set("std_error", Json.exact(unit.standardError()));
            node.set("ci_low", Json.exact(unit.low()));
            node.set("ci_high", Json.exact(unit.high()));
            node.put("lacking", unit.lacking());
            node.set("takes", Json.exact(unit.takes()));
            node.put("outside", unit.outside());
            rows.add(
                List.of(
                    unit.name(),
                    Numbers.exactCell(unit.effect()),
                    Numbers.exactCell(unit.standardError()),
                    Numbers.exactCell(unit.low()),
                    Numbers.exactCell(unit.high()),
                    unit.lacking(),
                    Numbers.exactCell(unit.takes()),
                    Boolean.toString(unit.outside())));
          }
          return DesignMethods.answer(
              asked,
              "next-pilots",
              lines,
              root,
              List.of(
                  new Table(
                      "next_pilots.csv",
                      List.of(
                          "unit",
                          "effect",
                          "std_error",
                          "ci_low",
                          "ci_high",
                          "lacking",
                          "takes",
                          "outside"),
                      rows)));
        });
  }
}
