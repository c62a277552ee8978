package tenon.study.page;

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
    String between = "";
    for (String cell : cells) {
      text.append(between).append(quote(cell));
      between = ",";
    }
    text.append('\n');
  }

  private static String quote(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return '"' + cell.replace("\"", "\"\"") + '"';
      }
    }
    return cell;
  }
}
