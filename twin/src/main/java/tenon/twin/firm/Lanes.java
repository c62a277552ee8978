package tenon.twin.firm;

import java.util.Arrays;

/**
 * One direction of many cascades at once: {@value #LANES} lanes side by side, a loss of node i in
 * lane r at i x {@value #LANES} + r, so that each entry is read once for all lanes and the inner
 * loops are vector instructions. Every slot is summed anew in every step, and every loss counts in
 * full. A lane's numbers do not depend on what runs in the others.
 */
final class Lanes {
  /** So few that the losses of some ten thousand firms stay in the caches close to a core. */
  static final int LANES = 16;

  private final Side side;
  private final double[] shock;

  /** In how many lanes each node has a shock. */
  private final int[] shocked;

  /** Nodes with a shock in each lane, as many as {@link #hits} says. */
  private final int[][] hit = new int[LANES][0];

  private final int[] hits = new int[LANES];
  private double[] loss;
  private double[] before;
  private final double[] share = new double[LANES];
  private final double[] worst = new double[LANES];

  Lanes(Side side) {
    this.side = side;
    int cells = Math.multiplyExact(side.nodes(), LANES);
    shock = new double[cells];
    shocked = new int[side.nodes()];
    loss = new double[cells];
    before = new double[cells];
  }

  /** Forgets the cascades of the first of these lanes, all in one pass over memory. */
  void clear(int[] lanes, int count) {
    for (int nth = 0; nth < count; nth++) {
      int lane = lanes[nth];
      for (int at = 0; at < hits[lane]; at++) {
        shock[hit[lane][at] * LANES + lane] = 0;
        shocked[hit[lane][at]]--;
      }
      hits[lane] = 0;
    }
    for (int cell = 0; cell < loss.length; cell += LANES) {
      for (int nth = 0; nth < count; nth++) {
        loss[cell + lanes[nth]] = 0;
      }
    }
  }

  /** Begins a cascade in a lane that is clear. */
  void begin(int lane, double[] given) {
    for (int node = 0; node < given.length; node++) {
      if (given[node] > 0) {
        loss[node * LANES + lane] = given[node];
        shock[node * LANES + lane] = given[node];
        shocked[node]++;
        if (hits[lane] == hit[lane].length) {
          hit[lane] = Arrays.copyOf(hit[lane], 2 * hits[lane] + 1);
        }
        hit[lane][hits[lane]++] = node;
      }
    }
  }

  /** Copies the losses of the first of these lanes, that of the first into the first target. */
  void copy(int[] lanes, int count, double[][] targets) {
    for (int node = 0; node < shocked.length; node++) {
      for (int nth = 0; nth < count; nth++) {
        targets[nth][node] = loss[node * LANES + lanes[nth]];
      }
    }
  }

  /** Makes a step in all lanes; raises each lane's greatest change to that of the step. */
  void step(double[] change) {
    // Every loss is written anew below; what is read are those of the last step.
    double[] read = loss;
    loss = before;
    before = read;
    for (int node = 0; node < shocked.length; node++) {
      if (shocked[node] > 0) {
        System.arraycopy(shock, node * LANES, worst, 0, LANES);
      } else {
        Arrays.fill(worst, 0);
      }
      for (int slot = side.nodeSlot[node]; slot < side.nodeSlot[node + 1]; slot++) {
        if (side.limits(slot)) {
          lose(slot);
        }
      }
      settle(loss, before, node * LANES, worst, change);
    }
  }

  private void lose(int slot) {
    double scale = 1 / side.base[slot];
    int first = side.slotStart[slot];
    int last = side.slotStart[slot + 1];
    if (first == last) {
      return;
    }
    if (last - first == 1) {
      raiseTo(worst, side.amount[first] * scale, before, side.source[first] * LANES);
      return;
    }
    int at = first;
    if (last - at >= 4) {
      set(at, scale);
      at += 4;
    } else {
      set(share, side.amount[at] * scale, before, side.source[at] * LANES);
      at++;
    }
    for (; last - at >= 4; at += 4) {
      add(at, scale);
    }
    for (; at < last; at++) {
      add(share, side.amount[at] * scale, before, side.source[at] * LANES);
    }
    raiseTo(worst, 1, share, 0);
  }

  private void set(int at, double scale) {
    set(
        share,
        before,
        side.amount[at] * scale,
        side.source[at] * LANES,
        side.amount[at + 1] * scale,
        side.source[at + 1] * LANES,
        side.amount[at + 2] * scale,
        side.source[at + 2] * LANES,
        side.amount[at + 3] * scale,
        side.source[at + 3] * LANES);
  }

  private void add(int at, double scale) {
    add(
        share,
        before,
        side.amount[at] * scale,
        side.source[at] * LANES,
        side.amount[at + 1] * scale,
        side.source[at + 1] * LANES,
        side.amount[at + 2] * scale,
        side.source[at + 2] * LANES,
        side.amount[at + 3] * scale,
        side.source[at + 3] * LANES);
  }

  // The kernels stand apart so that each is compiled to vector instructions.

  private static void set(double[] target, double factor, double[] source, int from) {
    for (int lane = 0; lane < LANES; lane++) {
      target[lane] = factor * source[from + lane];
    }
  }

  private static void add(double[] target, double factor, double[] source, int from) {
    for (int lane = 0; lane < LANES; lane++) {
      target[lane] += factor * source[from + lane];
    }
  }

  /** Four at once, added in the same order: the sums are read and written less often. */
  private static void set(
      double[] target,
      double[] source,
      double factor0,
      int from0,
      double factor1,
      int from1,
      double factor2,
      int from2,
      double factor3,
      int from3) {
    for (int lane = 0; lane < LANES; lane++) {
      target[lane] =
          factor0 * source[from0 + lane]
              + factor1 * source[from1 + lane]
              + factor2 * source[from2 + lane]
              + factor3 * source[from3 + lane];
    }
  }

  private static void add(
      double[] target,
      double[] source,
      double factor0,
      int from0,
      double factor1,
      int from1,
      double factor2,
      int from2,
      double factor3,
      int from3) {
    for (int lane = 0; lane < LANES; lane++) {
      target[lane] =
          target[lane]
              + factor0 * source[from0 + lane]
              + factor1 * source[from1 + lane]
              + factor2 * source[from2 + lane]
              + factor3 * source[from3 + lane];
    }
  }

  private static void raiseTo(double[] target, double factor, double[] source, int from) {
    for (int lane = 0; lane < LANES; lane++) {
      target[lane] = Math.max(target[lane], factor * source[from + lane]);
    }
  }

  private static void settle(
      double[] loss, double[] before, int from, double[] worst, double[] change) {
    for (int lane = 0; lane < LANES; lane++) {
      double now = Math.min(1, worst[lane]);
      change[lane] = Math.max(change[lane], Math.abs(now - before[from + lane]));
      loss[from + lane] = now;
    }
  }
}
