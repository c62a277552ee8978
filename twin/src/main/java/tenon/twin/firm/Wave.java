package tenon.twin.firm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a cascade, step by step, all firms at once in each step. Only what changes is
 * carried on: a firm whose loss grew adds the growth to the slots it feeds (push). Where so many
 * changed that many entries would be written, all slots are summed anew (pull), which reads memory
 * in order; the choice depends on the state alone. Scratch is reused from cascade to cascade.
 *
 * <p>A pull keeps no sums of slots; whatever needs them next has them summed again.
 */
final class Wave {
  /** Pull once the changed firms feed more than this part of all entries; found by trial. */
  private static final double PULL_SHARE = 0.06;

  /** So many steps with few changes are pulled after a pull before slots are summed to push. */
  private static final int LIGHT_PULLS = 3;

  /** Stands for no entry and no slot. */
  static final int NOBODY = -1;

  private final Side side;
  private final @Nullable Replacement replacement;

  private final double[] shock;

  /** Loss of each node now; trades places with {@link #sent} where no market lies between. */
  private double[] loss;

  /** Loss of each node that counts for others, after replacement, as of the last step. */
  private double[] sent;

  /** Amount lost in each slot, money; of no meaning while {@link #loadsMissing}. */
  private final double[] load;

  private boolean loadsMissing;

  /** Steps in a row in which few entries changed. */
  private int light;

  /** Nodes whose loss changed in the last step; not listed where {@link #sweeping}. */
  private final int[] changed;

  private int changes;

  /** Whether the last step was a pull without a market, which lists no changes. */
  private boolean sweeping;

  /** Entries that the nodes feed that changed in the last pull without a market. */
  private long swept;

  /** Greatest change of a loss in the last step. */
  private double greatest;

  /** Nodes whose sent loss changes in this step, and by how much. */
  private final int[] sender;

  private final double[] growth;
  private int senders;

  /** Nodes that this step reaches; stamped, so that each is listed once. */
  private final int[] touched;

  private final int[] stampOf;
  private int stamp;

  /** Nodes whose scratch the cascade has written. */
  private final int[] used;

  private final boolean[] isUsed;
  private int uses;
  private boolean pulled;

  /** Scratch of pulls on one thread; made when first needed. */
  private @Nullable Part own;

  /** Scratch of a thread that sums blocks of nodes, and what they came to. */
  static final class Part {
    private final double[] worst;
    private double greatest;
    private long swept;

    Part(Inflow inflow) {
      worst = inflow.room();
    }
  }

  Wave(Side side, @Nullable Market market) {
    this.side = side;
    int nodes = side.nodes();
    replacement = market == null ? null : new Replacement(market, nodes);
    shock = new double[nodes];
    loss = new double[nodes];
    sent = new double[nodes];
    load = new double[side.slots()];
    changed = new int[nodes];
    sender = new int[nodes];
    growth = new double[nodes];
    touched = new int[nodes];
    stampOf = new int[nodes];
    used = new int[nodes];
    isUsed = new boolean[nodes];
  }

  /** Forgets the last cascade and begins the next with these shocks. */
  void begin(double[] given) {
    clear();
    changes = 0;
    for (int node = 0; node < given.length; node++) {
      if (given[node] > 0) {
        shock[node] = given[node];
        loss[node] = given[node];
        changed[changes++] = node;
        use(node);
      }
    }
  }

  /** Loss of each node; holds until the next step. */
  double[] loss() {
    return loss;
  }

  /** Entry with the greatest lost amount in the slot that limits a node, or {@link #NOBODY}. */
  int heaviest(int node) {
    int slot = limiting(node);
    if (slot == NOBODY) {
      return NOBODY;
    }
    int best = NOBODY;
    double most = 0;
    for (int at = side.slotStart[slot]; at < side.slotStart[slot + 1]; at++) {
      double amount = side.amount[at] * sent[side.source[at]];
      if (amount > most) {
        most = amount;
        best = at;
      }
    }
    return best;
  }

  int source(int entry) {
    return side.source[entry];
  }

  /** Part of a node's limiting slot's loss that an entry of it makes up. */
  double part(int node, int entry) {
    int slot = limiting(node);
    return Math.min(1, side.amount[entry] * sent[side.source[entry]] / load[slot]);
  }

  private int limiting(int node) {
    if (loadsMissing) {
      sumLoads();
    }
    int limiting = NOBODY;
    double worstShare = shock[node];
    for (int slot = side.nodeSlot[node]; slot < side.nodeSlot[node + 1]; slot++) {
      if (load[slot] / side.base[slot] > worstShare) {
        worstShare = load[slot] / side.base[slot];
        limiting = slot;
      }
    }
    return limiting;
  }

  /** Makes a step and returns the greatest change of a loss in it. */
  double step() {
    if (!open()) {
      return greatest;
    }
    return sumAll();
  }

  /**
   * Begins a step. Where it returns true, {@link #sum} is to be called for all {@link #blocks}, in
   * any order and on any threads, and then {@link #close}; else the step is made, and its greatest
   * change is what {@link #close} returns.
   */
  boolean open() {
    boolean swapped = sweeping;
    long entries = swapped ? sendAll() : send();
    changes = 0;
    greatest = 0;
    if (entries == 0 && !swapped) {
      return false;
    }
    light = entries > PULL_SHARE * side.source.length ? 0 : light + 1;
    if (light == 0 || (loadsMissing && light <= LIGHT_PULLS)) {
      return pull();
    }
    if (swapped) {
      // A sweep lists nobody who could push.
      System.arraycopy(sent, 0, loss, 0, loss.length);
    } else if (!loadsMissing) {
      greatest = push();
      return false;
    }
    sumLoads();
    greatest = settleAll();
    return false;
  }

  /** Number of blocks that nodes are summed in. */
  int blocks() {
    return side.inflow().blocks();
  }

  /** Scratch for {@link #sum}. */
  Part part() {
    return new Part(side.inflow());
  }

  /** Sums the slots of the nodes of some blocks, and takes over what they lose. */
  void sum(int firstBlock, int lastBlock, Part part) {
    Inflow inflow = side.inflow();
    for (int block = firstBlock; block < lastBlock; block++) {
      inflow.worst(block, sent, shock, part.worst);
      if (sweeping) {
        sweep(inflow.first(block), inflow.first(block + 1), part);
      } else {
        settle(inflow.first(block), inflow.first(block + 1), part);
      }
    }
  }

  /** Ends a step with what threads found in it; returns the greatest change of a loss. */
  double close(Part... parts) {
    for (Part part : parts) {
      greatest = Math.max(greatest, part.greatest);
      swept += part.swept;
      part.greatest = 0;
      part.swept = 0;
    }
    return greatest;
  }

  /** After a pull without a market all losses are sent as they are; those before are no more. */
  private long sendAll() {
    double[] before = sent;
    sent = loss;
    loss = before;
    sweeping = false;
    return swept;
  }

  /** Finds who sends more than before; returns the number of entries they feed. */
  private long send() {
    senders = 0;
    for (int at = 0; at < changes; at++) {
      if (replacement == null) {
        sendFrom(changed[at], loss[changed[at]]);
      } else {
        replacement.changed(changed[at]);
      }
    }
    if (replacement != null) {
      replacement.send(loss, sent, this::sendFrom);
    }
    long entries = 0;
    for (int at = 0; at < senders; at++) {
      entries += side.reach(sender[at]);
    }
    return entries;
  }

  private void sendFrom(int node, double counts) {
    if (counts != sent[node]) {
      sender[senders] = node;
      growth[senders++] = counts - sent[node];
      sent[node] = counts;
    }
  }

  private double push() {
    int reached = 0;
    stamp++;
    int[] pushSlot = side.pushSlot;
    double[] pushAmount = side.pushAmount;
    int[] slotNode = side.slotNode;
    for (int at = 0; at < senders; at++) {
      int node = sender[at];
      for (int e = side.pushStart[node]; e < side.pushStart[node + 1]; e++) {
        int slot = pushSlot[e];
        load[slot] += pushAmount[e] * growth[at];
        int fed = slotNode[slot];
        if (stampOf[fed] != stamp) {
          stampOf[fed] = stamp;
          touched[reached++] = fed;
        }
      }
    }
    double most = 0;
    for (int at = 0; at < reached; at++) {
      use(touched[at]);
      most = Math.max(most, settle(touched[at]));
    }
    return most;
  }

  /** Makes ready for a pull; with a market, whose changes are listed, makes it. */
  private boolean pull() {
    pulled = true;
    loadsMissing = true;
    sweeping = replacement == null;
    swept = 0;
    if (!sweeping) {
      sumAll();
    }
    return sweeping;
  }

  private double sumAll() {
    Part part = own == null ? part() : own;
    own = part;
    sum(0, blocks(), part);
    return close(part);
  }

  /** Takes over what a pull found where all losses are sent as they are. */
  private void sweep(int first, int end, Part part) {
    // Numbers not below 0 come in the order of their bits, which are compared faster.
    long most = Double.doubleToRawLongBits(part.greatest);
    long reach = 0;
    for (int node = first; node < end; node++) {
      double now = Math.min(1, part.worst[node - first]);
      long change = Double.doubleToRawLongBits(Math.abs(now - sent[node]));
      loss[node] = now;
      most = Math.max(most, change);
      reach += change == 0 ? 0 : side.reach(node);
    }
    part.greatest = Double.longBitsToDouble(most);
    part.swept += reach;
  }

  /** Takes over what a pull found, and lists what changed. */
  private void settle(int first, int end, Part part) {
    for (int node = first; node < end; node++) {
      part.greatest = Math.max(part.greatest, change(node, part.worst[node - first]));
    }
  }

  /** Sums all slots from what was sent last. */
  private void sumLoads() {
    loadsMissing = false;
    for (int slot = 0; slot < load.length; slot++) {
      double sum = 0;
      for (int at = side.slotStart[slot]; at < side.slotStart[slot + 1]; at++) {
        sum += side.amount[at] * sent[side.source[at]];
      }
      load[slot] = sum;
    }
  }

  private double settleAll() {
    double most = 0;
    for (int node = 0; node < loss.length; node++) {
      most = Math.max(most, settle(node));
    }
    return most;
  }

  /** Brings the loss of a node up to date with its slots; returns by how much it changed. */
  private double settle(int node) {
    double most = shock[node];
    for (int slot = side.nodeSlot[node]; slot < side.nodeSlot[node + 1]; slot++) {
      most = Math.max(most, load[slot] / side.base[slot]);
    }
    return change(node, most);
  }

  /** Notes the loss of a node; returns by how much it changed. */
  private double change(int node, double most) {
    double now = Math.min(1, most);
    double change = Math.abs(now - loss[node]);
    if (change > 0) {
      loss[node] = now;
      changed[changes++] = node;
    }
    return change;
  }

  private void use(int node) {
    if (!isUsed[node]) {
      isUsed[node] = true;
      used[uses++] = node;
    }
  }

  private void clear() {
    if (replacement != null) {
      replacement.clear();
    }
    if (pulled) {
      Arrays.fill(load, 0);
      Arrays.fill(loss, 0);
      Arrays.fill(sent, 0);
      Arrays.fill(shock, 0);
      Arrays.fill(isUsed, false);
    } else {
      for (int at = 0; at < uses; at++) {
        int node = used[at];
        loss[node] = 0;
        sent[node] = 0;
        shock[node] = 0;
        isUsed[node] = false;
        Arrays.fill(load, side.nodeSlot[node], side.nodeSlot[node + 1], 0);
      }
    }
    uses = 0;
    pulled = false;
    loadsMissing = false;
    light = 0;
    sweeping = false;
  }
}
