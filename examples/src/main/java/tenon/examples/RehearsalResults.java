package tenon.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Chain;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.respond.Losses;
import tenon.respond.Plan;
import tenon.respond.PlanSpec;
import tenon.respond.Reallocation;
import tenon.twin.site.ServiceCurve;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;
import tenon.twin.site.Trajectory;

/**
 * What the example's scenario is expected to give: service in time where sites help themselves, and
 * the totals of a plan. Which of several equally good plans is found is left out.
 */
final class RehearsalResults {
  private static final int DIGITS = 6;
  private static final int REPLICATIONS = 20;
  private static final int PERIOD_DAYS = 60;
  private static final int PERIODS = 4;

  private RehearsalResults() {}

  /** Files by name. */
  static Map<String, String> files(Chain chain, Scenario scenario) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("service.csv", service(chain, scenario));
    files.put("plan.csv", plan(chain, scenario));
    return files;
  }

  private static String service(Chain chain, Scenario scenario) {
    Trajectory trajectory =
        Simulation.simulate(
            chain, scenario, SimulationSpec.of(REPLICATIONS, 1).withThreads(2), Progress.NONE);
    ServiceCurve curve = trajectory.total().service();
    StringBuilder csv = new StringBuilder("day,service,low,high\n");
    for (int day = 0; day < curve.days(); day++) {
      csv.append(day).append(',').append(cell(curve.mean(day)));
      csv.append(',').append(cell(curve.low(day)));
      csv.append(',').append(cell(curve.high(day))).append('\n');
    }
    return csv.toString();
  }

  private static String plan(Chain chain, Scenario scenario) {
    PlanSpec spec = PlanSpec.standard().withPeriods(PERIOD_DAYS, PERIODS);
    Plan plan = Reallocation.plan(chain, scenario, spec, Progress.NONE);
    StringBuilder csv = new StringBuilder("what,lost_margin,lost_units\n");
    for (Map.Entry<String, Losses> row :
        List.of(
            Map.entry("without plan", plan.withoutPlan()),
            Map.entry("with plan", plan.withPlan()))) {
      csv.append(row.getKey()).append(',').append(cell(row.getValue().lostMargin()));
      csv.append(',').append(cell(row.getValue().lostUnits())).append('\n');
    }
    return csv.toString();
  }

  private static String cell(double number) {
    double rounded = Round.digits(number, DIGITS);
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
