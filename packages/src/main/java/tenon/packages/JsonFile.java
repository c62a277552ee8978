package tenon.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tenon.model.Loaded;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON file from outside, as a tree: bounded in size and depth, no key twice. */
public final class JsonFile {
  private static final long LARGEST = 256L << 20;
  private static final int DEEPEST = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonFile() {}

  /** The tree, or why there is none. */
  public static Loaded<JsonNode> read(Path file) {
    String name = PlainTable.shown(file);
    try {
      if (!Files.isRegularFile(file)) {
        return refused(Fault.error("no-json", name));
      }
      if (Files.size(file) > LARGEST) {
        return refused(Fault.error("json-large", name).args(LARGEST >> 20));
      }
      return new Loaded.Ready<>(MAPPER.readTree(Files.readAllBytes(file)), List.of());
    } catch (JacksonException malformed) {
      long line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNr();
      long column = malformed.getLocation() == null ? 1 : malformed.getLocation().getColumnNr();
      return refused(
          Fault.error("malformed-json", name)
              .line(Math.max(0, line))
              .args(column, malformed.getOriginalMessage().lines().findFirst().orElse("")));
    } catch (IOException unreadable) {
      return refused(Fault.error("no-json", name));
    }
  }

  private static Loaded<JsonNode> refused(Fault fault) {
    return new Loaded.Rejected<>(List.of(fault.finding()));
  }
}
