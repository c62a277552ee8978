package tenon.study.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.packages.YamlObject;
import tenon.packages.text.WordBreaks;
import tenon.study.text.Refusal;

/**
 * Terms by category.
 *
 * @param title what it is about; empty where it does not say
 * @param source where it comes from; empty where it does not say
 * @param categories terms as written, by category, in the order of the file
 */
public record WordDictionary(String title, String source, Map<String, List<String>> categories) {

  /** Reads a dictionary; every fault of it at once. */
  public static Loaded<WordDictionary> read(Path file) {
    return YamlObject.read(file, WordDictionary::of);
  }

  private static @Nullable WordDictionary of(YamlObject root) {
    root.allow(List.of("title", "source", "categories"));
    String title = root.text("title", false);
    String source = root.text("source", false);
    Map<String, List<String>> categories = new LinkedHashMap<>();
    YamlObject all = root.object("categories");
    if (all == null) {
      if (!root.has("categories")) {
        root.missing("categories");
      }
      return null;
    }
    for (String category : all.keys()) {
      List<String> terms = all.texts(category);
      List<String> plain = new ArrayList<>();
      for (String term : terms) {
        String form = plain(term);
        if (form.replace("*", "").isBlank()) {
          refuse(all, category, "term-blank", term);
        } else if (plain.contains(form)) {
          refuse(all, category, "term-twice", term);
        }
        plain.add(form);
      }
      categories.put(category, terms);
    }
    return new WordDictionary(title == null ? "" : title, source == null ? "" : source, categories);
  }

  private static void refuse(YamlObject at, String key, String code, String term) {
    at.refuse(
        key,
        code,
        Message.of(Refusal.BUNDLE, code, term),
        Message.of(Refusal.BUNDLE, code + ".mend", term));
  }

  /** A term in the form in which it is compared. */
  static String plain(String term) {
    return WordBreaks.plain(term);
  }

  /** Every term once, in its plain form. */
  List<String> terms() {
    return categories.values().stream()
        .flatMap(List::stream)
        .map(WordDictionary::plain)
        .distinct()
        .toList();
  }
}
