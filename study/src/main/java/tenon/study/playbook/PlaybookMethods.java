package tenon.study.playbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.packages.DataPackage;
import tenon.packages.FlatTable;
import tenon.packages.PackageReader;
import tenon.packages.ScenarioReader;
import tenon.respond.PlanSpec;
import tenon.respond.playbook.Action;
import tenon.respond.playbook.Entry;
import tenon.respond.playbook.Level;
import tenon.respond.playbook.Levels;
import tenon.respond.playbook.Playbook;
import tenon.respond.playbook.PlaybookRehearsal;
import tenon.respond.playbook.Score;
import tenon.respond.playbook.Step;
import tenon.respond.playbook.Timing;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.InferredMark;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tenon.twin.site.SimulationSpec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The methods under {@code tenon playbook}. */
public final class PlaybookMethods {
  /** Name of the family. */
  public static final String FAMILY = "playbook";

  private PlaybookMethods() {}

  /** Every method, in the order of the help. */
  public static List<Method> all() {
    return List.of(
        new Method(
            FAMILY,
            "list",
            "FILE|DIR",
            List.of(
                MethodOption.text("trigger"),
                MethodOption.whole("level", 1, 99, ""),
                MethodOption.text("levels")),
            (asked, progress) -> list(asked)),
        new Method(
            FAMILY,
            "levels",
            "FILE|published",
            List.of(MethodOption.texts("triggers"), MethodOption.flag("breaks-chain")),
            (asked, progress) -> levels(asked)),
        new Method(
            FAMILY,
            "rehearse",
            "PLAYBOOK.yaml",
            List.of(
                MethodOption.needed("package"),
                MethodOption.needed("scenario"),
                MethodOption.text("levels"),
                MethodOption.whole("reps", 1, 1_000_000, "100"),
                MethodOption.whole("longest-period-days", 1, 10_000, "30"),
                MethodOption.whole("most-periods", 1, 400, "10")),
            PlaybookMethods::rehearse),
        new Method(
            FAMILY,
            "score",
            "PLAYBOOK.yaml",
            List.of(
                MethodOption.needed("log"),
                MethodOption.text("rehearsal"),
                MethodOption.text("levels")),
            (asked, progress) -> score(asked)));
  }

  private static Loaded<Answer> list(Asked asked) throws IOException {
    List<Path> files = files(asked.source());
    Loaded<Levels> chosen = LevelFile.read(asked.path("levels"));
    List<Finding> findings = new ArrayList<>(chosen.findings());
    if (!(chosen instanceof Loaded.Ready<Levels>(var levels, var _))) {
      return new Loaded.Rejected<>(findings);
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    ObjectNode root = Json.object();
    ArrayNode array = root.putArray("playbooks");
    for (Path file : files) {
      Loaded<Playbook> read = PlaybookFile.read(file, levels, null);
      findings.addAll(read.findings());
      if (read instanceof Loaded.Ready<Playbook>(var playbook, var _)
          && (asked.text("trigger").isEmpty() || playbook.trigger().equals(asked.text("trigger")))
          && playbook.level() == asked.whole("level", playbook.level())) {
        Timing timing = Timing.of(playbook);
        rows.add(
            List.of(
                playbook.name(),
                playbook.title(),
                Integer.toString(playbook.level()),
                playbook.trigger(),
                Integer.toString(playbook.steps().size()),
                Numbers.exactCell(timing.end()),
                Numbers.exactCell(playbook.stepCost())));
        ObjectNode node = array.addObject();
        node.put("name", playbook.name());
        node.put("level", playbook.level());
        node.put("trigger", playbook.trigger());
        node.set("ends_after_hours", Json.exact(timing.end()));
        lines.add(
            playbook.level()
                + " "
                + playbook.name()
                + " "
                + Numbers.shown(timing.end())
                + " h "
                + playbook.title());
      }
    }
    if (findings.stream().anyMatch(Finding::isError)) {
      return new Loaded.Rejected<>(findings);
    }
    Answer answer =
        new Answer(
            FAMILY + " list",
            lines,
            root,
            List.of(
                new Table(
                    "playbooks.csv",
                    List.of(
                        "name", "title", "level", "trigger", "steps", "ends_after_hours", "cost"),
                    rows)),
            null,
            files,
            asked.settings(),
            true);
    return new Loaded.Ready<>(answer, findings);
  }

  /** The levels of a file, and which of them holds under the triggers asked about. */
  private static Loaded<Answer> levels(Asked asked) {
    boolean published = asked.source().toString().equals("published");
    Loaded<Levels> read = LevelFile.read(published ? null : asked.source());
    List<Finding> findings = new ArrayList<>(read.findings());
    if (!(read instanceof Loaded.Ready<Levels>(var levels, var _))) {
      return new Loaded.Rejected<>(findings);
    }
    for (String trigger : asked.texts("triggers")) {
      if (!levels.knows(trigger)) {
        String known = String.join(", ", levels.all().stream().map(Level::trigger).toList());
        findings.add(Refusal.of("trigger-unknown", "--triggers", trigger, known));
      }
    }
    if (findings.stream().anyMatch(Finding::isError)) {
      return new Loaded.Rejected<>(findings);
    }
    Level holds =
        levels
            .holding(Set.copyOf(asked.texts("triggers")), asked.flag("breaks-chain"))
            .orElse(null);
    Words words = new Words(asked.locale());
    ObjectNode root = Json.object();
    root.put("holds", holds == null ? null : holds.rank());
    ArrayNode array = root.putArray("levels");
    List<List<String>> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Level level : levels.all()) {
      ObjectNode node = array.addObject();
      node.put("level", level.rank());
      node.put("trigger", level.trigger());
      node.put("response", level.response());
      node.set("within_hours", Json.exact(level.withinHours()));
      node.put("responsible", level.responsible());
      String held = Boolean.toString(level.equals(holds));
      rows.add(
          List.of(
              Integer.toString(level.rank()),
              level.trigger(),
              level.response(),
              Numbers.exactCell(level.withinHours()),
              level.responsible(),
              held));
      lines.add(
          words.get(
              level.equals(holds) ? "playbook.level.holds" : "playbook.level",
              Integer.toString(level.rank()),
              level.trigger(),
              level.response(),
              Numbers.shown(level.withinHours()),
              level.responsible()));
    }
    return new Loaded.Ready<>(
        new Answer(
            FAMILY + " levels",
            lines,
            root,
            List.of(
                new Table(
                    "levels.csv",
                    List.of("level", "trigger", "response", "within_hours", "responsible", "holds"),
                    rows)),
            null,
            published ? List.of() : List.of(asked.source()),
            asked.settings(),
            true),
        findings);
  }

  /** The YAML files of a folder by name, or the one file. */
  static List<Path> files(Path source) throws IOException {
    if (!Files.isDirectory(source)) {
      return List.of(source);
    }
    try (Stream<Path> entries = Files.list(source)) {
      return entries.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Loaded<Answer> rehearse(Asked asked, Progress progress) throws IOException {
    Path source = Path.of(asked.text("package"));
    return switch (PackageReader.read(source)) {
      case Loaded.Rejected<DataPackage>(var errors) -> {
        List<Finding> findings = new ArrayList<>(errors);
        Loaded<Levels> chosen = LevelFile.read(asked.path("levels"));
        findings.addAll(chosen.findings());
        Levels levels =
            chosen instanceof Loaded.Ready<Levels>(var own, var _) ? own : Levels.published();
        findings.addAll(PlaybookFile.read(asked.source(), levels, null).findings());
        yield new Loaded.Rejected<>(findings);
      }
      case Loaded.Ready<DataPackage>(var data, var warnings) ->
          rehearse(asked, source, data.chain(), InferredMark.among(warnings), progress);
    };
  }

  private static Loaded<Answer> rehearse(
      Asked asked, Path source, Chain chain, List<Finding> told, Progress progress)
      throws IOException {
    Loaded<Levels> chosen = LevelFile.read(asked.path("levels"));
    List<Finding> findings = new ArrayList<>(told);
    findings.addAll(chosen.findings());
    Levels levels =
        chosen instanceof Loaded.Ready<Levels>(var own, var _) ? own : Levels.published();
    Loaded<Playbook> read = PlaybookFile.read(asked.source(), levels, chain);
    findings.addAll(read.findings());
    String name = asked.text("scenario");
    Loaded<Scenario> scenario = ScenarioReader.read(source, name, chain);
    findings.addAll(scenario.findings());
    if (!(read instanceof Loaded.Ready<Playbook>(var playbook, var _))
        || !(scenario instanceof Loaded.Ready<Scenario>(var broken, var _))
        || !(chosen instanceof Loaded.Ready)) {
      return new Loaded.Rejected<>(findings);
    }
    PlaybookRehearsal rehearsal =
        PlaybookRehearsal.of(
            chain,
            broken,
            playbook,
            PlanSpec.standard()
                .withPeriods(
                    asked.whole("longest-period-days", 30), asked.whole("most-periods", 10)),
            SimulationSpec.of(asked.whole("reps", 100), asked.seed()).withThreads(asked.threads()),
            progress);
    findings.addAll(rehearsal.plan().findings());
    List<Path> inputs = new ArrayList<>(PackageReader.files(source));
    inputs.add(asked.source());
    if (!ScenarioReader.isReady(source, name)) {
      inputs.add(ScenarioReader.named(source, name));
    }
    return new Loaded.Ready<>(
        rehearsed(asked, chain, playbook, broken, rehearsal, inputs),
        findings.stream().distinct().toList());
  }

  private static Answer rehearsed(
      Asked asked,
      Chain chain,
      Playbook playbook,
      Scenario scenario,
      PlaybookRehearsal rehearsal,
      List<Path> inputs) {
    Words words = new Words(asked.locale());
    ObjectNode root = Json.object();
    root.put("playbook", playbook.name());
    root.put("scenario", scenario.name());
    root.put("level", playbook.level());
    double nothing = rehearsal.comparison().nothing().loss().mean();
    double planned = rehearsal.comparison().planned().loss().mean();
    root.put("in_money", rehearsal.plan().inMoney());
    root.set("loss_without", Json.exact(nothing));
    root.set("loss_with", Json.exact(planned));
    root.set("loss_avoided", Json.exact(rehearsal.avoided()));
    root.set("loss_avoided_low", Json.exact(rehearsal.avoidedInterval().low()));
    root.set("loss_avoided_high", Json.exact(rehearsal.avoidedInterval().high()));
    root.set("share_avoided", Json.exact(rehearsal.share()));
    root.set("cost", Json.exact(rehearsal.costs()));
    root.set("avoided_per_cost", Json.exact(rehearsal.avoidedPerCost()));
    root.set("ends_after_hours", Json.exact(rehearsal.timing().end()));
    root.set("critical", Json.array(rehearsal.timing().critical()));
    List<List<String>> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    InferredMark mark = new InferredMark(chain, words);
    lines.add(
        words.get(
            "playbook.rehearsed",
            playbook.name(),
            Numbers.shown(nothing),
            Numbers.shown(planned),
            Numbers.shown(rehearsal.avoidedInterval().low()),
            Numbers.shown(rehearsal.avoidedInterval().high()),
            Numbers.shown(rehearsal.costs())));
    for (Step step : playbook.steps()) {
      double start = rehearsal.timing().start(step.id());
      double finish = rehearsal.timing().finish(step.id());
      boolean critical = rehearsal.timing().critical().contains(step.id());
      String inferred = mark(step, mark);
      rows.add(
          List.of(
              step.id(),
              step.what(),
              step.role(),
              Numbers.exactCell(start),
              Numbers.exactCell(finish),
              Boolean.toString(critical),
              Boolean.toString(!inferred.isEmpty())));
      lines.add(
          String.format(
              Locale.ROOT,
              "  %6s to %6s h  %-20s %s",
              Numbers.shown(start),
              Numbers.shown(finish),
              step.role(),
              step.what() + inferred));
    }
    return new Answer(
        FAMILY + " rehearse",
        lines,
        root,
        List.of(
            new Table(
                "steps.csv",
                List.of(
                    "id", "what", "role", "start_hours", "finish_hours", "critical", "inferred"),
                rows)),
        null,
        inputs,
        asked.settings(),
        rehearsal.avoidedInterval().low() > 0);
  }

  /** That a step opens or speeds up a link which nobody declared; empty else. */
  private static String mark(Step step, InferredMark mark) {
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

  private static Loaded<Answer> score(Asked asked) {
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
    List<Entry> entries = entries(log, known, findings);
    if (!(read instanceof Loaded.Ready<Playbook>(var playbook, var _))
        || !(rehearsed instanceof Loaded.Ready<Rehearsed>(var before, var _))) {
      return new Loaded.Rejected<>(findings);
    }
    Level level = levels.rank(playbook.level()).orElse(null);
    if (findings.stream().anyMatch(Finding::isError) || level == null) {
      return new Loaded.Rejected<>(findings);
    }
    Score score = Score.of(playbook, level, entries);
    return new Loaded.Ready<>(scored(asked, playbook, level, score, file, before), findings);
  }

  /** Rows of at, event, step, cost, share_solved. */
  private static List<Entry> entries(
      FlatTable log, @Nullable Playbook playbook, List<Finding> findings) {
    for (String name : List.of("at", "event")) {
      if (!log.has(name)) {
        findings.add(log.unknown(name));
      }
    }
    List<Entry> entries = new ArrayList<>();
    if (!log.has("at") || !log.has("event")) {
      return entries;
    }
    for (String name : List.of("cost", "share_solved")) {
      if (log.has(name)) {
        findings.addAll(log.noNumbers(name));
      }
    }
    LogTimes times = LogTimes.of(log.texts("at"));
    for (int row = 0; row < log.rows(); row++) {
      String place = log.file() + ":" + log.line(row);
      LocalDateTime at = times.at(row);
      Entry.Event event = event(log.texts("event").get(row));
      String step = log.has("step") ? log.texts("step").get(row) : "";
      if (at == null) {
        String code = times.lacksOffset(row) ? "log-time-mixed" : "log-time";
        findings.add(Refusal.of(code, place, log.texts("at").get(row)));
      }
      if (event == null) {
        findings.add(Refusal.of("log-event", place, log.texts("event").get(row)));
      }
      boolean known =
          playbook == null
              || step.isEmpty()
              || playbook.steps().stream().anyMatch(one -> one.id().equals(step));
      if (!known) {
        findings.add(Refusal.of("log-step", place, step));
      }
      if (at != null && event != null && known) {
        entries.add(
            new Entry(at, event, step, number(log, "cost", row), number(log, "share_solved", row)));
      }
    }
    if (entries.stream().noneMatch(entry -> entry.event() == Entry.Event.TRIGGERED)) {
      findings.add(Refusal.of("log-trigger", log.file(), null));
    }
    return entries;
  }

  private static double number(FlatTable log, String column, int row) {
    return log.has(column) && log.isNumeric(column) ? log.numbers(column)[row] : Double.NaN;
  }

  private static Entry.@Nullable Event event(String text) {
    return Stream.of(Entry.Event.values())
        .filter(event -> event.name().equalsIgnoreCase(text))
        .findFirst()
        .orElse(null);
  }

  private static Answer scored(
      Asked asked, Playbook playbook, Level level, Score score, Path log, Rehearsed rehearsed) {
    Words words = new Words(asked.locale());
    ObjectNode root = Json.object();
    root.put("playbook", playbook.name());
    root.set("responded_after_hours", Json.exact(score.respondedAfterHours()));
    root.set("start_deadline_hours", Json.exact(level.withinHours()));
    root.put("start_in_time", score.startInTime());
    root.set("ended_after_hours", Json.exact(score.endedAfterHours()));
    root.put("end_in_time", score.endInTime());
    root.set("cost", Json.exact(score.cost()));
    root.set("planned_cost", Json.exact(playbook.stepCost()));
    root.set("share_solved", Json.exact(score.solved()));
    root.put("missed_escalations", score.missedEscalations());
    rehearsed.compare(score, root);
    List<List<String>> rows = new ArrayList<>();
    for (Score.StepScore step : score.steps()) {
      rows.add(
          List.of(
              step.id(),
              step.state().name().toLowerCase(Locale.ROOT),
              Numbers.exactCell(step.startedAfterHours()),
              Numbers.exactCell(step.finishedAfterHours()),
              Numbers.exactCell(step.lateHours())));
    }
    boolean holds = score.startInTime() && score.endInTime();
    List<String> lines = new ArrayList<>();
    lines.add(
        words.get(
            holds ? "playbook.in.time" : "playbook.late",
            playbook.name(),
            Numbers.shown(score.respondedAfterHours()),
            Numbers.shown(level.withinHours()),
            Numbers.shown(score.endedAfterHours())));
    rehearsed.tell(score, words, lines);
    return new Answer(
        FAMILY + " score",
        lines,
        root,
        List.of(
            new Table(
                "steps.csv",
                List.of("id", "state", "started_hours", "finished_hours", "late_hours"),
                rows)),
        null,
        List.of(asked.source(), log),
        asked.settings(),
        holds);
  }
}
