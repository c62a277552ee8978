package tenon.twin.site;

import java.util.Arrays;
import tenon.numeric.Clearing;

/**
 * The money of a block: cash, what firms owe each other and outside, and who is stopped for it.
 *
 * <p>At the end of each day what was received is invoiced at the day's prices, due after its term;
 * freight, tariffs, production and fixed costs are due at once. What the market pays today comes
 * in. Then all that is due today or overdue is cleared at once ({@link Clearing}): a firm pays in
 * full from cash, credit line and what others pay it the same day, else all its creditors the same
 * share; the rest stays due. A firm that is overdue in the morning starts no recipe and is shipped
 * nothing by other firms (they deliver against cash alone); it still sells what it has, and goes on
 * as soon as it has paid. An insolvent firm pays nothing while it is. Firms whose cash or credit
 * line is unknown always pay.
 */
final class Treasury {
  private static final double NEGLIGIBLE = 1e-9;

  /** By firm: money at hand, negative where credit is drawn; and what is overdue in all. */
  final double[][] cash;

  final double[][] overdue;

  /** Overdue by pair of firms; and outside the chain, by firm. */
  final double[][] late;

  final double[][] lateOutside;

  /** What was invoiced and paid today by pair; came from and went outside today by firm. */
  final double[][] invoiced;

  final double[][] paid;
  final double[][] earned;
  final double[][] spent;

  /** Due by pair, and from the market by firm, by day modulo the length of the ring. */
  final double[][][] due;

  final double[][][] receivable;

  private final Network network;
  private final Accounts accounts;
  private final int lanes;
  private final double[][] costs;
  private final boolean[][] frozen;

  Treasury(Network network, int lanes) {
    this.network = network;
    this.lanes = lanes;
    accounts = network.accounts;
    int firms = accounts.firms;
    int pairs = accounts.pairs();
    cash = new double[firms][lanes];
    overdue = new double[firms][lanes];
    late = new double[pairs][lanes];
    lateOutside = new double[firms][lanes];
    invoiced = new double[pairs][lanes];
    paid = new double[pairs][lanes];
    earned = new double[firms][lanes];
    spent = new double[firms][lanes];
    costs = new double[firms][lanes];
    due = new double[pairs][][];
    receivable = new double[firms][][];
    frozen = new boolean[firms][lanes];
    for (int pair = 0; pair < pairs; pair++) {
      due[pair] = new double[accounts.longestTerm[pair] + 1][lanes];
    }
    for (int firm = 0; firm < firms; firm++) {
      receivable[firm] = new double[accounts.longestSaleTerm[firm] + 1][lanes];
      Arrays.fill(cash[firm], accounts.cash[firm]);
    }
  }

  int lanes() {
    return lanes;
  }

  /** Fills the books as if the usual flow had always run. */
  void start() {
    for (int link = 0; link < accounts.pairOf.length; link++) {
      int pair = accounts.pairOf[link];
      for (int day = 0; pair >= 0 && day < accounts.termOf[link]; day++) {
        Lanes.add(due[pair][day], network.usualFlow(link) * accounts.price[link]);
      }
    }
    for (int demand = 0; demand < accounts.saleTerm.length; demand++) {
      int firm = accounts.firmOf[network.demandNode[demand]];
      double usual = network.chain.demands().meanPerDay(demand) * accounts.salePrice[demand];
      for (int day = 0; day < accounts.saleTerm[demand]; day++) {
        Lanes.add(receivable[firm][day], usual);
      }
    }
  }

  /** Stops who is overdue, in the morning, after workers are assigned. */
  void hold(Block block) {
    for (int arc = 0; arc < network.arcs; arc++) {
      if (!binds(network, arc)) {
        continue;
      }
      double[] most = block.open(arc);
      if (network.isLink(arc) || network.people.perUnit(arc) == 0) {
        Arrays.fill(most, Double.POSITIVE_INFINITY);
      }
      double[] owes = overdue[accounts.firmOf[network.head[arc]]];
      for (int r = 0; r < lanes; r++) {
        most[r] = owes[r] > NEGLIGIBLE ? 0 : most[r];
      }
    }
  }

  /** Whether lack of money may stop an arc: all at a firm that can run out, but its own links. */
  static boolean binds(Network network, int arc) {
    Accounts accounts = network.accounts;
    return accounts.kept
        && accounts.bound[accounts.firmOf[network.head[arc]]]
        && !(network.isLink(arc) && accounts.pairOf[arc] < 0);
  }

  /** Closes a day: invoices, income, and what is due. */
  void settle(int day, Flows flows, Regime regime) {
    clear(invoiced, paid, earned, spent, costs);
    for (int firm = 0; firm < frozen.length; firm++) {
      double[] by = regime.by(Term.FROZEN, firm);
      for (int r = 0; r < lanes; r++) {
        frozen[firm][r] = by == null ? regime.pressure.frozen[firm] : by[r] > 0;
      }
    }
    for (int link = 0; link < accounts.pairOf.length; link++) {
      invoice(link, day, flows.received[link], regime);
    }
    for (int arc = network.links; arc < network.arcs; arc++) {
      int firm = accounts.firmOf[network.head[arc]];
      Lanes.addScaled(costs[firm], flows.sent[arc], accounts.makingCost[arc]);
    }
    for (int demand = 0; demand < accounts.saleTerm.length; demand++) {
      int firm = accounts.firmOf[network.demandNode[demand]];
      double[][] ring = receivable[firm];
      Lanes.addScaled(
          ring[(day + accounts.saleTerm[demand]) % ring.length],
          flows.served[demand],
          accounts.salePrice[demand]);
    }
    for (int firm = 0; firm < accounts.firms; firm++) {
      Lanes.add(costs[firm], accounts.fixedPerDay[firm]);
      Lanes.add(lateOutside[firm], costs[firm]);
      double[] today = receivable[firm][day % receivable[firm].length];
      Lanes.add(earned[firm], today);
      Lanes.add(cash[firm], today);
      Arrays.fill(today, 0);
    }
    for (int pair = 0; pair < late.length; pair++) {
      double[] today = due[pair][day % due[pair].length];
      Lanes.add(late[pair], today);
      Arrays.fill(today, 0);
    }
    pay();
  }

  private static void clear(double[][]... books) {
    for (double[][] book : books) {
      for (double[] column : book) {
        Arrays.fill(column, 0);
      }
    }
  }

  private void invoice(int link, int day, double[] received, Regime regime) {
    int firm = accounts.firmOf[network.head[link]];
    int pair = accounts.pairOf[link];
    for (int r = 0; r < lanes; r++) {
      double price = price(accounts, regime, link, r);
      double duty = tariff(accounts, regime, link, r) * price;
      costs[firm][r] += received[r] * (accounts.freight[link] + duty);
      if (pair >= 0) {
        double[][] ring = due[pair];
        ring[(day + accounts.termOf[link]) % ring.length][r] += received[r] * price;
        invoiced[pair][r] += received[r] * price;
      }
    }
  }

  /** Price of a unit received over a link today. */
  static double price(Accounts accounts, Regime regime, int link, int r) {
    double[] by = regime.by(Term.PRICE, link);
    return accounts.price[link] * (by == null ? regime.pressure.price[link] : by[r]);
  }

  /** Tariff on the price of a unit received over a link today. */
  static double tariff(Accounts accounts, Regime regime, int link, int r) {
    double[] by = regime.by(Term.TARIFF, link);
    return accounts.tariff[link] + (by == null ? regime.pressure.tariff[link] : by[r]);
  }

  /** Pays what is due, in every lane by itself. */
  private void pay() {
    for (int firm = 0; firm < accounts.firms; firm++) {
      System.arraycopy(lateOutside[firm], 0, overdue[firm], 0, lanes);
    }
    for (int pair = 0; pair < late.length; pair++) {
      Lanes.add(overdue[accounts.debtor[pair]], late[pair]);
    }
    for (int r = 0; r < lanes; r++) {
      double[] share = all(r) ? null : shares(r);
      for (int pair = 0; pair < late.length; pair++) {
        double part = share == null ? 1 : share[accounts.debtor[pair]];
        double money = late[pair][r] * part;
        late[pair][r] = part == 1 ? 0 : late[pair][r] - money;
        paid[pair][r] = money;
        cash[accounts.debtor[pair]][r] -= money;
        cash[accounts.creditor[pair]][r] += money;
      }
      for (int firm = 0; firm < accounts.firms; firm++) {
        double part = share == null ? 1 : share[firm];
        double money = lateOutside[firm][r] * part;
        lateOutside[firm][r] = part == 1 ? 0 : lateOutside[firm][r] - money;
        spent[firm][r] = money;
        cash[firm][r] -= money;
        overdue[firm][r] *= part == 1 ? 0 : 1 - part;
      }
    }
  }

  /** Whether everybody can pay out of what is there already. */
  private boolean all(int r) {
    for (int firm = 0; firm < accounts.firms; firm++) {
      boolean able =
          !accounts.bound[firm] || cash[firm][r] + accounts.credit[firm] >= overdue[firm][r];
      if (!able || (frozen[firm][r] && overdue[firm][r] > 0)) {
        return false;
      }
    }
    return true;
  }

  private double[] shares(int r) {
    double[] owed = new double[late.length];
    double[] outside = new double[accounts.firms];
    double[] assets = new double[accounts.firms];
    for (int pair = 0; pair < owed.length; pair++) {
      owed[pair] = frozen[accounts.debtor[pair]][r] ? 0 : late[pair][r];
    }
    for (int firm = 0; firm < assets.length; firm++) {
      outside[firm] = frozen[firm][r] ? 0 : lateOutside[firm][r];
      assets[firm] =
          accounts.bound[firm]
              ? Math.max(0, cash[firm][r] + accounts.credit[firm])
              : Double.POSITIVE_INFINITY;
    }
    double[] share = Clearing.payments(accounts.debtor, accounts.creditor, owed, outside, assets);
    for (int firm = 0; firm < share.length; firm++) {
      double all = overdue[firm][r];
      share[firm] = frozen[firm][r] ? 0 : share[firm] >= all ? 1 : share[firm] / all;
    }
    return share;
  }
}
