package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Scenario;

/**
 * The engine against closed forms for Poisson demand (Snyder and Shen 2019, sections 4.3 and 4.4):
 * simulated means lie within their own intervals of 99.9 %. One node under a fixed level S, fed by
 * an unlimited source with lead time L: an order answers the demand of its own day and comes on day
 * L after it, before that day's demand is served. So on-hand stock less backorders at the end of a
 * day is S - D, D the demand of L days: E[stock] = E(S - D)+, E[backorders] = E(D - S)+, and nobody
 * waits at the end of a day with probability P(D <= S).
 */
class InventoryTheoryTest {
  private static final double NORMAL_99_9 = 3.29;
  private static final int DAYS = 200;
  private static final int WARM_UP = 20;
  private static final int REPLICATIONS = 60;

  /** Means of a replication. */
  private record Means(double stock, double backorders, double servedInFull) {}

  @Test
  void aBaseStockHoldsAndOwesWhatTheTheorySays() {
    base(9, 3, 31);
    base(4, 1, 5);
    base(20, 5, 106);
  }

  @Test
  void aNewsvendorKeepsAndMissesWhatTheTheorySaysAndItsCriticalRatioCostsLeast() {
    // Lead time 1: each day but for its demand begins with S. Holding 1 and shortage 4: the least S
    // with F(S) >= 0.8.
    double[] law = poisson(25);
    int best = 0;
    for (double below = law[0]; below < 0.8; below += law[best]) {
      best++;
    }
    double least = base(25, 1, best);
    assertThat(base(25, 1, best - 2)).isGreaterThan(least);
    assertThat(base(25, 1, best + 2)).isGreaterThan(least);
  }

  /** Checks a level; its mean cost a day, where holding costs 1 and shortage 4. */
  private static double base(double mean, int lead, int level) {
    List<Means> runs = new ArrayList<>();
    Chain chain =
        DrawnChain.of(
            """
            Mine -> Shop: ore, lead %d
            Shop holds ore: %d, upto %d, policy base_stock
            Shop sells ore: %s, law poisson, margin 1
            """
                .formatted(lead, level, level, mean));
    SimulationSpec spec =
        SimulationSpec.of(REPLICATIONS, 17)
            .withStart(SimulationSpec.Pipeline.EMPTY, WARM_UP)
            .withUnmet(SimulationSpec.Unmet.BACKORDER);
    Scenario calm = new Scenario("calm", new Days(DAYS), List.of());
    for (int r = 0; r < REPLICATIONS; r++) {
      runs.add(run(chain, calm, spec, r));
    }
    double stock = 0;
    double backorders = 0;
    double inFull = 0;
    double[] law = poisson(mean * lead);
    for (int demand = 0; demand < law.length; demand++) {
      stock += law[demand] * Math.max(0, level - demand);
      backorders += law[demand] * Math.max(0, demand - level);
      inFull += demand <= level ? law[demand] : 0;
    }
    within(runs.stream().mapToDouble(Means::stock).toArray(), stock);
    within(runs.stream().mapToDouble(Means::backorders).toArray(), backorders);
    within(runs.stream().mapToDouble(Means::servedInFull).toArray(), inFull);
    return runs.stream().mapToDouble(run -> run.stock() + 4 * run.backorders()).average().orElse(0);
  }

  private static Means run(Chain chain, Scenario calm, SimulationSpec spec, int replication) {
    double[] sums = new double[3];
    Simulation.trace(
        chain,
        calm,
        spec,
        replication,
        day -> {
          if (day.node().equals("Shop")) {
            sums[0] += Math.max(0, day.level()) / DAYS;
            sums[1] += Math.max(0, -day.level()) / DAYS;
            sums[2] += day.level() >= 0 ? 1.0 / DAYS : 0;
          }
        });
    return new Means(sums[0], sums[1], sums[2]);
  }

  private static void within(double[] means, double theory) {
    double half = NORMAL_99_9 * Quantiles.deviation(means) / Math.sqrt(means.length);
    assertThat(Quantiles.mean(means)).isBetween(theory - half, theory + half);
    assertThat(half).isLessThan(0.15 * theory);
  }

  private static double[] poisson(double mean) {
    double[] law = new double[(int) (mean + 20 * Math.sqrt(mean) + 20)];
    double logFactorial = 0;
    for (int k = 0; k < law.length; k++) {
      logFactorial += k == 0 ? 0 : Math.log(k);
      law[k] = Math.exp(k * Math.log(mean) - mean - logFactorial);
    }
    return law;
  }
}
