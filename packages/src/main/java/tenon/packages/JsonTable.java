package tenon.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tenon.model.Loaded;
import tools.jackson.databind.JsonNode;

/**
 * A table that stands in JSON: records {@code [{"unit": "A", "x": 1}, ...]}, or columns {@code
 * {"unit": ["A", ...], "x": [1, ...]}}. A matrix among the columns is a row for each unit; its
 * columns are called as the names under {@code periods}, {@code columns} or {@code indicators} say,
 * else by its own key and a number from 1. Without a column of units their numbers from 1 stand
 * first.
 */
final class JsonTable {
  private static final List<String> UNITS = List.of("unit", "units", "id", "ids");
  private static final List<String> HEADERS = List.of("periods", "columns", "indicators");

  /** Who is whose neighbour, which is no column. */
  private static final Set<String> LINKS = Set.of("W", "neighbours", "edges");

  private JsonTable() {}

  /** Tells the rows; faults are among the findings. */
  static void read(Path file, Findings findings, PlainTable.Rows rows) {
    switch (JsonFile.read(file)) {
      case Loaded.Rejected<JsonNode>(var errors) -> errors.forEach(findings::add);
      case Loaded.Ready<JsonNode>(var root, var _) -> {
        Map<String, List<String>> columns = root.isArray() ? records(root) : columns(root);
        if (columns.isEmpty()) {
          findings.add(Fault.error("json-table", PlainTable.shown(file)).finding());
        } else {
          tell(columns, rows);
        }
      }
    }
  }

  private static void tell(Map<String, List<String>> columns, PlainTable.Rows rows) {
    rows.header(List.copyOf(columns.keySet()));
    int count = columns.values().iterator().next().size();
    for (int row = 0; row < count; row++) {
      int at = row;
      rows.row(row + 2L, columns.values().stream().map(column -> column.get(at)).toList());
    }
  }

  private static Map<String, List<String>> records(JsonNode array) {
    Set<String> names = new LinkedHashSet<>();
    array.forEach(record -> names.addAll(record.propertyNames()));
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (String name : names) {
      List<String> cells = new ArrayList<>();
      array.forEach(record -> cells.add(cell(record.get(name))));
      columns.put(name, cells);
    }
    return columns;
  }

  private static Map<String, List<String>> columns(JsonNode root) {
    int count = rows(root);
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (String key : UNITS) {
      JsonNode names = root.get(key);
      if (columns.isEmpty() && names != null && names.size() == count) {
        columns.put("unit", cells(names));
      }
    }
    if (columns.isEmpty() && count > 0) {
      columns.put("unit", IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
    }
    for (String key : root.propertyNames()) {
      JsonNode node = root.get(key);
      if (node.isArray() && node.size() == count && !isName(key)) {
        if (node.get(0).isArray()) {
          matrix(root, key, node, columns);
        } else {
          columns.put(key, cells(node));
        }
      }
    }
    return columns;
  }

  private static boolean isName(String key) {
    return UNITS.contains(key) || HEADERS.contains(key) || LINKS.contains(key);
  }

  /** The rows of the first matrix, or the length of the first column. */
  private static int rows(JsonNode root) {
    int first = 0;
    for (String key : root.propertyNames()) {
      JsonNode node = root.get(key);
      if (node.isArray() && !node.isEmpty() && !isName(key)) {
        if (node.get(0).isArray()) {
          return node.size();
        }
        first = first == 0 ? node.size() : first;
      }
    }
    return first;
  }

  private static void matrix(
      JsonNode root, String key, JsonNode rows, Map<String, List<String>> columns) {
    int width = IntStream.range(0, rows.size()).map(row -> rows.get(row).size()).max().orElse(0);
    JsonNode names = null;
    for (String header : HEADERS) {
      JsonNode given = root.get(header);
      names = names == null && given != null && given.size() == width ? given : names;
    }
    for (int column = 0; column < width; column++) {
      int at = column;
      List<String> cells = new ArrayList<>();
      rows.forEach(row -> cells.add(cell(row.get(at))));
      columns.put(names == null ? key + (column + 1) : cell(names.get(column)), cells);
    }
  }

  private static List<String> cells(JsonNode array) {
    List<String> cells = new ArrayList<>();
    array.forEach(node -> cells.add(cell(node)));
    return cells;
  }

  private static String cell(@Nullable JsonNode node) {
    return node == null || node.isNull() ? "" : node.asString(node.toString());
  }
}
