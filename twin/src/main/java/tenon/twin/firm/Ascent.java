package tenon.twin.firm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Losses of one direction on their way up to the least fixed point, and for each firm the slot that
 * sets its loss.
 *
 * <p>{@link #sweep} raises every loss to what the losses so far imply, rounded down, so that no
 * loss ever exceeds the fixed point. A firm's choice is the slot that raised it last. The rows so
 * chosen have no closed loop without a way out: in such a loop every loss would be at most a
 * weighted mean of the others as they were before, so that the node which first reached the
 * greatest of them would have reached it without the loop. Hence their linear system has one
 * solution.
 */
final class Ascent {
  /** Half a unit in the last place of 1. */
  private static final double ROUNDING = 0x1p-53;

  static final int NONE = -1;

  final Side side;
  final @Nullable Market market;
  final double[] shock;
  final double[] value;

  /** Losses proven not to exceed the fixed point. */
  final double[] low;

  /** Slot that sets the loss of a node, or {@link #NONE} where its own shock does. */
  final int[] choice;

  /** Nodes that the shocks can reach, nearest first. */
  final int[] reach;

  int reached;
  private final boolean[] isReached;

  /** Value after replacement; scratch. */
  final double[] sent;

  private final int largestSector;

  Ascent(Side side, @Nullable Market market) {
    this.side = side;
    this.market = market;
    int nodes = side.nodes();
    shock = new double[nodes];
    value = new double[nodes];
    low = new double[nodes];
    sent = new double[nodes];
    choice = new int[nodes];
    reach = new int[nodes];
    isReached = new boolean[nodes];
    int largest = 0;
    for (int sector = 0; market != null && sector < market.sectors(); sector++) {
      largest = Math.max(largest, market.size(sector));
    }
    largestSector = largest;
  }

  void begin(double[] given) {
    for (int at = 0; at < reached; at++) {
      isReached[reach[at]] = false;
    }
    reached = 0;
    Arrays.fill(value, 0);
    Arrays.fill(low, 0);
    Arrays.fill(sent, 0);
    Arrays.fill(choice, NONE);
    System.arraycopy(given, 0, shock, 0, given.length);
    for (int node = 0; node < given.length; node++) {
      if (given[node] > 0) {
        add(node);
      }
    }
    for (int at = 0; at < reached; at++) {
      spread(reach[at]);
    }
    for (int at = 0; at < reached; at++) {
      value[reach[at]] = shock[reach[at]];
    }
  }

  private void spread(int node) {
    for (int e = side.pushStart[node]; e < side.pushStart[node + 1]; e++) {
      int slot = side.pushSlot[e];
      if (side.base[slot] < Double.POSITIVE_INFINITY) {
        add(side.slotNode[slot]);
      }
    }
  }

  private void add(int node) {
    if (!isReached[node]) {
      isReached[node] = true;
      reach[reached++] = node;
    }
  }

  /** Bound of the relative rounding error of a slot's share, replacement included. */
  double rounding(int slot) {
    int entries = side.slotStart[slot + 1] - side.slotStart[slot];
    return (entries + largestSector + 16) * ROUNDING * 1.01;
  }

  /** Sets {@link #sent} from losses. */
  void send(double[] loss) {
    if (market == null) {
      for (int at = 0; at < reached; at++) {
        sent[reach[at]] = loss[reach[at]];
      }
    } else {
      market.sumAll(loss);
      for (int at = 0; at < reached; at++) {
        sent[reach[at]] = market.sigma(reach[at]) * loss[reach[at]];
      }
    }
  }

  /**
   * Raises every loss once, in the order of {@link #reach}, where it rises by more than a relative
   * least; returns the greatest relative rise.
   */
  double sweep(double least) {
    send(value);
    double greatest = 0;
    for (int at = 0; at < reached; at++) {
      int node = reach[at];
      if (shock[node] < 1) {
        greatest = Math.max(greatest, raise(node, least));
      }
    }
    return greatest;
  }

  private double raise(int node, double least) {
    double before = value[node];
    for (int slot = side.nodeSlot[node]; slot < side.nodeSlot[node + 1]; slot++) {
      double share = side.share(slot, sent) * (1 - rounding(slot));
      if (share > value[node] * (1 + least)) {
        value[node] = share;
        choice[node] = slot;
      }
    }
    double now = value[node];
    if (now == before) {
      return 0;
    }
    sent[node] = market == null ? now : market.sigma(node) * now;
    return (now - before) / now;
  }

  /** Remembers the losses as proven from below. */
  void keepLow() {
    System.arraycopy(value, 0, low, 0, low.length);
  }

  /** The slot with the greatest share, or {@link #NONE}; of equal ones the one chosen so far. */
  int worst(int node) {
    int best = choice[node];
    double greatest = best == NONE ? 0 : side.share(best, sent);
    for (int slot = side.nodeSlot[node]; slot < side.nodeSlot[node + 1]; slot++) {
      double share = slot == choice[node] ? 0 : side.share(slot, sent);
      if (share > greatest * (1 + 2 * rounding(slot))) {
        greatest = share;
        best = slot;
      }
    }
    return best;
  }
}
