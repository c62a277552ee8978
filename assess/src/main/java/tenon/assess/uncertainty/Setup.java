package tenon.assess.uncertainty;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.assess.Notes;
import tenon.assess.pipeline.Pipeline;
import tenon.assess.pipeline.PipelineSpec;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Panel;

/** A panel with checked factors, ready to run any design. */
final class Setup {
  static final String FACTORS = "factors";

  private final UncertaintySpec spec;
  private final Pipeline pipeline;
  private final Findings findings;
  private final int node;

  private Setup(UncertaintySpec spec, Pipeline pipeline, Findings findings, int node) {
    this.spec = spec;
    this.pipeline = pipeline;
    this.findings = findings;
    this.node = node;
  }

  /** Null after an error was told. */
  static @Nullable Setup of(Panel panel, UncertaintySpec spec, Findings findings) {
    Notes notes = Notes.about(FACTORS, findings);
    check(spec, notes);
    Loaded<Pipeline> read = Pipeline.over(panel);
    int node = panel.hierarchy().keys().id(spec.node());
    if (node < 0) {
      notes.error("factor-node", "code", spec.node());
    }
    read.findings().forEach(findings::add);
    return read instanceof Loaded.Ready<Pipeline>(Pipeline pipeline, _) && !findings.hasErrors()
        ? new Setup(spec, pipeline, findings, node)
        : null;
  }

  private static void check(UncertaintySpec spec, Notes notes) {
    if (spec.factors().isEmpty()) {
      notes.error("factor-none", null, null);
    }
    Map<Integer, String> places = new HashMap<>();
    Map<String, Boolean> names = new HashMap<>();
    for (Factor factor : spec.factors()) {
      String name = factor.name();
      if (names.put(name, true) != null) {
        notes.error("factor-twice", "factor", name);
      }
      if (factor.alternatives().size() < 2) {
        notes.error("factor-single", "factor", name);
        continue;
      }
      int place = factor.alternatives().getFirst().place();
      if (factor.alternatives().stream().anyMatch(a -> a.place() != place)) {
        notes.error("factor-places", "factor", name);
      } else if (place >= spec.nominal().steps().size()) {
        String steps = Integer.toString(spec.nominal().steps().size());
        notes.error("factor-nowhere", "factor", name, "" + (place + 1), steps);
      }
      if (new HashSet<>(factor.alternatives()).size() < factor.alternatives().size()) {
        notes.error("factor-repeats", "factor", name);
      }
      String before = places.put(place, name);
      if (before != null) {
        notes.error("factor-overlap", "factor", name, before);
      }
    }
  }

  UncertaintySpec spec() {
    return spec;
  }

  Pipeline pipeline() {
    return pipeline;
  }

  Findings findings() {
    return findings;
  }

  /** Each finding once: many runs say the same. */
  List<Finding> told() {
    return findings.list().stream().distinct().toList();
  }

  int[] levels() {
    return spec.factors().stream().mapToInt(factor -> factor.alternatives().size()).toArray();
  }

  /** The run as chosen; meaningless after an error. */
  Runs.Outcomes nominal() {
    return run(List.of(spec.nominal()));
  }

  /** All runs of a design; meaningless after an error. */
  Runs.Outcomes run(Design design) {
    return run(IntStream.range(0, design.runs()).mapToObj(run -> spec(design, run)).toList());
  }

  private Runs.Outcomes run(List<PipelineSpec> specs) {
    return Runs.of(pipeline, specs, node, spec.threads(), findings);
  }

  private PipelineSpec spec(Design design, int run) {
    PipelineSpec varied = spec.nominal();
    for (int factor = 0; factor < spec.factors().size(); factor++) {
      List<Alternative> alternatives = spec.factors().get(factor).alternatives();
      varied = alternatives.get(design.alternative(run, factor)).in(varied);
    }
    return varied;
  }
}
