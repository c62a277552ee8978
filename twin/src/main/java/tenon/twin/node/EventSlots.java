package tenon.twin.node;

import java.util.Arrays;

/**
 * Pending events, at most one for each slot, and which comes first: a tournament over the slots.
 * Setting a slot replays its matches up to the root: O(log slots), no allocation. Of equal times
 * the lower slot comes first.
 */
final class EventSlots {
  private final int leaves;
  private final double[] time;
  // winner[node] of the implicit tree: node 1 the root, leaves from `leaves` on
  private final int[] winner;

  EventSlots(int slots) {
    int size = 1;
    while (size < slots) {
      size *= 2;
    }
    leaves = size;
    time = new double[size];
    Arrays.fill(time, Double.POSITIVE_INFINITY);
    winner = new int[2 * size];
    for (int slot = 0; slot < size; slot++) {
      winner[size + slot] = slot;
    }
    for (int node = size - 1; node >= 1; node--) {
      winner[node] = winner[2 * node];
    }
  }

  /** Slot of the first event. */
  int first() {
    return winner[1];
  }

  double time(int slot) {
    return time[slot];
  }

  /** Sets when the event of a slot comes; infinity for never. */
  void set(int slot, double at) {
    time[slot] = at;
    for (int node = (leaves + slot) >> 1; node >= 1; node >>= 1) {
      int left = winner[2 * node];
      int right = winner[2 * node + 1];
      winner[node] = time[right] < time[left] ? right : left;
    }
  }
}
