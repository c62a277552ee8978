package tenon.respond.playbook;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An execution scored against its playbook. What the log does not tell is judged as of its last
 * entry: a deadline that lies after that is still open.
 *
 * @param respondedAfterHours hours from the trigger to the start of the first step; NaN where none
 *     was started
 * @param start whether that was within the hours of the level
 * @param endedAfterHours hours from the trigger to the end; NaN where it is not over
 * @param end whether that was within the hours the playbook sets for its end
 * @param steps the steps as they went
 * @param cost money spent, as logged
 * @param solved greatest share solved that the log tells; NaN where it tells none
 * @param missedEscalations deadlines that were missed without somebody above being told at their
 *     hour or later; one telling serves one deadline
 * @param loggedUntilHours hours from the trigger to the last entry
 */
public record Score(
    double respondedAfterHours,
    Deadline start,
    double endedAfterHours,
    Deadline end,
    List<StepScore> steps,
    double cost,
    double solved,
    int missedEscalations,
    double loggedUntilHours) {
  private static final double SECONDS_PER_HOUR = 3600;

  public Score {
    steps = List.copyOf(steps);
  }

  /** What became of a deadline. */
  public enum Deadline {
    KEPT,
    MISSED,
    /** Not yet due when the log ends, and not yet met. */
    OPEN,
    /** There is none. */
    NONE;

    static Deadline of(double atHours, double byHours, double nowHours) {
      if (byHours == Double.POSITIVE_INFINITY) {
        return NONE;
      }
      if (Double.isNaN(atHours)) {
        return nowHours > byHours ? MISSED : OPEN;
      }
      return atHours <= byHours ? KEPT : MISSED;
    }
  }

  /** Whether no deadline was missed. */
  public boolean isInTime() {
    return start != Deadline.MISSED && end != Deadline.MISSED;
  }

  /**
   * A step as it went.
   *
   * @param id key of the step
   * @param state how it ended
   * @param startedAfterHours hours from the trigger to its start; NaN where it was not started
   * @param finishedAfterHours hours from the trigger to its end; NaN where it is not finished
   * @param lateHours hours by which it was finished later than rehearsed; below 0 earlier; NaN
   *     where it is not finished
   */
  public record StepScore(
      String id,
      State state,
      double startedAfterHours,
      double finishedAfterHours,
      double lateHours) {}

  /** How far a step came. */
  public enum State {
    FINISHED,
    STARTED,
    SKIPPED,
    UNTOUCHED
  }

  /**
   * Scores a log.
   *
   * @param log entries in any order; one at least is {@link Entry.Event#TRIGGERED}
   * @throws IllegalArgumentException if the log tells of no trigger
   */
  public static Score of(Playbook playbook, Level level, List<Entry> log) {
    List<Entry> sorted = log.stream().sorted(Comparator.comparing(Entry::at)).toList();
    LocalDateTime zero =
        sorted.stream()
            .filter(entry -> entry.event() == Entry.Event.TRIGGERED)
            .map(Entry::at)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the log tells of no trigger"));
    Timing timing = Timing.of(playbook);
    List<StepScore> steps =
        playbook.steps().stream().map(step -> step(step, timing, sorted, zero)).toList();
    double started = first(sorted, Entry.Event.STARTED, zero);
    double ended = end(steps, sorted, zero);
    double now = hours(zero, sorted.getLast().at());
    Deadline start = Deadline.of(started, level.withinHours(), now);
    Deadline end = Deadline.of(ended, playbook.endWithinHours(), now);
    List<Double> missed = new ArrayList<>();
    if (start == Deadline.MISSED) {
      missed.add(level.withinHours());
    }
    if (end == Deadline.MISSED) {
      missed.add(playbook.endWithinHours());
    }
    double cost =
        sorted.stream().mapToDouble(Entry::cost).filter(money -> !Double.isNaN(money)).sum();
    double solved =
        sorted.stream()
            .mapToDouble(Entry::solved)
            .filter(share -> !Double.isNaN(share))
            .max()
            .orElse(Double.NaN);
    return new Score(
        started, start, ended, end, steps, cost, solved, untold(missed, sorted, zero), now);
  }

  /** The latest deadline takes the latest telling, and so on: no other pairing serves more. */
  private static int untold(List<Double> missed, List<Entry> log, LocalDateTime zero) {
    Deque<Double> told =
        log.stream()
            .filter(entry -> entry.event() == Entry.Event.ESCALATED)
            .map(entry -> hours(zero, entry.at()))
            .collect(Collectors.toCollection(ArrayDeque::new));
    int untold = 0;
    for (double deadline : missed.stream().sorted(Comparator.reverseOrder()).toList()) {
      Double latest = told.peekLast();
      if (latest != null && latest >= deadline) {
        told.removeLast();
      } else {
        untold++;
      }
    }
    return untold;
  }

  private static StepScore step(Step step, Timing timing, List<Entry> log, LocalDateTime zero) {
    List<Entry> own = log.stream().filter(entry -> entry.step().equals(step.id())).toList();
    double started = first(own, Entry.Event.STARTED, zero);
    double finished = first(own, Entry.Event.FINISHED, zero);
    State state =
        !Double.isNaN(finished)
            ? State.FINISHED
            : own.stream().anyMatch(entry -> entry.event() == Entry.Event.SKIPPED)
                ? State.SKIPPED
                : Double.isNaN(started) ? State.UNTOUCHED : State.STARTED;
    return new StepScore(step.id(), state, started, finished, finished - timing.finish(step.id()));
  }

  private static double first(List<Entry> log, Entry.Event event, LocalDateTime zero) {
    return log.stream()
        .filter(entry -> entry.event() == event)
        .mapToDouble(entry -> hours(zero, entry.at()))
        .findFirst()
        .orElse(Double.NaN);
  }

  /** When all is over: as logged, or with the last step where every one is finished or left out. */
  private static double end(List<StepScore> steps, List<Entry> log, LocalDateTime zero) {
    double closed = first(log, Entry.Event.CLOSED, zero);
    if (!Double.isNaN(closed)) {
      return closed;
    }
    boolean over =
        steps.stream()
            .allMatch(step -> step.state() == State.FINISHED || step.state() == State.SKIPPED);
    return over
        ? steps.stream()
            .mapToDouble(StepScore::finishedAfterHours)
            .filter(hours -> !Double.isNaN(hours))
            .max()
            .orElse(Double.NaN)
        : Double.NaN;
  }

  private static double hours(LocalDateTime from, LocalDateTime to) {
    return Duration.between(from, to).toSeconds() / SECONDS_PER_HOUR;
  }
}
