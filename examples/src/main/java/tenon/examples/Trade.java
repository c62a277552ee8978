package tenon.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What firms of one kind have in common.
 *
 * @param makes products that they make, a pattern where it is the same for each family
 * @param sells products that they pass on
 * @param extra how many products beyond the first a firm may take up
 * @param kind kind of their sites
 * @param ttr days to recover from an outage
 * @param risk outages per year
 * @param staff thousand yuan of revenue per employee
 * @param research part of revenue spent on research and development
 * @param lean weight of each city in the choice of a place
 * @param word what follows the brand in the English name
 * @param wordZh the same in Chinese
 */
record Trade(
    String id,
    String sector,
    int specialised,
    int supporting,
    List<String> makes,
    List<String> sells,
    int extra,
    String kind,
    Range ttr,
    Range risk,
    double staff,
    double research,
    Map<String, Double> lean,
    String word,
    String wordZh) {

  /** Cities in the order in which a row states their weights. */
  private static final List<String> CITIES =
      List.of(
          "shanghai",
          "wuxi",
          "suzhou",
          "nanjing",
          "hangzhou",
          "ningbo",
          "shaoxing",
          "hefei",
          "wuhu");

  static Trade of(Sheet.Row row, Goods goods) {
    return new Trade(
        row.text("id"),
        row.text("sector"),
        row.whole("specialised"),
        row.whole("supporting"),
        row.words("makes").stream().flatMap(pattern -> goods.expand(pattern).stream()).toList(),
        row.words("sells").stream().flatMap(pattern -> goods.expand(pattern).stream()).toList(),
        row.whole("extra"),
        row.text("kind"),
        row.range("ttr"),
        row.range("risk"),
        row.number("staff"),
        row.number("research"),
        lean(row.words("lean")),
        row.text("word"),
        row.text("word_zh"));
  }

  private static Map<String, Double> lean(List<String> weights) {
    Map<String, Double> lean = new LinkedHashMap<>();
    for (int i = 0; i < CITIES.size(); i++) {
      lean.put(CITIES.get(i), Double.parseDouble(weights.get(i)));
    }
    return lean;
  }
}
