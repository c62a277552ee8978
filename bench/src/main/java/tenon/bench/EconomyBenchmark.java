package tenon.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import tenon.model.Industry;
import tenon.model.IndustryTable;
import tenon.twin.sector.Ario;
import tenon.twin.sector.ArioEvent;
import tenon.twin.sector.ArioResult;
import tenon.twin.sector.ArioSpec;
import tenon.twin.sector.Linkages;
import tenon.twin.sector.SectorModel;

/**
 * Sectors and regions: ARIO over 48 industries and 365 days; linkages of a dense table of 2,464
 * industries by solves alone, and with the inverse.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class EconomyBenchmark {
  private static final int LARGE = 2464;

  private final IndustryTable small = table(6, 8);
  private final IndustryTable large = table(1, LARGE);
  private final ArioEvent recovery =
      new ArioEvent(lost(), 1, 20, new ArioEvent.Recovery(ArioEvent.Course.LINEAR, 180));
  private final ArioEvent rebuild =
      new ArioEvent(lost(), 1, 20, new ArioEvent.Rebuild(100, Map.of("s1", 0.55, "s2", 0.45), 1));

  private static double[] lost() {
    double[] lost = new double[48];
    lost[0] = 400;
    lost[3] = 200;
    return lost;
  }

  /** A dense table whose industries spend half of their output on inputs. */
  private static IndustryTable table(int regions, int sectors) {
    SplittableRandom random = new SplittableRandom(11);
    int n = regions * sectors;
    List<Industry> names = new ArrayList<>();
    double[][] flows = new double[n][n];
    double[][] used = new double[n][1];
    double[] output = new double[n];
    for (int i = 0; i < n; i++) {
      names.add(new Industry("r" + i / sectors, "s" + i % sectors));
      for (int j = 0; j < n; j++) {
        flows[i][j] = random.nextDouble() * 1000 / n;
        output[i] += flows[i][j];
      }
      used[i][0] = output[i];
      output[i] *= 2;
    }
    return IndustryTable.of(names, flows, List.of(new Industry("r0", "use")), used, output);
  }

  @Benchmark
  public ArioResult arioRecovery() {
    return Ario.run(small, ArioSpec.usual(), List.of(recovery));
  }

  @Benchmark
  public ArioResult arioRebuild() {
    return Ario.run(small, ArioSpec.usual(), List.of(rebuild));
  }

  @Benchmark
  public double linkagesBySolves() {
    SectorModel model = SectorModel.of(large);
    return model.backward()[0] + model.forward()[0] + model.forwardGhosh()[0];
  }

  @Benchmark
  public Linkages linkagesWithInverse() {
    return Linkages.of(SectorModel.of(large));
  }
}
