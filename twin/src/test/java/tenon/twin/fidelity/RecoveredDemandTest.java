package tenon.twin.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Columns;
import tenon.model.Days;
import tenon.model.Interval;
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

  /** A chain whose demand goes by the week, or the year, and has days without any. */
  private static Chain moving(double zeroShare, double[] week, double[] year) {
    Chain plain = chain("gamma", 20, 18);
    List<String> periods =
        Resource.SEASONS.fields().get(Resource.SEASONS.position("period")).categories();
    ChainEdit edit = ChainEdit.of(plain);
    if (zeroShare > 0) {
      edit.set(Resource.DEMAND, 0, "zero_share", zeroShare);
    }
    for (int at = 0; at < week.length + year.length; at++) {
      double factor = at < week.length ? week[at] : year[at - week.length];
      String period = periods.get(at < week.length ? at : at - week.length + 7);
      edit.add(
          Resource.SEASONS,
          row ->
              row.set("site_id", "shop")
                  .set("product_id", "p")
                  .set("period", period)
                  .set("factor", factor));
    }
    return edit.chain();
  }

  private static double[] years(Chain chain, int replication, int days) {
    List<Double> asked = new ArrayList<>();
    Simulation.trace(
        chain,
        new Scenario("calm", new Days(days), List.of()),
        SimulationSpec.of(1, 12).withStartDate(LocalDate.ofEpochDay(FIRST)),
        replication,
        day -> asked.add(day.asked()));
    return asked.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static final long FIRST = LocalDate.of(2023, 3, 8).toEpochDay();

  @Test
  void aWeekWithDaysWithoutDemandIsFoundAgain() {
    double[] week = {1.6, 1.2, 1, 1, 1.2, 1, 0};
    Chain chain = moving(0.3, week, new double[0]);
    int found = 0;
    int zeros = 0;
    int means = 0;
    int factors = 0;
    int inside = 0;
    int count = 0;
    for (int run = 0; run < RUNS; run++) {
      double[] y = years(chain, run, DAYS);
      LawFit fit = LawFit.demand(y, FIRST);
      Seasons.Factors own = fit.seasons().week();
      found += own != null && fit.seasons().year() == null ? 1 : 0;
      zeros += fit.zeroShare().low() <= 0.3 && fit.zeroShare().high() >= 0.3 ? 1 : 0;
      means += fit.mean().low() <= 20 && fit.mean().high() >= 20 ? 1 : 0;
      if (own != null) {
        assertThat(own.factor()[6]).isZero();
        for (int day = 0; day < 7; day++) {
          Interval ends = own.interval()[day];
          factors += ends.low() <= week[day] && ends.high() >= week[day] ? 1 : 0;
        }
      }
      double[] later = years(chain, RUNS + run, DAYS);
      Score score = Score.of(nth -> fit.on(FIRST + nth), y, later, false);
      inside += score.inside();
      count += score.count();
      assertThat(score.skill()).isPositive();
    }
    assertThat(found).isEqualTo(RUNS);
    assertThat(zeros).isGreaterThanOrEqualTo(25);
    assertThat(means).isGreaterThanOrEqualTo(25);
    assertThat((double) factors / (7 * RUNS)).isGreaterThan(0.9);
    assertThat((double) inside / count).isBetween(0.885, 0.955);
  }

  @Test
  void monthsAreFoundWhereTwoYearsAreKnown() {
    double[] year = {.4, .4, .7, .9, 1, 1.3, 1.6, 1.6, 1.3, 1, 1, .8};
    Chain chain = moving(0, new double[0], year);
    LawFit fit = LawFit.demand(years(chain, 0, 3 * 365), FIRST);
    Seasons.Factors own = Objects.requireNonNull(fit.seasons().year());
    assertThat(fit.seasons().week()).isNull();
    for (int month = 0; month < 12; month++) {
      assertThat(own.factor()[month]).isBetween(year[month] * 0.7, year[month] * 1.4);
    }
    assertThat(LawFit.demand(years(chain, 0, 600), FIRST).seasons().year()).isNull();
  }

  @Test
  void wherePeriodsAreAlikeNoneIsTold() {
    int alike = 0;
    for (int run = 0; run < RUNS; run++) {
      LawFit fit = LawFit.demand(history(chain("gamma", 20, 14), run), FIRST);
      alike += fit.seasons().title().isEmpty() && fit.law().zeroShare() == 0 ? 1 : 0;
    }
    // AIC takes six needless numbers about once in sixteen.
    assertThat(alike).isGreaterThanOrEqualTo(24);
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
