package tenon.twin.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Buyers that go by the landed cost (price x (1 + tariff) + freight) of the day. A link is
 * <i>outpriced</i> by another into the same node when today it costs more than the other, and more
 * by a greater margin than usual: where nothing has become dearer nobody moves. The dearest
 * outpriced link gives up its share first, to the cheapest of those that outprice it, then the
 * next, as far as each takes it:
 *
 * <ul>
 *   <li>a link takes what its capacity of the day leaves beside its own share of the usual use;
 *   <li>a supplier that only makes what it ships takes what its recipes can make of the day beyond
 *       its usual use, for all its buyers together, in the order of the nodes;
 *   <li>a link whose lead time of the day is longer than the longest of the node's usual links
 *       takes none: stocks are levelled for no longer one.
 * </ul>
 *
 * <p>Links without a known price neither give nor take, nor do recipes.
 */
final class CheapSources {
  /** Costs that differ by less than this share of themselves are equal. */
  private static final double NEGLIGIBLE = 1e-9;

  private final Network network;
  private final Landed landed;

  CheapSources(Network network) {
    this.network = network;
    landed = new Landed(network.chain);
  }

  /** Whether a link has become too dear beside another into the same node. */
  boolean outpriced(int link, int other, Pressure pressure) {
    if (link == other || !landed.known(link) || !landed.known(other)) {
      return false;
    }
    double now = today(link, pressure) - today(other, pressure);
    double usual = landed.cost(link, 1, 0) - landed.cost(other, 1, 0);
    return now > Math.max(0, usual) + NEGLIGIBLE * Math.abs(today(link, pressure));
  }

  private double today(int link, Pressure pressure) {
    return landed.cost(link, pressure.price[link], pressure.tariff[link]);
  }

  /** Whether a link brings goods no later than the node's usual links may. */
  boolean inTime(int link, Pressure pressure) {
    int longest = 0;
    for (int arc : network.into[network.head[link]]) {
      if (network.share[arc] > 0) {
        longest = Math.max(longest, network.lead[arc]);
      }
    }
    return network.lead[link] + pressure.longer[link] <= longest;
  }

  /** Whether a usual link that is not out is outpriced by a standby link that is not. */
  boolean calls(int node, boolean[] out, Pressure pressure) {
    for (int other : network.into[node]) {
      boolean may = network.isLink(other) && network.standby[other] && !out[other];
      if (may && inTime(other, pressure)) {
        for (int link : network.into[node]) {
          boolean usual = network.isLink(link) && network.share[link] > 0 && !out[link];
          if (usual && outpriced(link, other, pressure)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Moves shares to cheaper links.
   *
   * @param share shares of the day, which are changed
   * @param limit capacities of the day
   * @param open standby sources that are open
   */
  void move(double[] share, double[] limit, boolean[] out, boolean[] open, Pressure pressure) {
    double[] room = room(limit);
    for (int node : network.order) {
      if (network.into[node].length > 1 && network.use[node] > 0) {
        move(node, share, limit, room, out, open, pressure);
      }
    }
  }

  /** Units a day that each node can make beyond its usual use; infinite where it buys too. */
  private double[] room(double[] limit) {
    double[] room = new double[network.nodes];
    for (int node = 0; node < room.length; node++) {
      double makes = 0;
      for (int arc : network.into[node]) {
        boolean recipe =
            !network.isLink(arc) && arc < network.links + network.chain.recipes().count();
        double most = network.share[arc] > 0 ? limit[arc] : 0;
        makes += recipe ? most : Double.POSITIVE_INFINITY;
      }
      room[node] = Math.max(0, makes - network.use[node]);
    }
    return room;
  }

  private void move(
      int node,
      double[] share,
      double[] limit,
      double[] room,
      boolean[] out,
      boolean[] open,
      Pressure pressure) {
    List<Integer> sources = new ArrayList<>();
    for (int arc : network.into[node]) {
      boolean there = network.isLink(arc) && landed.known(arc) && !network.closed[arc];
      if (there && !out[arc] && (!network.standby[arc] || open[arc])) {
        sources.add(arc);
      }
    }
    sources.sort(Comparator.comparingDouble(link -> today(link, pressure)));
    for (int link : sources.reversed()) {
      for (int other : sources) {
        if (outpriced(link, other, pressure) && inTime(other, pressure)) {
          double use = network.use[node];
          double spare = Math.max(0, limit[other] / use - share[other]);
          double units = Math.min(Math.min(share[link], spare) * use, room[network.tail[other]]);
          share[link] = Math.max(0, share[link] - units / use);
          share[other] += units / use;
          room[network.tail[other]] -= units;
          room[network.tail[link]] += units;
        }
      }
    }
  }
}
