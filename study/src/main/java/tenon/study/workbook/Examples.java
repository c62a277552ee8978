package tenon.study.workbook;

import java.util.Map;
import tenon.model.Field;
import tenon.model.Resource;

/** The example row of a sheet. */
final class Examples {
  private static final Map<String, String> IDS =
      Map.of(
          "region_id", "CN-SH",
          "firm_id", "firm-1",
          "site_id", "plant-1",
          "product_id", "wafer",
          "recipe_id", "plant-1-wafer",
          "link_id", "link-1",
          "supplier_site_id", "supplier-1",
          "customer_site_id", "plant-1",
          "code", "A1",
          "flow_id", "flow-1");

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("name", "Example"),
          Map.entry("name_zh", "示例"),
          Map.entry("hs6", "381800"),
          Map.entry("unit", "piece"),
          Map.entry("iso_3166_2", "CN-SH"),
          Map.entry("jurisdiction", "CN"),
          Map.entry("level", "province"),
          Map.entry("sector", "C39"),
          Map.entry("mode", "road"),
          Map.entry("technology", "EDA"),
          Map.entry("period", "2025"),
          Map.entry("year", "2023"),
          Map.entry("from_jurisdiction", "CN"),
          Map.entry("to_jurisdiction", "SG"),
          Map.entry("unlocode", "CNSHG"));

  private static final Map<String, Double> NUMBERS =
      Map.of(
          "latitude", 31.23,
          "longitude", 121.47,
          "ttr_days", 45.0,
          "capacity_per_day", 500.0,
          "lead_time_days", 14.0,
          "on_hand", 2000.0,
          "mean_per_day", 120.0,
          "yield", 0.95,
          "share", 0.6);

  private Examples() {}

  /** Text of the example, empty for none; numbers come from {@link #number}. */
  static String text(Resource resource, Field field) {
    return switch (field.type()) {
      case ID, REF -> IDS.getOrDefault(field.name(), "");
      case LABEL, TEXT -> TEXTS.getOrDefault(field.name(), "");
      case CATEGORY ->
          resource == Resource.SITES && field.name().equals("kind")
              ? "plant"
              : field.categories().getFirst();
      case FLAG -> "true";
      case DATE -> field.name().equals("valid_to") ? "2027-12-31" : "2026-01-01";
      case NUMBER -> "";
    };
  }

  /** Number of the example, NaN for none. */
  static double number(Field field) {
    Double known = NUMBERS.get(field.name());
    return known != null ? known : field.required() ? 1 : Double.NaN;
  }
}
