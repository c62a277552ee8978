package tenon.model;

import static tenon.model.Field.amount;
import static tenon.model.Field.category;
import static tenon.model.Field.date;
import static tenon.model.Field.flag;
import static tenon.model.Field.fraction;
import static tenon.model.Field.id;
import static tenon.model.Field.label;
import static tenon.model.Field.number;
import static tenon.model.Field.ref;
import static tenon.model.Field.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a data package and their columns. Reading, checking, writing and the manual all
 * follow this one declaration.
 */
public enum Resource {
  REGIONS(
      id("region_id", "key of the region"),
      text("name", "name in English"),
      text("name_zh", "name in Chinese"),
      ref("parent_id", "regions", "region that contains this one"),
      label("level", "level in the hierarchy, for example nation, province, city"),
      label("iso_3166_2", "ISO 3166-2 code"),
      label("jurisdiction", "ISO 3166-1 code of the country whose law applies"),
      number("latitude", "degrees north").between(-90, 90),
      number("longitude", "degrees east").between(-180, 180)),

  FIRMS(
      id("firm_id", "key of the firm"),
      text("name", "name in English"),
      text("name_zh", "name in Chinese"),
      ref("region_id", "regions", "region of the registered office"),
      label("sector", "sector code"),
      label("role", "role in the chain: leading, specialised, supporting, ..."),
      label("lei", "legal entity identifier"),
      label("credit_code", "unified social credit code"),
      amount("employees", "number of employees"),
      amount("revenue_per_year", "revenue, money per year"),
      number("operating_income", "operating income, money per year"),
      amount("total_assets", "total assets, money"),
      number("cash", "cash at hand, money"),
      amount("credit_line", "credit that may be drawn beyond the cash, money; blank: unknown"),
      amount("fixed_cost_per_day", "cost of a day whatever is made: wages, rent, interest; money"),
      amount("rd_expenditure_per_year", "spending on research and development, money per year"),
      amount("invention_patents", "number of valid invention patents"),
      amount("output_per_year", "gross output, money per year"),
      number("value_added_per_year", "value added, money per year"),
      amount("digital_maturity", "digital maturity, in the score of the source")),

  SITES(
      id("site_id", "key of the site"),
      ref("firm_id", "firms", "firm that runs the site").mandatory(),
      ref("region_id", "regions", "region where the site stands").mandatory(),
      category("kind", "what the site is", "supplier", "plant", "warehouse", "hub", "port", "store")
          .mandatory(),
      text("name", "name"),
      label("gln", "GS1 global location number"),
      label("unlocode", "UN/LOCODE of the place"),
      number("latitude", "degrees north").between(-90, 90),
      number("longitude", "degrees east").between(-180, 180),
      amount("workers", "number of workers, all shifts together"),
      number("shifts", "shifts a day; blank: one").between(1, 24).inWhole(),
      amount(
          "crew_per_shift", "fewest workers with whom a shift is safe to run; blank: any number"),
      category(
          "working_days",
          "days of the week on which the site works; blank: every day",
          "mon-sun",
          "mon-sat",
          "mon-fri",
          "sun-thu"),
      amount("ttr_days", "time to recover from a full outage, days"),
      category("ttr_basis", "how the time to recover is known", names(Basis.values())),
      fraction("disruption_probability_per_year", "probability of a full outage within a year")),

  PRODUCTS(
      id("product_id", "key of the product"),
      text("name", "name in English"),
      text("name_zh", "name in Chinese"),
      label("unit", "unit of quantity, for example piece, t, dose"),
      label("hs6", "six-digit code of the Harmonized System"),
      label("gtin", "GS1 global trade item number"),
      amount("unit_value", "value of one unit, money"),
      number("margin_per_unit", "margin lost with one unit of unmet demand, money"),
      amount("criticality", "weight of the product beside its margin; 1 is ordinary")),

  RECIPES(
      id("recipe_id", "key of the recipe"),
      ref("site_id", "sites", "site that runs the recipe").mandatory(),
      ref("product_id", "products", "product that comes out").mandatory(),
      amount("capacity_per_day", "greatest good output, units per day").orUnlimited(),
      amount("production_cost_per_unit", "cost of one unit, money, without inputs"),
      amount("cycle_days", "days from start to output"),
      number("yield", "good share of what is started").above(0).atMost(1),
      category("status", "active now, or standby", "active", "standby"),
      amount("activation_days", "days until a standby recipe yields"),
      amount("activation_cost", "cost of taking a standby recipe into use, money, once"),
      amount(
          "changeover_days",
          "days to change over to this recipe; on standby they follow the activation"),
      amount("workers_per_unit", "workers needed per unit and day")),

  INPUTS(
      ref("recipe_id", "recipes", "recipe that takes the input").mandatory().inKey(),
      ref("product_id", "products", "product taken").mandatory().inKey(),
      number("quantity", "units taken per unit of output started").above(0).mandatory(),
      flag("essential", "whether output stops without it; blank means it does"),
      label("substitute_group", "inputs of one recipe in the same group replace each other")),

  SOURCING(
      id("link_id", "key of the link"),
      ref("customer_site_id", "sites", "site that receives").mandatory(),
      ref("supplier_site_id", "sites", "site that ships").mandatory(),
      ref("product_id", "products", "product shipped").mandatory(),
      fraction("share", "share of the customer's need for the product taken over this link"),
      amount("volume_per_day", "usual volume, units per day"),
      amount("lead_time_days", "days from order to receipt"),
      amount("lead_time_sd_days", "standard deviation of the lead time, days"),
      label("mode", "mode of transport, for example air, sea, road, rail"),
      amount("capacity_per_day", "greatest volume, units per day; 0 for a closed link")
          .orUnlimited(),
      amount("price_per_unit", "price of one unit, money"),
      amount("freight_per_unit", "freight of one unit, money"),
      amount("payment_days", "days from receipt to payment"),
      amount("co2_kg_per_unit", "emissions of the transport of one unit, kg CO2"),
      amount("tariff", "tariff as a fraction of the price"),
      ref("via_site_id", "sites", "site the goods pass on the way"),
      category("status", "active now, standby, or closed", "active", "standby", "closed"),
      amount("activation_days", "days until a standby link delivers"),
      amount("activation_cost", "cost of taking a standby link into use, money, once"),
      amount("minimum_per_day", "least volume that a contract obliges to order, units per day"),
      category(
          "minimum_kind",
          "what the minimum means: pay for what is not ordered, or order it",
          "take_or_pay",
          "purchase"),
      fraction("confidence", "how sure it is that the link exists, 0 to 1"),
      text("evidence", "what the link is known from"),
      date("valid_from", "first day the link may be used"),
      date("valid_to", "last day the link may be used")),

  STOCKS(
      ref("site_id", "sites", "site that holds the stock").mandatory().inKey(),
      ref("product_id", "products", "product held").mandatory().inKey(),
      amount("on_hand", "stock on hand, units").orUnlimited(),
      category(
          "policy",
          "replenishment policy",
          "base_stock",
          "echelon_base_stock",
          "s_S",
          "R_Q",
          "periodic_review",
          "mrp",
          "balanced_echelon"),
      amount("reorder_point", "stock position that triggers an order, units"),
      amount("order_up_to", "stock position after an order, units"),
      amount("safety_stock", "safety stock, units"),
      number(
              "review_days",
              "days from one review of the stock to the next; blank: 7 under periodic_review, else 1")
          .between(1, 366)
          .inWhole(),
      number(
              "shelf_life_days",
              "days that a unit keeps in this stock, from its receipt; blank: it keeps")
          .between(1, 3660)
          .inWhole(),
      amount("holding_cost_per_day", "holding cost of one unit, money per day")),

  DEMAND(
      ref("site_id", "sites", "site where the demand arises").mandatory().inKey(),
      ref("product_id", "products", "product demanded").mandatory().inKey(),
      amount("mean_per_day", "mean demand, units per day").mandatory(),
      amount("sd_per_day", "standard deviation of daily demand, units"),
      category(
          "distribution",
          "distribution of daily demand",
          "deterministic",
          "normal",
          "lognormal",
          "gamma",
          "poisson",
          "negative_binomial"),
      number(
              "zero_share",
              "share of the days without any demand; mean and deviation are those of all days")
          .between(0, 0.999),
      amount(
          "lost_sale_cost",
          "penalty for one unit not served, money, beside its margin; where demand waits, for a unit"
              + " and day"),
      flag("backorder", "whether unmet demand waits; blank: where no lost_sale_cost is stated"),
      amount("priority", "weight in rationing; higher is served first"),
      label("market", "market the demand belongs to"),
      amount("price_per_unit", "price the market pays, money; blank: unit_value of the product"),
      amount("payment_days", "days from delivery to payment; blank: paid at once")),

  DEMAND_SERIES(
      ref("site_id", "sites", "site where the demand arises").mandatory().inKey(),
      ref("product_id", "products", "product demanded").mandatory().inKey(),
      date("date", "day of the demand").mandatory().inKey(),
      amount("quantity", "units demanded that day").mandatory()),

  SEASONS(
      ref("site_id", "sites", "site where the demand arises").mandatory().inKey(),
      ref("product_id", "products", "product demanded").mandatory().inKey(),
      category(
              "period",
              "day of the week or month of the year",
              "mon",
              "tue",
              "wed",
              "thu",
              "fri",
              "sat",
              "sun",
              "jan",
              "feb",
              "mar",
              "apr",
              "may",
              "jun",
              "jul",
              "aug",
              "sep",
              "oct",
              "nov",
              "dec")
          .mandatory()
          .inKey(),
      amount("factor", "demand on such days over mean_per_day; 1 where a period has no row")
          .mandatory()),

  HOLIDAYS(
      ref("region_id", "regions", "region whose sites do not work, with all regions in it")
          .mandatory()
          .inKey(),
      date("first_day", "first day off").mandatory().inKey(),
      date("last_day", "last day off; blank: the first"),
      text("name", "name of the holiday")),

  DEPENDENCIES(
      ref("site_id", "sites", "site that depends on the technology").inKey(),
      ref("recipe_id", "recipes", "recipe that depends on the technology").inKey(),
      ref("firm_id", "firms", "firm all of whose sites depend on the technology").inKey(),
      label("technology", "equipment, software, licence or service needed").mandatory().inKey(),
      label("vendor", "who provides it"),
      label("jurisdiction", "ISO 3166-1 code of the country whose law governs the provision"),
      category("kind", "what it is", "hardware", "software", "cloud", "licence", "tool"),
      flag("essential", "whether work stops when it is cut"),
      text("substitute", "what could replace it"),
      fraction(
          "lost_share",
          "share of the capacity lost while it is cut; blank: all where essential, else none"),
      amount("grace_days", "days that work goes on after the cut; blank: none"),
      amount("substitute_days", "days from the cut until the substitute works; blank: never")),

  ESSENTIAL(
      label("supplier_sector", "sector that supplies").mandatory().inKey(),
      label("customer_sector", "sector that is supplied").mandatory().inKey(),
      number("class", "2 essential, 1 non-essential, 0 none").between(0, 2).inWhole().mandatory()),

  INDUSTRY_TABLE(
      label("year", "year of the table").mandatory().inKey(),
      label("from_region", "region of origin").mandatory().inKey(),
      label("from_sector", "sector of origin").mandatory().inKey(),
      label("to_region", "region of use").mandatory().inKey(),
      label("to_sector", "sector or final use").mandatory().inKey(),
      category("kind", "part of the table", "intermediate", "final", "value_added", "import")
          .mandatory()
          .inKey(),
      number("value", "flow, money per year").mandatory()),

  HIERARCHY(
      id("code", "key of the node"),
      ref("parent", "hierarchy", "node above"),
      number("level", "level, the indicators' being the greatest").between(0, 99).inWhole(),
      text("name", "name in English"),
      text("name_zh", "name in Chinese"),
      number("direction", "1 where more is better, -1 where less is").between(-1, 1).inWhole(),
      amount("weight", "weight among its siblings"),
      number("low", "goalpost that scores 0"),
      number("high", "goalpost that scores 100"),
      number("target", "value aimed at"),
      label("unit", "unit of the indicator"),
      label("denominator", "indicator to divide by")),

  INDICATORS(
      label("unit_id", "region, firm, industry or whatever is measured").mandatory().inKey(),
      label("period", "year or other period").mandatory().inKey(),
      ref("code", "hierarchy", "indicator").mandatory().inKey(),
      number("value", "value, in the unit of the indicator")),

  DATAFLOWS(
      id("flow_id", "key of the flow"),
      label("from_jurisdiction", "ISO 3166-1 code of the country data leave").mandatory(),
      label("to_jurisdiction", "ISO 3166-1 code of the country data enter").mandatory(),
      label("category", "category of data").mandatory(),
      amount("persons_per_year", "persons concerned, per year"),
      flag("sensitive", "whether personal data are sensitive"),
      text("purpose", "what the data are used for"),
      text("provider", "who moves or holds them"));

  @SuppressWarnings("ImmutableEnumChecker") // List.of and Stream.toList give unmodifiable lists
  private final List<Field> fields;

  @SuppressWarnings("ImmutableEnumChecker") // as above
  private final List<Field> key;

  Resource(Field... fields) {
    this.fields = List.of(fields);
    this.key = this.fields.stream().filter(Field::key).toList();
  }

  /** Name of the resource in a package, for example {@code demand_series}. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Columns in the order in which they are written. */
  public List<Field> fields() {
    return fields;
  }

  /** Columns that together name a row. */
  public List<Field> key() {
    return key;
  }

  /**
   * Position of a column in {@link #fields()}.
   *
   * @throws IllegalArgumentException if the resource has no such column
   */
  public int position(String column) {
    int position = find(column);
    if (position < 0) {
      throw new IllegalArgumentException(title() + " has no column " + column);
    }
    return position;
  }

  /** Position of a column in {@link #fields()}, or -1. */
  public int find(String column) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(column)) {
        return i;
      }
    }
    return -1;
  }

  /** The resource of that name, or null. */
  public static @Nullable Resource named(String title) {
    for (Resource resource : values()) {
      if (resource.title().equals(title)) {
        return resource;
      }
    }
    return null;
  }

  private static String[] names(Enum<?>[] values) {
    List<String> names = new ArrayList<>();
    for (Enum<?> value : values) {
      names.add(value.name().toLowerCase(Locale.ROOT));
    }
    return names.toArray(String[]::new);
  }
}
