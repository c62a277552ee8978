package tenon.packages;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One value of a YAML document put in the place of another. */
final class YamlChange {
  private YamlChange() {}

  /** Changes the document; false where the change is not well-formed or its place not there. */
  static boolean apply(Node root, String change) {
    int at = change.indexOf('=');
    if (at < 1) {
      return false;
    }
    Node value;
    try {
      LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
      value = new Compose(settings).composeString(change.substring(at + 1)).orElse(null);
    } catch (YamlEngineException malformed) {
      return false;
    }
    List<String> path = List.of(change.substring(0, at).strip().split("\\.", -1));
    return value != null && put(root, path, value);
  }

  private static boolean put(Node node, List<String> path, Node value) {
    String key = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    return switch (node) {
      case MappingNode mapping -> inMapping(mapping, key, rest, value);
      case SequenceNode sequence -> inSequence(sequence, key, rest, value);
      default -> false;
    };
  }

  private static boolean inMapping(MappingNode mapping, String key, List<String> rest, Node value) {
    List<NodeTuple> tuples = mapping.getValue();
    for (int i = 0; i < tuples.size(); i++) {
      Node name = tuples.get(i).getKeyNode();
      if (name instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
        if (!rest.isEmpty()) {
          return put(tuples.get(i).getValueNode(), rest, value);
        }
        tuples.set(i, new NodeTuple(name, value));
        return true;
      }
    }
    if (rest.isEmpty()) {
      // A key that is new stands where its value does, for the line in findings.
      Node name =
          new ScalarNode(
              Tag.STR, true, key, ScalarStyle.PLAIN, value.getStartMark(), Optional.empty());
      tuples.add(new NodeTuple(name, value));
    }
    return rest.isEmpty();
  }

  private static boolean inSequence(
      SequenceNode sequence, String key, List<String> rest, Node value) {
    int at = key.matches("\\d{1,6}") ? Integer.parseInt(key) - 1 : -1;
    if (at < 0 || at >= sequence.getValue().size()) {
      return false;
    }
    if (!rest.isEmpty()) {
      return put(sequence.getValue().get(at), rest, value);
    }
    sequence.getValue().set(at, value);
    return true;
  }
}
