package tenon.study.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as CSV: RFC 4180 with line feeds, quoted only where needed.
 *
 * @param file name of the file
 * @param header names of the columns
 * @param rows cells by row
 */
public record Table(String file, List<String> header, List<List<String>> rows) {

  public Table {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** The whole file. */
  public String csv() {
    StringBuilder text = new StringBuilder();
    line(text, header);
    rows.forEach(row -> line(text, row));
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    List<String> quoted = new ArrayList<>(cells.size());
    cells.forEach(cell -> quoted.add(quote(cell)));
    text.append(String.join(",", quoted)).append('\n');
  }

  private static String quote(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
