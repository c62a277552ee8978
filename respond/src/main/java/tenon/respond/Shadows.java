package tenon.respond;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenon.twin.site.Rules;

/** Shadow prices of the plan's first objective, weighted loss in money. */
final class Shadows {
  /** Prices below this share of the dearest demand's weight are noise. */
  private static final double NOTHING = 1e-6;

  private final Programme programme;
  private final Optimum optimum;
  private final Rules rules;
  private final Timeline timeline;
  private final double least;

  Shadows(Programme programme, Optimum optimum) {
    this.programme = programme;
    this.optimum = optimum;
    rules = programme.rules;
    timeline = programme.timeline;
    double dearest = 0;
    for (int demand = 0; demand < rules.demands(); demand++) {
      dearest = Math.max(dearest, programme.setting.worth.weight(demand));
    }
    least = NOTHING * dearest;
  }

  /** Loss that one unit more of a node's goods in a period would save. */
  double unitAt(int node, int period) {
    double dual = 0;
    for (int later = timeline.periods() - 1; later >= period; later--) {
      int row = programme.at.stockRow[node][later];
      dual += row < 0 ? 0 : optimum.dual[row];
      dual *= later > period ? rules.stockKept(node, timeline.start(later)) : 1;
    }
    double price = dual / programme.setting.nodeScale(node) * programme.setting.worth.perDay;
    return price > least ? price : 0;
  }

  /** Loss that one unit per day more of an arc's capacity throughout a period would save. */
  double capacity(int arc, int period) {
    double limit = programme.limit(arc, period);
    boolean cut = limit <= programme.setting.usual.flow(arc);
    int column = (cut ? programme.at.base : programme.at.extra)[arc][period];
    double reduced = column < 0 ? 0 : optimum.reducedCost[column];
    double price = -reduced / programme.setting.scale(arc) * programme.setting.worth.perDay;
    return price > least * timeline.days(period) ? price : 0;
  }

  /** Loss that one unit per day less of a demand throughout a period would save. */
  private double demand(int demand, int period) {
    double scale = programme.setting.nodeScale(rules.demandNode(demand));
    double days = timeline.days(period);
    int row = programme.at.waitingRow[demand][period];
    double price;
    if (row >= 0) {
      price = optimum.dual[row] * days / scale * programme.setting.worth.perDay;
    } else {
      int column = programme.at.served[demand][period];
      double reduced = column < 0 ? 0 : optimum.reducedCost[column];
      price =
          programme.setting.worth.weight(demand) * days
              + Math.min(0, reduced) / scale * programme.setting.worth.perDay;
    }
    return price > least * days ? price : 0;
  }

  List<Price> prices() {
    List<Price> prices = new ArrayList<>();
    for (int node = 0; node < rules.nodes(); node++) {
      if (programme.setting.isIn(node)) {
        pricesAt(node, prices);
      }
    }
    prices.sort(
        Comparator.comparingDouble(Price::perUnit)
            .reversed()
            .thenComparing(Price::kind)
            .thenComparing(Price::rowId)
            .thenComparing(Price::siteId)
            .thenComparing(Price::productId)
            .thenComparingInt(Price::firstDay));
    return prices;
  }

  private void pricesAt(int node, List<Price> prices) {
    if (Double.isFinite(rules.startStock(node))) {
      double kept = rules.stockKept(node, 0);
      add(prices, Price.Kind.STOCK, "", node, 0, kept * unitAt(node, 0));
    }
    for (int period = 0; period < timeline.periods(); period++) {
      if (timeline.start(period) < programme.setting.decisionDay) {
        continue;
      }
      for (int arc : rules.into(node)) {
        var kind = rules.isLink(arc) ? Price.Kind.LINK_CAPACITY : Price.Kind.RECIPE_CAPACITY;
        add(prices, kind, rules.arcId(arc), node, period, capacity(arc, period));
      }
      for (int demand : rules.demandsAt(node)) {
        add(prices, Price.Kind.DEMAND, "", node, period, demand(demand, period));
      }
    }
  }

  private void add(
      List<Price> prices, Price.Kind kind, String row, int node, int period, double perUnit) {
    if (perUnit > 0) {
      prices.add(
          new Price(
              kind,
              row,
              rules.siteId(node),
              rules.productId(node),
              timeline.start(period),
              timeline.end(period),
              perUnit));
    }
  }
}
