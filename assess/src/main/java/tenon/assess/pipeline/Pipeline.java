package tenon.assess.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tenon.assess.Notes;
import tenon.assess.Scores;
import tenon.assess.Tree;
import tenon.assess.Weighting;
import tenon.assess.Weights;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Panel;

/**
 * Runs pipelines over one panel: as a whole by {@link #run(Panel, PipelineSpec)}, or step by step.
 * Immutable.
 */
public final class Pipeline {
  private final DataSet raw;
  private final boolean[] lessIsBetter;
  private final Findings readings;

  private Pipeline(DataSet raw, boolean[] lessIsBetter, Findings readings) {
    this.raw = raw;
    this.lessIsBetter = lessIsBetter;
    this.readings = readings;
  }

  /** Runs a pipeline; rejected with every fault that forbids a score. */
  public static Loaded<PipelineResult> run(Panel panel, PipelineSpec spec) {
    Findings findings = new Findings();
    Loaded<Pipeline> read = over(panel);
    if (!(read instanceof Loaded.Ready<Pipeline>(Pipeline pipeline, _))) {
      return new Loaded.Rejected<>(read.findings());
    }
    findings.addAll(pipeline.readings);
    List<Stage> stages = new ArrayList<>();
    DataSet data = pipeline.raw;
    for (Step step : spec.steps()) {
      stages.add(pipeline.apply(step, data, findings));
      data = stages.getLast().data();
    }
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    pipeline.tellUnknown(data, spec, findings);
    Weights weights = pipeline.weigh(spec.weighting(), data, findings);
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    Scores scores = pipeline.aggregate(data, weights, spec, findings);
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    var result = new PipelineResult(spec, pipeline.raw, stages, weights, scores, findings.list());
    return new Loaded.Ready<>(result, result.findings());
  }

  /** Reads the panel that steps are to be run over. */
  public static Loaded<Pipeline> over(Panel panel) {
    Findings findings = new Findings();
    Tree tree = Tree.of(panel.hierarchy(), Notes.about(Notes.HIERARCHY, findings));
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    Set<String> denominators = new HashSet<>();
    for (int node = 0; node < tree.nodes(); node++) {
      String denominator = panel.hierarchy().denominator(node);
      if (denominator != null) {
        denominators.add(denominator);
      }
    }
    int[] indicators =
        Arrays.stream(tree.leaves())
            .filter(leaf -> !(tree.isTop(leaf) && denominators.contains(tree.code(leaf))))
            .toArray();
    DataSet raw =
        new DataSet(tree, panel.units(), panel.periods(), indicators, columns(panel, tree));
    boolean[] lessIsBetter = new boolean[tree.nodes()];
    Notes notes = Notes.about(Notes.INDICATORS, findings);
    if (raw.width() == 0 || indicators.length == 0) {
      notes.error("nothing", null, null);
    }
    for (int indicator : indicators) {
      lessIsBetter[indicator] = tree.isLessBetter(indicator, notes);
      checkFinite(raw, indicator, notes);
    }
    return findings.hasErrors()
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(new Pipeline(raw, lessIsBetter, findings), findings.list());
  }

  private static double[][] columns(Panel panel, Tree tree) {
    int periods = panel.periods().count();
    int width = panel.units().count() * periods;
    double[][] columns = new double[tree.nodes()][];
    for (int node = 0; node < columns.length; node++) {
      columns[node] = new double[tree.isLeaf(node) ? width : 0];
    }
    int[] leaves = tree.leaves();
    for (int cell = 0; cell < width; cell++) {
      int unit = cell / periods;
      int period = cell % periods;
      for (int leaf : leaves) {
        columns[leaf][cell] = panel.value(unit, period, leaf);
      }
    }
    return columns;
  }

  /** Numbers beyond this count as infinite: their squares and differences would be. */
  private static final double GREATEST = 1e100;

  private static void checkFinite(DataSet raw, int indicator, Notes notes) {
    int endless = 0;
    for (double value : raw.column(indicator)) {
      endless += Math.abs(value) > GREATEST ? 1 : 0;
    }
    if (endless > 0) {
      notes.error("infinite", "value", raw.tree().code(indicator), Integer.toString(endless));
    }
  }

  /** The values as they were given. */
  public DataSet raw() {
    return raw;
  }

  /** Takes one step. Errors found spoil the result. */
  public Stage apply(Step step, DataSet data, Findings findings) {
    Notes notes = Notes.about(Notes.INDICATORS, findings);
    return switch (step) {
      case Step.Denominate _ ->
          new Stage(step, Denominating.of(data, Notes.about(Notes.HIERARCHY, findings)));
      case Step.Screen screen -> Screening.of(screen, data, notes);
      case Step.Impute(Imputation by) -> new Stage(step, Imputing.of(by, data, notes));
      case Step.Treat treat -> Treating.of(treat, data, notes);
      case Step.Normalise normalise ->
          new Stage(step, Normalising.of(normalise, data, lessIsBetter, findings));
    };
  }

  /** Weighs the nodes by prepared values. */
  public Weights weigh(Weighting weighting, DataSet data, Findings findings) {
    return Weights.of(weighting, raw.tree(), data.columns(), data.width(), findings);
  }

  /** Gathers prepared values up the hierarchy. Errors found spoil the result. */
  public Scores aggregate(DataSet data, Weights weights, PipelineSpec spec, Findings findings) {
    double[][] scores =
        new Aggregating(data, spec, Notes.about(Notes.INDICATORS, findings)).gather(weights);
    return new Scores(scores, data.units().count(), data.periods().count());
  }

  private void tellUnknown(DataSet data, PipelineSpec spec, Findings findings) {
    Notes notes = Notes.about(Notes.INDICATORS, findings);
    for (int nth = 0; nth < data.indicators(); nth++) {
      int node = data.indicator(nth);
      int unknown = DataSet.unknown(data.column(node));
      String code = raw.tree().code(node);
      if (unknown == data.width()) {
        notes.warn("indicator-empty", "value", code);
      } else if (unknown > 0) {
        notes.warn("unknown-values", "value", code, "" + unknown, "" + data.width());
      }
    }
    if (spec.steps().stream().noneMatch(Step.Normalise.class::isInstance)) {
      boolean turned = IntStream.range(0, lessIsBetter.length).anyMatch(i -> lessIsBetter[i]);
      notes.warn(turned ? "not-turned" : "not-normalised", null, null);
    }
  }
}
