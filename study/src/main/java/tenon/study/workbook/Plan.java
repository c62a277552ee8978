package tenon.study.workbook;

import java.util.List;
import java.util.stream.Stream;
import tenon.model.Field;
import tenon.model.Resource;

/**
 * Which columns of which tables a workbook asks for.
 *
 * @param form whether it is the form of one firm
 * @param sheets sheets in their order
 */
record Plan(boolean form, List<Sheet> sheets) {

  /** One sheet. */
  record Sheet(Resource resource, List<Field> fields) {}

  /** Every column of every table. */
  static Plan all() {
    return new Plan(
        false, Stream.of(Resource.values()).map(r -> new Sheet(r, r.fields())).toList());
  }

  /** What one firm knows of itself. */
  static Plan ofOneFirm() {
    return new Plan(
        true,
        List.of(
            sheet(Resource.FIRMS, "firm_id", "name", "name_zh", "region_id", "sector")
                .and("lei", "credit_code", "employees"),
            sheet(Resource.SITES, "site_id", "firm_id", "region_id", "kind", "name", "gln")
                .and("unlocode", "latitude", "longitude", "workers", "ttr_days", "ttr_basis"),
            sheet(Resource.PRODUCTS, "product_id", "name", "name_zh", "unit", "hs6")
                .and("unit_value", "margin_per_unit"),
            sheet(Resource.RECIPES, "recipe_id", "site_id", "product_id", "capacity_per_day")
                .and("cycle_days", "status"),
            sheet(Resource.INPUTS, "recipe_id", "product_id", "quantity", "essential").and(),
            sheet(Resource.SOURCING, "link_id", "customer_site_id", "supplier_site_id")
                .and("product_id", "share", "volume_per_day", "lead_time_days", "mode"),
            sheet(Resource.STOCKS, "site_id", "product_id", "on_hand", "safety_stock").and()));
  }

  private static Half sheet(Resource resource, String... columns) {
    return new Half(resource, columns);
  }

  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  private record Half(Resource resource, String[] columns) {
    Sheet and(String... more) {
      return new Sheet(
          resource,
          Stream.concat(Stream.of(columns), Stream.of(more))
              .map(name -> resource.fields().get(resource.position(name)))
              .toList());
    }
  }
}
