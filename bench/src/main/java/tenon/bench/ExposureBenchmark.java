package tenon.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
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
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.twin.Exposure;
import tenon.twin.ExposureResult;
import tenon.twin.ExposureSpec;

/**
 * Exposure to the outage of every single site of a chain of 1,700 sites in five tiers: both programmes
 * for each, time to recover and its interval.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Xmx1g"})
public class ExposureBenchmark {
  private static final int[] TIERS = {200, 300, 350, 400, 450};

  @Param("1")
  int seed = 1;

  /** Share of the links that stand by instead of delivering, with 5 to 60 days to start. */
  @Param({"0", "0.1"})
  double standby;

  @Param("2")
  int threads = 2;

  private Chain chain = Chain.of(Map.of());

  @Setup
  public void draw() {
    chain = new Tiers(seed, standby).draw();
  }

  @Benchmark
  public ExposureResult everySingleOutage() {
    ExposureSpec spec = ExposureSpec.standard().withThreads(threads);
    return Exposure.assess(chain, spec, Progress.NONE);
  }

  /** One run with its numbers on the standard output, for a profiler or a look. */
  public static void main(String[] arguments) {
    Chain chain = new Tiers(1, arguments.length > 0 ? Double.parseDouble(arguments[0]) : 0).draw();
    ExposureSpec spec = ExposureSpec.standard().withThreads(2);
    long start = System.nanoTime();
    ExposureResult result = Exposure.assess(chain, spec, Progress.NONE);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    long infinite =
        result.sites().stream().filter(site -> Double.isInfinite(site.ttsDays())).count();
    long exposed = result.sites().stream().filter(site -> site.lostMargin() > 0).count();
    double lost = result.sites().stream().mapToDouble(site -> site.lostMargin()).sum();
    System.out.println(
        millis + " ms, " + result.programmes() + " programmes, " + result.sites().size()
            + " sites, " + chain.links().count() + " links, " + infinite
            + " survive for ever, " + exposed + " lose margin, in all " + lost + "; "
            + result.findings().size() + " findings");
  }

  /**
   * Draws a chain: every product of a tier is made at 1 to 3 sites out of 2 to 4 products of the tier
   * below, each maker buys from every maker of its inputs, and demand arises at the top tier. Capacity
   * is 1.05 to 1.5 times the even flow, stock 0 to 10 days of it.
   */
  private static final class Tiers {
    private final RandomGenerator random;
    private final double standby;
    private final Map<Resource, Columns.Builder> tables = new EnumMap<>(Resource.class);
    private final List<List<Product>> tiers = new ArrayList<>();

    /** A product: its makers, the flow each carries, and what it is made of. */
    private static final class Product {
      private final String id;
      private final List<String> makers = new ArrayList<>();
      private final List<Product> inputs = new ArrayList<>();
      private final List<Integer> quantities = new ArrayList<>();
      private double perDay;

      Product(String id) {
        this.id = id;
      }
    }

    Tiers(long seed, double standby) {
      // A named algorithm: the default of the JDK may change.
      random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      this.standby = standby;
    }

    Chain draw() {
      rows(Resource.REGIONS).row().set("region_id", "Land");
      rows(Resource.FIRMS).row().set("firm_id", "Firm");
      for (int tier = 0; tier < TIERS.length; tier++) {
        tiers.add(products(tier));
      }
      for (int tier = 0; tier + 1 < TIERS.length; tier++) {
        for (Product product : tiers.get(tier)) {
          drawInputs(product, tiers.get(tier + 1));
        }
      }
      for (Product product : tiers.getFirst()) {
        int perDay = 10 + random.nextInt(40);
        product.perDay = perDay * product.makers.size();
        for (String maker : product.makers) {
          rows(Resource.DEMAND).row().set("site_id", maker).set("product_id", product.id);
          rows(Resource.DEMAND).set("mean_per_day", perDay);
        }
      }
      for (List<Product> tier : tiers) {
        for (Product product : tier) {
          write(product);
        }
      }
      Map<Resource, Columns> built = new EnumMap<>(Resource.class);
      tables.forEach((resource, table) -> built.put(resource, table.build()));
      return Chain.of(built);
    }

    private List<Product> products(int tier) {
      List<Product> products = new ArrayList<>();
      int sites = 0;
      while (sites < TIERS[tier]) {
        Product product = new Product("T" + tier + "P" + products.size());
        int makers = Math.min(1 + random.nextInt(3), TIERS[tier] - sites);
        for (int maker = 0; maker < makers; maker++) {
          product.makers.add("T" + tier + "S" + sites++);
        }
        products.add(product);
      }
      return products;
    }

    private void drawInputs(Product product, List<Product> below) {
      int count = 2 + random.nextInt(3);
      while (product.inputs.size() < count) {
        Product input = below.get(random.nextInt(below.size()));
        if (!product.inputs.contains(input)) {
          product.inputs.add(input);
          product.quantities.add(1 + random.nextInt(3));
        }
      }
    }

    private void write(Product product) {
      rows(Resource.PRODUCTS)
          .row()
          .set("product_id", product.id)
          .set("margin_per_unit", 5 + random.nextInt(40))
          .set("criticality", 1);
      // A product that nothing above takes still runs a little.
      double flow = Math.max(product.perDay, 1) / product.makers.size();
      for (String maker : product.makers) {
        writeMaker(product, maker, flow);
      }
      for (int k = 0; k < product.inputs.size(); k++) {
        product.inputs.get(k).perDay += Math.max(product.perDay, 1) * product.quantities.get(k);
      }
    }

    private void writeMaker(Product product, String maker, double flow) {
      rows(Resource.SITES).row().set("site_id", maker).set("firm_id", "Firm");
      rows(Resource.SITES).set("region_id", "Land").set("kind", "plant");
      rows(Resource.SITES).set("ttr_days", 1 + random.nextInt(60)).set("ttr_basis", "declared");
      rows(Resource.SITES).set("disruption_probability_per_year", 0.2 * random.nextDouble());
      String recipe = "R" + maker;
      rows(Resource.RECIPES).row().set("recipe_id", recipe).set("site_id", maker);
      rows(Resource.RECIPES).set("product_id", product.id).set("yield", 1);
      rows(Resource.RECIPES).set("capacity_per_day", flow * (1.05 + 0.45 * random.nextDouble()));
      rows(Resource.STOCKS).row().set("site_id", maker).set("product_id", product.id);
      rows(Resource.STOCKS).set("on_hand", 10 * flow * random.nextDouble());
      for (int k = 0; k < product.inputs.size(); k++) {
        Product input = product.inputs.get(k);
        rows(Resource.INPUTS).row().set("recipe_id", recipe).set("product_id", input.id);
        rows(Resource.INPUTS).set("quantity", product.quantities.get(k));
        for (String supplier : input.makers) {
          writeLink(supplier, maker, input);
        }
      }
    }

    private void writeLink(String supplier, String customer, Product product) {
      Columns.Builder links = rows(Resource.SOURCING).row();
      links.set("link_id", "L" + links.rows()).set("supplier_site_id", supplier);
      links.set("customer_site_id", customer).set("product_id", product.id);
      links.set("capacity_per_day", Double.POSITIVE_INFINITY);
      if (!supplier.equals(product.makers.getFirst()) && random.nextDouble() < standby) {
        links.set("status", "standby").set("activation_days", 5 + random.nextInt(56));
      }
    }

    private Columns.Builder rows(Resource resource) {
      return tables.computeIfAbsent(resource, Columns.Builder::new);
    }
  }
}
