package tenon.packages.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days as exports write them: {@code 2026-03-01}, {@code 2026/3/1}, {@code 20260301}, {@code
 * 2026年3月1日}, {@code 1-Mar-26}, and in numbers with the year last, whose order must be told. A year
 * of two digits belongs to this century.
 */
final class Days {
  /** Orders of day and month where the year stands last. */
  static final List<String> ORDERS = List.of("dmy", "mdy");

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ].{0,30})?");
  private static final Pattern SOLID = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern NAMED =
      Pattern.compile("(\\d{1,2})[- ]([A-Za-z]{3,9})[- ](\\d{4}|\\d{2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})(?: .{0,30})?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private Days() {}

  /** The day that a text is; null where it is none. */
  static @Nullable LocalDate parse(String text, String order) {
    String plain = text.strip();
    Matcher first = YEAR_FIRST.matcher(plain);
    if (first.matches()) {
      return day(first.group(1), number(first.group(2)), first.group(3));
    }
    Matcher named = NAMED.matcher(plain);
    if (named.matches()) {
      String month = named.group(2).substring(0, 3).toLowerCase(Locale.ROOT);
      return day(named.group(3), MONTHS.indexOf(month) + 1, named.group(1));
    }
    Matcher last = YEAR_LAST.matcher(plain);
    if (last.matches()) {
      return order.equals("mdy")
          ? day(last.group(3), number(last.group(1)), last.group(2))
          : day(last.group(3), number(last.group(2)), last.group(1));
    }
    Matcher solid = SOLID.matcher(plain);
    return solid.matches() ? day(solid.group(1), number(solid.group(2)), solid.group(3)) : null;
  }

  private static @Nullable LocalDate day(String year, int month, String day) {
    int full = number(year) + (year.length() == 2 ? 2000 : 0);
    try {
      return LocalDate.of(full, month, number(day));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
