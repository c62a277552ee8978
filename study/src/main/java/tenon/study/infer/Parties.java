package tenon.study.infer;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Resource;

/**
 * Who and what is meant in a foreign record: a site or firm by id, location number, credit code,
 * legal entity identifier or its whole name in either language; a product by id, name or customs
 * code. Names that are only alike are left to {@code tenon match}.
 */
final class Parties {
  private static final int HS6 = 6;
  private static final int[] NONE = {};

  private final Chain chain;
  private final Map<String, SortedSet<Integer>> sitesByKey = new HashMap<>();
  private final Map<String, SortedSet<Integer>> productsByKey = new HashMap<>();

  Parties(Chain chain) {
    this.chain = chain;
    Columns sites = chain.table(Resource.SITES);
    Columns firms = chain.table(Resource.FIRMS);
    for (int site = 0; site < chain.sites().count(); site++) {
      int firm = chain.sites().firm(site);
      put(sitesByKey, sites.text("gln", site), site);
      put(sitesByKey, sites.text("name", site), site);
      for (String column : new String[] {"credit_code", "lei", "name", "name_zh"}) {
        put(sitesByKey, firms.text(column, firm), site);
      }
    }
    Columns products = chain.table(Resource.PRODUCTS);
    for (int product = 0; product < chain.products().count(); product++) {
      for (String column : new String[] {"hs6", "name", "name_zh"}) {
        put(productsByKey, products.text(column, product), product);
      }
    }
  }

  private static void put(Map<String, SortedSet<Integer>> map, @Nullable String key, int row) {
    if (key != null) {
      map.computeIfAbsent(plain(key), none -> new TreeSet<>()).add(row);
    }
  }

  /** One width and case, no blanks at the ends, single ones inside. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  /** Sites that the record can be about, by row; none where nobody is known by that word. */
  int[] sites(String written) {
    String key = written.strip();
    int site = chain.sites().keys().id(key);
    if (site >= 0) {
      return new int[] {site};
    }
    int firm = chain.firms().keys().id(key);
    if (firm >= 0) {
      TreeSet<Integer> rows = new TreeSet<>();
      for (int row = 0; row < chain.sites().count(); row++) {
        if (chain.sites().firm(row) == firm) {
          rows.add(row);
        }
      }
      return array(rows);
    }
    return array(sitesByKey.get(plain(key)));
  }

  /** Products by row; a customs code of eight or ten digits is cut to six. */
  int[] products(String written) {
    int product = chain.products().keys().id(written.strip());
    if (product >= 0) {
      return new int[] {product};
    }
    SortedSet<Integer> named = productsByKey.get(plain(written));
    String digits = written.strip().replace(".", "");
    if (named != null || !digits.matches("[0-9]{5,10}")) {
      return array(named);
    }
    // A spreadsheet drops the zero that a code begins with.
    String code = digits.length() % 2 == 1 ? "0" + digits : digits;
    return array(productsByKey.get(code.substring(0, HS6)));
  }

  private static int[] array(@Nullable SortedSet<Integer> rows) {
    return rows == null ? NONE : rows.stream().mapToInt(Integer::intValue).toArray();
  }
}
