package tenon.twin.site;

import java.util.Arrays;

/**
 * Variance in time of what each node orders and of what is asked of it, by replication, by
 * Welford's recurrence.
 */
final class Swings implements Observer {
  private final Network network;
  private final int lanes;
  private final double[] now;
  private final double[][] askedMean;
  private final double[][] askedSquares;
  private final double[][] orderMean;
  private final double[][] orderSquares;
  private int count;

  Swings(Network network, int lanes) {
    this.network = network;
    this.lanes = lanes;
    now = new double[lanes];
    askedMean = new double[network.nodes][lanes];
    askedSquares = new double[network.nodes][lanes];
    orderMean = new double[network.nodes][lanes];
    orderSquares = new double[network.nodes][lanes];
  }

  @Override
  public void before(int day, Block block) {}

  @Override
  public void after(int day, Block block, Flows flows, Regime regime) {
    if (day < 0) {
      return;
    }
    count++;
    for (int node = 0; node < network.nodes; node++) {
      Arrays.fill(now, 0);
      for (int link : network.out[node]) {
        Lanes.add(now, flows.placed[link]);
      }
      for (int demand : network.demandsAt[node]) {
        Lanes.add(now, flows.demanded[demand]);
      }
      for (int input : network.uses[node]) {
        double[] placed = flows.placed[network.inputArc[input]];
        double[] need = regime.by(Term.NEED, input);
        for (int r = 0; r < lanes; r++) {
          double share = need == null ? regime.need[input] : need[r];
          now[r] += share * network.inputPerUnit[input] * placed[r];
        }
      }
      add(askedMean[node], askedSquares[node]);
      Arrays.fill(now, 0);
      for (int arc : network.into[node]) {
        Lanes.add(now, flows.placed[arc]);
      }
      add(orderMean[node], orderSquares[node]);
    }
  }

  private void add(double[] mean, double[] squares) {
    for (int r = 0; r < lanes; r++) {
      double off = now[r] - mean[r];
      mean[r] += off / count;
      squares[r] += off * (now[r] - mean[r]);
    }
  }

  int lanes() {
    return lanes;
  }

  /**
   * Squares of what is asked of a node, in units of the mean asked of it undisturbed; 0 where
   * nothing is.
   */
  double asked(int node, int r, Swings undisturbed) {
    return scaled(askedSquares[node][r], undisturbed.askedMean[node][r]);
  }

  /** The same of what it orders, in the same units. */
  double ordered(int node, int r, Swings undisturbed) {
    return scaled(orderSquares[node][r], undisturbed.askedMean[node][r]);
  }

  /** Below this part of the mean a swing is rounding. */
  private double scaled(double squares, double mean) {
    double part = mean > 0 ? squares / (mean * mean) : 0;
    return part > 1e-18 * count ? part : 0;
  }
}
