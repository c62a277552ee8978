package tenon.packages;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tenon.model.Field;

/**
 * What is wrong with a cell that should hold a number, and the number that was most likely meant.
 */
final class Numbers {
  private static final Set<String> BLANK_WORDS =
      Set.of(
          "na", "n/a", "#n/a", "nan", "null", "nil", "none", "missing", "unknown", "-", "--", "—",
          "–", "?", ".", "..", "...", "tbd", "#value!", "#ref!", "#div/0!", "#name?", "#num!", "未知",
          "不详", "无", "缺失", "暂无", "不明", "空");
  private static final Set<String> UNLIMITED_WORDS =
      Set.of(
          "inf",
          "+inf",
          "infinity",
          "+infinity",
          "infinite",
          "unlimited",
          "∞",
          "+∞",
          "无限",
          "无限制",
          "不限",
          "无穷");
  private static final Pattern GROUPED =
      Pattern.compile(
          "[+-]?\\d{1,3}(?:([,'’_ \u00a0\u2009\u202f])\\d{3})(?:\\1\\d{3})*(?:\\.\\d+)?");
  private static final Pattern GROUPED_DOTS = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{3})+,\\d+");
  private static final Pattern COMMA = Pattern.compile("[+-]?\\d+,\\d+");
  private static final Pattern SIGNED =
      Pattern.compile("(?:[$€£¥₹₽₩]|[A-Z]{3})\\s*(\\S+)|(\\S+?)\\s*(?:[$€£¥₹₽₩元]|USD|EUR|CNY|RMB)");
  private static final Pattern UNIT =
      Pattern.compile("([+-]?[\\d.,]*\\d)\\s*([\\p{L}/°%‰²³ ]+\\d?)");
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
  private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

  /** Longer cells are no number that somebody mistyped. */
  private static final int LONGEST = 60;

  /**
   * More than any amount of money or goods of a nation in any unit, and few enough orders of
   * magnitude from one that sums and programmes still hold.
   */
  private static final double LARGEST = 1e18;

  private Numbers() {}

  /** Whether a number that was parsed as 0 really is one, and not merely too small for a double. */
  static boolean isZero(char[] buffer, int offset, int length) {
    for (int i = offset; i < offset + length && buffer[i] != 'e' && buffer[i] != 'E'; i++) {
      if (buffer[i] >= '1' && buffer[i] <= '9') {
        return false;
      }
    }
    return true;
  }

  static boolean isUnlimited(char[] buffer, int offset, int length) {
    return length == 3
        && buffer[offset] == 'i'
        && buffer[offset + 1] == 'n'
        && buffer[offset + 2] == 'f';
  }

  /** Whether a number is small enough to be computed with. */
  static boolean isOfSize(double number) {
    return Math.abs(number) <= LARGEST;
  }

  /** Whether the word says that nothing is known. */
  static boolean isBlankWord(String value) {
    String plain = Words.trim(Words.narrow(value)).toLowerCase(Locale.ROOT);
    return plain.isEmpty() || BLANK_WORDS.contains(plain);
  }

  /** What is wrong with a cell that was parsed to a number, or to {@code NaN}. */
  static Fault fault(String file, Field field, String value, double number) {
    if (!Double.isNaN(number)) {
      char[] characters = value.toCharArray();
      boolean tiny = number == 0 && !isZero(characters, 0, characters.length);
      return !isOfSize(number) || tiny
          ? error("number-size", file, field, value)
          : range(file, field, value);
    }
    if (isBlankWord(value)) {
      return error("blank-word", file, field, value);
    }
    String plain = Words.trim(Words.narrow(value));
    if (UNLIMITED_WORDS.contains(plain.toLowerCase(Locale.ROOT))) {
      return field.unlimited()
          ? error("unlimited-word", file, field, value)
          : error("unlimited", file, field, value);
    }
    Fault fault = plain.length() > LONGEST ? null : misspelt(file, field, value, plain);
    return fault == null ? error("no-number", file, field, value) : fault;
  }

  private static @Nullable Fault misspelt(String file, Field field, String value, String plain) {
    String number = plain(plain);
    if (number != null) {
      return error("number-spelling", file, field, value).args(number);
    }
    number = grouped(plain);
    if (number != null) {
      Fault fault = error("thousands-separator", file, field, value);
      return COMMA.matcher(plain).matches()
          ? fault.args(number, plain.replace(',', '.')).mend("either")
          : fault.args(number);
    }
    number = decimalComma(plain);
    if (number != null) {
      return error("decimal-comma", file, field, value).args(number);
    }
    if (plain.endsWith("%")) {
      number = any(Words.trim(plain.substring(0, plain.length() - 1)));
      return number == null
          ? null
          : error("percent-sign", file, field, value)
              .args(text(new BigDecimal(number).movePointLeft(2)));
    }
    Matcher signed = SIGNED.matcher(plain);
    if (signed.matches()) {
      number = any(signed.group(1) == null ? signed.group(2) : signed.group(1));
      if (number != null) {
        return error("currency-sign", file, field, value).args(number);
      }
    }
    return unit(file, field, value, plain);
  }

  private static @Nullable Fault unit(String file, Field field, String value, String plain) {
    Matcher unit = UNIT.matcher(plain);
    String number = unit.matches() ? any(unit.group(1)) : null;
    if (number == null) {
      return null;
    }
    BigDecimal times =
        switch (unit.group(2)) {
          case "万" -> WAN;
          case "亿" -> YI;
          default -> BigDecimal.ONE;
        };
    return error("number-unit", file, field, value)
        .args(text(new BigDecimal(number).multiply(times)), unit.group(2));
  }

  private static @Nullable String any(String text) {
    String number = plain(text);
    if (number == null) {
      number = grouped(text);
    }
    number = number == null ? decimalComma(text) : number;
    // A zero may carry any exponent, which no BigDecimal could hold.
    return number != null && Double.parseDouble(number) == 0 ? "0" : number;
  }

  private static @Nullable String plain(String text) {
    char[] characters = text.toCharArray();
    double number = Decimal.parse(characters, 0, characters.length);
    boolean exact = number != 0 || isZero(characters, 0, characters.length);
    return Double.isFinite(number) && exact ? text : null;
  }

  private static @Nullable String grouped(String text) {
    return GROUPED.matcher(text).matches() ? text.replaceAll("[^\\d.+-]", "") : null;
  }

  private static @Nullable String decimalComma(String text) {
    if (COMMA.matcher(text).matches()) {
      return text.replace(',', '.');
    }
    return GROUPED_DOTS.matcher(text).matches() ? text.replace(".", "").replace(',', '.') : null;
  }

  private static Fault range(String file, Field field, String value) {
    Fault fault = error("out-of-range", file, field, value);
    if (field.whole()) {
      return fault.args(bound(field.low()), bound(field.high())).mend("whole");
    }
    boolean bounded = field.high() < Double.POSITIVE_INFINITY;
    if (field.lowExcluded()) {
      return fault.args(bound(field.low()), bound(field.high())).mend(bounded ? "within" : "above");
    }
    return fault.args(bound(field.low()), bound(field.high())).mend(bounded ? "between" : "least");
  }

  private static String bound(double bound) {
    return bound == Math.rint(bound) && Math.abs(bound) < 1e15
        ? Long.toString((long) bound)
        : Double.toString(bound);
  }

  private static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static Fault error(String code, String file, Field field, String value) {
    return Fault.error(code, file).column(field.name()).value(value);
  }
}
