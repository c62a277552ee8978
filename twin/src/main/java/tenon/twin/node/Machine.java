package tenon.twin.node;

import java.util.Arrays;

/** A machine and the jobs in it. */
final class Machine {
  /** What a machine spends a stretch of time on. */
  enum State {
    SET_UP,
    WORKING,
    DOWN
  }

  final int slot;
  final int station;
  final int number;
  final JobQueue jobs = new JobQueue();
  int product = -1;
  double workLeft = Double.POSITIVE_INFINITY;
  boolean blocked;
  double blockedSince;

  /** How the jobs in it hold it: stretches of time one after the other, from a time on. */
  private double heldSince;

  private int stretches;
  private double[] ends = new double[4];
  private State[] states = new State[4];

  Machine(int slot, int station, int number) {
    this.slot = slot;
    this.station = station;
    this.number = number;
  }

  /** A hold begins. */
  void hold(double now) {
    heldSince = now;
    stretches = 0;
  }

  /** The hold goes on until a time. */
  void until(double end, State state, Tally tally) {
    count(state, stretches == 0 ? heldSince : ends[stretches - 1], end, tally);
    if (stretches == ends.length) {
      ends = Arrays.copyOf(ends, 2 * stretches);
      states = Arrays.copyOf(states, 2 * stretches);
    }
    ends[stretches] = end;
    states[stretches++] = state;
  }

  /** Counts the part of the hold that lies in the window of a tally. */
  void count(Tally tally) {
    double begin = heldSince;
    for (int nth = 0; nth < stretches; nth++) {
      count(states[nth], begin, ends[nth], tally);
      begin = ends[nth];
    }
  }

  private static void count(State state, double begin, double end, Tally tally) {
    double time = tally.clip(begin, end);
    switch (state) {
      case SET_UP -> tally.setUp += time;
      case WORKING -> tally.working += time;
      case DOWN -> tally.down += time;
    }
  }

  /** Stands as another does, which is a machine of the same number; but for the jobs in it. */
  void set(Machine other) {
    product = other.product;
    workLeft = other.workLeft;
    blocked = other.blocked;
    blockedSince = other.blockedSince;
    heldSince = other.heldSince;
    stretches = other.stretches;
    if (ends.length < stretches) {
      ends = new double[other.ends.length];
      states = new State[other.states.length];
    }
    System.arraycopy(other.ends, 0, ends, 0, stretches);
    System.arraycopy(other.states, 0, states, 0, stretches);
  }
}
