package tenon.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tenon.model.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code datapackage.json}. */
final class DescriptorReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final List<String> TITLES =
      Stream.of(Resource.values()).map(Resource::title).toList();

  private final Path file;
  private final String shown;
  private final Findings findings;

  private DescriptorReader(Path file, Findings findings) {
    this.file = file;
    this.shown = String.valueOf(file.getFileName());
    this.findings = findings;
  }

  /** The descriptor at a directory or file, or null after an error that hides the rest. */
  static @Nullable Descriptor read(Path path, ReadLimits limits, Findings findings) {
    Path absolute = path.toAbsolutePath().normalize();
    Path file = Files.isDirectory(absolute) ? absolute.resolve(Descriptor.FILE) : absolute;
    return new DescriptorReader(file, findings).read(limits);
  }

  private @Nullable Descriptor read(ReadLimits limits) {
    JsonNode root = parse(limits);
    if (root == null) {
      return null;
    }
    if (!root.isObject()) {
      findings.add(Fault.error("no-object", shown).finding());
      return null;
    }
    PackageInfo info = new InfoReader(shown, findings).read(root, folder());
    return new Descriptor(file, info, entries(root.path("resources")));
  }

  private @Nullable JsonNode parse(ReadLimits limits) {
    if (!Files.isRegularFile(file)) {
      noDescriptor();
      return null;
    }
    try {
      long size = Files.size(file);
      if (size > limits.maxDescriptorBytes()) {
        findings.add(
            Fault.error("file-size", shown).args(size, limits.maxDescriptorBytes()).finding());
        return null;
      }
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      boolean placed = e.getLocation() != null && e.getLocation().getLineNr() > 0;
      findings.add(
          Fault.error("malformed-json", shown)
              .line(placed ? e.getLocation().getLineNr() : 0)
              .args(placed ? e.getLocation().getColumnNr() : 1, firstLine(e.getOriginalMessage()))
              .finding());
    } catch (IOException e) {
      findings.add(Fault.error("unreadable-file", shown).finding());
    }
    return null;
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private void noDescriptor() {
    List<String> resources = new ArrayList<>();
    for (Resource resource : Resource.values()) {
      Stream.of(TableFormat.values())
          .map(format -> format.file(resource))
          .filter(path -> Files.exists(folder().resolve(path)))
          .findFirst()
          .ifPresent(path -> resources.add(listing(resource, path)));
    }
    Fault fault = Fault.error("no-descriptor", shown);
    if (shown.equals(Descriptor.FILE) && !resources.isEmpty()) {
      fault
          .mend("paste")
          .args(
              "{\"name\": \"my-package\", \"resources\": [" + String.join(", ", resources) + "]}");
    }
    findings.add(fault.finding());
  }

  /** What a descriptor says of a table at the least. */
  static String listing(Resource resource, String path) {
    return "{\"name\": \"" + resource.title() + "\", \"path\": \"" + path + "\"}";
  }

  private Path folder() {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private List<Descriptor.Entry> entries(JsonNode resources) {
    if (!resources.isArray() || resources.isEmpty()) {
      findings.add(Fault.error("no-resources", shown).column("resources").finding());
      return List.of();
    }
    Map<Resource, String> places = new EnumMap<>(Resource.class);
    Map<String, String> paths = new HashMap<>();
    List<Descriptor.Entry> entries = new ArrayList<>();
    for (int i = 0; i < resources.size(); i++) {
      Descriptor.Entry entry = entry(resources.path(i), "resources[" + i + "]", places, paths);
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private Descriptor.@Nullable Entry entry(
      JsonNode node, String place, Map<Resource, String> places, Map<String, String> paths) {
    Resource resource = resource(node, place);
    if (resource == null) {
      return null;
    }
    String earlier = places.putIfAbsent(resource, place);
    if (earlier != null) {
      error("duplicate-resource", place + ".name", resource.title(), earlier);
      return null;
    }
    JsonNode path = node.path("path");
    TableFormat format = format(node);
    if (!new DialectCheck(shown, findings).accepts(node, place, format)) {
      return null;
    }
    if (!path.isString()) {
      String code = path.isArray() ? "path-list" : node.has("data") ? "inline-data" : "no-path";
      error(code, place + ".path", null, resource.title());
      return null;
    }
    String text = path.stringValue();
    String other = paths.putIfAbsent(text, place);
    if (other != null) {
      error("duplicate-path", place + ".path", text, other);
      return null;
    }
    Path found = new ResourcePath(folder(), shown, findings).find(text, place + ".path");
    return found == null ? null : new Descriptor.Entry(resource, text, found, format);
  }

  private static TableFormat format(JsonNode node) {
    JsonNode declared = node.path("format");
    return TableFormat.of(
        declared.isString() ? declared.stringValue() : null, node.path("path").asString(""));
  }

  private @Nullable Resource resource(JsonNode node, String place) {
    JsonNode name = node.path("name");
    if (!name.isString()) {
      error("no-resource-name", place + ".name", null, String.join(", ", TITLES));
      return null;
    }
    String title = name.stringValue();
    Resource resource = Resource.named(title);
    if (resource == null) {
      String nearest = Nearest.of(title, TITLES);
      Fault fault = Fault.warning("unknown-resource", shown).column(place + ".name").value(title);
      findings.add(
          (nearest == null
                  ? fault.args(String.join(", ", TITLES))
                  : fault.args(nearest).mend("nearest"))
              .finding());
    }
    return resource;
  }

  private void error(String code, String column, @Nullable String value, Object... arguments) {
    findings.add(Fault.error(code, shown).column(column).value(value).args(arguments).finding());
  }
}
