package tenon.twin.site;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Resource;

/**
 * A chain drawn as text, one line each:
 *
 * <pre>
 * Mine -> Plant: ore, lead 2, share .5, cap 10, sd 1, standby 3, via Port, id road, price 3,
 *     freight 1, tariff .1                                      (one line)
 * Plant makes chip: 2 ore + 1 gas|helium + 3 water?, cap 5, cycle 1, yield .5, standby 3, cost 2
 * Plant holds ore: 40, upto 50, reorder 10, safety 5, policy R_Q, holding .1
 * Shop sells chip: 5, sd 2, law normal, lost 1, margin 4, priority 2, criticality 3
 * Mine in Hills of Digger Ltd
 * Mine works mon-fri
 * Hills rests 2024-01-03 2024-01-04          (a region; days of the run are told by the spec)
 * Shop varies chip: sun 0, jan 2             (and demand: zero .3; stock: keeps 4, review 7)
 * Plant needs litho, lost .5, grace 2, substitute 6, vendor V, kind cloud, law US, recipe R, firm F
 * Plant employs 90, shifts 3, crew 25        (recipes: workers 2)
 * Plant has 50, credit 20, fixed 7           (its firm; links: terms 30; sales: for 12, after 3)
 * </pre>
 *
 * {@code a|b} replace each other; {@code ?} marks an input that is not essential. Every link has a
 * lead time of 0 and a deviation of 0 unless it says otherwise.
 */
public final class DrawnChain {
  private final Map<Resource, Columns.Builder> tables = new EnumMap<>(Resource.class);
  private final Set<String> sites = new LinkedHashSet<>();
  private final Set<String> products = new LinkedHashSet<>();
  private final Map<String, String[]> places = new java.util.HashMap<>();
  private final Map<String, String> weeks = new java.util.HashMap<>();
  private final Map<String, String[]> funds = new java.util.HashMap<>();
  private final Map<String, String[]> employed = new java.util.HashMap<>();
  private final Map<String, Double> margins = new java.util.HashMap<>();
  private final Map<String, Double> criticalities = new java.util.HashMap<>();

  private DrawnChain() {
    for (Resource resource : Resource.values()) {
      tables.put(resource, new Columns.Builder(resource));
    }
  }

  /** The chain that the lines draw. */
  public static Chain of(String text) {
    DrawnChain drawn = new DrawnChain();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(drawn::line);
    return drawn.chain();
  }

  private Chain chain() {
    Set<String> regions = new LinkedHashSet<>();
    Set<String> firms = new LinkedHashSet<>();
    for (String site : sites) {
      String[] place = places.getOrDefault(site, new String[] {"land", site + " Ltd"});
      String[] people = employed.get(site);
      regions.add(place[0]);
      firms.add(place[1]);
      row(Resource.SITES)
          .set("site_id", site)
          .set("region_id", place[0])
          .set("firm_id", place[1])
          .set("kind", "plant")
          .set("working_days", weeks.get(site))
          .set(
              "workers",
              people == null ? Double.NaN : Double.parseDouble(people[0].split(" ", -1)[2]))
          .set("shifts", people == null ? Double.NaN : number(people, "shifts", Double.NaN))
          .set("crew_per_shift", people == null ? Double.NaN : number(people, "crew", Double.NaN));
    }
    regions.forEach(region -> row(Resource.REGIONS).set("region_id", region));
    firms.forEach(
        firm -> {
          String[] has = funds.getOrDefault(firm.replace(" Ltd", ""), new String[] {""});
          row(Resource.FIRMS)
              .set("firm_id", firm)
              .set("cash", has.length == 1 && has[0].isEmpty() ? Double.NaN : amount(has[0]))
              .set("credit_line", number(has, "credit", Double.NaN))
              .set("fixed_cost_per_day", number(has, "fixed", Double.NaN));
        });
    for (String product : products) {
      double margin = margins.getOrDefault(product, Double.NaN);
      row(Resource.PRODUCTS)
          .set("product_id", product)
          .set("margin_per_unit", margin)
          .set("criticality", criticalities.getOrDefault(product, Double.NaN));
    }
    Map<Resource, Columns> built = new EnumMap<>(Resource.class);
    tables.forEach((resource, builder) -> built.put(resource, builder.build()));
    return Chain.of(built);
  }

  private Columns.Builder row(Resource resource) {
    Columns.Builder builder = tables.get(resource);
    if (builder == null) {
      throw new IllegalStateException(resource.title());
    }
    return builder.row();
  }

  private void line(String line) {
    String[] parts = line.split(",", -1);
    String[] head = parts[0].split(":", -1);
    String[] words = head[0].strip().split(" ", -1);
    String rest = head.length > 1 ? head[1].strip() : "";
    if (words[1].equals("rests")) {
      row(Resource.HOLIDAYS)
          .set("region_id", words[0])
          .set("first_day", words[2])
          .set("last_day", words.length > 3 ? words[3] : null);
      return;
    }
    sites.add(words[0]);
    switch (words[1]) {
      case "->" -> link(words[0], words[2], rest, parts);
      case "makes" -> recipe(words[0], words[2], rest, parts);
      case "holds" -> stock(words[0], words[2], rest, parts);
      case "sells" -> demand(words[0], words[2], rest, parts);
      case "in" ->
          places.put(words[0], new String[] {words[2], line.substring(line.indexOf(" of ") + 4)});
      case "needs" -> dependency(words[0], words[2], parts);
      case "has" -> funds.put(words[0], parts);
      case "works" -> weeks.put(words[0], words[2]);
      case "varies" -> varies(words[0], words[2], line.substring(line.indexOf(':') + 1));
      case "employs" -> employed.put(words[0], parts);
      default -> throw new IllegalArgumentException(line);
    }
  }

  private void varies(String site, String product, String periods) {
    for (String period : periods.split(",", -1)) {
      String[] words = period.strip().split(" ", -1);
      row(Resource.SEASONS)
          .set("site_id", site)
          .set("product_id", product)
          .set("period", words[0])
          .set("factor", Double.parseDouble(words[1]));
    }
  }

  private void dependency(String site, String technology, String[] options) {
    String recipe = option(options, "recipe");
    String firm = option(options, "firm");
    row(Resource.DEPENDENCIES)
        .set("site_id", recipe == null && firm == null ? site : null)
        .set("recipe_id", recipe)
        .set("firm_id", firm)
        .set("technology", technology)
        .set("vendor", option(options, "vendor"))
        .set("kind", option(options, "kind"))
        .set("jurisdiction", option(options, "law"))
        .set("essential", option(options, "essential"))
        .set("lost_share", number(options, "lost", Double.NaN))
        .set("grace_days", number(options, "grace", Double.NaN))
        .set("substitute_days", number(options, "substitute", Double.NaN));
  }

  private void link(String from, String to, String product, String[] options) {
    sites.add(to);
    products.add(product);
    String id = option(options, "id");
    Columns.Builder row =
        row(Resource.SOURCING)
            .set("link_id", id == null ? from + ">" + to + ":" + product : id)
            .set("supplier_site_id", from)
            .set("customer_site_id", to)
            .set("product_id", product)
            .set("lead_time_days", number(options, "lead", 0))
            .set("lead_time_sd_days", number(options, "sd", 0))
            .set("share", number(options, "share", Double.NaN))
            .set("capacity_per_day", number(options, "cap", Double.POSITIVE_INFINITY))
            .set("price_per_unit", number(options, "price", Double.NaN))
            .set("payment_days", number(options, "terms", Double.NaN))
            .set("freight_per_unit", number(options, "freight", Double.NaN))
            .set("tariff", number(options, "tariff", Double.NaN))
            .set("via_site_id", option(options, "via"));
    String via = option(options, "via");
    if (via != null) {
      sites.add(via);
    }
    standby(row, options);
  }

  private void recipe(String site, String product, String inputs, String[] options) {
    products.add(product);
    String id = option(options, "id");
    String key = id == null ? site + ":" + product : id;
    Columns.Builder row =
        row(Resource.RECIPES)
            .set("recipe_id", key)
            .set("site_id", site)
            .set("product_id", product)
            .set("capacity_per_day", number(options, "cap", Double.POSITIVE_INFINITY))
            .set("production_cost_per_unit", number(options, "cost", Double.NaN))
            .set("cycle_days", number(options, "cycle", 0))
            .set("yield", number(options, "yield", 1))
            .set("workers_per_unit", number(options, "workers", Double.NaN));
    standby(row, options);
    int group = 0;
    for (String term : inputs.isEmpty() ? new String[0] : inputs.split("\\+", -1)) {
      String[] words = term.strip().split(" ", -1);
      group++;
      for (String input : words[1].split("\\|", -1)) {
        String name = input.replace("?", "");
        products.add(name);
        row(Resource.INPUTS)
            .set("recipe_id", key)
            .set("product_id", name)
            .set("quantity", Double.parseDouble(words[0]))
            .set("essential", input.endsWith("?") ? "false" : "true")
            .set("substitute_group", words[1].contains("|") ? "g" + group : null);
      }
    }
  }

  private static void standby(Columns.Builder row, String[] options) {
    double days = number(options, "standby", Double.NaN);
    if (!Double.isNaN(days)) {
      row.set("status", "standby").set("activation_days", days);
    }
  }

  private void stock(String site, String product, String onHand, String[] options) {
    products.add(product);
    row(Resource.STOCKS)
        .set("site_id", site)
        .set("product_id", product)
        .set("on_hand", onHand.isEmpty() ? Double.NaN : Double.parseDouble(onHand))
        .set("order_up_to", number(options, "upto", Double.NaN))
        .set("reorder_point", number(options, "reorder", Double.NaN))
        .set("safety_stock", number(options, "safety", Double.NaN))
        .set("review_days", number(options, "review", Double.NaN))
        .set("shelf_life_days", number(options, "keeps", Double.NaN))
        .set("holding_cost_per_day", number(options, "holding", Double.NaN))
        .set("policy", option(options, "policy"));
  }

  private void demand(String site, String product, String mean, String[] options) {
    products.add(product);
    row(Resource.DEMAND)
        .set("site_id", site)
        .set("product_id", product)
        .set("mean_per_day", Double.parseDouble(mean))
        .set("sd_per_day", number(options, "sd", Double.NaN))
        .set("distribution", option(options, "law"))
        .set("zero_share", number(options, "zero", Double.NaN))
        .set("priority", number(options, "priority", Double.NaN))
        .set("price_per_unit", number(options, "for", Double.NaN))
        .set("payment_days", number(options, "after", Double.NaN))
        .set("lost_sale_cost", number(options, "lost", Double.NaN));
    if (option(options, "margin") != null) {
      margins.put(product, number(options, "margin", 0));
    }
    criticalities.put(product, number(options, "criticality", Double.NaN));
  }

  private static double amount(String head) {
    return Double.parseDouble(head.split(" ", -1)[2]);
  }

  private static double number(String[] options, String name, double otherwise) {
    String text = option(options, name);
    return text == null ? otherwise : Double.parseDouble(text);
  }

  private static @Nullable String option(String[] options, String name) {
    for (int i = 1; i < options.length; i++) {
      String option = options[i].strip();
      if (option.toLowerCase(Locale.ROOT).startsWith(name + " ")) {
        return option.substring(name.length() + 1).strip();
      }
    }
    return null;
  }
}
