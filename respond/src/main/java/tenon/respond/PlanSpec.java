package tenon.respond;

import java.util.OptionalInt;
import tenon.twin.site.Assumptions;
import tenon.twin.site.SimulationSpec;

/**
 * How a plan is made.
 *
 * @param decisionDay day on which the plan is made, at least 0: before it flows are as if nobody
 *     reacts, and standby sources need their activation days from then on; where empty, the first
 *     disrupted day
 * @param longestPeriodDays longest period of constant rates, days
 * @param mostPeriods most periods; the least important boundaries are merged, with a finding
 * @param waitingPerDay price of a unit of demand that waits a day, as a share of the loss of the
 *     unit, at least 0
 * @param unmet what becomes of demand that is not served on time
 * @param reduced whether nodes whose flows cannot differ from usual are left out; the optimum is
 *     the same
 * @param assumptions what fills blanks, as in the simulation
 * @param goals what is made least
 * @param ban from where nothing is shipped from the decision on
 * @param cap share of one supplier above which supply counts as concentrated
 * @param effort when the choice of standby sources may stop short of the best
 */
public record PlanSpec(
    OptionalInt decisionDay,
    int longestPeriodDays,
    int mostPeriods,
    double waitingPerDay,
    SimulationSpec.Unmet unmet,
    boolean reduced,
    Assumptions assumptions,
    Goals goals,
    Ban ban,
    ShareCap cap,
    Effort effort) {

  public PlanSpec {
    if (decisionDay.isPresent() && decisionDay.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "decisionDay is " + decisionDay.getAsInt() + "; write a day of at least 0");
    }
    refuseBelowOne("longestPeriodDays", longestPeriodDays);
    refuseBelowOne("mostPeriods", mostPeriods);
    if (!(waitingPerDay >= 0 && waitingPerDay < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "waitingPerDay is " + waitingPerDay + "; write a finite share of at least 0");
    }
  }

  /**
   * Decided on the first disrupted day, periods of at most 30 days, at most 10 of them, a
   * thousandth of the loss for a day of waiting, unmet demand by cost, reduced, standard
   * assumptions, the shortfall before the cost, no ban, no cap, standby sources chosen to a
   * ten-thousandth of the cost within 20,000 nodes.
   */
  public static PlanSpec standard() {
    return new PlanSpec(
        OptionalInt.empty(),
        30,
        10,
        1e-3,
        SimulationSpec.Unmet.BY_COST,
        true,
        Assumptions.standard(),
        Goals.standard(),
        Ban.NONE,
        ShareCap.NONE,
        Effort.STANDARD);
  }

  public PlanSpec withDecisionDay(int day) {
    return new PlanSpec(
        OptionalInt.of(day),
        longestPeriodDays,
        mostPeriods,
        waitingPerDay,
        unmet,
        reduced,
        assumptions,
        goals,
        ban,
        cap,
        effort);
  }

  /** Decided on the first day of the rules that it is asked of. */
  PlanSpec decidedAtOnce() {
    return new PlanSpec(
        OptionalInt.empty(),
        longestPeriodDays,
        mostPeriods,
        waitingPerDay,
        unmet,
        reduced,
        assumptions,
        goals,
        ban,
        cap,
        effort);
  }

  /** Periods of at most some days each, and at most so many of them. */
  public PlanSpec withPeriods(int longestDays, int most) {
    return new PlanSpec(
        decisionDay,
        longestDays,
        most,
        waitingPerDay,
        unmet,
        reduced,
        assumptions,
        goals,
        ban,
        cap,
        effort);
  }

  public PlanSpec withWaitingPerDay(double share) {
    return new PlanSpec(
        decisionDay,
        longestPeriodDays,
        mostPeriods,
        share,
        unmet,
        reduced,
        assumptions,
        goals,
        ban,
        cap,
        effort);
  }

  public PlanSpec withUnmet(SimulationSpec.Unmet rule) {
    return new PlanSpec(
        decisionDay,
        longestPeriodDays,
        mostPeriods,
        waitingPerDay,
        rule,
        reduced,
        assumptions,
        goals,
        ban,
        cap,
        effort);
  }

  public PlanSpec withReduced(boolean leaveOut) {
    return new PlanSpec(
        decisionDay,
        longestPeriodDays,
        mostPeriods,
        waitingPerDay,
        unmet,
        leaveOut,
        assumptions,
        goals,
        ban,
        cap,
        effort);
  }

  public PlanSpec withAssumptions(Assumptions others) {
    return new PlanSpec(
        decisionDay,
        longestPeriodDays,
        mostPeriods,
        waitingPerDay,
        unmet,
        reduced,
        others,
        goals,
        ban,
        cap,
        effort);
  }

  public PlanSpec withGoals(Goals others) {
    return new PlanSpec(
        decisionDay,
        longestPeriodDays,
        mostPeriods,
        waitingPerDay,
        unmet,
        reduced,
        assumptions,
        others,
        ban,
        cap,
        effort);
  }

  /** Nothing is shipped from there. */
  public PlanSpec withBan(Ban other) {
    return new PlanSpec(
        decisionDay,
        longestPeriodDays,
        mostPeriods,
        waitingPerDay,
        unmet,
        reduced,
        assumptions,
        goals,
        other,
        cap,
        effort);
  }

  public PlanSpec withCap(ShareCap other) {
    return new PlanSpec(
        decisionDay,
        longestPeriodDays,
        mostPeriods,
        waitingPerDay,
        unmet,
        reduced,
        assumptions,
        goals,
        ban,
        other,
        effort);
  }

  public PlanSpec withEffort(Effort other) {
    return new PlanSpec(
        decisionDay,
        longestPeriodDays,
        mostPeriods,
        waitingPerDay,
        unmet,
        reduced,
        assumptions,
        goals,
        ban,
        cap,
        other);
  }

  private static void refuseBelowOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + "; write at least 1");
    }
  }
}
