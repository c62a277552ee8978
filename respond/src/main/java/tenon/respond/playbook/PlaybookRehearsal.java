package tenon.respond.playbook;

import tenon.model.Chain;
import tenon.model.Interval;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.respond.Comparison;
import tenon.respond.Plan;
import tenon.respond.PlanSpec;
import tenon.respond.Reallocation;
import tenon.respond.Rehearsal;
import tenon.twin.site.SimulationSpec;

/**
 * A playbook rehearsed on the twin: with the sources it calls, open when its steps are finished,
 * the best plan is made and carried out beside nobody reacting, under the same draws.
 *
 * @param timing when the steps start and finish
 * @param plan what is made, shipped and bought elsewhere
 * @param comparison the runs
 * @param costs what the playbook costs: its steps, and what the plan's changed flows cost, money
 */
public record PlaybookRehearsal(Timing timing, Plan plan, Comparison comparison, double costs) {

  /**
   * Rehearses a sound playbook.
   *
   * @param playbook a playbook in which {@link PlaybookCheck} finds no error for the chain
   */
  public static PlaybookRehearsal of(
      Chain chain,
      Scenario scenario,
      Playbook playbook,
      PlanSpec planning,
      SimulationSpec simulation,
      Progress progress) {
    Chain prepared = prepared(chain, scenario, playbook);
    Plan plan = Reallocation.plan(prepared, scenario, planning, progress);
    Comparison comparison = Rehearsal.compare(prepared, scenario, plan, simulation, progress);
    return new PlaybookRehearsal(
        Timing.of(playbook), plan, comparison, playbook.stepCost() + plan.cost().total());
  }

  /**
   * The chain on which a sound playbook's plan is made: of all standby sources only those that it
   * calls can open, and what it adds stands by until its step is finished.
   */
  public static Chain prepared(Chain chain, Scenario scenario, Playbook playbook) {
    return PreparedChain.of(chain, playbook, (int) Math.ceil(scenario.horizon().value()));
  }

  /** Mean loss that the playbook avoids against nobody reacting, money. */
  public double avoided() {
    return comparison.planAgainstNothing().mean();
  }

  /** Interval of the loss avoided, 95 %. */
  public Interval avoidedInterval() {
    return comparison.planAgainstNothing().interval();
  }

  /** Share of the loss where nobody reacts that the playbook avoids; NaN where nothing is lost. */
  public double share() {
    double without = comparison.nothing().loss().mean();
    return without == 0 ? Double.NaN : avoided() / without;
  }

  /** Loss avoided for each unit of money spent; infinite where it costs nothing. */
  public double avoidedPerCost() {
    return avoided() / costs;
  }
}
