package tenon.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tenon.evaluate.Seeds.forSeeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    long larger =
        java.util.Arrays.stream(result.coefficients()).filter(b -> Math.abs(b) >= size).count();
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
}
