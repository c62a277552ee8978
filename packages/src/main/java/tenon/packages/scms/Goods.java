package tenon.packages.scms;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tenon.model.Columns;
import tenon.model.Resource;

/** Products, recipes and demand. */
final class Goods {
  private final DeliveryFile file;
  private final History history;

  /** Lines of the last year by product. */
  private final SortedMap<String, Deliveries> lastYear = new TreeMap<>();

  /** Lines of the last year by receiving site and product. */
  private final SortedMap<String, SortedMap<String, Deliveries>> needs = new TreeMap<>();

  Goods(DeliveryFile file, History history, List<Delivery> lastYear) {
    this.file = file;
    this.history = history;
    for (Delivery d : lastYear) {
      this.lastYear.computeIfAbsent(d.product(), p -> new Deliveries()).add(d);
      needs
          .computeIfAbsent(d.store(), s -> new TreeMap<>())
          .computeIfAbsent(d.product(), p -> new Deliveries())
          .add(d);
    }
  }

  /** Each with its price per dose of the last year, else of all years, as its unit value. */
  Columns productTable(Remarks remarks) {
    Columns.Builder table = new Columns.Builder(Resource.PRODUCTS);
    history
        .byProduct()
        .forEach(
            (product, makers) -> {
              String name = file.products().text(product);
              double price = price(product, makers);
              if (Double.isNaN(price)) {
                remarks.warning("scms-no-price", 0, Column.VALUE, name);
              }
              table
                  .row()
                  .set("product_id", product)
                  .set("name", name)
                  .set("unit", "dose")
                  .set("unit_value", price);
            });
    return table.build();
  }

  private double price(String product, SortedMap<String, Deliveries> makers) {
    Deliveries recent = lastYear.get(product);
    double price = recent == null ? Double.NaN : recent.pricePerDose();
    if (!Double.isNaN(price)) {
      return price;
    }
    Deliveries all = new Deliveries();
    makers.values().forEach(maker -> maker.lines().forEach(all::add));
    return all.pricePerDose();
  }

  /** One recipe per plant and product, with the doses of its best year as its capacity. */
  Columns recipeTable() {
    Columns.Builder table = new Columns.Builder(Resource.RECIPES);
    history
        .byProduct()
        .forEach(
            (product, makers) ->
                makers.forEach(
                    (plant, lines) ->
                        table
                            .row()
                            .set("recipe_id", Ids.plant(plant) + "--" + product)
                            .set("site_id", Ids.plant(plant))
                            .set("product_id", product)
                            .set(
                                "capacity_per_day",
                                lines.bestYearDoses() / Deliveries.DAYS_PER_YEAR)
                            .set("status", "active")));
    return table.build();
  }

  Columns demandTable() {
    Columns.Builder table = new Columns.Builder(Resource.DEMAND);
    needs.forEach(
        (store, products) ->
            products.forEach(
                (product, lines) ->
                    table
                        .row()
                        .set("site_id", store)
                        .set("product_id", product)
                        .set("mean_per_day", lines.dosesPerDay())));
    return table.build();
  }
}
