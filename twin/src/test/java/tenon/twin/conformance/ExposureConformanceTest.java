package tenon.twin.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tenon.twin.PublishedCases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ExposureConformanceTest {

  @Test
  void fiveNodesAgree() {
    PublishedCases.agreesWithFiveNodes(read("oracle/risk/01_risk_exposure_ttr_tts.json"));
  }

  @Test
  void thirtyFiveNodesAndTwentyPairsAgree() {
    PublishedCases.agreesWithThirtyFiveNodes(read("oracle/twin/exposure/ttr_tts_35nodes.json"));
  }

  private static JsonNode read(String name) {
    Path file = shared().resolve(name);
    boolean present = Files.isReadable(file);
    if (!present) {
      System.out.println("Skipped: " + file + " is not here.");
    }
    assumeTrue(present, () -> file + " is not here");
    return new JsonMapper().readTree(file);
  }

  /** The folder beside the checkout, whose root holds .ci. */
  private static Path shared() {
    Path folder = Path.of("").toAbsolutePath();
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".ci"))) {
        return at.resolveSibling("shared");
      }
    }
    return folder.resolveSibling("shared");
  }
}
