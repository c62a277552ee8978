package tenon.study.playbook;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.packages.FlatTable;
import tenon.respond.playbook.Entry;
import tenon.respond.playbook.Playbook;
import tenon.respond.playbook.Step;
import tenon.study.text.Refusal;

/**
 * Reads the log of an execution, rows of {@code at, event, step, cost, share_solved} in any order,
 * and tells what cannot have been: hours before the trigger or after the end, a step that ended
 * before it began, the same twice.
 */
final class LogFile {
  private final FlatTable log;
  private final @Nullable Playbook playbook;
  private final List<Finding> findings;
  private final List<Row> rows = new ArrayList<>();

  private LogFile(FlatTable log, @Nullable Playbook playbook, List<Finding> findings) {
    this.log = log;
    this.playbook = playbook;
    this.findings = findings;
  }

  /** An entry with where it stands. */
  private record Row(Entry entry, String place, String at) {}

  /**
   * The entries of a log, without those that are no entries.
   *
   * @param playbook what the log tells of; null where that could not be read
   * @param findings gets every fault and doubt
   */
  static List<Entry> entries(FlatTable log, @Nullable Playbook playbook, List<Finding> findings) {
    LogFile file = new LogFile(log, playbook, findings);
    file.read();
    file.order();
    return file.rows.stream().map(Row::entry).toList();
  }

  private void read() {
    for (String name : List.of("at", "event")) {
      if (!log.has(name)) {
        findings.add(log.unknown(name));
      }
    }
    if (!log.has("at") || !log.has("event")) {
      return;
    }
    for (String name : List.of("cost", "share_solved")) {
      if (log.has(name)) {
        findings.addAll(log.noNumbers(name));
      }
    }
    LogTimes times = LogTimes.of(log.texts("at"));
    for (int row = 0; row < log.rows(); row++) {
      row(times, row);
    }
  }

  private void row(LogTimes times, int row) {
    String place = log.place(row);
    String written = log.texts("at").get(row);
    LocalDateTime at = times.at(row);
    Entry.Event event = event(log.texts("event").get(row));
    String step = log.has("step") ? log.texts("step").get(row).strip() : "";
    if (at == null) {
      refuse(times.lacksOffset(row) ? "log-time-mixed" : "log-time", place, written);
    }
    if (event == null) {
      refuse("log-event", place, log.texts("event").get(row));
    }
    boolean known =
        playbook == null
            || step.isEmpty()
            || playbook.steps().stream().anyMatch(one -> one.id().equals(step));
    if (!known) {
      refuse("log-step", place, step);
    }
    boolean ofStep =
        event == Entry.Event.STARTED
            || event == Entry.Event.FINISHED
            || event == Entry.Event.SKIPPED;
    if (ofStep && step.isEmpty()) {
      refuse("log-step-blank", place, log.texts("event").get(row));
    }
    double cost = number("cost", row);
    if (cost < 0) {
      refuse("log-cost", place, log.texts("cost").get(row));
    }
    double solved = number("share_solved", row);
    if (solved < 0 || solved > 1) {
      refuse("log-share", place, log.texts("share_solved").get(row));
    }
    if (at != null && event != null && known) {
      rows.add(new Row(new Entry(at, event, step, cost, solved), place, written));
    }
  }

  private double number(String column, int row) {
    return log.has(column) && log.isNumeric(column) ? log.numbers(column)[row] : Double.NaN;
  }

  private static Entry.@Nullable Event event(String text) {
    return Stream.of(Entry.Event.values())
        .filter(event -> event.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElse(null);
  }

  /** What must come before what. */
  private void order() {
    if (!log.has("at") || !log.has("event")) {
      return;
    }
    Row triggered = first(Entry.Event.TRIGGERED);
    if (triggered == null) {
      findings.add(Refusal.of("log-trigger", log.file(), null));
    }
    Row closed = first(Entry.Event.CLOSED);
    Set<String> seen = new HashSet<>();
    for (Row row : rows) {
      Entry entry = row.entry();
      boolean once = entry.event() != Entry.Event.ESCALATED;
      String what = entry.event().name().toLowerCase(Locale.ROOT);
      if (once && !seen.add(what + " " + (isWhole(entry) ? "" : entry.step()))) {
        refuse("log-twice", row.place(), (what + " " + entry.step()).strip());
      }
      if (triggered != null && entry.at().isBefore(triggered.entry().at())) {
        refuse("log-before-trigger", row.place(), row.at(), triggered.at());
      }
      boolean ofStep = !isWhole(entry) && once;
      if (closed != null
          && ofStep
          && !isBefore(closed, triggered)
          && entry.at().isAfter(closed.entry().at())) {
        refuse("log-after-closed", row.place(), row.at(), closed.at());
      }
    }
    steps();
  }

  private static boolean isBefore(Row closed, @Nullable Row triggered) {
    return triggered != null && closed.entry().at().isBefore(triggered.entry().at());
  }

  private static boolean isWhole(Entry entry) {
    return entry.event() == Entry.Event.TRIGGERED || entry.event() == Entry.Event.CLOSED;
  }

  private @Nullable Row first(Entry.Event event) {
    return rows.stream()
        .filter(row -> row.entry().event() == event)
        .min(Comparator.comparing(row -> row.entry().at()))
        .orElse(null);
  }

  private void steps() {
    Map<String, Map<Entry.Event, Row>> byStep = new HashMap<>();
    for (Row row : rows) {
      byStep
          .computeIfAbsent(row.entry().step(), _ -> new EnumMap<>(Entry.Event.class))
          .putIfAbsent(row.entry().event(), row);
    }
    byStep.remove("");
    if (playbook == null) {
      return;
    }
    for (Step step : playbook.steps()) {
      Map<Entry.Event, Row> own = byStep.getOrDefault(step.id(), Map.of());
      Row started = own.get(Entry.Event.STARTED);
      Row finished = own.get(Entry.Event.FINISHED);
      Row skipped = own.get(Entry.Event.SKIPPED);
      if (skipped != null && finished != null) {
        refuse("log-skipped-finished", skipped.place(), step.id(), finished.place());
      }
      if (finished != null && started == null) {
        findings.add(Refusal.warning("log-unstarted", finished.place(), step.id()));
      }
      if (finished != null
          && started != null
          && finished.entry().at().isBefore(started.entry().at())) {
        refuse("log-ended-before", finished.place(), finished.at(), step.id(), started.at());
      }
      for (String before : step.after()) {
        Map<Entry.Event, Row> earlier = byStep.getOrDefault(before, Map.of());
        Row over = earlier.getOrDefault(Entry.Event.FINISHED, earlier.get(Entry.Event.SKIPPED));
        boolean waited = over != null && !started(started, over);
        if (started != null && !waited) {
          findings.add(Refusal.warning("log-too-soon", started.place(), step.id(), before));
        }
      }
    }
  }

  private static boolean started(@Nullable Row started, Row over) {
    return started != null && started.entry().at().isBefore(over.entry().at());
  }

  private void refuse(String code, String place, String value, String... arguments) {
    findings.add(Refusal.of(code, place, value, arguments));
  }
}
