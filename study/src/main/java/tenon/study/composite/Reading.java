package tenon.study.composite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.assess.GradeScale;
import tenon.assess.fuzzy.Membership;
import tenon.assess.fuzzy.Operator;
import tenon.assess.pipeline.IndicatorStatistics;
import tenon.assess.statistics.Coupling;
import tenon.model.Hierarchy;
import tenon.packages.YamlObject;

/**
 * How the report of a study reads its scores.
 *
 * @param grades the grades of scores
 * @param membership membership function of the fuzzy evaluation, or null where none is asked for
 * @param operators operators of the fuzzy evaluation
 * @param classes quantile classes of the Markov chain
 * @param coupling how coupling is taken of the dimensions
 * @param permutations how often values are permuted to test them over space
 * @param flags from where on indicators are flagged
 */
record Reading(
    GradeScale grades,
    @Nullable Membership membership,
    List<Operator> operators,
    Classes classes,
    Coupled coupling,
    int permutations,
    IndicatorStatistics.Bounds flags) {
  /** Keys of a study file that are read here. */
  static final List<String> KEYS =
      List.of("grades", "fuzzy", "classes", "coupling", "permutations", "flags");

  private static final List<String> MEMBERSHIPS = List.of("triangular", "trapezoid", "crisp");
  private static final List<String> FORMS = List.of("standard", "wang2021");
  private static final double OVERLAP = .05;
  private static final int CLASSES = 4;
  private static final int PERMUTATIONS = 999;

  /** Sums within this distance are equal: weights are printed with two or three digits. */
  private static final double PRINTED = .005;

  Reading {
    operators = List.copyOf(operators);
  }

  /**
   * Classes of the Markov chain.
   *
   * @param count how many
   * @param pooled whether they are quantiles of all periods together, not of each
   */
  record Classes(int count, boolean pooled) {}

  /**
   * How dimensions are coupled.
   *
   * @param weights a of T = sum a U by dimension; empty where all weigh the same
   */
  record Coupled(Coupling.Form form, Map<String, Double> weights) {
    Coupled {
      weights = Map.copyOf(weights);
    }

    /** The weights of dimensions in their order. */
    double[] of(List<String> dimensions) {
      return dimensions.stream()
          .mapToDouble(code -> weights.getOrDefault(code, weights.isEmpty() ? 1.0 : 0.0))
          .toArray();
    }
  }

  /** Reads the choices for the node whose scores are compared. */
  static Reading of(YamlObject root, Hierarchy hierarchy, String node) {
    GradeScale grades = grades(root);
    double permutations = root.number("permutations", false, 9, 99_999);
    YamlObject fuzzy = root.isMapping("fuzzy") ? root.object("fuzzy") : null;
    return new Reading(
        grades,
        membership(root, fuzzy, grades),
        fuzzy == null ? List.of(Operator.values()) : operators(fuzzy),
        classes(root),
        coupled(root, hierarchy, node),
        Double.isNaN(permutations) ? PERMUTATIONS : (int) permutations,
        flags(root));
  }

  /** Bounds alone keep the usual five names; a mapping names its grades. */
  private static GradeScale grades(YamlObject root) {
    GradeScale usual = GradeScale.standard();
    if (!root.has("grades")) {
      return usual;
    }
    YamlObject named = root.isMapping("grades") ? root.object("grades") : null;
    YamlObject from = named == null ? root : named;
    String key = named == null ? "grades" : "bounds";
    if (named != null) {
      named.allow(List.of("bounds", "names", "names_zh"));
    }
    double[] bounds = bounds(from, key);
    if (bounds.length == 0) {
      return usual;
    }
    boolean five = bounds.length + 1 == usual.count();
    List<String> en = named != null && named.has("names") ? named.texts("names") : List.of();
    List<String> zh = named != null && named.has("names_zh") ? named.texts("names_zh") : en;
    if (en.isEmpty() && five && zh.isEmpty()) {
      en = names(usual, Locale.ENGLISH);
      zh = names(usual, Locale.SIMPLIFIED_CHINESE);
    }
    String wanted = Integer.toString(bounds.length + 1);
    for (List<String> names : List.of(en, zh)) {
      boolean apart = names.stream().distinct().count() == names.size();
      if (names.size() != bounds.length + 1 || !apart) {
        String at = named == null ? key : names.equals(en) ? "names" : "names_zh";
        PipelineReader.refuse(from, at, "grade-names", wanted);
        return usual;
      }
    }
    List<GradeScale.Named> grades = new ArrayList<>();
    for (int grade = 0; grade <= bounds.length; grade++) {
      double low = grade == 0 ? 0 : bounds[grade - 1];
      grades.add(new GradeScale.Named(low, en.get(grade), zh.get(grade)));
    }
    return GradeScale.of(grades);
  }

  private static List<String> names(GradeScale scale, Locale locale) {
    return Stream.iterate(0, grade -> grade < scale.count(), grade -> grade + 1)
        .map(grade -> scale.title(grade, locale))
        .toList();
  }

  /** Bounds that ascend between 0 and 1; none with a finding where they do not. */
  private static double[] bounds(YamlObject from, String key) {
    List<String> texts = from.texts(key);
    double[] bounds = texts.stream().mapToDouble(Reading::number).toArray();
    boolean ascending = bounds.length + 1 >= GradeScale.FEWEST;
    double before = 0;
    for (double bound : bounds) {
      ascending &= bound > before && bound < 1;
      before = bound;
    }
    if (ascending && bounds.length + 1 <= GradeScale.MOST) {
      return bounds;
    }
    PipelineReader.refuse(from, key, "grade-bounds", Integer.toString(GradeScale.MOST - 1));
    return new double[0];
  }

  private static double number(String text) {
    return text.matches("[0-9]*\\.?[0-9]+([eE]-?[0-9]{1,3})?")
        ? Double.parseDouble(text)
        : Double.NaN;
  }

  /** A word, or a mapping of membership, overlap and operators. */
  private static @Nullable Membership membership(
      YamlObject root, @Nullable YamlObject fuzzy, GradeScale grades) {
    double most = Membership.greatestOverlap(grades.bounds());
    double usual = Math.min(OVERLAP, most);
    if (fuzzy == null) {
      return membership(root.word("fuzzy", MEMBERSHIPS, false), usual);
    }
    fuzzy.allow(List.of("membership", "overlap", "operators"));
    String word = fuzzy.word("membership", MEMBERSHIPS, true);
    double overlap = fuzzy.number("overlap", false, 1e-6, most);
    return membership(word, Double.isNaN(overlap) ? usual : overlap);
  }

  private static @Nullable Membership membership(@Nullable String word, double overlap) {
    return switch (word) {
      case null -> null;
      case "trapezoid" -> new Membership.Trapezoid(overlap);
      case "crisp" -> new Membership.Crisp();
      default -> new Membership.Triangular();
    };
  }

  private static List<Operator> operators(YamlObject fuzzy) {
    if (!fuzzy.has("operators")) {
      return List.of(Operator.values());
    }
    List<String> known =
        Stream.of(Operator.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    List<Operator> chosen = new ArrayList<>();
    for (String word : fuzzy.texts("operators")) {
      if (!known.contains(word)) {
        String all = String.join(", ", known);
        PipelineReader.refuse(fuzzy, "operators", "operator-unknown", word, all);
      } else if (!chosen.contains(Operator.valueOf(word.toUpperCase(Locale.ROOT)))) {
        chosen.add(Operator.valueOf(word.toUpperCase(Locale.ROOT)));
      }
    }
    return chosen.isEmpty() ? List.of(Operator.values()) : chosen;
  }

  /** A number, or a mapping of count and quantiles. */
  private static Classes classes(YamlObject root) {
    YamlObject chosen = root.isMapping("classes") ? root.object("classes") : null;
    YamlObject from = chosen == null ? root : chosen;
    double count = from.number(chosen == null ? "classes" : "count", false, 2, 20);
    String quantiles = null;
    if (chosen != null) {
      chosen.allow(List.of("count", "quantiles"));
      quantiles = chosen.word("quantiles", List.of("per_period", "pooled"), false);
    }
    return new Classes(Double.isNaN(count) ? CLASSES : (int) count, "pooled".equals(quantiles));
  }

  /** A word, or a mapping of form and weights. */
  private static Coupled coupled(YamlObject root, Hierarchy hierarchy, String node) {
    YamlObject chosen = root.isMapping("coupling") ? root.object("coupling") : null;
    YamlObject from = chosen == null ? root : chosen;
    String word = from.word(chosen == null ? "coupling" : "form", FORMS, false);
    Coupling.Form form = "wang2021".equals(word) ? Coupling.Form.WANG_2021 : Coupling.Form.STANDARD;
    if (chosen == null) {
      return new Coupled(form, Map.of());
    }
    chosen.allow(List.of("form", "weights"));
    YamlObject weights = chosen.object("weights");
    return new Coupled(form, weights == null ? Map.of() : weights(weights, hierarchy, node));
  }

  /** A weight from 0 up for each dimension, which sum to 1. */
  private static Map<String, Double> weights(YamlObject from, Hierarchy hierarchy, String node) {
    int top = hierarchy.keys().id(node);
    List<String> dimensions = new ArrayList<>();
    for (int child = 0; child < hierarchy.count(); child++) {
      if (top >= 0 && hierarchy.parent(child) == top) {
        dimensions.add(hierarchy.keys().key(child));
      }
    }
    from.allow(dimensions);
    Map<String, Double> weights = new LinkedHashMap<>();
    double sum = 0;
    for (String dimension : dimensions) {
      double weight = from.number(dimension, true, 0, 1);
      weights.put(dimension, weight);
      sum += weight;
    }
    if (Math.abs(sum - 1) > PRINTED) {
      PipelineReader.refuse(from, "weights", "coupling-sum", Double.toString(sum));
    }
    return weights;
  }

  private static IndicatorStatistics.Bounds flags(YamlObject root) {
    IndicatorStatistics.Bounds usual = IndicatorStatistics.Bounds.standard();
    YamlObject chosen = root.object("flags");
    if (chosen == null) {
      return usual;
    }
    chosen.allow(List.of("known", "nonzero", "unique", "skewness", "kurtosis"));
    return new IndicatorStatistics.Bounds(
        PipelineReader.or(chosen, "known", usual.known(), 0, 1),
        PipelineReader.or(chosen, "nonzero", usual.nonzero(), 0, 1),
        PipelineReader.or(chosen, "unique", usual.unique(), 0, 1),
        PipelineReader.or(chosen, "skewness", usual.skewness(), 0, 1e3),
        PipelineReader.or(chosen, "kurtosis", usual.kurtosis(), 0, 1e3));
  }
}
