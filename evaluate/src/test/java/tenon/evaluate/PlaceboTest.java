package tenon.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Seeds.forSeeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaceboTest {
  private static final RegressionSpec SPEC =
      RegressionSpec.of(Formula.of("y ~ d + x + z | unit + period"));

  /** Units 0 to 3 are treated from period 2 on. */
  private static Observations treated(RandomObservations r) {
    double[] d = new double[r.n];
    for (int i = 0; i < r.n; i++) {
      d[i] = r.unit[i] < 4 && r.period[i] >= 2 ? 1 : 0;
    }
    return r.observations().with("d", d);
  }

  @Test
  void everyDrawIsTheRegressionOnItsTreatment() {
    forSeeds(
        30,
        random -> {
          RandomObservations r = new RandomObservations(random);
          Observations data = treated(r);
          List<Map<String, String>> draws = new ArrayList<>();
          for (int draw = 0; draw < 3; draw++) {
            Map<String, String> starts = new HashMap<>();
            for (int unit : random.ints(5, 0, 8).toArray()) {
              starts.put(Integer.toString(unit), Integer.toString(1 + random.nextInt(3)));
            }
            draws.add(starts);
          }
          PlaceboResult result =
              Results.ready(Placebo.run(data, SPEC, "d", new PlaceboDraws.Given(draws)));
          for (int draw = 0; draw < 3; draw++) {
            Fit fit =
                Results.ready(Regression.fit(data.with("d", column(r, draws.get(draw))), SPEC));
            assertThat(result.coefficients()[draw]).isCloseTo(fit.coefficient("d"), within(1e-9));
            assertThat(result.standardErrors()[draw])
                .isCloseTo(fit.standardError("d"), within(1e-9));
            assertThat(result.pValues()[draw]).isCloseTo(fit.p("d"), within(1e-9));
          }
        });
  }

  private static double[] column(RandomObservations r, Map<String, String> starts) {
    double[] d = new double[r.n];
    for (int i = 0; i < r.n; i++) {
      String start = starts.get(Integer.toString(r.unit[i]));
      d[i] = start != null && r.period[i] >= Integer.parseInt(start) ? 1 : 0;
    }
    return d;
  }

  @Test
  void randomDrawsAreTheSameAtAnyNumberOfThreadsAndDifferByKind() {
    Observations data = treated(new RandomObservations(new Random(3)));
    for (PlaceboDraws.Kind kind : PlaceboDraws.Kind.values()) {
      PlaceboDraws draws = new PlaceboDraws.Random(kind, 99, 1);
      PlaceboResult one = Results.ready(Placebo.run(data, SPEC, "d", draws));
      PlaceboResult two = Results.ready(Placebo.run(data, SPEC.withThreads(2), "d", draws));
      assertThat(two.coefficients()).containsExactly(one.coefficients());
      assertThat(one.exactP()).isBetween(.01, 1.0);
    }
  }

  @Test
  void theExactPCountsTheTruthAmongTheDraws() {
    Observations data = treated(new RandomObservations(new Random(4)));
    PlaceboResult result =
        Results.ready(
            Placebo.run(data, SPEC, "d", new PlaceboDraws.Random(PlaceboDraws.Kind.UNITS, 19, 2)));
    double size = Math.abs(result.actual().coefficient("d"));
    long larger = Arrays.stream(result.coefficients()).filter(b -> Math.abs(b) >= size).count();
    assertThat(result.exactP()).isEqualTo((larger + 1) / 20.0);
  }

  @Test
  void aRegressionOfAnotherShapeIsRefused() {
    Observations data = treated(new RandomObservations(new Random(4)));
    PlaceboDraws draws = new PlaceboDraws.Random(PlaceboDraws.Kind.UNITS, 1, 2);
    RegressionSpec one = RegressionSpec.of(Formula.of("y ~ d | unit"));
    assertThat(Results.codes(Placebo.run(data, one, "d", draws))).containsExactly("placebo-shape");
    assertThat(Results.codes(Placebo.run(data, SPEC, "dd", draws))).contains("placebo-treatment");
  }

  /** Units 0 to 3 are treated from period 2 on, so that rows of periods 0 and 1 are left. */
  @Test
  void otherStartsOfTheTreatedLieBeforeTheirOwnAndLeaveItsRowsOut() {
    forSeeds(
        20,
        random -> {
          RandomObservations r = new RandomObservations(random, 16, 6);
          if (IntStream.range(0, 4).filter(unit -> both(r, unit)).count() < 2) {
            return;
          }
          Observations data = treated(r);
          PlaceboDraws draws = new PlaceboDraws.Random(PlaceboDraws.Kind.PERIODS, 5, 1);
          PlaceboResult result = Results.ready(Placebo.run(data, SPEC, "d", draws));
          double[] d = new double[r.n];
          Arrays.setAll(d, i -> r.unit[i] < 4 && r.period[i] == 1 ? 1 : 0);
          int[] rows =
              IntStream.range(0, r.n)
                  .filter(i -> r.unit[i] >= 4 || (r.period[i] < 2 && both(r, r.unit[i])))
                  .toArray();
          // The only other start is period 1.
          Fit fit = Results.ready(Regression.fit(data.with("d", d).rows(rows), SPEC));
          for (int draw = 0; draw < 5; draw++) {
            assertThat(result.coefficients()[draw]).isCloseTo(fit.coefficient("d"), within(1e-9));
            assertThat(result.standardErrors()[draw])
                .isCloseTo(fit.standardError("d"), within(1e-9));
          }
        });
  }

  private static boolean both(RandomObservations r, int unit) {
    return IntStream.range(0, r.n)
            .filter(i -> r.unit[i] == unit && r.period[i] < 2)
            .map(i -> r.period[i])
            .distinct()
            .count()
        == 2;
  }

  /** An effect that grows over the years, as panels have it. */
  @Test
  void theTrueEffectStandsInNoDrawOfOtherStarts() {
    int units = 60;
    int periods = 11;
    Random random = new Random(7);
    double[] y = new double[units * periods];
    double[] d = new double[y.length];
    double[] unit = new double[y.length];
    double[] period = new double[y.length];
    for (int row = 0; row < y.length; row++) {
      unit[row] = Math.floorDiv(row, periods);
      period[row] = row % periods;
      d[row] = unit[row] < 15 && period[row] >= 6 ? 1 : 0;
      y[row] = unit[row] + d[row] * (1 + period[row]) + .5 * random.nextGaussian();
    }
    Observations data =
        Observations.builder(y.length)
            .numbers("y", y)
            .numbers("d", d)
            .numbers("unit", unit)
            .numbers("period", period)
            .build();
    RegressionSpec spec = RegressionSpec.of(Formula.of("y ~ d | unit + period"));
    PlaceboResult result =
        Results.ready(
            Placebo.run(
                data, spec, "d", new PlaceboDraws.Random(PlaceboDraws.Kind.PERIODS, 300, 1)));
    double mean = Arrays.stream(result.coefficients()).average().orElseThrow();
    assertThat(result.actual().coefficient("d")).isGreaterThan(8);
    assertThat(mean).isCloseTo(0, within(.15));
    assertThat(result.exactP()).isEqualTo(1 / 301.);
  }

  @Test
  void drawsNearTheTreatedTakeTheEffectOutFirst() {
    Observations drawn = treated(new RandomObservations(new Random(5)));
    double b = Results.ready(Regression.fit(drawn, SPEC)).coefficient("d");
    double[] without = drawn.numbers("y").clone();
    Arrays.setAll(without, row -> without[row] - b * drawn.number("d", row));
    List<Map<String, String>> starts = List.of(Map.of("4", "1", "5", "3", "6", "2"));
    assertThat(
            Results.ready(Placebo.run(drawn, SPEC, "d", new PlaceboDraws.Given(starts, true)))
                .coefficients()[0])
        .isCloseTo(
            Results.ready(
                    Placebo.run(
                        drawn.with("y", without), SPEC, "d", new PlaceboDraws.Given(starts)))
                .coefficients()[0],
            within(1e-9));
  }

  @Test
  void whereNothingCanBeDrawnItIsTold() {
    Observations data = treated(new RandomObservations(new Random(4)));
    double[] from = new double[data.rows()];
    Arrays.setAll(
        from, row -> data.number("unit", row) < 4 && data.number("period", row) >= 1 ? 1 : 0);
    PlaceboDraws draws = new PlaceboDraws.Random(PlaceboDraws.Kind.PERIODS, 9, 2);
    assertThat(Results.codes(Placebo.run(data.with("d", from), SPEC, "d", draws)))
        .contains("placebo-no-before");
  }
}
