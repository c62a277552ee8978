package tenon.packages;

/** One cell as it is written to a file. */
final class CsvCell {
  private CsvCell() {}

  /** The text, in quotes where it would else be read as something other than itself. */
  static String quoted(String text) {
    return needsQuotes(text) ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  /** The shortest text that is read as the same number; {@code inf} for no limit. */
  static String number(double number) {
    if (number == Double.POSITIVE_INFINITY) {
      return "inf";
    }
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    return Double.toString(number);
  }
}
