package tenon.respond.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Chain;
import tenon.respond.DemandLoss;
import tenon.respond.Losses;
import tenon.respond.check.Violation.Kind;
import tenon.twin.site.Rules;

/** What the rates leave unserved, against what the plan says it loses. */
final class LossCheck {
  private static final double RELATIVE = 1e-4;

  private final Days days;
  private final Rules rules;
  private final List<Violation> found;

  /** Lost units, lost margin, weighted loss, late unit days. */
  private record Sum(double units, double margin, double weighted, double late) {
    Sum plus(Sum other) {
      return new Sum(
          units + other.units, margin + other.margin, weighted + other.weighted, late + other.late);
    }
  }

  private static final Sum NONE = new Sum(0, 0, 0, 0);

  LossCheck(Days days, List<Violation> found) {
    this.days = days;
    this.found = found;
    rules = days.rules;
  }

  void check() {
    Map<String, Sum> byDemand = new HashMap<>();
    Map<String, Sum> byProduct = new HashMap<>();
    Map<String, Double> size = new HashMap<>();
    Sum all = NONE;
    double whole = 0;
    for (int demand = 0; demand < rules.demands(); demand++) {
      if (days.isPlanned(demand)) {
        int node = rules.demandNode(demand);
        Sum sum = sum(demand);
        double asked = days.plan.flows().usualServedPerDay(demand) * days.count;
        byDemand.merge(days.place(node), sum, Sum::plus);
        byProduct.merge(rules.productId(node), sum, Sum::plus);
        size.merge(days.place(node), asked, Double::sum);
        size.merge(rules.productId(node), asked, Double::sum);
        all = all.plus(sum);
        whole += asked;
      }
    }
    compare("all", days.plan.withPlan(), all, whole);
    Map<String, Losses> told = new HashMap<>();
    for (DemandLoss loss : days.plan.demands()) {
      told.merge(loss.siteId() + " / " + loss.productId(), loss.withPlan(), LossCheck::plus);
    }
    compare(byDemand, told, size);
    told.clear();
    days.plan.products().forEach(loss -> told.put(loss.productId(), loss.withPlan()));
    compare(byProduct, told, size);
  }

  private static Losses plus(Losses a, Losses b) {
    return new Losses(
        a.lostMargin() + b.lostMargin(),
        a.weighted() + b.weighted(),
        a.lostUnits() + b.lostUnits(),
        a.lateUnitDays() + b.lateUnitDays(),
        a.waiting() + b.waiting());
  }

  private void compare(Map<String, Sum> sums, Map<String, Losses> told, Map<String, Double> size) {
    Losses nothing = new Losses(0, 0, 0, 0, 0);
    sums.forEach(
        (where, sum) ->
            compare(where, told.getOrDefault(where, nothing), sum, size.getOrDefault(where, 0.0)));
  }

  private void compare(String where, Losses told, Sum sum, double asked) {
    double perUnit = sum.units > 0 ? Math.max(sum.margin, sum.weighted) / sum.units : 1;
    double slack = 1e-9 + RELATIVE * asked;
    require(where, told.lostUnits(), sum.units, slack);
    require(where, told.lostMargin(), sum.margin, slack * perUnit);
    require(where, told.weighted(), sum.weighted, slack * perUnit);
    require(where, told.lateUnitDays(), sum.late, slack * days.count);
  }

  private void require(String where, double told, double right, double slack) {
    if (!(Math.abs(told - right) <= slack + RELATIVE * Math.abs(right))) {
      found.add(new Violation(Kind.LOSS, where, -1, told, right));
    }
  }

  private Sum sum(int demand) {
    double waiting = rules.waiting(demand);
    double lost = 0;
    double late = 0;
    double usual = days.plan.flows().usualServedPerDay(demand);
    double slack = Days.ROUNDING * (1e-3 + usual);
    for (int day = 0; day < days.count; day++) {
      int period = days.periodOf[day];
      double asked = days.asked(demand, period);
      double served = days.served(demand, period);
      if (rules.lost(demand)) {
        lost += Math.max(0, asked - served);
        require(demand, day, served, asked, slack);
      } else {
        waiting += asked - served;
        late += Math.max(0, waiting);
        require(demand, day, served, waiting + served, slack * (day + 1));
      }
    }
    lost += rules.lost(demand) ? 0 : Math.max(0, waiting);
    return new Sum(lost, lost * rules.lossPerUnit(demand), lost * weight(demand), late);
  }

  private void require(int demand, int day, double served, double most, double slack) {
    if (served > most + slack) {
      found.add(
          new Violation(Kind.DEMAND, days.place(rules.demandNode(demand)), day, served, most));
    }
  }

  /** (Margin x criticality x priority + lost-sale cost) of a unit, from the tables. */
  private double weight(int demand) {
    Chain chain = rules.chain();
    double critical = chain.products().criticality(chain.demands().product(demand));
    double priority = chain.demands().priority(demand);
    double penalty = chain.demands().lostSaleCost(demand);
    double factor =
        (Double.isNaN(critical) ? 1 : critical) * (Double.isNaN(priority) ? 1 : priority);
    double paid = rules.inMoney() && !Double.isNaN(penalty) ? penalty : 0;
    return Math.max(0, rules.lossPerUnit(demand) - paid) * factor + paid;
  }
}
