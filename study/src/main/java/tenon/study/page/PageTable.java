package tenon.study.page;

import tenon.study.text.Numbers;
import tenon.study.text.Scale;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A table of the report: cells as they are read, beside what they are sorted by. */
public final class PageTable {
  /** Rows that a page shows; the rest is in the file. */
  public static final int ROWS = 100;

  /**
   * One cell.
   *
   * @param text what is read
   * @param order what it is sorted by; NaN sorts by the text
   */
  public record Cell(String text, double order) {
    public static Cell text(String text) {
      return new Cell(text, Double.NaN);
    }

    public static Cell count(long number) {
      return new Cell(Numbers.count(number), number);
    }

    public static Cell scaled(double number, Scale scale) {
      return new Cell(scale.text(number), number);
    }
  }

  private final ObjectNode node = Json.object();
  private final ArrayNode columns = node.putArray("columns");
  private final ArrayNode rows = node.putArray("rows");
  private final String file;
  private final Words words;
  private int all;

  /** A table whose rows stand in a file of the result, or in none if the name is empty. */
  public PageTable(String file, Words words) {
    this.file = file;
    this.words = words;
  }

  public PageTable words(String label) {
    columns.addObject().put("label", label).put("number", false);
    return this;
  }

  public PageTable numbers(String label, String unit) {
    columns.addObject().put("label", label).put("unit", unit).put("number", true);
    return this;
  }

  /** Adds a row, which is shown if there is room. */
  public void row(Cell... cells) {
    all++;
    if (all > ROWS) {
      return;
    }
    ArrayNode row = rows.addArray();
    for (Cell cell : cells) {
      ArrayNode pair = row.addArray().add(cell.text());
      if (!Double.isNaN(cell.order())) {
        pair.add(Math.clamp(cell.order(), -Double.MAX_VALUE, Double.MAX_VALUE));
      }
    }
  }

  /** The table, with a note that names the file and how many of its rows are shown. */
  public ObjectNode json() {
    node.put("file", file);
    String shown = Numbers.count(rows.size());
    node.put(
        "note",
        all > ROWS
            ? words.get("table.first", shown, Numbers.count(all))
            : words.get("table.all", shown));
    return node;
  }
}
