package tenon.packages.scms;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;

/**
 * The routes of the last year: direct drops from plant to country past the office of the vendor,
 * and from plant to the regional centre and from there to the country.
 */
final class ActiveLinks {
  /** A product that a customer takes. */
  record Need(String customerSite, String product) implements Comparable<Need> {
    private static final Comparator<Need> ORDER =
        Comparator.comparing(Need::customerSite).thenComparing(Need::product);

    @Override
    public int compareTo(Need other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param office vendor's office on the way, null where the route passes none
   * @param timed whether the dates and prices of the lines are those of this leg
   */
  private record Route(
      String supplierSite, Need need, @Nullable String office, boolean timed, Deliveries lines) {}

  private final SortedMap<String, Route> routes = new TreeMap<>();
  private final Map<Need, Double> doses = new HashMap<>();
  private final Map<Need, Set<String>> plants = new HashMap<>();

  ActiveLinks(List<Delivery> lastYear) {
    for (Delivery d : lastYear) {
      Need atStore = new Need(d.store(), d.product());
      if (d.fromCentre()) {
        Need atHub = new Need(Ids.HUB, d.product());
        add(Ids.plant(d.plant()), atHub, null, false, d);
        plants.computeIfAbsent(atHub, n -> new HashSet<>()).add(d.plant());
        add(Ids.HUB, atStore, null, true, d);
      } else {
        add(Ids.plant(d.plant()), atStore, Ids.office(d.vendor()), true, d);
        plants.computeIfAbsent(atStore, n -> new HashSet<>()).add(d.plant());
      }
    }
  }

  private void add(
      String supplierSite, Need need, @Nullable String office, boolean timed, Delivery line) {
    String customer = need.customerSite();
    String id =
        office == null
            ? Ids.link(supplierSite, customer, need.product())
            : Ids.link(supplierSite, customer, need.product(), office);
    routes
        .computeIfAbsent(id, i -> new Route(supplierSite, need, office, timed, new Deliveries()))
        .lines
        .add(line);
    doses.merge(need, line.doses(), Double::sum);
  }

  /** Who needed what in the last year, in the order of the ids. */
  SortedSet<Need> needs() {
    return new TreeSet<>(doses.keySet());
  }

  /**
   * Whether a plant has supplied a customer with a product in the last year, without the centre.
   */
  boolean supplies(String plant, Need need) {
    return plants.getOrDefault(need, Set.of()).contains(plant);
  }

  int count() {
    return routes.size();
  }

  /** Adds the links to a sourcing table. */
  void write(Columns.Builder table) {
    routes.forEach((id, route) -> write(table, id, route));
  }

  private void write(Columns.Builder table, String id, Route route) {
    Deliveries lines = route.lines;
    table
        .row()
        .set("link_id", id)
        .set("customer_site_id", route.need.customerSite())
        .set("supplier_site_id", route.supplierSite)
        .set("product_id", route.need.product())
        .set("share", lines.doses() / doses.getOrDefault(route.need, Double.NaN))
        .set("volume_per_day", lines.dosesPerDay())
        .set("via_site_id", route.office)
        .set("status", "active")
        .set("confidence", 1)
        .set("evidence", lines.evidence());
    if (route.timed) {
      table
          .set("lead_time_days", lines.meanLeadDays())
          .set("lead_time_sd_days", lines.sdLeadDays())
          .set("mode", lines.mode())
          .set("price_per_unit", lines.pricePerDose())
          .set("freight_per_unit", lines.freightPerDose());
    }
  }
}
