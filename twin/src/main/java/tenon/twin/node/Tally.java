package tenon.twin.node;

/** What is counted at one station within a window of time. */
final class Tally {
  private double from;
  private double to;
  private double queueSince;
  double working;
  double setUp;
  double down;
  double blocked;
  double queueArea;
  double waits;
  long started;

  /** Lots done, and those among them that are good. */
  double done;

  double good;

  Tally(double from, double to) {
    window(from, to);
  }

  /** Counts from now on within another window, beside what is counted already. */
  void window(double begin, double end) {
    from = begin;
    to = end;
    queueSince = begin;
  }

  /** The part of an interval that is counted. */
  double clip(double begin, double end) {
    return Math.max(0, Math.min(end, to) - Math.max(begin, from));
  }

  /** The queue had a length until now. */
  void queue(int length, double now) {
    if (now > queueSince) {
      queueArea += length * (now - queueSince);
      queueSince = now;
    }
  }

  boolean counts(double now) {
    return now >= from;
  }

  /** Counts as another does. */
  void set(Tally other) {
    from = other.from;
    to = other.to;
    queueSince = other.queueSince;
    working = other.working;
    setUp = other.setUp;
    down = other.down;
    blocked = other.blocked;
    queueArea = other.queueArea;
    waits = other.waits;
    started = other.started;
    done = other.done;
    good = other.good;
  }
}
