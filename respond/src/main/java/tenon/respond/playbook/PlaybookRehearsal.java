package tenon.respond.playbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Interval;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.respond.Activation;
import tenon.respond.Comparison;
import tenon.respond.PairedDifference;
import tenon.respond.Plan;
import tenon.respond.PlanSpec;
import tenon.respond.Reallocation;
import tenon.respond.Rehearsal;
import tenon.twin.site.DemandOutcome;
import tenon.twin.site.SimulationSpec;

/**
 * A playbook rehearsed on the twin: with the sources it calls, open when its steps are finished,
 * the best plan is made and carried out beside nobody reacting, under the same draws. So is the
 * best plan on the same chain with none of these sources: most of what is avoided against nobody
 * reacting is often due to planning anew, and only what the playbook avoids beside that is its own.
 *
 * @param timing when the steps start and finish
 * @param plan what is made, shipped and bought elsewhere
 * @param comparison the runs
 * @param costs what all costs: its steps, and what the plan's changed flows cost, money
 * @param without the plan with none of the sources that the playbook opens
 * @param replanned the runs of that plan
 * @param added loss by that plan less loss by the playbook's, replication by replication
 * @param unitsByStep units that the plan takes from what a step opens, by id of the step
 */
public record PlaybookRehearsal(
    Timing timing,
    Plan plan,
    Comparison comparison,
    double costs,
    Plan without,
    Comparison replanned,
    PairedDifference added,
    Map<String, Double> unitsByStep) {

  /** A share of the day below which nothing is served, but for rounding. */
  private static final double NOTHING_SERVED = 1e-9;

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
    PreparedChain steps = PreparedChain.of(chain, playbook, horizon(scenario));
    Chain prepared = steps.chain();
    Plan plan = Reallocation.plan(prepared, scenario, planning, progress);
    Chain idle = PreparedChain.idle(prepared, horizon(scenario));
    Plan without = Reallocation.plan(idle, scenario, planning, progress);
    List<Comparison> runs =
        Rehearsal.compare(prepared, scenario, List.of(plan, without), simulation, progress);
    Comparison comparison = runs.get(0);
    Comparison replanned = runs.get(1);
    return new PlaybookRehearsal(
        Timing.of(playbook),
        plan,
        comparison,
        playbook.stepCost() + plan.cost().total(),
        without,
        replanned,
        PairedDifference.of(replanned.planned().losses(), comparison.planned().losses()),
        units(plan, steps.rows()));
  }

  /**
   * The chain on which a sound playbook's plan is made: of all standby sources only those that it
   * calls can open, and what it adds stands by until its step is finished.
   */
  public static Chain prepared(Chain chain, Scenario scenario, Playbook playbook) {
    return PreparedChain.of(chain, playbook, horizon(scenario)).chain();
  }

  private static int horizon(Scenario scenario) {
    return (int) Math.ceil(scenario.horizon().value());
  }

  private static Map<String, Double> units(Plan plan, Map<String, List<String>> rows) {
    Map<String, Double> units = new LinkedHashMap<>();
    rows.forEach(
        (step, opened) ->
            units.put(
                step,
                plan.activations().stream()
                    .filter(activation -> opened.contains(activation.rowId()))
                    .mapToDouble(Activation::units)
                    .sum()));
    return units;
  }

  /** Mean loss that is avoided against nobody reacting, money. */
  public double avoided() {
    return comparison.planAgainstNothing().mean();
  }

  /** Interval of the loss avoided, 95 %. */
  public Interval avoidedInterval() {
    return comparison.planAgainstNothing().interval();
  }

  /** Share of the loss where nobody reacts that is avoided; NaN where nothing is lost. */
  public double share() {
    double nothing = comparison.nothing().loss().mean();
    return nothing == 0 ? Double.NaN : avoided() / nothing;
  }

  /** What the playbook costs beside planning anew without it: its steps, and dearer flows. */
  public double addedCost() {
    return costs - without.cost().total();
  }

  /** Loss avoided for each unit of money spent; NaN where nothing is spent. */
  public double avoidedPerCost() {
    return per(avoided(), costs);
  }

  /** Its interval, 95 %, of the loss alone: what is spent is the plan's; null where nothing is. */
  public @Nullable Interval avoidedPerCostInterval() {
    return per(avoidedInterval(), costs);
  }

  /**
   * Loss that the playbook avoids beside planning anew for each unit of money that it costs beside
   * it; NaN where it costs nothing or saves money.
   */
  public double addedPerCost() {
    return per(added.mean(), addedCost());
  }

  /** Its interval, 95 %; null where that costs nothing. */
  public @Nullable Interval addedPerCostInterval() {
    return per(added.interval(), addedCost());
  }

  private static double per(double loss, double cost) {
    return cost > 0 ? loss / cost : Double.NaN;
  }

  private static @Nullable Interval per(Interval loss, double cost) {
    return cost > 0 ? new Interval(loss.low() / cost, loss.high() / cost) : null;
  }

  /**
   * Demands at which the twin sees the chain break where nobody reacts: in half of the draws or
   * more there is a day on which nothing at all is served, and more is lost than without the
   * scenario.
   */
  public List<DemandOutcome> broken() {
    return comparison.nothing().demands().stream()
        .filter(demand -> demand.outcome().robustness().median() <= NOTHING_SERVED)
        .filter(demand -> demand.moreLostUnits().mean() > 0)
        .toList();
  }
}
