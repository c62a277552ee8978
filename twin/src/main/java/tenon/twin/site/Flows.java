package tenon.twin.site;

import java.util.Arrays;

/** What moved within a day, kept only where a run is checked or traced. */
final class Flows {
  /** Ordered, handed over, asked for and destroyed, by node. */
  final double[][] ordered;

  final double[][] claimed;
  final double[][] taken;
  final double[][] destroyed;

  /** Shipped or started, received, lost on the way, and placed as orders, by arc. */
  final double[][] sent;

  final double[][] received;
  final double[][] spilt;
  final double[][] placed;

  /** Consumed, by input row. */
  final double[][] consumed;

  /** Demand and what of it was served, by demand. */
  final double[][] demanded;

  final double[][] served;

  Flows(Network network, int lanes) {
    ordered = new double[network.nodes][lanes];
    claimed = new double[network.nodes][lanes];
    taken = new double[network.nodes][lanes];
    destroyed = new double[network.nodes][lanes];
    sent = new double[network.arcs][lanes];
    received = new double[network.arcs][lanes];
    spilt = new double[network.arcs][lanes];
    placed = new double[network.arcs][lanes];
    consumed = new double[network.inputs()][lanes];
    demanded = new double[network.demands()][lanes];
    served = new double[network.demands()][lanes];
  }

  void clear() {
    for (double[][] columns :
        new double[][][] {
          ordered, claimed, taken, destroyed, sent, received, spilt, placed, consumed, demanded,
          served
        }) {
      for (double[] column : columns) {
        Arrays.fill(column, 0);
      }
    }
  }
}
