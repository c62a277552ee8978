package tenon.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.Placebo;
import tenon.evaluate.PlaceboDraws;
import tenon.evaluate.PlaceboResult;
import tenon.evaluate.RegressionSpec;
import tenon.model.Finding;
import tenon.model.Loaded;

/** Five hundred placebo draws on 285 units and eleven years, the true regression included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class PlaceboBenchmark {

  /** Share of rows left out. */
  @Param({"0", ".06"})
  private double drop;

  private Observations observations = Observations.builder(0).build();
  private RegressionSpec spec = RegressionSpec.of(Formula.of("y ~ x"));

  @Setup
  public void draw() {
    observations = GeneratedData.panel(285, 11, 1, drop);
    spec = RegressionSpec.of(Formula.of("y ~ did + x1 + x2 + x3 + x4 + x5 + x6 | id + year"));
  }

  @Benchmark
  public PlaceboResult fiveHundredDraws() {
    PlaceboDraws draws = new PlaceboDraws.Random(PlaceboDraws.Kind.UNITS, 500, 1);
    return switch (Placebo.run(observations, spec, "did", draws)) {
      case Loaded.Ready<PlaceboResult>(PlaceboResult result, List<Finding> _) -> result;
      case Loaded.Rejected<PlaceboResult>(List<Finding> findings) ->
          throw new IllegalStateException(findings.toString());
    };
  }
}
