package tenon.packages.scms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tenon.packages.word.Words;

/**
 * Dates as the copies of the data set write them: {@code 02-Jun-06}, {@code 2-Jun-2006}, {@code
 * 6/2/06}, {@code 06-02-2006} and {@code 2006-06-02}. Numbers stand month first: read day first,
 * the published file gives hundreds of deliveries before their order; read month first, ten. A year
 * of two digits belongs to this century.
 */
final class DateCell {
  private static final Pattern NAMED =
      Pattern.compile("(\\d{1,2})[- ]([A-Za-z]{3,9})[- ](\\d{2,4})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\d{1,2})[-/](\\d{1,2})[-/](\\d{2,4})");
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ][\\d:.]*)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Set<String> UNKNOWN =
      Set.of("n a", "n a from rdc", "pre pq process", "date not captured");

  private DateCell() {}

  /** Whether the text says that there is no date. */
  static boolean unknown(String text) {
    return text.isEmpty() || UNKNOWN.contains(Words.plain(text));
  }

  /** The date; null where the text is none. */
  static @Nullable LocalDate parse(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return date(iso.group(1), number(iso.group(2)), iso.group(3));
    }
    Matcher named = NAMED.matcher(text);
    if (named.matches()) {
      String month = named.group(2).substring(0, 3).toLowerCase(Locale.ROOT);
      return date(named.group(3), MONTHS.indexOf(month) + 1, named.group(1));
    }
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    return monthFirst.matches()
        ? date(monthFirst.group(3), number(monthFirst.group(1)), monthFirst.group(2))
        : null;
  }

  private static @Nullable LocalDate date(String year, int month, String day) {
    int y = number(year) + (year.length() == 2 ? 2000 : 0);
    if (year.length() == 3 || y < 1990 || y > 2100) {
      return null;
    }
    try {
      return LocalDate.of(y, month, number(day));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
