package tenon.respond.playbook;

import java.time.LocalDateTime;

/**
 * A line of the log of an execution.
 *
 * @param at when
 * @param event what
 * @param step id of the step; empty where the event is about the whole
 * @param cost money spent with it; NaN where unknown
 * @param solved share of the problem that is solved by then, 0 to 1; NaN where unknown
 */
public record Entry(LocalDateTime at, Event event, String step, double cost, double solved) {

  /** What can stand in a log. */
  public enum Event {
    /** The trigger called. */
    TRIGGERED,
    /** A step was begun. */
    STARTED,
    /** A step was finished. */
    FINISHED,
    /** A step was left out. */
    SKIPPED,
    /** Somebody above was told that a deadline passed. */
    ESCALATED,
    /** The whole was over. */
    CLOSED
  }
}
