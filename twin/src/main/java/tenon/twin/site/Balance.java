package tenon.twin.site;

import org.jspecify.annotations.Nullable;

/**
 * Checks after each day that nothing appeared or vanished: each node's stock changed by what came
 * in less what went out, its open orders are what is owed to it and on its way to it, and no amount
 * is negative. A failure is a fault of the engine.
 */
final class Balance implements Observer {
  private static final double TOLERANCE = 1e-9;

  private final Network network;
  private final double[][] stockBefore;
  private final double[][] orderBefore;
  private final @Nullable MoneyBalance money;

  Balance(Network network, int lanes) {
    this.network = network;
    stockBefore = new double[network.nodes][lanes];
    orderBefore = new double[network.nodes][lanes];
    money = network.accounts.kept ? new MoneyBalance(network, lanes) : null;
  }

  @Override
  public void before(int day, Block block) {
    if (money != null && block.treasury != null) {
      money.before(block.treasury);
    }
    for (int node = 0; node < network.nodes; node++) {
      for (int r = 0; r < block.lanes; r++) {
        stockBefore[node][r] = stock(node, block, r);
        orderBefore[node][r] = block.onOrder[node][r];
      }
    }
  }

  @Override
  public void after(int day, Block block, Flows flows, Regime regime) {
    if (money != null && block.treasury != null && day >= 0) {
      money.after(day, block.treasury, flows, regime);
    }
    lines(day, block);
    for (int node = 0; node < network.nodes; node++) {
      for (int r = 0; r < block.lanes; r++) {
        if (Double.isFinite(stockBefore[node][r])) {
          double stock = stockBefore[node][r] + came(node, flows, r) - went(node, flows, r);
          same(day, node, "stock", stock, stock(node, block, r));
        }
        double ordered = orderBefore[node][r] + opened(node, flows, r) - came(node, flows, r);
        same(day, node, "open orders", ordered, block.onOrder[node][r]);
        same(day, node, "orders owed and on their way", coming(node, block, r), ordered);
      }
    }
  }

  /** What a line has begun and not finished is what was taken for it and did not come out. */
  private void lines(int day, Block block) {
    for (LineWork line : block.lines) {
      for (int nth = 0; nth < line.site.arcs.length; nth++) {
        int arc = line.site.arcs[nth];
        double[] inLine = block.inLine(arc);
        for (int r = 0; r < block.lanes; r++) {
          same(day, network.head[arc], "units in the line", inLine[r], line.inside(nth, r));
        }
      }
    }
  }

  /** On hand, and set aside for recipes. */
  private double stock(int node, Block block, int r) {
    double stock = notNegative(block.onHand[node][r], node);
    for (int input : network.uses[node]) {
      stock += notNegative(block.granted[input][r], node);
    }
    return stock;
  }

  private double came(int node, Flows flows, int r) {
    double came = 0;
    for (int arc : network.into[node]) {
      came += flows.received[arc][r];
    }
    return came;
  }

  private double went(int node, Flows flows, int r) {
    double went = flows.destroyed[node][r];
    for (int link : network.out[node]) {
      went += flows.sent[link][r];
    }
    for (int demand : network.demandsAt[node]) {
      went += flows.served[demand][r];
    }
    for (int input : network.uses[node]) {
      went += flows.consumed[input][r];
    }
    return went;
  }

  private double opened(int node, Flows flows, int r) {
    double opened = 0;
    for (int arc : network.into[node]) {
      opened += flows.placed[arc][r] - flows.spilt[arc][r];
    }
    return opened;
  }

  private double coming(int node, Block block, int r) {
    double coming = 0;
    for (int arc : network.into[node]) {
      coming += notNegative(block.owed[arc][r], node);
      coming += notNegative(block.held[arc][r], node);
      double @Nullable [][] mail = block.mail[arc];
      for (int day = 0; mail != null && day < mail.length; day++) {
        coming += notNegative(mail[day][r], node);
      }
      double[] inLine = block.inLine[arc];
      coming += inLine == null ? 0 : notNegative(inLine[r], node);
      for (double[] day : block.onWay[arc]) {
        coming += notNegative(day[r], node);
      }
    }
    return coming;
  }

  private double notNegative(double amount, int node) {
    if (!(amount >= -TOLERANCE * (1 + network.use[node]))) {
      throw new IllegalStateException("an amount at " + network.key(node) + " is " + amount);
    }
    return amount;
  }

  private void same(int day, int node, String what, double expected, double actual) {
    double scale = 1 + Math.abs(expected) + network.use[node];
    if (!(Math.abs(expected - actual) <= TOLERANCE * scale)) {
      throw new IllegalStateException(
          "day "
              + day
              + ", "
              + network.siteId(node)
              + " / "
              + network.productId(node)
              + ": "
              + what
              + " should be "
              + expected
              + " and is "
              + actual);
    }
  }
}
