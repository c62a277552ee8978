package tenon.packages.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Field;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Resource;
import tenon.packages.YamlObject;
import tenon.packages.scms.ScmsImport;

/**
 * A mapping file: strict, every fault at once.
 *
 * @param info name, title, description and currency of the package, as far as given
 * @param sources tables that are read
 * @param tables tables of the package, or the one table of deliveries from which a chain is made
 */
record Mapping(Map<String, String> info, Map<String, Source> sources, List<Target> tables) {
  static final String BUNDLE = "tenon.packages.mapping.findings";

  /** Stands for a table of deliveries, one line each, from which a whole chain is made. */
  static final String DELIVERIES = "deliveries";

  private static final List<String> INFO = List.of("name", "title", "description", "currency");
  private static final Map<String, Charset> ENCODINGS =
      Map.of(
          "utf-8", StandardCharsets.UTF_8,
          "gb18030", Charset.forName("GB18030"),
          "windows-1252", Charset.forName("windows-1252"));

  /** A table that is read. */
  record Source(Path file, char separator, Charset encoding) {}

  /**
   * A table that is made.
   *
   * @param title name of the resource, or {@link #DELIVERIES}
   * @param distinct whether only the first of several rows with one key is taken
   */
  record Target(String title, String from, boolean distinct, Map<String, Expression> columns) {
    @Nullable Resource resource() {
      return Resource.named(title);
    }
  }

  static Loaded<Mapping> read(Path file) {
    return YamlObject.read(file, root -> of(root, file));
  }

  private static Mapping of(YamlObject root, Path file) {
    root.allow(List.of("package", "sources", "tables", DELIVERIES));
    Map<String, String> info = new LinkedHashMap<>();
    YamlObject about = root.object("package");
    if (about != null) {
      about.allow(INFO);
      for (String key : INFO) {
        String text = about.text(key, false);
        if (text != null) {
          info.put(key, text);
        }
      }
    }
    Map<String, Source> sources = sources(root, file);
    List<Target> targets = new ArrayList<>();
    YamlObject tables = root.object("tables");
    if (tables != null) {
      List<String> known = new ArrayList<>();
      for (Resource resource : Resource.values()) {
        known.add(resource.title());
      }
      tables.allow(known);
      for (String title : tables.keys()) {
        YamlObject table = tables.object(title);
        Resource resource = Resource.named(title);
        if (table != null && resource != null) {
          targets.add(
              target(table, title, resource.fields().stream().map(Field::name).toList(), sources));
        }
      }
    }
    YamlObject deliveries = root.object(DELIVERIES);
    if (deliveries != null) {
      targets.add(target(deliveries, DELIVERIES, ScmsImport.titles(), sources));
    }
    if (targets.isEmpty()) {
      root.missing("tables");
    } else if (deliveries != null && targets.size() > 1) {
      refuse(root, DELIVERIES, "mapping-both");
    }
    return new Mapping(info, sources, targets);
  }

  private static Map<String, Source> sources(YamlObject root, Path file) {
    Map<String, Source> sources = new LinkedHashMap<>();
    YamlObject all = root.object("sources");
    if (all == null) {
      root.missing("sources");
      return sources;
    }
    for (String name : all.keys()) {
      YamlObject source = all.object(name);
      if (source == null) {
        continue;
      }
      source.allow(List.of("file", "separator", "encoding"));
      String path = source.text("file", true);
      String separator = source.word("separator", List.of(",", ";", "tab", "|"), false);
      String encoding = source.word("encoding", List.copyOf(ENCODINGS.keySet()), false);
      if (path != null) {
        char between =
            separator == null ? ',' : separator.equals("tab") ? '\t' : separator.charAt(0);
        sources.put(
            name,
            new Source(
                file.toAbsolutePath().resolveSibling(path),
                between,
                ENCODINGS.getOrDefault(
                    encoding == null ? "utf-8" : encoding, StandardCharsets.UTF_8)));
      }
    }
    return sources;
  }

  private static Target target(
      YamlObject table, String title, List<String> known, Map<String, Source> sources) {
    table.allow(List.of("from", "distinct", "columns"));
    String from = table.text("from", true);
    if (from != null && !sources.containsKey(from)) {
      refuse(table, "from", "mapping-source", String.join(", ", sources.keySet()));
    }
    Map<String, Expression> columns = new LinkedHashMap<>();
    YamlObject given = table.object("columns");
    if (given == null) {
      table.missing("columns");
    } else {
      given.allow(known);
      for (String name : given.keys()) {
        Expression made = expression(given, name, sources);
        if (made != null) {
          columns.put(name, made);
        }
      }
    }
    return new Target(title, from == null ? "" : from, table.flag("distinct", false), columns);
  }

  private static @Nullable Expression expression(
      YamlObject columns, String name, Map<String, Source> sources) {
    if (!columns.isMapping(name)) {
      String column = columns.text(name, true);
      return column == null ? null : new Expression.Copied(column, Map.of(), 1);
    }
    YamlObject how = columns.object(name);
    if (how == null) {
      return null;
    }
    how.allow(List.of("column", "times", "words", "constant", "text", "join", "by", "key"));
    if (how.has("join")) {
      String source = how.word("join", List.copyOf(sources.keySet()), true);
      String by = how.text("by", true);
      String key = how.text("key", true);
      String column = how.text("column", true);
      return source == null || by == null || key == null || column == null
          ? null
          : new Expression.Joined(source, by, key, column);
    }
    if (how.has("constant")) {
      String text = how.text("constant", true);
      return text == null ? null : new Expression.Constant(text);
    }
    if (how.has("text")) {
      String text = how.text("text", true);
      return text == null ? null : new Expression.Text(text);
    }
    String column = how.text("column", true);
    double times = how.number("times", false, -1e12, 1e12);
    Map<String, String> words = new LinkedHashMap<>();
    YamlObject replaced = how.object("words");
    if (replaced != null) {
      for (String word : replaced.keys()) {
        String to = replaced.text(word, true);
        words.put(word, to == null ? "" : to);
      }
    }
    return column == null
        ? null
        : new Expression.Copied(column, words, Double.isNaN(times) ? 1 : times);
  }

  private static void refuse(YamlObject at, String key, String code, String... arguments) {
    at.refuse(
        key,
        code,
        Message.of(BUNDLE, code, arguments),
        Message.of(BUNDLE, code + ".mend", arguments));
  }
}
