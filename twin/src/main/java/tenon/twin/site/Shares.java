package tenon.twin.site;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Resource;

/**
 * The usual share of each arc in what its node orders, over the arcs that are neither standby nor
 * closed.
 *
 * <p>One arc alone takes all. Otherwise stated shares count; what they leave to 1 goes to the arcs
 * that state none, own recipes among them: by usual volume where all of these know it, else in
 * equal parts. Shares that do not sum to 1 are scaled.
 */
final class Shares {
  private static final double TOLERANCE = 1e-6;

  private final NetworkBuilder network;
  private final double[] share;

  Shares(NetworkBuilder network) {
    this.network = network;
    share = new double[network.arcs];
  }

  double[] usual() {
    for (int node = 0; node < network.into.length; node++) {
      List<Integer> active = new ArrayList<>();
      for (int arc : network.into[node]) {
        if (!network.standby[arc] && !network.closed[arc]) {
          active.add(arc);
        }
      }
      if (active.size() == 1) {
        share[active.getFirst()] = 1;
      } else if (!active.isEmpty()) {
        split(node, active);
      }
    }
    return share;
  }

  private void split(int node, List<Integer> active) {
    List<Integer> blank =
        active.stream().filter(arc -> Double.isNaN(network.statedShare[arc])).toList();
    double stated = 0;
    for (int arc : active) {
      share[arc] = Double.isNaN(network.statedShare[arc]) ? 0 : network.statedShare[arc];
      stated += share[arc];
    }
    if (!blank.isEmpty() && stated < 1) {
      fill(blank, 1 - stated);
    } else if (stated == 0) {
      fill(active, 1);
    } else {
      scale(node, active, stated);
    }
  }

  private void fill(List<Integer> arcs, double rest) {
    double volume = 0;
    for (int arc : arcs) {
      volume += volume(arc);
    }
    for (int arc : arcs) {
      share[arc] = volume > 0 ? rest * volume(arc) / volume : rest / arcs.size();
      if (network.isLink(arc)) {
        network.blanks.fill(
            "share-assumed",
            Resource.SOURCING,
            "share",
            network.chain.links().keys().key(arc),
            share[arc]);
      }
    }
  }

  private double volume(int arc) {
    return network.isLink(arc) ? network.chain.links().volumePerDay(arc) : Double.NaN;
  }

  private void scale(int node, List<Integer> active, double stated) {
    for (int arc : active) {
      share[arc] /= stated;
    }
    if (Math.abs(stated - 1) > TOLERANCE) {
      network.blanks.doubt(
          "shares-scaled",
          Resource.SOURCING,
          "share",
          network.nodeName(node),
          Blanks.number(stated));
    }
  }
}
