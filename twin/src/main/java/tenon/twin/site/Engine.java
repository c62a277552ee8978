package tenon.twin.site;

import org.jspecify.annotations.Nullable;
import tenon.numeric.RandomStreams;

/** Takes a block of replications through its days. The order of events is in the package's page. */
final class Engine {
  private final Network network;
  private Course regimes;
  private final int warmUp;
  private final Block block;
  private final DemandFeed demands;
  private final LeadTimeDraws leads;
  private final Tally tally;
  private final @Nullable Observer observer;
  private final @Nullable Flows flows;
  private final Ordering ordering;
  private final Crews crews;
  private final Serving serving;
  private @Nullable Regime before;
  private @Nullable Helm helm;

  Engine(
      Network network,
      Course regimes,
      SimulationSpec spec,
      DemandFeed demands,
      LeadTimeDraws leads,
      Tally tally,
      @Nullable Observer observer) {
    this.network = network;
    this.regimes = regimes;
    this.demands = demands;
    this.leads = leads;
    this.tally = tally;
    this.observer = observer;
    warmUp = spec.warmUpDays();
    block = new Block(network, regimes, tally.lanes());
    block.start(network, spec.pipeline() == SimulationSpec.Pipeline.USUAL);
    boolean watched = observer != null || network.accounts.kept;
    flows = watched ? new Flows(network, tally.lanes()) : null;
    ordering = new Ordering(network, block, flows);
    crews = new Crews(network, block);
    serving = new Serving(network, block, leads, tally, flows);
  }

  /**
   * Sets up the lines of the sites in detail.
   *
   * @param replications replication of each column
   */
  Engine withLines(RandomStreams random, int[] replications) {
    for (int place = 0; place < network.lineSites.size(); place++) {
      LineSite site = network.lineSites.get(place);
      block.lines.add(new LineWork(site, place, network, block, flows, random, replications));
    }
    return this;
  }

  /** Lets somebody choose other rules in the middle of the run. */
  Engine steeredBy(Helm other) {
    helm = other;
    return this;
  }

  /** Chooses the rules from a morning on. */
  interface Helm {
    /** Other rules, or null where those so far go on. */
    @Nullable Course turn(int day, int step, Block block);
  }

  /** Runs all days, the first being 0; the warm-up has days below. */
  void run(int days) {
    warmUp();
    for (int day = 0; day < days; day++) {
      day(day);
    }
    tally.finish(block);
  }

  /** Runs the days before day 0. */
  void warmUp() {
    for (int day = -warmUp; day < 0; day++) {
      day(day);
    }
  }

  /** Runs the next day. */
  void day(int day) {
    day(day, day + warmUp);
  }

  private void day(int day, int step) {
    Course others = helm == null || day < 0 ? null : helm.turn(day, step, block);
    regimes = others == null ? regimes : others;
    Regime regime = regimes.on(day);
    if (flows != null) {
      flows.clear();
    }
    if (observer != null) {
      observer.before(day, block);
    }
    if (regime != before) {
      destroy(regime);
      ordering.withdraw(regime);
      before = regime;
    }
    block.off = network.calendar.rests() ? network.calendar.off(day) : null;
    perish(day, step);
    leads.advance(step);
    demand(regime, step);
    ordering.order(regime, day, step);
    crews.assign(regime);
    Treasury treasury = block.treasury;
    if (treasury != null && day >= 0) {
      treasury.hold(block);
    }
    serving.serve(regime, day, step);
    if (day >= 0) {
      tally.hold(network, block);
      tally.closeDay(day);
    }
    if (treasury != null && flows != null && day >= 0) {
      treasury.settle(day, flows, regime);
    }
    if (observer != null && flows != null) {
      observer.after(day, block, flows, regime);
    }
    for (int arc : regime.standing) {
      double[] marked = regime.by(Term.STILL, arc);
      if (marked == null) {
        block.standStill(arc);
      } else {
        block.standStill(arc, marked);
      }
    }
  }

  private void demand(Regime regime, int step) {
    for (int demand = 0; demand < network.demands(); demand++) {
      double[] waiting = block.waiting[demand];
      Lanes.copy(block.carried[demand], waiting);
      double factor = regime.pressure.demandFactor[demand];
      double[] today = demands.on(demand, step);
      double[] factors = regime.by(Term.DEMAND, demand);
      Lanes.addScaled(waiting, today, factor, factors);
      if (flows != null) {
        Lanes.addScaled(flows.demanded[demand], today, factor, factors);
      }
    }
  }

  /** What has been on the shelf for as long as it keeps is thrown away; the oldest goes first. */
  private void perish(int day, int step) {
    for (int nth = 0; nth < network.perishable.length && step > 0; nth++) {
      int node = network.perishable[nth];
      double[] gone = block.expire(node, step);
      if (flows != null) {
        Lanes.add(flows.destroyed[node], gone);
      }
      if (day >= 0) {
        tally.perish(nth, gone);
      }
    }
  }

  private void destroy(Regime regime) {
    for (int node = 0; node < network.nodes; node++) {
      double kept = regime.pressure.stockKept[node];
      double[] keptBy = regime.by(Term.STOCK_KEPT, node);
      if (kept < 1 || keptBy != null) {
        double[] lost = flows == null ? null : flows.destroyed[node];
        Lanes.keep(block.onHand[node], kept, keptBy, lost);
        double @Nullable [][] shelf = block.shelf[node];
        for (int age = 0; shelf != null && age < shelf.length; age++) {
          Lanes.keep(shelf[age], kept, keptBy, null);
        }
      }
    }
    for (int link = 0; link < network.links; link++) {
      double kept = regime.pressure.wayKept[link];
      double[] keptBy = regime.by(Term.WAY_KEPT, link);
      if (kept < 1 || keptBy != null) {
        spill(link, kept, keptBy);
      }
    }
  }

  private void spill(int link, double kept, double @Nullable [] keptBy) {
    double[] lost = flows == null ? new double[block.lanes] : flows.spilt[link];
    for (double[] day : block.onWay[link]) {
      Lanes.keep(day, kept, keptBy, lost);
    }
    Lanes.keep(block.held[link], kept, keptBy, lost);
    Lanes.subtract(block.onOrder[network.head[link]], lost);
  }
}
