package tenon.study.playbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Interval;
import tenon.model.Scenario;
import tenon.respond.Comparison;
import tenon.respond.PairedDifference;
import tenon.respond.playbook.Action;
import tenon.respond.playbook.Level;
import tenon.respond.playbook.Playbook;
import tenon.respond.playbook.PlaybookRehearsal;
import tenon.respond.playbook.Step;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.InferredMark;
import tenon.study.text.Money;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a rehearsal came to, as lines, numbers and tables.
 *
 * @param seen the level that holds, with what the twin saw
 */
record RehearsalAnswer(
    Words words,
    Money money,
    Chain chain,
    Playbook playbook,
    Scenario scenario,
    PlaybookRehearsal rehearsal,
    Level seen) {

  Answer of(List<Path> inputs, Map<String, String> settings) {
    List<String> lines = lines();
    List<String> told = List.copyOf(lines);
    lines.addAll(stepLines());
    return new Answer(
        PlaybookMethods.FAMILY + " rehearse",
        lines,
        result(),
        List.of(steps(), table()),
        new RehearsalPage(this).document(told),
        inputs,
        settings,
        rehearsal.added().interval().low() > 0);
  }

  /** An amount of loss or cost in a sentence. */
  String amount(double amount) {
    return rehearsal.plan().inMoney() ? money.text(amount) : Numbers.shown(amount);
  }

  String amount(Interval interval) {
    if (rehearsal.plan().inMoney() && interval.low() >= 0) {
      return money.text(interval);
    }
    return words.get("playbook.range", amount(interval.low()), amount(interval.high()));
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        words.get(
            "playbook.rehearsed",
            playbook.name(),
            amount(rehearsal.comparison().nothing().loss().mean()),
            amount(rehearsal.comparison().planned().loss().mean()),
            amount(rehearsal.avoidedInterval()),
            money.text(rehearsal.costs())));
    Interval added = rehearsal.added().interval();
    String key = key(added);
    Interval ratio = rehearsal.addedPerCostInterval();
    lines.add(
        words.get(
            key,
            amount(rehearsal.replanned().planned().loss().mean()),
            amount(rehearsal.added().mean()),
            amount(added),
            money.text(rehearsal.addedCost()),
            Numbers.shown(rehearsal.addedPerCost()),
            ratio == null ? "" : Numbers.shown(ratio.low()),
            ratio == null ? "" : Numbers.shown(ratio.high())));
    int broken = rehearsal.broken().size();
    lines.add(
        words.get(
            broken > 0 ? "playbook.seen.breaks" : "playbook.seen",
            Numbers.count(broken),
            Integer.toString(seen.rank()),
            words.code("response", seen.response()),
            Numbers.shown(seen.withinHours()),
            words.code("party", seen.responsible())));
    return lines;
  }

  /** What can be said of what the playbook avoids beside planning anew. */
  private String key(Interval added) {
    if (added.low() > 0) {
      return rehearsal.addedCost() > 0 ? "playbook.added" : "playbook.added.free";
    }
    boolean nothing = added.low() == 0 && added.high() == 0;
    String unsure = added.high() < 0 ? "playbook.added.worse" : "playbook.added.unsure";
    return nothing ? "playbook.added.none" : unsure;
  }

  private List<String> stepLines() {
    List<String> lines = new ArrayList<>();
    for (Step step : playbook.steps()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %s  %-20s %s",
              words.get(
                  "playbook.hours",
                  String.format(Locale.ROOT, "%6s", Numbers.shown(start(step))),
                  String.format(Locale.ROOT, "%6s", Numbers.shown(finish(step)))),
              words.code("party", step.role()),
              step.what() + mark(step) + used(step)));
    }
    return lines;
  }

  double start(Step step) {
    return rehearsal.timing().start(step.id());
  }

  double finish(Step step) {
    return rehearsal.timing().finish(step.id());
  }

  double units(Step step) {
    return rehearsal.unitsByStep().getOrDefault(step.id(), 0.0);
  }

  /** How much the plan takes from what the step opens; nothing where it opens nothing. */
  private String used(Step step) {
    if (step.actions().isEmpty()) {
      return "";
    }
    return units(step) > 0
        ? words.get("playbook.step.used", Numbers.shown(units(step)))
        : words.get("playbook.step.unused");
  }

  /** That a step opens or speeds up a link which nobody declared; empty else. */
  private String mark(Step step) {
    InferredMark mark = new InferredMark(chain, words);
    StringBuilder marks = new StringBuilder();
    for (Action action : step.actions()) {
      switch (action) {
        case Action.Open(var link) -> marks.append(mark.of(link));
        case Action.Expedite(var link, _, _) -> marks.append(mark.of(link));
        case Action.Activate _, Action.AddCapacity _ -> {}
      }
    }
    return marks.toString();
  }

  private ObjectNode result() {
    ObjectNode root = Json.object();
    root.put("playbook", playbook.name());
    root.put("scenario", scenario.name());
    root.put("level", playbook.level());
    root.put("level_holds", seen.rank());
    root.put("responsible", seen.responsible());
    root.set("start_deadline_hours", Json.exact(seen.withinHours()));
    root.put("in_money", rehearsal.plan().inMoney());
    root.set("loss_without", Json.exact(rehearsal.comparison().nothing().loss().mean()));
    root.set("loss_planned_anew", Json.exact(rehearsal.replanned().planned().loss().mean()));
    root.set("loss_with", Json.exact(rehearsal.comparison().planned().loss().mean()));
    put(root, "loss_avoided", rehearsal.avoided(), rehearsal.avoidedInterval());
    root.set("share_avoided", Json.exact(rehearsal.share()));
    root.set("cost", Json.exact(rehearsal.costs()));
    Interval ratio = rehearsal.avoidedPerCostInterval();
    put(root, "avoided_per_cost", rehearsal.avoidedPerCost(), ratio);
    put(root, "added", rehearsal.added().mean(), rehearsal.added().interval());
    root.set("added_cost", Json.exact(rehearsal.addedCost()));
    put(root, "added_per_cost", rehearsal.addedPerCost(), rehearsal.addedPerCostInterval());
    root.set("ends_after_hours", Json.exact(rehearsal.timing().end()));
    root.set("critical", Json.array(rehearsal.timing().critical()));
    ArrayNode broken = root.putArray("broken");
    rehearsal
        .broken()
        .forEach(
            demand ->
                broken
                    .addObject()
                    .put("site_id", demand.siteId())
                    .put("product_id", demand.productId()));
    return root;
  }

  private static void put(ObjectNode root, String key, double mean, @Nullable Interval interval) {
    root.set(key, Json.exact(mean));
    root.set(key + "_low", Json.exact(interval == null ? Double.NaN : interval.low()));
    root.set(key + "_high", Json.exact(interval == null ? Double.NaN : interval.high()));
  }

  private Table steps() {
    List<List<String>> rows = new ArrayList<>();
    for (Step step : playbook.steps()) {
      rows.add(
          List.of(
              step.id(),
              step.what(),
              step.role(),
              Numbers.exactCell(start(step)),
              Numbers.exactCell(finish(step)),
              Boolean.toString(rehearsal.timing().critical().contains(step.id())),
              step.actions().isEmpty() ? "" : Numbers.cell(units(step)),
              String.join("; ", step.needs()),
              Boolean.toString(!mark(step).isEmpty())));
    }
    return new Table(
        "steps.csv",
        List.of(
            "id",
            "what",
            "role",
            "start_hours",
            "finish_hours",
            "critical",
            "units_used",
            "needs",
            "inferred"),
        rows);
  }

  /**
   * What is lost under a response.
   *
   * @param avoided against nobody reacting; null for that itself
   * @param cost money
   */
  record Lost(String response, double loss, @Nullable PairedDifference avoided, double cost) {}

  List<Lost> losses() {
    Comparison own = rehearsal.comparison();
    Comparison anew = rehearsal.replanned();
    return List.of(
        new Lost("nothing", own.nothing().loss().mean(), null, 0),
        new Lost(
            "planned_anew",
            anew.planned().loss().mean(),
            anew.planAgainstNothing(),
            rehearsal.without().cost().total()),
        new Lost(
            "playbook", own.planned().loss().mean(), own.planAgainstNothing(), rehearsal.costs()));
  }

  private Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (Lost one : losses()) {
      PairedDifference avoided = one.avoided();
      rows.add(
          List.of(
              one.response(),
              Numbers.exactCell(one.loss()),
              avoided == null ? "" : Numbers.exactCell(avoided.mean()),
              avoided == null ? "" : Numbers.exactCell(avoided.interval().low()),
              avoided == null ? "" : Numbers.exactCell(avoided.interval().high()),
              Numbers.exactCell(one.cost())));
    }
    return new Table(
        "losses.csv",
        List.of("response", "loss", "avoided", "avoided_low", "avoided_high", "cost"),
        rows);
  }
}
