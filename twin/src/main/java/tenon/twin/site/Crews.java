package tenon.twin.site;

import java.util.Arrays;

/**
 * Assigns the workers of a site to its recipes, in the morning after the orders are in: where they
 * do not suffice for all that could be started, each recipe gets the same share of what it could.
 * Workers of a recipe that turns out to lack inputs do not change over within the day.
 */
final class Crews {
  private final Network network;
  private final Block block;
  private final double[] needed;
  private final double[] ratio;

  Crews(Network network, Block block) {
    this.network = network;
    this.block = block;
    needed = new double[block.lanes];
    ratio = new double[block.lanes];
  }

  void assign(Regime regime) {
    int[][] arcsOf = network.people.arcsOf;
    for (int site = 0; site < arcsOf.length; site++) {
      if (arcsOf[site].length > 0) {
        assign(site, arcsOf[site], regime);
      }
    }
  }

  private void assign(int site, int[] arcs, Regime regime) {
    Arrays.fill(needed, 0);
    for (int arc : arcs) {
      double[] most = block.open(arc);
      Lanes.cap(most, block.owed[arc], regime.limit[arc], regime.by(Term.LIMIT, arc));
      Lanes.addScaled(needed, most, network.people.perUnit(arc));
    }
    double share = regime.pressure.present[site];
    double[] shares = regime.by(Term.PRESENT, site);
    for (int r = 0; r < ratio.length; r++) {
      double present = network.people.present(site, shares == null ? share : shares[r]);
      ratio[r] = needed[r] > present ? present / needed[r] : 1;
    }
    for (int arc : arcs) {
      double[] most = block.open(arc);
      Lanes.multiply(most, most, ratio);
    }
  }
}
