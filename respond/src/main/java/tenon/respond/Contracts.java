package tenon.respond;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Links;
import tenon.twin.site.Rules;

/**
 * What contracts oblige to order: on each day from the decision on the stated minimum, as far as
 * the capacity of that day goes; over a link in use no more than its usual flow, for what falls
 * short of the contract as usual is no matter of the plan; over a standby link where it is taken
 * into use, from the day on which it opens.
 */
final class Contracts {
  private final Setting setting;
  private final Rules rules;
  private final Links links;

  Contracts(Setting setting) {
    this.setting = setting;
    rules = setting.rules;
    links = rules.chain().links();
  }

  /** Whether a link has a contract with a minimum. */
  boolean binds(int arc) {
    return rules.isLink(arc) && links.minimumPerDay(arc) > 0;
  }

  /** Whether what a contract asks for must be ordered; else it is paid for. */
  boolean isPurchase(int link) {
    return links.minimumIsPurchase(link);
  }

  /** Mean over a period of what is to be ordered, units per day. */
  double duePerDay(int link, int from, int until) {
    if (from < setting.decisionDay) {
      return 0;
    }
    double most = links.minimumPerDay(link);
    if (!rules.standby(link)) {
      most = Math.min(most, setting.usual.flow(link));
    }
    double sum = 0;
    for (int day = from; day < until; day++) {
      sum += Math.min(most, setting.limitPerDay(link, day));
    }
    return sum / (until - from);
  }

  /** What the flows of a plan order of what contracts ask for. */
  List<ContractUse> uses(Timeline timeline, Flows planned, Tariffs tariffs) {
    List<ContractUse> uses = new ArrayList<>();
    for (int link = 0; link < rules.links(); link++) {
      if (binds(link) && setting.inScope(link)) {
        double due = 0;
        double missed = 0;
        double units = 0;
        for (int period = 0; period < timeline.periods(); period++) {
          double days = timeline.days(period);
          double rate = planned.perDay(link, period);
          double asked = duePerDay(link, timeline.start(period), timeline.end(period));
          units += rate * days;
          due += asked * days;
          missed += tidy(asked - rate, asked) * days;
        }
        if (due > 0 && (units > 0 || !rules.standby(link))) {
          double paid = isPurchase(link) ? 0 : missed * tariffs.price(link);
          String id = links.keys().key(link);
          uses.add(new ContractUse(id, isPurchase(link), due, missed, paid));
        }
      }
    }
    return uses;
  }

  private static double tidy(double missing, double asked) {
    return missing < 1e-6 * asked ? 0 : missing;
  }
}
