package tenon.twin.firm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One direction of contagion in terms of losses. The loss of a node is the greatest of its own
 * shock and of its slots; the loss in a slot is the sum over its entries of amount x loss of the
 * source, over the base of the slot:
 *
 * <pre>
 * loss_j = max(shock_j, max over slots a of j: sum_{e in a} amount_e x sent_{source e} / base_a)
 * </pre>
 *
 * <p>Down (from suppliers to customers) the slots are those of {@link Purchases}; up, each firm has
 * one slot: its customers, over all it sells. The weights of a slot never sum to more than 1, so a
 * loss never exceeds 1. The arrays are shared with the network.
 */
final class Side {
  /** First slot of each node; one more entry than nodes. */
  final int[] nodeSlot;

  /** First entry of each slot; one more entry than slots. */
  final int[] slotStart;

  /** Node whose slot it is. */
  final int[] slotNode;

  /** Node an entry draws on. */
  final int[] source;

  /** Money of an entry. */
  final double[] amount;

  /** What the loss in a slot is measured against, above 0. */
  final double[] base;

  /** Class of each slot, or null where every slot is measured against its own sum. */
  final byte @Nullable [] slotClass;

  /** First entry that each source feeds; one more entry than nodes. */
  final int[] pushStart;

  /** Slot that an entry of a source feeds. */
  final int[] pushSlot;

  /** Money of that entry. */
  final double[] pushAmount;

  private @Nullable Inflow inflow;

  private Side(
      int[] nodeSlot,
      int[] slotStart,
      int[] slotNode,
      int[] source,
      double[] amount,
      double[] base,
      byte @Nullable [] slotClass,
      int[] pushStart,
      int[] pushSlot,
      double[] pushAmount) {
    this.nodeSlot = nodeSlot;
    this.slotStart = slotStart;
    this.slotNode = slotNode;
    this.source = source;
    this.amount = amount;
    this.base = base;
    this.slotClass = slotClass;
    this.pushStart = pushStart;
    this.pushSlot = pushSlot;
    this.pushAmount = pushAmount;
  }

  static Side down(Purchases in, Sales out) {
    return new Side(
        in.firmSlot,
        in.slotStart,
        in.slotFirm,
        in.supplier,
        in.amount,
        in.slotBase,
        in.slotClass,
        out.start,
        out.slot,
        out.amount);
  }

  static Side up(Purchases in, Sales out) {
    int firms = out.output.length;
    int[] itself = new int[firms + 1];
    int[] inStart = new int[firms + 1];
    Arrays.setAll(itself, node -> node);
    Arrays.setAll(inStart, in::start);
    double[] base = out.output.clone();
    for (int firm = 0; firm < firms; firm++) {
      // Nobody to lose: a slot without entries must come to 0.
      base[firm] = base[firm] > 0 ? base[firm] : 1;
    }
    return new Side(
        itself,
        out.start,
        itself,
        out.customer,
        out.amount,
        base,
        null,
        inStart,
        in.supplier,
        in.amount);
  }

  /** The layout for summing all slots; made when first asked for. */
  synchronized Inflow inflow() {
    Inflow made = inflow;
    if (made == null) {
      made = Inflow.of(this);
      inflow = made;
    }
    return made;
  }

  /** Whether a slot can limit its node. */
  boolean limits(int slot) {
    return base[slot] < Double.POSITIVE_INFINITY;
  }

  int nodes() {
    return nodeSlot.length - 1;
  }

  int slots() {
    return base.length;
  }

  /** Number of slots that a node feeds. */
  int reach(int node) {
    return pushStart[node + 1] - pushStart[node];
  }

  /** What a slot is measured against beyond its own entries, money; summed, never subtracted. */
  double rest(int slot) {
    if (slotClass == null || slotClass[slot] != FirmNetwork.NON_ESSENTIAL) {
      return 0;
    }
    int node = slotNode[slot];
    double sum = 0;
    for (int other = nodeSlot[node]; other < nodeSlot[node + 1]; other++) {
      for (int at = slotStart[other]; other != slot && at < slotStart[other + 1]; at++) {
        sum += amount[at];
      }
    }
    return sum;
  }

  /** Share lost in a slot. */
  double share(int slot, double[] sent) {
    double sum = 0;
    for (int at = slotStart[slot]; at < slotStart[slot + 1]; at++) {
      sum += amount[at] * sent[source[at]];
    }
    return sum / base[slot];
  }
}
