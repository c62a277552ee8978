package tenon.twin.site;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tenon.numeric.RandomStreams;
import tenon.twin.node.DayLine;

/**
 * The lines of a site in detail, one for each replication of a block.
 *
 * <p>In the morning, the orders and receipts being in, the line works through the day with the
 * material on hand, to see what it could begin; that is the capacity of the day. In the evening,
 * where its recipes or links got less than that, it works through the day again with what they got.
 * What is begun leaves the stocks at once, and is in the line until it is finished. Stocks that are
 * handed over stay on hand until they are finished, and only then leave.
 */
final class LineWork {
  /** Amounts below this part of another are rounding. */
  private static final double ROUNDING = 1e-9;

  final LineSite site;
  final DayLine[] lines;

  /** Units by entry and replication that could be begun today, or, of stocks, handed over. */
  final double[][] capacity;

  /** Units taken for an arc and not begun: material that waits at the line. */
  private final double[][] fed;

  /** Units in the line, by stock, and finished and not yet handed over. */
  private final double[][] inWork;

  private final double[][] ready;

  private final Network network;
  private final Block block;
  private final @Nullable Flows flows;
  private final int place;
  private final double[] want;
  private final double[] cover;
  private final double[] share;
  private final double[][] lots;
  private final double[][] gates;

  LineWork(
      LineSite site,
      int place,
      Network network,
      Block block,
      @Nullable Flows flows,
      RandomStreams random,
      int[] replications) {
    this.site = site;
    this.place = place;
    this.network = network;
    this.block = block;
    this.flows = flows;
    int lanes = block.lanes;
    lines = new DayLine[lanes];
    for (int r = 0; r < lanes; r++) {
      lines[r] = new DayLine(site.node, site.keys, site.kinds, random, replications[r]);
    }
    int entries = site.keys.length;
    capacity = new double[entries][lanes];
    fed = new double[site.arcs.length][lanes];
    inWork = new double[site.stocks.length][lanes];
    ready = new double[site.stocks.length][lanes];
    want = new double[lanes];
    cover = new double[lanes];
    share = new double[lanes];
    lots = new double[lanes][entries];
    gates = new double[lanes][entries];
    for (int nth = 0; nth < site.arcs.length; nth++) {
      block.lineCap[site.arcs[nth]] = capacity[nth];
      block.inLine[site.arcs[nth]] = new double[lanes];
      block.taken[site.arcs[nth]] = new double[lanes];
    }
    for (int nth = 0; nth < site.stocks.length; nth++) {
      block.passCap[site.stocks[nth]] = ready[nth];
      block.passed[site.stocks[nth]] = new double[lanes];
      block.passCapacity[site.stocks[nth]] = capacity[site.arcs.length + nth];
    }
  }

  /** Sees what the line can do today. */
  void open(Regime regime, int day) {
    double[] shares = regime.by(Term.OPEN, place);
    for (int r = 0; r < share.length; r++) {
      share[r] = shares == null ? regime.open[place] : shares[r];
      share[r] = block.rests(site.at) ? 0 : share[r];
    }
    for (int nth = 0; nth < site.arcs.length; nth++) {
      bookArc(nth, regime);
    }
    for (int nth = 0; nth < site.stocks.length; nth++) {
      bookStock(nth, regime);
    }
    for (int r = 0; r < lines.length; r++) {
      DayLine line = lines[r];
      line.open(day, lots[r]);
      line.run(gates[r], share[r] * site.node.day());
      for (int nth = 0; nth < site.arcs.length; nth++) {
        capacity[nth][r] = Math.max(0, line.begun(nth) * site.lots[nth] - fed[nth][r]);
        block.taken(site.arcs[nth])[r] = 0;
      }
      for (int nth = 0; nth < site.stocks.length; nth++) {
        finishStock(nth, r);
      }
    }
  }

  private void bookArc(int nth, Regime regime) {
    int arc = site.arcs[nth];
    Lanes.cap(want, block.owed[arc], regime.limit[arc], regime.by(Term.LIMIT, arc));
    block.capByHands(arc, want);
    material(nth);
    double lot = site.lots[nth];
    for (int r = 0; r < want.length; r++) {
      lots[r][nth] = (block.owed[arc][r] + fed[nth][r]) / lot;
      gates[r][nth] = (fed[nth][r] + Math.min(want[r], cover[r])) / lot;
    }
  }

  /** Units for which the material of an arc is on hand; endless where more may come today. */
  private void material(int nth) {
    int arc = site.arcs[nth];
    Arrays.fill(cover, Double.POSITIVE_INFINITY);
    if (site.fedToday[nth]) {
      return;
    }
    if (network.isLink(arc)) {
      Lanes.capBy(cover, block.onHand[network.tail[arc]]);
    }
    for (int[] group : network.groups[arc]) {
      if (network.essential[group[0]]) {
        for (int r = 0; r < cover.length; r++) {
          double there = 0;
          for (int input : group) {
            there += block.onHand[network.inputNode[input]][r] / network.inputPerUnit[input];
          }
          cover[r] = Math.min(cover[r], there);
        }
      }
    }
  }

  private void bookStock(int nth, Regime regime) {
    int stock = site.stocks[nth];
    int entry = site.arcs.length + nth;
    Arrays.fill(want, 0);
    for (int link : network.out[stock]) {
      Lanes.cap(cover, block.owed[link], regime.limit[link], regime.by(Term.LIMIT, link));
      block.cap(link, cover);
      Lanes.add(want, cover);
    }
    for (int demand : network.demandsAt[stock]) {
      Lanes.add(want, block.waiting[demand]);
    }
    double[] onHand = block.onHand[stock];
    for (int r = 0; r < want.length; r++) {
      ready[nth][r] = Math.min(ready[nth][r], onHand[r]);
      double more = Math.min(want[r], onHand[r]) - inWork[nth][r] - ready[nth][r];
      lots[r][entry] = Math.max(0, more) / site.lots[entry];
      gates[r][entry] = Double.POSITIVE_INFINITY;
    }
  }

  private void finishStock(int nth, int r) {
    int entry = site.arcs.length + nth;
    DayLine line = lines[r];
    double lot = site.lots[entry];
    double done = line.finished(entry) * lot;
    double bad = line.scrapped(entry) * lot;
    inWork[nth][r] = rest(inWork[nth][r] + line.begun(entry) * lot, done + bad);
    double[] onHand = block.onHand[site.stocks[nth]];
    bad = Math.min(bad, onHand[r]);
    if (bad > 0 && Double.isFinite(onHand[r])) {
      onHand[r] -= bad;
      if (flows != null) {
        flows.destroyed[site.stocks[nth]][r] += bad;
      }
    }
    ready[nth][r] = Math.min(ready[nth][r] + done, onHand[r]);
    capacity[entry][r] = ready[nth][r];
  }

  private static double rest(double before, double gone) {
    double left = before - gone;
    return left > ROUNDING * before ? left : 0;
  }

  /** Works through the day with what recipes and links got, and sends off what is finished. */
  void close(Regime regime, int step, Dispatch dispatch) {
    for (int r = 0; r < lines.length; r++) {
      boolean less = false;
      for (int nth = 0; nth < site.arcs.length; nth++) {
        double got = block.taken(site.arcs[nth])[r];
        less |= got < capacity[nth][r] * (1 - ROUNDING);
        gates[r][nth] = (fed[nth][r] + got) / site.lots[nth];
      }
      if (less) {
        lines[r].run(gates[r], share[r] * site.node.day());
      }
      for (int nth = 0; nth < site.arcs.length; nth++) {
        double there = fed[nth][r] + block.taken(site.arcs[nth])[r];
        fed[nth][r] = rest(there, lines[r].begun(nth) * site.lots[nth]);
      }
    }
    for (int nth = 0; nth < site.arcs.length; nth++) {
      send(nth, regime, step, dispatch);
    }
    for (int nth = 0; nth < site.stocks.length; nth++) {
      double[] handed = block.passed[site.stocks[nth]];
      for (int r = 0; handed != null && r < handed.length; r++) {
        ready[nth][r] = rest(ready[nth][r], handed[r]);
      }
    }
  }

  /** Hands on what of an arc is finished. */
  interface Dispatch {
    void send(int arc, double[] units, Regime regime, int step);
  }

  private void send(int nth, Regime regime, int step, Dispatch dispatch) {
    int arc = site.arcs[nth];
    double[] inLine = block.inLine(arc);
    double[] onOrder = block.onOrder[network.head[arc]];
    for (int r = 0; r < want.length; r++) {
      double there = inLine[r] + block.taken(arc)[r];
      double bad = Math.min(there, lines[r].scrapped(nth) * site.lots[nth]);
      double done = Math.min(there - bad, lines[r].finished(nth) * site.lots[nth]);
      inLine[r] = rest(there, bad + done);
      want[r] = there - bad - inLine[r];
      onOrder[r] -= bad;
      if (flows != null) {
        flows.spilt[arc][r] += bad;
      }
    }
    dispatch.send(arc, want, regime, step);
  }

  /** Units of an arc that are inside the line or wait at it, as the line itself counts them. */
  double inside(int nth, int r) {
    return fed[nth][r] + lines[r].inside(nth) * site.lots[nth];
  }
}
