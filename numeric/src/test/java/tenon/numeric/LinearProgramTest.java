package tenon.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static tenon.numeric.RandomPrograms.INF;

import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinearProgramTest {
  private static final Offset<Double> NEAR = within(1e-9);
  private static final Offset<Double> ROUNDED = within(1e-6);

  /**
   * The Wyndor Glass example (Hillier and Lieberman, Introduction to Operations Research, chapter
   * 3; duals in chapter 6): max 3x + 5y, x &lt;= 4, 2y &lt;= 12, 3x + 2y &lt;= 18 has 36 at (2, 6)
   * with duals 0, 3/2, 1. A third product worth 1 that takes 3 of the last row is added here: its
   * reduced cost is 1 - 3 = -2.
   */
  @ParameterizedTest
  @EnumSource
  void maximumHasTheTextbookOptimumAndDuals(Engine engine) {
    try (var program = wyndor(engine)) {
      var solution = program.solve();
      assertThat(solution.status()).isEqualTo(Solution.Status.OPTIMAL);
      assertThat(solution.engine()).isEqualTo(engine);
      assertThat(solution.objective()).isCloseTo(36, NEAR);
      assertThat(solution.values()).containsExactly(new double[] {2, 6, 0}, NEAR);
      assertThat(solution.dual(0)).isCloseTo(0, NEAR);
      assertThat(solution.dual(1)).isCloseTo(1.5, NEAR);
      assertThat(solution.dual(2)).isCloseTo(1, NEAR);
      assertThat(solution.reducedCost(0)).isCloseTo(0, NEAR);
      assertThat(solution.reducedCost(2)).isCloseTo(-2, NEAR);
    }
  }

  /**
   * By hand: min 2x + 3y, x + y &gt;= 4, x + 3y &gt;= 6 has its vertex where both bind, (3, 1),
   * worth 9; the duals solve u + v = 2, u + 3v = 3, so u = 3/2, v = 1/2, and 4u + 6v = 9.
   */
  @ParameterizedTest
  @EnumSource
  void minimumHasTheOptimumAndDualsOfTheHandCalculation(Engine engine) {
    var builder = LinearProgram.minimise().engine(engine);
    int x = builder.column(0, INF, 2);
    int y = builder.column(0, INF, 3);
    builder.row(4, INF, new int[] {x, y}, new double[] {1, 1});
    builder.row(6, INF, new int[] {x, y}, new double[] {1, 3});
    try (var program = builder.build()) {
      var solution = program.solve();
      assertThat(solution.objective()).isCloseTo(9, NEAR);
      assertThat(solution.value(x)).isCloseTo(3, NEAR);
      assertThat(solution.value(y)).isCloseTo(1, NEAR);
      assertThat(solution.dual(0)).isCloseTo(1.5, NEAR);
      assertThat(solution.dual(1)).isCloseTo(0.5, NEAR);
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingAProductMovesTheTextbookOptimum(Engine engine) {
    try (var program = wyndor(engine)) {
      assertThat(program.solve().objective()).isCloseTo(36, NEAR);
      program.setColumnBounds(1, 0, 0);
      assertThat(program.solve().objective()).isCloseTo(14, NEAR); // x = 4, z = 2
      program.setColumnBounds(1, 0, INF);
      program.setRowBounds(1, -INF, 6);
      assertThat(program.solve().objective()).isCloseTo(27, NEAR); // x = 4, y = 3
      program.setCost(2, 10);
      assertThat(program.solve().objective())
          .isCloseTo(60, NEAR); // z = 6: 10/3 a unit of the last row
    }
  }

  @ParameterizedTest
  @EnumSource
  void contradictingRowsAreInfeasible(Engine engine) {
    var builder = LinearProgram.minimise().engine(engine);
    int x = builder.column(0, INF, 1);
    builder.row(3, INF, new int[] {x}, new double[] {1});
    builder.row(-INF, 2, new int[] {x}, new double[] {1});
    try (var program = builder.build()) {
      var solution = program.solve();
      assertThat(solution.status()).isEqualTo(Solution.Status.INFEASIBLE);
      assertThatIllegalStateException()
          .isThrownBy(solution::objective)
          .withMessageContaining("INFEASIBLE");
    }
  }

  @ParameterizedTest
  @EnumSource
  void endlessGainIsUnbounded(Engine engine) {
    var builder = LinearProgram.maximise().engine(engine);
    int x = builder.column(0, INF, 1);
    int y = builder.column(0, INF, 0);
    builder.row(-INF, 1, new int[] {x, y}, new double[] {1, -1});
    try (var program = builder.build()) {
      assertThat(program.solve().status()).isEqualTo(Solution.Status.UNBOUNDED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void contradictionIsInfeasibleEvenWhereTheGainWouldBeEndless(Engine engine) {
    var builder = LinearProgram.maximise().engine(engine);
    int x = builder.column(0, INF, 1);
    int y = builder.column(0, INF, 1);
    builder.row(1, INF, new int[] {x, y}, new double[] {1, -1});
    builder.row(1, INF, new int[] {x, y}, new double[] {-1, 1});
    try (var program = builder.build()) {
      assertThat(program.solve().status()).isEqualTo(Solution.Status.INFEASIBLE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void emptyProgrammeIsOptimalAtZero(Engine engine) {
    try (var program = LinearProgram.minimise().engine(engine).build()) {
      assertThat(program.solve().objective()).isEqualTo(0);
      assertThat(program.solve().values()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutRowsEachColumnGoesToItsBetterBound(Engine engine) {
    var builder = LinearProgram.maximise().engine(engine);
    builder.column(-1, 4, 2);
    builder.column(-3, 5, -1);
    try (var program = builder.build()) {
      assertThat(program.solve().objective()).isCloseTo(11, NEAR);
      program.setColumnBounds(0, -1, INF);
      assertThat(program.solve().status()).isEqualTo(Solution.Status.UNBOUNDED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rowWithoutColumnsIsZero(Engine engine) {
    var builder = LinearProgram.minimise().engine(engine);
    int row = builder.row(0, 1, new int[0], new double[0]);
    try (var program = builder.build()) {
      assertThat(program.solve().isOptimal()).isTrue();
      program.setRowBounds(row, 1, 2);
      assertThat(program.solve().status()).isEqualTo(Solution.Status.INFEASIBLE);
    }
  }

  @Test
  void iterationLimitEndsTheSolveAndIsNamed() {
    var random = RandomStreams.of(1).stream(Purpose.GENERATE, "limit", 0);
    try (var program = RandomPrograms.transport(random, Engine.GLOP, 20, 30)) {
      assertThat(program.solve().iterations()).isGreaterThan(5);
    }
    var limited = LinearProgram.maximise().iterationLimit(0);
    int x = limited.column(0, INF, 1);
    limited.row(-INF, 1, new int[] {x}, new double[] {1});
    try (var program = limited.build()) {
      assertThat(program.solve().status()).isEqualTo(Solution.Status.LIMIT_REACHED);
    }
  }

  /**
   * From the optimum of other costs, more iterations never cost more, and enough find the least.
   */
  @Test
  void improvingStopsWhereToldAndIsNeverWorseThanBefore() {
    RandomPrograms.forSeeds(
        20,
        random -> {
          try (var program = RandomPrograms.transport(random, Engine.GLOP, 8, 10)) {
            double[] before = program.solve().values();
            double[] cost = new double[program.columns()];
            Arrays.setAll(cost, column -> 1 + random.nextInt(9));
            for (int column = 0; column < cost.length; column++) {
              program.setCost(column, cost[column]);
            }
            double last = worth(cost, before);
            var improved = program.improve(3);
            assertThat(improved.status()).isEqualTo(Solution.Status.IMPROVED);
            while (!improved.isOptimal()) {
              assertThat(improved.iterations()).isBetween(1L, 3L);
              assertThat(improved.objective()).isLessThanOrEqualTo(last + 1e-6);
              assertThat(worth(cost, improved.values())).isCloseTo(improved.objective(), ROUNDED);
              last = improved.objective();
              improved = program.improve(3);
            }
            double reached = improved.objective();
            program.restart();
            assertThat(reached).isCloseTo(program.solve().objective(), ROUNDED);
          }
        });
  }

  private static double worth(double[] cost, double[] values) {
    double sum = 0;
    for (int column = 0; column < cost.length; column++) {
      sum += cost[column] * values[column];
    }
    return sum;
  }

  @Test
  void improvingWithoutABasisMayEndWithNothing() {
    var builder = LinearProgram.minimise();
    int x = builder.column(0, 10, 1);
    int y = builder.column(0, 10, 1);
    builder.row(3, 3, new int[] {x, y}, new double[] {1, 1});
    builder.row(1, 1, new int[] {x, y}, new double[] {1, -1});
    try (var program = builder.build()) {
      var nothing = program.improve(0);
      assertThat(nothing.status()).isEqualTo(Solution.Status.LIMIT_REACHED);
      assertThat(nothing.hasValues()).isFalse();
      assertThat(program.improve(100).values()).containsExactly(new double[] {2, 1}, ROUNDED);
    }
  }

  @Test
  void valuesOfAnOutdatedSolutionAreRefused() {
    var program = wyndor(Engine.GLOP);
    var solution = program.solve();
    program.setCost(0, 4);
    assertThat(solution.objective()).isCloseTo(36, NEAR);
    assertThatIllegalStateException()
        .isThrownBy(() -> solution.value(0))
        .withMessageContaining("changed");
    var last = program.solve();
    program.close();
    program.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> last.dual(0))
        .withMessageContaining("closed");
    assertThatIllegalStateException().isThrownBy(program::solve).withMessageContaining("closed");
  }

  @Test
  void wrongNumbersNameTheirColumnOrRow() {
    try (var program = wyndor(Engine.GLOP)) {
      rejected(
          () -> program.setColumnBounds(1, Double.NaN, 2), "column 1: bounds [NaN, 2.0] hold NaN");
      rejected(
          () -> program.setColumnBounds(1, 3, 2), "column 1: bounds [3.0, 2.0] leave no value");
      rejected(() -> program.setRowBounds(2, 0, Double.NaN), "row 2: bounds [0.0, NaN] hold NaN");
      rejected(
          () -> program.setRowBounds(2, INF, INF),
          "row 2: bounds [Infinity, Infinity] leave no value");
      rejected(() -> program.setCost(0, INF), "column 0: cost Infinity is not a finite number");
      rejected(() -> program.setCost(3, 1), "no column 3: the programme has 3");
      rejected(() -> program.setRowBounds(-1, 0, 1), "no row -1: the programme has 3");
      rejected(() -> program.solve().value(9), "no column 9");
      assertThat(program.solve().objective()).isCloseTo(36, NEAR);
    }
    var builder = LinearProgram.minimise();
    rejected(() -> builder.column(0, 1, Double.NaN), "column 0: cost NaN");
    int x = builder.column(0, 1, 1);
    rejected(
        () -> builder.row(0, 1, new int[] {x}, new double[] {Double.NaN}),
        "row 0: coefficient of column 0 NaN");
    rejected(
        () -> builder.row(0, 1, new int[] {x, x}, new double[] {1, 1}),
        "row 0: column 0 is named twice");
    rejected(
        () -> builder.row(0, 1, new int[] {x}, new double[0]),
        "row 0: 1 columns have 0 coefficients");
    rejected(() -> builder.row(0, 1, new int[] {7}, new double[] {1}), "no column 7");
    rejected(() -> builder.iterationLimit(-1), "limit -1 is negative");
  }

  private static void rejected(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
  }

  private static LinearProgram wyndor(Engine engine) {
    var builder = LinearProgram.maximise().engine(engine);
    int x = builder.column(0, INF, 3);
    int y = builder.column(0, INF, 5);
    int z = builder.column(0, INF, 1);
    builder.row(-INF, 4, new int[] {x}, new double[] {1});
    builder.row(-INF, 12, new int[] {y}, new double[] {2});
    builder.row(-INF, 18, new int[] {x, y, z}, new double[] {3, 2, 3});
    return builder.build();
  }
}
