package tenon.examples;

import java.util.LinkedHashMap;
import java.util.Map;
import tenon.model.Columns;
import tenon.model.Resource;

/** Products, recipes and inputs as tables. */
final class GoodsTables {
  private static final double CONVERSION = 0.6;
  private static final Range HEADROOM = new Range(0.10, 0.60);

  private final Goods goods;
  private final Flows flows;
  private final Draws draws;
  private final Columns.Builder recipes = new Columns.Builder(Resource.RECIPES);
  private final Columns.Builder inputs = new Columns.Builder(Resource.INPUTS);

  GoodsTables(Goods goods, Roster roster, Flows flows, Draws draws) {
    this.goods = goods;
    this.flows = flows;
    this.draws = draws;
    for (Site site : roster.sites()) {
      site.makes().forEach(product -> addActive(site, goods.product(product)));
      if (site.standby() != null) {
        addStandby(site, goods.product(site.standby()));
      }
    }
  }

  Columns products() {
    Columns.Builder table = new Columns.Builder(Resource.PRODUCTS);
    for (Product product : goods.products()) {
      table
          .row()
          .set("product_id", product.id())
          .set("name", product.name())
          .set("name_zh", product.nameZh())
          .set("unit", product.unit())
          .set("hs6", Cells.known(product.hs6()))
          .set("unit_value", product.value())
          .set("margin_per_unit", product.margin())
          .set("criticality", product.criticality());
    }
    return table.build();
  }

  Columns recipes() {
    return recipes.build();
  }

  Columns inputs() {
    return inputs.build();
  }

  private void addActive(Site site, Product product) {
    String id = recipe(site, product);
    double draw = draws.unit("headroom", id);
    // Squared: most plants run nearer to full than to half empty.
    double headroom = HEADROOM.at(draw * draw);
    double output = flows.outputs().at(product.id(), site.id());
    add(site, product, Round.up(output * (1 + headroom), 4));
    recipes
        .set("status", "active")
        .set("changeover_days", Round.digits(draws.within("changeover", id, 0.2, 3), 2));
  }

  /** Its changeover is within its activation. */
  private void addStandby(Site site, Product product) {
    String id = recipe(site, product);
    Map<String, Double> outputs = new LinkedHashMap<>(flows.outputs().of(product.id()));
    double usual = outputs.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    add(site, product, Round.up(usual * draws.within("standby size", id, 0.3, 0.7), 3));
    recipes
        .set("status", "standby")
        .set("activation_days", Math.rint(draws.within("recipe activation", id, 14, 90)));
  }

  private void add(Site site, Product product, double capacityPerDay) {
    String id = recipe(site, product);
    double taken =
        goods.bill(product.id()).stream()
            .mapToDouble(line -> line.usual() * goods.product(line.input()).value())
            .sum();
    double conversion = (product.value() - taken) * CONVERSION;
    recipes
        .row()
        .set("recipe_id", id)
        .set("site_id", site.id())
        .set("product_id", product.id())
        .set("capacity_per_day", capacityPerDay)
        .set(
            "production_cost_per_unit",
            Round.digits(conversion * draws.within("conversion", id, 0.8, 1.2), 3))
        .set("cycle_days", Round.digits(draws.within("cycle", id, product.cycle()), 2))
        .set("yield", flows.goodShare(product.id(), site));
    for (BillLine line : flows.bill(product, site)) {
      inputs
          .row()
          .set("recipe_id", id)
          .set("product_id", line.input())
          .set("quantity", line.quantity())
          .set("essential", Boolean.toString(line.essential()))
          .set("substitute_group", Cells.known(line.group()));
    }
  }

  static String recipe(Site site, Product product) {
    return site.id() + ":" + product.id();
  }
}
