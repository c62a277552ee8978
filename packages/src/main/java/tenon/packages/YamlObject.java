package tenon.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tenon.model.Bound;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Severity;

/**
 * A mapping of a YAML file: its values by key, with a finding for each that is not as it should be.
 */
public final class YamlObject {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  private final String path;
  private final String file;
  private final Findings findings;
  private final MappingNode node;
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Map<String, Node> values = new LinkedHashMap<>();

  private YamlObject(MappingNode node, String path, String file, Findings findings) {
    this.node = node;
    this.path = path;
    this.file = file;
    this.findings = findings;
    for (NodeTuple tuple : node.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
        add(fault("key-twice", tuple.getKeyNode(), key));
      } else {
        keys.put(key, tuple.getKeyNode());
      }
    }
  }

  /** The node as a mapping, or null with a finding. */
  static @Nullable YamlObject of(Node node, String path, String file, Findings findings) {
    if (node instanceof MappingNode mapping) {
      return new YamlObject(mapping, path, file, findings);
    }
    findings.add(
        Fault.error("no-mapping", file)
            .line(line(node))
            .column(path.isEmpty() ? null : path)
            .finding());
    return null;
  }

  /**
   * Reads a file whose root is a mapping, and makes something of it.
   *
   * @param make makes the thing; what it finds wrong joins the findings of the file
   * @param <T> what is made
   * @return the thing, or every fault found on the way
   */
  public static <T> Loaded<T> read(Path file, Function<YamlObject, @Nullable T> make) {
    return read(file, List.of(), make);
  }

  /**
   * As above, with some values changed before anything is read.
   *
   * @param changes {@code key=value}; a key inside another is {@code outer.inner}, an entry of a
   *     list its number from 1, and the value is YAML
   */
  public static <T> Loaded<T> read(
      Path file, List<String> changes, Function<YamlObject, @Nullable T> make) {
    Findings findings = new Findings();
    String name = PlainTable.shown(file);
    Node node = new YamlFile(file, name, findings).root();
    for (String change : changes) {
      if (node != null && !YamlChange.apply(node, change)) {
        findings.add(Fault.error("yaml-change", name).value(change).finding());
      }
    }
    YamlObject root = node == null ? null : of(node, "", name, findings);
    T made = root == null ? null : make.apply(root);
    return made == null || findings.hasErrors()
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(made, findings.list());
  }

  /** Keys in the order of the file. */
  public List<String> keys() {
    return List.copyOf(keys.keySet());
  }

  /** The mapping under a key, or null where it is missing or, with a finding, no mapping. */
  public @Nullable YamlObject object(String key) {
    Node value = values.get(key);
    return value == null
        ? null
        : of(value, path.isEmpty() ? key : path + "." + key, file, findings);
  }

  /** Whether the value of a key is a sequence. */
  public boolean isSequence(String key) {
    return values.get(key) instanceof SequenceNode;
  }

  /** Whether the value of a key is a mapping. */
  public boolean isMapping(String key) {
    return values.get(key) instanceof MappingNode;
  }

  /** Yes or no; the fallback where the key is missing or, with a finding, neither. */
  public boolean flag(String key, boolean fallback) {
    String word = word(key, List.of("true", "false"), false);
    return word == null ? fallback : word.equals("true");
  }

  /**
   * Refuses the value of a key for a reason that the asker words.
   *
   * @param code name of the kind of finding
   * @param what what is wrong
   * @param mend what to do about it
   */
  public void refuse(String key, String code, Message what, Message mend) {
    Node value = values.get(key);
    Node at = value == null ? node : value;
    String shown = value instanceof ScalarNode scalar ? scalar.getValue() : null;
    String place = path.isEmpty() ? key : path + "." + key;
    findings.add(new Finding(Severity.ERROR, code, file, line(at), place, shown, what, mend));
  }

  private static long line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  /** Refuses keys that are not in the list. */
  public void allow(List<String> known) {
    keys.forEach(
        (key, at) -> {
          if (!known.contains(key)) {
            String nearest = Nearest.of(key, known);
            Fault fault = fault("unknown-key", at, key).value(key);
            String all = String.join(", ", known);
            add(nearest == null ? fault.args(all) : fault.args(all, nearest).mend("nearest"));
          }
        });
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** A text, or null where it is missing, blank or no text. */
  public @Nullable String text(String key, boolean required) {
    Node value = values.get(key);
    if (value == null) {
      if (required) {
        missing(key);
      }
      return null;
    }
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    add(fault("no-text", value, key));
    return null;
  }

  /** A word out of several, or null with a finding. */
  public @Nullable String word(String key, List<String> known, boolean required) {
    String text = text(key, required);
    if (text == null || known.contains(text)) {
      return text;
    }
    String nearest = Nearest.of(text, known);
    String all = String.join(", ", known);
    Fault fault = at("unknown-category", key).value(text);
    add(nearest == null ? fault.args(all).mend("one") : fault.args(all, nearest).mend("nearest"));
    return null;
  }

  /** A number between two, both allowed; NaN where it is missing or faulty. */
  public double number(String key, boolean required, double least, double most) {
    String text = text(key, required);
    if (text == null) {
      return Double.NaN;
    }
    if (!NUMBER.matcher(text).matches()) {
      add(at("no-yaml-number", key).value(text));
      return Double.NaN;
    }
    double number = Double.parseDouble(text);
    if (number >= least && number <= most) {
      return number;
    }
    Fault fault = at("out-of-range", key).value(text);
    add(
        most == Double.MAX_VALUE
            ? fault.args(Bound.text(least)).mend("least")
            : fault.args(Bound.text(least), Bound.text(most)).mend("between"));
    return Double.NaN;
  }

  /** The mappings of a sequence; a finding for each element that is none. */
  public List<YamlObject> objects(String key) {
    Node value = values.get(key);
    List<YamlObject> objects = new ArrayList<>();
    if (value == null) {
      missing(key);
    } else if (value instanceof SequenceNode sequence) {
      for (Node element : sequence.getValue()) {
        String place = key + "[" + (objects.size() + 1) + "]";
        YamlObject object = of(element, place, file, findings);
        if (object != null) {
          objects.add(object);
        }
      }
    } else {
      add(fault("no-sequence", value, key));
    }
    return objects;
  }

  /** The texts of a sequence; none with a finding where it is no sequence of texts. */
  public List<String> texts(String key) {
    Node value = values.get(key);
    if (value == null) {
      missing(key);
      return List.of();
    }
    List<String> texts = scalars(value);
    if (texts == null) {
      add(fault("no-sequence", value, key));
      return List.of();
    }
    return texts;
  }

  /** The rows of a sequence of sequences; none with a finding where it is no such thing. */
  public List<List<String>> rows(String key) {
    Node value = values.get(key);
    if (value == null) {
      missing(key);
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    if (value instanceof SequenceNode sequence) {
      for (Node element : sequence.getValue()) {
        List<String> row = scalars(element);
        if (row != null) {
          rows.add(row);
        }
      }
      if (rows.size() == sequence.getValue().size()) {
        return rows;
      }
    }
    add(fault("no-sequence", value, key));
    return List.of();
  }

  private static @Nullable List<String> scalars(Node node) {
    if (!(node instanceof SequenceNode sequence)) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      if (!(element instanceof ScalarNode scalar)) {
        return null;
      }
      texts.add(scalar.getValue());
    }
    return texts;
  }

  public void missing(String key) {
    add(fault("missing-key", node, key));
  }

  /** A fault about the value of a key. */
  Fault at(String code, String key) {
    Node value = values.get(key);
    return fault(code, value == null ? node : value, key);
  }

  void add(Fault fault) {
    findings.add(fault.finding());
  }

  /** Adds a finding about another file that this one names. */
  public void tell(Finding finding) {
    findings.add(finding);
  }

  private Fault fault(String code, Node at, String key) {
    String place = path.isEmpty() ? key : path + "." + key;
    return Fault.error(code, file).line(line(at)).column(place);
  }
}
