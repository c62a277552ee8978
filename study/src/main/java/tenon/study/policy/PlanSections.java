package tenon.study.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Errors;
import tenon.evaluate.Fit;
import tenon.evaluate.Power;
import tenon.evaluate.mechanism.NextPilots;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.respond.design.LeverRehearsal;
import tenon.study.chart.Axis;
import tenon.study.chart.LineChart;
import tenon.study.chart.Marker;
import tenon.study.chart.Series;
import tenon.study.design.LeverInputs;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tools.jackson.databind.node.ObjectNode;

/** What follows: what could have been seen, where to go next, the case, the methods. */
final class PlanSections {
  private final PolicyContext study;
  private final PolicyConfig config;
  private final String treatment;

  PlanSections(PolicyContext study) {
    this.study = study;
    config = study.config;
    treatment = config.treatment();
  }

  void power() {
    PolicyConfig.Power asked = config.power();
    if (asked == null) {
      return;
    }
    study.heading("power");
    Power.Result result =
        study.ready(
            Power.simulate(
                study.data,
                study.usual().withErrors(Errors.Clustered.by(config.clusters().getFirst())),
                config.outcome(),
                treatment,
                asked.effects(),
                asked.draws(),
                study.seed),
            "h.power");
    if (result == null) {
      return;
    }
    ObjectNode node = study.json.putObject("power");
    node.set("effects", Json.exact(result.effects()));
    node.set("power", Json.exact(result.power()));
    node.set("size", Json.exact(result.size()));
    node.set("detectable", Json.exact(result.detectable()));
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < result.effects().length; i++) {
      rows.add(
          List.of(
              PolicyContext.number(result.effects()[i], 3),
              PolicyContext.number(result.power()[i], 3)));
    }
    study.say(
        "power.said", Numbers.fixed(result.detectable(), 3), Numbers.percentFine(result.size()));
    study.figure(
        "power",
        study.word("f.power", Numbers.fixed(result.detectable(), 3)),
        LineChart.of(
            Axis.of(study.word("effect.on", study.name(config.outcome()))),
            Axis.of(study.word("power"), 0, 1),
            List.of(Series.of("", result.effects(), result.power())),
            List.of(new Marker(study.word("detectable"), result.detectable()))),
        study.word("n.power", Numbers.count(result.draws())));
    study.grid(
        "power",
        study.word("t.power"),
        List.of(study.word("effect"), study.word("power")),
        rows,
        study.word("n.power", Numbers.count(result.draws())),
        study.rule(study.benchmark()));
  }

  void pilots() {
    PolicyConfig.Pilots asked = config.pilots();
    if (asked == null) {
      return;
    }
    study.heading("pilots");
    NextPilots.Result result =
        study.ready(
            NextPilots.foretell(
                study.data,
                config.preparation().panel(),
                config.outcome(),
                treatment,
                config.controls(),
                asked.conditions(),
                study.twoWays(),
                study.errors()),
            "h.pilots");
    if (result == null) {
      return;
    }
    List<String> terms = new ArrayList<>(List.of(treatment));
    terms.addAll(result.interactions());
    new RegressionGrid(study, "next_pilots_model")
        .add(study.word("c.conditions"), "conditions", result.fit(), terms)
        .write(study.word("t.pilots.model"));
    List<List<Cell>> rows = new ArrayList<>();
    List<List<String>> all = new ArrayList<>();
    for (NextPilots.Unit unit : result.units()) {
      all.add(
          List.of(
              unit.name(),
              Numbers.exactCell(unit.effect()),
              Numbers.exactCell(unit.standardError()),
              Numbers.exactCell(unit.low()),
              Numbers.exactCell(unit.high()),
              unit.lacking(),
              Numbers.exactCell(unit.takes()),
              Boolean.toString(unit.outside())));
      if (rows.size() < asked.show()) {
        rows.add(
            List.of(
                Cell.of(unit.name() + (unit.outside() ? " †" : "")),
                PolicyContext.number(unit.effect(), 3),
                PolicyContext.number(unit.low(), 3),
                PolicyContext.number(unit.high(), 3),
                Cell.of(unit.lacking().isEmpty() ? "–" : study.name(unit.lacking())),
                PolicyContext.number(unit.takes(), 3)));
      }
    }
    study.tables.add(
        new Table(
            "next_pilots.csv",
            List.of(
                "unit", "effect", "std_error", "ci_low", "ci_high", "lacking", "takes", "outside"),
            all));
    study.grid(
        "next_pilots",
        study.word("t.pilots", Numbers.count(rows.size()), Numbers.count(result.units().size())),
        List.of(
            study.word("unit"),
            study.word("foretold"),
            study.word("low"),
            study.word("high"),
            study.word("lacking"),
            study.word("takes")),
        rows,
        study.word("n.pilots"),
        study.rule(result.fit()));
  }

  /** The same policy as levers on the twin, beside the effect of the benchmark. */
  void counterfactual(LeverInputs inputs, PolicyConfig.Twin asked, Progress progress) {
    study.heading("counterfactual");
    Fit fit = study.fit(study.data, study.usual().withResiduals(), "h.counterfactual");
    if (fit == null) {
      return;
    }
    LeverRehearsal rehearsal =
        Counterfactual.rehearse(inputs, asked.runs(), study.seed, study.threads, progress);
    BesideTwin beside =
        BesideTwin.of(fit, study.data, config.outcome(), treatment, rehearsal, asked.measure());
    Finding fault = Counterfactual.fault(beside, config.outcome());
    Loaded<BesideTwin> told =
        fault == null
            ? new Loaded.Ready<>(beside, rehearsal.findings())
            : new Loaded.Rejected<>(List.of(fault));
    if (study.ready(told, "h.counterfactual") == null) {
      return;
    }
    CounterfactualReport report =
        new CounterfactualReport(
            beside,
            inputs.levers(),
            study.name(config.outcome()),
            study.rule(fit),
            inputs.data().info().currency(),
            study.locale);
    study.blocks.addAll(report.blocks());
    study.json.set("counterfactual", report.json());
    study.tables.add(report.table());
  }

  /** The result as a case of a library, or null where none is asked for. */
  @Nullable String example() {
    PolicyConfig.CaseWords words = config.example();
    if (words == null) {
      return null;
    }
    study.heading("case");
    study.say("case.said");
    Fit fit = study.benchmark();
    StringBuilder yaml = new StringBuilder();
    yaml.append("case_id: ").append(text(words.id())).append('\n');
    yaml.append("title: ").append(text(words.title())).append('\n');
    yaml.append("chains: ").append(list(words.chains().stream())).append('\n');
    yaml.append("region: ").append(text(words.region())).append('\n');
    yaml.append("risk: policy\n");
    yaml.append("cause: ").append(text(words.cause())).append('\n');
    yaml.append("from: ").append(words.from()).append('\n');
    yaml.append("conditions: ")
        .append(list(Stream.concat(words.conditions().stream(), found())))
        .append('\n');
    yaml.append("effect: {on: ")
        .append(text(config.outcome()))
        .append(", estimate: ")
        .append(number(fit.coefficient(treatment)))
        .append(", low: ")
        .append(number(fit.low(treatment, .95)))
        .append(", high: ")
        .append(number(fit.high(treatment, .95)))
        .append("}\n");
    yaml.append("evidence: ").append(text(words.evidence())).append('\n');
    return yaml.toString();
  }

  /** Groups in which the effect was seen and those in which it was not, as the study found. */
  private Stream<String> found() {
    return study.groupFindings().stream();
  }

  private static String number(double value) {
    return Double.toString(value);
  }

  private static String list(Stream<String> texts) {
    return "[" + String.join(", ", texts.map(PlanSections::text).toList()) + "]";
  }

  private static String text(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  void methods() {
    study.heading("methods");
    study.blocks.add(
        new Block.Formula(
            "y_{it} = \\alpha_i + \\lambda_t + \\tau D_{it} + x_{it}'\\beta + \\varepsilon_{it}",
            "y_it = alpha_i + lambda_t + tau D_it + x_it'b + e_it"));
    Fit fit = study.benchmark();
    study.say(
        "methods.model",
        study.name(config.outcome()),
        String.join(", ", config.controls().stream().map(study::name).toList()),
        Numbers.count(fit.sizes().observations()),
        study.rule(fit));
    study.blocks.add(new Block.Points(done()));
    study.blocks.add(new Block.Points(believed()));
  }

  /** What was asked for, and nothing else. */
  private List<String> done() {
    List<String> done = new ArrayList<>();
    say(done, config.events() != null, "methods.trends");
    say(done, config.placebo() != null, "methods.placebo");
    say(done, !config.groups().isEmpty(), "methods.groups");
    say(done, !config.mediators().isEmpty(), "methods.mediation");
    List<String> others =
        Stream.of("bacon", "sunab", "cs", "imputation", "synthdid", "dml")
            .filter(config::asks)
            .map(code -> study.word("a." + code))
            .toList();
    if (!others.isEmpty()) {
      done.add(study.word("methods.estimators", String.join(", ", others)));
    }
    say(done, config.asks("honest"), "methods.honest");
    say(done, config.triple() != null, "methods.triple");
    say(done, config.dynamic() != null, "methods.dynamic");
    say(done, config.space() != null, "methods.spillover");
    return done;
  }

  private List<String> believed() {
    List<String> believed = new ArrayList<>();
    say(believed, true, "methods.limits");
    say(believed, config.space() != null, "methods.limits.spillover");
    say(believed, config.space() == null, "methods.limits.alone");
    say(believed, !config.mediators().isEmpty(), "methods.limits.mediation");
    return believed;
  }

  private void say(List<String> lines, boolean asked, String key) {
    if (asked) {
      lines.add(study.word(key));
    }
  }
}
