package tenon.respond.check;

import java.util.Arrays;
import java.util.List;
import tenon.respond.Ban;
import tenon.respond.Period;
import tenon.respond.Plan;
import tenon.respond.PlanSpec;
import tenon.twin.site.Rules;

/** A plan spread over days: what flows over an arc on each, and what comes and goes at a node. */
final class Days {
  /** Share of a day's flow that rounding may move. */
  static final double ROUNDING = 1e-3;

  final Rules rules;
  final PlanSpec spec;
  final Plan plan;
  final int count;
  final int[] periodOf;
  private final double[][] arrivals;

  Days(Rules rules, PlanSpec spec, Plan plan) {
    this.rules = rules;
    this.spec = spec;
    this.plan = plan;
    count = rules.days();
    periodOf = new int[count];
    List<Period> periods = plan.periods();
    for (int period = 0; period < periods.size(); period++) {
      Arrays.fill(
          periodOf, periods.get(period).firstDay(), periods.get(period).firstDayAfter(), period);
    }
    arrivals = new double[rules.nodes()][count];
    for (int arc = 0; arc < rules.arcs(); arc++) {
      if (!isAssumed(arc)) {
        send(arc);
      }
    }
  }

  /** Whether an arc is a source that the twin assumes; a plan has no row for it. */
  boolean isAssumed(int arc) {
    return !rules.isLink(arc) && !rules.isRecipe(arc);
  }

  double usual(int arc) {
    return rules.isLink(arc)
        ? plan.flows().usualLinkPerDay(arc)
        : plan.flows().usualRecipePerDay(arc - rules.links());
  }

  double perDay(int arc, int period) {
    return rules.isLink(arc)
        ? plan.flows().linkPerDay(period, arc)
        : plan.flows().recipePerDay(period, arc - rules.links());
  }

  private void send(int arc) {
    int node = rules.head(arc);
    for (int day = 0; day < Math.min(count, rules.leadDays(arc)); day++) {
      arrivals[node][day] += rules.underWay(arc, day, usual(arc)) * left(arc, -1, day);
    }
    for (int day = 0; day < count; day++) {
      int arrives = day + rules.leadDays(arc) + rules.longerDays(arc, day);
      if (arrives < count) {
        arrivals[node][arrives] += perDay(arc, periodOf[day]) * left(arc, day, arrives);
      }
    }
  }

  /** Share of what left on a day that is not destroyed by the day of its arrival. */
  private double left(int arc, int left, int arrives) {
    double share = 1;
    for (int day = left + 1; day <= arrives; day++) {
      share *= rules.wayKept(arc, day);
    }
    return share;
  }

  double arriving(int node, int day) {
    return arrivals[node][day];
  }

  /** Units that a node hands over on each day of a period. */
  double out(int node, int period) {
    double units = 0;
    for (int link : rules.out(node)) {
      units += plan.flows().linkPerDay(period, link);
    }
    for (int input : rules.uses(node)) {
      units += plan.flows().inputPerDay(period, input);
    }
    for (int demand : rules.demandsAt(node)) {
      units += served(demand, period);
    }
    return units;
  }

  /** What a node hands over where all does as usual, units per day. */
  double usualOut(int node, int period) {
    double units = 0;
    for (int link : rules.out(node)) {
      units += plan.flows().usualLinkPerDay(link);
    }
    for (int input : rules.uses(node)) {
      units += plan.flows().usualInputPerDay(input);
    }
    for (int demand : rules.demandsAt(node)) {
      units += asked(demand, period);
    }
    return units;
  }

  /** Whether the plan says what comes to a node; others do as usual. */
  boolean isPlannedNode(int node) {
    for (int arc : rules.into(node)) {
      if (rules.isLink(arc)
          ? plan.flows().plansLink(0, arc)
          : rules.isRecipe(arc) && plan.flows().plansRecipe(0, arc - rules.links())) {
        return true;
      }
    }
    return false;
  }

  /** What is served of a demand; the whole of it where the plan leaves it alone. */
  double served(int demand, int period) {
    double served = plan.flows().servedPerDay(period, demand);
    return Double.isNaN(served) ? asked(demand, period) : served;
  }

  /** Whether the plan says what is served of a demand. */
  boolean isPlanned(int demand) {
    return !Double.isNaN(plan.flows().servedPerDay(0, demand));
  }

  /** Mean demand of a period. */
  double asked(int demand, int period) {
    Period days = plan.periods().get(period);
    double sum = 0;
    for (int day = days.firstDay(); day < days.firstDayAfter(); day++) {
      sum += rules.demandFactor(demand, day);
    }
    return plan.flows().usualServedPerDay(demand) * sum / days.days();
  }

  /** Whether a link leaves a place that the ban names and does not except. */
  boolean isBanned(int link) {
    Ban ban = spec.ban();
    var chain = rules.chain();
    int site = chain.links().supplier(link);
    String siteId = chain.sites().keys().key(site);
    int firm = chain.sites().firm(site);
    String firmId = firm < 0 ? "" : chain.firms().keys().key(firm);
    if (ban.except().contains(siteId) || ban.except().contains(firmId)) {
      return false;
    }
    boolean hit = ban.ids().contains(siteId) || ban.ids().contains(firmId);
    for (int region = chain.sites().region(site);
        region >= 0 && !hit;
        region = chain.regions().parent(region)) {
      hit = ban.ids().contains(chain.regions().keys().key(region));
    }
    return hit;
  }

  /** First day on which a standby source may deliver; 0 for others. */
  double opens(int arc) {
    return rules.standby(arc) ? rules.opensFrom(arc, plan.decisionDay()) : 0;
  }

  String place(int node) {
    return rules.siteId(node) + " / " + rules.productId(node);
  }
}
