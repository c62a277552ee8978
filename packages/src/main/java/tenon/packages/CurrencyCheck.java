package tenon.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tenon.model.Findings;
import tenon.model.Resource;

/** Warns where amounts of money are given and nobody says in which currency. */
final class CurrencyCheck {

  /** The columns that hold money. */
  static final Map<Resource, List<String>> MONEY =
      Map.of(
          Resource.FIRMS,
          List.of(
              "revenue_per_year",
              "operating_income",
              "total_assets",
              "cash",
              "credit_line",
              "fixed_cost_per_day",
              "rd_expenditure_per_year",
              "output_per_year",
              "value_added_per_year"),
          Resource.PRODUCTS,
          List.of("unit_value", "margin_per_unit"),
          Resource.RECIPES,
          List.of("production_cost_per_unit", "activation_cost"),
          Resource.SOURCING,
          List.of("price_per_unit", "freight_per_unit", "activation_cost"),
          Resource.STOCKS,
          List.of("holding_cost_per_day"),
          Resource.DEMAND,
          List.of("lost_sale_cost", "price_per_unit"),
          Resource.INDUSTRY_TABLE,
          List.of("value"));

  private CurrencyCheck() {}

  static void run(PackageInfo info, Tables tables, Findings findings) {
    if (info.currency() != null) {
      return;
    }
    List<String> given = new ArrayList<>();
    for (Table table : tables.all()) {
      for (String column : MONEY.getOrDefault(table.resource(), List.of())) {
        if (table.columns().knows(column)) {
          given.add(table.resource().title() + "." + column);
        }
      }
    }
    if (!given.isEmpty()) {
      findings.add(
          Fault.warning("no-currency", Descriptor.FILE)
              .column("currency")
              .args(String.join(", ", given))
              .finding());
    }
  }
}
