package tenon.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Final demand, by store and family of chips. */
final class Market {
  private final List<Wish> wishes = new ArrayList<>();

  /** A store's demand for a product, units per day. */
  record Wish(Site store, Product product, double perDay, double sd, double priority, String market) {}

  private Market() {}

  /** Splits each family's demand over the markets that take it, and over their stores. */
  static Market of(Goods goods, Roster roster, Draws draws) {
    Market market = new Market();
    List<Sheet.Row> rows = Sheet.read("yangtze-ic/markets.txt");
    for (Family family : goods.families()) {
      Map<Sheet.Row, Double> weights = new LinkedHashMap<>();
      rows.forEach(row -> weights.put(row, weight(row, family)));
      double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
      weights.forEach(
          (row, weight) -> {
            int stores = row.words("sites").size();
            for (int nth = 1; nth <= stores && weight > 0; nth++) {
              Site store = roster.site(row.text("id") + "-" + nth);
              market.add(row, store, family, goods, draws, weight / total / stores);
            }
          });
    }
    return market;
  }

  private void add(
      Sheet.Row row, Site store, Family family, Goods goods, Draws draws, double part) {
    String key = store.id() + " " + family.key();
    double perDay = family.perDay() * part * draws.within("demand", key, 0.8, 1.2);
    double mean = Round.digits(perDay, 3);
    double sd = Round.digits(mean * draws.within("demand spread", key, 0.08, 0.25), 2);
    Product chip = goods.product("chip-" + family.key());
    wishes.add(new Wish(store, chip, mean, sd, row.number("priority"), row.text("market")));
  }

  private static double weight(Sheet.Row row, Family family) {
    for (String word : row.words("takes")) {
      int colon = word.indexOf(':');
      if (word.substring(0, colon).equals(family.key())) {
        return Double.parseDouble(word.substring(colon + 1));
      }
    }
    return 0;
  }

  List<Wish> wishes() {
    return List.copyOf(wishes);
  }
}
