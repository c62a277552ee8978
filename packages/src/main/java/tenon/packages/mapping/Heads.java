package tenon.packages.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenon.model.Field;
import tenon.model.Resource;

/**
 * What heads of exports mean: likeness to the words of a dictionary. Words in Latin letters are
 * compared by their parts (Dice coefficient), Chinese ones by pairs of characters and by concepts.
 */
final class Heads {
  private static final Properties WORDS = load("heads");
  private static final Properties CODES = load("codes");
  private static final Properties TABLES = load("tables");
  private static final Pattern BRACKETS = Pattern.compile("[(\\[（【][^)\\]）】]*[)\\]）】]");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Pattern UNIT_AFTER =
      Pattern.compile(
          "(?i)[\\s_/,-]+(days?|weeks?|wks?|hours?|hrs?|months?|cny|usd|eur|rmb|pcs|kg)$");

  /** Short forms in heads, written out. */
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("no", "number"),
          Map.entry("nr", "number"),
          Map.entry("num", "number"),
          Map.entry("cd", "code"),
          Map.entry("qty", "quantity"),
          Map.entry("cust", "customer"),
          Map.entry("supp", "supplier"),
          Map.entry("mat", "material"),
          Map.entry("matl", "material"),
          Map.entry("prod", "product"),
          Map.entry("cap", "capacity"),
          Map.entry("desc", "description"),
          Map.entry("loc", "location"),
          Map.entry("wh", "warehouse"),
          Map.entry("inv", "inventory"),
          Map.entry("std", "standard"),
          Map.entry("avg", "average"),
          Map.entry("lt", "lead time"),
          Map.entry("leadtime", "lead time"),
          Map.entry("max", "maximum"),
          Map.entry("min", "minimum"),
          Map.entry("vend", "vendor"),
          Map.entry("plt", "plant"));

  /** Words of the dictionary in plain form, made once. */
  private static final Map<String, List<String>> PLAIN = new ConcurrentHashMap<>();

  private Heads() {}

  static Properties load(String name) {
    Properties words = new Properties();
    try (InputStream in = Heads.class.getResourceAsStream(name + ".properties")) {
      words.load(new InputStreamReader(Objects.requireNonNull(in), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /** How alike a head and a column are, 0 to 1. */
  static double like(String head, Resource resource, Field field) {
    String plain = PLAIN.computeIfAbsent("\n" + head, h -> List.of(plain(head))).getFirst();
    double best =
        like(plain, PLAIN.computeIfAbsent(field.name(), n -> List.of(plain(n))).getFirst());
    String key = resource.title() + "." + field.name();
    for (String word :
        PLAIN.computeIfAbsent(key, k -> words(WORDS, k).stream().map(Heads::plain).toList())) {
      best = Math.max(best, like(plain, word));
    }
    return best;
  }

  /** Whether the name of a file or sheet has a word of a table. */
  static boolean names(String source, Resource resource) {
    String plain = " " + plain(source) + " ";
    for (String word : words(TABLES, resource.title())) {
      if (han(word) ? plain.contains(word) : plain.contains(" " + word)) {
        return true;
      }
    }
    return false;
  }

  /** The code that a word of an export stands for; empty where it is none. */
  static String code(Field field, String word) {
    List<String> codes =
        field.type() == Field.Type.FLAG ? List.of("true", "false") : field.categories();
    String plain = plain(word);
    for (String code : codes) {
      if (plain.equals(plain(code))) {
        return code;
      }
    }
    for (String code : codes) {
      if (words(CODES, code).stream().anyMatch(known -> plain.equals(plain(known)))) {
        return code;
      }
    }
    return "";
  }

  private static List<String> words(Properties from, String key) {
    String all = from.getProperty(key, "");
    return all.isEmpty() ? List.of() : List.of(all.split("\\|", -1));
  }

  /** Lower-case words without units, one blank between; short forms written out. */
  static String plain(String head) {
    String wide = Normalizer.normalize(head, Normalizer.Form.NFKC);
    String bare = UNIT_AFTER.matcher(BRACKETS.matcher(wide).replaceAll(" ").strip()).replaceAll("");
    String parted = HUMP.matcher(bare.isBlank() ? wide : bare).replaceAll(" ");
    StringBuilder made = new StringBuilder();
    Matcher part = Pattern.compile("[\\p{L}\\p{N}&]+").matcher(parted.toLowerCase(Locale.ROOT));
    while (part.find()) {
      String word = part.group();
      made.append(made.isEmpty() ? "" : " ").append(SHORT.getOrDefault(word, word));
    }
    return made.toString();
  }

  private static boolean han(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  /** How alike two heads are as they stand, 0 to 1. */
  static double plainLike(String head, String word) {
    return like(plain(head), plain(word));
  }

  private static double like(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    if (a.equals(b)) {
      return 1;
    }
    boolean chinese = han(a) && han(b);
    if (!chinese && han(b) && a.chars().allMatch(c -> c < 128)) {
      return Concepts.sounds(a, b);
    }
    Set<String> one = chinese ? pairs(a) : parts(a);
    Set<String> other = chinese ? pairs(b) : parts(b);
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    double dice = 2.0 * both.size() / (one.size() + other.size());
    if (chinese && (a.contains(b) || b.contains(a))) {
      double part = (double) Math.min(a.length(), b.length()) / Math.max(a.length(), b.length());
      dice = Math.max(dice, 0.5 + 0.5 * part);
    }
    double like = dice < 0.5 ? 0 : 0.9 * dice;
    return chinese ? Math.max(like, Concepts.like(a, b)) : like;
  }

  private static Set<String> parts(String text) {
    Set<String> parts = new HashSet<>();
    for (String part : text.split(" ", -1)) {
      parts.add(
          part.length() > 3 && part.endsWith("s") ? part.substring(0, part.length() - 1) : part);
    }
    return parts;
  }

  private static Set<String> pairs(String text) {
    String solid = text.replace(" ", "");
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < solid.length(); i++) {
      pairs.add(solid.substring(i, i + 2));
    }
    return pairs.isEmpty() ? Set.of(solid) : pairs;
  }

  /** Factors that a head asks for, such as weeks told where days are wanted. */
  static double factor(String head, Field field) {
    String text =
        Normalizer.normalize(head, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace("周期", "");
    double factor = 1;
    if (field.name().endsWith("_days")) {
      factor *= time(text);
    } else if (field.name().endsWith("_per_day")) {
      factor *= rate(text);
    }
    return factor * scale(text);
  }

  private static double time(String text) {
    if (has(text, "weeks?|wks?") || text.contains("周") || text.contains("星期")) {
      return 7;
    }
    if (has(text, "months?") || text.contains("月")) {
      return 30;
    }
    if (has(text, "hours?|hrs?|h") || text.contains("小时")) {
      return 1.0 / 24;
    }
    return has(text, "years?") ? 365 : 1;
  }

  private static double rate(String text) {
    if (has(text, "year|yr|annual|p\\.a") || text.contains("年")) {
      return 1.0 / 365;
    }
    if (has(text, "months?|monthly") || text.contains("月")) {
      return 12.0 / 365;
    }
    return has(text, "weeks?|weekly|wk") || text.contains("周") ? 1.0 / 7 : 1;
  }

  private static double scale(String text) {
    Matcher unit = BRACKETS.matcher(text);
    while (unit.find()) {
      String inner = unit.group();
      if (inner.contains("亿")) {
        return 1e8;
      }
      if (inner.contains("万")) {
        return 1e4;
      }
      if (inner.contains("千") || has(inner, "thousand|k|'000")) {
        return 1e3;
      }
      if (has(inner, "million|mn|m")) {
        return 1e6;
      }
    }
    return 1;
  }

  private static boolean has(String text, String words) {
    return Pattern.compile("(?<![a-z])(" + words + ")(?![a-z])").matcher(text).find();
  }
}
