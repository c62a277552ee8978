package tenon.packages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import tenon.model.Findings;

/** A YAML file as a tree of nodes that know their lines; whatever it holds, nothing is thrown. */
final class YamlFile {
  private static final int LARGEST = 4 << 20;

  private final @Nullable Path file;
  private final String given;
  private final String name;
  private final Findings findings;

  /** A file that findings call by a name. */
  YamlFile(Path file, String name, Findings findings) {
    this.file = file;
    given = "";
    this.name = name;
    this.findings = findings;
  }

  /** A text that findings call by a name. */
  YamlFile(String text, String name, Findings findings) {
    file = null;
    given = text;
    this.name = name;
    this.findings = findings;
  }

  /** The files of a folder that are YAML by their names, sorted; none where it cannot be read. */
  static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** The root, or null with a finding. */
  @Nullable Node root() {
    String text = text();
    if (text == null) {
      return null;
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setUseMarks(true)
            .setCodePointLimit(LARGEST)
            .setMaxAliasesForCollections(50)
            .build();
    try {
      Node root = new Compose(settings).composeString(text).orElse(null);
      if (root == null) {
        findings.add(Fault.error("yaml-empty", name).finding());
      }
      return root;
    } catch (MarkedYamlEngineException malformed) {
      long line = malformed.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      long column = malformed.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(0);
      String problem = malformed.getProblem();
      findings.add(
          Fault.error("malformed-yaml", name)
              .line(line)
              .args(column, problem == null ? "?" : problem)
              .finding());
    } catch (YamlEngineException malformed) {
      String problem = String.valueOf(malformed.getMessage());
      findings.add(Fault.error("malformed-yaml", name).args(0, problem).finding());
    }
    return null;
  }

  private @Nullable String text() {
    if (file == null) {
      return given;
    }
    try {
      if (!Files.isRegularFile(file)) {
        findings.add(Fault.error("no-yaml", name).finding());
        return null;
      }
      if (Files.size(file) > LARGEST) {
        findings.add(Fault.error("yaml-large", name).args(LARGEST >> 20).finding());
        return null;
      }
      byte[] bytes = Files.readAllBytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException wrong) {
      findings.add(Fault.error("yaml-encoding", name).finding());
    } catch (IOException unreadable) {
      findings.add(Fault.error("no-yaml", name).finding());
    }
    return null;
  }
}
