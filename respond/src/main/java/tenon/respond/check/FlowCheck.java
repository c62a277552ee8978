package tenon.respond.check;

import java.util.List;
import tenon.respond.Period;
import tenon.respond.check.Violation.Kind;
import tenon.twin.site.Rules;

/** Balances, capacities, bans, standby sources and inputs. */
final class FlowCheck {
  private static final double ROUNDING = Days.ROUNDING;

  private final Days days;
  private final Rules rules;
  private final List<Violation> found;
  private final boolean dips;

  /**
   * Usual use by node; of an idle one that of the nearest customer: a programme resolves no less.
   */
  private final double[] use;

  FlowCheck(Days days, List<Violation> found) {
    this.days = days;
    this.found = found;
    rules = days.rules;
    use = MoveCheck.uses(rules);
    dips = days.plan.findings().stream().anyMatch(one -> one.code().equals("stock-dips"));
  }

  void check() {
    for (int arc = 0; arc < rules.arcs(); arc++) {
      if (!days.isAssumed(arc)) {
        capacity(arc);
        inputs(arc);
      }
    }
    for (int node = 0; node < rules.nodes(); node++) {
      handOver(node);
      if (days.isPlannedNode(node)) {
        balance(node);
      } else if (!hasAssumedSource(node) && Double.isFinite(rules.startStock(node))) {
        asUsual(node);
      }
    }
  }

  private void capacity(int arc) {
    boolean banned = rules.isLink(arc) && days.isBanned(arc);
    double opens = days.opens(arc);
    List<Period> periods = days.plan.periods();
    for (int period = 0; period < periods.size(); period++) {
      Period at = periods.get(period);
      double rate = days.perDay(arc, period);
      boolean decided = at.firstDay() >= days.plan.decisionDay();
      double slack = ROUNDING * (1e-3 + days.usual(arc));
      if (banned && decided) {
        require(Kind.BAN, rules.arcId(arc), at.firstDay(), rate, 0, slack);
        continue;
      }
      double sum = 0;
      for (int day = at.firstDay(); day < at.firstDayAfter(); day++) {
        sum += day < opens ? 0 : rules.limitPerDay(arc, day);
      }
      double most = sum / at.days();
      boolean early = at.firstDayAfter() <= opens;
      slack = Double.isFinite(most) ? Math.max(slack, ROUNDING * most) : slack;
      require(
          early ? Kind.STANDBY : Kind.CAPACITY,
          rules.arcId(arc),
          at.firstDay(),
          rate,
          decided ? most : Math.min(most, days.usual(arc)),
          slack);
    }
  }

  private void inputs(int arc) {
    for (int[] group : rules.groups(arc)) {
      for (int period = 0; period < days.plan.periods().size(); period++) {
        double covered = 0;
        for (int input : group) {
          covered += days.plan.flows().inputPerDay(period, input) / rules.inputPerUnit(input);
        }
        double made = days.perDay(arc, period);
        double slack = ROUNDING * (1e-3 + Math.max(made, days.usual(arc)));
        int first = days.plan.periods().get(period).firstDay();
        require(Kind.INPUTS, rules.arcId(arc), first, covered, made, slack);
        if (rules.essential(group[0])) {
          require(Kind.INPUTS, rules.arcId(arc), first, made, covered, slack);
        }
      }
    }
  }

  private void handOver(int node) {
    List<Period> periods = days.plan.periods();
    for (int period = 0; period < periods.size(); period++) {
      Period at = periods.get(period);
      double sum = 0;
      for (int day = at.firstDay(); day < at.firstDayAfter(); day++) {
        sum += rules.passLimitPerDay(node, day);
      }
      double most = sum / at.days();
      double slack = ROUNDING * (1e-3 + rules.usualUse(node));
      require(Kind.HAND_OVER, days.place(node), at.firstDay(), days.out(node, period), most, slack);
    }
  }

  /** A node that the plan leaves alone has its usual supply, and no more. */
  private void asUsual(int node) {
    List<Period> periods = days.plan.periods();
    for (int period = 0; period < periods.size(); period++) {
      double usual = days.usualOut(node, period);
      require(
          Kind.STOCK,
          days.place(node),
          periods.get(period).firstDay(),
          days.out(node, period),
          usual,
          ROUNDING * (1e-3 + usual));
    }
  }

  private boolean hasAssumedSource(int node) {
    for (int arc : rules.into(node)) {
      if (days.isAssumed(arc)) {
        return true;
      }
    }
    return false;
  }

  private void balance(int node) {
    double stock = rules.startStock(node);
    double scale = use[node];
    for (int day = 0; day < days.count; day++) {
      double kept = rules.stockKept(node, day);
      stock = kept == 0 ? 0 : stock * kept;
      int period = days.periodOf[day];
      double out = days.out(node, period);
      scale = Math.max(scale, out);
      stock += days.arriving(node, day) - out;
      stock += assumed(node, day, Math.max(0, -stock));
      boolean counts = !dips || day + 1 == days.plan.periods().get(period).firstDayAfter();
      if (counts && stock < -ROUNDING * (1e-3 + scale)) {
        found.add(new Violation(Kind.STOCK, days.place(node), day, stock, 0));
        return;
      }
    }
  }

  /** What a source without a row may bring of what is missing. */
  private double assumed(int node, int day, double missing) {
    double brings = 0;
    for (int arc : rules.into(node)) {
      brings += days.isAssumed(arc) ? rules.limitPerDay(arc, day) : 0;
    }
    return Math.min(missing, brings);
  }

  private void require(Kind kind, String where, int day, double value, double most, double slack) {
    if (!(value <= most + slack)) {
      found.add(new Violation(kind, where, day, value, most));
    }
  }
}
