package tenon.examples;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Invented names, such as Hulanxu Precision Machinery (沪澜序精密机械): the mark of the city, a brand of
 * two syllables, the trade. No two firms share a brand.
 */
final class Names {
  private final Draws draws;
  private final List<Sheet.Row> first;
  private final List<Sheet.Row> second;
  private final Set<String> taken = new HashSet<>();

  /** A name in both languages. */
  record Name(String english, String chinese) {}

  Names(Draws draws) {
    this.draws = draws;
    List<Sheet.Row> rows = Sheet.read("yangtze-ic/brands.txt");
    first = rows.stream().filter(row -> row.text("half").equals("first")).toList();
    second = rows.stream().filter(row -> row.text("half").equals("second")).toList();
  }

  /** Keeps a name that is given from being invented again. */
  void keep(String english, String chinese) {
    if (!taken.add(english) || !taken.add(chinese)) {
      throw new IllegalStateException("two firms are named " + english + " or " + chinese);
    }
  }

  /** The name of a firm; a brand that an earlier firm bears is drawn again. */
  Name invent(String firm, Region region, Trade trade) {
    for (int attempt = 0; ; attempt++) {
      String key = firm + " " + attempt;
      Sheet.Row a = first.get(draws.whole("brand", key, 0, first.size() - 1));
      Sheet.Row b = second.get(draws.whole("brand end", key, 0, second.size() - 1));
      String brand = a.text("zh") + b.text("zh");
      String english = region.say() + a.text("say") + b.text("say") + " " + trade.word();
      String chinese = region.mark() + brand + trade.wordZh();
      if (!taken.contains(brand) && !taken.contains(english)) {
        taken.add(brand);
        keep(english, chinese);
        return new Name(english, chinese);
      }
    }
  }
}
