package tenon.study.composite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenon.assess.pipeline.Pipeline;
import tenon.assess.pipeline.PipelineResult;
import tenon.assess.pipeline.PipelineSpec;
import tenon.assess.spatial.SpatialWeights;
import tenon.assess.uncertainty.Design;
import tenon.assess.uncertainty.Sensitivity;
import tenon.assess.uncertainty.SensitivityResult;
import tenon.assess.uncertainty.Uncertainty;
import tenon.assess.uncertainty.UncertaintyResult;
import tenon.assess.uncertainty.UncertaintySpec;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.FlatTable;
import tenon.study.answer.Answer;
import tenon.study.corpus.TextCounts;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.page.Table;
import tenon.study.text.Refusal;
import tenon.study.workbook.TableFile;

/** {@code tenon assess DATA --config study.yaml}: the whole index by a study file. */
public final class IndexStudy {
  /** The option that asks for it. */
  public static final String CONFIG = "config";

  private static final String SCENARIO = "scenario";

  private IndexStudy() {}

  /** As a method, for the command line. */
  public static Method method() {
    return new Method(
        "assess",
        "index",
        "PACKAGE|DATA",
        List.of(
            MethodOption.needed(CONFIG),
            MethodOption.text("runs"),
            MethodOption.text(SCENARIO),
            MethodOption.texts("set"),
            MethodOption.texts("what-if")),
        IndexStudy::run);
  }

  private static Loaded<Answer> run(Asked asked, Progress progress) throws IOException {
    Path config = Path.of(asked.text(CONFIG));
    return switch (IndexConfig.source(config, WhatIf.changes(asked.texts("set")))) {
      case Loaded.Rejected<IndexConfig.Source>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<IndexConfig.Source>(var source, var _) -> {
        yield switch (IndexData.read(asked.source(), source)) {
          case Loaded.Rejected<IndexData>(var errors) -> new Loaded.Rejected<>(errors);
          case Loaded.Ready<IndexData>(var data, var warnings) ->
              onData(asked, config, data, warnings);
        };
      }
    };
  }

  private static Loaded<Answer> onData(
      Asked asked, Path config, IndexData data, List<Finding> warnings) {
    List<String> changes = WhatIf.changes(asked.texts("set"));
    return switch (chosen(asked, IndexConfig.read(config, changes, data, asked.seed()), data)) {
      case Loaded.Rejected<IndexConfig>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<IndexConfig>(var chosen, var doubted) -> {
        List<Finding> findings = new ArrayList<>(warnings);
        findings.addAll(doubted);
        Loaded<PipelineResult> run = Pipeline.run(data.panel(), chosen.pipeline());
        if (!(run instanceof Loaded.Ready<PipelineResult>(var result, var doubts))) {
          List<Finding> faults = new ArrayList<>(run.findings());
          Space space = chosen.space();
          if (space != null) {
            faults.addAll(
                space.weights(data, data.panel().units(), data.panel().periods()).findings());
          }
          yield new Loaded.Rejected<>(Grouped.of(faults));
        }
        findings.addAll(doubts);
        if (IndexDoubts.scoreless(result, chosen.node())) {
          findings.add(
              Refusal.of("index-no-score", String.valueOf(config.getFileName()), chosen.node()));
          yield new Loaded.Rejected<>(Grouped.of(findings));
        }
        yield changes.isEmpty() && asked.texts("what-if").isEmpty()
            ? varied(asked, config, data, chosen, result, null, findings)
            : changed(asked, config, data, chosen, result, findings);
      }
    };
  }

  /** What a study file asks for, under the scenario of the command line where there is one. */
  private static Loaded<IndexConfig> chosen(Asked asked, Loaded<IndexConfig> read, IndexData data) {
    String name = asked.text(SCENARIO);
    if (name.isEmpty()) {
      return read;
    }
    IndexConfig config = read instanceof Loaded.Ready<IndexConfig>(var ready, var _) ? ready : null;
    Loaded<TwinLoss.Hazards> under =
        TwinLoss.under(name, config == null ? null : config.predicts(), data);
    if (config != null
        && under instanceof Loaded.Ready<TwinLoss.Hazards>(var hazards, var doubts)) {
      return new Loaded.Ready<>(config.under(hazards, data), doubts);
    }
    List<Finding> faults = new ArrayList<>(read.findings());
    faults.addAll(under.findings());
    return new Loaded.Rejected<>(faults);
  }

  /** A study with something changed, beside the study as it stands. */
  private static Loaded<Answer> changed(
      Asked asked,
      Path config,
      IndexData data,
      IndexConfig chosen,
      PipelineResult result,
      List<Finding> findings) {
    IndexConfig weighed = chosen;
    PipelineResult after = result;
    List<String> shares = asked.texts("what-if");
    if (!shares.isEmpty()) {
      List<Finding> faults = new ArrayList<>();
      PipelineSpec spec = chosen.pipeline();
      weighed =
          chosen.with(
              new PipelineSpec(
                  spec.steps(), WhatIf.weights(result, shares, faults), spec.aggregators()));
      Loaded<PipelineResult> run =
          faults.isEmpty()
              ? Pipeline.run(data.panel(), weighed.pipeline())
              : new Loaded.Rejected<>(faults);
      if (!(run instanceof Loaded.Ready<PipelineResult>(var ready, var _))) {
        return new Loaded.Rejected<>(Grouped.of(run.findings()));
      }
      after = ready;
    }
    PipelineResult before = result;
    if (!asked.texts("set").isEmpty()) {
      Loaded<IndexConfig> plain = IndexConfig.read(config, List.of(), data, asked.seed());
      Loaded<PipelineResult> run =
          plain instanceof Loaded.Ready<IndexConfig>(var old, var _)
              ? Pipeline.run(data.panel(), old.pipeline())
              : new Loaded.Rejected<>(plain.findings());
      if (!(run instanceof Loaded.Ready<PipelineResult>(var ready, var _))) {
        return new Loaded.Rejected<>(Grouped.of(run.findings()));
      }
      before = ready;
    }
    Table changes = WhatIf.changes(before, after, chosen.node());
    return varied(asked, config, data, weighed, after, changes, findings);
  }

  private static Loaded<Answer> varied(
      Asked asked,
      Path config,
      IndexData data,
      IndexConfig chosen,
      PipelineResult result,
      @Nullable Table changes,
      List<Finding> findings) {
    Path runs = asked.path("runs");
    if (runs != null && chosen.factors().isEmpty()) {
      return new Loaded.Rejected<>(
          List.of(Refusal.of("runs-without-factors", String.valueOf(config.getFileName()), null)));
    }
    UncertaintyResult uncertainty = null;
    SensitivityResult sensitivity = null;
    if (!chosen.factors().isEmpty()) {
      UncertaintySpec spec =
          UncertaintySpec.of(chosen.pipeline(), chosen.factors(), chosen.node())
              .withReplications(chosen.replications())
              .withSeed(asked.seed())
              .withThreads(asked.threads());
      Loaded<UncertaintyResult> moved = moved(data, spec, runs);
      if (!(moved instanceof Loaded.Ready<UncertaintyResult>(var ready, var doubts))) {
        return new Loaded.Rejected<>(Grouped.of(moved.findings()));
      }
      uncertainty = ready;
      findings.addAll(doubts);
      if (runs == null && chosen.sensitivity()) {
        Loaded<SensitivityResult> sobol = Sensitivity.analyse(data.panel(), spec);
        if (!(sobol instanceof Loaded.Ready<SensitivityResult>(var indices, var more))) {
          return new Loaded.Rejected<>(Grouped.of(sobol.findings()));
        }
        sensitivity = indices;
        findings.addAll(more);
      }
    }
    SpatialWeights weights = null;
    Space space = chosen.space();
    if (space != null) {
      Loaded<SpatialWeights> read =
          space.weights(data, result.last().units(), result.last().periods());
      if (!(read instanceof Loaded.Ready<SpatialWeights>(var ready, var doubts))) {
        return new Loaded.Rejected<>(read.findings());
      }
      weights = ready;
      findings.addAll(doubts);
    }
    findings.addAll(IndexDoubts.of(result, String.valueOf(config.getFileName())));
    IndexConfig.Predicts predicts = chosen.predicts();
    Chain chain = data.chain();
    TwinLoss.Wanted wanted = predicts == null ? null : predicts.twin();
    TwinLoss twin =
        wanted != null && chain != null ? TwinLoss.of(wanted, chain, data.kind(), asked) : null;
    if (twin != null) {
      findings.addAll(twin.findings());
    }
    Answer answer =
        answer(
            asked, config, data, chosen, result, changes, uncertainty, sensitivity, weights, twin);
    return new Loaded.Ready<>(answer, Grouped.of(findings));
  }

  private static Loaded<UncertaintyResult> moved(
      IndexData data, UncertaintySpec spec, @Nullable Path runs) {
    if (runs == null) {
      return Uncertainty.run(data.panel(), spec);
    }
    return switch (TableFile.read(runs)) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var _) -> {
        List<Finding> faults = new ArrayList<>();
        int[][] rows = new int[table.rows()][spec.factors().size()];
        faults.addAll(twice(table));
        for (int factor = 0; factor < spec.factors().size(); factor++) {
          String column = column(table, spec.factors().get(factor).name());
          if (!table.has(column)) {
            faults.add(table.unknown(column));
          } else if (!table.isNumeric(column)) {
            faults.addAll(table.noNumbers(column));
          } else {
            double[] numbers = table.numbers(column);
            for (int run = 0; run < rows.length; run++) {
              if (numbers[run] != Math.rint(numbers[run]) || Math.abs(numbers[run]) > 1e9) {
                String shown = table.texts(column).get(run);
                faults.add(Refusal.of("runs-number", table.place(run), shown, column));
              } else {
                rows[run][factor] = (int) numbers[run] - 1;
              }
            }
          }
        }
        yield faults.isEmpty()
            ? Uncertainty.replay(data.panel(), spec, Design.of(rows))
            : new Loaded.Rejected<>(faults);
      }
    };
  }

  /** Runs that stand twice in their column. */
  private static List<Finding> twice(FlatTable table) {
    List<Finding> faults = new ArrayList<>();
    List<String> runs = table.has("run") ? table.texts("run") : List.of();
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < runs.size(); row++) {
      if (!seen.add(runs.get(row))) {
        faults.add(Refusal.of("runs-twice", table.place(row), runs.get(row)));
      }
    }
    return faults;
  }

  /** The column of a factor: i_name, whatever the case of its letters. */
  private static String column(FlatTable table, String factor) {
    String wanted = "i_" + factor;
    return table.names().stream().filter(wanted::equalsIgnoreCase).findFirst().orElse(wanted);
  }

  private static Answer answer(
      Asked asked,
      Path config,
      IndexData data,
      IndexConfig chosen,
      PipelineResult result,
      @Nullable Table changes,
      @Nullable UncertaintyResult uncertainty,
      @Nullable SensitivityResult sensitivity,
      @Nullable SpatialWeights weights,
      @Nullable TwinLoss twin) {
    IndexTables tables = new IndexTables(result, chosen);
    List<Path> inputs = new ArrayList<>(data.files());
    inputs.add(config);
    Path runs = asked.path("runs");
    if (runs != null) {
      inputs.add(TableFile.file(runs));
    }
    if (chosen.space() instanceof Space.Pairs(Path neighbours)) {
      inputs.add(TableFile.file(neighbours));
    }
    if (twin != null) {
      inputs.addAll(twin.wanted().files());
    }
    Map<String, String> settings = new TreeMap<>(chosen.titles());
    settings.put("seed", Long.toString(asked.seed()));
    settings.put("node", chosen.node());
    for (String option : List.of("set", "what-if", SCENARIO)) {
      if (!asked.text(option).isEmpty()) {
        settings.put(option, asked.text(option));
      }
    }
    IndexReport report =
        new IndexReport(
            result,
            chosen,
            chosen.group().isEmpty() ? null : data.labels().get(chosen.group()),
            weights,
            data,
            asked.locale(),
            asked.seed());
    IndexOutside outside = new IndexOutside(report, data, twin, asked.seed());
    List<Table> all = new ArrayList<>(tables.all(uncertainty, sensitivity));
    Table drivers = outside.table();
    if (drivers != null) {
      all.add(drivers);
    }
    Table losses = outside.losses();
    if (losses != null) {
      all.add(losses);
    }
    TextCounts texts = data.texts();
    if (texts != null) {
      all.add(texts.documents());
      all.add(texts.terms());
    }
    if (changes != null) {
      all.add(changes);
    }
    return new Answer(
        "assess",
        tables.lines(asked.locale(), uncertainty, sensitivity),
        tables.json(uncertainty, sensitivity),
        all,
        report.document(outside, uncertainty, sensitivity),
        inputs,
        settings,
        true);
  }
}
