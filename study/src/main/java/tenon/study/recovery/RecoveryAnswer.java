package tenon.study.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenon.model.Chain;
import tenon.model.Disruption;
import tenon.model.Finding;
import tenon.model.Scenario;
import tenon.packages.PackageInfo;
import tenon.respond.recovery.RecoveryOrder;
import tenon.respond.recovery.Repair;
import tenon.study.chart.GanttChart;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.DisruptionWords;
import tenon.study.text.Labels;
import tenon.study.text.Money;
import tenon.study.text.Names;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Words, table and JSON of an order of repairs. */
final class RecoveryAnswer {
  private final Scenario scenario;
  private final RecoveryOrder order;
  private final PackageInfo info;
  private final Words words;
  private final Money money;
  private final DisruptionWords targets;

  RecoveryAnswer(
      Chain chain, PackageInfo info, Scenario scenario, RecoveryOrder order, Locale locale) {
    this.scenario = scenario;
    this.order = order;
    this.info = info;
    words = new Words(locale);
    money = new Money(words, info.currency());
    targets = new DisruptionWords(chain, words, new Names(chain, words));
  }

  private String target(Repair repair) {
    Disruption disruption = scenario.disruptions().get(repair.disruption());
    return targets.target(disruption.target());
  }

  private String loss(double amount) {
    return order.lossBest().loss().inMoney()
        ? money.text(amount)
        : words.get("loss.units", Numbers.shown(amount));
  }

  /** The answer in a sentence. */
  private String sentence() {
    String low = loss(order.saved().interval().low());
    String high = loss(order.saved().interval().high());
    String gain = low.equals(high) ? "recovery.answer.exactly" : "recovery.answer";
    return words.get(
        order.saved().mean() > 0 ? gain : "recovery.answer.none",
        Integer.toString(order.repairs().size()),
        Integer.toString(order.means().crews()),
        loss(order.lossBest().loss().mean()),
        loss(order.lossFirst().loss().mean()),
        low,
        high);
  }

  private String search() {
    return words.get(
        order.exact() ? "recovery.exact" : "recovery.search", Numbers.count(order.evaluations()));
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(sentence());
    int rank = 0;
    for (int place : order.best().order()) {
      Repair repair = order.repairs().get(place);
      lines.add(
          words.get(
              "recovery.line",
              Integer.toString(++rank),
              target(repair),
              Numbers.days(order.best().beginDay()[place]),
              Numbers.days(order.best().endDay()[place]),
              Numbers.days(order.first().endDay()[place])));
    }
    lines.add(search());
    return List.copyOf(lines);
  }

  Table table() {
    List<List<String>> rows = new ArrayList<>();
    int rank = 0;
    for (int place : order.best().order()) {
      Repair repair = order.repairs().get(place);
      Disruption.Target target = scenario.disruptions().get(repair.disruption()).target();
      rows.add(
          List.of(
              Integer.toString(++rank),
              target.kind().name().toLowerCase(Locale.ROOT),
              target.id(),
              Numbers.exactCell(repair.days()),
              Numbers.exactCell(order.best().beginDay()[place]),
              Numbers.exactCell(order.best().endDay()[place]),
              Integer.toString(order.first().order().indexOf(place) + 1),
              Numbers.exactCell(order.first().endDay()[place]),
              Integer.toString(repair.crews()),
              Numbers.exactCell(repair.parts()),
              Numbers.exactCell(order.best().mendedDay()[place])));
    }
    return new Table(
        "recovery.csv",
        List.of(
            "rank",
            "target",
            "target_id",
            "repair_days",
            "begin_day",
            "end_day",
            "rank_by_arrival",
            "end_day_by_arrival",
            "crews",
            "parts",
            "mended_day"),
        rows);
  }

  ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("scenario", scenario.name());
    root.put("crews", order.means().crews());
    root.put("in_money", order.lossBest().loss().inMoney());
    root.set("loss_by_arrival", Json.exact(order.lossFirst().loss().mean()));
    root.set("loss_best", Json.exact(order.lossBest().loss().mean()));
    root.set("saved", Json.exact(order.saved().mean()));
    root.set("saved_low", Json.exact(order.saved().interval().low()));
    root.set("saved_high", Json.exact(order.saved().interval().high()));
    root.put("every_order_tried", order.exact());
    root.put("schedules_simulated", order.evaluations());
    ArrayNode array = root.putArray("order");
    for (int place : order.best().order()) {
      Repair repair = order.repairs().get(place);
      ObjectNode node = array.addObject();
      node.put("target_id", repair.targetId());
      node.set("repair_days", Json.exact(repair.days()));
      node.set("begin_day", Json.exact(order.best().beginDay()[place]));
      node.set("mended_day", Json.exact(order.best().mendedDay()[place]));
      node.set("end_day", Json.exact(order.best().endDay()[place]));
    }
    return root;
  }

  /** Repairs that end after what is looked at. */
  List<Finding> afterHorizon() {
    List<Finding> findings = new ArrayList<>();
    for (int place = 0; place < order.repairs().size(); place++) {
      if (order.best().endDay()[place] > scenario.horizon().value()) {
        findings.add(
            Refusal.warning(
                "repair-after-horizon",
                scenario.called(words.locale()),
                order.repairs().get(place).targetId(),
                Numbers.days(order.best().endDay()[place]),
                Numbers.days(scenario.horizon().value())));
      }
    }
    return findings;
  }

  Document document() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(sentence()));
    List<List<Cell>> rows = new ArrayList<>();
    int rank = 0;
    for (int place : order.best().order()) {
      Repair repair = order.repairs().get(place);
      int arrival = order.first().order().indexOf(place) + 1;
      rows.add(
          List.of(
              Cell.of(Integer.toString(++rank), rank),
              Cell.of(target(repair)),
              days(repair.days()),
              days(order.best().beginDay()[place]),
              days(order.best().endDay()[place]),
              Cell.of(Integer.toString(arrival), arrival),
              days(order.first().endDay()[place])));
    }
    blocks.add(new Block.Figure("repairs", words.get("recovery.figure"), gantt(), List.of()));
    blocks.add(
        new Block.Grid(
            "recovery",
            words.get("recovery.table"),
            words.list("recovery.columns"),
            rows,
            List.of(search(), words.get("recovery.note"))));
    String title = words.get("recovery.title", scenario.called(words.locale()));
    return new Document(
        title, Labels.inOneLanguage(info.title(), words.chinese()), words.locale(), blocks);
  }

  /** Repairs by the best order: waiting, under repair, restarting. */
  private String gantt() {
    List<GanttChart.Row> rows = new ArrayList<>();
    double last = scenario.horizon().value();
    for (int place : order.best().order()) {
      Repair repair = order.repairs().get(place);
      double begin = order.best().beginDay()[place];
      double mended = order.best().mendedDay()[place];
      double end = order.best().endDay()[place];
      List<GanttChart.Span> spans = new ArrayList<>();
      span(spans, repair.reportedDay(), begin, 3);
      span(spans, begin, mended, 0);
      span(spans, mended, end, 1);
      String arrival = words.get("recovery.arrival", Numbers.days(order.first().endDay()[place]));
      rows.add(new GanttChart.Row(target(repair), List.of(arrival), spans));
      last = Math.max(last, end);
    }
    double first = order.repairs().stream().mapToDouble(Repair::reportedDay).min().orElse(0);
    return GanttChart.of(
        words.get("axis.day"),
        last,
        words.list("recovery.kinds"),
        List.of(),
        "",
        first,
        words.get("recovery.damage", Numbers.days(first)),
        rows);
  }

  private void span(List<GanttChart.Span> spans, double first, double after, int kind) {
    if (after > first) {
      String tip = words.get("recovery.span", Numbers.days(first), Numbers.days(after));
      spans.add(new GanttChart.Span(first, after, kind, Numbers.days(after - first), tip));
    }
  }

  private static Cell days(double days) {
    return Cell.of(Numbers.days(days), days);
  }
}
