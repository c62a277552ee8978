package tenon.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tenon.evaluate.Fit;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.PlainRegression;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;
import tenon.model.Finding;
import tenon.model.Loaded;

/**
 * The regression of 285 units and eleven years with six controls, clustered by unit, beside the
 * plain slow version that the tests compare it with: least squares with a column for each level by
 * dense matrices.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PlainBenchmark {
  private static final List<String> REGRESSORS = List.of("did", "x1", "x2", "x3", "x4", "x5", "x6");

  private Observations observations = Observations.builder(0).build();
  private RegressionSpec spec = RegressionSpec.of(Formula.of("y ~ x"));
  private double[] outcome = {};
  private double[][] regressors = {};
  private double[] ones = {};
  private int[] unit = {};
  private int[] period = {};

  @Setup
  public void draw() {
    observations = GeneratedData.panel(285, 11, 1, 0);
    spec = RegressionSpec.of(Formula.of("y ~ " + String.join(" + ", REGRESSORS) + " | id + year"));
    outcome = observations.numbers("y");
    regressors = REGRESSORS.stream().map(observations::numbers).toArray(double[][]::new);
    ones = new double[outcome.length];
    Arrays.fill(ones, 1);
    unit = fromZero("id");
    period = fromZero("year");
  }

  private int[] fromZero(String column) {
    return Arrays.stream(observations.numbers(column)).mapToInt(value -> (int) value - 1).toArray();
  }

  @Benchmark
  public Fit engine() {
    return switch (Regression.fit(observations, spec)) {
      case Loaded.Ready<Fit>(Fit fit, List<Finding> _) -> fit;
      case Loaded.Rejected<Fit>(List<Finding> findings) ->
          throw new IllegalStateException(findings.toString());
    };
  }

  @Benchmark
  public double[][] plain() {
    PlainRegression plain =
        new PlainRegression(outcome, regressors, new int[][] {unit, period}, ones);
    return plain.clustered(unit);
  }
}
