package tenon.twin.site;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Serves the demands of a block, and writes what came of it into the ledger. */
final class Tally {
  /** What is left of what was asked is none below this share: sums of shipments are rounded. */
  private static final double ROUNDING = 1e-9;

  private final Stakes stakes;
  private final Ledger ledger;
  private final int first;
  private final int lanes;
  private final double[] asked;
  private final double[] met;
  private final double[] askedSoFar;
  private final double[] metSoFar;

  Tally(Stakes stakes, Ledger ledger, int first, int lanes) {
    this.stakes = stakes;
    this.ledger = ledger;
    this.first = first;
    this.lanes = lanes;
    asked = new double[lanes];
    met = new double[lanes];
    askedSoFar = new double[lanes];
    metSoFar = new double[lanes];
  }

  int lanes() {
    return lanes;
  }

  /** Hands a share of what waits to the customers; those who waited longest come first. */
  void serve(int demand, int day, Block block, double[] ratio, @Nullable Flows flows) {
    double[] waiting = block.waiting[demand];
    double[] carried = block.carried[demand];
    if (flows != null) {
      Lanes.multiply(flows.served[demand], waiting, ratio);
    }
    if (day >= 0 && ledger.keepsService()) {
      score(ledger.service[demand][day], waiting, carried, ratio, stakes.weight[demand]);
    }
    for (int r = 0; r < lanes; r++) {
      double left = waiting[r] - waiting[r] * ratio[r];
      waiting[r] = left > ROUNDING * waiting[r] ? left : 0;
    }
    if (stakes.lost[demand]) {
      lose(demand, day, waiting);
    } else if (day >= 0) {
      write(ledger.lateUnitDays[demand], waiting);
    }
  }

  /** Pays for a day of what is held where that costs something. */
  void hold(Network network, Block block) {
    for (int node : network.costly) {
      double[] onHand = block.onHand[node];
      for (int r = 0; r < lanes; r++) {
        ledger.holding[first + r] += network.holdingCost[node] * onHand[r];
      }
    }
  }

  /** Pays for what is made. */
  void make(double[] units, double cost) {
    for (int r = 0; r < lanes; r++) {
      ledger.production[first + r] += cost * units[r];
    }
  }

  /** Counts what is thrown away of the nth stock that perishes. */
  void perish(int nth, double[] units) {
    if (ledger.perished.length > 0) {
      write(ledger.perished[nth], units);
    }
  }

  /** Pays for what is shipped over a link. */
  void buy(int link, double[] shipped, Regime regime) {
    Landed landed = stakes.landed;
    if (!landed.any() || !landed.known(link)) {
      return;
    }
    double price = regime.pressure.price[link];
    double rise = regime.pressure.tariff[link];
    double[] prices = regime.by(Term.PRICE, link);
    double[] rises = regime.by(Term.TARIFF, link);
    if (prices != null || rises != null) {
      for (int r = 0; r < lanes; r++) {
        pay(
            link,
            r,
            shipped[r],
            prices == null ? price : prices[r],
            rises == null ? rise : rises[r]);
      }
    } else if (price != 1 || rise != 0) {
      for (int r = 0; r < lanes; r++) {
        pay(link, r, shipped[r], price, rise);
      }
    } else {
      double cost = landed.cost(link, 1, 0);
      for (int r = 0; r < lanes; r++) {
        ledger.purchases[first + r] += shipped[r] * cost;
      }
    }
  }

  private void pay(int link, int r, double units, double price, double rise) {
    ledger.purchases[first + r] += units * stakes.landed.cost(link, price, rise);
    ledger.dearer[first + r] += units * stakes.landed.more(link, price, rise);
    ledger.tariffs[first + r] += units * stakes.landed.moreTariff(link, price, rise);
  }

  private void score(
      double[] service, double[] waiting, double[] carried, double[] ratio, double weight) {
    for (int r = 0; r < lanes; r++) {
      double fresh = waiting[r] - carried[r];
      double onTime = Math.max(0, waiting[r] * ratio[r] - carried[r]);
      service[first + r] = fresh > 0 ? onTime / fresh : 1;
      asked[r] += weight * fresh;
      met[r] += weight * onTime;
    }
  }

  private void lose(int demand, int day, double[] waiting) {
    if (day >= 0) {
      write(ledger.lostUnits[demand], waiting);
    }
    Arrays.fill(waiting, 0);
  }

  private void write(double[] column, double[] units) {
    for (int r = 0; r < lanes; r++) {
      column[first + r] += units[r];
    }
  }

  /** Closes a day. */
  void closeDay(int day) {
    if (!ledger.keepsService()) {
      return;
    }
    double[] total = ledger.total[day];
    double[] fill = ledger.fill[day];
    for (int r = 0; r < lanes; r++) {
      total[first + r] = asked[r] > 0 ? met[r] / asked[r] : 1;
      askedSoFar[r] += asked[r];
      metSoFar[r] += met[r];
      fill[first + r] = askedSoFar[r] > 0 ? metSoFar[r] / askedSoFar[r] : 1;
      asked[r] = 0;
      met[r] = 0;
    }
  }

  /** Closes the run: what still waits is not served. */
  void finish(Block block) {
    for (int demand = 0; demand < ledger.lostUnits.length; demand++) {
      write(ledger.lostUnits[demand], block.waiting[demand]);
      for (int r = 0; r < lanes; r++) {
        ledger.loss[first + r] += stakes.lossPerUnit[demand] * ledger.lostUnits[demand][first + r];
      }
    }
  }
}
