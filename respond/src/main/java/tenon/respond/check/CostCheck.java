package tenon.respond.check;

import java.util.List;
import tenon.model.Chain;
import tenon.respond.Cost;
import tenon.respond.Period;
import tenon.respond.check.Violation.Kind;
import tenon.twin.site.Rules;

/** What the flows beyond the usual ones cost by the tables, against what the plan says. */
final class CostCheck {
  private static final double RELATIVE = 1e-3;

  private final Days days;
  private final Rules rules;
  private final Chain chain;
  private final List<Violation> found;

  CostCheck(Days days, List<Violation> found) {
    this.days = days;
    this.found = found;
    rules = days.rules;
    chain = rules.chain();
  }

  void check() {
    Cost told = days.plan.cost();
    double production = 0;
    double purchase = 0;
    double freight = 0;
    double tariff = 0;
    for (int arc = 0; arc < rules.arcs(); arc++) {
      if (days.isAssumed(arc)) {
        continue;
      }
      double units = beyondUsual(arc);
      if (!rules.isLink(arc)) {
        production += units * known(chain.recipes().productionCostPerUnit(arc - rules.links()));
        continue;
      }
      double price = chain.links().pricePerUnit(arc);
      freight += units * known(chain.links().freightPerUnit(arc));
      if (!Double.isNaN(price)) {
        purchase += units * (price - cheapest(rules.head(arc)));
        tariff += units * price * known(chain.links().tariff(arc));
      }
    }
    double whole = told.total();
    require("production", told.production(), production, whole);
    require("purchase", told.purchase(), purchase, whole);
    require("freight", told.freight(), freight, whole);
    require("tariff", told.tariff(), tariff, whole);
    require("holding", told.holding(), holding(), whole);
  }

  private double beyondUsual(int arc) {
    double units = 0;
    List<Period> periods = days.plan.periods();
    for (int period = 0; period < periods.size(); period++) {
      units += Math.max(0, days.perDay(arc, period) - days.usual(arc)) * periods.get(period).days();
    }
    return units;
  }

  private double cheapest(int node) {
    double least = Double.POSITIVE_INFINITY;
    for (int arc : rules.into(node)) {
      double price = rules.isLink(arc) ? chain.links().pricePerUnit(arc) : Double.NaN;
      least = Double.isNaN(price) ? least : Math.min(least, price);
    }
    return least;
  }

  /** Stock above that of the first morning at the ends of periods, for the days of each. */
  private double holding() {
    double sum = 0;
    for (int row = 0; row < chain.stocks().count(); row++) {
      double each = known(chain.stocks().holdingCostPerDay(row));
      int node = each > 0 ? node(chain.stocks().site(row), chain.stocks().product(row)) : -1;
      if (node >= 0 && days.isPlannedNode(node) && Double.isFinite(rules.startStock(node))) {
        sum += each * surplusDays(node);
      }
    }
    return sum;
  }

  private int node(int site, int product) {
    for (int node = 0; node < rules.nodes(); node++) {
      if (rules.site(node) == site && rules.product(node) == product) {
        return node;
      }
    }
    return -1;
  }

  private double surplusDays(int node) {
    double usual = rules.usualStock(node);
    double stock = rules.startStock(node);
    double sum = 0;
    for (int day = 0; day < days.count; day++) {
      int period = days.periodOf[day];
      Period at = days.plan.periods().get(period);
      stock =
          stock * rules.stockKept(node, day) + days.arriving(node, day) - days.out(node, period);
      if (day + 1 == at.firstDayAfter()) {
        // What rounding leaves of the usual stock is no surplus.
        double surplus = stock - usual;
        sum += surplus > Days.ROUNDING * rules.usualUse(node) ? surplus * at.days() : 0;
      }
    }
    return sum;
  }

  private static double known(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private void require(String part, double told, double right, double whole) {
    if (!(Math.abs(told - right) <= 1e-6 + RELATIVE * (Math.abs(right) + Math.abs(whole)))) {
      found.add(new Violation(Kind.COST, part, -1, told, right));
    }
  }
}
