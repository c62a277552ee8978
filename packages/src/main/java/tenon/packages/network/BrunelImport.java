package tenon.packages.network;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tenon.model.Columns;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.FlatTable;

/**
 * Makes a package of the outbound logistics of a microchip maker (Brunel University London, "Supply
 * chain logistics problem dataset").
 *
 * <p>All is counted in orders, as the capacities of the plants are. A plant handles so many orders
 * a day of all its products together: each of its recipes uses up one of what a recipe of its own,
 * with that capacity, brings forth.
 *
 * <p>Links in use are those of the orders; a plant that makes the product, reaches a port and is
 * not reserved for other customers is a standby source.
 */
public final class BrunelImport {
  private final FlatTable orders;
  private final SortedMap<String, Double> capacity;
  private final Map<String, Double> cost;
  private final Map<String, Set<String>> ports;
  private final Map<String, Set<String>> reserved;
  private final Set<List<String>> makes = new LinkedHashSet<>();

  /** What a plant can do in a day, as a product that its recipes use up. */
  static final String HANDLING = "order-handling";

  /** Units and number of orders by product. */
  private final Map<String, double[]> sizes = new HashMap<>();

  /**
   * Orders, their days, freight, and orders with known freight, by customer, product, plant and
   * port.
   */
  private final Map<List<String>, double[]> flows = new TreeMap<>(Rows::compare);

  private final FreightRates rates;
  private int standby;
  private int unpriced;

  private BrunelImport(
      FlatTable orders,
      FlatTable plantPorts,
      FlatTable products,
      FlatTable vmi,
      FlatTable costs,
      FlatTable capacities,
      FreightRates rates,
      boolean reservations) {
    this.orders = orders;
    this.rates = rates;
    capacity = byName(capacities, "Plant ID", "Daily Capacity");
    cost = byName(costs, "WH", "Cost/unit");
    ports = grouped(plantPorts, "Plant Code", "Port");
    reserved = reservations ? grouped(vmi, "Plant Code", "Customers") : Map.of();
    List<String> plants = products.texts("Plant Code");
    List<String> made = products.texts("Product ID");
    for (int row = 0; row < products.rows(); row++) {
      makes.add(List.of(plants.get(row), made.get(row)));
    }
    readOrders();
  }

  /**
   * Reads the tables of a directory, under their usual names.
   *
   * @param reservations whether plants that are reserved for customers serve no others
   */
  public static Loaded<DataPackage> read(Path directory, boolean reservations, Progress progress) {
    Source source = new Source(progress, 7);
    FlatTable orders =
        source.table(
            directory.resolve("OrderList.csv"),
            List.of(
                "Customer",
                "Product ID",
                "Plant Code",
                "Origin Port",
                "Destination Port",
                "Carrier",
                "Service Level"),
            List.of("TPT", "Unit quantity", "Weight"));
    List<String> plantAndPort = List.of("Plant Code", "Port");
    FlatTable ports = source.table(directory.resolve("PlantPorts.csv"), plantAndPort, List.of());
    List<String> plantAndProduct = List.of("Plant Code", "Product ID");
    FlatTable products =
        source.table(directory.resolve("ProductsPerPlant.csv"), plantAndProduct, List.of());
    List<String> plantAndCustomer = List.of("Plant Code", "Customers");
    FlatTable vmi =
        source.table(directory.resolve("VmiCustomers.csv"), plantAndCustomer, List.of());
    FlatTable costs =
        source.table(directory.resolve("WhCosts.csv"), List.of("WH"), List.of("Cost/unit"));
    FlatTable capacities =
        source.table(
            directory.resolve("WhCapacities.csv"), List.of("Plant ID"), List.of("Daily Capacity"));
    FlatTable freight =
        source.table(
            directory.resolve("FreightRates.csv"), FreightRates.TEXTS, FreightRates.NUMBERS);
    if (orders == null
        || freight == null
        || ports == null
        || products == null
        || vmi == null
        || costs == null
        || capacities == null) {
      return source.rejected();
    }
    BrunelImport made =
        new BrunelImport(
            orders,
            ports,
            products,
            vmi,
            costs,
            capacities,
            new FreightRates(freight),
            reservations);
    Map<Resource, Columns> tables = made.tables();
    return source.done(
        "brunel-logistics",
        "Outbound logistics of a microchip maker",
        tables,
        List.of(
            Source.word("brunel.day", orders.rows()),
            Source.word("brunel.capacity"),
            Source.word(reservations ? "brunel.standby" : "brunel.standby.open", made.standby),
            Source.word("brunel.freight", made.unpriced),
            Source.word("brunel.unknown")));
  }

  private static SortedMap<String, Double> byName(FlatTable table, String key, String value) {
    SortedMap<String, Double> found = new TreeMap<>();
    List<String> keys = table.texts(key);
    double[] numbers = table.numbers(value);
    for (int row = 0; row < table.rows(); row++) {
      found.put(keys.get(row), numbers[row]);
    }
    return found;
  }

  private static Map<String, Set<String>> grouped(FlatTable table, String key, String value) {
    Map<String, Set<String>> found = new TreeMap<>();
    List<String> keys = table.texts(key);
    List<String> values = table.texts(value);
    for (int row = 0; row < table.rows(); row++) {
      found.computeIfAbsent(keys.get(row), k -> new TreeSet<>()).add(values.get(row));
    }
    return found;
  }

  private void readOrders() {
    List<String> customers = orders.texts("Customer");
    List<String> goods = orders.texts("Product ID");
    List<String> plants = orders.texts("Plant Code");
    List<String> origins = orders.texts("Origin Port");
    double[] units = orders.numbers("Unit quantity");
    double[] days = orders.numbers("TPT");
    List<String> ends = orders.texts("Destination Port");
    List<String> carriers = orders.texts("Carrier");
    List<String> services = orders.texts("Service Level");
    double[] weights = orders.numbers("Weight");
    for (int row = 0; row < orders.rows(); row++) {
      List<String> key =
          List.of(customers.get(row), goods.get(row), plants.get(row), origins.get(row));
      double[] flow = flows.computeIfAbsent(key, k -> new double[4]);
      flow[0]++;
      flow[1] += days[row];
      double cost =
          rates.cost(
              carriers.get(row), origins.get(row), ends.get(row), services.get(row), weights[row]);
      if (Double.isNaN(cost)) {
        unpriced++;
      } else {
        flow[2] += cost;
        flow[3]++;
      }
      double[] size = sizes.computeIfAbsent(goods.get(row), k -> new double[2]);
      size[0] += units[row];
      size[1]++;
      makes.add(List.of(plants.get(row), goods.get(row)));
    }
  }

  private Map<Resource, Columns> tables() {
    Set<String> plants = new TreeSet<>(capacity.keySet());
    Set<String> goods = new TreeSet<>();
    for (List<String> make : makes) {
      plants.add(make.getFirst());
      goods.add(make.get(1));
    }
    Set<String> harbours = new TreeSet<>();
    ports.values().forEach(harbours::addAll);
    Set<String> customers = new TreeSet<>();
    for (List<String> flow : flows.keySet()) {
      customers.add(flow.getFirst());
      harbours.add(flow.get(3));
    }
    Rows rows = new Rows();
    rows.place("unknown");
    rows.firm("maker");
    plants.forEach(plant -> rows.site(plant, "maker", "plant"));
    harbours.forEach(port -> rows.site(port, "maker", "port"));
    for (String customer : customers) {
      rows.firm(customer);
      rows.site(customer, customer, "store");
    }
    goods.forEach(product -> rows.product(product, "order"));
    rows.product(HANDLING, "order");
    capacity.forEach(
        (plant, ordersPerDay) -> {
          rows.recipe(plant, HANDLING);
          rows.recipes.set("capacity_per_day", ordersPerDay);
        });
    makes.forEach(make -> recipe(rows, make.getFirst(), make.get(1)));
    links(rows);
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    rows.fill(tables);
    return tables;
  }

  private void recipe(Rows rows, String plant, String product) {
    rows.recipe(plant, product);
    double[] size = sizes.get(product);
    if (size != null) {
      double perOrder = cost.getOrDefault(plant, Double.NaN) * size[0] / size[1];
      rows.recipes.set("production_cost_per_unit", perOrder);
    }
    if (capacity.containsKey(plant)) {
      rows.input(plant, product, HANDLING);
    }
  }

  private void links(Rows rows) {
    Map<List<String>, Double> wanted = new TreeMap<>(Rows::compare);
    Map<List<String>, Set<String>> sources = new HashMap<>();
    flows.forEach(
        (key, flow) -> {
          List<String> pair = List.of(key.getFirst(), key.get(1));
          wanted.merge(pair, flow[0], Double::sum);
          sources.computeIfAbsent(pair, k -> new TreeSet<>()).add(key.get(2));
        });
    flows.forEach(
        (key, flow) -> {
          rows.link(String.join("-", key), key.getFirst(), key.get(2), key.get(1));
          double all = wanted.getOrDefault(List.of(key.getFirst(), key.get(1)), Double.NaN);
          rows.links.set("share", all > 0 ? flow[0] / all : Double.NaN);
          rows.links.set("volume_per_day", flow[0]).set("status", "active");
          rows.links.set("lead_time_days", flow[1] / flow[0]).set("via_site_id", key.get(3));
          rows.links.set("freight_per_unit", flow[3] > 0 ? flow[2] / flow[3] : Double.NaN);
          rows.links.set("confidence", 1).set("evidence", "observed: order list");
        });
    Map<String, Set<String>> makers = new HashMap<>();
    for (List<String> make : makes) {
      makers.computeIfAbsent(make.get(1), k -> new TreeSet<>()).add(make.getFirst());
    }
    wanted.forEach(
        (pair, units) -> {
          rows.demand(pair.getFirst(), pair.get(1), units);
          for (String plant : makers.getOrDefault(pair.get(1), new TreeSet<>())) {
            boolean known = sources.getOrDefault(pair, Set.of()).contains(plant);
            if (!known && allowed(plant, pair.getFirst())) {
              standby(rows, pair, plant);
            }
          }
        });
  }

  /** A plant with customers of its own serves no others. */
  private boolean allowed(String plant, String customer) {
    Set<String> own = reserved.get(plant);
    return ports.containsKey(plant) && (own == null || own.contains(customer));
  }

  private void standby(Rows rows, List<String> pair, String plant) {
    String id = pair.getFirst() + "-" + pair.get(1) + "-" + plant;
    rows.link(id, pair.getFirst(), plant, pair.get(1));
    rows.links.set(
        "via_site_id", ports.getOrDefault(plant, Set.of()).stream().findFirst().orElse(null));
    rows.links.set("status", "standby").set("evidence", "declared: products per plant");
    standby++;
  }
}
