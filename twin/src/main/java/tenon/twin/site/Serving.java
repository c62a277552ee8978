package tenon.twin.site;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Receipts, production, allocation and shipment: steps 3 to 6 of a day, suppliers first. */
final class Serving {
  private final Network network;
  private final Block block;
  private final LeadTimeDraws leads;
  private final Tally tally;
  private final @Nullable Flows flows;
  private final Production production;
  private final double[] claims;
  private final double[] ratio;
  private final double[][] claimOf;

  Serving(Network network, Block block, LeadTimeDraws leads, Tally tally, @Nullable Flows flows) {
    this.network = network;
    this.block = block;
    this.leads = leads;
    this.tally = tally;
    this.flows = flows;
    production = new Production(network, block, flows);
    claims = new double[block.lanes];
    ratio = new double[block.lanes];
    int most = 0;
    for (int node = 0; node < network.nodes; node++) {
      most = Math.max(most, network.out[node].length + network.uses[node].length);
    }
    claimOf = new double[most][block.lanes];
  }

  void serve(Regime regime, int day, int step) {
    for (int arc = 0; arc < network.arcs; arc++) {
      receive(arc, step);
    }
    for (int node : network.order) {
      feed(node, regime, step);
      allocate(node, regime, day, step);
    }
  }

  /** What is started or shipped with no lead time comes within the day. */
  private void feed(int node, Regime regime, int step) {
    for (int arc : network.into[node]) {
      if (!network.isLink(arc)) {
        production.start(arc, regime, step);
      }
      if (network.sameDay(arc) || network.drawn(arc)) {
        receive(arc, step);
      }
    }
  }

  private void receive(int arc, int step) {
    double[] arriving = block.arriving(arc, step);
    int node = network.head[arc];
    Lanes.add(block.onHand[node], arriving);
    Lanes.subtract(block.onOrder[node], arriving);
    if (flows != null) {
      Lanes.add(flows.received[arc], arriving);
    }
    Arrays.fill(arriving, 0);
  }

  private void allocate(int node, Regime regime, int day, int step) {
    claim(node, regime);
    double[] stock = block.onHand[node];
    double limit = regime.passLimit[node];
    Lanes.ratio(ratio, stock, claims, limit);
    if (flows != null) {
      Lanes.copy(flows.claimed[node], claims);
      Lanes.multiply(flows.taken[node], claims, ratio);
    }
    Lanes.take(stock, claims, limit);
    int nth = 0;
    for (int link : network.out[node]) {
      ship(link, claimOf[nth++], regime, step);
    }
    for (int demand : network.demandsAt[node]) {
      tally.serve(demand, day, block, ratio, flows);
    }
    for (int input : network.uses[node]) {
      double[] granted = claimOf[nth++];
      Lanes.multiply(granted, granted, ratio);
      Lanes.add(block.granted[input], granted);
    }
  }

  private void claim(int node, Regime regime) {
    Arrays.fill(claims, 0);
    int nth = 0;
    for (int link : network.out[node]) {
      Lanes.cap(claimOf[nth], block.owed[link], regime.limit[link]);
      Lanes.add(claims, claimOf[nth++]);
    }
    for (int demand : network.demandsAt[node]) {
      Lanes.add(claims, block.waiting[demand]);
    }
    for (int input : network.uses[node]) {
      production.claim(input, regime, claimOf[nth]);
      Lanes.add(claims, claimOf[nth++]);
    }
  }

  private void ship(int link, double[] claim, Regime regime, int step) {
    Lanes.multiply(claim, claim, ratio);
    Lanes.subtract(block.owed[link], claim);
    int longer = regime.pressure.longer[link];
    if (network.drawn(link)) {
      scatter(link, claim, longer, step);
    } else {
      Lanes.add(block.arriving(link, step + network.lead[link] + longer), claim);
    }
    if (flows != null) {
      Lanes.copy(flows.sent[link], claim);
    }
  }

  private void scatter(int link, double[] shipped, int longer, int step) {
    int[] days = leads.on(link, step);
    double[][] ring = block.onWay[link];
    for (int r = 0; r < shipped.length; r++) {
      ring[(step + longer + days[r]) % ring.length][r] += shipped[r];
    }
  }
}
