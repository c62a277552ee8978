package tenon.study.playbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.respond.playbook.Level;
import tenon.respond.playbook.Levels;
import tenon.respond.playbook.Playbook;
import tenon.respond.playbook.Timing;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
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
            RehearseMethod::run),
        new Method(
            FAMILY,
            "score",
            "PLAYBOOK.yaml",
            List.of(
                MethodOption.needed("log"),
                MethodOption.text("rehearsal"),
                MethodOption.text("levels")),
            (asked, progress) -> ScoreMethod.run(asked)));
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
    if (asked.flag("breaks-chain") && !levels.knows(Levels.CHAIN_BREAK)) {
      findings.add(Refusal.of("level-no-break", "--breaks-chain", null, Levels.CHAIN_BREAK));
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
              named(words, "trigger", level.trigger()),
              named(words, "response", level.response()),
              Numbers.shown(level.withinHours()),
              named(words, "party", level.responsible())));
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

  /** A code of the data, which in English reads as a word; in Chinese the word for it, if any. */
  static String named(Words words, String prefix, String code) {
    return words.chinese() ? words.code(prefix, code) : code;
  }

  /** The YAML files of a folder by name, or the one file. */
  static List<Path> files(Path source) throws IOException {
    if (!Files.isDirectory(source)) {
      return List.of(source);
    }
    try (Stream<Path> entries = Files.list(source)) {
      return entries
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .sorted()
          .toList();
    }
  }
}
