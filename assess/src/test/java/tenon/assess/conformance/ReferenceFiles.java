package tenon.assess.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files of reference numbers beside the checkout; a test that lacks them is skipped and says so.
 */
final class ReferenceFiles {
  private ReferenceFiles() {}

  static JsonNode json(String file) {
    return JsonMapper.shared().readTree(found(file));
  }

  /** Rows of a table by column; cells without their quotes, blank for NA. */
  static List<Map<String, String>> table(String file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(found(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> header = cells(lines.getFirst());
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  private static Path found(String file) {
    Path found = beside(Path.of("").toAbsolutePath()).resolve(file);
    if (!Files.isRegularFile(found)) {
      String message = "Skipped: " + found + " is not there.";
      System.out.println(message);
      Assumptions.abort(message);
    }
    return found;
  }

  /** The root is the folder that holds .ci; the files lie in its neighbour. */
  private static Path beside(Path folder) {
    for (Path root = folder; root != null; root = root.getParent()) {
      if (Files.isDirectory(root.resolve(".ci"))) {
        return root.resolveSibling("shared");
      }
    }
    return folder.resolve("shared");
  }
}
