package tenon.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tenon.model.node.Law;
import tenon.model.node.NodeSpec;
import tenon.model.node.Station;
import tenon.twin.node.NodeResult;
import tenon.twin.node.NodeSimulation;

/** Events a second on M/M/1 at a load of 0.8, all draws and tallies included, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class NodeBenchmark {
  /** 2 runs of 625,000: arrivals and departures at 0.8 each make 2,000,000 events, within 1 %. */
  private static final int EVENTS = 2_000_000;

  private final NodeSpec spec =
      new NodeSpec(
          Law.exponential(1.25),
          List.of(1.0),
          List.of(Station.plain("A", 1, Law.exponential(1))),
          0,
          625_000,
          2);

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public NodeResult eventsOnMM1() {
    return NodeSimulation.simulate(spec, 1, 1);
  }
}
