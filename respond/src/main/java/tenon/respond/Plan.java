package tenon.respond;

import java.util.List;
import tenon.model.Finding;
import tenon.twin.site.Response;

/**
 * What to do after a disruption. Money is in the unit of the package; where a demanded product has
 * no known margin, losses are units ({@code inMoney} is false).
 *
 * @param scenario name of the scenario
 * @param horizonDays days planned for, the first being 0
 * @param decisionDay day on which the plan is made; nothing changes before
 * @param inMoney whether losses are money
 * @param periods periods of constant rates
 * @param flows usual and planned rates by row and period
 * @param moves what changes, those worth most first
 * @param activations standby sources used, in the order in which they open
 * @param withPlan losses with the plan
 * @param withoutPlan losses where nobody reacts
 * @param demands losses of each demand that loses anything or waits, by row of demand
 * @param products losses of each product that loses anything or waits, by row of products
 * @param cost what the changes cost
 * @param contracts what contracts oblige to order, and what is ordered, by row of sourcing
 * @param aboveCap value of the goods above the cap of shares, from the decision on
 * @param coverage for each product of a disrupted site, who else makes it; uncovered ones first
 * @param prices what a little more of something scarce would save, dearest first
 * @param size how large the programme was
 * @param findings defaults that filled blanks, periods merged, disruptions without effect
 */
public record Plan(
    String scenario,
    int horizonDays,
    int decisionDay,
    boolean inMoney,
    List<Period> periods,
    PlannedFlows flows,
    List<Move> moves,
    List<Activation> activations,
    Losses withPlan,
    Losses withoutPlan,
    List<DemandLoss> demands,
    List<DemandLoss> products,
    Cost cost,
    List<ContractUse> contracts,
    double aboveCap,
    List<Coverage> coverage,
    List<Price> prices,
    ProgrammeSize size,
    List<Finding> findings) {

  public Plan {
    periods = List.copyOf(periods);
    moves = List.copyOf(moves);
    activations = List.copyOf(activations);
    demands = List.copyOf(demands);
    products = List.copyOf(products);
    contracts = List.copyOf(contracts);
    coverage = List.copyOf(coverage);
    prices = List.copyOf(prices);
    findings = List.copyOf(findings);
  }

  /** Products of disrupted sites that no open or standby source elsewhere makes or supplies. */
  public List<Coverage> uncovered() {
    return coverage.stream().filter(Coverage::isUncovered).toList();
  }

  /** The plan as the sites of the twin carry it out. */
  public Response response() {
    return flows.planned();
  }
}
