package tenon.packages.match;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in one width, case and script. Characters are turned by ICU and remembered, since its rules
 * are slow and names repeat the same few thousand characters. Not for use by several threads.
 */
final class NameText {
  /** A place in brackets inside a name: 华鑫（上海）电子 is 上海华鑫电子. */
  private static final Pattern PLACE_INSIDE =
      Pattern.compile("^(\\p{IsHan}[^()]*)\\((\\p{IsHan}{2,4})\\)(.+)$");

  private static final Set<String> NO_PLACES = Set.of("中国", "集团", "控股", "国际", "亚洲");

  /** The level of the place a name begins with, which is often left out. */
  private static final Pattern LEVEL = Pattern.compile("^(\\p{IsHan}{2,3}?)[市省](?=\\p{IsHan}{2})");

  private static final Map<String, String> TRADES = trades();

  private static final int LONGEST_TRADE =
      TRADES.keySet().stream().mapToInt(String::length).max().orElse(0);

  private final Transliterator simple = Transliterator.getInstance("Traditional-Simplified");
  private final Transliterator pinyin = Transliterator.getInstance("Han-Latin; Latin-ASCII");
  private final Transliterator ascii = Transliterator.getInstance("Any-Latin; Latin-ASCII");
  private final Map<Integer, String> simplified = new HashMap<>();
  private final Map<Integer, String> sounds = new HashMap<>();
  private final Map<Integer, String> letters = new HashMap<>();

  /**
   * Half width, lower case, simplified; the place of a Chinese name first and without its level;
   * letters without accents; everything that is neither letter nor digit becomes one space.
   */
  String plain(String name) {
    String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    Matcher inside = PLACE_INSIDE.matcher(folded);
    if (inside.matches() && !NO_PLACES.contains(inside.group(2))) {
      folded = inside.group(2) + inside.group(1) + inside.group(3);
    }
    StringBuilder text = new StringBuilder(folded.length());
    folded.replace("&", " and ").codePoints().forEach(point -> append(text, point));
    return LEVEL.matcher(text.toString().strip()).replaceFirst("$1");
  }

  private void append(StringBuilder text, int point) {
    if (isHan(point)) {
      text.append(simplified.computeIfAbsent(point, p -> simple.transform(Character.toString(p))));
    } else if (point < 0x80 && Character.isLetterOrDigit(point)) {
      text.append((char) point);
    } else if (Character.isLetterOrDigit(point)) {
      text.append(letters.computeIfAbsent(point, p -> letter(Character.toString(p))));
    } else if (point != '\'' && point != 0x2019 && point != '.' && !isMark(point)) {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
  }

  private String letter(String one) {
    return ascii.transform(one).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** The Chinese characters of a plain name as pinyin without tones, nothing between them. */
  String pinyin(String plain) {
    StringBuilder text = new StringBuilder();
    plain
        .codePoints()
        .forEach(
            point -> {
              if (isHan(point)) {
                text.append(
                    sounds.computeIfAbsent(
                        point, p -> letter(pinyin.transform(Character.toString(p)))));
              } else if (point != ' ') {
                text.appendCodePoint(point);
              }
            });
    return text.toString();
  }

  /**
   * As {@link #pinyin}, but words of trades as firms put them into English: 永兴电子 is {@code
   * yongxingelectronics}.
   */
  String english(String plain) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < plain.length(); ) {
      int length = Math.min(LONGEST_TRADE, plain.length() - at);
      while (length > 1 && !TRADES.containsKey(plain.substring(at, at + length))) {
        length--;
      }
      String word = plain.substring(at, at + Math.max(1, length));
      text.append(TRADES.containsKey(word) ? TRADES.get(word) : pinyin(word));
      at += word.length();
    }
    return text.toString();
  }

  private static Map<String, String> trades() {
    Map<String, String> words = new HashMap<>();
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "tenon.packages.match.trades",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    bundle.keySet().forEach(word -> words.put(word, bundle.getString(word).replace(" ", "")));
    return Map.copyOf(words);
  }

  static boolean isHan(int point) {
    return Character.isIdeographic(point);
  }

  private static boolean isMark(int point) {
    return Character.getType(point) == Character.NON_SPACING_MARK;
  }
}
