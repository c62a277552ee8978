package tenon.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tenon.model.Columns;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.PackageInfo;
import tenon.packages.PackageWriter;

/**
 * Mine -> Plant -> Store. The store sells 5 parts a day at a margin of 3; it holds 10 parts, the
 * plant holds ore for 20. One part takes one piece of ore.
 *
 * <p>By hand, without the mine (10 days, declared, so 7.5 to 12.5; probability 0.1): 30 parts can
 * be sold, which is 6 days; 50 are wanted, so 20 x 3 = 60 is lost, at the ends 7.5 x 3 = 22.5 and
 * 32.5 x 3 = 97.5; priority 0.1 x (10 - 6) x 15 = 6. Without the plant (4 days, observed, so 3.6 to
 * 4.4; probability 0.02): 10 parts, 2 days; 20 wanted, 10 x 3 = 30 lost, at the ends 24 and 36;
 * priority 0.02 x 2 x 15 = 0.6.
 */
final class TinyChain {
  private final Map<Resource, Columns> tables = new EnumMap<>(Resource.class);

  private TinyChain() {}

  static TinyChain standard() {
    return named("Deep Mine", "深矿");
  }

  /** The chain with other names for the firm that runs the mine. */
  static TinyChain named(String name, String nameZh) {
    TinyChain chain = new TinyChain();
    chain.firms(name, nameZh);
    chain.sites();
    chain.goods();
    chain.flows();
    return chain;
  }

  DataPackage data() {
    PackageInfo info =
        new PackageInfo(
            "tiny",
            "Tiny chain / 小链",
            "Three sites. 三个站点。",
            null,
            "CNY",
            true,
            null,
            List.of("Invented. 虚构。"));
    return new DataPackage(info, tables);
  }

  Path writeTo(Path directory) throws IOException {
    PackageWriter.write(data(), directory);
    return directory;
  }

  private void firms(String name, String nameZh) {
    tables.put(
        Resource.REGIONS,
        new Columns.Builder(Resource.REGIONS)
            .row()
            .set("region_id", "R")
            .set("name", "Region")
            .set("name_zh", "地区")
            .build());
    tables.put(
        Resource.FIRMS,
        new Columns.Builder(Resource.FIRMS)
            .row()
            .set("firm_id", "F1")
            .set("name", name)
            .set("name_zh", nameZh)
            .set("role", "leading")
            .row()
            .set("firm_id", "F2")
            .set("name", "Works")
            .set("name_zh", "工厂")
            .set("role", "specialised")
            .build());
  }

  private void sites() {
    tables.put(
        Resource.SITES,
        new Columns.Builder(Resource.SITES)
            .row()
            .set("site_id", "mine")
            .set("firm_id", "F1")
            .set("region_id", "R")
            .set("kind", "supplier")
            .set("ttr_days", 10)
            .set("ttr_basis", "declared")
            .set("disruption_probability_per_year", 0.1)
            .row()
            .set("site_id", "plant")
            .set("firm_id", "F2")
            .set("region_id", "R")
            .set("kind", "plant")
            .set("ttr_days", 4)
            .set("ttr_basis", "observed")
            .set("disruption_probability_per_year", 0.02)
            .row()
            .set("site_id", "store")
            .set("firm_id", "F2")
            .set("region_id", "R")
            .set("kind", "store")
            .set("ttr_days", 1)
            .set("ttr_basis", "declared")
            .set("disruption_probability_per_year", 0)
            .build());
  }

  private void goods() {
    tables.put(
        Resource.PRODUCTS,
        new Columns.Builder(Resource.PRODUCTS)
            .row()
            .set("product_id", "ore")
            .set("unit", "piece")
            .set("unit_value", 1)
            .row()
            .set("product_id", "part")
            .set("unit", "piece")
            .set("unit_value", 10)
            .set("margin_per_unit", 3)
            .set("criticality", 1)
            .build());
    tables.put(
        Resource.RECIPES,
        new Columns.Builder(Resource.RECIPES)
            .row()
            .set("recipe_id", "dig")
            .set("site_id", "mine")
            .set("product_id", "ore")
            .set("capacity_per_day", 10)
            .set("yield", 1)
            .row()
            .set("recipe_id", "make")
            .set("site_id", "plant")
            .set("product_id", "part")
            .set("capacity_per_day", 10)
            .set("yield", 1)
            .build());
    tables.put(
        Resource.INPUTS,
        new Columns.Builder(Resource.INPUTS)
            .row()
            .set("recipe_id", "make")
            .set("product_id", "ore")
            .set("quantity", 1)
            .build());
    tables.put(
        Resource.STOCKS,
        new Columns.Builder(Resource.STOCKS)
            .row()
            .set("site_id", "plant")
            .set("product_id", "ore")
            .set("on_hand", 20)
            .row()
            .set("site_id", "store")
            .set("product_id", "part")
            .set("on_hand", 10)
            .build());
    tables.put(
        Resource.DEMAND,
        new Columns.Builder(Resource.DEMAND)
            .row()
            .set("site_id", "store")
            .set("product_id", "part")
            .set("mean_per_day", 5)
            .set("lost_sale_cost", 0)
            .build());
  }

  private void flows() {
    tables.put(
        Resource.SOURCING,
        new Columns.Builder(Resource.SOURCING)
            .row()
            .set("link_id", "l1")
            .set("customer_site_id", "plant")
            .set("supplier_site_id", "mine")
            .set("product_id", "ore")
            .set("share", 1)
            .set("volume_per_day", 5)
            .row()
            .set("link_id", "l2")
            .set("customer_site_id", "store")
            .set("supplier_site_id", "plant")
            .set("product_id", "part")
            .set("share", 1)
            .set("volume_per_day", 5)
            .build());
  }
}
