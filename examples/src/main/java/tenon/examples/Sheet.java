package tenon.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a table of declared data: cells are set apart by {@code |}, the first line names the columns,
 * {@code #} starts a comment line.
 */
final class Sheet {
  private Sheet() {}

  /** The rows of a table beside this class. */
  static List<Row> read(String resource) {
    return parse(resource, content(resource));
  }

  /** The rows of a table; errors call it by the name. */
  static List<Row> parse(String resource, String content) {
    List<Row> rows = new ArrayList<>();
    List<String> names = List.of();
    for (String line : content.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = cells(line);
      if (names.isEmpty()) {
        names = cells;
      } else {
        rows.add(row(resource, names, cells));
      }
    }
    return rows;
  }

  private static Row row(String resource, List<String> names, List<String> cells) {
    if (cells.size() != names.size()) {
      throw new IllegalStateException(
          resource + ": " + cells + " has " + cells.size() + " cells, not " + names.size());
    }
    Map<String, String> byName = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      byName.put(names.get(i), cells.get(i));
    }
    return new Row(resource, byName);
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    int start = 0;
    for (int bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', start)) {
      cells.add(line.substring(start, bar).strip());
      start = bar + 1;
    }
    cells.add(line.substring(start).strip());
    return cells;
  }

  static String content(String resource) {
    try (InputStream stream = Sheet.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One row. */
  static final class Row {
    private final String resource;
    private final Map<String, String> cells;

    private Row(String resource, Map<String, String> cells) {
      this.resource = resource;
      this.cells = cells;
    }

    String text(String column) {
      String cell = cells.get(column);
      if (cell == null) {
        throw new IllegalStateException(resource + " has no column " + column);
      }
      return cell;
    }

    double number(String column) {
      return Double.parseDouble(text(column));
    }

    int whole(String column) {
      return Integer.parseInt(text(column));
    }

    Range range(String column) {
      return Range.parse(text(column));
    }

    List<String> words(String column) {
      return text(column).isEmpty() ? List.of() : List.of(text(column).split(" +", -1));
    }
  }
}
