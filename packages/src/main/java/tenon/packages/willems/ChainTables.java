package tenon.packages.willems;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tenon.model.Columns;
import tenon.model.Resource;

/** The tables of the package. */
final class ChainTables {
  private static final String REGION = "unknown";
  private static final String FIRM = "unnamed";

  private final Network network;

  ChainTables(Network network) {
    this.network = network;
  }

  Map<Resource, Columns> all() {
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    tables.put(Resource.REGIONS, regions());
    tables.put(Resource.FIRMS, firms());
    tables.put(Resource.SITES, sites());
    tables.put(Resource.PRODUCTS, products());
    tables.put(Resource.RECIPES, recipes());
    tables.put(Resource.INPUTS, inputs());
    tables.put(Resource.SOURCING, links());
    tables.put(Resource.DEMAND, demands());
    return tables;
  }

  private static Columns regions() {
    return new Columns.Builder(Resource.REGIONS)
        .row()
        .set("region_id", REGION)
        .set("name", "Place not stated in the source")
        .set("name_zh", "来源未注明地点")
        .build();
  }

  private static Columns firms() {
    return new Columns.Builder(Resource.FIRMS)
        .row()
        .set("firm_id", FIRM)
        .set("name", "Firm not named in the source")
        .set("name_zh", "来源未注明企业")
        .build();
  }

  private Columns sites() {
    Columns.Builder table = new Columns.Builder(Resource.SITES);
    for (Stage stage : network.stages()) {
      table
          .row()
          .set("site_id", stage.name())
          .set("firm_id", FIRM)
          .set("region_id", REGION)
          .set("kind", stage.kind().siteKind());
    }
    return table.build();
  }

  private Columns products() {
    Columns.Builder table = new Columns.Builder(Resource.PRODUCTS);
    double[] costs = network.unitCosts();
    for (int i = 0; i < costs.length; i++) {
      table.row().set("product_id", network.stages().get(i).name()).set("unit_value", costs[i]);
    }
    return table.build();
  }

  private Columns recipes() {
    Columns.Builder table = new Columns.Builder(Resource.RECIPES);
    for (int i = 0; i < network.stages().size(); i++) {
      Stage stage = network.stages().get(i);
      table
          .row()
          .set("recipe_id", stage.name())
          .set("site_id", stage.name())
          .set("product_id", stage.name())
          .set("production_cost_per_unit", stage.addedCost())
          .set("cycle_days", network.timeIsOnLink(i) ? 0 : stage.time().meanDays())
          .set("status", "active");
    }
    return table.build();
  }

  private Columns inputs() {
    Columns.Builder table = new Columns.Builder(Resource.INPUTS);
    for (Arc arc : network.arcs()) {
      table
          .row()
          .set("recipe_id", name(arc.destination()))
          .set("product_id", name(arc.source()))
          .set("quantity", 1);
    }
    return table.build();
  }

  private Columns links() {
    Columns.Builder table = new Columns.Builder(Resource.SOURCING);
    Set<String> taken = new HashSet<>();
    for (Arc arc : network.arcs()) {
      String id = name(arc.source()) + "--" + name(arc.destination());
      while (!taken.add(id)) {
        id += "-"; // names that hold hyphens may join to the same id
      }
      table
          .row()
          .set("link_id", id)
          .set("customer_site_id", name(arc.destination()))
          .set("supplier_site_id", name(arc.source()))
          .set("product_id", name(arc.source()))
          .set("share", 1)
          .set("status", "active");
      if (network.timeIsOnLink(arc.destination())) {
        StageTime time = network.stages().get(arc.destination()).time();
        table.set("lead_time_days", time.meanDays()).set("lead_time_sd_days", time.sdDays());
      } else {
        table.set("lead_time_days", 0);
      }
    }
    return table.build();
  }

  private Columns demands() {
    Columns.Builder table = new Columns.Builder(Resource.DEMAND);
    for (Stage stage : network.stages()) {
      if (stage.demanded()) {
        table
            .row()
            .set("site_id", stage.name())
            .set("product_id", stage.name())
            .set("mean_per_day", stage.meanDemand())
            .set("sd_per_day", stage.sdDemand());
      }
    }
    return table.build();
  }

  private String name(int stage) {
    return network.stages().get(stage).name();
  }
}
