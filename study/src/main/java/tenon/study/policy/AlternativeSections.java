package tenon.study.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Observations;
import tenon.evaluate.RegressionSpec;
import tenon.evaluate.WildBootstrap;
import tenon.evaluate.did.CallawaySantAnna;
import tenon.evaluate.did.CallawaySantAnnaResult;
import tenon.evaluate.did.CallawaySantAnnaSpec;
import tenon.evaluate.did.DoubleMachineLearning;
import tenon.evaluate.did.DoubleMachineLearningResult;
import tenon.evaluate.did.DoubleMachineLearningSpec;
import tenon.evaluate.did.Effect;
import tenon.evaluate.did.EventStudyResult;
import tenon.evaluate.did.GoodmanBacon;
import tenon.evaluate.did.HonestDid;
import tenon.evaluate.did.HonestDidResult;
import tenon.evaluate.did.HonestDidSpec;
import tenon.evaluate.did.Imputation;
import tenon.evaluate.did.SunAbraham;
import tenon.evaluate.did.SyntheticDid;
import tenon.evaluate.did.SyntheticDidResult;
import tenon.evaluate.did.SyntheticDidSpec;
import tenon.study.chart.Axis;
import tenon.study.chart.EffectChart;
import tenon.study.chart.Estimate;
import tenon.study.document.Cell;
import tenon.study.page.Json;
import tenon.study.text.Numbers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What other estimators say, and how far parallel trends may fail. */
final class AlternativeSections {
  /** Draws of the synthetic difference: each solves for its weights anew. */
  private static final int MOST_DRAWS = 200;

  private final PolicyContext study;
  private final PolicyConfig config;
  private final String treatment;

  AlternativeSections(PolicyContext study) {
    this.study = study;
    config = study.config;
    treatment = config.treatment();
  }

  void alternatives(@Nullable EventStudyResult events) {
    if (config.alternatives().isEmpty()) {
      return;
    }
    study.heading("alternatives");
    Fit benchmark = study.benchmark();
    List<List<Cell>> rows = new ArrayList<>();
    List<Estimate.Named> points = new ArrayList<>();
    row(
        rows,
        points,
        "twfe",
        benchmark.coefficient(treatment),
        benchmark.standardError(treatment),
        benchmark.low(treatment, .95),
        benchmark.high(treatment, .95),
        study.word("with.controls"));
    if (config.asks("sunab")) {
      SunAbraham.Result result =
          study.ready(
              SunAbraham.estimate(
                  study.data,
                  study.staggered(),
                  config.controls().stream().map(PolicyContext::quoted).toList()),
              "a.sunab");
      if (result != null) {
        row(rows, points, "sunab", result.overall(), study.word("with.controls"));
      }
    }
    if (config.asks("cs")) {
      callawaySantAnna(rows, points);
    }
    if (config.asks("imputation")) {
      Imputation.Result result =
          study.ready(
              Imputation.estimate(study.data, study.staggered(), config.controls(), false),
              "a.imputation");
      if (result != null) {
        row(rows, points, "imputation", result.overall(), study.word("with.controls"));
        row(rows, points, "twostage", result.overallTwoStage(), study.word("with.controls"));
      }
    }
    if (config.asks("synthdid")) {
      SyntheticDidSpec.Variance variance = variance();
      SyntheticDidResult result =
          study.ready(
              SyntheticDid.estimate(
                  study.data,
                  new SyntheticDidSpec(
                      study.staggered(),
                      variance,
                      Math.min(MOST_DRAWS, config.draws()),
                      study.seed,
                      study.threads)),
              "a.synthdid");
      if (result != null) {
        row(
            rows,
            points,
            "synthdid",
            new Effect(Double.NaN, result.estimate(), result.standardError()),
            Double.isNaN(result.standardError())
                ? study.word("without.controls")
                : study.word(
                    "without.controls.synthetic", study.word("synthdid." + code(variance))));
      }
    }
    if (config.asks("dml") && !config.controls().isEmpty()) {
      DoubleMachineLearningResult result =
          study.ready(
              DoubleMachineLearning.estimate(
                  study.data,
                  DoubleMachineLearningSpec.of(
                      study.staggered(), config.controls(), study.seed, study.threads)),
              "a.dml");
      if (result != null) {
        row(rows, points, "dml", result.overall(), study.word("learned"));
      }
    }
    study.figure(
        "alternatives",
        study.word("f.alternatives"),
        EffectChart.named(Axis.of(study.word("effect.on", study.name(config.outcome()))), points),
        study.word("n.alternatives"));
    study.grid(
        "alternatives",
        study.word("t.alternatives"),
        List.of(
            study.word("estimator"),
            study.word("estimate"),
            study.word("se"),
            study.word("low"),
            study.word("high"),
            study.word("remark")),
        rows,
        study.word("n.alternatives"),
        study.rule(benchmark));
    bacon();
    honest(events);
    wild();
  }

  /** Placebo draws need more controls than treated units. */
  private SyntheticDidSpec.Variance variance() {
    Set<String> treated = new HashSet<>();
    Set<String> controls = new HashSet<>();
    double[] cohorts = study.data.numbers(PolicyContext.COHORT);
    for (int row = 0; row < cohorts.length; row++) {
      (Double.isNaN(cohorts[row]) ? controls : treated)
          .add(String.valueOf(study.data.label(config.unit(), row)));
    }
    return controls.size() > treated.size()
        ? SyntheticDidSpec.Variance.PLACEBO
        : SyntheticDidSpec.Variance.BOOTSTRAP;
  }

  private static String code(SyntheticDidSpec.Variance variance) {
    return variance.name().toLowerCase(Locale.ROOT);
  }

  private void row(
      List<List<Cell>> rows,
      List<Estimate.Named> points,
      String code,
      Effect effect,
      String remark) {
    row(
        rows,
        points,
        code,
        effect.estimate(),
        effect.standardError(),
        effect.low(),
        effect.high(),
        remark);
  }

  private void row(
      List<List<Cell>> rows,
      List<Estimate.Named> points,
      String code,
      double estimate,
      double error,
      double low,
      double high,
      String remark) {
    ObjectNode node = study.json.withObject("/alternatives").putObject(code);
    node.set("estimate", Json.exact(estimate));
    node.set("std_error", Json.exact(error));
    node.set("ci_low", Json.exact(low));
    node.set("ci_high", Json.exact(high));
    study.keep(
        "alternatives", code, treatment, new double[] {estimate, error, Double.NaN, low, high});
    String name = study.word("a." + code);
    points.add(new Estimate.Named(name, estimate, low, high));
    rows.add(
        List.of(
            Cell.of(name),
            PolicyContext.number(estimate, 4),
            PolicyContext.number(error, 4),
            PolicyContext.number(low, 4),
            PolicyContext.number(high, 4),
            Cell.of(remark)));
  }

  private void callawaySantAnna(List<List<Cell>> rows, List<Estimate.Named> points) {
    CallawaySantAnnaResult result =
        study.ready(
            CallawaySantAnna.estimate(
                study.data,
                CallawaySantAnnaSpec.of(study.staggered()).withBands(config.draws(), study.seed)),
            "a.cs");
    if (result != null) {
      row(
          rows,
          points,
          "cs",
          result.simple(),
          Double.isNaN(result.preP())
              ? study.word("without.controls")
              : study.word("cs.pretest", Numbers.fixed(result.preP(), 3)));
    }
  }

  private void bacon() {
    if (!config.asks("bacon")) {
      return;
    }
    if (bacon("bacon", study.data, List.of()) && !config.controls().isEmpty()) {
      Observations known = withAllControls();
      bacon("bacon_controls", known, config.controls());
    }
  }

  /** Units of which every control is known in every row: the decomposition needs them balanced. */
  private Observations withAllControls() {
    Set<String> lacking = new HashSet<>();
    for (String control : config.controls()) {
      for (int row = 0; row < study.data.rows(); row++) {
        if (Double.isNaN(study.data.number(control, row))) {
          lacking.add(String.valueOf(study.data.label(config.unit(), row)));
        }
      }
    }
    return study.data.rows(
        IntStream.range(0, study.data.rows())
            .filter(row -> !lacking.contains(study.data.label(config.unit(), row)))
            .toArray());
  }

  private int units(Observations data) {
    return (int)
        IntStream.range(0, data.rows())
            .mapToObj(row -> String.valueOf(data.label(config.unit(), row)))
            .distinct()
            .count();
  }

  private boolean bacon(String code, Observations data, List<String> controls) {
    GoodmanBacon.Result result =
        study.ready(GoodmanBacon.decompose(data, study.staggered(), controls), "a.bacon");
    if (result == null) {
      return false;
    }
    List<List<Cell>> rows = new ArrayList<>();
    ObjectNode node = study.json.putObject(code);
    node.set("estimate", Json.exact(result.estimate()));
    for (GoodmanBacon.Kind kind : GoodmanBacon.Kind.values()) {
      double weight = result.weight(kind);
      double sum =
          result.comparisons().stream()
              .filter(one -> one.kind() == kind)
              .mapToDouble(one -> one.weight() * one.estimate())
              .sum();
      String name = kind.name().toLowerCase(Locale.ROOT);
      if (weight > 0) {
        node.set(name, Json.exact(weight));
        rows.add(
            List.of(
                Cell.of(study.word("bacon." + name)),
                PolicyContext.number(weight, 4),
                PolicyContext.number(sum / weight, 4)));
      }
    }
    study.grid(
        code,
        study.word("t." + code, Numbers.fixed(result.estimate(), 4)),
        List.of(study.word("compared"), study.word("weight"), study.word("estimate")),
        rows,
        study.word("n." + code, Numbers.count(units(study.data) - units(data))));
    return true;
  }

  private void honest(@Nullable EventStudyResult events) {
    if (!config.asks("honest") || events == null) {
      return;
    }
    HonestDidSpec spec =
        new HonestDidSpec(
            HonestDidSpec.Restriction.RELATIVE_MAGNITUDES,
            config.bounds(),
            mean(events),
            400,
            1000,
            study.seed);
    HonestDidResult result = study.ready(HonestDid.sensitivity(events, spec), "a.honest");
    if (result == null) {
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    ArrayNode array = study.json.putArray("honest");
    for (HonestDidResult.Interval one : result.intervals()) {
      ObjectNode node = array.addObject();
      node.set("bound", Json.exact(one.bound()));
      node.set("low", Json.exact(one.low()));
      node.set("high", Json.exact(one.high()));
      node.put("open", one.reachesEnd());
      rows.add(
          List.of(
              PolicyContext.number(one.bound(), 2),
              end(one.low(), one.reachesEnd()),
              end(one.high(), one.reachesEnd()),
              Cell.of(study.word(one.low() > 0 || one.high() < 0 ? "no" : "yes"))));
    }
    study.grid(
        "honest",
        Double.isNaN(result.breakdown())
            ? study.word("t.honest.none")
            : study.word("t.honest", Numbers.fixed(result.breakdown(), 2)),
        List.of("Mbar", study.word("low"), study.word("high"), study.word("holds.zero")),
        rows,
        study.word("n.honest"),
        study.rule(events.fit()));
  }

  /** An end of an interval; marked where the grid may have cut it. */
  private static Cell end(double value, boolean open) {
    return open ? Cell.of(Numbers.fixed(value, 4) + " †", value) : PolicyContext.number(value, 4);
  }

  /** Equal weights on the periods from adoption on. */
  private static List<Double> mean(EventStudyResult events) {
    int after = (int) events.effects().stream().filter(effect -> effect.at() >= 0).count();
    return Collections.nCopies(after, 1.0 / after);
  }

  private void wild() {
    if (!config.asks("wild") || config.draws() < 1) {
      return;
    }
    RegressionSpec spec =
        study.usual().withErrors(Errors.Clustered.by(config.clusters().getFirst()));
    WildBootstrap.Test test =
        study.ready(
            WildBootstrap.test(
                study.data,
                spec,
                treatment,
                WildBootstrap.Points.RADEMACHER,
                config.draws(),
                study.seed),
            "a.wild");
    if (test != null) {
      study.json.set("wild_p", Json.exact(test.p()));
      study.say("wild.said", Numbers.count(config.draws()), Numbers.fixed(test.p(), 4));
    }
  }
}
