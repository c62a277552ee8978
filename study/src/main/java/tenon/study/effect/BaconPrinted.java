package tenon.study.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenon.evaluate.did.GoodmanBacon;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A decomposition into comparisons of two groups (Goodman-Bacon) as it is printed and handed on.
 */
final class BaconPrinted {
  private BaconPrinted() {}

  static List<String> lines(GoodmanBacon.Result result, Words words) {
    List<String> lines = new ArrayList<>();
    lines.add(words.get("effect.bacon", Printed.number(result.estimate())));
    for (GoodmanBacon.Kind kind : GoodmanBacon.Kind.values()) {
      if (result.weight(kind) > 0) {
        String share = Numbers.percentFine(result.weight(kind));
        lines.add("  " + words.get("effect.bacon." + code(kind)) + " " + share);
      }
    }
    return lines;
  }

  static ObjectNode json(GoodmanBacon.Result result) {
    ObjectNode root = Json.object();
    root.set("estimate", Json.exact(result.estimate()));
    ObjectNode weights = root.putObject("weight_by_kind");
    for (GoodmanBacon.Kind kind : GoodmanBacon.Kind.values()) {
      weights.set(code(kind), Json.exact(result.weight(kind)));
    }
    ArrayNode array = root.putArray("comparisons");
    for (GoodmanBacon.Comparison comparison : result.comparisons()) {
      ObjectNode node = array.addObject();
      node.put("kind", code(comparison.kind()));
      node.set("treated", Json.exact(comparison.treated()));
      node.set("control", Json.exact(comparison.control()));
      node.set("estimate", Json.exact(comparison.estimate()));
      node.set("weight", Json.exact(comparison.weight()));
    }
    return root;
  }

  static List<Table> tables(GoodmanBacon.Result result) {
    List<List<String>> rows = new ArrayList<>();
    for (GoodmanBacon.Comparison comparison : result.comparisons()) {
      rows.add(
          List.of(
              code(comparison.kind()),
              Numbers.exactCell(comparison.treated()),
              Numbers.exactCell(comparison.control()),
              Numbers.exactCell(comparison.estimate()),
              Numbers.exactCell(comparison.weight())));
    }
    return List.of(
        new Table(
            "comparisons.csv", List.of("kind", "treated", "control", "estimate", "weight"), rows));
  }

  private static String code(GoodmanBacon.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
