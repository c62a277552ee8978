package tenon.study.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Errors;
import tenon.evaluate.Factor;
import tenon.evaluate.Fit;
import tenon.evaluate.Formula;
import tenon.evaluate.Observations;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.respond.design.LeverRehearsal;
import tenon.study.answer.Answer;
import tenon.study.design.LeverInputs;
import tenon.study.document.Document;
import tenon.study.effect.PanelCheck;
import tenon.study.effect.PanelFile;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.text.Refusal;
import tenon.twin.site.SimulationSpec;

/**
 * {@code tenon evaluate counterfactual PANEL}: the effect that a panel shows beside what the same
 * policy, as levers, does on the twin of a chain.
 */
public final class Counterfactual {
  private static final String NAME = "counterfactual";

  /** Runs where nothing is said. */
  static final int USUAL_RUNS = 200;

  private Counterfactual() {}

  /** As a method, for the command line. */
  public static Method method(String family) {
    return new Method(
        family,
        NAME,
        "PANEL.csv",
        List.of(
            MethodOption.needed("formula"),
            MethodOption.needed("treat"),
            MethodOption.texts("cluster"),
            MethodOption.needed("package"),
            MethodOption.needed("levers"),
            new MethodOption("scenarios", MethodOption.texts("scenarios").domain(), "", true),
            MethodOption.choice("measure", "served", "loss"),
            MethodOption.whole("reps", 2, 1_000_000, Integer.toString(USUAL_RUNS))),
        Counterfactual::run);
  }

  private static Loaded<Answer> run(Asked asked, Progress progress) throws IOException {
    List<Finding> findings = new ArrayList<>();
    Loaded<Observations> panel = PanelFile.read(asked.source());
    Loaded<Formula> parsed = Formula.parse(asked.text("formula"));
    Loaded<LeverInputs> levers =
        LeverInputs.read(
            Path.of(asked.text("package")),
            Path.of(asked.text("levers")),
            asked.texts("scenarios"),
            "--scenarios");
    findings.addAll(panel.findings());
    findings.addAll(parsed.findings());
    findings.addAll(levers.findings());
    if (!(panel instanceof Loaded.Ready<Observations>(var data, var _))
        || !(parsed instanceof Loaded.Ready<Formula>(var formula, var _))
        || !(levers instanceof Loaded.Ready<LeverInputs>(var inputs, var _))) {
      return new Loaded.Rejected<>(findings);
    }
    RegressionSpec spec = RegressionSpec.of(formula).withThreads(asked.threads()).withResiduals();
    List<String> clusters = asked.texts("cluster");
    Loaded<Fit> fitted =
        PanelCheck.named(
            data,
            "",
            "",
            PanelCheck.effects(formula),
            data.has(asked.text("treat")) ? asked.text("treat") : "",
            () ->
                Regression.fit(
                    data,
                    clusters.isEmpty()
                        ? spec
                        : spec.withErrors(new Errors.Clustered(clusters, false))));
    findings.addAll(fitted.findings());
    String treatment = asked.text("treat");
    if (!(fitted instanceof Loaded.Ready<Fit>(var fit, var _))) {
      return new Loaded.Rejected<>(findings);
    }
    if (fit.number(treatment) < 0
        || !data.has(treatment)
        || !(formula.outcome() instanceof Factor.Variable(String outcome, int _))) {
      findings.add(
          Refusal.of("counterfactual-term", "--treat", treatment, String.join(", ", fit.names())));
      return new Loaded.Rejected<>(findings);
    }
    LeverRehearsal rehearsal = rehearse(inputs, asked.whole("reps", USUAL_RUNS), asked, progress);
    findings.addAll(rehearsal.findings());
    BesideTwin beside =
        BesideTwin.of(
            fit, data, outcome, treatment, rehearsal, BesideTwin.Measure.of(asked.text("measure")));
    Finding fault = fault(beside, outcome);
    if (fault != null) {
      findings.add(fault);
      return new Loaded.Rejected<>(findings);
    }
    return new Loaded.Ready<>(
        answer(asked, inputs, beside, outcome, fit.rule().in(asked.locale())), findings);
  }

  private static LeverRehearsal rehearse(
      LeverInputs inputs, int runs, Asked asked, Progress progress) {
    return rehearse(inputs, runs, asked.seed(), asked.threads(), progress);
  }

  static LeverRehearsal rehearse(
      LeverInputs inputs, int runs, long seed, int threads, Progress progress) {
    return LeverRehearsal.of(
        inputs.data().chain(),
        inputs.levers(),
        inputs.hazards(),
        SimulationSpec.of(runs, seed).withThreads(threads),
        progress);
  }

  /** Why no shares can be told, or null where they can. */
  static @Nullable Finding fault(BesideTwin beside, String outcome) {
    if (!(beside.level() > 0)) {
      return Refusal.of("counterfactual-level", outcome, Double.toString(beside.level()));
    }
    return Double.isFinite(beside.twin().value())
        ? null
        : Refusal.of("counterfactual-no-loss", "--scenarios", null);
  }

  private static Answer answer(
      Asked asked, LeverInputs inputs, BesideTwin beside, String outcome, String rule) {
    CounterfactualReport report =
        new CounterfactualReport(
            beside,
            inputs.levers(),
            outcome,
            rule,
            inputs.data().info().currency(),
            asked.locale());
    List<String> lines = new ArrayList<>(report.lines());
    lines.add(rule);
    List<Path> files = new ArrayList<>(List.of(asked.source()));
    files.addAll(inputs.files());
    return new Answer(
        "evaluate " + NAME,
        lines,
        report.json(),
        List.of(report.table()),
        new Document(report.title(), "", asked.locale(), report.blocks()),
        files,
        asked.settings(),
        true);
  }
}
