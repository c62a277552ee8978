package tenon.study.effect;

import java.util.ArrayList;
import java.util.List;
import tenon.evaluate.did.CallawaySantAnnaResult;
import tenon.evaluate.did.GroupTime;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Effects by group and period (Callaway and Sant'Anna) as they are printed and handed on. */
final class CallawayPrinted {
  private CallawayPrinted() {}

  static List<String> lines(CallawaySantAnnaResult result, Words words) {
    List<String> lines = new ArrayList<>();
    lines.add(Printed.overall(result.simple(), words));
    lines.addAll(Printed.effectLines(result.dynamic().effects()));
    lines.add(
        Double.isNaN(result.preP())
            ? words.get("effect.pretrend.none")
            : words.get("effect.pretest", Printed.number(result.preP())));
    return lines;
  }

  static ObjectNode json(CallawaySantAnnaResult result) {
    ObjectNode root = Json.object();
    root.put("n", result.units());
    ArrayNode cells = root.putArray("att_gt");
    for (GroupTime cell : result.cells()) {
      ObjectNode node = cells.addObject();
      node.set("group", Json.exact(cell.cohort()));
      node.set("t", Json.exact(cell.period()));
      node.set("att", Json.exact(cell.estimate()));
      node.set("se", Json.exact(cell.standardError()));
    }
    root.set("critical_value", Json.exact(result.cellBand()));
    ObjectNode test = root.putObject("pre_test");
    test.set("w", Json.exact(result.preTest()));
    test.put("df", result.preDegrees());
    test.set("p", Json.exact(result.preP()));
    root.set("simple", Printed.effect("", result.simple()));
    root.set("dynamic", aggregate("event_time", result.dynamic()));
    root.set("group", aggregate("group", result.byCohort()));
    root.set("calendar", aggregate("period", result.byPeriod()));
    return root;
  }

  private static ObjectNode aggregate(String key, CallawaySantAnnaResult.Aggregate aggregate) {
    ObjectNode node = Json.object();
    node.set("overall", Printed.effect("", aggregate.overall()));
    node.set("effects", Printed.effects(key, aggregate.effects()));
    node.set("critical_value", Json.exact(aggregate.band()));
    return node;
  }

  static List<Table> tables(CallawaySantAnnaResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (GroupTime cell : result.cells()) {
      rows.add(
          List.of(
              Numbers.exactCell(cell.cohort()),
              Numbers.exactCell(cell.period()),
              Numbers.exactCell(cell.estimate()),
              Numbers.exactCell(cell.standardError())));
    }
    return List.of(
        new Table("att_gt.csv", List.of("group", "t", "att", "se"), rows),
        Printed.effects("dynamic.csv", "event_time", result.dynamic().effects()),
        Printed.effects("by_group.csv", "group", result.byCohort().effects()),
        Printed.effects("by_period.csv", "period", result.byPeriod().effects()));
  }
}
