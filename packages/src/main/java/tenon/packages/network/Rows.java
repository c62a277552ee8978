package tenon.packages.network;

import java.util.List;
import java.util.Map;
import tenon.model.Columns;
import tenon.model.Resource;

/** The tables of a chain in the making; the last row of each can be filled further. */
final class Rows {
  final Columns.Builder regions = new Columns.Builder(Resource.REGIONS);
  final Columns.Builder firms = new Columns.Builder(Resource.FIRMS);
  final Columns.Builder sites = new Columns.Builder(Resource.SITES);
  final Columns.Builder products = new Columns.Builder(Resource.PRODUCTS);
  final Columns.Builder recipes = new Columns.Builder(Resource.RECIPES);
  final Columns.Builder inputs = new Columns.Builder(Resource.INPUTS);
  final Columns.Builder links = new Columns.Builder(Resource.SOURCING);
  final Columns.Builder demands = new Columns.Builder(Resource.DEMAND);
  private String place = "";

  /** The region of the sites that follow. */
  void place(String id) {
    place = id;
    regions.row().set("region_id", id);
  }

  void firm(String id) {
    firms.row().set("firm_id", id);
  }

  void site(String id, String firm, String kind) {
    sites.row().set("site_id", id).set("firm_id", firm).set("region_id", place).set("kind", kind);
  }

  void product(String id) {
    products.row().set("product_id", id);
  }

  void product(String id, String unit) {
    product(id);
    products.set("unit", unit);
  }

  /** One unit of a product that the recipe of another at the same site uses up. */
  void input(String site, String made, String used) {
    inputs.row().set("recipe_id", site + "-" + made).set("product_id", used);
    inputs.set("quantity", 1);
  }

  void recipe(String site, String product) {
    recipes.row().set("recipe_id", site + "-" + product);
    recipes.set("site_id", site).set("product_id", product).set("status", "active");
  }

  void link(String id, String customer, String supplier, String product) {
    links.row().set("link_id", id).set("customer_site_id", customer);
    links.set("supplier_site_id", supplier).set("product_id", product);
  }

  void demand(String site, String product, double perDay) {
    demands.row().set("site_id", site).set("product_id", product).set("mean_per_day", perDay);
  }

  void fill(Map<Resource, Columns> tables) {
    for (Columns.Builder table :
        List.of(regions, firms, sites, products, recipes, inputs, links, demands)) {
      Columns built = table.build();
      if (table != inputs || built.rows() > 0) {
        tables.put(table.resource(), built);
      }
    }
  }

  /** Lists of equal length by their elements, first to last. */
  static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
