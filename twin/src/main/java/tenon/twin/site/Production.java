package tenon.twin.site;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Recipes: what they ask of their inputs, and what they start. Units are good units of output; an
 * input takes quantity / yield units for each.
 */
final class Production {
  private final Network network;
  private final Block block;
  private final Tally tally;
  private final @Nullable Flows flows;
  private final double[] start;
  private final double[] cover;
  private final double[] left;

  /**
   * By input row: the group it is in, its place there, and the rank beyond which a node knows what
   * the group has for the day, since all its nodes that may get more after the morning's receipts
   * come before.
   */
  private final int[][] groupOf;

  private final int[] placeIn;
  private final int[] knownBeyond;

  Production(Network network, Block block, Tally tally, @Nullable Flows flows) {
    this.network = network;
    this.block = block;
    this.tally = tally;
    this.flows = flows;
    start = new double[block.lanes];
    cover = new double[block.lanes];
    left = new double[block.lanes];
    boolean[] fedToday = new boolean[network.nodes];
    for (int arc = 0; arc < network.arcs; arc++) {
      fedToday[network.head[arc]] |= network.sameDay(arc) || network.drawn(arc);
    }
    groupOf = new int[network.inputs()][];
    placeIn = new int[network.inputs()];
    knownBeyond = new int[network.inputs()];
    for (int[][] groups : network.groups) {
      for (int[] group : groups) {
        place(group, fedToday);
      }
    }
  }

  private void place(int[] group, boolean[] fedToday) {
    int last = -1;
    for (int input : group) {
      int node = network.inputNode[input];
      last = fedToday[node] ? Math.max(last, network.rank[node]) : last;
    }
    for (int nth = 0; nth < group.length; nth++) {
      groupOf[group[nth]] = group;
      placeIn[group[nth]] = nth;
      knownBeyond[group[nth]] = last;
    }
  }

  /**
   * What a recipe claims of one input: enough for what it has to start, within its capacity and
   * what its other inputs allow as far as that is known, less what the inputs before this one in
   * its group hold so far.
   */
  void claim(int input, Regime regime, double[] claim) {
    int arc = network.inputArc[input];
    int here = network.rank[network.inputNode[input]];
    if (block.rests(network.site[network.head[arc]])) {
      Arrays.fill(claim, 0);
      return;
    }
    Lanes.cap(start, block.owed[arc], regime.limit[arc], regime.by(Term.LIMIT, arc));
    block.cap(arc, start);
    int[] own = groupOf[input];
    for (int[] group : network.groups[arc]) {
      boolean known = knownBeyond[group[0]] < here;
      if (known && group[0] != own[0] && network.essential[group[0]]) {
        cover(group, group.length, here);
        Lanes.capBy(start, cover);
      }
    }
    cover(own, placeIn[input], here);
    Lanes.subtract(start, cover);
    for (int r = 0; r < claim.length; r++) {
      claim[r] = Math.max(0, start[r]) * network.inputPerUnit[input];
    }
  }

  /** Units of output that the first members of a group cover: granted already, or still on hand. */
  private void cover(int[] group, int members, int here) {
    Arrays.fill(cover, 0);
    for (int i = 0; i < members; i++) {
      int input = group[i];
      int node = network.inputNode[input];
      boolean settled = network.rank[node] < here;
      double[] units = settled ? block.granted[input] : block.onHand[node];
      Lanes.addScaled(cover, units, 1 / network.inputPerUnit[input]);
    }
  }

  /** Starts what a recipe can, from what its inputs set aside; what it does not need goes back. */
  void start(int arc, Regime regime, int day, int step) {
    Lanes.cap(start, block.owed[arc], regime.limit[arc], regime.by(Term.LIMIT, arc));
    block.cap(arc, start);
    if (block.rests(network.site[network.head[arc]])) {
      Arrays.fill(start, 0);
    }
    for (int[] group : network.groups[arc]) {
      if (network.essential[group[0]]) {
        granted(group);
        Lanes.capBy(start, cover);
      }
    }
    for (int[] group : network.groups[arc]) {
      consume(group);
    }
    Lanes.subtract(block.owed[arc], start);
    if (flows != null) {
      Lanes.copy(flows.sent[arc], start);
    }
    double[] taken = block.taken[arc];
    if (taken != null) {
      Lanes.copy(taken, start);
      return;
    }
    send(arc, start, regime, day, step);
  }

  /** Lets what is made come after the cycle time. */
  void send(int arc, double[] units, Regime regime, int day, int step) {
    double cost = network.productionCost[arc];
    if (cost > 0 && day >= 0) {
      tally.make(units, cost);
    }
    double good = regime.pressure.good[arc];
    double[] goodBy = regime.by(Term.GOOD, arc);
    if (good < 1 || goodBy != null) {
      spoil(arc, units, good, goodBy);
    }
    Lanes.add(block.arriving(arc, step + network.lead[arc]), units);
  }

  /** Of what is started a share is bad: it takes its inputs and does not come. */
  private void spoil(int arc, double[] units, double good, double @Nullable [] goodBy) {
    double[] onOrder = block.onOrder[network.head[arc]];
    for (int r = 0; r < units.length; r++) {
      double bad = units[r] * (1 - (goodBy == null ? good : goodBy[r]));
      units[r] -= bad;
      onOrder[r] -= bad;
      if (flows != null) {
        flows.spilt[arc][r] += bad;
      }
    }
  }

  private void granted(int[] group) {
    Arrays.fill(cover, 0);
    for (int input : group) {
      Lanes.addScaled(cover, block.granted[input], 1 / network.inputPerUnit[input]);
    }
  }

  private void consume(int[] group) {
    Lanes.copy(left, start);
    for (int input : group) {
      double perUnit = network.inputPerUnit[input];
      double[] granted = block.granted[input];
      double[] stock = block.onHand[network.inputNode[input]];
      double[] used = cover;
      for (int r = 0; r < left.length; r++) {
        used[r] = Math.min(granted[r], perUnit * left[r]);
        left[r] = Math.max(0, left[r] - used[r] / perUnit);
        stock[r] += granted[r] - used[r];
        granted[r] = 0;
      }
      if (flows != null) {
        Lanes.copy(flows.consumed[input], used);
      }
    }
  }
}
