package tenon.packages.mapping;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tenon.packages.word.Names;
import tenon.packages.word.Places;
import tenon.packages.word.Words;

/**
 * What formulas can call. One object serves one import: ids are handed out in the order of the
 * rows, so that the same files give the same ids.
 */
final class Functions {
  /** Arguments of a function in words, by its name. */
  static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("if", "3"),
          Map.entry("known", "1"),
          Map.entry("coalesce", "1+"),
          Map.entry("in", "2+"),
          Map.entry("text", "1"),
          Map.entry("tidy", "1"),
          Map.entry("plain", "1"),
          Map.entry("lower", "1"),
          Map.entry("upper", "1"),
          Map.entry("first_word", "1"),
          Map.entry("replace", "3"),
          Map.entry("contains", "2"),
          Map.entry("starts", "2"),
          Map.entry("length", "1"),
          Map.entry("capture", "2+"),
          Map.entry("matches", "2"),
          Map.entry("number", "1"),
          Map.entry("maybe_number", "1"),
          Map.entry("round", "2"),
          Map.entry("abs", "1"),
          Map.entry("sqrt", "1"),
          Map.entry("min", "2+"),
          Map.entry("max", "2+"),
          Map.entry("date", "1+"),
          Map.entry("maybe_date", "1+"),
          Map.entry("year", "1"),
          Map.entry("month", "1"),
          Map.entry("day", "1"),
          Map.entry("days", "2"),
          Map.entry("id", "3+"),
          Map.entry("country", "1"),
          Map.entry("country_in", "1"),
          Map.entry("country_basis", "1"),
          Map.entry("country_name", "2"),
          Map.entry("line", "0"));

  private static final int LONGEST_PATTERN = 300;
  private static final int LONGEST_TEXT = 10_000;

  /** Characters that the search for a pattern may look at in one cell. */
  private static final int MOST_LOOKS = 200_000;

  private static final int LONGEST_ID = 120;

  private final Map<String, Names> ids = new HashMap<>();
  private @Nullable Places places;

  /** A function of arguments, whose number has been checked; faulty constants are thrown. */
  Eval make(String name, List<Eval> all, List<Formula> formulas) {
    Eval a = all.isEmpty() ? row -> null : all.getFirst();
    Eval b = all.size() < 2 ? row -> null : all.get(1);
    return switch (name) {
      case "or" -> row -> Values.yes(a.of(row)) || Values.yes(b.of(row));
      case "and" -> row -> Values.yes(a.of(row)) && Values.yes(b.of(row));
      case "not" -> row -> !Values.yes(a.of(row));
      case "=" -> row -> Values.same(a.of(row), b.of(row));
      case "!=" -> row -> !Values.same(a.of(row), b.of(row));
      case "<" -> row -> ordered(a.of(row), b.of(row), -1, -1);
      case "<=" -> row -> ordered(a.of(row), b.of(row), -1, 0);
      case ">" -> row -> ordered(a.of(row), b.of(row), 1, 1);
      case ">=" -> row -> ordered(a.of(row), b.of(row), 0, 1);
      case "+" -> row -> Values.result(Values.number(a.of(row)) + Values.number(b.of(row)));
      case "-" -> row -> Values.result(Values.number(a.of(row)) - Values.number(b.of(row)));
      case "*" -> row -> Values.result(Values.number(a.of(row)) * Values.number(b.of(row)));
      case "/" -> row -> quotient(Values.number(a.of(row)), Values.number(b.of(row)));
      case "&" -> row -> Values.text(a.of(row)) + Values.text(b.of(row));
      case "if" -> {
        Eval c = all.get(2);
        yield row -> Values.yes(a.of(row)) ? b.of(row) : c.of(row);
      }
      case "known" -> row -> Values.known(a.of(row));
      case "coalesce" -> row -> first(all, row);
      case "in" -> row -> isIn(all, row);
      case "text" -> row -> Values.text(a.of(row));
      case "tidy" -> row -> Words.tidy(Values.text(a.of(row)));
      case "plain" -> row -> Words.plain(Values.text(a.of(row)));
      case "lower" -> row -> Values.text(a.of(row)).toLowerCase(Locale.ROOT);
      case "upper" -> row -> Values.text(a.of(row)).toUpperCase(Locale.ROOT);
      case "first_word" -> row -> Words.first(Values.text(a.of(row)));
      case "replace" -> {
        Eval c = all.get(2);
        yield row -> Values.text(a.of(row)).replace(Values.text(b.of(row)), Values.text(c.of(row)));
      }
      case "contains" -> row -> Values.text(a.of(row)).contains(Values.text(b.of(row)));
      case "starts" -> row -> Values.text(a.of(row)).startsWith(Values.text(b.of(row)));
      case "length" -> row -> (double) Values.text(a.of(row)).length();
      case "capture" -> capture(a, formulas);
      case "matches" -> {
        Pattern pattern = pattern(formulas.get(1));
        yield row -> matcher(pattern, Values.text(a.of(row))).matches();
      }
      case "number" -> row -> Values.result(Values.number(a.of(row)));
      case "maybe_number" -> row -> maybe(a.of(row));
      case "round" -> row -> rounded(Values.number(a.of(row)), Values.number(b.of(row)));
      case "abs" -> row -> Values.result(Math.abs(Values.number(a.of(row))));
      case "sqrt" -> row -> Values.result(Math.sqrt(Values.number(a.of(row))));
      case "min" -> row -> extreme(all, row, -1);
      case "max" -> row -> extreme(all, row, 1);
      case "date" -> dates(a, formulas, true);
      case "maybe_date" -> dates(a, formulas, false);
      case "year" -> row -> part(a.of(row), LocalDate::getYear);
      case "month" -> row -> part(a.of(row), LocalDate::getMonthValue);
      case "day" -> row -> part(a.of(row), LocalDate::getDayOfMonth);
      case "days" -> row -> days(a.of(row), b.of(row));
      case "id" -> id(all, formulas);
      case "country" -> row -> places().country(Values.text(a.of(row)));
      case "country_in" -> row -> places().guess(Values.text(a.of(row))).jurisdiction();
      case "country_basis" ->
          row -> places().guess(Values.text(a.of(row))).basis().name().toLowerCase(Locale.ROOT);
      case "country_name" -> row -> countryName(Values.text(a.of(row)), Values.text(b.of(row)));
      case "line" -> row -> (double) row.line();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static boolean ordered(@Nullable Object a, @Nullable Object b, int low, int high) {
    if (!Values.known(a) || !Values.known(b)) {
      return false;
    }
    int sign = Integer.signum(Values.compare(a, b));
    return sign >= low && sign <= high;
  }

  private static @Nullable Object quotient(double a, double b) {
    return b == 0 ? null : Values.result(a / b);
  }

  private static @Nullable Object first(List<Eval> all, Eval.Row row) {
    for (Eval one : all) {
      Object value = one.of(row);
      if (Values.known(value)) {
        return value;
      }
    }
    return null;
  }

  private static boolean isIn(List<Eval> all, Eval.Row row) {
    Object value = all.getFirst().of(row);
    return all.subList(1, all.size()).stream().anyMatch(one -> Values.same(value, one.of(row)));
  }

  private static @Nullable Object maybe(@Nullable Object value) {
    return value instanceof Double ? value : Values.maybeNumber(Values.text(value));
  }

  private static @Nullable Object rounded(double number, double digits) {
    if (Double.isNaN(number) || Double.isNaN(digits)) {
      return null;
    }
    double scale = Math.pow(10, Math.rint(digits));
    return Math.rint(number * scale) / scale;
  }

  private static @Nullable Object extreme(List<Eval> all, Eval.Row row, int sign) {
    Object best = null;
    for (Eval one : all) {
      Object value = one.of(row);
      if (Values.known(value) && (best == null || sign * Values.compare(value, best) > 0)) {
        best = value;
      }
    }
    return best;
  }

  private static Eval capture(Eval a, List<Formula> formulas) {
    Pattern pattern = pattern(formulas.get(1));
    int group =
        formulas.size() < 3
            ? 1
            : formulas.get(2) instanceof Formula.Literal(Double number) ? number.intValue() : -1;
    if (group < 0 || group > pattern.matcher("").groupCount()) {
      throw new Values.Fault("mapping-group", Integer.toString(group));
    }
    return row -> {
      Matcher matcher = matcher(pattern, Values.text(a.of(row)));
      return matcher.matches() ? matcher.group(group) : null;
    };
  }

  private static Pattern pattern(Formula formula) {
    if (!(formula instanceof Formula.Literal(String text)) || text.length() > LONGEST_PATTERN) {
      throw new Values.Fault("mapping-pattern", formula.toString());
    }
    try {
      return Pattern.compile(text);
    } catch (java.util.regex.PatternSyntaxException e) {
      throw new Values.Fault("mapping-pattern", text);
    }
  }

  private static Matcher matcher(Pattern pattern, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new Values.Fault("mapping-pattern-text", text.substring(0, 40));
    }
    return pattern.matcher(new Watched(text, new int[1], 0, text.length()));
  }

  /**
   * A text that counts how often it is looked at: a pattern that tries without end is ended, after
   * the same number of looks on every machine.
   */
  @SuppressWarnings("ArrayRecordComponent") // a counter shared by the parts of one text
  private record Watched(String text, int[] looks, int start, int end) implements CharSequence {
    @Override
    public int length() {
      return end - start;
    }

    @Override
    public char charAt(int index) {
      if (++looks[0] > MOST_LOOKS) {
        throw new Values.Fault("mapping-pattern-slow", text);
      }
      return text.charAt(start + index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new Watched(text, looks, start + from, start + to);
    }

    @Override
    public String toString() {
      return text.substring(start, end);
    }
  }

  private static Eval dates(Eval a, List<Formula> formulas, boolean strict) {
    String order =
        formulas.size() > 1 && formulas.get(1) instanceof Formula.Literal(String text)
            ? text
            : formulas.size() > 1 ? "?" : "dmy";
    if (!Days.ORDERS.contains(order)) {
      throw new Values.Fault("mapping-order", order);
    }
    return row -> {
      Object value = a.of(row);
      if (!Values.known(value) || value instanceof LocalDate) {
        return value instanceof LocalDate ? value : null;
      }
      LocalDate day = Days.parse(Values.text(value), order);
      if (day == null && strict) {
        throw new Values.Fault("mapping-no-date", Values.text(value));
      }
      return day;
    };
  }

  private static @Nullable LocalDate day(@Nullable Object value) {
    if (!Values.known(value) || value instanceof LocalDate) {
      return (LocalDate) (Values.known(value) ? value : null);
    }
    LocalDate day = Days.parse(Values.text(value), "");
    if (day == null) {
      throw new Values.Fault("mapping-no-date", Values.text(value));
    }
    return day;
  }

  private static @Nullable Object part(
      @Nullable Object value, java.util.function.ToIntFunction<LocalDate> part) {
    LocalDate day = day(value);
    return day == null ? null : (Object) (double) part.applyAsInt(day);
  }

  private static @Nullable Object days(@Nullable Object from, @Nullable Object to) {
    LocalDate start = day(from);
    LocalDate end = day(to);
    return start == null || end == null
        ? null
        : (Object) (double) ChronoUnit.DAYS.between(start, end);
  }

  private Eval id(List<Eval> all, List<Formula> formulas) {
    boolean stated =
        formulas.get(0) instanceof Formula.Literal(String kind)
            && formulas.get(2) instanceof Formula.Literal(Double longest)
            && longest >= 8
            && longest <= LONGEST_ID;
    if (!stated) {
      throw new Values.Fault("mapping-id", "id");
    }
    String kind = Values.text(((Formula.Literal) formulas.get(0)).value());
    int longest = (int) Values.number(((Formula.Literal) formulas.get(2)).value());
    Names names = ids.computeIfAbsent(kind, k -> new Names(longest));
    Eval text = all.get(1);
    Eval key = all.size() > 3 ? all.get(3) : text;
    return row -> {
      String name = Values.text(text.of(row));
      return name.isBlank() ? null : names.id(Values.text(key.of(row)), name);
    };
  }

  private Places places() {
    if (places == null) {
      places = Places.load();
    }
    return places;
  }

  private static @Nullable Object countryName(String code, String language) {
    if (code.isEmpty()) {
      return null;
    }
    return language.equals("zh") ? Places.chineseName(code) : Places.name(code);
  }
}
