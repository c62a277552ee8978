package tenon.twin.firm;

import java.util.Arrays;

/**
 * One direction of many cascades at once: {@value #LANES} lanes side by side, a loss of node i in
 * lane r at i x {@value #LANES} + r, so that each entry is read once for all lanes and the inner
 * loops are vector instructions. Every slot is summed anew in every step, and every loss counts in
 * full. A lane's numbers do not depend on what runs in the others.
 */
final class Lanes {
  static final int LANES = 64;

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
    set(share, side.amount[first] * scale, before, side.source[first] * LANES);
    for (int at = first + 1; at < last; at++) {
      add(share, side.amount[at] * scale, before, side.source[at] * LANES);
    }
    raiseTo(worst, 1, share, 0);
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
