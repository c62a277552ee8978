package tenon.study.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Fit;
import tenon.evaluate.Observations;
import tenon.evaluate.PanelAudit;
import tenon.evaluate.did.EventStudyResult;
import tenon.evaluate.prepare.Preparation;
import tenon.evaluate.prepare.Prepared;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.FlatTable;
import tenon.study.answer.Answer;
import tenon.study.design.LeverInputs;
import tenon.study.document.Document;
import tenon.study.effect.PanelFile;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;

/** {@code tenon evaluate study PANEL --config study.yaml}: the whole study by a study file. */
public final class PolicyStudy {
  private static final String CONFIG = "config";
  private static final String CASE_FILE = "case.yaml";

  private PolicyStudy() {}

  /** As a method, for the command line. */
  public static Method method(String family) {
    return new Method(
        family, "study", "PANEL.csv", List.of(MethodOption.needed(CONFIG)), PolicyStudy::run);
  }

  private static Loaded<Answer> run(Asked asked, Progress progress) throws IOException {
    Loaded<Observations> read = PanelFile.read(asked.source());
    if (!(read instanceof Loaded.Ready<Observations>(var raw, var warnings))) {
      return new Loaded.Rejected<>(read.findings());
    }
    return switch (PolicyReader.read(Path.of(asked.text(CONFIG)), raw.names())) {
      case Loaded.Rejected<PolicyConfig>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<PolicyConfig>(var config, var _) ->
          prepared(asked, config, raw, warnings, progress);
    };
  }

  private static Loaded<Answer> prepared(
      Asked asked, PolicyConfig config, Observations raw, List<Finding> warnings, Progress progress)
      throws IOException {
    List<String> finite = new ArrayList<>(config.controls());
    finite.add(config.outcome());
    finite.addAll(config.mediators());
    finite.removeIf(column -> !raw.has(column));
    int[] known = Preparation.known(raw, config.preparation());
    List<Finding> faults = new ArrayList<>();
    List<Finding> doubts = new ArrayList<>(warnings);
    PanelAudit audit =
        taken(
            PanelFile.placed(
                PanelAudit.audit(
                    raw.rows(known),
                    config.preparation().panel(),
                    config.treatment(),
                    finite.stream().distinct().toList()),
                asked.source(),
                known),
            faults,
            doubts);
    Prepared prepared = taken(Preparation.prepare(raw, config.preparation()), faults, doubts);
    PolicyConfig.Roster asks = config.roster();
    FlatTable roster = asks == null ? null : taken(roster(asks), faults, doubts);
    PolicyConfig.Twin twin = config.twin();
    LeverInputs levers =
        twin == null
            ? null
            : taken(
                LeverInputs.read(twin.chain(), twin.levers(), twin.scenarios(), asked.text(CONFIG)),
                faults,
                new ArrayList<>());
    if (audit == null || prepared == null || !faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    Observations data = prepared.data();
    data =
        data.with(
            PolicyContext.COHORT,
            PanelFile.cohorts(data, config.unit(), config.period(), config.treatment()));
    PolicyContext study =
        new PolicyContext(config, data, asked.locale(), asked.seed(), asked.threads());
    study.findings.addAll(doubts);
    return study(asked, study, audit, prepared, roster, levers, progress);
  }

  /** The value, or null where there is none; so that every part is asked before any refuses. */
  private static <T> @Nullable T taken(
      Loaded<T> loaded, List<Finding> faults, List<Finding> doubts) {
    return switch (loaded) {
      case Loaded.Ready<T>(var value, var more) -> {
        doubts.addAll(more);
        yield value;
      }
      case Loaded.Rejected<T>(var errors) -> {
        faults.addAll(errors);
        yield null;
      }
    };
  }

  private static Loaded<FlatTable> roster(PolicyConfig.Roster asks) {
    Loaded<FlatTable> read = FlatTable.read(asks.file());
    if (!(read instanceof Loaded.Ready<FlatTable>(var table, var _))) {
      return read;
    }
    List<Finding> faults = new ArrayList<>();
    for (String column : List.of(asks.place(), asks.unit(), asks.how(), asks.candidates())) {
      if (!column.isEmpty() && !table.has(column)) {
        faults.add(table.unknown(column));
      }
    }
    return faults.isEmpty() ? read : new Loaded.Rejected<>(faults);
  }

  private static Loaded<Answer> study(
      Asked asked,
      PolicyContext study,
      PanelAudit audit,
      Prepared prepared,
      @Nullable FlatTable roster,
      @Nullable LeverInputs levers,
      Progress progress) {
    PanelSections panel = new PanelSections(study);
    panel.panel(audit, prepared);
    PolicyConfig.Roster asks = study.config.roster();
    if (asks != null && roster != null) {
      panel.roster(asks, roster);
    }
    panel.descriptives();
    EventStudyResult events = panel.trends();
    if (!panel.benchmark()) {
      return new Loaded.Rejected<>(study.faults());
    }
    CheckSections checks = new CheckSections(study);
    checks.robustness();
    checks.placebo();
    MechanismSections mechanism = new MechanismSections(study);
    mechanism.groups();
    mechanism.mediation();
    new AlternativeSections(study).alternatives(events);
    DynamicSections dynamic = new DynamicSections(study);
    dynamic.triple();
    dynamic.dynamic();
    mechanism.spillover();
    PlanSections plan = new PlanSections(study);
    plan.power();
    plan.pilots();
    PolicyConfig.Twin twin = study.config.twin();
    if (levers != null && twin != null) {
      plan.counterfactual(levers, twin, progress);
    }
    String example = plan.example();
    plan.methods();
    return new Loaded.Ready<>(
        answer(asked, study, example, levers), study.findings.stream().distinct().toList());
  }

  private static Answer answer(
      Asked asked, PolicyContext study, @Nullable String example, @Nullable LeverInputs levers) {
    PolicyConfig config = study.config;
    Fit fit = study.benchmark();
    String t = config.treatment();
    study.json.set("estimate", Json.exact(fit.coefficient(t)));
    study.json.set("std_error", Json.exact(fit.standardError(t)));
    study.json.set("ci_low", Json.exact(fit.low(t, .95)));
    study.json.set("ci_high", Json.exact(fit.high(t, .95)));
    study.json.put("n", fit.sizes().observations());
    List<Table> tables = new ArrayList<>(List.of(study.estimates()));
    tables.addAll(study.tables);
    List<String> lines =
        List.of(
            study.word(
                "line",
                study.name(config.outcome()),
                Numbers.fixed(fit.coefficient(t), 4),
                Numbers.fixed(fit.low(t, .95), 4),
                Numbers.fixed(fit.high(t, .95), 4),
                Numbers.count(fit.sizes().observations())),
            study.rule(fit));
    List<Path> inputs = new ArrayList<>(List.of(asked.source(), Path.of(asked.text(CONFIG))));
    PolicyConfig.Roster roster = config.roster();
    if (roster != null) {
      inputs.add(roster.file());
    }
    if (levers != null) {
      inputs.addAll(levers.files());
    }
    Map<String, String> settings = new TreeMap<>(asked.settings());
    settings.remove(CONFIG);
    settings.put("treatment", t);
    settings.put("outcome", config.outcome());
    Map<String, String> texts = new LinkedHashMap<>();
    if (example != null) {
      texts.put(CASE_FILE, example);
    }
    return new Answer(
        "evaluate study",
        lines,
        study.json,
        tables,
        new Document(
            study.word("title", study.name(config.outcome())),
            study.word(
                "subtitle",
                Numbers.count(fit.sizes().observations()),
                String.join(", ", config.clusters().stream().map(study::name).toList())),
            study.locale,
            study.blocks),
        inputs,
        settings,
        true,
        texts);
  }
}
