package tenon.study.design;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenon.respond.design.Design;
import tenon.respond.design.FrontierPoint;
import tenon.respond.design.Hazard;
import tenon.respond.design.Lever;
import tenon.respond.design.LeverShare;
import tenon.respond.design.LeverValue;
import tenon.respond.design.ResilienceSystem;
import tenon.study.chart.Axis;
import tenon.study.chart.Point;
import tenon.study.chart.ScatterChart;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.page.Json;
import tenon.study.page.Resources;
import tenon.study.text.Names;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The report: what security costs, what each lever is worth, how sure that is. */
final class DesignReport {
  private static final int SHOWN_FIRMS = 12;

  private static final String SCRIPT = "/tenon/study/design/frontier.js";

  private final DesignAnswer answer;
  private final Words words;
  private final Names names;

  DesignReport(DesignAnswer answer) {
    this.answer = answer;
    words = answer.words();
    names = new Names(answer.chain(), words);
  }

  Document document() throws IOException {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, words.get("design.frontier")));
    Design none = answer.frontier().designs().getFirst();
    Design safest = answer.frontier().designs().getLast();
    blocks.add(
        new Block.Paragraph(
            words.get(
                "design.summary",
                money(safest.costPerYear() - none.costPerYear()),
                loss(none.risk().tailMean()),
                loss(safest.risk().tailMean()),
                Numbers.percent(answer.spec().alpha()))));
    blocks.add(new Block.Explorer(figure(), Json.forScript(data()), Resources.text(SCRIPT)));
    blocks.add(front());
    int all = answer.frontier().designs().size() + answer.frontier().others().size();
    long unbeaten =
        Stream.concat(answer.frontier().designs().stream(), answer.frontier().others().stream())
            .filter(answer.frontier()::undominated)
            .count();
    blocks.add(
        new Block.Paragraph(
            words.get("design.undominated", Numbers.count(all), Numbers.count(unbeaten))));
    blocks.add(new Block.Heading(1, words.get("design.choices")));
    blocks.add(points());
    blocks.add(new Block.Heading(1, words.get("design.values")));
    blocks.add(values());
    if (!answer.frontier().shares().isEmpty()) {
      blocks.add(new Block.Heading(1, words.get("design.payers")));
      blocks.add(payers());
    }
    blocks.add(new Block.Heading(1, words.get("design.scenarios")));
    blocks.add(scenarios());
    blocks.add(new Block.Heading(1, words.get("design.how")));
    blocks.add(
        new Block.Formula(
            "\\min_x \\; c^T x + (1 - \\lambda) E[Q(x)] + \\lambda CVaR_{\\alpha}(Q(x))",
            "min over x of c x + (1 - lambda) E[Q(x)] + lambda CVaR_alpha(Q(x))"));
    blocks.add(
        new Block.Points(
            List.of(
                words.get(answer.frontier().exact() ? "design.exact" : "design.local"),
                words.get(
                    "design.sampled",
                    Numbers.count(answer.spec().draws()),
                    Numbers.count(answer.spec().outOfSample()),
                    Numbers.count(answer.spec().batches())),
                words.get(developed() ? "design.recourse.developed" : "design.recourse"),
                words.get("design.limits"))));
    return new Document(
        words.get("design.title"),
        words.get(
            "design.subtitle",
            Numbers.count(answer.levers().size()),
            Numbers.count(answer.hazards().size())),
        words.locale(),
        blocks);
  }

  private boolean developed() {
    return answer.levers().stream().anyMatch(Lever::isDeveloped);
  }

  private String axis(String key) {
    String unit = answer.currency();
    if (!key.equals("cost") && !answer.frontier().inMoney()) {
      unit = words.get("design.units");
    }
    return words.get(
        "design.axis." + key, unit == null || unit.isEmpty() ? words.get("design.money") : unit);
  }

  private String systems(Lever lever) {
    return ResilienceSystem.of(lever).stream()
        .map(system -> words.get("design.system." + system.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(words.chinese() ? "、" : ", "));
  }

  private String loss(double amount) {
    return answer.frontier().inMoney()
        ? money(amount)
        : words.get("loss.units", Numbers.shown(amount));
  }

  private String money(double amount) {
    String unit = answer.currency();
    return Numbers.shown(amount) + (unit == null || unit.isEmpty() ? "" : " " + unit);
  }

  private Block.Figure figure() {
    List<Point> points = new ArrayList<>();
    for (Design design : answer.frontier().others()) {
      points.add(new Point("", design.costPerYear(), design.risk().tailMean(), 1));
    }
    for (Design design : answer.frontier().designs()) {
      points.add(
          new Point(answer.names(design), design.costPerYear(), design.risk().tailMean(), 0));
    }
    String svg = ScatterChart.of(Axis.of(axis("cost")), Axis.of(axis("cvar")), points);
    return new Block.Figure(
        "frontier", words.get("design.figure"), svg, List.of(words.get("design.figure.note")));
  }

  private ObjectNode data() {
    ObjectNode root = Json.object();
    ArrayNode axes = root.putArray("axes");
    for (String axis : List.of("cost", "cvar", "mean", "lost", "co2", "concentration")) {
      ObjectNode node = axes.addObject();
      node.put("key", axis);
      node.put("name", axis(axis));
    }
    root.put("across", words.get("design.across"));
    root.put("up", words.get("design.up"));
    root.put("filter", words.get("design.filter"));
    root.put("chosen", words.get("design.chosen"));
    ArrayNode levers = root.putArray("levers");
    answer.levers().forEach(lever -> levers.add(lever.title()));
    ArrayNode designs = root.putArray("designs");
    answer.frontier().designs().forEach(design -> add(designs, design, true));
    answer.frontier().others().forEach(design -> add(designs, design, false));
    return root;
  }

  private void add(ArrayNode designs, Design design, boolean front) {
    ObjectNode node = designs.addObject();
    node.put("front", front);
    node.put("title", answer.titles(design));
    ArrayNode levers = node.putArray("levers");
    design.levers().forEach(levers::add);
    node.set("cost", Json.number(design.costPerYear()));
    node.set("cvar", Json.number(design.risk().tailMean()));
    node.set("mean", Json.number(design.risk().mean()));
    node.set("lost", Json.number(100 * (1 - design.served())));
    node.set("co2", Json.number(design.co2PerYear()));
    node.set("concentration", Json.number(design.concentration()));
  }

  private static Cell cell(double number) {
    return Cell.of(Numbers.shown(number), number);
  }

  private List<String> header(String... keys) {
    List<String> header = new ArrayList<>();
    for (String key : keys) {
      header.add(words.get("design.head." + key));
    }
    return header;
  }

  private Block front() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Design design : answer.frontier().designs()) {
      rows.add(
          List.of(
              Cell.of(answer.titles(design)),
              cell(design.costPerYear()),
              cell(design.risk().mean()),
              cell(design.risk().tailMean()),
              cell(design.outOfSample().tailMean()),
              Cell.of(Numbers.percentFine(design.served()), design.served()),
              cell(design.co2PerYear()),
              cell(design.concentration())));
    }
    return new Block.Grid(
        "frontier_points",
        words.get("design.table.frontier"),
        header("levers", "cost", "mean", "cvar", "fresh", "service", "co2", "concentration"),
        rows,
        List.of(
            words.get(
                answer.frontier().inMoney() ? "design.table.note" : "design.table.note.units")));
  }

  private Block points() {
    List<List<Cell>> rows = new ArrayList<>();
    for (FrontierPoint point : answer.frontier().points()) {
      rows.add(
          List.of(
              cell(point.lambda()),
              Cell.of(answer.titles(point.design())),
              cell(point.objective()),
              cell(point.outOfSample()),
              cell(point.objective() - point.bound()),
              cell(point.gap()),
              cell(point.gapHigh())));
    }
    return new Block.Grid(
        "choices",
        words.get("design.table.points"),
        header("lambda", "levers", "objective", "fresh", "gap", "sampling", "sampling.high"),
        rows,
        List.of(words.get("design.gap.note")));
  }

  private Block values() {
    List<List<Cell>> rows = new ArrayList<>();
    for (LeverValue value : answer.frontier().values()) {
      Lever lever = answer.levers().get(value.lever());
      rows.add(
          List.of(
              cell(value.lambda()),
              Cell.of(lever.title()),
              Cell.of(words.get("design.pillar." + lever.pillar().name().toLowerCase(Locale.ROOT))),
              Cell.of(systems(lever)),
              Cell.of(words.get(value.chosen() ? "design.yes" : "design.no")),
              cell(lever.costPerYear()),
              cell(value.riskAverted()),
              cell(value.net()),
              cell(value.alone()),
              Cell.of(words.get(value.onlyJointly() ? "design.yes" : "design.no"))));
    }
    return new Block.Grid(
        "lever_values",
        words.get("design.table.values"),
        header(
            "lambda", "lever", "pillar", "systems", "chosen", "cost", "worth", "net", "alone",
            "joint"),
        rows,
        List.of(words.get("design.values.note")));
  }

  /** Firms that gain most by the levers chosen at the greatest weight at which any is chosen. */
  private Block payers() {
    double lambda = answer.frontier().shares().getLast().lambda();
    List<LeverShare> shares =
        answer.frontier().shares().stream().filter(share -> share.lambda() == lambda).toList();
    List<List<Cell>> rows = new ArrayList<>();
    for (int lever : shares.stream().map(LeverShare::lever).distinct().toList()) {
      shares.stream()
          .filter(share -> share.lever() == lever)
          .sorted(Comparator.comparingDouble(share -> -Math.abs(share.averted())))
          .limit(SHOWN_FIRMS)
          .forEach(share -> rows.add(row(share)));
    }
    return new Block.Grid(
        "who_pays",
        words.get("design.table.payers", Numbers.shown(lambda)),
        header("lever", "firm", "averted", "pays", "nucleolus", "gains", "pays_alone", "joint"),
        rows,
        List.of(words.get("design.payers.note", Numbers.count(SHOWN_FIRMS))));
  }

  private List<Cell> row(LeverShare share) {
    return List.of(
        Cell.of(answer.levers().get(share.lever()).title()),
        Cell.of(names.firm(share.firm())),
        cell(share.averted()),
        cell(share.pays()),
        cell(share.paysByNucleolus()),
        cell(share.gains()),
        Cell.of(words.get(share.alone() ? "design.yes" : "design.no")),
        Cell.of(words.get(share.joint() ? "design.yes" : "design.no")));
  }

  private Block scenarios() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Hazard hazard : answer.hazards()) {
      Frequencies.Moved moved = answer.moved(hazard);
      rows.add(
          List.of(
              Cell.of(hazard.scenario().called(words.locale())),
              cell(hazard.perYear()),
              moved == null ? Cell.of("") : cell(moved.before()),
              Cell.of(moved == null ? "" : Numbers.count(moved.cases()))));
    }
    return new Block.Grid(
        "scenarios",
        words.get("design.table.scenarios"),
        header("scenario", "per_year", "before", "cases"),
        rows,
        List.of());
  }
}
