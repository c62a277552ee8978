package tenon.cli.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files of reference beside the checkout. */
final class OracleFiles {
  private OracleFiles() {}

  /** A folder; the test is skipped, and says so, where it is not there. */
  static Path folder(String name) {
    return file(name);
  }

  /** A file; the test is skipped, and says so, where it is not there. */
  static Path file(String name) {
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.exists(at.resolve(".ci"))) {
      at = at.getParent();
    }
    Path file = at.resolveSibling("shared").resolve("oracle").resolve(name);
    if (!Files.isReadable(file)) {
      System.out.println("Skipped: " + file + " is not here.");
    }
    assumeTrue(Files.isReadable(file), () -> file + " is not here");
    return file;
  }

  /** Numbers by row, named by its first column, and by column; cells that are none are left out. */
  static Map<String, Map<String, Double>> table(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] names = lines.getFirst().replace("\"", "").split(",", -1);
    Map<String, Map<String, Double>> table = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.replace("\"", "").split(",", -1);
      Map<String, Double> row = new HashMap<>();
      for (int at = 1; at < cells.length; at++) {
        if (cells[at].matches("-?[0-9.]+([eE][-+]?[0-9]+)?")) {
          row.put(names[at], Double.parseDouble(cells[at]));
        }
      }
      table.put(cells[0], row);
    }
    return table;
  }
}
