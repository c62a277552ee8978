package tenon.twin.site;

/** What moved at every node and arc on every day, in a run of one replication. */
final class Trace implements Observer {
  /** Claims that could not be met, by node and day. */
  final double[][] missing;

  /** Receipts, and orders placed less those taken back, since day 0, by arc and day. */
  final double[][] received;

  final double[][] placed;

  /** Demand since day 0, by demand and day. */
  final double[][] demanded;

  /** Overdue in all, by firm and day, and by pair of firms; empty where no money is reckoned. */
  final double[][] overdue;

  final double[][] late;

  private final Network network;

  Trace(Network network, int days) {
    this.network = network;
    missing = new double[network.nodes][days];
    received = new double[network.arcs][days];
    placed = new double[network.arcs][days];
    demanded = new double[network.demands()][days];
    boolean money = network.accounts.kept;
    overdue = new double[money ? network.accounts.firms : 0][days];
    late = new double[money ? network.accounts.pairs() : 0][days];
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
      cumulate(received[arc], day, flows.received[arc][0]);
      cumulate(placed[arc], day, flows.placed[arc][0]);
    }
    for (int demand = 0; demand < demanded.length; demand++) {
      cumulate(demanded[demand], day, flows.demanded[demand][0]);
    }
    Treasury treasury = block.treasury;
    if (treasury != null) {
      for (int firm = 0; firm < overdue.length; firm++) {
        overdue[firm][day] = treasury.overdue[firm][0];
      }
      for (int pair = 0; pair < late.length; pair++) {
        late[pair][day] = treasury.late[pair][0];
      }
    }
  }

  private static void cumulate(double[] sums, int day, double amount) {
    sums[day] = (day == 0 ? 0 : sums[day - 1]) + amount;
  }
}
