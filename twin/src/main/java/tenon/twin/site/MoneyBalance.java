package tenon.twin.site;

/**
 * Checks after each day that no money appeared or vanished: what firms owe changed by what was
 * bought, told from the goods that moved, less what was paid; their cash by what came in less what
 * went out; and no firm whose credit ends paid beyond it. A failure is a fault of the engine.
 */
final class MoneyBalance {
  private static final double TOLERANCE = 1e-9;

  private final Network network;
  private final Accounts accounts;
  private final double[][] cashBefore;
  private final double[][] owedBefore;
  private final double[][] outsideBefore;
  private final double[][] claimBefore;

  MoneyBalance(Network network, int lanes) {
    this.network = network;
    accounts = network.accounts;
    cashBefore = new double[accounts.firms][lanes];
    owedBefore = new double[accounts.pairs()][lanes];
    outsideBefore = new double[accounts.firms][lanes];
    claimBefore = new double[accounts.firms][lanes];
  }

  void before(Treasury treasury) {
    for (int r = 0; r < treasury.lanes(); r++) {
      for (int firm = 0; firm < accounts.firms; firm++) {
        cashBefore[firm][r] = treasury.cash[firm][r];
        outsideBefore[firm][r] = treasury.lateOutside[firm][r];
        claimBefore[firm][r] = sum(treasury.receivable[firm], r);
      }
      for (int pair = 0; pair < owedBefore.length; pair++) {
        owedBefore[pair][r] = treasury.late[pair][r] + sum(treasury.due[pair], r);
      }
    }
  }

  private static double sum(double[][] ring, int r) {
    double sum = 0;
    for (double[] day : ring) {
      sum += day[r];
    }
    return sum;
  }

  void after(int day, Treasury treasury, Flows flows, Regime regime) {
    for (int r = 0; r < treasury.lanes(); r++) {
      double[] cash = new double[accounts.firms];
      double[] outside = new double[accounts.firms];
      double[] claim = new double[accounts.firms];
      double[] owed = new double[owedBefore.length];
      for (int firm = 0; firm < cash.length; firm++) {
        cash[firm] = cashBefore[firm][r] + treasury.earned[firm][r] - treasury.spent[firm][r];
        outside[firm] = outsideBefore[firm][r] - treasury.spent[firm][r];
        outside[firm] += accounts.fixedPerDay[firm];
        claim[firm] = claimBefore[firm][r] - treasury.earned[firm][r];
      }
      for (int pair = 0; pair < owed.length; pair++) {
        double paid = treasury.paid[pair][r];
        owed[pair] = owedBefore[pair][r] - paid;
        cash[accounts.debtor[pair]] -= paid;
        cash[accounts.creditor[pair]] += paid;
      }
      trade(flows, regime, r, owed, outside, claim);
      compare(day, treasury, r, cash, owed, outside, claim);
    }
  }

  /** What the goods that moved today cost and earn. */
  private void trade(
      Flows flows, Regime regime, int r, double[] owed, double[] outside, double[] claim) {
    for (int link = 0; link < network.links; link++) {
      double units = flows.received[link][r];
      double price = Treasury.price(accounts, regime, link, r);
      double duty = price * Treasury.tariff(accounts, regime, link, r);
      outside[accounts.firmOf[network.head[link]]] += units * (accounts.freight[link] + duty);
      if (accounts.pairOf[link] >= 0) {
        owed[accounts.pairOf[link]] += units * price;
      }
    }
    for (int arc = network.links; arc < network.arcs; arc++) {
      outside[accounts.firmOf[network.head[arc]]] += flows.sent[arc][r] * accounts.makingCost[arc];
    }
    for (int demand = 0; demand < network.demands(); demand++) {
      claim[accounts.firmOf[network.demandNode[demand]]] +=
          flows.served[demand][r] * accounts.salePrice[demand];
    }
  }

  private void compare(
      int day,
      Treasury treasury,
      int r,
      double[] cash,
      double[] owed,
      double[] outside,
      double[] claim) {
    for (int firm = 0; firm < cash.length; firm++) {
      String name = network.chain.firms().keys().key(firm);
      same(day, name, "cash", cash[firm], treasury.cash[firm][r]);
      same(day, name, "debts outside", outside[firm], treasury.lateOutside[firm][r]);
      same(day, name, "claims on the market", claim[firm], sum(treasury.receivable[firm], r));
      double least = Math.min(cashBefore[firm][r], -accounts.credit[firm]);
      if (accounts.bound[firm] && !(cash[firm] >= least - TOLERANCE * (1 + Math.abs(least)))) {
        throw new IllegalStateException(
            "day " + day + ", " + name + ": cash of " + cash[firm] + " beyond the credit line");
      }
    }
    for (int pair = 0; pair < owed.length; pair++) {
      String name = network.chain.firms().keys().key(accounts.debtor[pair]);
      double still = treasury.late[pair][r] + sum(treasury.due[pair], r);
      same(day, name, "debts", owed[pair], still);
    }
  }

  private static void same(int day, String firm, String what, double expected, double actual) {
    double scale = 1 + Math.abs(expected) + Math.abs(actual);
    if (!(Math.abs(expected - actual) <= TOLERANCE * scale)) {
      throw new IllegalStateException(
          "day "
              + day
              + ", "
              + firm
              + ": "
              + what
              + " should be "
              + expected
              + " and is "
              + actual);
    }
  }
}
