package tenon.twin.site;

import tenon.model.Resource;

/**
 * Usual use of each node, units per day: u_n = own demand + sum over links out of share x
 * u_customer + sum over recipes that take it of units per good unit x share x u_output; of inputs
 * that replace each other the first is the usual one. The variance of a day's use follows with
 * squared factors, as if demands were independent.
 *
 * <p>One sweep with customers before suppliers solves it; where the chain has cycles the sweep is
 * repeated until nothing moves (Gauss-Seidel).
 */
final class UsualFlow {
  private static final int SWEEPS = 1000;
  private static final double STILL = 1e-12;

  private final NetworkBuilder network;
  private final double[] use;
  private final double[] variance;

  UsualFlow(NetworkBuilder network) {
    this.network = network;
    use = new double[network.site.length];
    variance = new double[use.length];
    int sweep = 0;
    while (!sweep() && sweep < SWEEPS) {
      sweep++;
    }
    if (sweep == SWEEPS) {
      network.blanks.doubt("loop-grows", Resource.SOURCING, null, "", "");
    }
  }

  double[] use() {
    return use;
  }

  /** Standard deviation of a day's use. */
  double deviation(int node) {
    return Math.sqrt(variance[node]);
  }

  /** Whether nothing moved. */
  private boolean sweep() {
    boolean still = true;
    for (int place = network.order.length - 1; place >= 0; place--) {
      int node = network.order[place];
      double before = use[node];
      update(node);
      still &= Math.abs(use[node] - before) <= STILL * Math.abs(before);
    }
    return still;
  }

  private void update(int node) {
    use[node] = 0;
    variance[node] = 0;
    for (int demand : network.demandsAt[node]) {
      use[node] += network.chain.demands().meanPerDay(demand);
      double deviation = network.chain.demands().sdPerDay(demand);
      variance[node] += Double.isNaN(deviation) ? 0 : deviation * deviation;
    }
    for (int link : network.out[node]) {
      add(node, network.head[link], network.share[link]);
    }
    for (int input : network.uses[node]) {
      int arc = network.inputArc[input];
      if (isFirst(input, arc)) {
        add(node, network.head[arc], network.share[arc] * network.inputPerUnit[input]);
      }
    }
  }

  private void add(int node, int customer, double factor) {
    use[node] += factor * use[customer];
    variance[node] += factor * factor * variance[customer];
  }

  private boolean isFirst(int input, int arc) {
    for (int[] group : network.groups[arc]) {
      if (group[0] == input) {
        return true;
      }
    }
    return false;
  }
}
