package tenon.packages.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenon.packages.YamlObject;

/** Reads the steps of a mapping. */
final class StepReader {
  private static final List<String> KEYS =
      List.of("from", "columns", "rows", "join", "add", "where", "by", "take", "sort");
  private static final Map<String, Step.Kind> KINDS =
      Map.of(
          "matched", Step.Kind.MATCHED,
          "optional", Step.Kind.OPTIONAL,
          "without", Step.Kind.WITHOUT);

  private final YamlObject at;
  private final List<String> known;

  private StepReader(YamlObject at, List<String> known) {
    this.at = at;
    this.known = known;
  }

  /**
   * All steps in their order.
   *
   * @param known names of sources; those of the steps are added
   */
  static List<Step> read(YamlObject root, List<String> known) {
    List<Step> steps = new ArrayList<>();
    YamlObject all = root.has("steps") ? root.object("steps") : null;
    if (all != null) {
      for (String name : all.keys()) {
        YamlObject at = all.object(name);
        if (at != null) {
          if (known.contains(name)) {
            Mapping.refuse(all, name, "mapping-step-twice");
          }
          steps.add(new StepReader(at, known).step(name));
          known.add(name);
        }
      }
    }
    return steps;
  }

  private Step step(String name) {
    at.allow(KEYS);
    List<String> from = from();
    Step.Stated stated = new Step.Stated(List.of(), List.of());
    if (from.isEmpty()) {
      stated = stated();
    }
    boolean grouped = at.has("by") || at.has("take");
    return new Step(
        name,
        from,
        stated,
        joins(),
        formulas("add"),
        where(),
        at.has("by") ? at.texts("by") : List.of(),
        formulas("take"),
        grouped,
        at.has("sort") ? at.texts("sort") : List.of());
  }

  private List<String> from() {
    if (at.has("rows")) {
      return List.of();
    }
    List<String> from = new ArrayList<>();
    if (at.isSequence("from")) {
      from.addAll(at.texts("from"));
    } else {
      String text = at.text("from", true);
      if (text != null) {
        from.add(text);
      }
    }
    List<String> sound = from.stream().filter(known::contains).toList();
    if (sound.size() < from.size()) {
      Mapping.refuse(at, "from", "mapping-source", String.join(", ", known));
    }
    return sound;
  }

  private Step.Stated stated() {
    if (!at.has("rows")) {
      return new Step.Stated(List.of(), List.of());
    }
    List<String> columns = at.texts("columns");
    List<List<String>> rows = at.rows("rows");
    if (rows.stream().anyMatch(row -> row.size() != columns.size())) {
      Mapping.refuse(at, "rows", "mapping-stated", Integer.toString(columns.size()));
      return new Step.Stated(columns, List.of());
    }
    return new Step.Stated(columns, rows);
  }

  private List<Step.Join> joins() {
    List<Step.Join> joins = new ArrayList<>();
    YamlObject all = at.has("join") ? at.object("join") : null;
    if (all == null) {
      return joins;
    }
    for (String table : all.keys()) {
      YamlObject join = all.object(table);
      if (!known.contains(table)) {
        Mapping.refuse(all, table, "mapping-source", String.join(", ", known));
      } else if (join != null) {
        join.allow(List.of("on", "rows"));
        String kind = join.word("rows", List.of("matched", "optional", "without"), false);
        joins.add(
            new Step.Join(
                table,
                on(join),
                KINDS.getOrDefault(kind == null ? "matched" : kind, Step.Kind.MATCHED)));
      }
    }
    return joins;
  }

  /** Columns that must agree; a list where they have the same name on both sides. */
  private static Map<String, String> on(YamlObject join) {
    Map<String, String> on = new LinkedHashMap<>();
    if (join.isSequence("on")) {
      join.texts("on").forEach(column -> on.put(column, column));
      return on;
    }
    YamlObject pairs = join.object("on");
    if (pairs == null) {
      join.missing("on");
      return on;
    }
    for (String mine : pairs.keys()) {
      String theirs = pairs.text(mine, true);
      on.put(mine, theirs == null ? "" : theirs);
    }
    return on;
  }

  private Map<String, Formula> formulas(String key) {
    Map<String, Formula> formulas = new LinkedHashMap<>();
    YamlObject all = at.has(key) ? at.object(key) : null;
    if (all != null) {
      for (String name : all.keys()) {
        Formula formula = Mapping.formula(all, name);
        if (formula != null) {
          formulas.put(name, formula);
        }
      }
    }
    return formulas;
  }

  private List<Formula> where() {
    Formula formula = at.has("where") ? Mapping.formula(at, "where") : null;
    return formula == null ? List.of() : List.of(formula);
  }
}
