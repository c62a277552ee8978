package tenon.study.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number format of a workbook that shows a number as the document does. */
final class NumberFormats {
  private static final Pattern SHOWN =
      Pattern.compile("(\\D{0,6}?)([-−]?)(\\d[\\d,]*)(?:\\.(\\d+))?(%?)(\\D{0,8})");
  private static final String GENERAL = "General";

  /** Of a number that the document only bounds: {@code <0.0001}. */
  private static final String SCIENTIFIC = "0.0E+00";

  private static final int MOST_DECIMALS = 12;

  private NumberFormats() {}

  static String of(Cell cell) {
    Matcher shown = SHOWN.matcher(cell.text());
    if (!shown.matches() || !isPlain(shown.group(1)) || !isPlain(shown.group(6))) {
      return GENERAL;
    }
    if (shown.group(1).startsWith("<") || shown.group(1).startsWith(">")) {
      return SCIENTIFIC;
    }
    String decimals = shown.group(4) == null ? "" : shown.group(4);
    if (decimals.length() > MOST_DECIMALS) {
      return GENERAL;
    }
    StringBuilder format = new StringBuilder(literal(shown.group(1)));
    format.append(shown.group(3).indexOf(',') >= 0 ? "#,##0" : "0");
    if (!decimals.isEmpty()) {
      format.append('.').append("0".repeat(decimals.length()));
    }
    if (!shown.group(5).isEmpty()) {
      format.append(isShare(cell, shown, decimals) ? "%" : "\"%\"");
    }
    return format.append(literal(shown.group(6))).toString();
  }

  /** Whether 12% is the number 0.12, not 12. */
  private static boolean isShare(Cell cell, Matcher shown, String decimals) {
    String digits = shown.group(3).replace(",", "");
    double read = Double.parseDouble(digits + "." + (decimals.isEmpty() ? "0" : decimals));
    double value = Math.abs(cell.value());
    return Math.abs(value * 100 - read) < Math.abs(value - read);
  }

  private static boolean isPlain(String words) {
    return words.indexOf('"') < 0 && words.indexOf('e') < 0 && words.indexOf('E') < 0;
  }

  private static String literal(String words) {
    return words.isEmpty() ? "" : '"' + words + '"';
  }
}
