package tenon.bench;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.model.Share;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;
import tenon.twin.site.Trajectory;

/**
 * A year of any data package under a month's outage of its first site, for example of the largest
 * chain of Willems (2008) after {@code tenon import willems}: {@code -p path=DIRECTORY}. One
 * thread, without the undisturbed run; a node is a product at a site that is made, delivered or
 * demanded there, so that unlimited outside sources are not counted.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PackageBenchmark {
  private static final int DAYS = 365;

  @Param("")
  private String path = "";

  @Param({"256", "1"})
  private int replications;

  private Chain chain = Chain.of(Map.of());
  private Scenario scenario = new Scenario("none", new Days(1), List.of());
  private long nodes;

  /** Counts what one call simulates. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Counter {
    public long nodePeriods;
  }

  @Setup
  public void read() {
    if (path.isEmpty()) {
      throw new IllegalArgumentException("no package to simulate; write -p path=DIRECTORY");
    }
    chain =
        switch (PackageReader.read(Path.of(path))) {
          case Loaded.Ready<DataPackage> ready -> ready.value().chain();
          case Loaded.Rejected<DataPackage> rejected ->
              throw new IllegalArgumentException(path + ": " + rejected.findings().getFirst());
        };
    nodes = Nodes.in(chain);
    Target target = new Target(Target.Kind.SITE, chain.sites().keys().key(0));
    scenario =
        new Scenario(
            "outage",
            new Days(DAYS),
            List.of(
                new Disruption.CapacityLoss(
                    target, new Window(new Days(100), new Days(30)), new Share(1))));
  }

  @Benchmark
  public Trajectory simulate(Counter counter) {
    counter.nodePeriods += nodes * DAYS * replications;
    SimulationSpec spec = SimulationSpec.of(replications, 42).withUndisturbed(false);
    return Simulation.simulate(chain, scenario, spec, Progress.NONE);
  }

  /** Products at sites that are made, delivered or demanded there. */
  private static final class Nodes {
    private Nodes() {}

    static long in(Chain chain) {
      Set<List<Integer>> nodes = new HashSet<>();
      for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
        nodes.add(List.of(chain.recipes().site(recipe), chain.recipes().product(recipe)));
      }
      for (int link = 0; link < chain.links().count(); link++) {
        nodes.add(List.of(chain.links().customer(link), chain.links().product(link)));
      }
      for (int demand = 0; demand < chain.demands().count(); demand++) {
        nodes.add(List.of(chain.demands().site(demand), chain.demands().product(demand)));
      }
      return nodes.size();
    }
  }
}
