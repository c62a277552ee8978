package tenon.twin.node;

import java.util.Arrays;

/**
 * The jobs before the first station of a site's line, and the material that is there for them. A
 * job whose material is used up waits aside until the next morning; of a job for which some is
 * there a part is taken, and the rest waits aside.
 */
final class OrderBook implements Waiting {
  /** Parts of lots below this are rounding. */
  static final double ROUNDING = 1e-9;

  /** Jobs by the time at which they join, those to come in the day among them. */
  private final JobQueue jobs = new JobQueue();

  private final JobQueue aside = new JobQueue();

  /** Jobs at the head that have come. */
  private int arrived;

  private int markedArrived;

  /** Lots by entry for which material is there. */
  private final double[] gate;

  /** Lots by entry that were taken since the gates were set. */
  private final double[] taken;

  /** Lots by entry that wait, or are to come in the day. */
  private final double[] booked;

  private final double[] markedBooked;
  private final int least;

  OrderBook(int entries, int least) {
    gate = new double[entries];
    taken = new double[entries];
    booked = new double[entries];
    markedBooked = new double[entries];
    this.least = least;
  }

  /** Lots of an entry in the book. */
  double booked(int entry) {
    return booked[entry];
  }

  /** Sets for how many lots material is there. */
  void gates(double[] lots) {
    System.arraycopy(lots, 0, gate, 0, gate.length);
    Arrays.fill(taken, 0);
  }

  /** Lots of an entry taken since the gates were set. */
  double taken(int entry) {
    return taken[entry];
  }

  /** When the next job comes, infinity where none is to come. */
  double next() {
    return arrived < jobs.size() ? jobs.joined(arrived) : Double.POSITIVE_INFINITY;
  }

  /** The next job has come. */
  void arrive() {
    arrived++;
  }

  /** All jobs that are to come by a time have come. */
  void arriveBy(double now) {
    while (next() <= now) {
      arrived++;
    }
  }

  /** A job to come, not before those booked so far. */
  void book(int entry, double at, double part) {
    jobs.add(at, at, 0, entry, part);
    booked[entry] += part;
  }

  /** Takes jobs of an entry back, the last first, until no more lots than given are booked. */
  void withdraw(int entry, double lots) {
    double keep = lots;
    int count = jobs.size();
    booked[entry] = 0;
    for (int nth = 0; nth < count; nth++) {
      if (jobs.product() != entry) {
        jobs.moveTo(jobs);
        continue;
      }
      double part = Math.min(keep, jobs.part());
      if (part > ROUNDING) {
        jobs.add(jobs.born(), jobs.joined(), jobs.waited(), entry, part);
        booked[entry] += part;
      }
      keep -= part;
      jobs.drop();
    }
    arrived = jobs.size();
  }

  /** Jobs in the book. */
  int jobs() {
    return jobs.size() + aside.size();
  }

  /** In the morning those that waited aside stand in line again, at their old place. */
  void morning() {
    if (aside.size() > 0) {
      for (int nth = jobs.size(); nth > 0; nth--) {
        while (aside.size() > 0 && aside.joined() <= jobs.joined()) {
          aside.moveTo(jobs);
        }
        jobs.moveTo(jobs);
      }
      while (aside.size() > 0) {
        aside.moveTo(jobs);
      }
    }
    arrived = jobs.size();
  }

  void mark() {
    jobs.mark();
    aside.mark();
    System.arraycopy(booked, 0, markedBooked, 0, booked.length);
    markedArrived = arrived;
  }

  void reset() {
    jobs.reset();
    aside.reset();
    System.arraycopy(markedBooked, 0, booked, 0, booked.length);
    arrived = markedArrived;
  }

  @Override
  public int size() {
    return arrived + aside.size();
  }

  @Override
  public int ready() {
    while (arrived > 0 && gate[jobs.product()] <= ROUNDING) {
      jobs.moveTo(aside);
      arrived--;
    }
    int ready = 0;
    for (int nth = 0; nth < arrived && ready < least; nth++) {
      ready += gate[jobs.product(nth)] > ROUNDING ? 1 : 0;
    }
    return ready;
  }

  @Override
  public double born() {
    return jobs.born();
  }

  @Override
  public double joined() {
    return jobs.joined();
  }

  @Override
  public double waited() {
    return jobs.waited();
  }

  @Override
  public int product() {
    return jobs.product();
  }

  @Override
  public double part() {
    double there = gate[jobs.product()];
    return jobs.part() <= there * (1 + ROUNDING) + ROUNDING ? jobs.part() : there;
  }

  @Override
  public void drop() {
    int entry = jobs.product();
    double part = part();
    double rest = jobs.part() - part;
    if (rest > 0) {
      aside.add(jobs.born(), jobs.joined(), jobs.waited(), entry, rest);
    }
    gate[entry] = Math.max(0, gate[entry] - part);
    taken[entry] += part;
    booked[entry] = Math.max(0, booked[entry] - part);
    jobs.drop();
    arrived--;
  }

  @Override
  public void add(double bornAt, double joinedAt, double waitedSoFar, int what, double share) {
    throw new IllegalStateException("jobs are booked in the morning");
  }
}
