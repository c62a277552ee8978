package tenon.packages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tenon.model.Columns;
import tenon.model.Field;
import tenon.model.Resource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code datapackage.json}: every word about columns follows from {@link Resource}. */
final class DescriptorWriter {
  private static final String SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DataPackage data;
  private final TableFormat format;

  DescriptorWriter(DataPackage data, TableFormat format) {
    this.data = data;
    this.format = format;
  }

  byte[] bytes() {
    ObjectNode root = JSON.createObjectNode();
    PackageInfo info = data.info();
    root.put("$schema", SCHEMA);
    root.put("name", info.name());
    root.put("title", info.title());
    root.put("description", info.description());
    if (info.version() != null) {
      root.put("version", info.version());
    }
    if (info.licence() != null) {
      root.putArray("licenses").addObject().put("name", info.licence());
    }
    if (info.currency() != null) {
      root.put("currency", info.currency());
    }
    root.put("synthetic", info.synthetic());
    info.assumptions().forEach(root.putArray("assumptions")::add);
    ArrayNode resources = root.putArray("resources");
    data.tables().forEach((resource, columns) -> resource(resources.addObject(), columns));
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    return (JSON.writer().with(printer).writeValueAsString(root) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void resource(ObjectNode node, Columns columns) {
    Resource resource = columns.resource();
    List<Field> written = TableWriter.written(columns);
    node.put("name", resource.title());
    node.put("path", format.file(resource));
    node.put("type", "table");
    node.put("format", format.title());
    node.put("mediatype", format.mediaType());
    if (format == TableFormat.CSV) {
      node.put("encoding", "utf-8");
    }
    ObjectNode schema = node.putObject("schema");
    ArrayNode fields = schema.putArray("fields");
    written.forEach(field -> field(fields.addObject(), field));
    ArrayNode key = schema.putArray("primaryKey");
    resource.key().forEach(field -> key.add(field.name()));
    foreignKeys(schema, resource, written);
    schema.putArray("missingValues").add("");
  }

  private void foreignKeys(ObjectNode schema, Resource resource, List<Field> written) {
    ArrayNode keys = JSON.createArrayNode();
    for (Field field : written) {
      Resource target = field.reference() == null ? null : Resource.named(field.reference());
      if (target == null || !data.tables().containsKey(target)) {
        continue;
      }
      ObjectNode foreign = keys.addObject();
      foreign.putArray("fields").add(field.name());
      ObjectNode reference = foreign.putObject("reference");
      if (target != resource) { // the standard leaves out the resource that refers to itself
        reference.put("resource", target.title());
      }
      reference.putArray("fields").add(target.key().getFirst().name());
    }
    if (!keys.isEmpty()) {
      schema.set("foreignKeys", keys);
    }
  }

  private static void field(ObjectNode node, Field field) {
    node.put("name", field.name());
    node.put("type", type(field));
    node.put("description", field.meaning());
    ObjectNode constraints = JSON.createObjectNode();
    if (field.required()) {
      constraints.put("required", true);
    }
    if (field.type() == Field.Type.ID) {
      constraints.put("unique", true);
    }
    if (!field.categories().isEmpty()) {
      field.categories().forEach(constraints.putArray("enum")::add);
    }
    bound(constraints, field.lowExcluded() ? "exclusiveMinimum" : "minimum", field.low(), field);
    bound(constraints, "maximum", field.high(), field);
    if (!constraints.isEmpty()) {
      node.set("constraints", constraints);
    }
  }

  private static String type(Field field) {
    return switch (field.type()) {
      case NUMBER -> field.whole() ? "integer" : "number";
      case DATE -> "date";
      case FLAG -> "boolean";
      case ID, REF, LABEL, TEXT, CATEGORY -> "string";
    };
  }

  private static void bound(ObjectNode constraints, String name, double bound, Field field) {
    if (field.type() == Field.Type.NUMBER && Double.isFinite(bound)) {
      constraints.put(name, (long) bound);
    }
  }
}
