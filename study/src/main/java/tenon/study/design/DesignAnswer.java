package tenon.study.design;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.respond.design.Design;
import tenon.respond.design.DesignSpec;
import tenon.respond.design.Frontier;
import tenon.respond.design.FrontierPoint;
import tenon.respond.design.Hazard;
import tenon.respond.design.Lever;
import tenon.respond.design.LeverShare;
import tenon.respond.design.LeverValue;
import tenon.respond.design.ResilienceSystem;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The frontier as lines, numbers, tables and a report. */
record DesignAnswer(
    Asked asked,
    Chain chain,
    @Nullable String currency,
    List<Lever> levers,
    List<Hazard> hazards,
    List<Frequencies.Moved> moved,
    DesignSpec spec,
    Frontier frontier) {

  Answer answer(List<Path> inputs) throws java.io.IOException {
    return new Answer(
        DesignMethod.NAME,
        lines(),
        result(),
        List.of(front(), points(), values(), payers()),
        new DesignReport(this).document(),
        inputs,
        asked.settings(),
        true);
  }

  Words words() {
    return new Words(asked.locale());
  }

  String names(Design design) {
    return design.levers().stream().map(i -> levers.get(i).id()).collect(Collectors.joining(" "));
  }

  String titles(Design design) {
    return design.levers().isEmpty()
        ? words().get("design.none")
        : design.levers().stream()
            .map(i -> levers.get(i).title())
            .collect(Collectors.joining(words().chinese() ? "；" : "; "));
  }

  /** The systems of a lever, as words of the tables. */
  private static String systems(Lever lever) {
    return ResilienceSystem.of(lever).stream()
        .map(system -> system.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  /** What cases made of the frequency of a scenario; null where they did nothing to it. */
  Frequencies.@Nullable Moved moved(Hazard hazard) {
    return moved.stream()
        .filter(one -> one.scenario().equals(hazard.scenario().name()))
        .findFirst()
        .orElse(null);
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Frequencies.Moved one : moved) {
      lines.add(
          words()
              .get(
                  "design.moved",
                  one.scenario(),
                  Numbers.shown(one.before()),
                  Numbers.shown(one.after()),
                  Numbers.count(one.cases()),
                  one.cause()));
    }
    for (FrontierPoint point : frontier.points()) {
      lines.add(
          words()
              .get(
                  "design.point",
                  Numbers.shown(point.lambda()),
                  Numbers.shown(point.design().costPerYear()),
                  Numbers.shown(point.design().risk().mean()),
                  Numbers.shown(point.design().risk().tailMean()),
                  titles(point.design())));
    }
    return lines;
  }

  private ObjectNode result() {
    ObjectNode root = Json.object();
    root.set("alpha", Json.exact(spec.alpha()));
    root.put("exact", frontier.exact());
    root.put("in_money", frontier.inMoney());
    root.put("scenarios_planned", frontier.plans());
    ArrayNode events = root.putArray("scenarios");
    for (Hazard hazard : hazards) {
      ObjectNode node = events.addObject();
      node.put("scenario", hazard.scenario().name());
      node.set("per_year", Json.exact(hazard.perYear()));
      Frequencies.Moved by = moved(hazard);
      if (by != null) {
        node.put("cause", by.cause());
        node.put("cases", by.cases());
        node.set("per_year_before_cases", Json.exact(by.before()));
      }
    }
    ArrayNode points = root.putArray("points");
    for (FrontierPoint point : frontier.points()) {
      ObjectNode node = points.addObject();
      node.set("lambda", Json.exact(point.lambda()));
      node.set("objective", Json.exact(point.objective()));
      node.set("objective_out_of_sample", Json.exact(point.outOfSample()));
      node.set("bound", Json.exact(point.bound()));
      node.set("sampling_gap", Json.exact(point.gap()));
      node.set("sampling_gap_high", Json.exact(point.gapHigh()));
      fill(node, point.design());
    }
    ArrayNode front = root.putArray("frontier");
    frontier.designs().forEach(design -> fill(front.addObject(), design));
    ArrayNode values = root.putArray("levers");
    for (LeverValue value : frontier.values()) {
      ObjectNode node = values.addObject();
      node.set("lambda", Json.exact(value.lambda()));
      node.put("lever", levers.get(value.lever()).id());
      node.put("systems", systems(levers.get(value.lever())));
      node.put("chosen", value.chosen());
      node.set("marginal_value", Json.exact(value.riskAverted()));
      node.set("net", Json.exact(value.net()));
      node.set("alone", Json.exact(value.alone()));
      node.put("only_jointly", value.onlyJointly());
    }
    ArrayNode shares = root.putArray("who_pays");
    for (LeverShare share : frontier.shares()) {
      ObjectNode node = shares.addObject();
      node.set("lambda", Json.exact(share.lambda()));
      node.put("lever", levers.get(share.lever()).id());
      node.put("firm", chain.firms().keys().key(share.firm()));
      node.set("averted", Json.exact(share.averted()));
      node.set("pays", Json.exact(share.pays()));
      node.set("pays_by_nucleolus", Json.exact(share.paysByNucleolus()));
      node.set("gains", Json.exact(share.gains()));
      node.put("pays_alone", share.alone());
      node.put("only_jointly", share.joint());
      node.put("rule", rule(share));
    }
    return root;
  }

  private static String rule(LeverShare share) {
    return share.exact() ? "shapley" : "proportional";
  }

  private void fill(ObjectNode node, Design design) {
    node.set("levers", Json.array(design.levers().stream().map(i -> levers.get(i).id()).toList()));
    node.set("cost_per_year", Json.exact(design.costPerYear()));
    node.set("mean_loss", Json.exact(design.risk().mean()));
    node.set("var", Json.exact(design.risk().valueAtRisk()));
    node.set("cvar", Json.exact(design.risk().tailMean()));
    node.set("mean_loss_out_of_sample", Json.exact(design.outOfSample().mean()));
    node.set("cvar_out_of_sample", Json.exact(design.outOfSample().tailMean()));
    node.set("service", Json.exact(design.served()));
    node.set("co2_kg_per_year", Json.exact(design.co2PerYear()));
    node.set("concentration", Json.exact(design.concentration()));
    node.put("undominated", frontier.undominated(design));
  }

  private Table front() {
    List<List<String>> rows = new ArrayList<>();
    frontier.designs().forEach(design -> rows.add(row(design, true)));
    frontier.others().forEach(design -> rows.add(row(design, false)));
    return new Table(
        "frontier.csv",
        List.of(
            "levers",
            "on_frontier",
            "undominated",
            "cost_per_year",
            "mean_loss",
            "var",
            "cvar",
            "mean_loss_out_of_sample",
            "cvar_out_of_sample",
            "service",
            "co2_kg_per_year",
            "concentration"),
        rows);
  }

  private List<String> row(Design design, boolean front) {
    return List.of(
        names(design),
        Boolean.toString(front),
        Boolean.toString(frontier.undominated(design)),
        Numbers.exactCell(design.costPerYear()),
        Numbers.exactCell(design.risk().mean()),
        Numbers.exactCell(design.risk().valueAtRisk()),
        Numbers.exactCell(design.risk().tailMean()),
        Numbers.exactCell(design.outOfSample().mean()),
        Numbers.exactCell(design.outOfSample().tailMean()),
        Numbers.exactCell(design.served()),
        Numbers.exactCell(design.co2PerYear()),
        Numbers.exactCell(design.concentration()));
  }

  private Table points() {
    List<List<String>> rows = new ArrayList<>();
    for (FrontierPoint point : frontier.points()) {
      rows.add(
          List.of(
              Numbers.exactCell(point.lambda()),
              names(point.design()),
              Numbers.exactCell(point.design().costPerYear()),
              Numbers.exactCell(point.objective()),
              Numbers.exactCell(point.outOfSample()),
              Numbers.exactCell(point.bound()),
              Numbers.exactCell(point.gap()),
              Numbers.exactCell(point.gapHigh())));
    }
    return new Table(
        "points.csv",
        List.of(
            "lambda",
            "levers",
            "cost_per_year",
            "objective",
            "objective_out_of_sample",
            "bound",
            "sampling_gap",
            "sampling_gap_high"),
        rows);
  }

  private Table values() {
    List<List<String>> rows = new ArrayList<>();
    for (LeverValue value : frontier.values()) {
      Lever lever = levers.get(value.lever());
      rows.add(
          List.of(
              Numbers.exactCell(value.lambda()),
              lever.id(),
              lever.pillar().name().toLowerCase(Locale.ROOT),
              systems(lever),
              Boolean.toString(value.chosen()),
              Numbers.exactCell(lever.costPerYear()),
              Numbers.exactCell(value.riskAverted()),
              Numbers.exactCell(value.net()),
              Numbers.exactCell(value.alone()),
              Boolean.toString(value.onlyJointly())));
    }
    return new Table(
        "levers.csv",
        List.of(
            "lambda",
            "lever",
            "pillar",
            "systems",
            "chosen",
            "cost_per_year",
            "marginal_value",
            "net",
            "alone",
            "only_jointly"),
        rows);
  }

  private Table payers() {
    List<List<String>> rows = new ArrayList<>();
    for (LeverShare share : frontier.shares()) {
      rows.add(
          List.of(
              Numbers.exactCell(share.lambda()),
              levers.get(share.lever()).id(),
              chain.firms().keys().key(share.firm()),
              Numbers.exactCell(share.averted()),
              Numbers.exactCell(share.pays()),
              Numbers.exactCell(share.paysByNucleolus()),
              Numbers.exactCell(share.gains()),
              Boolean.toString(share.alone()),
              Boolean.toString(share.joint()),
              rule(share)));
    }
    return new Table(
        "who_pays.csv",
        List.of(
            "lambda",
            "lever",
            "firm_id",
            "averted",
            "pays",
            "pays_by_nucleolus",
            "gains",
            "pays_alone",
            "only_jointly",
            "rule"),
        rows);
  }
}
