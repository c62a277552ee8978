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
  private final double[] first;
  private final double[] rest;
  private final double[] given;
  private final double[][] firstOf;
  private final boolean[] anyHeld;

  Serving(Network network, Block block, LeadTimeDraws leads, Tally tally, @Nullable Flows flows) {
    this.network = network;
    this.block = block;
    this.leads = leads;
    this.tally = tally;
    this.flows = flows;
    production = new Production(network, block, tally, flows);
    claims = new double[block.lanes];
    ratio = new double[block.lanes];
    first = new double[block.lanes];
    rest = new double[block.lanes];
    given = new double[block.lanes];
    int most = 0;
    int mostOfAll = 0;
    for (int node = 0; node < network.nodes; node++) {
      int goods = network.out[node].length + network.uses[node].length;
      most = Math.max(most, goods);
      mostOfAll = Math.max(mostOfAll, goods + network.demandsAt[node].length);
    }
    anyHeld = new boolean[network.arcs];
    claimOf = new double[most][block.lanes];
    firstOf = new double[block.demandCredit.length > 0 ? mostOfAll : 0][block.lanes];
  }

  void serve(Regime regime, int day, int step) {
    for (int arc = 0; arc < network.arcs; arc++) {
      receive(arc, regime, step);
    }
    for (LineWork line : block.lines) {
      line.open(regime, day);
    }
    for (int node : network.order) {
      feed(node, regime, day, step);
      allocate(node, regime, day, step);
    }
    for (LineWork line : block.lines) {
      line.close(regime, step, (arc, units, rules, now) -> send(arc, units, rules, day, now));
    }
  }

  /** Lets what a line has finished go its way. */
  private void send(int arc, double[] units, Regime regime, int day, int step) {
    if (network.isLink(arc)) {
      leave(arc, units, regime, step);
    } else {
      production.send(arc, units, regime, day, step);
    }
  }

  /** What is started or shipped with no lead time comes within the day. */
  private void feed(int node, Regime regime, int day, int step) {
    for (int arc : network.into[node]) {
      if (!network.isLink(arc)) {
        production.start(arc, regime, day, step);
      }
      if (network.sameDay(arc) || network.drawn(arc)) {
        receive(arc, regime, step);
      }
    }
  }

  private void receive(int arc, Regime regime, int step) {
    double[] arriving = block.arriving(arc, step);
    int node = network.head[arc];
    if (network.isLink(arc) && block.rests(network.site[node])) {
      Lanes.add(block.held[arc], arriving);
      Arrays.fill(arriving, 0);
      anyHeld[arc] = true;
      return;
    }
    double[] unreceived = regime.by(Term.UNRECEIVED, arc);
    if (unreceived != null) {
      hold(arc, arriving, unreceived);
    } else if (regime.pressure.unreceived[arc]) {
      Lanes.add(block.held[arc], arriving);
      Arrays.fill(arriving, 0);
      anyHeld[arc] = true;
      return;
    }
    if (anyHeld[arc] && unreceived == null) {
      Lanes.add(arriving, block.held[arc]);
      Arrays.fill(block.held[arc], 0);
      anyHeld[arc] = false;
    }
    Lanes.add(block.onHand[node], arriving);
    Lanes.subtract(block.onOrder[node], arriving);
    block.shelve(node, arriving, step);
    if (flows != null) {
      Lanes.add(flows.received[arc], arriving);
    }
    Arrays.fill(arriving, 0);
  }

  /** Holds what comes where receipts pause; lets in what was held where they do not. */
  private void hold(int arc, double[] arriving, double[] unreceived) {
    double[] held = block.held[arc];
    for (int r = 0; r < arriving.length; r++) {
      boolean pauses = unreceived[r] != 0;
      double both = held[r] + arriving[r];
      held[r] = pauses ? both : 0;
      arriving[r] = pauses ? 0 : both;
    }
    anyHeld[arc] = true;
  }

  private void allocate(int node, Regime regime, int day, int step) {
    claim(node, regime);
    double[] stock = block.onHand[node];
    double limit = regime.passLimit[node];
    double[] limits = limits(node, limit, regime.by(Term.PASS_LIMIT, node), stock);
    Lanes.ratio(ratio, stock, claims, limit, limits);
    if (flows != null) {
      Lanes.copy(flows.claimed[node], claims);
      Lanes.multiply(flows.taken[node], claims, ratio);
    }
    if (regime.agenda != null && regime.agenda.hands[node]) {
      claimFirst(node, regime.agenda);
      Lanes.ratio(ratio, stock, first, limit, limits);
      Lanes.restRatio(rest, stock, claims, first, limit, limits);
      Lanes.take(stock, claims, limit, limits);
      handOut(node, regime, day, step);
      return;
    }
    int @Nullable [][] turns = network.turns.at(node);
    if (turns != null) {
      Lanes.cap(rest, stock, limit, limits);
      Lanes.take(stock, claims, limit, limits);
      for (int[] turn : turns) {
        serveTurn(node, turn, regime, day, step);
      }
      return;
    }
    Lanes.take(stock, claims, limit, limits);
    int nth = 0;
    for (int link : network.out[node]) {
      double[] claim = claimOf[nth++];
      Lanes.multiply(claim, claim, ratio);
      ship(link, claim, regime, day, step);
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

  /** Serves the claims that have their turn from what those before have left. */
  private void serveTurn(int node, int[] turn, Regime regime, int day, int step) {
    int links = network.out[node].length;
    int demands = network.demandsAt[node].length;
    Arrays.fill(first, 0);
    for (int claim : turn) {
      boolean demand = claim >= links && claim < links + demands;
      Lanes.add(
          first,
          demand
              ? block.waiting[network.demandsAt[node][claim - links]]
              : claimOf[claim < links ? claim : claim - demands]);
    }
    Lanes.ratio(ratio, rest, first, Double.POSITIVE_INFINITY);
    Lanes.take(rest, first, Double.POSITIVE_INFINITY);
    for (int claim : turn) {
      if (claim >= links && claim < links + demands) {
        tally.serve(network.demandsAt[node][claim - links], day, block, ratio, flows);
      } else if (claim < links) {
        Lanes.multiply(claimOf[claim], claimOf[claim], ratio);
        ship(network.out[node][claim], claimOf[claim], regime, day, step);
      } else {
        double[] granted = claimOf[claim - demands];
        Lanes.multiply(granted, granted, ratio);
        Lanes.add(block.granted[network.uses[node][claim - links - demands]], granted);
      }
    }
  }

  /** Where a line hands over, no more than is ready leaves; counts what does. */
  private double @Nullable [] limits(
      int node, double limit, double @Nullable [] limits, double[] stock) {
    double[] ready = block.passCap[node];
    double[] passed = block.passed[node];
    if (ready == null || passed == null) {
      return limits;
    }
    double[] both = new double[ready.length];
    for (int r = 0; r < both.length; r++) {
      both[r] = Math.min(ready[r], limits == null ? limit : limits[r]);
      passed[r] = Math.min(claims[r], Math.min(stock[r], both[r]));
    }
    return both;
  }

  /** The parts of the claims that the plan has asked for so far, and not got. */
  private void claimFirst(int node, Agenda agenda) {
    Arrays.fill(first, 0);
    int nth = 0;
    int nthClaim = 0;
    for (int link : network.out[node]) {
      claimFirst(nth++, block.linkCredit[link], agenda.arc[link], claimOf[nthClaim++]);
    }
    for (int demand : network.demandsAt[node]) {
      claimFirst(nth++, block.demandCredit[demand], agenda.served[demand], block.waiting[demand]);
    }
    for (int input : network.uses[node]) {
      claimFirst(nth++, block.inputCredit[input], agenda.input[input], claimOf[nthClaim++]);
    }
  }

  private void claimFirst(int nth, double[] credit, double today, double[] claim) {
    Lanes.add(credit, today);
    Lanes.clip(firstOf[nth], credit, claim);
    Lanes.add(first, firstOf[nth]);
  }

  /** Hands out by plan: planned parts first, what is left in proportion. */
  private void handOut(int node, Regime regime, int day, int step) {
    int nth = 0;
    int nthClaim = 0;
    for (int link : network.out[node]) {
      grant(claimOf[nthClaim++], firstOf[nth++], block.linkCredit[link]);
      ship(link, given, regime, day, step);
    }
    for (int demand : network.demandsAt[node]) {
      grant(block.waiting[demand], firstOf[nth++], block.demandCredit[demand]);
      Lanes.share(given, given, block.waiting[demand]);
      tally.serve(demand, day, block, given, flows);
    }
    for (int input : network.uses[node]) {
      grant(claimOf[nthClaim++], firstOf[nth++], block.inputCredit[input]);
      Lanes.add(block.granted[input], given);
    }
  }

  private void grant(double[] claim, double[] firstPart, double[] credit) {
    Lanes.grant(given, claim, firstPart, ratio, rest);
    Lanes.subtract(credit, given);
  }

  private void claim(int node, Regime regime) {
    Arrays.fill(claims, 0);
    int nth = 0;
    boolean rests = block.rests(network.site[node]);
    for (int link : network.out[node]) {
      Lanes.cap(claimOf[nth], block.owed[link], regime.limit[link], regime.by(Term.LIMIT, link));
      block.cap(link, claimOf[nth]);
      if (rests) {
        Arrays.fill(claimOf[nth], 0);
      }
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

  private void ship(int link, double[] shipped, Regime regime, int day, int step) {
    if (day >= 0) {
      tally.buy(link, shipped, regime);
    }
    Lanes.subtract(block.owed[link], shipped);
    if (flows != null) {
      Lanes.copy(flows.sent[link], shipped);
    }
    double[] taken = block.taken[link];
    if (taken != null) {
      Lanes.copy(taken, shipped);
      return;
    }
    leave(link, shipped, regime, step);
  }

  /** Goods set out over a link. */
  private void leave(int link, double[] shipped, Regime regime, int step) {
    double good = regime.pressure.good[link];
    double[] goodBy = regime.by(Term.GOOD, link);
    if (good < 1 || goodBy != null) {
      spoil(link, shipped, good, goodBy);
    }
    int longer = regime.pressure.longer[link];
    double[] longerBy = regime.by(Term.LONGER, link);
    if (network.drawn(link) || longerBy != null) {
      scatter(link, shipped, longer, longerBy, step);
    } else {
      Lanes.add(block.arriving(link, step + network.lead[link] + longer), shipped);
    }
  }

  /** What turns out bad will not come; the next order makes up for it. */
  private void spoil(int link, double[] shipped, double good, double @Nullable [] goodBy) {
    double[] onOrder = block.onOrder[network.head[link]];
    for (int r = 0; r < shipped.length; r++) {
      double bad = shipped[r] * (1 - (goodBy == null ? good : goodBy[r]));
      onOrder[r] -= bad;
      shipped[r] -= bad;
      if (flows != null) {
        flows.spilt[link][r] += bad;
      }
    }
  }

  private void scatter(
      int link, double[] shipped, int longer, double @Nullable [] longerBy, int step) {
    int[] days = network.drawn(link) ? leads.on(link, step) : null;
    double[][] ring = block.onWay[link];
    for (int r = 0; r < shipped.length; r++) {
      int lead = days == null ? network.lead[link] : days[r];
      int delay = longerBy == null ? longer : (int) longerBy[r];
      ring[(step + delay + lead) % ring.length][r] += shipped[r];
    }
  }
}
