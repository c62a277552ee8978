package tenon.packages.scms;

import java.util.regex.Pattern;

/** Numbers as the copies of the data set write them. */
final class NumberCell {
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

  /** Nothing in this trade is greater; a greater number is a slip of the pen. */
  private static final double ABSURD = 1e12;

  private NumberCell() {}

  /** The number; {@code NaN} where the text is none, or an absurd one. */
  static double parse(String text) {
    double number;
    if (PLAIN.matcher(text).matches()) {
      number = Double.parseDouble(text);
    } else if (grouped(text)) {
      number = Double.parseDouble(text.replace(",", ""));
    } else {
      return Double.NaN;
    }
    return Math.abs(number) <= ABSURD ? number : Double.NaN;
  }

  /** Whether commas part the thousands. */
  static boolean grouped(String text) {
    return GROUPED.matcher(text).matches();
  }
}
