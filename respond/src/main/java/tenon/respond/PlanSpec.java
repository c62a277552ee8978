package tenon.respond;

import java.util.OptionalInt;
import java.util.function.Consumer;
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
    return with(draft -> draft.decisionDay = OptionalInt.of(day));
  }

  /** Decided on the first day of the rules that it is asked of. */
  PlanSpec decidedAtOnce() {
    return with(draft -> draft.decisionDay = OptionalInt.empty());
  }

  /** Periods of at most some days each, and at most so many of them. */
  public PlanSpec withPeriods(int longestDays, int most) {
    return with(
        draft -> {
          draft.longestPeriodDays = longestDays;
          draft.mostPeriods = most;
        });
  }

  public PlanSpec withWaitingPerDay(double share) {
    return with(draft -> draft.waitingPerDay = share);
  }

  public PlanSpec withUnmet(SimulationSpec.Unmet rule) {
    return with(draft -> draft.unmet = rule);
  }

  public PlanSpec withReduced(boolean leaveOut) {
    return with(draft -> draft.reduced = leaveOut);
  }

  public PlanSpec withAssumptions(Assumptions others) {
    return with(draft -> draft.assumptions = others);
  }

  public PlanSpec withGoals(Goals others) {
    return with(draft -> draft.goals = others);
  }

  /** Nothing is shipped from there. */
  public PlanSpec withBan(Ban other) {
    return with(draft -> draft.ban = other);
  }

  public PlanSpec withCap(ShareCap other) {
    return with(draft -> draft.cap = other);
  }

  public PlanSpec withEffort(Effort other) {
    return with(draft -> draft.effort = other);
  }

  /** The same but for what the change sets; what comes of it is checked like any other. */
  private PlanSpec with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.spec();
  }

  /** The settings while they are changed, so that a change names only what it changes. */
  private static final class Draft {
    OptionalInt decisionDay;
    int longestPeriodDays;
    int mostPeriods;
    double waitingPerDay;
    SimulationSpec.Unmet unmet;
    boolean reduced;
    Assumptions assumptions;
    Goals goals;
    Ban ban;
    ShareCap cap;
    Effort effort;

    Draft(PlanSpec spec) {
      decisionDay = spec.decisionDay;
      longestPeriodDays = spec.longestPeriodDays;
      mostPeriods = spec.mostPeriods;
      waitingPerDay = spec.waitingPerDay;
      unmet = spec.unmet;
      reduced = spec.reduced;
      assumptions = spec.assumptions;
      goals = spec.goals;
      ban = spec.ban;
      cap = spec.cap;
      effort = spec.effort;
    }

    PlanSpec spec() {
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
          effort);
    }
  }

  private static void refuseBelowOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + "; write at least 1");
    }
  }
}
