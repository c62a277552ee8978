package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.List;
import tenon.evaluate.Coding;
import tenon.evaluate.Fit;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.Regression;
import tenon.evaluate.RegressionSpec;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * The event study of two-way fixed effects: one coefficient for each event time (periods since
 * adoption) but the reference, unit and period effects absorbed. With staggered adoption and
 * effects that differ between cohorts it mixes them with odd weights (Sun and Abraham 2021); see
 * {@link SunAbraham} and {@link CallawaySantAnna}.
 */
public final class EventStudy {
  private static final String EVENT_TIME = "event time";

  private EventStudy() {}

  /** Estimates the effects by event time. */
  public static Loaded<EventStudyResult> estimate(Observations data, EventStudySpec spec) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    StaggeredPanel panel = StaggeredPanel.of(data, spec.columns(), notes);
    if (panel == null) {
      return new Loaded.Rejected<>(findings.list());
    }
    Observations with = data.with(EVENT_TIME, eventTimes(data, panel, spec));
    List<String> terms = new ArrayList<>();
    terms.add("i(" + Terms.quoted(EVENT_TIME) + ", ref=" + spec.reference() + ")");
    terms.addAll(spec.controls());
    RegressionSpec regression = Terms.twoWay(spec.columns(), terms).withThreads(spec.threads());
    var errors = spec.errors();
    Loaded<Fit> loaded =
        Regression.fit(with, errors == null ? regression : regression.withErrors(errors));
    loaded.findings().forEach(findings::add);
    return switch (loaded) {
      case Loaded.Rejected<Fit>(var _) -> new Loaded.Rejected<>(findings.list());
      case Loaded.Ready<Fit>(Fit fit, var _) -> {
        EventStudyResult result = result(fit, Coding.of(with, EVENT_TIME));
        if (result.effects().stream().noneMatch(effect -> effect.at() >= 0)) {
          notes.error("no-comparison", spec.columns().cohort(), null);
          yield new Loaded.Rejected<>(findings.list());
        }
        yield new Loaded.Ready<>(result, findings.list());
      }
    };
  }

  /** Periods since adoption, binned; the reference for units never treated. */
  private static double[] eventTimes(Observations data, StaggeredPanel panel, EventStudySpec spec) {
    double[] times = new double[data.rows()];
    java.util.Arrays.fill(times, Double.NaN);
    for (int u = 0; u < panel.unitCount(); u++) {
      for (int t = 0; t < panel.periods.length; t++) {
        if (panel.isKnown(u, t)) {
          double time = panel.periods[t] - panel.cohorts[u];
          times[panel.rows[u][t]] =
              panel.cohorts[u] == StaggeredPanel.NEVER
                  ? spec.reference()
                  : Math.clamp(time, spec.lowest(), spec.highest());
        }
      }
    }
    return times;
  }

  private static EventStudyResult result(Fit fit, Coding times) {
    List<Effect> effects = new ArrayList<>();
    List<String> before = new ArrayList<>();
    for (int code = 0; code < times.count(); code++) {
      String name = EVENT_TIME + "::" + times.label(code);
      double at = Double.parseDouble(times.label(code));
      if (fit.number(name) >= 0) {
        effects.add(new Effect(at, fit.coefficient(name), fit.standardError(name)));
        if (at < 0) {
          before.add(name);
        }
      }
    }
    return new EventStudyResult(effects, fit.wald(before), fit);
  }
}
