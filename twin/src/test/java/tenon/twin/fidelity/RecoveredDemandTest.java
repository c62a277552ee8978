package tenon.twin.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Days;
import tenon.model.Resource;
import tenon.model.Scenario;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;

/** Demand that the twin itself has drawn, fitted again. */
class RecoveredDemandTest {
  private static final int RUNS = 30;
  private static final int DAYS = 300;

  private static Chain chain(String distribution, double mean, double sd) {
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    tables.put(
        Resource.REGIONS,
        new Columns.Builder(Resource.REGIONS).row().set("region_id", "r").build());
    tables.put(
        Resource.FIRMS, new Columns.Builder(Resource.FIRMS).row().set("firm_id", "f").build());
    tables.put(
        Resource.SITES,
        new Columns.Builder(Resource.SITES)
            .row()
            .set("site_id", "shop")
            .set("firm_id", "f")
            .set("region_id", "r")
            .set("kind", "store")
            .build());
    tables.put(
        Resource.PRODUCTS,
        new Columns.Builder(Resource.PRODUCTS).row().set("product_id", "p").build());
    tables.put(
        Resource.DEMAND,
        new Columns.Builder(Resource.DEMAND)
            .row()
            .set("site_id", "shop")
            .set("product_id", "p")
            .set("mean_per_day", mean)
            .set("sd_per_day", sd)
            .set("distribution", distribution)
            .build());
    tables.put(
        Resource.STOCKS,
        new Columns.Builder(Resource.STOCKS)
            .row()
            .set("site_id", "shop")
            .set("product_id", "p")
            .set("on_hand", 100)
            .build());
    return Chain.of(tables);
  }

  private static double[] history(Chain chain, int replication) {
    List<Double> asked = new ArrayList<>();
    Simulation.trace(
        chain,
        new Scenario("calm", new Days(DAYS), List.of()),
        SimulationSpec.of(1, 11),
        replication,
        day -> asked.add(day.asked()));
    return asked.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void recovers(String distribution, double mean, double sd) {
    Chain chain = chain(distribution, mean, sd);
    int family = 0;
    int means = 0;
    int deviations = 0;
    int inside = 0;
    int count = 0;
    for (int run = 0; run < RUNS; run++) {
      double[] y = history(chain, run);
      LawFit fit = LawFit.demand(y);
      family += fit.law().family().title().equals(distribution) ? 1 : 0;
      means += mean >= fit.mean().low() && mean <= fit.mean().high() ? 1 : 0;
      deviations += sd >= fit.sd().low() && sd <= fit.sd().high() ? 1 : 0;
      Score score = Score.of(fit.law(), y, history(chain, RUNS + run), false);
      inside += score.inside();
      count += score.count();
    }
    // 28 or 29 of 30 are expected to hold; fewer than 25 come about once in 300.
    assertThat(family).as(distribution).isGreaterThanOrEqualTo(22);
    assertThat(means).as(distribution + " mean").isGreaterThanOrEqualTo(25);
    assertThat(deviations).as(distribution + " sd").isGreaterThanOrEqualTo(25);
    // Bands of whole numbers hold a little more than 90 %.
    assertThat((double) inside / count).as(distribution).isBetween(0.885, 0.955);
  }

  @Test
  void lawsThatTheDailyRunDrawsAreFoundAgainWithTheirParameters() {
    recovers("gamma", 20, 14);
    recovers("lognormal", 20, 14);
    recovers("normal", 50, 8);
    recovers("poisson", 6, Math.sqrt(6));
    recovers("negative_binomial", 6, 5);
  }
}
