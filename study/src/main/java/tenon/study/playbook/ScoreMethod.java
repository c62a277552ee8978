package tenon.study.playbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.respond.playbook.Entry;
import tenon.respond.playbook.Level;
import tenon.respond.playbook.Levels;
import tenon.respond.playbook.Playbook;
import tenon.respond.playbook.Score;
import tenon.respond.playbook.Step;
import tenon.respond.playbook.Timing;
import tenon.study.answer.Answer;
import tenon.study.chart.GanttChart;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon playbook score}: an execution beside its playbook, its level and its rehearsal. */
final class ScoreMethod {
  private static final int LATE = 1;
  private static final int PLANNED = 2;

  private final Words words;
  private final Playbook playbook;
  private final Level level;
  private final Score score;
  private final Rehearsed rehearsed;
  private final Timing timing;

  private ScoreMethod(
      Words words, Playbook playbook, Level level, Score score, Rehearsed rehearsed) {
    this.words = words;
    this.playbook = playbook;
    this.level = level;
    this.score = score;
    this.rehearsed = rehearsed;
    timing = Timing.of(playbook);
  }

  static Loaded<Answer> run(Asked asked) {
    Loaded<Levels> chosen = LevelFile.read(asked.path("levels"));
    List<Finding> findings = new ArrayList<>(chosen.findings());
    Levels levels =
        chosen instanceof Loaded.Ready<Levels>(var own, var _) ? own : Levels.published();
    Loaded<Playbook> read = PlaybookFile.read(asked.source(), levels, null);
    findings.addAll(read.findings());
    Path file = Path.of(asked.text("log"));
    Loaded<FlatTable> table = FlatTable.read(file);
    findings.addAll(table.findings());
    Loaded<Rehearsed> rehearsed = Rehearsed.read(asked.path("rehearsal"));
    findings.addAll(rehearsed.findings());
    if (!(table instanceof Loaded.Ready<FlatTable>(var log, var _))) {
      return new Loaded.Rejected<>(findings);
    }
    Playbook known = read instanceof Loaded.Ready<Playbook>(var one, var _) ? one : null;
    List<Entry> entries = LogFile.entries(log, known, findings);
    if (!(read instanceof Loaded.Ready<Playbook>(var playbook, var _))
        || !(rehearsed instanceof Loaded.Ready<Rehearsed>(var before, var _))) {
      return new Loaded.Rejected<>(findings);
    }
    Level level = levels.rank(playbook.level()).orElse(null);
    if (findings.stream().anyMatch(Finding::isError) || level == null) {
      return new Loaded.Rejected<>(findings);
    }
    List<Path> inputs = new ArrayList<>(List.of(asked.source(), file));
    Stream.of("levels", "rehearsal")
        .map(asked::path)
        .flatMap(Stream::ofNullable)
        .forEach(inputs::add);
    ScoreMethod method =
        new ScoreMethod(
            new Words(asked.locale()), playbook, level, Score.of(playbook, level, entries), before);
    return new Loaded.Ready<>(method.answer(inputs, asked.settings()), findings);
  }

  private Answer answer(List<Path> inputs, Map<String, String> settings) {
    ObjectNode root = result();
    List<String> lines = lines();
    return new Answer(
        PlaybookMethods.FAMILY + " score",
        lines,
        root,
        List.of(table()),
        document(lines),
        inputs,
        settings,
        score.isInTime());
  }

  private ObjectNode result() {
    ObjectNode root = Json.object();
    root.put("playbook", playbook.name());
    root.put("level", level.rank());
    root.put("responsible", level.responsible());
    root.set("responded_after_hours", Json.exact(score.respondedAfterHours()));
    root.set("start_deadline_hours", Json.exact(level.withinHours()));
    root.put("start_deadline", code(score.start()));
    root.set("ended_after_hours", Json.exact(score.endedAfterHours()));
    root.set("end_deadline_hours", Json.exact(playbook.endWithinHours()));
    root.put("end_deadline", code(score.end()));
    root.set("cost", Json.exact(score.cost()));
    root.set("planned_cost", Json.exact(playbook.stepCost()));
    root.set("share_solved", Json.exact(score.solved()));
    root.put("missed_escalations", score.missedEscalations());
    rehearsed.compare(score, root);
    return root;
  }

  private static String code(Score.Deadline deadline) {
    return deadline.name().toLowerCase(Locale.ROOT);
  }

  private static String code(Score.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        words.get(
            "playbook.start." + code(score.start()),
            playbook.name(),
            Numbers.shown(score.respondedAfterHours()),
            Numbers.shown(level.withinHours()),
            Integer.toString(level.rank()),
            words.code("party", level.responsible())));
    boolean over = !Double.isNaN(score.endedAfterHours());
    String none = over ? "playbook.end.none" : "playbook.end.none.open";
    lines.add(
        words.get(
            score.end() == Score.Deadline.NONE
                ? none
                : over || score.end() == Score.Deadline.OPEN
                    ? "playbook.end." + code(score.end())
                    : "playbook.end.missed.open",
            Numbers.shown(score.endedAfterHours()),
            Numbers.shown(playbook.endWithinHours())));
    if (score.missedEscalations() > 0) {
      lines.add(words.get("playbook.untold.above", Numbers.count(score.missedEscalations())));
    }
    rehearsed.tell(score, words, lines);
    return lines;
  }

  private Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (Score.StepScore step : score.steps()) {
      rows.add(
          List.of(
              step.id(),
              code(step.state()),
              Numbers.exactCell(timing.start(step.id())),
              Numbers.exactCell(timing.finish(step.id())),
              Numbers.exactCell(step.startedAfterHours()),
              Numbers.exactCell(step.finishedAfterHours()),
              Numbers.exactCell(step.lateHours())));
    }
    return new Table(
        "steps.csv",
        List.of(
            "id",
            "state",
            "planned_start_hours",
            "planned_finish_hours",
            "started_hours",
            "finished_hours",
            "late_hours"),
        rows);
  }

  private Document document(List<String> told) {
    List<Block> blocks = new ArrayList<>();
    told.forEach(line -> blocks.add(new Block.Paragraph(line)));
    blocks.add(new Block.Heading(1, words.get("playbook.page.went")));
    blocks.add(gantt());
    List<List<Cell>> rows = new ArrayList<>();
    for (int at = 0; at < playbook.steps().size(); at++) {
      rows.add(row(playbook.steps().get(at), score.steps().get(at)));
    }
    List<String> head =
        Stream.of("step", "role", "state", "planned", "went", "late")
            .map(name -> words.get("playbook.column." + name))
            .toList();
    blocks.add(
        new Block.Grid(
            "steps",
            words.get("playbook.page.went"),
            head,
            rows,
            List.of(words.get("playbook.page.went.note"))));
    String title = playbook.title().isEmpty() ? playbook.name() : playbook.title();
    return new Document(
        words.get("playbook.page.scored", title), playbook.name(), words.locale(), blocks);
  }

  private List<Cell> row(Step step, Score.StepScore went) {
    return List.of(
        Cell.of(step.what()),
        Cell.of(words.code("party", step.role())),
        Cell.of(words.get("playbook.state." + code(went.state()))),
        Cell.of(span(timing.start(step.id()), timing.finish(step.id()))),
        Cell.of(span(went.startedAfterHours(), went.finishedAfterHours())),
        Double.isNaN(went.lateHours())
            ? Cell.of("")
            : Cell.of(Numbers.shown(went.lateHours()), went.lateHours()));
  }

  private String span(double from, double to) {
    if (Double.isNaN(from) && Double.isNaN(to)) {
      return "";
    }
    String key = Double.isNaN(to) ? ".open" : Double.isNaN(from) ? ".end" : "";
    return words.get("playbook.hours" + key, Numbers.shown(from), Numbers.shown(to));
  }

  private Block gantt() {
    double last = Math.max(timing.end(), level.withinHours());
    for (Score.StepScore step : score.steps()) {
      last = latest(latest(last, step.startedAfterHours()), step.finishedAfterHours());
    }
    double horizon = latest(last, score.loggedUntilHours()) * 1.04;
    double end = playbook.endWithinHours();
    List<GanttChart.Row> rows = new ArrayList<>();
    for (int at = 0; at < playbook.steps().size(); at++) {
      Step step = playbook.steps().get(at);
      Score.StepScore went = score.steps().get(at);
      double from = timing.start(step.id());
      double to = timing.finish(step.id());
      rows.add(
          new GanttChart.Row(
              step.what(),
              List.of(words.get("playbook.span.planned")),
              List.of(new GanttChart.Span(from, to, PLANNED, span(from, to), span(from, to)))));
      GanttChart.Span done = done(went);
      rows.add(
          new GanttChart.Row(
              "",
              List.of(words.get("playbook.state." + code(went.state()))),
              done == null ? List.of() : List.of(done)));
    }
    String svg =
        GanttChart.of(
            words.get("playbook.axis.hours"),
            horizon,
            List.of(
                words.get("playbook.span.went"),
                words.get("playbook.span.went.late"),
                words.get("playbook.span.planned")),
            end < horizon ? List.of(new GanttChart.Stretch(end, horizon)) : List.of(),
            words.get("playbook.span.late"),
            level.withinHours(),
            words.get("playbook.span.deadline", Numbers.shown(level.withinHours())),
            rows);
    long late = score.steps().stream().filter(step -> step.lateHours() > 0).count();
    return new Block.Figure(
        "steps_in_time",
        words.get("playbook.figure.went", Numbers.count(late), Numbers.count(score.steps().size())),
        svg,
        List.of(words.get("playbook.figure.went.note")));
  }

  /** A step as it went; one that is under way lasts until the last entry of the log. */
  private GanttChart.@Nullable Span done(Score.StepScore went) {
    double from = went.startedAfterHours();
    double to = went.finishedAfterHours();
    if (Double.isNaN(from) && Double.isNaN(to)) {
      return null;
    }
    double begin = Double.isNaN(from) ? to : from;
    double after = Double.isNaN(to) ? score.loggedUntilHours() : to;
    String label = span(from, to);
    return new GanttChart.Span(begin, after, went.lateHours() > 0 ? LATE : 0, label, label);
  }

  private static double latest(double one, double other) {
    return Double.isNaN(other) ? one : Math.max(one, other);
  }
}
