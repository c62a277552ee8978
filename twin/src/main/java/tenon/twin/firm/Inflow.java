package tenon.twin.firm;

/**
 * One direction of contagion laid out for summing all slots of all nodes anew: the entries of a
 * node side by side, each with its weight (amount over base) and the node it draws on. Slots that
 * cannot limit a node are left out. 12 bytes an entry; made once for a network.
 */
final class Inflow {
  /** So many products lie in the caches close to a core. */
  private static final int BLOCK = 2048;

  /** Marks the first entry of a slot. */
  private static final int FIRST = 0x8000_0000;

  /** What of a sum is carried on to an entry: all within a slot, nothing into the next. */
  private static final double[] CARRIED = {1, 0};

  /** First entry of each node; one more entry than nodes. */
  private final int[] start;

  /** Node an entry draws on, with {@link #FIRST}. */
  private final int[] from;

  private final double[] weight;
  private final int longest;

  private Inflow(int[] start, int[] from, double[] weight, int longest) {
    this.start = start;
    this.from = from;
    this.weight = weight;
    this.longest = longest;
  }

  static Inflow of(Side side) {
    int[] start = new int[side.nodes() + 1];
    int entries = 0;
    int longest = 0;
    for (int node = 0; node < side.nodes(); node++) {
      for (int slot = side.nodeSlot[node]; slot < side.nodeSlot[node + 1]; slot++) {
        entries += side.limits(slot) ? side.slotStart[slot + 1] - side.slotStart[slot] : 0;
      }
      start[node + 1] = entries;
      longest = Math.max(longest, entries - start[node]);
    }
    int[] from = new int[entries];
    double[] weight = new double[entries];
    int next = 0;
    for (int slot = 0; slot < side.slots(); slot++) {
      if (side.limits(slot)) {
        int mark = FIRST;
        for (int at = side.slotStart[slot]; at < side.slotStart[slot + 1]; at++) {
          from[next] = side.source[at] | mark;
          weight[next++] = side.amount[at] / side.base[slot];
          mark = 0;
        }
      }
    }
    return new Inflow(start, from, weight, longest);
  }

  /** Room that {@link #worst} needs for products. */
  double[] room() {
    return new double[Math.max(BLOCK, longest)];
  }

  /** Before which node to end so that all from a node on, and their entries, fit the room. */
  int end(int node, double[] room) {
    int most = start[node] + room.length;
    int last = Math.min(start.length - 1, node + room.length);
    int end = node + 1;
    while (end < last && start[end + 1] <= most) {
      end++;
    }
    return end;
  }

  /**
   * Writes the greatest of its shock and the losses of its slots for each node from first to before
   * end, into {@code worst} from its begin on. Two passes: the first only reads from all over
   * memory, so that many reads are under way at once; the second sums without a branch for each
   * slot, which nothing could foresee. Numbers are compared by their bits, which for those not
   * below 0 come in the same order.
   */
  void worst(int first, int end, double[] sent, double[] shock, double[] room, double[] worst) {
    int offset = start[first];
    multiply(offset, start[end] - offset, sent, room);
    for (int node = first; node < end; node++) {
      long most = Double.doubleToRawLongBits(shock[node]);
      double sum = 0;
      for (int at = start[node]; at < start[node + 1]; at++) {
        sum = sum * CARRIED[from[at] >>> 31] + room[at - offset];
        most = Math.max(most, Double.doubleToRawLongBits(sum));
      }
      worst[node - first] = Double.longBitsToDouble(most);
    }
  }

  private void multiply(int offset, int count, double[] sent, double[] room) {
    for (int at = 0; at < count; at++) {
      room[at] = weight[offset + at] * sent[from[offset + at] & ~FIRST];
    }
  }
}
