/**
 * A second pair of eyes on a plan: {@link tenon.respond.check.PlanCheck} reckons every balance,
 * limit, loss and cost again from the rows of the plan, day by day. It reads the chain, the rules
 * of the scenario and the plan, and uses nothing of the planner.
 */
@NullMarked
package tenon.respond.check;

import org.jspecify.annotations.NullMarked;
