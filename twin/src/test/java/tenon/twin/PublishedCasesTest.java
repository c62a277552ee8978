package tenon.twin;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PublishedCasesTest {

  @Test
  void fiveNodesAgreeWithTheDerivationByHand() throws IOException {
    PublishedCases.agreesWithFiveNodes(read("exposure-5-nodes.json"));
  }

  @Test
  void thirtyFiveNodesAndTheirPairsAgree() throws IOException {
    PublishedCases.agreesWithThirtyFiveNodes(read("exposure-35-nodes.json"));
  }

  private static JsonNode read(String name) throws IOException {
    try (InputStream in = PublishedCasesTest.class.getResourceAsStream(name)) {
      return new JsonMapper().readTree(Objects.requireNonNull(in, name));
    }
  }
}
