package tenon.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import tenon.model.Columns;
import tenon.model.Days;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.model.Scenario;
import tenon.model.node.Law;
import tenon.model.node.NodeSpec;
import tenon.model.node.SiteNode;
import tenon.model.node.Station;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;
import tenon.twin.site.Trajectory;

/**
 * Jobs a second through a line of three stations inside the daily run of a chain (works, plant with
 * the line, shop), on one thread, beside the same chain with a stated capacity instead. A job is a
 * unit; of 100 a day each passes three stations of exponential times at four fifths of their
 * capacity, and a day may be worked through twice.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LineInRunBenchmark {
  private static final int DAYS = 365;
  private static final int REPLICATIONS = 16;
  private static final double JOBS = 100;

  @Param({"line", "capacity"})
  private String plant = "";

  private Chain chain = Chain.of(Map.of());
  private final Scenario scenario = new Scenario("none", new Days(DAYS), List.of());
  private final SimulationSpec spec = SimulationSpec.of(REPLICATIONS, 42).withUndisturbed(false);

  /** Counts what one call simulates. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Counter {
    public long jobs;
  }

  @Setup
  public void build() {
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    tables.put(
        Resource.REGIONS,
        new Columns.Builder(Resource.REGIONS).row().set("region_id", "r").build());
    tables.put(
        Resource.FIRMS, new Columns.Builder(Resource.FIRMS).row().set("firm_id", "f").build());
    Columns.Builder sites = new Columns.Builder(Resource.SITES);
    for (String site : List.of("works", "plant", "shop")) {
      sites.row().set("site_id", site).set("firm_id", "f").set("region_id", "r");
      sites.set("kind", "plant");
    }
    tables.put(Resource.SITES, sites.build());
    Columns.Builder products = new Columns.Builder(Resource.PRODUCTS);
    products.row().set("product_id", "ore").row().set("product_id", "part");
    tables.put(Resource.PRODUCTS, products.build());
    tables.put(
        Resource.RECIPES,
        new Columns.Builder(Resource.RECIPES)
            .row()
            .set("recipe_id", "make")
            .set("site_id", "plant")
            .set("product_id", "part")
            .set("capacity_per_day", plant.equals("line") ? Double.POSITIVE_INFINITY : 1.25 * JOBS)
            .build());
    tables.put(
        Resource.INPUTS,
        new Columns.Builder(Resource.INPUTS)
            .row()
            .set("recipe_id", "make")
            .set("product_id", "ore")
            .set("quantity", 1)
            .build());
    Columns.Builder links = new Columns.Builder(Resource.SOURCING);
    link(links, "works", "plant", "ore");
    link(links, "plant", "shop", "part");
    tables.put(Resource.SOURCING, links.build());
    tables.put(
        Resource.DEMAND,
        new Columns.Builder(Resource.DEMAND)
            .row()
            .set("site_id", "shop")
            .set("product_id", "part")
            .set("mean_per_day", JOBS)
            .set("sd_per_day", 10)
            .set("distribution", "normal")
            .build());
    Law work = Law.exponential(1 / (1.25 * JOBS));
    NodeSpec line =
        NodeSpec.of(
            Law.exponential(1 / JOBS),
            List.of(
                Station.plain("cut", 1, work),
                Station.plain("weld", 1, work),
                Station.plain("paint", 1, work)),
            100,
            2);
    SiteNode node = new SiteNode("plant", "nodes/plant.yaml", "day", 1, true, List.of(), 1, line);
    chain = plant.equals("line") ? Chain.of(tables).with(List.of(node)) : Chain.of(tables);
  }

  private static void link(Columns.Builder links, String from, String to, String product) {
    links
        .row()
        .set("link_id", from + ">" + to)
        .set("supplier_site_id", from)
        .set("customer_site_id", to)
        .set("product_id", product)
        .set("lead_time_days", 1)
        .set("lead_time_sd_days", 0);
  }

  @Benchmark
  public Trajectory simulate(Counter counter) {
    counter.jobs += (long) (JOBS * DAYS * REPLICATIONS);
    return Simulation.simulate(chain, scenario, spec, Progress.NONE);
  }
}
