package tenon.twin.site;

/** What moved at every node and arc on every day, in a run of one replication. */
final class Trace implements Observer {
  /** Claims that could not be met, by node and day. */
  final double[][] missing;

  /** Receipts since day 0, by arc and day. */
  final double[][] received;

  private final Network network;

  Trace(Network network, int days) {
    this.network = network;
    missing = new double[network.nodes][days];
    received = new double[network.arcs][days];
  }

  @Override
  public void before(int day, Block block) {}

  @Override
  public void after(int day, Block block, Flows flows, Regime regime) {
    if (day < 0) {
      return;
    }
    for (int node = 0; node < network.nodes; node++) {
      missing[node][day] = flows.claimed[node][0] - flows.taken[node][0];
    }
    for (int arc = 0; arc < network.arcs; arc++) {
      double before = day == 0 ? 0 : received[arc][day - 1];
      received[arc][day] = before + flows.received[arc][0];
    }
  }
}
