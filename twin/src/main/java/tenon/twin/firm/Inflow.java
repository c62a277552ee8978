package tenon.twin.firm;

import java.util.Arrays;

/**
 * One direction of contagion laid out for summing all slots of all nodes anew: the entries of a
 * node side by side, each with its weight (amount over base) and the node it draws on. Slots that
 * cannot limit a node are left out. Nodes come in blocks, those of a block by number of entries, so
 * that loops over entries end where the processor foresees it, and four nodes of the same number
 * are summed at once. 12 bytes an entry and 8 a node; made once for a network.
 */
final class Inflow {
  /** So many nodes make a block; what they lose lies in the cache closest to a core. */
  private static final int BLOCK = 1024;

  /** So many nodes are summed at once. */
  private static final int WIDE = 4;

  /** Marks the first entry of a slot. */
  private static final int FIRST = 0x8000_0000;

  /** What of a sum is carried on to an entry: all within a slot, nothing into the next. */
  private static final double[] CARRIED = {1, 0};

  /** Nodes, block by block, those of a block by number of entries. */
  private final int[] order;

  /** First entry of each place in the order; one more entry than nodes. */
  private final int[] start;

  /** Node an entry draws on, with {@link #FIRST}. */
  private final int[] from;

  private final double[] weight;

  /** Whether no node has more than one slot. */
  private final boolean single;

  private Inflow(int[] order, int[] start, int[] from, double[] weight, boolean single) {
    this.order = order;
    this.start = start;
    this.from = from;
    this.weight = weight;
    this.single = single;
  }

  static Inflow of(Side side) {
    int nodes = side.nodes();
    int[] count = new int[nodes];
    int entries = 0;
    boolean single = true;
    for (int node = 0; node < nodes; node++) {
      single &= side.nodeSlot[node + 1] - side.nodeSlot[node] <= 1;
      for (int slot = side.nodeSlot[node]; slot < side.nodeSlot[node + 1]; slot++) {
        count[node] += side.limits(slot) ? side.slotStart[slot + 1] - side.slotStart[slot] : 0;
      }
      entries += count[node];
    }
    int[] order = order(count);
    int[] start = new int[nodes + 1];
    int[] from = new int[entries];
    double[] weight = new double[entries];
    int next = 0;
    for (int place = 0; place < nodes; place++) {
      int node = order[place];
      for (int slot = side.nodeSlot[node]; slot < side.nodeSlot[node + 1]; slot++) {
        int mark = FIRST;
        for (int at = side.slotStart[slot];
            side.limits(slot) && at < side.slotStart[slot + 1];
            at++) {
          from[next] = side.source[at] | mark;
          weight[next++] = side.amount[at] / side.base[slot];
          mark = 0;
        }
      }
      start[place + 1] = next;
    }
    return new Inflow(order, start, from, weight, single);
  }

  /** The nodes of each block by number of entries, and of equal ones by node. */
  private static int[] order(int[] count) {
    int[] order = new int[count.length];
    long[] keys = new long[BLOCK];
    for (int first = 0; first < count.length; first += BLOCK) {
      int nodes = Math.min(BLOCK, count.length - first);
      for (int at = 0; at < nodes; at++) {
        keys[at] = ((long) count[first + at] << Integer.SIZE) | (first + at);
      }
      Arrays.sort(keys, 0, nodes);
      for (int at = 0; at < nodes; at++) {
        order[first + at] = (int) keys[at];
      }
    }
    return order;
  }

  /** Number of blocks. */
  int blocks() {
    return (order.length + BLOCK - 1) / BLOCK;
  }

  /** First node of a block; that of the next is the end of this one. */
  int first(int block) {
    return Math.min(order.length, block * BLOCK);
  }

  /** Room for what the nodes of a block lose. */
  double[] room() {
    return new double[BLOCK];
  }

  /**
   * Writes the greatest of its shock and the losses of its slots for each node of a block, into
   * {@code worst} from its begin on. Losses of several slots are compared by their bits, which for
   * numbers not below 0 come in the same order.
   */
  void worst(int block, double[] sent, double[] shock, double[] worst) {
    int first = first(block);
    int end = first(block + 1);
    int place = first;
    while (place < end) {
      int entries = start[place + 1] - start[place];
      boolean wide = place + WIDE <= end && start[place + WIDE] - start[place] == WIDE * entries;
      // Of nodes by number of entries, four hold four times that of the first if all are alike.
      if (wide && single) {
        sumFour(place, entries, sent, worst, first);
      } else if (wide) {
        worstOfFour(place, entries, sent, worst, first);
      } else {
        worst[order[place] - first] = worstOfOne(place, sent);
      }
      place += wide ? WIDE : 1;
    }
    for (int node = first; node < end; node++) {
      worst[node - first] = Math.max(worst[node - first], shock[node]);
    }
  }

  private void sumFour(int place, int entries, double[] sent, double[] worst, int first) {
    int at0 = start[place];
    int at1 = at0 + entries;
    int at2 = at1 + entries;
    int at3 = at2 + entries;
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int nth = 0; nth < entries; nth++) {
      sum0 += weight[at0 + nth] * sent[from[at0 + nth] & ~FIRST];
      sum1 += weight[at1 + nth] * sent[from[at1 + nth] & ~FIRST];
      sum2 += weight[at2 + nth] * sent[from[at2 + nth] & ~FIRST];
      sum3 += weight[at3 + nth] * sent[from[at3 + nth] & ~FIRST];
    }
    worst[order[place] - first] = sum0;
    worst[order[place + 1] - first] = sum1;
    worst[order[place + 2] - first] = sum2;
    worst[order[place + 3] - first] = sum3;
  }

  private void worstOfFour(int place, int entries, double[] sent, double[] worst, int first) {
    int at0 = start[place];
    int at1 = at0 + entries;
    int at2 = at1 + entries;
    int at3 = at2 + entries;
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    long most0 = 0;
    long most1 = 0;
    long most2 = 0;
    long most3 = 0;
    for (int nth = 0; nth < entries; nth++) {
      sum0 = add(sum0, at0 + nth, sent);
      most0 = Math.max(most0, Double.doubleToRawLongBits(sum0));
      sum1 = add(sum1, at1 + nth, sent);
      most1 = Math.max(most1, Double.doubleToRawLongBits(sum1));
      sum2 = add(sum2, at2 + nth, sent);
      most2 = Math.max(most2, Double.doubleToRawLongBits(sum2));
      sum3 = add(sum3, at3 + nth, sent);
      most3 = Math.max(most3, Double.doubleToRawLongBits(sum3));
    }
    worst[order[place] - first] = Double.longBitsToDouble(most0);
    worst[order[place + 1] - first] = Double.longBitsToDouble(most1);
    worst[order[place + 2] - first] = Double.longBitsToDouble(most2);
    worst[order[place + 3] - first] = Double.longBitsToDouble(most3);
  }

  private double worstOfOne(int place, double[] sent) {
    double sum = 0;
    long most = 0;
    for (int at = start[place]; at < start[place + 1]; at++) {
      sum = add(sum, at, sent);
      most = Math.max(most, Double.doubleToRawLongBits(sum));
    }
    return Double.longBitsToDouble(most);
  }

  /** The sum of a slot with an entry, without a branch for each slot that nothing could foresee. */
  private double add(double sum, int at, double[] sent) {
    int node = from[at];
    return sum * CARRIED[node >>> 31] + weight[at] * sent[node & ~FIRST];
  }
}
