package tenon.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tenon.model.Chain;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.numeric.LinearProgram;
import tenon.numeric.LinearProgramBuilder;
import tenon.numeric.Solution;
import tenon.respond.Plan;
import tenon.respond.PlanSpec;
import tenon.respond.Reallocation;

/**
 * A plan for 200 sites, 500 products and 60 days ({@link GridChain}) after three plants are out,
 * and a linear programme of 50,000 columns: who of 100 plants serves which of 100 customers in each
 * of five periods, with stock at the customers. One thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Xmx2g"})
public class LargePlanBenchmark {
  private static final int PLANTS = 100;
  private static final int CUSTOMERS = 99;
  private static final int PERIODS = 5;

  private final Chain chain = GridChain.of(200, 500, 1);
  private final Scenario scenario = GridChain.threePlantsOut(chain);

  @Benchmark
  public Plan grid() {
    return Reallocation.plan(chain, scenario, PlanSpec.standard(), Progress.NONE);
  }

  /** PERIODS x (PLANTS x CUSTOMERS flows and CUSTOMERS stocks, lost units) = 50,490 columns. */
  @Benchmark
  public double linear() {
    SplittableRandom random = new SplittableRandom(1);
    LinearProgramBuilder builder = LinearProgram.minimise();
    int[][][] flow = new int[PERIODS][PLANTS][CUSTOMERS];
    int[][] stock = new int[PERIODS][CUSTOMERS];
    int[][] lost = new int[PERIODS][CUSTOMERS];
    for (int period = 0; period < PERIODS; period++) {
      for (int customer = 0; customer < CUSTOMERS; customer++) {
        stock[period][customer] = builder.column(0, 100, .1);
        lost[period][customer] = builder.column(0, Double.POSITIVE_INFINITY, 50);
        for (int plant = 0; plant < PLANTS; plant++) {
          flow[period][plant][customer] =
              builder.column(0, Double.POSITIVE_INFINITY, 1 + 9 * random.nextDouble());
        }
      }
    }
    for (int period = 0; period < PERIODS; period++) {
      for (int plant = 0; plant < PLANTS; plant++) {
        double[] ones = new double[CUSTOMERS];
        Arrays.fill(ones, 1);
        double most = period == 1 && plant < 30 ? 0 : 110 + random.nextInt(20);
        builder.row(0, most, flow[period][plant], ones);
      }
      for (int customer = 0; customer < CUSTOMERS; customer++) {
        balance(builder, flow, stock, lost, period, customer, 80 + random.nextInt(40));
      }
    }
    try (LinearProgram program = builder.build()) {
      Solution solution = program.solve();
      return solution.objective();
    }
  }

  private static void balance(
      LinearProgramBuilder builder,
      int[][][] flow,
      int[][] stock,
      int[][] lost,
      int period,
      int customer,
      double asked) {
    int before = period == 0 ? 0 : 1;
    int[] columns = new int[PLANTS + 2 + before];
    double[] by = new double[columns.length];
    for (int plant = 0; plant < PLANTS; plant++) {
      columns[plant] = flow[period][plant][customer];
      by[plant] = 1;
    }
    columns[PLANTS] = lost[period][customer];
    by[PLANTS] = 1;
    columns[PLANTS + 1] = stock[period][customer];
    by[PLANTS + 1] = -1;
    if (before > 0) {
      columns[PLANTS + 2] = stock[period - 1][customer];
      by[PLANTS + 2] = 1;
    }
    builder.row(asked, asked, columns, by);
  }
}
