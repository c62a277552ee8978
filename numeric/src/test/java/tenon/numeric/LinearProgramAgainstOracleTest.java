package tenon.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinearProgramAgainstOracleTest {
  private static final int SEEDS = 400;
  private static final int CHANGES = 8;

  @ParameterizedTest
  @EnumSource
  void everyResolveAgreesWithThePlainSimplex(Engine engine) {
    RandomPrograms.forSeeds(
        SEEDS,
        random -> {
          var model = RandomPrograms.model(random);
          try (var program = RandomPrograms.program(model, engine)) {
            for (int step = 0; step < CHANGES; step++) {
              check(program.solve(), DenseSimplex.solve(model), step);
              RandomPrograms.change(random, model, program);
            }
          }
        });
  }

  private static void check(Solution solution, DenseSimplex.Answer expected, int step) {
    assertThat(solution.status()).as("status after %s changes", step).isEqualTo(expected.status());
    if (expected.status() == Solution.Status.OPTIMAL) {
      assertThat(solution.objective()).as("objective after %s changes", step).isCloseTo(expected.objective(), within(1e-6));
    }
  }

  /** Strong duality: the optimum equals what duals and reduced costs make of the bounds that bind. */
  @ParameterizedTest
  @EnumSource
  void dualsPriceTheOptimum(Engine engine) {
    RandomPrograms.forSeeds(
        SEEDS,
        random -> {
          var model = RandomPrograms.model(random);
          try (var program = RandomPrograms.program(model, engine)) {
            var solution = program.solve();
            if (solution.isOptimal()) {
              assertThat(dualWorth(model, solution)).isCloseTo(solution.objective(), within(1e-6));
            }
          }
        });
  }

  private static double dualWorth(LinearModel model, Solution solution) {
    double worth = 0;
    for (int r = 0; r < model.rows(); r++) {
      worth += priced(model, solution.dual(r), model.rowLower(r), model.rowUpper(r));
    }
    for (int c = 0; c < model.columns(); c++) {
      worth += priced(model, solution.reducedCost(c), model.columnLower(c), model.columnUpper(c));
    }
    return worth;
  }

  /** A price above 0 belongs to the upper bound at a maximum and to the lower at a minimum. */
  private static double priced(LinearModel model, double price, double lower, double upper) {
    if (Math.abs(price) < 1e-9) {
      return 0;
    }
    return price * (price > 0 == model.maximise ? upper : lower);
  }

  @ParameterizedTest
  @EnumSource
  void afterRestartTheAnswerHasTheBitsOfAFreshProgramme(Engine engine) {
    RandomPrograms.forSeeds(
        SEEDS,
        random -> {
          var model = RandomPrograms.model(random);
          try (var program = RandomPrograms.program(model, engine)) {
            for (int step = 0; step < CHANGES; step++) {
              program.solve();
              RandomPrograms.change(random, model, program);
            }
            program.restart();
            try (var fresh = RandomPrograms.program(model, engine)) {
              var again = program.solve();
              var first = fresh.solve();
              assertThat(again.status()).isEqualTo(first.status());
              if (first.isOptimal()) {
                assertThat(again.objective()).isEqualTo(first.objective());
                assertThat(again.values()).isEqualTo(first.values());
              }
            }
          }
        });
  }

  @Test
  void randomProgrammesEndInEveryWay() {
    Map<Solution.Status, Integer> seen = new EnumMap<>(Solution.Status.class);
    RandomPrograms.forSeeds(
        SEEDS, random -> seen.merge(DenseSimplex.solve(RandomPrograms.model(random)).status(), 1, Integer::sum));
    assertThat(seen.keySet())
        .contains(Solution.Status.OPTIMAL, Solution.Status.INFEASIBLE, Solution.Status.UNBOUNDED);
    assertThat(seen.values()).allMatch(count -> count >= SEEDS / 20);
  }

  /** Reading the values also proves that they come from the engine that stood in. */
  @Test
  void whereOneEngineBreaksDownTheOtherCountsOnlyWithinTheBounds() {
    Map<Solution.Status, Integer> seen = new EnumMap<>(Solution.Status.class);
    RandomPrograms.forSeeds(
        SEEDS,
        random -> {
          var model = RandomPrograms.badlyScaled(random);
          try (var program = RandomPrograms.program(model, Engine.GLOP)) {
            var solution = program.solve();
            if (solution.engine() == Engine.CLP) {
              seen.merge(solution.status(), 1, Integer::sum);
              if (solution.isOptimal()) {
                assertThat(worstExcess(model, solution.values())).isLessThan(2e-6);
              }
            }
          }
        });
    assertThat(seen.keySet()).contains(Solution.Status.OPTIMAL, Solution.Status.FAILED);
  }

  private static double worstExcess(LinearModel model, double[] values) {
    double worst = 0;
    for (int r = 0; r < model.rows(); r++) {
      double activity = 0;
      for (int c = 0; c < values.length; c++) {
        activity += model.rowCoefficients(r)[c] * values[c];
      }
      double roundOff = 1e-12 * Math.abs(model.rowLower(r));
      worst = Math.max(worst, model.rowLower(r) - activity - roundOff);
    }
    for (double value : values) {
      worst = Math.max(worst, -value);
    }
    return worst;
  }
}
