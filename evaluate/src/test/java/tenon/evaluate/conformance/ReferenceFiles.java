package tenon.evaluate.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import tenon.evaluate.Observations;
import tenon.evaluate.Tables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files of reference numbers beside the checkout; a test that lacks them is skipped and says so.
 */
final class ReferenceFiles {
  private static final String FOLDER = "oracle/policy";

  private ReferenceFiles() {}

  static JsonNode json(String name) {
    return JsonMapper.shared().readTree(find(name));
  }

  static Observations table(String name) {
    try {
      return Tables.csv(Files.readString(find(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path find(String name) {
    Path found = beside(Path.of("").toAbsolutePath()).resolve(FOLDER).resolve(name);
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
