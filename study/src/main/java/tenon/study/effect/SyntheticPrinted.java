package tenon.study.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenon.evaluate.did.Effect;
import tenon.evaluate.did.SyntheticDidResult;
import tenon.evaluate.did.SyntheticDidSpec;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A synthetic difference in differences as it is printed, tabulated and handed on. */
final class SyntheticPrinted {
  private static final int SHOWN = 5;

  private SyntheticPrinted() {}

  static String code(SyntheticDidSpec.Variance variance) {
    return variance.name().toLowerCase(Locale.ROOT);
  }

  static List<String> lines(
      SyntheticDidResult result, SyntheticDidSpec.Variance variance, Words words) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Printed.overall(new Effect(Double.NaN, result.estimate(), result.standardError()), words));
    lines.add(
        words.get(
            Double.isNaN(result.standardError())
                ? "effect.synthetic.none"
                : "effect.synthetic." + code(variance)));
    for (SyntheticDidResult.Cohort cohort : result.cohorts()) {
      lines.add(
          words.get(
              "effect.synthetic.cohort",
              Numbers.exactCell(cohort.start()),
              Integer.toString(cohort.treated()),
              Printed.number(cohort.estimate()),
              Numbers.percentFine(cohort.share()),
              String.join(
                  ", ",
                  cohort.unitWeights().stream()
                      .limit(SHOWN)
                      .map(weight -> weight.name() + " " + Printed.number(weight.weight()))
                      .toList())));
    }
    return lines;
  }

  static ObjectNode json(SyntheticDidResult result, SyntheticDidSpec.Variance variance, int draws) {
    ObjectNode root = Json.object();
    Effect effect = new Effect(Double.NaN, result.estimate(), result.standardError());
    root.setAll(Printed.effect("", effect));
    root.put("errors", code(variance));
    root.put("draws", variance == SyntheticDidSpec.Variance.JACKKNIFE ? 0 : draws);
    ArrayNode cohorts = root.putArray("cohorts");
    for (SyntheticDidResult.Cohort cohort : result.cohorts()) {
      ObjectNode node = cohorts.addObject();
      node.set("cohort", Json.exact(cohort.start()));
      node.put("treated", cohort.treated()).put("periods", cohort.after());
      node.set("estimate", Json.exact(cohort.estimate()));
      node.set("weight", Json.exact(cohort.share()));
      node.set("unit_weights", weights(cohort.unitWeights()));
      node.set("period_weights", weights(cohort.periodWeights()));
    }
    if (result.cohorts().size() == 1) {
      root.set("unit_weights", weights(result.cohorts().getFirst().unitWeights()));
      root.set("period_weights", weights(result.cohorts().getFirst().periodWeights()));
    }
    return root;
  }

  private static ArrayNode weights(List<SyntheticDidResult.Weight> weights) {
    ArrayNode array = Json.array();
    weights.forEach(
        weight ->
            array
                .addObject()
                .put("name", weight.name())
                .set("weight", Json.exact(weight.weight())));
    return array;
  }

  static List<Table> tables(SyntheticDidResult result) {
    List<List<String>> cohorts = new ArrayList<>();
    List<List<String>> units = new ArrayList<>();
    List<List<String>> periods = new ArrayList<>();
    for (SyntheticDidResult.Cohort cohort : result.cohorts()) {
      String start = Numbers.exactCell(cohort.start());
      cohorts.add(
          List.of(
              start,
              Integer.toString(cohort.treated()),
              Integer.toString(cohort.after()),
              Numbers.exactCell(cohort.estimate()),
              Numbers.exactCell(cohort.share())));
      add(units, start, cohort.unitWeights());
      add(periods, start, cohort.periodWeights());
    }
    return List.of(
        new Table(
            "cohorts.csv", List.of("cohort", "treated", "periods", "estimate", "weight"), cohorts),
        new Table("unit_weights.csv", List.of("cohort", "unit", "weight"), units),
        new Table("period_weights.csv", List.of("cohort", "period", "weight"), periods));
  }

  private static void add(
      List<List<String>> rows, String start, List<SyntheticDidResult.Weight> weights) {
    weights.forEach(
        weight -> rows.add(List.of(start, weight.name(), Numbers.exactCell(weight.weight()))));
  }
}
