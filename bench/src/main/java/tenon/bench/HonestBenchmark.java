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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tenon.evaluate.Observations;
import tenon.evaluate.did.EventStudy;
import tenon.evaluate.did.EventStudyResult;
import tenon.evaluate.did.EventStudySpec;
import tenon.evaluate.did.HonestDid;
import tenon.evaluate.did.HonestDidResult;
import tenon.evaluate.did.HonestDidSpec;
import tenon.evaluate.did.StaggeredColumns;
import tenon.model.Finding;
import tenon.model.Loaded;

/**
 * Bounds under failing parallel trends for one Mbar: the hybrid test over a grid of a thousand
 * points, from an event study of 285 units with four periods before adoption and six after.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class HonestBenchmark {

  @Param({"RELATIVE_MAGNITUDES", "SMOOTHNESS"})
  private HonestDidSpec.Restriction restriction = HonestDidSpec.Restriction.SMOOTHNESS;

  private EventStudyResult study = unset();

  private static EventStudyResult unset() {
    return study(GeneratedData.panel(20, 11, 1, 0));
  }

  @Setup
  public void estimate() {
    study = study(GeneratedData.panel(285, 11, 1, 0));
  }

  private static EventStudyResult study(Observations panel) {
    double[] cohort = new double[panel.rows()];
    Arrays.fill(cohort, Double.NaN);
    for (int row = 0; row < cohort.length; row++) {
      // Periods of a unit follow each other; the last tells whether it was treated.
      int last = row - row % 11 + 10;
      cohort[row] = panel.number("did", last) == 1 ? 6 : Double.NaN;
    }
    return ready(
        EventStudy.estimate(
            panel.with("cohort", cohort),
            EventStudySpec.of(new StaggeredColumns("y", "id", "year", "cohort"))));
  }

  @Benchmark
  public HonestDidResult bounds() {
    return ready(HonestDid.sensitivity(study, HonestDidSpec.of(restriction, 1.0)));
  }

  private static <T> T ready(Loaded<T> loaded) {
    return switch (loaded) {
      case Loaded.Ready<T>(T value, List<Finding> _) -> value;
      case Loaded.Rejected<T>(List<Finding> findings) ->
          throw new IllegalStateException(findings.toString());
    };
  }
}
