package tenon.respond.playbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.model.Message;
import tenon.model.Severity;

/** What is wrong with a playbook: within itself, against its level, against the chain. */
public final class PlaybookCheck {
  private static final String BUNDLE = "tenon.respond.findings";

  private final String file;
  private final Playbook playbook;
  private final List<Finding> findings = new ArrayList<>();

  private PlaybookCheck(String file, Playbook playbook) {
    this.file = file;
    this.playbook = playbook;
  }

  /**
   * Every fault and doubt.
   *
   * @param file name of the file, for the findings
   * @param levels the levels it belongs to
   * @param chain the chain it is for, or null where it is checked by itself
   */
  public static List<Finding> of(
      String file, Playbook playbook, Levels levels, @Nullable Chain chain) {
    PlaybookCheck check = new PlaybookCheck(file, playbook);
    check.order();
    check.levels(levels);
    check.calledTwice();
    if (chain != null) {
      check.actions(chain);
    }
    return List.copyOf(check.findings);
  }

  private void order() {
    Set<String> ids = new HashSet<>();
    if (playbook.steps().isEmpty()) {
      error("playbook-empty", "steps", null);
    }
    for (Step step : playbook.steps()) {
      if (!ids.add(step.id())) {
        error("step-twice", "steps.id", step.id());
      }
    }
    for (Step step : playbook.steps()) {
      for (String before : step.after()) {
        if (!ids.contains(before)) {
          error("step-unknown", "steps." + step.id() + ".after", before, String.join(", ", ids));
        }
      }
    }
    circle(ids);
  }

  /** A circle among the steps that are there, whatever else is wrong with them. */
  private void circle(Set<String> ids) {
    Map<String, List<String>> after = new LinkedHashMap<>();
    for (Step step : playbook.steps()) {
      after.putIfAbsent(step.id(), step.after().stream().filter(ids::contains).toList());
    }
    Set<String> cleared = new HashSet<>();
    for (String id : after.keySet()) {
      List<String> circle = circle(id, after, new ArrayList<>(), cleared);
      if (!circle.isEmpty()) {
        error("step-circle", "steps", null, String.join(" < ", circle));
        return;
      }
    }
  }

  /** From a step back along those it waits for: the part of the path that returns, if any does. */
  private static List<String> circle(
      String id, Map<String, List<String>> after, List<String> path, Set<String> cleared) {
    if (path.contains(id)) {
      List<String> back = new ArrayList<>(path.subList(path.indexOf(id), path.size()));
      back.add(id);
      return back;
    }
    if (cleared.contains(id)) {
      return List.of();
    }
    path.add(id);
    for (String before : after.getOrDefault(id, List.of())) {
      List<String> found = circle(before, after, path, cleared);
      if (!found.isEmpty()) {
        return found;
      }
    }
    path.removeLast();
    cleared.add(id);
    return List.of();
  }

  private void levels(Levels levels) {
    if (!levels.knows(playbook.trigger())) {
      List<String> known = levels.all().stream().map(Level::trigger).toList();
      error("trigger-unknown", "trigger", playbook.trigger(), String.join(", ", known));
    }
    Level level = levels.rank(playbook.level()).orElse(null);
    if (level == null) {
      error("level-unknown", "level", Integer.toString(playbook.level()));
      return;
    }
    if (!level.trigger().equals(playbook.trigger()) && levels.knows(playbook.trigger())) {
      error("level-trigger", "level", Integer.toString(playbook.level()), level.trigger());
    }
    if (playbook.startsAfterHours() > level.withinHours()) {
      error(
          "starts-late",
          "starts_after_hours",
          shown(playbook.startsAfterHours()),
          shown(level.withinHours()));
    }
    if (findings.isEmpty() && Timing.of(playbook).end() > playbook.endWithinHours()) {
      warn(
          "ends-late",
          "end_within_hours",
          shown(playbook.endWithinHours()),
          shown(Timing.of(playbook).end()),
          String.join(", ", Timing.of(playbook).critical()));
    }
  }

  /** The same source called twice would open at two times. */
  private void calledTwice() {
    Set<Object> called = new HashSet<>();
    for (Step step : playbook.steps()) {
      for (Action action : step.actions()) {
        boolean calls = action instanceof Action.Activate || action instanceof Action.Open;
        if (calls && !called.add(action)) {
          String id =
              switch (action) {
                case Action.Activate(String recipe) -> recipe;
                case Action.Open(String link) -> link;
                case Action.AddCapacity(String recipe, double _, double _) -> recipe;
                case Action.Expedite(String link, double _, double _) -> link;
              };
          error("action-twice", "steps." + step.id() + ".actions", id);
        }
      }
    }
  }

  private void actions(Chain chain) {
    for (Step step : playbook.steps()) {
      String place = "steps." + step.id() + ".actions";
      for (Action action : step.actions()) {
        switch (action) {
          case Action.Activate(String recipe) -> {
            int row = row(chain.recipes().keys(), "recipe-unknown", place, recipe);
            if (row >= 0 && !chain.recipes().standby(row)) {
              error("recipe-active", place, recipe);
            }
          }
          case Action.Open(String link) -> {
            int row = row(chain.links().keys(), "link-unknown", place, link);
            if (row >= 0 && !chain.links().standby(row)) {
              error("link-active", place, link);
            }
          }
          case Action.AddCapacity(String recipe, double _, double _) ->
              row(chain.recipes().keys(), "recipe-unknown", place, recipe);
          case Action.Expedite(String link, double days, double _) -> {
            int row = row(chain.links().keys(), "link-unknown", place, link);
            if (row >= 0 && days >= chain.links().leadTimeDays(row)) {
              error("expedite-slower", place, shown(days), shown(chain.links().leadTimeDays(row)));
            }
          }
        }
      }
    }
  }

  private int row(Keys keys, String code, String place, String id) {
    int row = keys.id(id);
    if (row < 0) {
      error(code, place, id);
    }
    return row;
  }

  private static String shown(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private void error(String code, String place, @Nullable String value, String... arguments) {
    add(Severity.ERROR, code, place, value, arguments);
  }

  private void warn(String code, String place, @Nullable String value, String... arguments) {
    add(Severity.WARNING, code, place, value, arguments);
  }

  private void add(
      Severity severity, String code, String place, @Nullable String value, String... arguments) {
    findings.add(
        new Finding(
            severity,
            code,
            file,
            0,
            place,
            value,
            Message.of(BUNDLE, code, arguments),
            Message.of(BUNDLE, code + ".mend", arguments)));
  }
}
