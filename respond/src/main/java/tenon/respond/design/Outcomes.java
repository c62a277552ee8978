package tenon.respond.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tenon.model.Chain;
import tenon.model.Links;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.respond.Plan;
import tenon.respond.Reallocation;

/**
 * The outcome of each scenario with each choice of levers, planned once each. A choice is a set of
 * bits, one per lever.
 */
final class Outcomes {
  private final Chain chain;
  private final List<Lever> levers;
  private final List<Hazard> hazards;
  private final DesignSpec spec;
  private final Map<Integer, Outcome[]> known = new ConcurrentHashMap<>();

  Outcomes(Chain chain, List<Lever> levers, List<Hazard> hazards, DesignSpec spec) {
    this.chain = chain;
    this.levers = levers;
    this.hazards = hazards;
    this.spec = spec;
  }

  /** Outcomes by scenario, planned where they are not known. */
  Outcome[] of(int set) {
    return known.computeIfAbsent(set, this::plan);
  }

  int planned() {
    return known.size() * hazards.size();
  }

  /** Plans choices side by side. */
  void prepare(List<Integer> sets, Progress progress) {
    try (ExecutorService pool = Executors.newFixedThreadPool(spec.threads())) {
      List<Future<?>> waiting = new ArrayList<>();
      sets.forEach(set -> waiting.add(pool.submit(() -> of(set))));
      for (int done = 0; done < waiting.size(); done++) {
        progress.report("design", done, waiting.size());
        waiting.get(done).get();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while planning", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  private Outcome[] plan(int set) {
    List<Lever> chosen = new ArrayList<>();
    for (int lever = 0; lever < levers.size(); lever++) {
      if ((set & 1 << lever) != 0) {
        chosen.add(levers.get(lever));
      }
    }
    Chain levered = LeveredChain.of(chain, chosen);
    int sooner = 0;
    double paid = 1;
    for (Lever lever : chosen) {
      for (Change change : lever.changes()) {
        if (change instanceof Change.Notice(int days)) {
          sooner = Math.max(sooner, days);
        } else if (change instanceof Change.Insurance(double share)) {
          paid *= 1 - share;
        }
      }
    }
    Outcome[] outcomes = new Outcome[hazards.size()];
    for (int k = 0; k < outcomes.length; k++) {
      outcomes[k] = outcome(levered, hazards.get(k).scenario(), sooner, paid);
    }
    return outcomes;
  }

  private Outcome outcome(Chain levered, Scenario scenario, int sooner, double paid) {
    int last = (int) Math.ceil(scenario.horizon().value()) - 1;
    double first =
        scenario.disruptions().stream()
            .mapToDouble(one -> one.window().firstDay())
            .min()
            .orElse(0);
    int decision = Math.min(last, (int) first + Math.max(0, spec.noticeDays() - sooner));
    Plan plan =
        Reallocation.plan(
            levered, scenario, spec.planning().withDecisionDay(decision), Progress.NONE);
    double cost = plan.inMoney() ? plan.cost().total() : 0;
    double asked = 0;
    for (int demand = 0; demand < levered.demands().count(); demand++) {
      asked += levered.demands().meanPerDay(demand) * plan.horizonDays();
    }
    double served = asked == 0 ? 1 : 1 - plan.withPlan().lostUnits() / asked;
    return new Outcome(
        paid * (plan.withPlan().lostMargin() + cost),
        served,
        co2(levered, plan),
        concentration(levered, plan));
  }

  private static double units(Plan plan, int link) {
    double units = 0;
    for (int period = 0; period < plan.periods().size(); period++) {
      int days = plan.periods().get(period).days();
      units += plan.flows().linkPerDay(period, link) * days;
    }
    return units;
  }

  private static double co2(Chain chain, Plan plan) {
    double sum = 0;
    for (int link = 0; link < chain.links().count(); link++) {
      double each = chain.links().co2KgPerUnit(link);
      sum += Double.isNaN(each) ? 0 : each * units(plan, link);
    }
    return sum;
  }

  private static double concentration(Chain chain, Plan plan) {
    Links links = chain.links();
    Map<List<Integer>, double[]> bySupplier = new LinkedHashMap<>();
    for (int link = 0; link < links.count(); link++) {
      double units = units(plan, link);
      if (units > 0) {
        double[] sums =
            bySupplier.computeIfAbsent(
                List.of(links.customer(link), links.product(link), links.supplier(link)),
                _ -> new double[1]);
        sums[0] += units;
      }
    }
    Map<List<Integer>, double[]> totals = new LinkedHashMap<>();
    bySupplier.forEach(
        (key, units) -> {
          double[] sums = totals.computeIfAbsent(key.subList(0, 2), _ -> new double[2]);
          sums[0] += units[0];
          sums[1] += units[0] * units[0];
        });
    double weight = 0;
    double weighted = 0;
    for (double[] sums : totals.values()) {
      weight += sums[0];
      weighted += sums[1] / sums[0];
    }
    return weight == 0 ? Double.NaN : weighted / weight;
  }
}
