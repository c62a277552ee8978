package tenon.packages.network;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tenon.model.Columns;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.FlatTable;

/**
 * Makes a package of SupplyGraph (A. T. Wasi, M. D. S. Islam and A. R. Akib, "SupplyGraph: A
 * Benchmark Dataset for Supply Chain Planning using Graph Neural Networks", 2024): the plants of
 * each product of a maker of consumer goods, and daily production, deliveries and orders.
 *
 * <p>The edges of the source say that two products share a plant, a storage or a group; they are no
 * flows and make no links.
 */
public final class SupplyGraphImport {
  private static final String DISTRIBUTORS = "distributors";

  private final FlatTable production;
  private final FlatTable deliveries;
  private final FlatTable orders;
  private final Map<String, TreeSet<String>> plants = new TreeMap<>();

  private SupplyGraphImport(
      FlatTable nodes, FlatTable production, FlatTable deliveries, FlatTable orders) {
    this.production = production;
    this.deliveries = deliveries;
    this.orders = orders;
    List<String> products = nodes.texts("Node");
    List<String> sites = nodes.texts("Plant");
    for (int row = 0; row < nodes.rows(); row++) {
      plants.computeIfAbsent(products.get(row), k -> new TreeSet<>()).add(sites.get(row));
    }
  }

  /** Reads the directory as it is published: {@code Nodes} and {@code Temporal_Data/Unit}. */
  public static Loaded<DataPackage> read(Path directory, Progress progress) {
    Source source = new Source(progress, 4);
    Path units = directory.resolve("Temporal_Data").resolve("Unit");
    Path places = directory.resolve("Nodes").resolve("Nodes_Type_Plant__Storage.csv");
    FlatTable nodes = source.table(places, List.of("Node", "Plant"), List.of());
    List<String> products =
        nodes == null ? List.of() : nodes.texts("Node").stream().distinct().sorted().toList();
    List<String> date = List.of("Date");
    FlatTable production = source.table(units.resolve("Production_.csv"), date, products);
    FlatTable deliveries =
        source.table(units.resolve("Delivery_To_distributor.csv"), date, products);
    FlatTable orders = source.table(units.resolve("Sales_Order.csv"), date, products);
    if (nodes == null || production == null || deliveries == null || orders == null) {
      return source.rejected();
    }
    SupplyGraphImport made = new SupplyGraphImport(nodes, production, deliveries, orders);
    return source.done(
        "supplygraph",
        "Products of a maker of consumer goods (SupplyGraph)",
        made.tables(),
        List.of(
            Source.word("supplygraph.capacity", production.rows()),
            Source.word("supplygraph.plants"),
            Source.word("supplygraph.demand"),
            Source.word("supplygraph.edges")));
  }

  private Map<Resource, Columns> tables() {
    Rows rows = new Rows();
    rows.place("unknown");
    rows.firm("maker");
    rows.firm(DISTRIBUTORS);
    TreeSet<String> sites = new TreeSet<>();
    plants.values().forEach(sites::addAll);
    sites.forEach(site -> rows.site(site, "maker", "plant"));
    rows.site(DISTRIBUTORS, DISTRIBUTORS, "store");
    Columns.Builder series = new Columns.Builder(Resource.DEMAND_SERIES);
    plants.forEach((product, at) -> fill(rows, series, product, at));
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    rows.fill(tables);
    tables.put(Resource.DEMAND_SERIES, series.build());
    return tables;
  }

  private void fill(Rows rows, Columns.Builder series, String product, Set<String> at) {
    rows.product(product);
    double greatest = Arrays.stream(production.numbers(product)).max().orElse(0);
    double delivered = mean(deliveries.numbers(product));
    for (String plant : at) {
      rows.recipe(plant, product);
      // A product that was not made in these days is delivered from stock: its capacity is unknown.
      rows.recipes.set("capacity_per_day", greatest > 0 ? greatest / at.size() : Double.NaN);
      rows.link(plant + "-" + product, DISTRIBUTORS, plant, product);
      rows.links.set("share", 1.0 / at.size()).set("volume_per_day", delivered / at.size());
      rows.links.set("status", "active").set("evidence", "observed: deliveries to distributors");
    }
    double[] ordered = orders.numbers(product);
    double mean = mean(ordered);
    rows.demand(DISTRIBUTORS, product, mean);
    double squares = Arrays.stream(ordered).map(x -> (x - mean) * (x - mean)).sum();
    rows.demands.set("sd_per_day", Math.sqrt(squares / (ordered.length - 1)));
    List<String> days = orders.texts("Date");
    for (int row = 0; row < ordered.length; row++) {
      series.row().set("site_id", DISTRIBUTORS).set("product_id", product);
      series.set("date", days.get(row).split(" ", 2)[0]).set("quantity", ordered[row]);
    }
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }
}
