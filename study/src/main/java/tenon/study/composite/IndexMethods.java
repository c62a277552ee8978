package tenon.study.composite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tenon.assess.RandomIndex;
import tenon.assess.Weighting;
import tenon.assess.pipeline.Aggregator;
import tenon.assess.pipeline.Extent;
import tenon.assess.pipeline.Imputation;
import tenon.assess.pipeline.Normalisation;
import tenon.assess.pipeline.Step;
import tenon.assess.pipeline.Treatment;
import tenon.assess.statistics.BenefitOfTheDoubt;
import tenon.assess.uncertainty.Alternative;
import tenon.study.document.Block;
import tenon.study.text.Numbers;
import tenon.study.text.Words;

/** The methods section: the steps in their order, with the choices made and the formulas behind. */
final class IndexMethods {
  private static final String AGGREGATE = "composite.aggregate";
  private static final String WEIGHTING = "composite.weighting";
  private static final String STEP = "composite.m.";

  private final IndexReport report;
  private final Words words;

  IndexMethods(IndexReport report) {
    this.report = report;
    words = report.words;
  }

  void add() {
    report.section("methods");
    heading("steps");
    List<Step> steps = report.result.spec().steps();
    if (steps.isEmpty()) {
      report.say("composite.m.none");
    }
    for (int at = 0; at < steps.size(); at++) {
      Step step = steps.get(at);
      report.blocks.add(
          new Block.Paragraph(
              words.get(
                  "composite.m.step",
                  Numbers.count(at + 1),
                  report.word("step." + IndexConfig.word(step)),
                  said(step, words))));
      formula(step);
    }
    report.say(scaling());
    heading("weights");
    for (Weighting part : parts(report.result.spec().weighting())) {
      weighting(part);
    }
    heading("aggregation");
    aggregation();
    heading("statistics");
    new IndexFormulas(report).add();
  }

  private void heading(String key) {
    report.blocks.add(new Block.Heading(2, report.word("m.h." + key)));
  }

  /** Whether grades are absolute; the last word on it has the last normalisation. */
  private String scaling() {
    Normalisation last = null;
    for (Step step : report.result.spec().steps()) {
      if (step instanceof Step.Normalise(Normalisation by, _)) {
        last = by;
      }
    }
    return switch (last) {
      case null -> "composite.scaling.none";
      case Normalisation.Goalposts _ -> "composite.scaling.fixed";
      default -> "composite.scaling.sample";
    };
  }

  private void formula(String latex, String plain) {
    report.blocks.add(new Block.Formula(latex, plain));
  }

  /** What an alternative puts in the place of the nominal choice, in a few words. */
  static String said(Alternative alternative, Words words) {
    return switch (alternative) {
      case Alternative.StepAs(_, Step step) -> said(step, words);
      case Alternative.WeightingAs(Weighting weighting) -> said(weighting, words);
      case Alternative.AggregatorsAs(List<Aggregator> aggregators) ->
          String.join(
              ", ", aggregators.stream().map(one -> words.code(AGGREGATE, name(one))).toList());
    };
  }

  /** A weighting in the language of the reader. */
  static String said(Weighting weighting, Words words) {
    return switch (weighting) {
      case Weighting.Combined(Weighting first, Weighting second) ->
          words.get("composite.weighting.two", said(first, words), said(second, words));
      case Weighting.Fixed(String title, _) -> words.get("composite.weighting.fixed", title);
      case Weighting.Entropy(var basis, double shift) when shift > 0 ->
          words.get(
              "composite.weighting.shifted",
              said(new Weighting.Entropy(basis, 0), words),
              Numbers.exactCell(shift));
      case Weighting.Given _,
          Weighting.Equal _,
          Weighting.Judged _,
          Weighting.Entropy _,
          Weighting.Critic _,
          Weighting.PrincipalComponent _ ->
          words.code(WEIGHTING, weighting.title());
    };
  }

  /** One of the methods that took part, by its title. */
  static String method(String title, Weighting whole, Words words) {
    if (title.equals(whole.title())) {
      return said(whole, words);
    }
    return parts(whole).stream()
        .filter(one -> one.title().equals(title))
        .findFirst()
        .map(one -> said(one, words))
        .orElse(title);
  }

  private static String name(Aggregator aggregator) {
    return aggregator.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** A step in a sentence, with every choice in it. */
  static String said(Step step, Words words) {
    return switch (step) {
      case Step.Denominate _ -> words.get(STEP + "denominate");
      case Step.Screen(double known, int gap) ->
          words.get(STEP + "screen", Numbers.percentFine(known))
              + (gap == Integer.MAX_VALUE
                  ? ""
                  : " " + words.get(STEP + "screen.gap", Numbers.count(gap)));
      case Step.Impute(Imputation by) -> said(by, words);
      case Step.Treat(Treatment by) -> said(by, words);
      case Step.Normalise(Normalisation by, Extent extent) ->
          said(by, words)
              + " "
              + words.get(STEP + (extent == Extent.PER_PERIOD ? "per_period" : "pooled"));
    };
  }

  private static String groups(Step.Groups groups, Words words) {
    long count = groups.byUnit().values().stream().distinct().count();
    return count == 0
        ? words.get(STEP + "groups.none")
        : words.get(STEP + "groups", Numbers.count(count));
  }

  private static String said(Imputation by, Words words) {
    return switch (by) {
      case Imputation.GroupMean(Step.Groups groups) ->
          words.get(STEP + "group_mean", groups(groups, words));
      case Imputation.GroupMedian(Step.Groups groups) ->
          words.get(STEP + "group_median", groups(groups, words));
      case Imputation.Interpolation(boolean beyond) ->
          words.get(STEP + (beyond ? "interpolation.beyond" : "interpolation"));
      case Imputation.LastObservation _ -> words.get(STEP + "last_observation");
      case Imputation.ExpectationMaximisation(int rounds, double tolerance) ->
          words.get(
              STEP + "em", Numbers.count(rounds), Numbers.exactCell(tolerance).replace(".0E", "e"));
      case Imputation.Regression(List<String> predictors) ->
          words.get(STEP + "regression", String.join(", ", predictors));
    };
  }

  private static String said(Treatment by, Words words) {
    return switch (by) {
      case Treatment.SkewRule(int most, double skewness, double kurtosis) ->
          words.get(
              STEP + "skew_rule",
              Numbers.exactCell(skewness),
              Numbers.exactCell(kurtosis),
              Numbers.count(most));
      case Treatment.Percentiles(double low, double high, Step.Groups groups) ->
          words.get(
              STEP + "percentiles",
              Numbers.exactCell(low),
              Numbers.exactCell(high),
              groups(groups, words));
      case Treatment.Fences(double ranges) -> words.get(STEP + "fences", Numbers.exactCell(ranges));
      case Treatment.Sigmas(double deviations) ->
          words.get(STEP + "sigmas", Numbers.exactCell(deviations));
    };
  }

  private static String said(Normalisation by, Words words) {
    return switch (by) {
      case Normalisation.MinMax(double low, double high) ->
          words.get(STEP + "min_max", Numbers.exactCell(low), Numbers.exactCell(high));
      case Normalisation.ZScore(double mean, double deviation) ->
          words.get(STEP + "z_score", Numbers.exactCell(mean), Numbers.exactCell(deviation));
      case Normalisation.Rank _ -> words.get(STEP + "rank");
      case Normalisation.PercentileRank _ -> words.get(STEP + "percentile_rank");
      case Normalisation.Borda _ -> words.get(STEP + "borda");
      case Normalisation.FractionOfMax _ -> words.get(STEP + "fraction_of_max");
      case Normalisation.DistanceToMax _ -> words.get(STEP + "distance_to_max");
      case Normalisation.DistanceToReference(String unit) ->
          words.get(STEP + "distance_to_reference", unit);
      case Normalisation.DistanceToTarget _ -> words.get(STEP + "distance_to_target");
      case Normalisation.Goalposts(double low, double high) ->
          words.get(STEP + "goalposts", Numbers.exactCell(low), Numbers.exactCell(high));
      case Normalisation.Shift _ -> words.get(STEP + "turned");
    };
  }

  private void formula(Step step) {
    switch (step) {
      case Step.Denominate _ ->
          formula(
              "x = \\frac{x_{\\mathrm{raw}}}{x_{\\mathrm{denominator}}}", "x = raw / denominator");
      case Step.Screen _ -> {}
      case Step.Impute(Imputation by) -> formula(by);
      case Step.Treat(Treatment by) -> formula(by);
      case Step.Normalise(Normalisation by, _) -> formula(by);
    }
  }

  private void formula(Imputation by) {
    switch (by) {
      case Imputation.GroupMean _ ->
          formula(
              "\\hat{x}_{ut} = \\frac{1}{n_{gt}} \\sum_{v \\in g(u)} x_{vt}",
              "x_ut = mean over the units v of its group of x_vt");
      case Imputation.Interpolation _ ->
          formula(
              "\\hat{x}_t = x_a + \\frac{t - a}{b - a} (x_b - x_a)",
              "x_t = x_a + (t - a) / (b - a) (x_b - x_a)");
      case Imputation.ExpectationMaximisation _ ->
          formula(
              "\\hat{x}_m = \\mu_m + \\Sigma_{mo} \\Sigma_{oo}^{-1} (x_o - \\mu_o)",
              "x_m = mu_m + Sigma_mo inverse(Sigma_oo) (x_o - mu_o)");
      case Imputation.Regression _ ->
          formula("\\hat{x} = b_0 + \\sum_{k} b_k x_k", "x = b_0 + sum over k of b_k x_k");
      case Imputation.GroupMedian _, Imputation.LastObservation _ -> {}
    }
  }

  private void formula(Treatment by) {
    switch (by) {
      case Treatment.SkewRule _ ->
          formula(
              "x' = \\ln(x - \\min x + 0.01 (\\max x - \\min x))",
              "x' = ln(x - min x + 0.01 (max x - min x))");
      case Treatment.Percentiles _ ->
          formula(
              "x' = \\min(\\max(x, q_{\\mathrm{low}}), q_{\\mathrm{high}})",
              "x' = min(max(x, q_low), q_high)");
      case Treatment.Fences _ ->
          formula(
              "Q_1 - k (Q_3 - Q_1) \\le x' \\le Q_3 + k (Q_3 - Q_1)",
              "Q1 - k (Q3 - Q1) <= x' <= Q3 + k (Q3 - Q1)");
      case Treatment.Sigmas _ ->
          formula("\\bar{x} - k s \\le x' \\le \\bar{x} + k s", "mean - k s <= x' <= mean + k s");
    }
  }

  private void formula(Normalisation by) {
    switch (by) {
      case Normalisation.MinMax _ ->
          formula(
              "z = a + (b - a) \\frac{t - \\min t}{\\max t - \\min t}, \\quad t = d x",
              "z = a + (b - a) (t - min t) / (max t - min t), t = d x");
      case Normalisation.ZScore _ ->
          formula(
              "z = m + s \\frac{t - \\bar{t}}{s_t}, \\quad t = d x",
              "z = m + s (t - mean t) / sd t, t = d x");
      case Normalisation.PercentileRank _ ->
          formula("z = \\frac{n_{\\mathrm{worse}}}{n - 1}", "z = number worse / (n - 1)");
      case Normalisation.FractionOfMax _ -> formula("z = \\frac{t}{\\max t}", "z = t / max t");
      case Normalisation.DistanceToMax _ ->
          formula(
              "z = 1 - \\frac{\\max t - t}{\\max t - \\min t}",
              "z = 1 - (max t - t) / (max t - min t)");
      case Normalisation.DistanceToReference _ ->
          formula("z = 1 - \\frac{r - t}{r - \\min t}", "z = 1 - (r - t) / (r - min t)");
      case Normalisation.DistanceToTarget _ ->
          formula(
              "z = \\min \\left( 1, \\frac{t - \\min t}{t^{*} - \\min t} \\right)",
              "z = min(1, (t - min t) / (target - min t))");
      case Normalisation.Goalposts _ ->
          formula(
              "z = a + (b - a) \\min \\left( 1, \\max \\left( 0, \\frac{x -"
                  + " \\mathrm{low}}{\\mathrm{high} - \\mathrm{low}} \\r"
                  + "ight) \\r"
                  + "ight)",
              "z = a + (b - a) min(1, max(0, (x - low) / (high - low)))");
      case Normalisation.Rank _, Normalisation.Borda _, Normalisation.Shift _ -> {}
    }
  }

  /** The weightings that a weighting is made of, itself last where it is made of two. */
  static List<Weighting> parts(Weighting weighting) {
    List<Weighting> parts = new ArrayList<>();
    if (weighting instanceof Weighting.Combined(Weighting first, Weighting second)) {
      parts.addAll(parts(first));
      parts.addAll(parts(second));
    }
    parts.add(weighting);
    return parts;
  }

  private void weighting(Weighting weighting) {
    String key =
        switch (weighting) {
          case Weighting.Given _ -> "given";
          case Weighting.Equal _ -> "equal";
          case Weighting.Judged _ -> "ahp";
          case Weighting.Entropy _ -> "entropy";
          case Weighting.Fixed _ -> "fixed";
          case Weighting.Critic _ -> "critic";
          case Weighting.PrincipalComponent _ -> "pca";
          case Weighting.Combined _ -> "combined";
        };
    report.say(STEP + "w." + key, arguments(weighting));
    switch (weighting) {
      case Weighting.Judged _ -> {
        formula("A w = \\lambda_{\\max} w", "A w = lambda_max w");
        formula(
            "\\mathrm{CI} = \\frac{\\lambda_{\\max} - n}{n - 1}, \\quad \\mathrm{CR} ="
                + " \\frac{\\mathrm{CI}}{\\mathrm{RI}}",
            "CI = (lambda_max - n) / (n - 1), CR = CI / RI");
      }
      case Weighting.Entropy _ -> {
        formula(
            "p_{ij} = \\frac{x_{ij}}{\\sum_{i} x_{ij}}, \\quad e_j = - \\frac{1}{\\ln N} \\sum_{i}"
                + " p_{ij} \\ln p_{ij}",
            "p_ij = x_ij / sum of x_ij, e_j = - sum of p_ij ln p_ij / ln N");
        formula("w_j = \\frac{1 - e_j}{\\sum_{k} (1 - e_k)}", "w_j = (1 - e_j) / sum of (1 - e_k)");
      }
      case Weighting.Critic _ ->
          formula(
              "C_j = s_j \\sum_{k} (1 - r_{jk}), \\quad w_j = \\frac{C_j}{\\sum_{k} C_k}",
              "C_j = s_j sum of (1 - r_jk), w_j = C_j / sum of C_k");
      case Weighting.PrincipalComponent _ ->
          formula("w_j = \\frac{l_{1j}^2}{\\sum_{k} l_{1k}^2}", "w_j = l_1j^2 / sum of l_1k^2");
      case Weighting.Combined _ ->
          formula(
              "w_j = \\frac{\\sqrt{a_j b_j}}{\\sum_{k} \\sqrt{a_k b_k}}",
              "w_j = sqrt(a_j b_j) / sum of sqrt(a_k b_k)");
      case Weighting.Equal _ -> formula("w_j = \\frac{1}{n}", "w_j = 1 / n");
      case Weighting.Given _, Weighting.Fixed _ -> {}
    }
  }

  private String[] arguments(Weighting weighting) {
    return switch (weighting) {
      case Weighting.Judged(var _, RandomIndex index) ->
          new String[] {report.word("ri." + index.name().toLowerCase(Locale.ROOT))};
      case Weighting.Entropy(Weighting.Entropy.Basis basis, double shift) ->
          new String[] {
            report.word("basis." + basis.name().toLowerCase(Locale.ROOT)), Numbers.exactCell(shift)
          };
      case Weighting.Fixed(String title, Map<String, Double> _) -> new String[] {title};
      case Weighting.Combined(Weighting first, Weighting second) ->
          new String[] {said(first, words), said(second, words)};
      case Weighting.Critic(boolean ranked) ->
          new String[] {report.word(ranked ? "spearman" : "pearson")};
      case Weighting.Given _, Weighting.Equal _, Weighting.PrincipalComponent _ -> new String[0];
    };
  }

  private void aggregation() {
    List<Aggregator> by = report.result.spec().aggregators();
    for (int depth = 0; depth < by.size(); depth++) {
      String key =
          by.size() == 1 ? "all" : depth == 0 ? "top" : depth + 1 < by.size() ? "depth" : "rest";
      report.say(
          STEP + "a." + key, words.code(AGGREGATE, name(by.get(depth))), Numbers.count(depth));
    }
    Set<Aggregator> distinct = new LinkedHashSet<>(by);
    for (Aggregator aggregator : distinct) {
      switch (aggregator) {
        case Aggregator.Arithmetic _ ->
            formula("I_u = \\sum_{k} w_k z_{uk}", "I_u = sum over k of w_k z_uk");
        case Aggregator.Geometric _ ->
            formula("I_u = \\prod_{k} z_{uk}^{w_k}", "I_u = product over k of z_uk^w_k");
        case Aggregator.Harmonic _ ->
            formula(
                "I_u = \\frac{1}{\\sum_{k} w_k / z_{uk}}", "I_u = 1 / sum over k of w_k / z_uk");
        case Aggregator.Topsis(boolean vector) -> {
          if (vector) {
            report.say(STEP + "a.topsis.vector");
          }
          formula(
              "I_u = \\frac{d^-_u}{d^+_u + d^-_u}, \\quad d^{\\pm}_u = \\sqrt{\\sum_{k} w_k^2"
                  + " (z_{uk} - z^{\\pm}_k)^2}",
              "I_u = d-_u / (d+_u + d-_u), d_u = sqrt(sum of (w_k (z_uk - best or worst))^2)");
        }
        case Aggregator.Copeland _ -> {
          report.say(STEP + "a.copeland");
          formula("I_u = n_{\\mathrm{wins}} - n_{\\mathrm{losses}}", "I_u = wins - losses");
        }
        case Aggregator.Doubt(BenefitOfTheDoubt.Spec spec) -> {
          report.say(STEP + "a.doubt");
          if (!spec.equals(BenefitOfTheDoubt.Spec.free())) {
            report.say(
                STEP + "a.doubt.shares",
                Numbers.exactCell(spec.leastShare()),
                Numbers.exactCell(spec.greatestShare()));
          }
          formula(
              "I_u = \\max_{w \\ge 0} \\sum_{k} w_k z_{uk}, \\quad \\sum_{k} w_k z_{vk} \\le 1"
                  + " \\quad \\forall v",
              "I_u = max over w >= 0 of sum of w_k z_uk, sum of w_k z_vk <= 1 for all v");
        }
      }
    }
  }
}
