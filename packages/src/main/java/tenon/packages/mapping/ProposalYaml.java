package tenon.packages.mapping;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tenon.model.Field;
import tenon.model.Resource;

/** Writes a proposal as a mapping that can be imported as it stands. */
final class ProposalYaml {
  /** How one column is made, how sure that is, and why. */
  record Line(Field field, ColumnProfile from, double factor, double score, String why) {}

  /** Tables whose ids others name, in the order in which they can be made of these. */
  private static final List<Resource> NAMED =
      List.of(
          Resource.PRODUCTS, Resource.RECIPES, Resource.SITES, Resource.FIRMS, Resource.REGIONS);

  private static final String UNKNOWN = "unknown";

  private final MappingProposal proposal;
  private final Path from;
  private final StringBuilder steps = new StringBuilder();
  private final Map<Resource, StringBuilder> tables = new LinkedHashMap<>();

  /** Which columns, by source or step, name rows of a table. */
  private final Map<String, List<String>> naming = new LinkedHashMap<>();

  private boolean unknownRegion;

  ProposalYaml(MappingProposal proposal, Path from) {
    this.proposal = proposal;
    this.from = from.toAbsolutePath().normalize();
  }

  String text() {
    for (Resource resource : Resource.values()) {
      if (proposal.placed().contains(resource)) {
        table(resource);
      }
    }
    for (Resource resource : NAMED) {
      if (!proposal.placed().contains(resource)) {
        derived(resource);
      }
    }
    StringBuilder text = new StringBuilder();
    comment(text, "", proposal.say("title"));
    comment(text, "", proposal.say("how"));
    text.append("package: {name: mapped, title: Mapped}\n\nsources:\n");
    proposal.sources().forEach(source -> source(text, source));
    if (!steps.isEmpty()) {
      text.append("\nsteps:\n").append(steps);
    }
    text.append("\ntables:\n");
    for (Resource resource : Resource.values()) {
      text.append(tables.getOrDefault(resource, new StringBuilder()));
    }
    List<String> left = proposal.leftOut();
    if (!left.isEmpty()) {
      text.append('\n');
      comment(text, "", proposal.say("left"));
      left.forEach(column -> comment(text, "", "- " + column));
    }
    return text.toString();
  }

  private void source(StringBuilder text, SourceProfile profile) {
    Mapping.Source source = profile.source();
    Path file = source.file().toAbsolutePath().normalize();
    boolean sameRoot = Objects.equals(file.getRoot(), from.getRoot());
    String path = (sameRoot ? from.relativize(file) : file).toString().replace('\\', '/');
    text.append("  ").append(quoted(profile.name())).append(": {file: ").append(quoted(path));
    String sheet = source.sheet();
    if (sheet != null) {
      text.append(", sheet: ").append(quoted(sheet));
    }
    if (source.separator() != ',') {
      String separator = source.separator() == '\t' ? "tab" : String.valueOf(source.separator());
      text.append(", separator: ").append(quoted(separator));
    }
    if (!source.encoding().equals(StandardCharsets.UTF_8)) {
      text.append(", encoding: ").append(source.encoding().name().toLowerCase(Locale.ROOT));
    }
    text.append("}\n");
    if (proposal.unplaced().contains(profile)) {
      comment(text, "  ", proposal.say("unplaced"));
    }
  }

  private void table(Resource resource) {
    String source = proposal.sourceOf(resource);
    StringBuilder text = new StringBuilder();
    text.append("  ").append(resource.title()).append(":\n    from: ").append(quoted(source));
    List<Line> lines = proposal.lines(resource);
    boolean unique =
        resource.key().size() == 1
            && lines.stream().filter(line -> line.field.key()).allMatch(line -> line.from.unique());
    text.append(unique ? "" : "\n    distinct: true").append("\n    columns:\n");
    Map<String, Line> byName = new LinkedHashMap<>();
    lines.forEach(line -> byName.put(line.field.name(), line));
    for (Line line : lines) {
      comment(text, "      ", String.format(Locale.ROOT, "%.2f: %s", line.score, line.why));
      String made = made(line);
      text.append("      ").append(line.field.name()).append(": ").append(made).append('\n');
      String target = line.field.reference();
      if (target != null) {
        named(target, source, "[" + line.from.head() + "]");
      }
    }
    for (Field field : resource.fields()) {
      if (field.required() && !byName.containsKey(field.name())) {
        madeUp(text, resource, field, byName, source);
      }
    }
    tables.put(resource, text);
  }

  private void named(String target, String source, String formula) {
    List<String> known = naming.computeIfAbsent(target, t -> new ArrayList<>());
    String entry = source + "\n" + formula;
    if (!known.contains(entry)) {
      known.add(entry);
    }
  }

  private static String made(Line line) {
    String head = line.from.head();
    return switch (line.field.type()) {
      case NUMBER -> number(line);
      case DATE -> {
        String order = line.from.days("mdy") > line.from.days("dmy") ? "mdy" : "dmy";
        yield "{formula: " + quoted("date([" + head + "], '" + order + "')") + "}";
      }
      case CATEGORY, FLAG -> {
        Map<String, String> codes = line.from.codes(line.field);
        if (codes.isEmpty()) {
          yield quoted(head);
        }
        List<String> pairs = new ArrayList<>();
        codes.forEach((word, code) -> pairs.add(quoted(word) + ": " + quoted(code)));
        yield "{column: " + quoted(head) + ", words: {" + String.join(", ", pairs) + "}}";
      }
      case LABEL ->
          line.field.name().equals("hs6")
              ? "{formula: "
                  + quoted("capture(replace([" + head + "], '.', ''), '(\\d{6}).*')")
                  + "}"
              : quoted(head);
      case ID, REF, TEXT -> quoted(head);
    };
  }

  private static String number(Line line) {
    String head = line.from.head();
    if (line.from.percent()) {
      return "{formula: " + quoted("number(replace([" + head + "], '%', '')) / 100") + "}";
    }
    if (line.from.grouped()) {
      String factor = line.factor == 1 ? "" : " * " + Values.text((Object) line.factor);
      return "{formula: " + quoted("number([" + head + "])" + factor) + "}";
    }
    return line.factor == 1
        ? quoted(head)
        : "{column: " + quoted(head) + ", times: " + Values.text((Object) line.factor) + "}";
  }

  /** What a table needs and its source does not have. */
  private void madeUp(
      StringBuilder text, Resource resource, Field field, Map<String, Line> byName, String source) {
    String name = field.name();
    String made;
    if (resource == Resource.SITES && name.equals("firm_id")) {
      String site = head(byName, "site_id");
      made = quoted(site);
      named("firms", source, "[" + site + "]");
    } else if (name.equals("region_id")) {
      made = "{constant: " + UNKNOWN + "}";
      unknownRegion = true;
    } else if (name.equals("kind")) {
      made = "{constant: plant}";
    } else if (resource == Resource.RECIPES && name.equals("recipe_id")) {
      made = quoted("{" + head(byName, "site_id") + "}-{" + head(byName, "product_id") + "}");
      made = "{text: " + made + "}";
    } else if (resource == Resource.SOURCING && name.equals("link_id")) {
      made = "{formula: \"'link-' & line()\"}";
    } else {
      comment(text, "      ", proposal.say("missing", name));
      return;
    }
    comment(text, "      ", proposal.say("made-up"));
    text.append("      ").append(name).append(": ").append(made).append('\n');
  }

  private static String head(Map<String, Line> byName, String column) {
    Line line = byName.get(column);
    return line == null ? "" : line.from.head();
  }

  /** A table that no source gives, made of the ids by which others name its rows. */
  private void derived(Resource resource) {
    List<String> columns = naming.getOrDefault(resource.title(), List.of());
    boolean region = resource == Resource.REGIONS && unknownRegion;
    if ((columns.isEmpty() && !region) || resource == Resource.RECIPES) {
      return;
    }
    List<String> parts = new ArrayList<>();
    for (String entry : columns) {
      String[] pair = entry.split("\n", 2);
      String name = resource.title() + "_named_" + (parts.size() + 1);
      parts.add(name);
      steps
          .append("  ")
          .append(name)
          .append(": {from: ")
          .append(quoted(pair[0]))
          .append(", add: {key: ")
          .append(quoted(pair[1]))
          .append("}, where: known(key), by: [key]}\n");
    }
    if (region) {
      parts.add("regions_unknown");
      steps.append("  regions_unknown: {columns: [key], rows: [[" + UNKNOWN + "]]}\n");
    }
    String all = resource.title() + "_named";
    steps
        .append("  ")
        .append(all)
        .append(": {from: [")
        .append(String.join(", ", parts))
        .append("], by: [key]}\n");
    StringBuilder text = new StringBuilder();
    text.append("  ").append(resource.title()).append(":\n");
    comment(text, "    ", proposal.say("derived"));
    text.append("    from: ").append(all).append("\n    columns: {");
    text.append(resource.key().getFirst().name()).append(": key");
    if (resource == Resource.SITES) {
      text.append(
          ", firm_id: key, region_id: {constant: " + UNKNOWN + "}, kind: {constant: plant}");
      named("firms", all, "key");
      unknownRegion = true;
    }
    text.append("}\n");
    tables.put(resource, text);
  }

  private static void comment(StringBuilder text, String indent, String words) {
    text.append(indent).append("# ").append(words.replaceAll("\\R", " ")).append('\n');
  }

  /** A scalar in double quotes. */
  private static String quoted(String text) {
    StringBuilder made = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        made.append('\\').append(c);
      } else if (c < ' ') {
        made.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
      } else {
        made.append(c);
      }
    }
    return made.append('"').toString();
  }
}
