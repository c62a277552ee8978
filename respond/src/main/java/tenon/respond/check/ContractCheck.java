package tenon.respond.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Chain;
import tenon.model.Links;
import tenon.respond.Activation;
import tenon.respond.ContractUse;
import tenon.respond.Period;
import tenon.respond.check.Violation.Kind;
import tenon.twin.site.Rules;

/**
 * What is paid once for standby sources, what contracts oblige to order, and shares above the cap,
 * each reckoned day by day from the tables.
 */
final class ContractCheck {
  private static final double RELATIVE = 1e-3;

  private final Days days;
  private final Rules rules;
  private final Chain chain;
  private final List<Violation> found;

  ContractCheck(Days days, List<Violation> found) {
    this.days = days;
    this.found = found;
    rules = days.rules;
    chain = rules.chain();
  }

  void check() {
    activations();
    double paid = contracts();
    require(Kind.COST, "unordered", days.plan.cost().unordered(), paid, paid);
    if (days.spec.cap().most() < 1) {
      double above = aboveCap();
      require(Kind.SHARE, "above the cap", days.plan.aboveCap(), above, above);
    }
  }

  /** Every source on standby that delivers is told, and is paid for where that costs something. */
  private void activations() {
    Map<String, Activation> told = new HashMap<>();
    for (Activation activation : days.plan.activations()) {
      told.put((activation.link() ? "link " : "recipe ") + activation.rowId(), activation);
    }
    double sum = 0;
    for (int arc = 0; arc < rules.arcs(); arc++) {
      if (days.isAssumed(arc) || !rules.standby(arc) || !(units(arc) > 0)) {
        continue;
      }
      double cost =
          rules.isLink(arc)
              ? chain.links().activationCost(arc)
              : chain.recipes().activationCost(arc - rules.links());
      double once = cost > 0 && !rules.calledBefore(arc) ? cost : 0;
      sum += once;
      Activation one = told.get((rules.isLink(arc) ? "link " : "recipe ") + rules.arcId(arc));
      if (one == null || one.cost() != once) {
        double said = one == null ? Double.NaN : one.cost();
        found.add(new Violation(Kind.COST, rules.arcId(arc), -1, said, once));
      }
    }
    require(Kind.COST, "activation", days.plan.cost().activation(), sum, sum);
  }

  private double units(int arc) {
    double units = 0;
    for (int day = 0; day < days.count; day++) {
      units += days.perDay(arc, days.periodOf[day]);
    }
    return units;
  }

  /** What is paid for and not ordered. */
  private double contracts() {
    Map<String, ContractUse> told = new HashMap<>();
    days.plan.contracts().forEach(use -> told.put(use.linkId(), use));
    Links links = chain.links();
    double sum = 0;
    for (int link = 0; link < rules.links(); link++) {
      boolean planned = days.plan.flows().plansLink(0, link);
      if (!(links.minimumPerDay(link) > 0) || !planned) {
        continue;
      }
      if (rules.standby(link) && !(units(link) > 0)) {
        continue;
      }
      double missed = missed(link);
      ContractUse use = told.get(links.keys().key(link));
      double said = use == null ? 0 : use.missedUnits();
      double slack = Days.ROUNDING * (1e-3 + links.minimumPerDay(link) * days.count);
      if (!(Math.abs(said - missed) <= slack)) {
        found.add(new Violation(Kind.CONTRACT, links.keys().key(link), -1, said, missed));
      }
      double price = links.pricePerUnit(link);
      sum += links.minimumIsPurchase(link) || Double.isNaN(price) ? 0 : price * missed;
    }
    return sum;
  }

  private double missed(int link) {
    double units = 0;
    for (Period at : days.plan.periods()) {
      if (at.firstDay() < days.plan.decisionDay()) {
        continue;
      }
      double due = 0;
      for (int day = at.firstDay(); day < at.firstDayAfter(); day++) {
        due += due(link, day);
      }
      double ordered = days.perDay(link, days.periodOf[at.firstDay()]) * at.days();
      units += Math.max(0, due - ordered);
    }
    return units;
  }

  private double due(int link, int day) {
    double least = chain.links().minimumPerDay(link);
    if (days.isBanned(link) || day < days.opens(link)) {
      return 0;
    }
    least = Math.min(least, rules.limitPerDay(link, day));
    return rules.standby(link) ? least : Math.min(least, days.usual(link));
  }

  private double aboveCap() {
    double sum = 0;
    for (int node = 0; node < rules.nodes(); node++) {
      if (!days.isPlannedNode(node) || suppliers(node, 0).size() < 2) {
        continue;
      }
      double known = chain.products().unitValue(rules.product(node));
      double value = known > 0 ? known : 1;
      for (int period = 0; period < days.plan.periods().size(); period++) {
        Period at = days.plan.periods().get(period);
        if (at.firstDay() >= days.plan.decisionDay()) {
          Map<String, Double> parts = suppliers(node, period);
          double all = parts.values().stream().mapToDouble(Double::doubleValue).sum();
          for (double part : parts.values()) {
            sum += Math.max(0, part - days.spec.cap().most() * all) * at.days() * value;
          }
        }
      }
    }
    return sum;
  }

  private Map<String, Double> suppliers(int node, int period) {
    Map<String, Double> parts = new HashMap<>();
    for (int arc : rules.into(node)) {
      if (rules.isLink(arc)) {
        parts.merge(supplier(chain.links().supplier(arc)), days.perDay(arc, period), Double::sum);
      }
    }
    return parts;
  }

  private String supplier(int site) {
    int firm = chain.sites().firm(site);
    int region = chain.sites().region(site);
    return switch (days.spec.cap().by()) {
      case SITE -> "site " + site;
      case FIRM -> firm < 0 ? "site " + site : "firm " + firm;
      case REGION -> region < 0 ? "site " + site : "region " + region;
    };
  }

  private void require(Kind kind, String part, double told, double right, double whole) {
    if (!(Math.abs(told - right) <= 1e-6 + RELATIVE * Math.abs(whole))) {
      found.add(new Violation(kind, part, -1, told, right));
    }
  }
}
