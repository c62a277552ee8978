package tenon.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.model.Share;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.respond.Plan;
import tenon.respond.PlanSpec;
import tenon.respond.Reallocation;

/**
 * A plan after the outage of a leading fab of the example chain of 1,035 firms and 4,900 links, on
 * one thread. Run from the root of the project.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Xmx1g"})
public class PlanBenchmark {
  @Param({"120-30"})
  String horizonAndOutageDays = "120-30";

  private Chain chain = Chain.of(Map.of());

  @Setup
  public void read() {
    Loaded<DataPackage> loaded = PackageReader.read(Path.of("examples/yangtze-ic"));
    if (!(loaded instanceof Loaded.Ready<DataPackage>(DataPackage example, var warnings))) {
      throw new IllegalStateException("run from the root of the project");
    }
    chain = example.chain();
  }

  @Benchmark
  public Plan fabOutage() {
    String[] days = horizonAndOutageDays.split("-", -1);
    Disruption outage =
        new Disruption.CapacityLoss(
            new Disruption.Target(Disruption.Target.Kind.SITE, "lead-01-1"),
            new Disruption.Window(new Days(10), new Days(Double.parseDouble(days[1]))),
            new Share(1));
    Scenario scenario = new Scenario("fab", new Days(Double.parseDouble(days[0])), List.of(outage));
    return Reallocation.plan(chain, scenario, PlanSpec.standard(), Progress.NONE);
  }
}
