package tenon.packages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;

/** Dates as {@code 2026-11-21}, and what other layouts most likely mean. */
final class Dates {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?([T ].*)?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})[-/.](\\d{4})");
  private static final Pattern SERIAL = Pattern.compile("[2-7]\\d{4}");

  /** Day 0 of the serial numbers that spreadsheets give to dates. */
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private Dates() {}

  /**
   * Days since 1970-01-01, or {@link Columns#UNKNOWN_DATE} where this is no date as we write it.
   */
  static int parse(char[] buffer, int offset, int length) {
    if (length != 10 || buffer[offset + 4] != '-' || buffer[offset + 7] != '-') {
      return Columns.UNKNOWN_DATE;
    }
    int year = digits(buffer, offset, 4);
    int month = digits(buffer, offset + 5, 2);
    int day = digits(buffer, offset + 8, 2);
    LocalDate date = date(year, month, day);
    return date == null ? Columns.UNKNOWN_DATE : (int) date.toEpochDay();
  }

  private static int digits(char[] buffer, int offset, int count) {
    int number = 0;
    for (int i = offset; i < offset + count; i++) {
      int digit = buffer[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static @Nullable LocalDate date(int year, int month, int day) {
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  static Fault fault(String file, String column, String value) {
    if (Numbers.isBlankWord(value)) {
      return error("blank-word", file, column, value);
    }
    String plain = Words.trim(Words.narrow(value));
    LocalDate meant = yearFirst(plain);
    if (meant != null) {
      return error("date-layout", file, column, value).args(meant);
    }
    if (SERIAL.matcher(plain).matches()) {
      LocalDate serial = SERIAL_ZERO.plusDays(Integer.parseInt(plain));
      return error("date-serial", file, column, value).args(serial);
    }
    if (YEAR_FIRST.matcher(plain).matches()) {
      return error("no-such-day", file, column, value);
    }
    Matcher last = YEAR_LAST.matcher(plain);
    if (last.matches()) {
      return yearLast(file, column, value, last);
    }
    return error("no-date", file, column, value);
  }

  private static @Nullable LocalDate yearFirst(String plain) {
    for (Pattern pattern : new Pattern[] {YEAR_FIRST, COMPACT}) {
      Matcher matcher = pattern.matcher(plain);
      if (matcher.matches()) {
        return date(number(matcher, 1), number(matcher, 2), number(matcher, 3));
      }
    }
    return null;
  }

  private static Fault yearLast(String file, String column, String value, Matcher parts) {
    Fault fault = error("date-layout", file, column, value);
    LocalDate dayFirst = date(number(parts, 4), number(parts, 3), number(parts, 1));
    LocalDate monthFirst = date(number(parts, 4), number(parts, 1), number(parts, 3));
    boolean dotted = ".".equals(parts.group(2));
    if (dayFirst != null && (dotted || monthFirst == null || monthFirst.equals(dayFirst))) {
      return fault.args(dayFirst);
    }
    if (monthFirst != null && (dayFirst == null || dotted)) {
      return fault.args(monthFirst);
    }
    return dayFirst != null && monthFirst != null
        ? fault.args(dayFirst, monthFirst).mend("either")
        : error("no-such-day", file, column, value);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Fault error(String code, String file, String column, String value) {
    return Fault.error(code, file).column(column).value(value);
  }
}
