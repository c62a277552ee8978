package tenon.assess.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files of reference numbers beside the checkout; a test that lacks them is skipped and says so.
 */
final class ReferenceFiles {
  private ReferenceFiles() {}

  static JsonNode json(String file) {
    Path found = beside(Path.of("").toAbsolutePath()).resolve(file);
    if (!Files.isRegularFile(found)) {
      String message = "Skipped: " + found + " is not there.";
      System.out.println(message);
      Assumptions.abort(message);
    }
    return JsonMapper.shared().readTree(found);
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
