package tenon.twin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Resource;

/**
 * A chain drawn as text, one statement a line:
 *
 * <pre>
 * Smelter makes metal 30/d from 2 ore|3 scrap + 1 coke yield 0.5 standby 10
 * Mine -ore-> Smelter 35/d via Port standby 10        (or: closed)
 * Smelter holds 75 ore
 * Plant needs 10 car
 * site Mine ttr 12 observed p 0.1
 * product car margin 5 criticality 2 value 3
 * </pre>
 *
 * {@code |} parts substitutes, {@code 1? paint} is an input that is not essential; what is left out is
 * blank, and {@code inf} is unlimited. Sites and products are numbered as they are first met.
 */
public final class ChainText {
  private final Map<Resource, Columns.Builder> tables = new EnumMap<>(Resource.class);
  private final Set<String> sites = new HashSet<>();
  private final Set<String> products = new HashSet<>();
  private final Map<String, String[]> siteWords = new LinkedHashMap<>();
  private final Map<String, String[]> productWords = new LinkedHashMap<>();
  private int inputs;

  private ChainText() {
    table(Resource.REGIONS).row().set("region_id", "Land");
    table(Resource.FIRMS).row().set("firm_id", "Firm");
  }

  /** The chain that the lines draw. */
  public static Chain chain(String text) {
    ChainText drawn = new ChainText();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(drawn::read);
    return drawn.build();
  }

  private void read(String line) {
    Deque<String> words = new ArrayDeque<>(List.of(line.split("\\s+")));
    String first = words.pop();
    String verb = words.pop();
    switch (verb) {
      case "makes" -> readRecipe(first, words);
      case "holds" -> readStock(first, words);
      case "needs" -> readDemand(first, words);
      default -> {
        if (first.equals("site")) {
          site(verb);
          siteWords.put(verb, words.toArray(String[]::new));
        } else if (first.equals("product")) {
          product(verb);
          productWords.put(verb, words.toArray(String[]::new));
        } else {
          readLink(first, verb, words);
        }
      }
    }
  }

  private void readRecipe(String site, Deque<String> words) {
    Columns.Builder recipes = table(Resource.RECIPES).row();
    String id = "r" + recipes.rows();
    recipes.set("recipe_id", id).set("site_id", site(site)).set("product_id", product(words.pop()));
    while (!words.isEmpty()) {
      String word = words.pop();
      switch (word) {
        case "from" -> readInputs(id, words);
        case "yield" -> recipes.set("yield", number(words.pop()));
        case "standby" -> standby(recipes, words);
        default -> recipes.set("capacity_per_day", perDay(word));
      }
    }
  }

  private void readInputs(String recipe, Deque<String> words) {
    do {
      StringBuilder text = new StringBuilder(words.pop() + " " + words.pop());
      while (text.toString().contains("|") && endsOpen(text.toString())) {
        text.append(' ').append(words.pop());
      }
      String[] alternatives = text.toString().split("\\|", -1);
      inputs++;
      for (String alternative : alternatives) {
        String[] parts = alternative.strip().split(" ", -1);
        Columns.Builder rows = table(Resource.INPUTS).row();
        rows.set("recipe_id", recipe).set("product_id", product(parts[1]));
        rows.set("quantity", number(parts[0].replace("?", "")));
        rows.set("essential", parts[0].endsWith("?") ? "false" : null);
        rows.set("substitute_group", alternatives.length > 1 ? "g" + inputs : null);
      }
    } while ("+".equals(words.peek()) && words.pop() != null);
  }

  /** Whether the last alternative has its quantity but not yet its product. */
  private static boolean endsOpen(String text) {
    return !text.substring(text.lastIndexOf('|') + 1).strip().contains(" ");
  }

  private void readLink(String supplier, String arrow, Deque<String> words) {
    Columns.Builder links = table(Resource.SOURCING).row();
    links.set("link_id", "l" + links.rows()).set("supplier_site_id", site(supplier));
    links.set("customer_site_id", site(words.pop()));
    links.set("product_id", product(arrow.substring(1, arrow.length() - 2)));
    while (!words.isEmpty()) {
      String word = words.pop();
      switch (word) {
        case "via" -> links.set("via_site_id", site(words.pop()));
        case "standby" -> standby(links, words);
        case "closed" -> links.set("status", "closed");
        default -> links.set("capacity_per_day", perDay(word));
      }
    }
  }

  private static void standby(Columns.Builder rows, Deque<String> words) {
    rows.set("status", "standby");
    if (words.peek() != null && Character.isDigit(words.peek().charAt(0))) {
      rows.set("activation_days", number(words.pop()));
    }
  }

  private void readStock(String site, Deque<String> words) {
    Columns.Builder stocks = table(Resource.STOCKS).row().set("site_id", site(site));
    String amount = words.pop();
    stocks.set("on_hand", amount.equals("some") ? Double.NaN : number(amount));
    stocks.set("product_id", product(words.pop()));
  }

  private void readDemand(String site, Deque<String> words) {
    Columns.Builder demand = table(Resource.DEMAND).row().set("site_id", site(site));
    demand.set("mean_per_day", number(words.pop())).set("product_id", product(words.pop()));
  }

  private String site(String id) {
    if (sites.add(id)) {
      table(Resource.SITES)
          .row()
          .set("site_id", id)
          .set("firm_id", "Firm")
          .set("region_id", "Land")
          .set("kind", "plant");
    }
    return id;
  }

  private String product(String id) {
    if (products.add(id)) {
      table(Resource.PRODUCTS).row().set("product_id", id);
    }
    return id;
  }

  private Chain build() {
    Map<Resource, Columns> built = new EnumMap<>(Resource.class);
    tables.forEach((resource, rows) -> built.put(resource, rows.build()));
    described(built, Resource.SITES, siteWords);
    described(built, Resource.PRODUCTS, productWords);
    return Chain.of(built);
  }

  /** Rewrites sites or products with what the lines say of them. */
  private static void described(
      Map<Resource, Columns> built, Resource resource, Map<String, String[]> words) {
    Columns plain = built.getOrDefault(resource, Columns.empty(resource));
    Columns.Builder rows = new Columns.Builder(resource);
    String id = resource.key().getFirst().name();
    for (int row = 0; row < plain.rows(); row++) {
      rows.row();
      String key = plain.text(id, row);
      rows.set(id, key);
      if (resource == Resource.SITES) {
        rows.set("firm_id", "Firm").set("region_id", "Land").set("kind", "plant");
      }
      Deque<String> said = new ArrayDeque<>(List.of(words.getOrDefault(key, new String[0])));
      while (!said.isEmpty()) {
        describe(rows, said);
      }
    }
    built.put(resource, rows.build());
  }

  private static void describe(Columns.Builder rows, Deque<String> words) {
    String word = words.pop();
    switch (word) {
      case "ttr" -> rows.set("ttr_days", number(words.pop()));
      case "p" -> rows.set("disruption_probability_per_year", number(words.pop()));
      case "margin" -> rows.set("margin_per_unit", number(words.pop()));
      case "criticality" -> rows.set("criticality", number(words.pop()));
      case "value" -> rows.set("unit_value", number(words.pop()));
      default -> rows.set("ttr_basis", word);
    }
  }

  private static double perDay(String word) {
    if (!word.endsWith("/d")) {
      throw new IllegalArgumentException("\"" + word + "\" is no rate; write for example 35/d");
    }
    return number(word.substring(0, word.length() - 2));
  }

  private static double number(String word) {
    return word.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(word);
  }

  private Columns.Builder table(Resource resource) {
    return tables.computeIfAbsent(resource, Columns.Builder::new);
  }
}
