package tenon.study.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.PanelColumns;
import tenon.evaluate.PlaceboDraws;
import tenon.evaluate.prepare.PreparationSpec;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.packages.YamlObject;
import tenon.study.policy.PolicyConfig.Check;

/** Reads a study file; unknown keys and columns are refused, all at once. */
final class PolicyReader {
  /** Estimators that may be asked for. */
  static final List<String> ALTERNATIVES =
      List.of("bacon", "cs", "sunab", "imputation", "synthdid", "dml", "honest", "wild");

  private static final String BUNDLE = "tenon.study.findings";
  private static final double NUMBER = 1e9;

  private final Path folder;
  private final List<String> columns;

  private PolicyReader(Path folder, List<String> columns) {
    this.folder = folder;
    this.columns = new ArrayList<>(columns);
  }

  /**
   * Reads a file.
   *
   * @param columns columns of the panel
   */
  static Loaded<PolicyConfig> read(Path file, List<String> columns) {
    Path parent = file.toAbsolutePath().getParent();
    PolicyReader reader = new PolicyReader(parent == null ? Path.of("") : parent, columns);
    return YamlObject.read(file, reader::config);
  }

  private PolicyConfig config(YamlObject root) {
    root.allow(
        List.of(
            "unit",
            "period",
            "treatment",
            "outcome",
            "controls",
            "cluster",
            "names",
            "prepare",
            "descriptives",
            "event_study",
            "placebo",
            "alternatives",
            "robustness",
            "triple",
            "dynamic",
            "heterogeneity",
            "mediation",
            "spillover",
            "power",
            "next_pilots",
            "counterfactual",
            "roster",
            "case"));
    PanelColumns panel = new PanelColumns(column(root, "unit"), column(root, "period"));
    PreparationSpec preparation = preparation(root.object("prepare"), panel);
    YamlObject other = root.object("alternatives");
    YamlObject groups = root.object("heterogeneity");
    YamlObject mediation = root.object("mediation");
    if (other != null) {
      other.allow(List.of("estimators", "draws", "bounds"));
    }
    if (groups != null) {
      groups.allow(List.of("groups", "permutations"));
    }
    if (mediation != null) {
      mediation.allow(List.of("mediators", "draws"));
    }
    return new PolicyConfig(
        panel.unit(),
        panel.period(),
        column(root, "treatment"),
        column(root, "outcome"),
        columns(root, "controls", true),
        columns(root, "cluster", true),
        names(root.object("names")),
        preparation,
        columns(root, "descriptives", false),
        events(root.object("event_study")),
        placebo(root.object("placebo")),
        other == null ? List.of() : words(other, "estimators", ALTERNATIVES),
        whole(other, "draws", 999, 0, 1_000_000),
        other == null || !other.has("bounds") ? List.of(.5, 1., 1.5, 2.) : numbers(other, "bounds"),
        checks(root),
        triple(root.object("triple")),
        dynamic(root.object("dynamic")),
        groups == null ? List.of() : columns(groups, "groups", true),
        whole(groups, "permutations", 0, 0, 1_000_000),
        mediation == null ? List.of() : columns(mediation, "mediators", true),
        whole(mediation, "draws", 0, 0, 1_000_000),
        space(root.object("spillover")),
        power(root.object("power")),
        pilots(root.object("next_pilots")),
        twin(root.object("counterfactual")),
        roster(root.object("roster")),
        example(root.object("case")));
  }

  private static String text(YamlObject from, String key, boolean required) {
    String text = from.text(key, required);
    return text == null ? "" : text;
  }

  private String column(YamlObject from, String key) {
    String name = text(from, key, true);
    if (!name.isEmpty()) {
      known(from, key, name);
    }
    return name;
  }

  private void known(YamlObject from, String key, String name) {
    // A combined effect is written region^year.
    for (String part : name.split("\\^", -1)) {
      if (!columns.contains(part)) {
        String all = String.join(", ", columns);
        from.refuse(
            key,
            "study-column",
            Message.of(BUNDLE, "study-column", part, all),
            Message.of(BUNDLE, "study-column.mend", part, all));
      }
    }
  }

  private List<String> columns(YamlObject from, String key, boolean required) {
    if (!required && !from.has(key)) {
      return List.of();
    }
    List<String> names = from.texts(key);
    names.forEach(name -> known(from, key, name));
    return names;
  }

  private static List<String> words(YamlObject from, String key, List<String> known) {
    List<String> words = from.texts(key);
    for (String word : words) {
      if (!known.contains(word)) {
        String all = String.join(", ", known);
        from.refuse(
            key,
            "study-word",
            Message.of(BUNDLE, "study-word", word, all),
            Message.of(BUNDLE, "study-word.mend", word, all));
      }
    }
    return words;
  }

  private static List<Double> numbers(YamlObject from, String key) {
    List<Double> numbers = new ArrayList<>();
    for (String text : from.texts(key)) {
      try {
        numbers.add(Double.parseDouble(text));
      } catch (NumberFormatException none) {
        from.refuse(
            key,
            "study-number",
            Message.of(BUNDLE, "study-number", text),
            Message.of(BUNDLE, "study-number.mend", text));
      }
    }
    return numbers;
  }

  private static int whole(
      @Nullable YamlObject from, String key, int usual, double least, double most) {
    double number = from == null ? Double.NaN : from.number(key, false, least, most);
    return Double.isNaN(number) ? usual : (int) number;
  }

  private static Map<String, List<String>> names(@Nullable YamlObject from) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    if (from != null) {
      for (String column : from.keys()) {
        List<String> both = from.texts(column);
        if (both.size() == 2) {
          names.put(column, both);
        } else if (!both.isEmpty()) {
          from.refuse(
              column,
              "study-names",
              Message.of(BUNDLE, "study-names"),
              Message.of(BUNDLE, "study-names.mend"));
        }
      }
    }
    return names;
  }

  private PreparationSpec preparation(@Nullable YamlObject from, PanelColumns panel) {
    if (from == null) {
      return PreparationSpec.none(panel);
    }
    from.allow(List.of("known", "derived", "exclude", "interpolate", "winsorise"));
    List<String> known = columns(from, "known", false);
    List<PreparationSpec.Derived> derived = new ArrayList<>();
    if (from.has("derived")) {
      for (YamlObject one : from.objects("derived")) {
        derived.add(derived(one));
      }
    }
    YamlObject exclude = from.object("exclude");
    List<String> judged = List.of();
    int gap = -1;
    if (exclude != null) {
      exclude.allow(List.of("columns", "longest_gap"));
      judged = columns(exclude, "columns", true);
      gap = whole(exclude, "longest_gap", 3, 0, 10_000);
    }
    YamlObject tails = from.object("winsorise");
    List<String> winsorised = List.of();
    double tail = .01;
    if (tails != null) {
      tails.allow(List.of("columns", "tail"));
      winsorised = columns(tails, "columns", true);
      double given = tails.number("tail", true, 1e-6, .49);
      tail = Double.isNaN(given) ? tail : given;
    }
    return new PreparationSpec(
        panel, known, derived, judged, gap, columns(from, "interpolate", false), winsorised, tail);
  }

  private PreparationSpec.Derived derived(YamlObject from) {
    from.allow(List.of("name", "rule", "of", "over"));
    Map<String, PreparationSpec.Rule> rules = new LinkedHashMap<>();
    for (PreparationSpec.Rule rule : PreparationSpec.Rule.values()) {
      rules.put(rule.name().toLowerCase(Locale.ROOT), rule);
    }
    String rule = from.word("rule", List.copyOf(rules.keySet()), true);
    boolean ratio = "ratio".equals(rule);
    PreparationSpec.Derived derived =
        new PreparationSpec.Derived(
            text(from, "name", true),
            rules.getOrDefault(String.valueOf(rule), PreparationSpec.Rule.LAG),
            column(from, "of"),
            ratio ? column(from, "over") : "");
    columns.add(derived.name());
    return derived;
  }

  private static PolicyConfig.@Nullable Events events(@Nullable YamlObject from) {
    if (from == null) {
      return null;
    }
    from.allow(List.of("reference", "lowest", "highest"));
    return new PolicyConfig.Events(
        whole(from, "reference", -1, -10_000, 10_000),
        whole(from, "lowest", Integer.MIN_VALUE, -10_000, 10_000),
        whole(from, "highest", Integer.MAX_VALUE, -10_000, 10_000));
  }

  private static PolicyConfig.@Nullable Placebo placebo(@Nullable YamlObject from) {
    if (from == null) {
      return null;
    }
    from.allow(List.of("draws", "kinds", "near_km"));
    List<PlaceboDraws.Kind> kinds = new ArrayList<>();
    for (String word : words(from, "kinds", List.of("units", "periods", "mixed"))) {
      for (PlaceboDraws.Kind kind : PlaceboDraws.Kind.values()) {
        if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
          kinds.add(kind);
        }
      }
    }
    return new PolicyConfig.Placebo(
        whole(from, "draws", 500, 1, 1_000_000), kinds, from.number("near_km", false, 0, 20_000));
  }

  private List<Check> checks(YamlObject root) {
    List<Check> checks = new ArrayList<>();
    if (root.has("robustness")) {
      for (YamlObject from : root.objects("robustness")) {
        Check check = check(from);
        if (check != null) {
          checks.add(check);
        }
      }
    }
    return checks;
  }

  private @Nullable Check check(YamlObject from) {
    String kind =
        from.word("check", List.of("window", "psm", "outcome", "effects", "winsorise"), true);
    if (kind == null) {
      return null;
    }
    return switch (kind) {
      case "window" -> {
        from.allow(List.of("check", "from", "to"));
        double first = from.number("from", true, -NUMBER, NUMBER);
        double last = from.number("to", true, -NUMBER, NUMBER);
        yield new Check(Check.Kind.WINDOW, first, last, List.of(), 0, "");
      }
      case "psm" -> {
        from.allow(List.of("check", "covariates", "bandwidth"));
        double given = from.number("bandwidth", true, 1e-6, 1);
        yield new Check(
            Check.Kind.PSM,
            0,
            0,
            columns(from, "covariates", true),
            Double.isNaN(given) ? .06 : given,
            "");
      }
      case "outcome" -> {
        from.allow(List.of("check", "outcome"));
        yield new Check(Check.Kind.OUTCOME, 0, 0, List.of(), 0, column(from, "outcome"));
      }
      case "effects" -> {
        from.allow(List.of("check", "effects"));
        yield new Check(Check.Kind.EFFECTS, 0, 0, columns(from, "effects", true), 0, "");
      }
      default -> {
        from.allow(List.of("check", "columns", "tail"));
        double tail = from.number("tail", true, 1e-6, .49);
        yield new Check(
            Check.Kind.WINSORISE,
            0,
            0,
            columns(from, "columns", true),
            Double.isNaN(tail) ? .01 : tail,
            "");
      }
    };
  }

  private PolicyConfig.@Nullable Triple triple(@Nullable YamlObject from) {
    if (from == null) {
      return null;
    }
    from.allow(List.of("group", "affected"));
    return new PolicyConfig.Triple(column(from, "group"), text(from, "affected", true));
  }

  private PolicyConfig.@Nullable Dynamic dynamic(@Nullable YamlObject from) {
    if (from == null) {
      return null;
    }
    from.allow(List.of("drivers", "instrument_lags", "draws"));
    return new PolicyConfig.Dynamic(
        columns(from, "drivers", false),
        whole(from, "instrument_lags", 3, 1, 1000),
        whole(from, "draws", 200, 2, 1_000_000));
  }

  private PolicyConfig.@Nullable Space space(@Nullable YamlObject from) {
    if (from == null) {
      return null;
    }
    from.allow(List.of("longitude", "latitude", "rings_km"));
    return new PolicyConfig.Space(
        column(from, "longitude"), column(from, "latitude"), numbers(from, "rings_km"));
  }

  private static PolicyConfig.@Nullable Power power(@Nullable YamlObject from) {
    if (from == null) {
      return null;
    }
    from.allow(List.of("effects", "draws"));
    return new PolicyConfig.Power(numbers(from, "effects"), whole(from, "draws", 500, 1, 1e6));
  }

  private PolicyConfig.@Nullable Pilots pilots(@Nullable YamlObject from) {
    if (from == null) {
      return null;
    }
    from.allow(List.of("conditions", "show"));
    return new PolicyConfig.Pilots(
        columns(from, "conditions", true), whole(from, "show", 20, 1, 10_000));
  }

  private PolicyConfig.@Nullable Twin twin(@Nullable YamlObject from) {
    if (from == null) {
      return null;
    }
    from.allow(List.of("package", "levers", "scenarios", "draws", "measure"));
    String measure = from.word("measure", List.of("served", "loss"), false);
    return new PolicyConfig.Twin(
        folder.resolve(text(from, "package", true)),
        folder.resolve(text(from, "levers", true)),
        from.texts("scenarios"),
        whole(from, "draws", Counterfactual.USUAL_RUNS, 2, 1_000_000),
        BesideTwin.Measure.of(String.valueOf(measure)));
  }

  private PolicyConfig.@Nullable Roster roster(@Nullable YamlObject from) {
    if (from == null) {
      return null;
    }
    from.allow(List.of("file", "place", "unit", "how", "candidates"));
    return new PolicyConfig.Roster(
        folder.resolve(text(from, "file", true)),
        text(from, "place", true),
        text(from, "unit", true),
        text(from, "how", true),
        text(from, "candidates", false));
  }

  private static PolicyConfig.@Nullable CaseWords example(@Nullable YamlObject from) {
    if (from == null) {
      return null;
    }
    from.allow(
        List.of("case_id", "title", "chains", "region", "cause", "from", "conditions", "evidence"));
    return new PolicyConfig.CaseWords(
        text(from, "case_id", true),
        text(from, "title", true),
        from.texts("chains"),
        text(from, "region", true),
        text(from, "cause", true),
        text(from, "from", true),
        from.has("conditions") ? from.texts("conditions") : List.of(),
        text(from, "evidence", true));
  }
}
