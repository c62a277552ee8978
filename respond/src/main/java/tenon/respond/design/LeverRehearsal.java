package tenon.respond.design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import tenon.model.Chain;
import tenon.model.Demands;
import tenon.model.Finding;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;
import tenon.twin.site.Trajectory;

/**
 * Levers on the twin: scenarios simulated without and with all of them under the same draws, every
 * site helping itself. Nothing is planned, so that levers count only as far as the sites' own rules
 * make use of them; earlier notice and insurance move no goods and count for nothing.
 *
 * <p>Ratios over replications are estimated as ratios of means, their errors from the replications'
 * residuals (Cochran 1977, Sampling Techniques, 6.3-6.4).
 *
 * @param cases by scenario
 * @param lossBefore loss a year without the levers, by replication; money, or units where a margin
 *     is unknown
 * @param lossAfter the same with the levers
 * @param demandedPerYear worth of a year's demand, in the same unit
 * @param inMoney whether that is money
 * @param findings what the twin assumed, and doubted
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record LeverRehearsal(
    List<Case> cases,
    double[] lossBefore,
    double[] lossAfter,
    double demandedPerYear,
    boolean inMoney,
    List<Finding> findings) {
  private static final double DAYS_PER_YEAR = 365;

  /** A scenario without and with the levers. */
  public record Case(Hazard hazard, Trajectory without, Trajectory with) {}

  /** A number with its standard error; the error is {@code NaN} for one replication. */
  public record Estimate(double value, double standardError) {}

  /**
   * Simulates scenarios without and with levers.
   *
   * @param levers whose ids the chain knows
   * @param hazards at least one
   * @param spec how to simulate; its response is not used
   */
  public static LeverRehearsal of(
      Chain chain,
      List<Lever> levers,
      List<Hazard> hazards,
      SimulationSpec spec,
      Progress progress) {
    if (hazards.isEmpty()) {
      throw new IllegalArgumentException("no scenario; give at least one");
    }
    Chain levered = LeveredChain.of(chain, levers);
    List<Case> cases = new ArrayList<>();
    Set<Finding> findings = new LinkedHashSet<>();
    double[] before = new double[spec.replications()];
    double[] after = new double[spec.replications()];
    for (Hazard hazard : hazards) {
      Scenario scenario = hazard.scenario();
      Trajectory without = Simulation.simulate(chain, scenario, spec, progress);
      Scenario eased = Finance.in(scenario, chain, levers);
      Trajectory with = Simulation.simulate(levered, eased, spec, progress);
      cases.add(new Case(hazard, without, with));
      findings.addAll(without.findings());
      for (int r = 0; r < before.length; r++) {
        before[r] += hazard.perYear() * without.losses().at(r);
        after[r] += hazard.perYear() * with.losses().at(r);
      }
    }
    boolean inMoney = cases.getFirst().without().loss().inMoney();
    return new LeverRehearsal(
        List.copyOf(cases),
        before,
        after,
        demanded(chain, inMoney),
        inMoney,
        List.copyOf(findings));
  }

  /** What a year's demand is worth if it were lost: as losses are counted. */
  private static double demanded(Chain chain, boolean inMoney) {
    Demands demands = chain.demands();
    double perDay = 0;
    for (int demand = 0; demand < demands.count(); demand++) {
      double worth = 1;
      if (inMoney) {
        double penalty = demands.lostSaleCost(demand);
        worth =
            chain.products().marginPerUnit(demands.product(demand))
                + (Double.isNaN(penalty) ? 0 : penalty);
      }
      perDay += demands.meanPerDay(demand) * worth;
    }
    return perDay * DAYS_PER_YEAR;
  }

  /** Loss a year that the levers avert. */
  public Estimate averted() {
    return ratio(r -> lossBefore[r] - lossAfter[r], _ -> 1);
  }

  /**
   * Change of the yearly loss as a share of that without levers; negative where loss is averted.
   */
  public Estimate lossChange() {
    return ratio(r -> lossAfter[r] - lossBefore[r], r -> lossBefore[r]);
  }

  /** Change of what is served in a year, by worth, as a share of that without levers. */
  public Estimate servedChange() {
    return ratio(r -> lossBefore[r] - lossAfter[r], r -> demandedPerYear - lossBefore[r]);
  }

  private Estimate ratio(IntToDoubleFunction above, IntToDoubleFunction below) {
    int n = lossBefore.length;
    double top = 0;
    double bottom = 0;
    for (int r = 0; r < n; r++) {
      top += above.applyAsDouble(r) / n;
      bottom += below.applyAsDouble(r) / n;
    }
    double ratio = top / bottom;
    double squares = 0;
    for (int r = 0; r < n; r++) {
      double off = above.applyAsDouble(r) - ratio * below.applyAsDouble(r);
      squares += off * off;
    }
    return new Estimate(
        ratio, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n) / Math.abs(bottom));
  }
}
