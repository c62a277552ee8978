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

/**
 * A mapping file: strict, every fault at once.
 *
 * @param file name in findings
 * @param info name, title, description and currency of the package, as far as given
 * @param assumptions what was assumed, one sentence each; a column of a step in braces, {@code
 *     {step.column}}, stands for its first cell
 * @param sources tables that are read
 * @param steps tables made of them, in their order
 * @param tables tables of the package
 */
record Mapping(
    String file,
    Map<String, String> info,
    List<String> assumptions,
    Map<String, Source> sources,
    List<Step> steps,
    List<Target> tables) {
  static final String BUNDLE = "tenon.packages.mapping.findings";

  private static final List<String> INFO = List.of("name", "title", "description", "currency");
  private static final Map<String, Charset> ENCODINGS =
      Map.of(
          "utf-8", StandardCharsets.UTF_8,
          "gb18030", Charset.forName("GB18030"),
          "windows-1252", Charset.forName("windows-1252"));

  /**
   * A table that is read.
   *
   * @param sheet sheet of a workbook; null for its first
   */
  record Source(Path file, char separator, Charset encoding, @Nullable String sheet) {}

  /**
   * A table that is made.
   *
   * @param title name of the resource
   * @param from a source or a step
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
    root.allow(List.of("package", "sources", "steps", "tables"));
    Map<String, String> info = new LinkedHashMap<>();
    List<String> assumptions = new ArrayList<>();
    YamlObject about = root.object("package");
    if (about != null) {
      about.allow(List.of("name", "title", "description", "currency", "assumptions"));
      for (String key : INFO) {
        String text = about.text(key, false);
        if (text != null) {
          info.put(key, text);
        }
      }
      if (about.has("assumptions")) {
        assumptions.addAll(about.texts("assumptions"));
      }
    }
    Map<String, Source> sources = sources(root, file);
    List<String> known = new ArrayList<>(sources.keySet());
    List<Step> steps = StepReader.read(root, known);
    List<Target> targets = new ArrayList<>();
    YamlObject tables = root.object("tables");
    if (tables != null) {
      List<String> titles = new ArrayList<>();
      for (Resource resource : Resource.values()) {
        titles.add(resource.title());
      }
      tables.allow(titles);
      for (String title : tables.keys()) {
        YamlObject table = tables.object(title);
        Resource resource = Resource.named(title);
        if (table != null && resource != null) {
          targets.add(
              target(table, title, resource.fields().stream().map(Field::name).toList(), known));
        }
      }
    }
    if (targets.isEmpty()) {
      root.missing("tables");
    }
    return new Mapping(
        String.valueOf(file.getFileName()), info, assumptions, sources, steps, targets);
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
      source.allow(List.of("file", "separator", "encoding", "sheet"));
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
                    encoding == null ? "utf-8" : encoding, StandardCharsets.UTF_8),
                source.text("sheet", false)));
      }
    }
    return sources;
  }

  private static Target target(
      YamlObject table, String title, List<String> columns, List<String> known) {
    table.allow(List.of("from", "distinct", "columns"));
    String from = table.text("from", true);
    if (from != null && !known.contains(from)) {
      refuse(table, "from", "mapping-source", String.join(", ", known));
    }
    Map<String, Expression> made = new LinkedHashMap<>();
    YamlObject given = table.object("columns");
    if (given == null) {
      table.missing("columns");
    } else {
      given.allow(columns);
      for (String name : given.keys()) {
        Expression expression = expression(given, name, known);
        if (expression != null) {
          made.put(name, expression);
        }
      }
    }
    return new Target(title, from == null ? "" : from, table.flag("distinct", false), made);
  }

  private static @Nullable Expression expression(
      YamlObject columns, String name, List<String> known) {
    if (!columns.isMapping(name)) {
      String column = columns.text(name, true);
      return column == null ? null : new Expression.Copied(column, Map.of(), 1);
    }
    YamlObject how = columns.object(name);
    if (how == null) {
      return null;
    }
    how.allow(
        List.of("column", "times", "words", "constant", "text", "join", "by", "key", "formula"));
    if (how.has("join")) {
      String source = how.word("join", known, true);
      String by = how.text("by", true);
      String key = how.text("key", true);
      String column = how.text("column", true);
      return source == null || by == null || key == null || column == null
          ? null
          : new Expression.Joined(source, by, key, column);
    }
    if (how.has("formula")) {
      Formula formula = formula(how, "formula");
      return formula == null ? null : new Expression.Computed(formula);
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

  /** The formula under a key; null, with a finding, where there is none. */
  static @Nullable Formula formula(YamlObject at, String key) {
    String text = at.text(key, true);
    if (text == null) {
      return null;
    }
    try {
      return Formula.parse(text);
    } catch (Formula.Broken broken) {
      refuse(at, key, "mapping-formula", Integer.toString(broken.at()), broken.expected());
      return null;
    }
  }

  static void refuse(YamlObject at, String key, String code, String... arguments) {
    at.refuse(
        key,
        code,
        Message.of(BUNDLE, code, arguments),
        Message.of(BUNDLE, code + ".mend", arguments));
  }
}
