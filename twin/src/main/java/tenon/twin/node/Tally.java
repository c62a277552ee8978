package tenon.twin.node;

/** What is counted at one station between the end of the warm-up and the end. */
final class Tally {
  private final double from;
  private final double to;
  private double queueSince;
  double working;
  double setUp;
  double down;
  double blocked;
  double queueArea;
  double waits;
  long started;
  long done;
  long good;

  Tally(double from, double to) {
    this.from = from;
    this.to = to;
    this.queueSince = from;
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
}
