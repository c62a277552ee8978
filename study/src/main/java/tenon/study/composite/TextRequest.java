package tenon.study.composite;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.packages.YamlObject;

/**
 * Indicators that a study counts in documents.
 *
 * @param documents folder of the documents
 * @param dictionary file of the dictionary
 * @param name how names of documents tell unit and period; empty for the usual ways
 * @param byCode what each indicator counts
 */
record TextRequest(Path documents, Path dictionary, String name, Map<String, Counted> byCode) {

  /**
   * What an indicator counts.
   *
   * @param category category of the dictionary
   * @param share whether for each thousand words, or all
   */
  record Counted(String category, boolean share) {}

  /** Reads it; null where a study counts nothing, or with findings. */
  static @Nullable TextRequest of(@Nullable YamlObject from, Path folder) {
    if (from == null) {
      return null;
    }
    from.allow(List.of("documents", "dictionary", "name", "indicators"));
    String documents = from.text("documents", true);
    String dictionary = from.text("dictionary", true);
    String name = from.text("name", false);
    Map<String, Counted> byCode = new LinkedHashMap<>();
    YamlObject indicators = from.object("indicators");
    if (!from.has("indicators")) {
      from.missing("indicators");
    }
    if (indicators != null) {
      for (String code : indicators.keys()) {
        Counted one = counted(indicators, code);
        if (one != null) {
          byCode.put(code, one);
        }
      }
    }
    return documents == null || dictionary == null
        ? null
        : new TextRequest(
            folder.resolve(documents),
            folder.resolve(dictionary),
            name == null ? "" : name,
            byCode);
  }

  private static @Nullable Counted counted(YamlObject indicators, String code) {
    if (!indicators.isMapping(code)) {
      String category = indicators.text(code, true);
      return category == null ? null : new Counted(category, true);
    }
    YamlObject full = indicators.object(code);
    if (full == null) {
      return null;
    }
    full.allow(List.of("category", "as"));
    String category = full.text("category", true);
    String as = full.word("as", List.of("per_thousand", "count"), false);
    return category == null ? null : new Counted(category, !"count".equals(as));
  }
}
