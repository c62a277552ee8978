package tenon.study.playbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.YamlObject;
import tenon.respond.playbook.Action;
import tenon.respond.playbook.Levels;
import tenon.respond.playbook.Playbook;
import tenon.respond.playbook.PlaybookCheck;
import tenon.respond.playbook.Step;

/**
 * Reads a playbook from YAML.
 *
 * <pre>
 * name: packaging-outage
 * title: What to do when a packaging house stands still
 * trigger: chain_break          # of a response level
 * level: 1
 * starts_after_hours: 6         # optional, 0
 * end_within_hours: 240         # optional
 * steps:
 *   - id: call
 *     what: Ask the standby packaging houses for capacity
 *     role: regional_command
 *     hours: 12
 *     cost: 20000               # optional, once
 *     after: []                 # optional, ids of steps
 *     needs: [contract signed]  # optional, checked by a person
 *     actions:                  # optional
 *       - {do: activate, recipe: R1}
 *       - {do: open, link: L1}
 *       - {do: add_capacity, recipe: R2, per_day: 500, extra_cost_per_unit: 0.4}
 *       - {do: expedite, link: L2, lead_time_days: 2, extra_freight_per_unit: 1.5}
 * </pre>
 */
public final class PlaybookFile {
  private static final double LONGEST = 1e6;

  private PlaybookFile() {}

  /** The playbook, checked against the published levels and the chain. */
  public static Loaded<Playbook> read(Path file, Chain chain) {
    return read(file, Levels.published(), chain);
  }

  /** The playbook, checked against the levels and, where there is one, the chain. */
  static Loaded<Playbook> read(Path file, Levels levels, @Nullable Chain chain) {
    String name = String.valueOf(file.getFileName());
    List<Playbook> made = new ArrayList<>();
    Loaded<Playbook> read =
        YamlObject.read(
            file,
            root -> {
              made.add(of(root));
              return made.getFirst();
            });
    List<Finding> findings = new ArrayList<>(read.findings());
    List<Finding> checked =
        made.isEmpty() ? List.of() : PlaybookCheck.of(name, made.getFirst(), levels, chain);
    if (read instanceof Loaded.Ready<Playbook>(var playbook, var _)
        && checked.stream().noneMatch(Finding::isError)) {
      findings.addAll(checked);
      return new Loaded.Ready<>(playbook, findings);
    }
    // What could not be read was filled: of that nothing more is told.
    Set<String> unread = new HashSet<>();
    findings.forEach(finding -> unread.add(String.valueOf(finding.column())));
    checked.stream()
        .filter(Finding::isError)
        .filter(finding -> !unread.contains(String.valueOf(finding.column())))
        .filter(finding -> !"".equals(finding.value()))
        .forEach(findings::add);
    return new Loaded.Rejected<>(findings);
  }

  private static Playbook of(YamlObject root) {
    root.allow(
        List.of(
            "name",
            "title",
            "trigger",
            "level",
            "starts_after_hours",
            "end_within_hours",
            "steps"));
    List<Step> steps = root.objects("steps").stream().map(PlaybookFile::step).toList();
    double level = root.number("level", true, 1, 99);
    if (level != Math.rint(level) && !Double.isNaN(level)) {
      LevelFile.refuse(root, "level", "level-whole");
    }
    double end = root.number("end_within_hours", false, 0.01, LONGEST);
    return new Playbook(
        text(root, "name", true),
        text(root, "title", false),
        text(root, "trigger", true),
        Double.isNaN(level) ? 1 : (int) level,
        or(root, "starts_after_hours"),
        Double.isNaN(end) ? Double.POSITIVE_INFINITY : end,
        steps);
  }

  private static Step step(YamlObject from) {
    from.allow(List.of("id", "what", "role", "hours", "cost", "after", "needs", "actions"));
    List<Action> actions = new ArrayList<>();
    if (from.has("actions")) {
      for (YamlObject action : from.objects("actions")) {
        Action read = action(action);
        if (read != null) {
          actions.add(read);
        }
      }
    }
    return new Step(
        text(from, "id", true),
        text(from, "what", true),
        text(from, "role", true),
        from.has("after") ? from.texts("after") : List.of(),
        or(from, "hours"),
        or(from, "cost"),
        from.has("needs") ? from.texts("needs") : List.of(),
        actions);
  }

  private static @Nullable Action action(YamlObject from) {
    String word = from.word("do", List.of("activate", "open", "add_capacity", "expedite"), true);
    return word == null
        ? null
        : switch (word) {
          case "activate" -> {
            from.allow(List.of("do", "recipe"));
            yield new Action.Activate(text(from, "recipe", true));
          }
          case "open" -> {
            from.allow(List.of("do", "link"));
            yield new Action.Open(text(from, "link", true));
          }
          case "add_capacity" -> {
            from.allow(List.of("do", "recipe", "per_day", "extra_cost_per_unit"));
            double perDay = from.number("per_day", true, 1e-9, 1e15);
            yield new Action.AddCapacity(
                text(from, "recipe", true),
                Double.isNaN(perDay) ? 1 : perDay,
                or(from, "extra_cost_per_unit"));
          }
          default -> {
            from.allow(List.of("do", "link", "lead_time_days", "extra_freight_per_unit"));
            yield new Action.Expedite(
                text(from, "link", true),
                or(from, "lead_time_days"),
                or(from, "extra_freight_per_unit"));
          }
        };
  }

  private static String text(YamlObject from, String key, boolean required) {
    String text = from.text(key, required);
    return text == null ? "" : text;
  }

  private static double or(YamlObject from, String key) {
    double number = from.number(key, false, 0, 1e15);
    return Double.isNaN(number) ? 0 : number;
  }
}
