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
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.model.Scenario;
import tenon.model.Share;
import tenon.twin.site.Simulation;
import tenon.twin.site.SimulationSpec;
import tenon.twin.site.Trajectory;

/**
 * Node-periods per second of the site-scale simulation on one thread: nodes (site, product) x days
 * x replications, the whole call included (reading the chain, measures, transmission path), without
 * the undisturbed run. Networks: three stages in a row; 13 nodes (distribution tree of 1, 3 and 9);
 * 50 nodes (assembly: 12 suppliers, 3 plants with a recipe each, 4 warehouses, 16 shops). Demand is
 * normal at every shop.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SimulationBenchmark {
  private static final int DAYS = 365;

  @Param({"serial-3", "tree-13", "assembly-50"})
  private String network = "";

  @Param({"256", "1"})
  private int replications;

  private Chain chain = Chain.of(Map.of());
  private Scenario scenario = new Scenario("none", new Days(1), List.of());
  private SimulationSpec spec = SimulationSpec.of(1, 1);
  private int nodes;

  /** Counts what one call simulates. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Counter {
    public long nodePeriods;
  }

  @Setup
  public void build() {
    Drawing drawing = new Drawing();
    String hit = drawing.draw(network);
    chain = drawing.chain();
    nodes = drawing.nodes;
    Target target = new Target(Target.Kind.SITE, hit);
    Window window = new Window(new Days(100), new Days(30));
    scenario =
        new Scenario(
            "outage",
            new Days(DAYS),
            List.of(new Disruption.CapacityLoss(target, window, new Share(1))));
    spec = SimulationSpec.of(replications, 42).withUndisturbed(false);
  }

  @Benchmark
  public Trajectory simulate(Counter counter) {
    counter.nodePeriods += (long) nodes * DAYS * replications;
    return Simulation.simulate(chain, scenario, spec, Progress.NONE);
  }

  /** Builds the networks. */
  private static final class Drawing {
    private final Map<Resource, Columns.Builder> tables = new EnumMap<>(Resource.class);
    private int nodes;

    String draw(String network) {
      return switch (network) {
        case "serial-3" -> serial();
        case "tree-13" -> tree();
        case "assembly-50" -> assembly();
        default -> throw new IllegalArgumentException(network);
      };
    }

    private String serial() {
      site("S3");
      site("S2");
      site("S1");
      link("S3", "S2", "goods", 2);
      link("S2", "S1", "goods", 1);
      demand("S1", "goods", 10);
      nodes = 3;
      return "S2";
    }

    private String tree() {
      site("root");
      for (int hub = 0; hub < 3; hub++) {
        site("hub" + hub);
        link("root", "hub" + hub, "goods", 3);
        for (int shop = 0; shop < 3; shop++) {
          site("shop" + hub + shop);
          link("hub" + hub, "shop" + hub + shop, "goods", 2);
          demand("shop" + hub + shop, "goods", 10);
        }
      }
      nodes = 13;
      return "hub1";
    }

    private String assembly() {
      for (int supplier = 0; supplier < 12; supplier++) {
        site("supplier" + supplier);
      }
      for (int plant = 0; plant < 3; plant++) {
        site("plant" + plant);
        row(Resource.RECIPES)
            .set("recipe_id", "make" + plant)
            .set("site_id", "plant" + plant)
            .set("product_id", "good")
            .set("capacity_per_day", 120)
            .set("cycle_days", 1);
        for (int part = 0; part < 5; part++) {
          String product = "part" + (4 * plant + part) % 12;
          row(Resource.INPUTS)
              .set("recipe_id", "make" + plant)
              .set("product_id", product)
              .set("quantity", 1 + part % 2);
          link("supplier" + (4 * plant + part) % 12, "plant" + plant, product, 1 + part);
        }
      }
      for (int depot = 0; depot < 4; depot++) {
        site("depot" + depot);
        for (int plant = 0; plant < 3; plant++) {
          link("plant" + plant, "depot" + depot, "good", 2);
        }
        for (int shop = 0; shop < 4; shop++) {
          site("shop" + depot + shop);
          link("depot" + depot, "shop" + depot + shop, "good", 1);
          demand("shop" + depot + shop, "good", 10);
        }
      }
      nodes = 12 + 15 + 3 + 4 + 16;
      return "plant1";
    }

    private void site(String id) {
      row(Resource.SITES)
          .set("site_id", id)
          .set("firm_id", "firm")
          .set("region_id", "land")
          .set("kind", "plant");
    }

    private void link(String from, String to, String product, double lead) {
      row(Resource.SOURCING)
          .set("link_id", from + ">" + to + ":" + product)
          .set("supplier_site_id", from)
          .set("customer_site_id", to)
          .set("product_id", product)
          .set("lead_time_days", lead);
    }

    private void demand(String site, String product, double mean) {
      row(Resource.DEMAND)
          .set("site_id", site)
          .set("product_id", product)
          .set("mean_per_day", mean)
          .set("sd_per_day", mean / 4)
          .set("distribution", "normal")
          .set("lost_sale_cost", 1);
    }

    private Columns.Builder row(Resource resource) {
      return tables.computeIfAbsent(resource, Columns.Builder::new).row();
    }

    Chain chain() {
      row(Resource.REGIONS).set("region_id", "land");
      row(Resource.FIRMS).set("firm_id", "firm");
      for (String product : new String[] {"goods", "good"}) {
        row(Resource.PRODUCTS).set("product_id", product).set("margin_per_unit", 1);
      }
      for (int part = 0; part < 12; part++) {
        row(Resource.PRODUCTS).set("product_id", "part" + part);
      }
      Map<Resource, Columns> built = new EnumMap<>(Resource.class);
      tables.forEach((resource, builder) -> built.put(resource, builder.build()));
      return Chain.of(built);
    }
  }
}
