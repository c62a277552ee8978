package tenon.twin.firm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One direction of many cascades at once: {@value #LANES} lanes side by side, a loss of node i in
 * lane r at i x {@value #LANES} + r, so that each entry is read once for all lanes and the inner
 * loops are vector instructions. Every slot is summed anew in every step. A lane's numbers do not
 * depend on what runs in the others.
 */
final class Lanes {
  static final int LANES = 32;

  private final Side side;
  private final @Nullable Market market;
  private final double[] shock;
  private final boolean[] everShocked;

  /** Nodes with a shock in each lane, as many as {@link #hits} says. */
  private final int[][] hit = new int[LANES][0];

  private final int[] hits = new int[LANES];
  private double[] loss;
  private double[] sent;
  private final double[] share = new double[LANES];
  private final double[] worst = new double[LANES];
  private final double[] made = new double[LANES];

  Lanes(Side side, @Nullable Market market) {
    this.side = side;
    this.market = market;
    int cells = Math.multiplyExact(side.nodes(), LANES);
    shock = new double[cells];
    everShocked = new boolean[side.nodes()];
    loss = new double[cells];
    sent = new double[cells];
  }

  /** Begins a cascade in a lane. */
  void begin(int lane, double[] given) {
    for (int nth = 0; nth < hits[lane]; nth++) {
      shock[hit[lane][nth] * LANES + lane] = 0;
    }
    hits[lane] = 0;
    for (int node = 0; node < given.length; node++) {
      loss[node * LANES + lane] = given[node];
      if (given[node] > 0) {
        everShocked[node] = true;
        shock[node * LANES + lane] = given[node];
        if (hits[lane] == hit[lane].length) {
          hit[lane] = Arrays.copyOf(hit[lane], 2 * hits[lane] + 1);
        }
        hit[lane][hits[lane]++] = node;
      }
    }
  }

  /** Copies the losses of a lane. */
  void copy(int lane, double[] target) {
    for (int node = 0; node < target.length; node++) {
      target[node] = loss[node * LANES + lane];
    }
  }

  /** Makes a step in all lanes; raises each lane's greatest change to that of the step. */
  void step(double[] change) {
    if (market == null) {
      // Every loss is written anew below; what is read are those of the last step.
      double[] before = loss;
      loss = sent;
      sent = before;
    } else {
      send(market);
    }
    for (int node = 0; node < everShocked.length; node++) {
      if (everShocked[node]) {
        System.arraycopy(shock, node * LANES, worst, 0, LANES);
      } else {
        Arrays.fill(worst, 0);
      }
      for (int slot = side.nodeSlot[node]; slot < side.nodeSlot[node + 1]; slot++) {
        if (side.base[slot] < Double.POSITIVE_INFINITY) {
          lose(slot);
        }
      }
      settle(loss, market == null ? sent : loss, node * LANES, worst, change);
    }
  }

  private void lose(int slot) {
    double scale = 1 / side.base[slot];
    int first = side.slotStart[slot];
    int last = side.slotStart[slot + 1];
    if (last - first == 1) {
      raiseTo(worst, side.amount[first] * scale, sent, side.source[first] * LANES);
      return;
    }
    Arrays.fill(share, 0);
    for (int at = first; at < last; at++) {
      add(share, side.amount[at] * scale, sent, side.source[at] * LANES);
    }
    raiseTo(worst, 1, share, 0);
  }

  private void send(Market through) {
    for (int sector = 0; sector < through.sectors(); sector++) {
      Arrays.fill(made, 0);
      for (int nth = 0; nth < through.size(sector); nth++) {
        int node = through.member(sector, nth);
        addRest(made, through.output(node), loss, node * LANES);
      }
      for (int lane = 0; lane < LANES; lane++) {
        made[lane] = 1 / (made[lane] <= Market.PUBLISHED_GUARD ? 1 : made[lane]);
      }
      for (int nth = 0; nth < through.size(sector); nth++) {
        int node = through.member(sector, nth);
        replace(sent, loss, node * LANES, through.output(node), made);
      }
    }
  }

  // The kernels stand apart so that each is compiled to vector instructions.

  private static void add(double[] target, double factor, double[] source, int from) {
    for (int lane = 0; lane < LANES; lane++) {
      target[lane] += factor * source[from + lane];
    }
  }

  private static void addRest(double[] target, double factor, double[] source, int from) {
    for (int lane = 0; lane < LANES; lane++) {
      target[lane] += factor * (1 - source[from + lane]);
    }
  }

  private static void raiseTo(double[] target, double factor, double[] source, int from) {
    for (int lane = 0; lane < LANES; lane++) {
      target[lane] = Math.max(target[lane], factor * source[from + lane]);
    }
  }

  private static void replace(
      double[] sent, double[] loss, int from, double output, double[] inverseMade) {
    for (int lane = 0; lane < LANES; lane++) {
      sent[from + lane] = Math.min(1, output * inverseMade[lane]) * loss[from + lane];
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
