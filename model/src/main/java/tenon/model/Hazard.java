package tenon.model;

import java.util.List;

/**
 * Something that may happen, and how often. Its events are drawn anew in every replication; in each
 * event every mark is hit with the same probability, on its own: marks of one hazard are correlated
 * by sharing the event.
 *
 * @param name key, which keys the draws too
 * @param process when events begin, and how long they last
 * @param marks what an event does, each at a window whose recovery counts and whose days do not
 * @param hitProbability probability that a mark is hit in an event, above 0, at most 1
 */
public record Hazard(String name, Process process, List<Disruption> marks, double hitProbability) {
  public Hazard {
    marks = List.copyOf(marks);
    if (!(hitProbability > 0 && hitProbability <= 1)) {
      throw new IllegalArgumentException(
          "a hit probability of " + hitProbability + "; write more than 0, at most 1");
    }
  }

  /** When events begin, and how long they last. */
  public sealed interface Process {}

  /**
   * Events at a constant rate.
   *
   * @param ratePerYear events per 365 days, not negative
   * @param length how long an event lasts
   */
  public record Poisson(double ratePerYear, Length length) implements Process {}

  /**
   * On and off by a Markov chain that begins off.
   *
   * @param failPerDay probability of going off on a day on which it is on
   * @param recoverPerDay probability of coming back on a day on which it is off, above 0
   */
  public record OnOff(double failPerDay, double recoverPerDay) implements Process {}

  /**
   * At most once.
   *
   * @param probability that it happens at all
   * @param earliest first day on which it may begin
   * @param latest last day on which it may begin; each day is as likely
   * @param length how long it lasts
   */
  public record Once(double probability, int earliest, int latest, Length length)
      implements Process {}

  /** How long an event lasts. */
  public sealed interface Length {}

  /** Always the same, days. */
  public record Fixed(double days) implements Length {}

  /** Exponential with a mean, days. */
  public record Exponential(double meanDays) implements Length {}

  /** Any of those observed, each as likely, days. */
  public record Observed(List<Double> days) implements Length {
    public Observed {
      days = List.copyOf(days);
      if (days.isEmpty()) {
        throw new IllegalArgumentException("no length was observed");
      }
    }
  }
}
