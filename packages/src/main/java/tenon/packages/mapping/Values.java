package tenon.packages.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a formula works on: a text, a number, yes or no, a day, or null, which is unknown. A blank
 * text is as good as unknown.
 */
final class Values {
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

  /** A value that a formula cannot use. */
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;
    private final String value;

    /** A fault whose wording is that of the code. */
    Fault(String code, String value) {
      super(code, null, false, false);
      this.code = code;
      this.value = value;
    }

    String code() {
      return code;
    }

    String value() {
      return value;
    }
  }

  private Values() {}

  static boolean known(@Nullable Object value) {
    return value != null && !(value instanceof String text && text.isBlank());
  }

  /** The value as a table has it; whole numbers without a point. */
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number -> text(number.doubleValue());
      case Object other -> other.toString();
    };
  }

  private static String text(double number) {
    if (!Double.isFinite(number)) {
      return Double.isNaN(number) ? "" : number > 0 ? "inf" : "-inf";
    }
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** The number; NaN where the value is unknown. */
  static double number(@Nullable Object value) {
    if (!known(value)) {
      return Double.NaN;
    }
    if (value instanceof Double number) {
      return number;
    }
    Double read = maybeNumber(text(value));
    if (read == null) {
      throw new Fault("mapping-no-number", text(value));
    }
    return read;
  }

  /** The number that a text is, thousands parted by commas or not; null where it is none. */
  static @Nullable Double maybeNumber(String text) {
    String plain = text.strip();
    if (PLAIN.matcher(plain).matches()) {
      return Double.valueOf(plain);
    }
    return GROUPED.matcher(plain).matches() ? Double.valueOf(plain.replace(",", "")) : null;
  }

  /** The number times a factor, exactly; what is no number stays, to be told as such. */
  static String scaled(String text, double factor) {
    if (factor == 1 || text.isBlank()) {
      return text;
    }
    try {
      BigDecimal product = new BigDecimal(text.strip()).multiply(BigDecimal.valueOf(factor));
      return product.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return text;
    }
  }

  static boolean yes(@Nullable Object value) {
    return value instanceof Boolean yes ? yes : text(value).equals("true");
  }

  static @Nullable Object result(double number) {
    return Double.isNaN(number) ? null : (Object) number;
  }

  /** Below 0, 0 or above 0; unknown values come first. */
  static int compare(@Nullable Object a, @Nullable Object b) {
    if (!known(a) || !known(b)) {
      return Boolean.compare(known(a), known(b));
    }
    if (a instanceof LocalDate one && b instanceof LocalDate other) {
      return one.compareTo(other);
    }
    if (a instanceof Double || b instanceof Double) {
      return Double.compare(number(a), number(b));
    }
    return text(a).compareTo(text(b));
  }

  static boolean same(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Double || b instanceof Double) {
      Double one = a instanceof Double number ? number : maybeNumber(text(a));
      Double other = b instanceof Double number ? number : maybeNumber(text(b));
      return one != null && one.equals(other);
    }
    return text(a).equals(text(b));
  }
}
