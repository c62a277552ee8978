package tenon.respond.check;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Chain;
import tenon.model.Scenario;
import tenon.respond.Plan;
import tenon.respond.PlanSpec;
import tenon.twin.site.Rules;
import tenon.twin.site.SimulationSpec;

/**
 * Reckons a plan again from its rows. Goods are moved day by day: what leaves arrives a lead time
 * and the delay of its day later, less what is destroyed on the way; stock is what came less what
 * went. Checked are
 *
 * <ul>
 *   <li>stocks of all that the plan plans, at least 0 on every evening (only at the ends of periods
 *       where the plan says that stocks dip within them); what it leaves alone hands over its usual
 *       flow at most;
 *   <li>capacities by their mean over a period, hand-over limits, bans from the decision on, and
 *       standby sources before they can be open;
 *   <li>inputs of recipes, groups of substitutes added up;
 *   <li>units lost, lost margin, weighted loss and unit days late of every demand, every product
 *       and in all;
 *   <li>each part of the cost, what is paid once for every standby source in use among it;
 *   <li>units that contracts ask for and that are not ordered, and shares above the cap;
 *   <li>moves against rates, and rates against moves.
 * </ul>
 *
 * <p>Not checked: that no better plan exists (the tests compare with a plain programme), shadow
 * prices, coverage, and losses without the plan, whose rates a plan does not hold.
 */
public final class PlanCheck {
  private PlanCheck() {}

  /**
   * What is wrong with a plan; empty for a sound one.
   *
   * @param spec how the plan was made
   */
  public static List<Violation> violations(
      Chain chain, Scenario scenario, PlanSpec spec, Plan plan) {
    SimulationSpec simulated =
        SimulationSpec.of(1, 0).withAssumptions(spec.assumptions()).withUnmet(spec.unmet());
    return violations(Rules.of(chain, scenario, simulated), spec, plan);
  }

  /** The same for a plan of stated rules, as those of the middle of a run. */
  public static List<Violation> violations(Rules rules, PlanSpec spec, Plan plan) {
    List<Violation> found = new ArrayList<>();
    Days days = new Days(rules, spec, plan);
    new FlowCheck(days, found).check();
    new LossCheck(days, found).check();
    new CostCheck(days, found).check();
    new ContractCheck(days, found).check();
    new MoveCheck(days, found).check();
    return List.copyOf(found);
  }

  /**
   * Refuses a plan that is wrong.
   *
   * @throws IllegalStateException naming what is wrong; a fault of the planner
   */
  public static void require(Chain chain, Scenario scenario, PlanSpec spec, Plan plan) {
    List<Violation> found = violations(chain, scenario, spec, plan);
    if (!found.isEmpty()) {
      throw new IllegalStateException(
          "the plan fails its check in "
              + found.size()
              + " places, first "
              + String.join("; ", found.stream().limit(3).map(Violation::toString).toList()));
    }
  }
}
