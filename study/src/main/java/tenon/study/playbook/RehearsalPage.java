package tenon.study.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tenon.respond.PairedDifference;
import tenon.respond.playbook.PlaybookRehearsal;
import tenon.respond.playbook.Step;
import tenon.study.chart.GanttChart;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.text.Numbers;
import tenon.study.text.Words;

/** The report of a rehearsal: what it is worth, and who does what when. */
final class RehearsalPage {
  private static final int CRITICAL = 1;

  private final RehearsalAnswer answer;
  private final PlaybookRehearsal rehearsal;
  private final Words words;

  RehearsalPage(RehearsalAnswer answer) {
    this.answer = answer;
    rehearsal = answer.rehearsal();
    words = answer.words();
  }

  Document document(List<String> told) {
    List<Block> blocks = new ArrayList<>();
    told.forEach(line -> blocks.add(new Block.Paragraph(line)));
    blocks.add(new Block.Heading(1, words.get("playbook.page.losses")));
    blocks.add(losses());
    blocks.add(new Block.Heading(1, words.get("playbook.page.steps")));
    blocks.add(gantt());
    blocks.add(steps());
    String title =
        answer.playbook().title().isEmpty() ? answer.playbook().name() : answer.playbook().title();
    return new Document(
        words.get("playbook.page.title", title),
        words.get(
            "playbook.page.subtitle",
            answer.scenario().name(),
            Numbers.count(rehearsal.comparison().nothing().replications())),
        words.locale(),
        blocks);
  }

  private Block losses() {
    List<List<Cell>> rows = answer.losses().stream().map(this::row).toList();
    return new Block.Grid(
        "losses",
        words.get("playbook.page.losses"),
        head("response", "loss", "avoided", "interval", "cost"),
        rows,
        List.of(words.get("playbook.page.losses.note")));
  }

  private List<String> head(String... names) {
    return Stream.of(names).map(name -> words.get("playbook.column." + name)).toList();
  }

  private List<Cell> row(RehearsalAnswer.Lost lost) {
    PairedDifference avoided = lost.avoided();
    return List.of(
        Cell.of(words.get("playbook.response." + lost.response())),
        Cell.of(answer.amount(lost.loss()), lost.loss()),
        avoided == null ? Cell.of("") : Cell.of(answer.amount(avoided.mean()), avoided.mean()),
        Cell.of(avoided == null ? "" : answer.amount(avoided.interval())),
        Cell.of(answer.money().text(lost.cost()), lost.cost()));
  }

  private Block gantt() {
    double deadline = answer.seen().withinHours();
    double horizon = Math.max(deadline, rehearsal.timing().end()) * 1.04;
    double end = answer.playbook().endWithinHours();
    List<GanttChart.Row> rows = new ArrayList<>();
    for (Step step : answer.playbook().steps()) {
      boolean critical = rehearsal.timing().critical().contains(step.id());
      double from = answer.start(step);
      double to = answer.finish(step);
      String hours = words.get("playbook.hours", Numbers.shown(from), Numbers.shown(to));
      rows.add(
          new GanttChart.Row(
              step.what(),
              List.of(words.code("party", step.role())),
              List.of(
                  new GanttChart.Span(
                      from, to, critical ? CRITICAL : 0, hours, step.what() + ": " + hours))));
    }
    String svg =
        GanttChart.of(
            words.get("playbook.axis.hours"),
            horizon,
            List.of(words.get("playbook.span.other"), words.get("playbook.span.critical")),
            end < horizon ? List.of(new GanttChart.Stretch(end, horizon)) : List.of(),
            words.get("playbook.span.late"),
            deadline,
            words.get("playbook.span.deadline", Numbers.shown(deadline)),
            rows);
    return new Block.Figure(
        "steps_in_time",
        words.get(
            "playbook.figure.steps",
            Numbers.shown(rehearsal.timing().start(first())),
            Numbers.shown(rehearsal.timing().end())),
        svg,
        List.of(words.get("playbook.figure.steps.note")));
  }

  /** The step that starts first. */
  private String first() {
    String first = "";
    double least = Double.POSITIVE_INFINITY;
    for (Step step : answer.playbook().steps()) {
      if (answer.start(step) < least) {
        least = answer.start(step);
        first = step.id();
      }
    }
    return first;
  }

  private Block steps() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Step step : answer.playbook().steps()) {
      rows.add(
          List.of(
              Cell.of(step.what()),
              Cell.of(words.code("party", step.role())),
              Cell.of(Numbers.shown(answer.start(step)), answer.start(step)),
              Cell.of(Numbers.shown(answer.finish(step)), answer.finish(step)),
              step.actions().isEmpty()
                  ? Cell.of("")
                  : Cell.of(Numbers.shown(answer.units(step)), answer.units(step)),
              Cell.of(answer.money().text(step.cost()), step.cost()),
              Cell.of(String.join("; ", step.needs()))));
    }
    return new Block.Grid(
        "steps",
        words.get("playbook.page.steps"),
        head("step", "role", "start", "finish", "units", "cost", "needs"),
        rows,
        List.of(words.get("playbook.page.steps.note")));
  }
}
