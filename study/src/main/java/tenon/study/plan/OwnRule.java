package tenon.study.plan;

import java.util.List;
import tenon.model.Chain;
import tenon.study.text.Numbers;
import tenon.twin.site.DemandOutcome;

/** Where sites that help themselves lose more than where nobody reacts, and at whose cost. */
final class OwnRule {
  private final PlanFacts facts;

  OwnRule(PlanFacts facts) {
    this.facts = facts;
  }

  /** The sentence that says so; nothing where the interval does not lie below 0. */
  String whyWorse() {
    if (!(facts.comparison().ownRuleAgainstNothing().interval().high() < 0)) {
      return "";
    }
    List<DemandOutcome> own = facts.comparison().ownRule().demands();
    List<DemandOutcome> nothing = facts.comparison().nothing().demands();
    double saved = 0;
    double lost = 0;
    int better = 0;
    int worse = 0;
    int most = 0;
    double greatest = 0;
    for (int demand = 0; demand < own.size(); demand++) {
      double units = own.get(demand).lostUnits().mean() - nothing.get(demand).lostUnits().mean();
      double more = units * worth(demand);
      saved -= Math.min(0, more);
      lost += Math.max(0, more);
      better += more < 0 ? 1 : 0;
      worse += more > 0 ? 1 : 0;
      if (more > greatest) {
        greatest = more;
        most = demand;
      }
    }
    return facts
        .subject()
        .words()
        .get(
            "effect.own.worse",
            facts.loss(saved),
            Numbers.count(better),
            facts.loss(lost),
            Numbers.count(worse),
            facts.product(own.get(most).productId()),
            facts.site(own.get(most).siteId()));
  }

  /** What a unit of a demand that is never served loses, as the twin counts it. */
  private double worth(int demand) {
    if (!facts.plan().inMoney()) {
      return 1;
    }
    Chain chain = facts.chain();
    double penalty = chain.demands().lostSaleCost(demand);
    return chain.products().marginPerUnit(chain.demands().product(demand))
        + (Double.isNaN(penalty) ? 0 : penalty);
  }
}
