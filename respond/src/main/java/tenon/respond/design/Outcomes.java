package tenon.respond.design;

import java.util.ArrayList;
import java.util.HashMap;
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
import tenon.respond.Losses;
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

  /** The same without what insurance pays: levers of insurance alone need no plan of their own. */
  private final Map<Integer, Outcome[]> uninsured = new ConcurrentHashMap<>();

  /** Whether losses are money; else they are units, as no margins are known. */
  private volatile boolean inMoney = true;

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

  boolean inMoney() {
    return inMoney;
  }

  int planned() {
    return uninsured.size() * hazards.size();
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
    double borne = 1;
    int physical = 0;
    for (int lever : Design.members(set)) {
      boolean changes = false;
      for (Change change : levers.get(lever).changes()) {
        switch (change) {
          case Change.Insurance(double share) -> borne *= 1 - share;
          case Change.Capacity _,
              Change.Stock _,
              Change.Source _,
              Change.Plant _,
              Change.Loop _,
              Change.Substitute _,
              Change.Market _,
              Change.Ready _,
              Change.Notice _,
              Change.Credit _,
              Change.EarlyPayment _ ->
              changes = true;
        }
      }
      physical |= changes ? 1 << lever : 0;
    }
    Outcome[] outcomes = uninsured.computeIfAbsent(physical, this::planned).clone();
    for (int k = 0; k < outcomes.length; k++) {
      outcomes[k] = outcomes[k].bearing(borne);
    }
    return outcomes;
  }

  private Outcome[] planned(int set) {
    List<Lever> chosen = Design.members(set).stream().map(levers::get).toList();
    Chain levered = LeveredChain.of(chain, chosen);
    int sooner = 0;
    for (Lever lever : chosen) {
      for (Change change : lever.changes()) {
        sooner = change instanceof Change.Notice(int days) ? Math.max(sooner, days) : sooner;
      }
    }
    Outcome[] outcomes = new Outcome[hazards.size()];
    for (int k = 0; k < outcomes.length; k++) {
      outcomes[k] =
          outcome(levered, Finance.in(hazards.get(k).scenario(), chain, chosen), sooner, chosen);
    }
    return outcomes;
  }

  private Outcome outcome(Chain levered, Scenario scenario, int sooner, List<Lever> chosen) {
    int last = (int) Math.ceil(scenario.horizon().value()) - 1;
    double first =
        scenario.disruptions().stream().mapToDouble(one -> one.window().firstDay()).min().orElse(0);
    int decision = Math.min(last, (int) first + Math.max(0, spec.noticeDays() - sooner));
    Plan plan =
        Reallocation.plan(
            levered, scenario, spec.planning().withDecisionDay(decision), Progress.NONE);
    if (!plan.inMoney()) {
      inMoney = false;
    }
    double cost = plan.inMoney() ? plan.cost().total() : 0;
    double asked = 0;
    for (int demand = 0; demand < levered.demands().count(); demand++) {
      asked += levered.demands().meanPerDay(demand) * plan.horizonDays();
    }
    double served = asked == 0 ? 1 : 1 - plan.withPlan().lostUnits() / asked;
    return new Outcome(
        plan.withPlan().lostMargin() + plan.withPlan().waiting() + cost,
        served,
        co2(levered, plan),
        concentration(levered, plan),
        byDemand(levered, plan, chosen));
  }

  /**
   * Losses by row of the chain as it is; what is lost in a market that a lever opened belongs to
   * the one that it was moved from.
   */
  private double[] byDemand(Chain levered, Plan plan, List<Lever> chosen) {
    Map<List<String>, Losses> losses = new HashMap<>();
    plan.demands()
        .forEach(one -> losses.put(List.of(one.siteId(), one.productId()), one.withPlan()));
    double[] byDemand = new double[chain.demands().count()];
    Map<List<String>, Integer> rows = new HashMap<>();
    for (int demand = 0; demand < byDemand.length; demand++) {
      rows.put(LeveredChain.place(chain, demand), demand);
    }
    Map<List<String>, Integer> opened = new HashMap<>(rows);
    for (Lever lever : chosen) {
      for (Change change : lever.changes()) {
        if (change instanceof Change.Market(String site, String product, String to, double _)) {
          opened.putIfAbsent(List.of(to, product), rows.get(List.of(site, product)));
        }
      }
    }
    for (int demand = 0; demand < levered.demands().count(); demand++) {
      List<String> place = LeveredChain.place(levered, demand);
      Losses lost = losses.get(place);
      Integer row = opened.get(place);
      if (lost != null && row != null) {
        byDemand[row] += lost.lostMargin() + lost.waiting();
      }
    }
    return byDemand;
  }

  /** Which firms earn what each demand brings, by the usual flows of the chain as it is. */
  ValueShares shares() {
    Plan plan =
        Reallocation.plan(
            chain,
            hazards.getFirst().scenario(),
            spec.planning().withDecisionDay(0),
            Progress.NONE);
    return ValueShares.of(chain, plan.flows());
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
