package tenon.twin.site;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How sites react to the disruptions of a day: which sources are out, which standby sources are
 * called and open, and who gets the orders.
 *
 * <ul>
 *   <li>A source is out while it is closed, or keeps at most {@link Assumptions#outBelow} of its
 *       usual capacity; a link also while its supplier's own recipes, or its handing over, do.
 *   <li>While an active source of a node is out, the node's standby sources are called; a node with
 *       standby sources alone is called while a standby link out of it is. A standby source opens
 *       when it has been called for its activation days without a break, and closes when the call
 *       ends.
 *   <li>The share of sources that are out goes to the open standby sources (in proportion to their
 *       stated shares where all state one, else in equal parts); while none is open, to the healthy
 *       active ones in proportion to theirs; where there is none either, it stays and waits.
 *   <li>Where buyers go by the cheapest, {@link CheapSources} then moves shares among links, and
 *       calls standby links that have become cheaper.
 *   <li>Orders owed by a source whose share has moved, or by a standby source that closes, are
 *       taken back, and so placed anew.
 * </ul>
 */
final class Reaction {
  private static final int NOT_CALLED = -1;

  private final Network network;
  private final double outBelow;
  private final int[] calledSince;
  private boolean[] open;
  private @Nullable Pressure last;
  private boolean pending;
  private final boolean anyStandby;
  private final @Nullable CheapSources cheap;

  /**
   * Nobody has been called yet.
   *
   * @param cheapest whether shares also move to sources that have become cheaper than others
   */
  Reaction(Network network, double outBelow, boolean cheapest) {
    this.network = network;
    cheap = cheapest ? new CheapSources(network) : null;
    this.outBelow = outBelow;
    calledSince = new int[network.nodes];
    Arrays.fill(calledSince, NOT_CALLED);
    open = new boolean[network.arcs];
    boolean any = false;
    for (boolean standby : network.standby) {
      any |= standby;
    }
    anyStandby = any;
  }

  /** Moves to a day; whether another set of standby sources is open than before. */
  boolean advance(int day, Pressure pressure) {
    if (pressure == last && !pending) {
      return false; // nothing presses anew, and nobody who was called is still to open
    }
    last = pressure;
    boolean[] out = out(pressure);
    for (int place = network.order.length - 1; place >= 0; place--) {
      int node = network.order[place];
      if (!called(node, out, pressure)) {
        calledSince[node] = NOT_CALLED;
      } else if (calledSince[node] == NOT_CALLED) {
        calledSince[node] = day;
      }
    }
    boolean[] now = new boolean[network.arcs];
    for (int arc = 0; arc < now.length; arc++) {
      int since = calledSince[network.head[arc]];
      now[arc] =
          network.standby[arc]
              && !out[arc]
              && since != NOT_CALLED
              && day >= since + network.activationDays[arc];
    }
    boolean changed = !Arrays.equals(open, now);
    pending = anyStandby && Arrays.stream(calledSince).anyMatch(since -> since != NOT_CALLED);
    open = now;
    return changed;
  }

  private boolean called(int node, boolean[] out, Pressure pressure) {
    if (cheap != null && cheap.calls(node, out, pressure)) {
      return true;
    }
    boolean active = false;
    for (int arc : network.into[node]) {
      active |= network.share[arc] > 0;
      if (network.share[arc] > 0 && out[arc]) {
        return true;
      }
    }
    if (active) {
      return false;
    }
    for (int link : network.out[node]) {
      if (network.standby[link] && calledSince[network.head[link]] != NOT_CALLED) {
        return true;
      }
    }
    return false;
  }

  private boolean[] out(Pressure pressure) {
    boolean[] out = new boolean[network.arcs];
    for (int arc = 0; arc < out.length; arc++) {
      double left = pressure.closed[arc] ? 0 : pressure.working(arc);
      if (network.isLink(arc)) {
        left *= supplierLeft(network.tail[arc], pressure);
      }
      out[arc] = left <= outBelow;
    }
    return out;
  }

  /** Share of its usual capacity that a supplier's own recipes and handing over keep. */
  private double supplierLeft(int node, Pressure pressure) {
    double bought = 0;
    double made = 0;
    double best = 0;
    for (int arc : network.into[node]) {
      if (network.isLink(arc)) {
        bought += network.share[arc];
      } else {
        made += network.share[arc] * pressure.working(arc);
        best = Math.max(best, pressure.working(arc));
      }
    }
    boolean standbyAlone = bought == 0 && made == 0 && best > 0 && !anyActive(node);
    return (standbyAlone ? best : bought + made) * pressure.passing[node];
  }

  private boolean anyActive(int node) {
    for (int arc : network.into[node]) {
      if (network.share[arc] > 0) {
        return true;
      }
    }
    return false;
  }

  /** The rules of the day to which this has moved. */
  Regime regime(Pressure pressure) {
    double[] share = new double[network.arcs];
    boolean[] withdrawn = new boolean[network.arcs];
    boolean[] out = out(pressure);
    for (int node = 0; node < network.nodes; node++) {
      split(network.into[node], out, share, withdrawn);
    }
    double[] limit = limits(pressure);
    if (cheap != null) {
      cheap.move(share, limit, out, open, pressure);
    }
    return new Regime(
        pressure, share, limit, passLimits(pressure), withdrawn, preferred(share, limit), null);
  }

  /** The rules of a day on which nobody reacts. */
  Regime unmoved(Pressure pressure) {
    double[] need = new double[network.inputs()];
    for (int[][] groups : network.groups) {
      for (int[] group : groups) {
        need[group[0]] = 1;
      }
    }
    return new Regime(
        pressure,
        network.share,
        limits(pressure),
        passLimits(pressure),
        new boolean[network.arcs],
        need,
        null);
  }

  /**
   * The rules of a day of a plan, for the nodes that order by it; the others react on their own.
   *
   * @param fresh whether the nodes place anew what they are owed
   */
  Regime planned(Pressure pressure, Agenda agenda, int day, boolean fresh) {
    Regime own = regime(pressure);
    for (int node = 0; node < network.nodes; node++) {
      if (!agenda.orders[node]) {
        continue;
      }
      agenda.share(node, own.share);
      for (int arc : network.into[node]) {
        boolean shut = network.standby[arc] && !agenda.open(arc, day);
        own.limit[arc] = shut ? 0 : own.limit[arc];
        own.withdrawn[arc] = fresh;
      }
    }
    agenda.need(own.need);
    return new Regime(
        pressure, own.share, own.limit, own.passLimit, own.withdrawn, own.need, agenda);
  }

  private void split(int[] arcs, boolean[] out, double[] share, boolean[] withdrawn) {
    double lost = 0;
    double healthy = 0;
    int standing = 0;
    double stated = 0;
    for (int arc : arcs) {
      share[arc] = network.share[arc];
      lost += out[arc] ? network.share[arc] : 0;
      healthy += out[arc] ? 0 : network.share[arc];
      standing += open[arc] ? 1 : 0;
      stated += open[arc] ? network.statedShare[arc] : 0;
      withdrawn[arc] = network.standby[arc] && !open[arc];
    }
    boolean called = lost > 0 || healthy == 0;
    if (!called || (standing == 0 && healthy == 0)) {
      return;
    }
    double moved = healthy == 0 ? 1 : lost;
    for (int arc : arcs) {
      if (open[arc]) {
        share[arc] = moved * (stated > 0 ? network.statedShare[arc] / stated : 1.0 / standing);
      } else if (out[arc]) {
        share[arc] = 0;
        withdrawn[arc] = true;
      } else if (standing == 0) {
        share[arc] /= healthy;
      }
    }
  }

  double[] limits(Pressure pressure) {
    double[] limit = new double[network.arcs];
    double[] open = pressure.open();
    for (int arc = 0; arc < limit.length; arc++) {
      double kept = pressure.kept[arc];
      if (pressure.closed[arc] || kept == 0) {
        limit[arc] = 0;
      } else if (kept == 1
          || Double.isFinite(network.capacity[arc])
          || (network.lineOf[arc] >= 0 && kept == open[network.lineOf[arc]])) {
        limit[arc] = network.capacity[arc] * kept;
      } else {
        // Of an unlimited capacity the loss counts from the usual flow.
        double usual = network.usualFlow(arc);
        limit[arc] = kept * (usual > 0 ? usual : network.use[network.head[arc]]);
      }
    }
    return limit;
  }

  double[] passLimits(Pressure pressure) {
    double[] limit = new double[network.nodes];
    double[] open = pressure.open();
    for (int node = 0; node < limit.length; node++) {
      double share = pressure.passing[node];
      boolean byLine =
          share > 0 && network.lineAt[node] >= 0 && share == open[network.lineAt[node]];
      limit[node] = share == 1 || byLine ? Double.POSITIVE_INFINITY : share * network.use[node];
    }
    return limit;
  }

  /** Of inputs that replace each other the first with an open source, else the first. */
  private double[] preferred(double[] share, double[] limit) {
    double[] preferred = new double[network.inputs()];
    for (int[][] groups : network.groups) {
      for (int[] group : groups) {
        int chosen = group[0];
        for (int nth = group.length - 1; nth >= 0; nth--) {
          if (fed(network.inputNode[group[nth]], share, limit)) {
            chosen = group[nth];
          }
        }
        preferred[chosen] = 1;
      }
    }
    return preferred;
  }

  private boolean fed(int node, double[] share, double[] limit) {
    for (int arc : network.into[node]) {
      if (share[arc] > 0 && limit[arc] > 0) {
        return true;
      }
    }
    return false;
  }
}
