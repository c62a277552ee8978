package tenon.study.document;

/**
 * A cell of a table.
 *
 * @param text what is read
 * @param value the number behind the text, for workbooks and for sorting; NaN where it is a text
 */
public record Cell(String text, double value) {

  public static Cell of(String text) {
    return new Cell(text, Double.NaN);
  }

  public static Cell of(String text, double value) {
    return new Cell(text, value);
  }

  public boolean isNumber() {
    return !Double.isNaN(value);
  }

  /** As it is set in a page: a number below nothing has a minus, not a hyphen. */
  String set() {
    return isNumber() && text.startsWith("-") ? "−" + text.substring(1) : text;
  }
}
