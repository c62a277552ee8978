package tenon.study.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.model.Message;
import tenon.respond.PairedDifference;
import tenon.respond.design.Lever;
import tenon.respond.design.LeverRehearsal;
import tenon.respond.design.LeverRehearsal.Case;
import tenon.respond.design.LeverRehearsal.Estimate;
import tenon.study.chart.Axis;
import tenon.study.chart.EffectChart;
import tenon.study.chart.Estimate.Named;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Labels;
import tenon.study.text.Numbers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The effect beside the twin's, as blocks, numbers, a table and a line.
 *
 * @param outcome the outcome as it is read
 * @param rule how the standard error of the effect was computed
 * @param currency of the package, or null
 */
record CounterfactualReport(
    BesideTwin beside,
    List<Lever> levers,
    String outcome,
    String rule,
    @Nullable String currency,
    Locale locale) {
  private static final String BUNDLE = "tenon.study.policy.words";

  private String word(String key, String... arguments) {
    return Message.of(BUNDLE, key, arguments).in(locale);
  }

  private LeverRehearsal rehearsal() {
    return beside.rehearsal();
  }

  private String measure() {
    return word("twin." + beside.measure().word());
  }

  private String reading() {
    return "twin.reading." + beside.reading().name().toLowerCase(Locale.ROOT);
  }

  /** Where losses are money, its name. */
  private String unit() {
    if (!rehearsal().inMoney()) {
      return word("twin.units");
    }
    return currency == null || currency.isEmpty() ? word("twin.money") : currency;
  }

  private static String share(double value) {
    return Numbers.fixed(100 * value, Math.abs(value) < .01 ? 4 : 2) + " %";
  }

  String title() {
    return word("h.counterfactual");
  }

  List<String> lines() {
    return List.of(
        line("twin.panel", beside.panel()),
        line("twin.twin", beside.twin()),
        line("twin.difference", beside.difference()),
        word(reading()));
  }

  private String line(String key, Estimate estimate) {
    return word(
        "twin.line",
        name(key),
        share(estimate.value()),
        share(BesideTwin.low(estimate)),
        share(BesideTwin.high(estimate)));
  }

  private String name(String key) {
    return key.equals("twin.panel") ? word(key, outcome) : word(key, measure());
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    boolean chinese = locale.getLanguage().equals("zh");
    List<String> titles =
        levers.stream().map(lever -> Labels.inOneLanguage(lever.title(), chinese)).toList();
    blocks.add(
        new Block.Paragraph(
            word("twin.said", String.join(word("twin.comma"), titles), Numbers.count(runs()))));
    blocks.add(new Block.Paragraph(word(reading())));
    blocks.add(figure());
    blocks.add(effects());
    blocks.add(scenarios());
    blocks.add(new Block.Points(List.of(word("twin.how"), word("twin.limits"))));
    return blocks;
  }

  private int runs() {
    return rehearsal().lossBefore().length;
  }

  private Block.Figure figure() {
    List<Named> points = new ArrayList<>();
    for (String key : List.of("panel", "twin", "difference")) {
      Estimate one = of(key);
      points.add(
          new Named(
              name("twin." + key),
              100 * one.value(),
              100 * BesideTwin.low(one),
              100 * BesideTwin.high(one)));
    }
    return new Block.Figure(
        "counterfactual",
        word("f.twin." + beside.reading().name().toLowerCase(Locale.ROOT)),
        EffectChart.named(Axis.of(word("twin.axis")), points),
        List.of(word("n.twin.figure")));
  }

  private Estimate of(String key) {
    return switch (key) {
      case "panel" -> beside.panel();
      case "twin" -> beside.twin();
      default -> beside.difference();
    };
  }

  private Block.Grid effects() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row(word("twin.effect", outcome), beside.effect(), 4, 1));
    for (String key : List.of("panel", "twin", "difference")) {
      rows.add(row(name("twin." + key) + ", %", of(key), 4, 100));
    }
    rows.add(row(word("twin.averted", unit()), rehearsal().averted(), 0, 1));
    return new Block.Grid(
        "counterfactual",
        word("t.twin"),
        List.of(word("twin.what"), word("estimate"), word("se"), word("low"), word("high")),
        rows,
        List.of(
            word("n.twin", outcome, Numbers.fixed(beside.level(), 4), Numbers.count(runs())),
            rule));
  }

  private static List<Cell> row(String name, Estimate one, int decimals, double scale) {
    return List.of(
        Cell.of(name),
        PolicyContext.number(scale * one.value(), decimals),
        PolicyContext.number(scale * one.standardError(), decimals),
        PolicyContext.number(scale * BesideTwin.low(one), decimals),
        PolicyContext.number(scale * BesideTwin.high(one), decimals));
  }

  private Block.Grid scenarios() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Case one : rehearsal().cases()) {
      PairedDifference averted = PairedDifference.of(one.without().losses(), one.with().losses());
      rows.add(
          List.of(
              Cell.of(one.hazard().scenario().called(locale)),
              PolicyContext.number(one.hazard().perYear(), 3),
              PolicyContext.number(one.without().loss().mean(), 0),
              PolicyContext.number(one.with().loss().mean(), 0),
              PolicyContext.number(averted.mean(), 0),
              PolicyContext.number(averted.interval().low(), 0),
              PolicyContext.number(averted.interval().high(), 0),
              PolicyContext.number(one.without().total().performanceLossDays().mean(), 2),
              PolicyContext.number(one.with().total().performanceLossDays().mean(), 2)));
    }
    return new Block.Grid(
        "counterfactual_scenarios",
        word("t.twin.scenarios"),
        List.of(
            word("twin.scenario"),
            word("twin.per.year"),
            word("twin.loss.without"),
            word("twin.loss.with"),
            word("twin.loss.averted"),
            word("low"),
            word("high"),
            word("twin.days.without"),
            word("twin.days.with")),
        rows,
        List.of(word("n.twin.scenarios", unit())));
  }

  ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("measure", beside.measure().word());
    root.put("reading", beside.reading().name().toLowerCase(Locale.ROOT));
    root.put("replications", runs());
    root.set("level", Json.exact(beside.level()));
    set(root.putObject("effect"), beside.effect());
    for (String key : List.of("panel", "twin", "difference")) {
      set(root.putObject(key), of(key));
    }
    set(root.putObject("averted_per_year"), rehearsal().averted());
    root.put("in_money", rehearsal().inMoney());
    root.set("demanded_per_year", Json.exact(rehearsal().demandedPerYear()));
    root.set("levers", Json.array(levers.stream().map(Lever::id).toList()));
    ArrayNode cases = root.putArray("scenarios");
    for (Case one : rehearsal().cases()) {
      ObjectNode node = cases.addObject();
      node.put("scenario", one.hazard().scenario().name());
      node.set("per_year", Json.exact(one.hazard().perYear()));
      node.set("loss_without", Json.exact(one.without().loss().mean()));
      node.set("loss_with", Json.exact(one.with().loss().mean()));
    }
    return root;
  }

  private static void set(ObjectNode node, Estimate one) {
    node.set("estimate", Json.exact(one.value()));
    node.set("std_error", Json.exact(one.standardError()));
    node.set("ci_low", Json.exact(BesideTwin.low(one)));
    node.set("ci_high", Json.exact(BesideTwin.high(one)));
  }

  Table table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("effect", beside.effect()));
    for (String key : List.of("panel", "twin", "difference")) {
      rows.add(row(key, of(key)));
    }
    rows.add(row("averted_per_year", rehearsal().averted()));
    return new Table(
        "counterfactual.csv", List.of("what", "estimate", "std_error", "ci_low", "ci_high"), rows);
  }

  private static List<String> row(String what, Estimate one) {
    return List.of(
        what,
        Numbers.exactCell(one.value()),
        Numbers.exactCell(one.standardError()),
        Numbers.exactCell(BesideTwin.low(one)),
        Numbers.exactCell(BesideTwin.high(one)));
  }
}
