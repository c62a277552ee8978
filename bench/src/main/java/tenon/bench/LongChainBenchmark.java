package tenon.bench;

import java.util.EnumMap;
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
import tenon.model.Columns;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Hazard;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.model.Scenario;
import tenon.model.Share;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;
import tenon.twin.site.Trajectory;

/**
 * 1,000 replications of 365 days of a chain of 1,000 nodes in a row, on two threads within 2 GB: a
 * certain outage of a site in the middle, or one that every replication draws for itself. Without
 * the undisturbed run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g"})
public class LongChainBenchmark {
  private static final int NODES = 1000;

  @Param({"false", "true"})
  private boolean drawn;

  @Param("1000")
  private int replications;

  private Chain chain = Chain.of(Map.of());
  private Scenario scenario = new Scenario("none", new Days(1), List.of());

  @Setup
  public void build() {
    Map<Resource, Columns.Builder> tables = new EnumMap<>(Resource.class);
    for (Resource resource : Resource.values()) {
      tables.put(resource, new Columns.Builder(resource));
    }
    row(tables, Resource.REGIONS).set("region_id", "land");
    row(tables, Resource.FIRMS).set("firm_id", "firm");
    row(tables, Resource.PRODUCTS).set("product_id", "goods").set("margin_per_unit", 1);
    for (int node = 0; node < NODES; node++) {
      row(tables, Resource.SITES)
          .set("site_id", "S" + node)
          .set("firm_id", "firm")
          .set("region_id", "land")
          .set("kind", "plant");
      if (node > 0) {
        row(tables, Resource.SOURCING)
            .set("link_id", "L" + node)
            .set("supplier_site_id", "S" + node)
            .set("customer_site_id", "S" + (node - 1))
            .set("product_id", "goods")
            .set("lead_time_days", 1 + node % 3);
      }
    }
    row(tables, Resource.DEMAND)
        .set("site_id", "S0")
        .set("product_id", "goods")
        .set("mean_per_day", 10)
        .set("sd_per_day", 2.5)
        .set("distribution", "normal")
        .set("lost_sale_cost", 1);
    Map<Resource, Columns> built = new EnumMap<>(Resource.class);
    tables.forEach((resource, builder) -> built.put(resource, builder.build()));
    chain = Chain.of(built);
    Target target = new Target(Target.Kind.SITE, "S" + NODES / 2);
    Disruption outage =
        new Disruption.CapacityLoss(target, new Window(new Days(100), new Days(30)), new Share(1));
    Hazard hazard =
        new Hazard("outage", new Hazard.Poisson(1, new Hazard.Exponential(30)), List.of(outage), 1);
    scenario =
        drawn
            ? new Scenario("may", new Days(365), List.of(), List.of(hazard))
            : new Scenario("outage", new Days(365), List.of(outage));
  }

  private static Columns.Builder row(Map<Resource, Columns.Builder> tables, Resource resource) {
    return tables.computeIfAbsent(resource, Columns.Builder::new).row();
  }

  @Benchmark
  public Trajectory simulate() {
    SimulationSpec spec = SimulationSpec.of(replications, 42).withThreads(2).withUndisturbed(false);
    return Simulation.simulate(chain, scenario, spec, Progress.NONE);
  }
}
