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
  private final @Nullable Flows flows;
  private final double[] start;
  private final double[] cover;
  private final double[] left;

  /** Whether a node may still get more today after the morning's receipts. */
  private final boolean[] fedToday;

  Production(Network network, Block block, @Nullable Flows flows) {
    this.network = network;
    this.block = block;
    this.flows = flows;
    start = new double[block.lanes];
    cover = new double[block.lanes];
    left = new double[block.lanes];
    fedToday = new boolean[network.nodes];
    for (int arc = 0; arc < network.arcs; arc++) {
      fedToday[network.head[arc]] |= network.sameDay(arc) || network.drawn(arc);
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
    Lanes.cap(start, block.owed[arc], regime.limit[arc], regime.by(Term.LIMIT, arc));
    block.cap(arc, start);
    int[] own = {};
    for (int[] group : network.groups[arc]) {
      if (contains(group, input)) {
        own = group;
      } else if (network.essential[group[0]] && known(group, here)) {
        cover(group, group.length, here);
        Lanes.capBy(start, cover);
      }
    }
    cover(own, position(own, input), here);
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

  private boolean known(int[] group, int here) {
    for (int input : group) {
      if (!isKnown(input, here)) {
        return false;
      }
    }
    return true;
  }

  private boolean isKnown(int input, int here) {
    int node = network.inputNode[input];
    return network.rank[node] < here || !fedToday[node];
  }

  private static boolean contains(int[] group, int input) {
    return position(group, input) < group.length;
  }

  private static int position(int[] group, int input) {
    int nth = 0;
    while (nth < group.length && group[nth] != input) {
      nth++;
    }
    return nth;
  }

  /** Starts what a recipe can, from what its inputs set aside; what it does not need goes back. */
  void start(int arc, Regime regime, int step) {
    Lanes.cap(start, block.owed[arc], regime.limit[arc], regime.by(Term.LIMIT, arc));
    block.cap(arc, start);
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
    double good = regime.pressure.good[arc];
    double[] goodBy = regime.by(Term.GOOD, arc);
    if (good < 1 || goodBy != null) {
      spoil(arc, good, goodBy);
    }
    Lanes.add(block.arriving(arc, step + network.lead[arc]), start);
  }

  /** Of what is started a share is bad: it takes its inputs and does not come. */
  private void spoil(int arc, double good, double @Nullable [] goodBy) {
    double[] onOrder = block.onOrder[network.head[arc]];
    for (int r = 0; r < start.length; r++) {
      double bad = start[r] * (1 - (goodBy == null ? good : goodBy[r]));
      start[r] -= bad;
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
