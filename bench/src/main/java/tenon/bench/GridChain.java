package tenon.bench;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.CapacityLoss;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Resource;
import tenon.model.Scenario;
import tenon.model.Share;

/**
 * A chain of any size to plan for. Products come in four stages; each is made at a leading and a
 * second plant of its stage, both with spare capacity, from two products of the stage before, and
 * the goods of the last stage are sold at stores, a tenth of the sites. Whoever needs a product
 * takes it from both plants. The same seed gives the same chain.
 */
final class GridChain {
  private static final int STAGES = 4;
  private static final int INPUTS = 2;
  private static final int STORES_PER_PRODUCT = 4;
  private static final double LEADING = .7;
  private static final double SPARE = 1.4;

  private final SplittableRandom random;
  private final int products;
  private final int plants;
  private final int stores;
  private final int[][] makers;
  private final int[][] inputs;
  private final double[] needed;
  private final Set<String> delivered = new HashSet<>();
  private final Map<Resource, Columns.Builder> tables = new EnumMap<>(Resource.class);

  private GridChain(int sites, int products, long seed) {
    random = new SplittableRandom(seed);
    this.products = products;
    stores = Math.max(STORES_PER_PRODUCT, sites / 10);
    plants = sites - stores;
    makers = new int[products][2];
    inputs = new int[products][];
    needed = new double[products];
  }

  /** A chain of so many sites and products, both at least 40. */
  static Chain of(int sites, int products, long seed) {
    return new GridChain(sites, products, seed).chain();
  }

  /** Three plants of the second stage make nothing for twenty days of sixty. */
  static Scenario threePlantsOut(Chain chain) {
    int plants = (int) (chain.sites().count() * .9);
    List<Disruption> out =
        IntStream.range(0, 3)
            .<Disruption>mapToObj(
                nth ->
                    new CapacityLoss(
                        new Target(Target.Kind.SITE, "S" + (plants / STAGES + nth)),
                        new Window(new Days(5), new Days(20)),
                        new Share(1)))
            .toList();
    return new Scenario("three plants", new Days(60), out);
  }

  private int stage(int product) {
    return product * STAGES / products;
  }

  private Chain chain() {
    for (Resource resource : Resource.values()) {
      tables.put(resource, new Columns.Builder(resource));
    }
    row(Resource.REGIONS).set("region_id", "land");
    row(Resource.FIRMS).set("firm_id", "firm");
    for (int site = 0; site < plants + stores; site++) {
      row(Resource.SITES)
          .set("site_id", "S" + site)
          .set("firm_id", "firm")
          .set("region_id", "land")
          .set("kind", site < plants ? "plant" : "store");
    }
    for (int product = 0; product < products; product++) {
      choose(product);
      row(Resource.PRODUCTS)
          .set("product_id", "P" + product)
          .set("margin_per_unit", stage(product) == STAGES - 1 ? 5 + random.nextInt(50) : 0);
    }
    for (int product = products - 1; product >= 0; product--) {
      if (stage(product) == STAGES - 1) {
        sell(product);
      }
      make(product);
    }
    Map<Resource, Columns> built = new EnumMap<>(Resource.class);
    tables.forEach((resource, builder) -> built.put(resource, builder.build()));
    return Chain.of(built);
  }

  private void choose(int product) {
    int perStage = plants / STAGES;
    int leading = random.nextInt(perStage);
    int second = (leading + 1 + random.nextInt(perStage - 1)) % perStage;
    makers[product] =
        new int[] {stage(product) * perStage + leading, stage(product) * perStage + second};
    int before = products / STAGES;
    inputs[product] = new int[stage(product) == 0 ? 0 : INPUTS];
    for (int nth = 0; nth < inputs[product].length; nth++) {
      int other = (random.nextInt(before / INPUTS) * INPUTS) + nth;
      inputs[product][nth] = (stage(product) - 1) * before + other;
    }
  }

  private void sell(int product) {
    int first = random.nextInt(stores);
    for (int nth = 0; nth < STORES_PER_PRODUCT; nth++) {
      int store = plants + (first + nth) % stores;
      double mean = 2 + random.nextInt(9);
      row(Resource.DEMAND)
          .set("site_id", "S" + store)
          .set("product_id", "P" + product)
          .set("mean_per_day", mean)
          .set("lost_sale_cost", 1);
      needed[product] += mean;
      deliver(product, store);
    }
  }

  private void deliver(int product, int customer) {
    if (!delivered.add("S" + customer + ":P" + product)) {
      return;
    }
    for (int nth = 0; nth < 2; nth++) {
      row(Resource.SOURCING)
          .set("link_id", "S" + makers[product][nth] + ">S" + customer + ":P" + product)
          .set("customer_site_id", "S" + customer)
          .set("supplier_site_id", "S" + makers[product][nth])
          .set("product_id", "P" + product)
          .set("share", nth == 0 ? LEADING : 1 - LEADING)
          .set("lead_time_days", 1 + random.nextInt(5))
          .set("freight_per_unit", 1 + random.nextInt(4));
    }
  }

  private void make(int product) {
    for (int nth = 0; nth < 2; nth++) {
      String recipe = "S" + makers[product][nth] + ":P" + product;
      double usual = needed[product] * (nth == 0 ? LEADING : 1 - LEADING);
      row(Resource.RECIPES)
          .set("recipe_id", recipe)
          .set("site_id", "S" + makers[product][nth])
          .set("product_id", "P" + product)
          .set("capacity_per_day", SPARE * usual)
          .set("cycle_days", 1)
          .set("production_cost_per_unit", 1 + random.nextInt(9));
      for (int input : inputs[product]) {
        row(Resource.INPUTS)
            .set("recipe_id", recipe)
            .set("product_id", "P" + input)
            .set("quantity", 1);
        deliver(input, makers[product][nth]);
      }
    }
    for (int input : inputs[product]) {
      needed[input] += needed[product];
    }
  }

  private Columns.Builder row(Resource resource) {
    return tables.computeIfAbsent(resource, Columns.Builder::new).row();
  }
}
