package tenon.packages.word;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Readable, unique ids for names: lower-case words joined by {@code -}, cut at a given length, with
 * {@code -2}, {@code -3}, ... in order of appearance where two names would share one. All lines of
 * a file are named before any is left out, so that the ids do not depend on the date until which it
 * is imported.
 */
public final class Names {
  private final int longest;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> copies = new HashMap<>();

  public Names(int longest) {
    this.longest = longest;
  }

  /** The id of a name, a new one if it is new. */
  public String id(String text) {
    return id(text, text);
  }

  /** The id of what a key tells apart and a name, perhaps shared with others, makes readable. */
  public String id(String key, String text) {
    String id = ids.get(key);
    if (id == null) {
      id = free(slug(text));
      taken.add(id);
      ids.put(key, id);
      texts.put(id, text);
    }
    return id;
  }

  /** The name behind an id. */
  public String text(String id) {
    return texts.getOrDefault(id, id);
  }

  private String free(String slug) {
    String id = slug;
    while (taken.contains(id)) {
      id = slug + "-" + (1 + copies.merge(slug, 1, Integer::sum));
    }
    return id;
  }

  private String slug(String text) {
    String slug = Words.plain(text).replace(' ', '-');
    if (slug.length() > longest) {
      int cut = slug.lastIndexOf('-', longest);
      int end = cut > 0 ? cut : longest;
      slug = slug.substring(0, Character.isHighSurrogate(slug.charAt(end - 1)) ? end - 1 : end);
    }
    return slug.isEmpty() ? "unnamed" : slug;
  }
}
