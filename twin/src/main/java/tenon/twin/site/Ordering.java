package tenon.twin.site;

import org.jspecify.annotations.Nullable;

/** Demand and orders travel upstream: step 2 of a day. */
final class Ordering {
  private final Network network;
  private final Block block;
  private final @Nullable Flows flows;
  private final double[] position;
  private final double[] order;

  Ordering(Network network, Block block, @Nullable Flows flows) {
    this.network = network;
    this.block = block;
    this.flows = flows;
    position = new double[block.lanes];
    order = new double[block.lanes];
  }

  /** Takes back the orders whose sources have lost their share; when a regime begins. */
  void withdraw(Regime regime) {
    for (int arc = 0; arc < network.arcs; arc++) {
      if (regime.withdrawn[arc]) {
        double[] owed = block.owed[arc];
        Lanes.subtract(block.onOrder[network.head[arc]], owed);
        if (flows != null) {
          Lanes.subtract(flows.placed[arc], owed);
        }
        java.util.Arrays.fill(owed, 0);
      }
    }
  }

  /** Every node reviews its position and orders, customers before suppliers. */
  void order(Regime regime) {
    for (int place = network.nodes - 1; place >= 0; place--) {
      int node = network.order[place];
      if (!regime.pressure.silent[node]) {
        review(node, regime);
        decide(node);
        plan(node, regime.agenda);
        place(node, regime);
      }
    }
  }

  /** Position: on hand + set aside + on order - all that is asked of the node. */
  private void review(int node, Regime regime) {
    Lanes.sum(position, block.onHand[node], block.onOrder[node]);
    for (int link : network.out[node]) {
      Lanes.subtract(position, block.owed[link]);
    }
    for (int demand : network.demandsAt[node]) {
      Lanes.subtract(position, block.waiting[demand]);
    }
    for (int input : network.uses[node]) {
      Lanes.add(position, block.granted[input]);
      if (regime.need[input] > 0) {
        double[] asked = block.owed[network.inputArc[input]];
        Lanes.subtractScaled(position, asked, regime.need[input] * network.inputPerUnit[input]);
      }
    }
  }

  private void decide(int node) {
    double point = network.reorderPoint[node];
    double level = network.orderUpTo[node];
    switch (network.policy[node]) {
      case BASE_STOCK -> Lanes.upTo(order, position, level);
      case S_S -> Lanes.upToFrom(order, position, point, level);
      case R_Q -> Lanes.lots(order, position, point, level - point);
    }
  }

  /** Orders what is planned; what the policy wants beyond it is left to be placed by share. */
  private void plan(int node, @Nullable Agenda agenda) {
    if (agenda == null || !agenda.orders[node]) {
      return;
    }
    Lanes.above(order, agenda.ordered[node]);
    for (int arc : network.into[node]) {
      Lanes.add(block.owed[arc], agenda.arc[arc]);
      if (flows != null) {
        Lanes.add(flows.placed[arc], agenda.arc[arc]);
      }
    }
    Lanes.add(block.onOrder[node], agenda.ordered[node]);
  }

  private void place(int node, Regime regime) {
    for (int arc : network.into[node]) {
      double share = regime.share[arc];
      if (share > 0) {
        Lanes.addScaled(block.owed[arc], order, share);
        Lanes.addScaled(block.onOrder[node], order, share);
        if (flows != null) {
          Lanes.addScaled(flows.placed[arc], order, share);
        }
      }
    }
    if (flows != null) {
      Lanes.copy(flows.ordered[node], order);
    }
  }
}
