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
import tenon.evaluate.Fit;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;
import tenon.model.Finding;
import tenon.model.Loaded;

/**
 * One whole regression, coding of the effects included: unit and period effects with the treatment
 * and six controls, and the difficult case of persons, firms and years; errors clustered by the
 * first effect.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 7, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class RegressionBenchmark {

  @Param({"panel-3135", "panel-90k", "panel-900k", "panel-9M", "firm-1M-difficult"})
  private String data = "";

  @Param({"1", "2"})
  private int threads;

  private Observations observations = Observations.builder(0).build();
  private RegressionSpec spec = RegressionSpec.of(Formula.of("y ~ x"));

  @Setup
  public void draw() {
    observations =
        switch (data) {
          case "panel-3135" -> GeneratedData.panel(285, 11, 1, 0);
          case "panel-90k" -> GeneratedData.panel(8_700, 11, 1, .06);
          case "panel-900k" -> GeneratedData.panel(87_000, 11, 1, .06);
          case "panel-9M" -> GeneratedData.panel(870_400, 11, 1, .06);
          case "firm-1M-difficult" -> GeneratedData.firm(1_000_000, true, 1);
          default -> throw new IllegalArgumentException(data);
        };
    String formula =
        data.startsWith("panel")
            ? "y ~ did + x1 + x2 + x3 + x4 + x5 + x6 | id + year"
            : "y ~ x1 + x2 | person + firm + year";
    spec = RegressionSpec.of(Formula.of(formula)).withThreads(threads);
  }

  @Benchmark
  public Fit fit() {
    return switch (Regression.fit(observations, spec)) {
      case Loaded.Ready<Fit>(Fit fit, List<Finding> _) -> fit;
      case Loaded.Rejected<Fit>(List<Finding> findings) ->
          throw new IllegalStateException(findings.toString());
    };
  }
}
