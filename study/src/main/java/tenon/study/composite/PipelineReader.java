package tenon.study.composite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.assess.Judgements;
import tenon.assess.RandomIndex;
import tenon.assess.Weighting;
import tenon.assess.pipeline.Aggregator;
import tenon.assess.pipeline.Extent;
import tenon.assess.pipeline.Imputation;
import tenon.assess.pipeline.Normalisation;
import tenon.assess.pipeline.PipelineSpec;
import tenon.assess.pipeline.Step;
import tenon.assess.pipeline.Treatment;
import tenon.assess.statistics.BenefitOfTheDoubt;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.packages.FlatTable;
import tenon.packages.Judgement;
import tenon.packages.JudgementReader;
import tenon.packages.YamlObject;
import tenon.study.workbook.TableFile;

/** Reads the choices of a pipeline out of a study file; what is wrong is told there. */
final class PipelineReader {
  private static final String BUNDLE = "tenon.study.findings";
  private static final List<String> STEPS =
      List.of("denominate", "screen", "impute", "treat", "normalise");
  private static final List<String> WEIGHTINGS =
      List.of("given", "equal", "entropy", "critic", "pca", "ahp", "fixed");

  /** Keys that say more of the weights and the aggregation, also in a factor. */
  static final List<String> DETAILS =
      List.of(
          "judgements",
          "random_index",
          "entropy_basis",
          "entropy_shift",
          "critic_correlation",
          "topsis_scale",
          "doubt_least",
          "doubt_most");

  private static final List<String> AGGREGATORS =
      List.of("arithmetic", "geometric", "harmonic", "topsis", "copeland", "doubt");

  private final IndexData data;
  private final Path folder;

  /**
   * A reader.
   *
   * @param folder where files that are named are looked for
   */
  PipelineReader(IndexData data, Path folder) {
    this.data = data;
    this.folder = folder;
  }

  /** The pipeline; null steps were refused. */
  PipelineSpec pipeline(YamlObject root) {
    List<Step> steps = new ArrayList<>();
    for (YamlObject step : root.has("steps") ? root.objects("steps") : List.<YamlObject>of()) {
      String word = step.word("do", STEPS, true);
      Step read = word == null ? null : step(word, step);
      if (read != null) {
        steps.add(read);
      }
    }
    return new PipelineSpec(steps, weighting(root), aggregators(root, "aggregate"));
  }

  /** A step by its name and choices, or null with a finding. */
  @Nullable Step step(String word, YamlObject choices) {
    return switch (word) {
      case "denominate" -> {
        choices.allow(List.of("do"));
        yield new Step.Denominate();
      }
      case "screen" -> {
        choices.allow(List.of("do", "least_known", "longest_gap"));
        // One of the two bounds is enough.
        boolean byGap = choices.has("longest_gap");
        double known = choices.number("least_known", !byGap, 0, 1);
        double gap = choices.number("longest_gap", false, 0, 1e6);
        yield new Step.Screen(
            Double.isNaN(known) ? 0 : known, Double.isNaN(gap) ? Integer.MAX_VALUE : (int) gap);
      }
      case "impute" -> imputed(choices);
      case "treat" -> treated(choices);
      default -> normalised(choices);
    };
  }

  private @Nullable Step imputed(YamlObject choices) {
    String by =
        choices.word(
            "by",
            List.of(
                "group_mean",
                "group_median",
                "interpolation",
                "last_observation",
                "em",
                "regression"),
            true);
    return by == null
        ? null
        : switch (by) {
          case "group_mean" -> {
            choices.allow(List.of("do", "by", "group"));
            yield new Step.Impute(new Imputation.GroupMean(groups(choices)));
          }
          case "group_median" -> {
            choices.allow(List.of("do", "by", "group"));
            yield new Step.Impute(new Imputation.GroupMedian(groups(choices)));
          }
          case "interpolation" -> {
            choices.allow(List.of("do", "by", "beyond"));
            yield new Step.Impute(new Imputation.Interpolation(choices.flag("beyond", false)));
          }
          case "last_observation" -> {
            choices.allow(List.of("do", "by"));
            yield new Step.Impute(new Imputation.LastObservation());
          }
          case "em" -> {
            choices.allow(List.of("do", "by", "iterations", "tolerance"));
            Imputation.ExpectationMaximisation usual = new Imputation.ExpectationMaximisation();
            yield new Step.Impute(
                new Imputation.ExpectationMaximisation(
                    (int) or(choices, "iterations", usual.iterations(), 1, 1e6),
                    or(choices, "tolerance", usual.tolerance(), 1e-15, 1)));
          }
          default -> {
            choices.allow(List.of("do", "by", "predictors"));
            yield new Step.Impute(new Imputation.Regression(choices.texts("predictors")));
          }
        };
  }

  private Step.Groups groups(YamlObject choices) {
    String column = choices.text("group", false);
    if (column == null) {
      return Step.Groups.none();
    }
    Map<String, String> byUnit = data.labels().get(column);
    if (byUnit == null) {
      refuse(choices, "group", "group-unknown", String.join(", ", data.labels().keySet()));
      return Step.Groups.none();
    }
    return new Step.Groups(byUnit);
  }

  private @Nullable Step treated(YamlObject choices) {
    String by = choices.word("by", List.of("skew_rule", "percentiles", "fences", "sigmas"), true);
    return by == null
        ? null
        : switch (by) {
          case "skew_rule" -> {
            choices.allow(List.of("do", "by", "most_winsorised", "skewness", "kurtosis"));
            Treatment.SkewRule usual = Treatment.SkewRule.standard();
            yield new Step.Treat(
                new Treatment.SkewRule(
                    (int) or(choices, "most_winsorised", usual.mostWinsorised(), 0, 1e6),
                    or(choices, "skewness", usual.skewness(), 0, 1e3),
                    or(choices, "kurtosis", usual.kurtosis(), 0, 1e3)));
          }
          case "percentiles" -> {
            choices.allow(List.of("do", "by", "low", "high", "group"));
            double low = or(choices, "low", 1, 0, 100);
            double high = or(choices, "high", 99, 0, 100);
            if (!(low < high)) {
              refuse(choices, "high", "range-order", Double.toString(low));
              yield null;
            }
            yield new Step.Treat(new Treatment.Percentiles(low, high, groups(choices)));
          }
          case "fences" -> {
            choices.allow(List.of("do", "by", "ranges"));
            yield new Step.Treat(new Treatment.Fences(or(choices, "ranges", 1.5, 0, 1e3)));
          }
          default -> {
            choices.allow(List.of("do", "by", "deviations"));
            yield new Step.Treat(new Treatment.Sigmas(or(choices, "deviations", 3, 0, 1e3)));
          }
        };
  }

  private @Nullable Step normalised(YamlObject choices) {
    String by =
        choices.word(
            "by",
            List.of(
                "min_max",
                "z_score",
                "rank",
                "percentile_rank",
                "borda",
                "fraction_of_max",
                "distance_to_max",
                "distance_to_reference",
                "distance_to_target",
                "goalposts",
                "none"),
            true);
    choices.allow(List.of("do", "by", "low", "high", "mean", "deviation", "reference", "extent"));
    String extent = choices.word("extent", List.of("pooled", "per_period"), false);
    Normalisation chosen = by == null ? null : normalisation(by, choices);
    return chosen == null
        ? null
        : new Step.Normalise(
            chosen, "per_period".equals(extent) ? Extent.PER_PERIOD : Extent.POOLED);
  }

  private @Nullable Normalisation normalisation(String by, YamlObject choices) {
    double low = or(choices, "low", 0, -1e9, 1e9);
    double high = or(choices, "high", 100, -1e9, 1e9);
    if (!(low < high)) {
      refuse(choices, "high", "range-order", Double.toString(low));
      return null;
    }
    return switch (by) {
      case "min_max" -> new Normalisation.MinMax(low, high);
      case "z_score" -> {
        double deviation = or(choices, "deviation", 1, 1e-12, 1e9);
        yield new Normalisation.ZScore(or(choices, "mean", 0, -1e9, 1e9), deviation);
      }
      case "rank" -> new Normalisation.Rank();
      case "percentile_rank" -> new Normalisation.PercentileRank();
      case "borda" -> new Normalisation.Borda();
      case "fraction_of_max" -> new Normalisation.FractionOfMax();
      case "distance_to_max" -> new Normalisation.DistanceToMax();
      case "distance_to_reference" -> {
        String unit = choices.text("reference", true);
        yield unit == null ? null : new Normalisation.DistanceToReference(unit);
      }
      case "distance_to_target" -> new Normalisation.DistanceToTarget();
      case "goalposts" -> new Normalisation.Goalposts(low, high);
      default -> new Normalisation.Shift(0, 1);
    };
  }

  /** The weighting of an object: {@code weights}, with {@code combine} for a marriage of two. */
  Weighting weighting(YamlObject root) {
    if (root.isSequence("weights")) {
      List<String> words = root.texts("weights");
      if (words.size() != 2) {
        refuse(root, "weights", "weights-two", Integer.toString(words.size()));
        return new Weighting.Given();
      }
      return new Weighting.Combined(weighting(words.get(0), root), weighting(words.get(1), root));
    }
    String word = root.word("weights", WEIGHTINGS, false);
    return word == null ? new Weighting.Given() : weighting(word, root);
  }

  /** The weighting of a name; files that it needs are keys of the root. */
  Weighting weighting(String word, YamlObject root) {
    return switch (word) {
      case "equal" -> new Weighting.Equal();
      case "entropy" -> {
        String basis = root.word("entropy_basis", List.of("min_max", "values"), false);
        yield new Weighting.Entropy(
            "values".equals(basis)
                ? Weighting.Entropy.Basis.VALUES
                : Weighting.Entropy.Basis.POOLED_MIN_MAX,
            or(root, "entropy_shift", 0, 0, 1e6));
      }
      case "critic" -> {
        String by = root.word("critic_correlation", List.of("pearson", "spearman"), false);
        yield new Weighting.Critic("spearman".equals(by));
      }
      case "pca" -> new Weighting.PrincipalComponent();
      case "ahp" -> judged(root);
      case "fixed" -> fixed(root);
      case "given" -> new Weighting.Given();
      default -> {
        refuse(root, "weights", "weights-unknown", String.join(", ", WEIGHTINGS));
        yield new Weighting.Given();
      }
    };
  }

  private Weighting judged(YamlObject root) {
    String name = root.text("judgements", true);
    if (name == null) {
      return new Weighting.Given();
    }
    return switch (JudgementReader.read(folder.resolve(name))) {
      case Loaded.Rejected<List<Judgement>>(var errors) -> {
        refuse(root, "judgements", "judgements-unread", errors.getFirst().text(Locale.ENGLISH));
        yield new Weighting.Given();
      }
      case Loaded.Ready<List<Judgement>>(var judgements, var _) -> {
        Map<String, List<Judgements>> groups = new LinkedHashMap<>();
        for (Judgement one : judgements) {
          double[][] matrix =
              one.matrix().stream()
                  .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                  .toArray(double[][]::new);
          groups
              .computeIfAbsent(one.group(), _ -> new ArrayList<>())
              .add(Judgements.of(one.items(), matrix));
        }
        String index =
            root.word("random_index", List.of("saaty1980", "saaty2005", "donegan_dodd"), false);
        yield new Weighting.Judged(
            groups,
            switch (index) {
              case "saaty2005" -> RandomIndex.SAATY_2005;
              case "donegan_dodd" -> RandomIndex.DONEGAN_DODD;
              case null, default -> RandomIndex.SAATY_1980;
            });
      }
    };
  }

  private Weighting fixed(YamlObject root) {
    String name = root.text("weights_file", true);
    List<Weighting.Fixed> sets = name == null ? List.of() : sets(root, "weights_file", name);
    return sets.isEmpty() ? new Weighting.Given() : sets.getFirst();
  }

  /** Sets of weights from a table: set (if several), code, weight; COINr's names too. */
  List<Weighting.Fixed> sets(YamlObject root, String key, String name) {
    if (!(TableFile.read(folder.resolve(name))
        instanceof Loaded.Ready<FlatTable>(var table, var _))) {
      refuse(root, key, "table-unread", name);
      return List.of();
    }
    String code = table.has("iCode") ? "iCode" : "code";
    String weight = table.has("Weight") ? "Weight" : "weight";
    if (!table.has(code) || !table.has(weight) || !table.isNumeric(weight)) {
      refuse(root, key, "weights-table", name);
      return List.of();
    }
    List<String> codes = table.texts(code);
    double[] numbers = table.numbers(weight);
    Map<String, Map<String, Double>> sets = new LinkedHashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      String set = table.has("set") ? table.texts("set").get(row) : "1";
      sets.computeIfAbsent(set, _ -> new LinkedHashMap<>()).put(codes.get(row), numbers[row]);
    }
    List<Weighting.Fixed> read = new ArrayList<>();
    sets.forEach((set, byCode) -> read.add(new Weighting.Fixed(set, byCode)));
    return read;
  }

  /** Aggregators under a key: one word, or one for each depth from the top. */
  List<Aggregator> aggregators(YamlObject root, String key) {
    if (root.isSequence(key)) {
      return root.texts(key).stream().map(word -> aggregator(word, root, key)).toList();
    }
    String word = root.word(key, AGGREGATORS, false);
    return List.of(word == null ? new Aggregator.Arithmetic() : aggregator(word, root, key));
  }

  /** An aggregator by its name. */
  Aggregator aggregator(String word, YamlObject root, String key) {
    return switch (word) {
      case "arithmetic" -> new Aggregator.Arithmetic();
      case "geometric" -> new Aggregator.Geometric();
      case "harmonic" -> new Aggregator.Harmonic();
      case "topsis" -> {
        String scale = root.word("topsis_scale", List.of("none", "vector"), false);
        yield new Aggregator.Topsis("vector".equals(scale));
      }
      case "copeland" -> new Aggregator.Copeland();
      case "doubt" -> {
        double least = or(root, "doubt_least", 0, 0, 1);
        double most = or(root, "doubt_most", 1, 0, 1);
        if (least > most) {
          refuse(root, "doubt_most", "range-order", Double.toString(least));
          yield new Aggregator.Doubt(BenefitOfTheDoubt.Spec.free());
        }
        yield new Aggregator.Doubt(new BenefitOfTheDoubt.Spec(least, most));
      }
      default -> {
        refuse(root, key, "aggregator-unknown", String.join(", ", AGGREGATORS));
        yield new Aggregator.Arithmetic();
      }
    };
  }

  static double or(YamlObject from, String key, double usual, double least, double most) {
    double number = from.number(key, false, least, most);
    return Double.isNaN(number) ? usual : number;
  }

  static void refuse(YamlObject where, String key, String code, String... arguments) {
    where.refuse(
        key,
        code,
        Message.of(BUNDLE, code, arguments),
        Message.of(BUNDLE, code + ".mend", arguments));
  }
}
