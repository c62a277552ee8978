package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * Effects by cohort and period after Callaway and Sant'Anna 2021: each compares a cohort's change
 * since its last period before adoption (for earlier periods, since the period before) with that of
 * controls, adjusted for covariates; see {@link TwoPeriods}. Standard errors come from influence
 * functions; the shares behind aggregates count as estimated.
 */
public final class CallawaySantAnna {
  private final CallawaySantAnnaSpec spec;
  private final StaggeredPanel panel;
  private final double[][] covariates;
  private final Notes notes;
  private final List<Integer> units = new ArrayList<>();

  private CallawaySantAnna(
      Observations data, CallawaySantAnnaSpec spec, StaggeredPanel panel, Notes notes) {
    this.spec = spec;
    this.panel = panel;
    this.notes = notes;
    covariates = spec.covariates().stream().map(data::numbers).toArray(double[][]::new);
    int always = 0;
    int gaps = 0;
    for (int u = 0; u < panel.unitCount(); u++) {
      if (panel.cohorts[u] <= panel.periods[0]) {
        always++;
      } else if (isComplete(u)) {
        units.add(u);
      } else {
        gaps++;
      }
    }
    if (always > 0) {
      notes.warn(
          "always-treated-left-out", spec.columns().cohort(), null, Integer.toString(always));
    }
    if (gaps > 0) {
      notes.warn("incomplete-units", spec.columns().unit(), null, Integer.toString(gaps));
    }
  }

  private boolean isComplete(int unit) {
    if (!panel.isComplete(unit)) {
      return false;
    }
    return Arrays.stream(panel.rows[unit])
        .allMatch(row -> Arrays.stream(covariates).allMatch(x -> Double.isFinite(x[row])));
  }

  /** Estimates the effects and their aggregates. */
  public static Loaded<CallawaySantAnnaResult> estimate(
      Observations data, CallawaySantAnnaSpec spec) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    StaggeredPanel panel = StaggeredPanel.of(data, spec.columns(), spec.covariates(), notes);
    if (panel == null) {
      return new Loaded.Rejected<>(findings.list());
    }
    CallawaySantAnnaResult result =
        new CallawaySantAnna(data, spec, panel, notes).estimate(findings);
    return result == null
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(result, findings.list());
  }

  private @Nullable CallawaySantAnnaResult estimate(Findings findings) {
    List<Cell> cells = new ArrayList<>();
    for (double cohort : panel.treatedCohorts()) {
      for (int period = 1; period < panel.periods.length; period++) {
        Cell cell = cell(cohort, period);
        if (cell != null) {
          cells.add(cell);
        }
      }
    }
    if (cells.stream().noneMatch(cell -> cell.period() >= cell.cohort())) {
      notes.error("no-comparison", spec.columns().cohort(), null);
      return null;
    }
    double[] cohorts = units.stream().mapToDouble(u -> panel.cohorts[u]).toArray();
    return new Aggregation(spec, cells, cohorts).result(findings);
  }

  /** An effect with its influence on all units. */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  record Cell(double cohort, double period, double estimate, double[] influence) {}

  private @Nullable Cell cell(double cohort, int period) {
    boolean after = panel.periods[period] >= cohort - spec.anticipation();
    int base = after ? lastBefore(cohort - spec.anticipation()) : period - 1;
    if (base < 0) {
      notes.warn("no-base-period", spec.columns().cohort(), Observations.label(cohort));
      return null;
    }
    double latest = panel.periods[Math.max(period, base)] + spec.anticipation();
    List<Integer> used = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      double own = panel.cohorts[units.get(i)];
      boolean yet = spec.control() == CallawaySantAnnaSpec.Control.NOT_YET_TREATED && own > latest;
      if (own == cohort || own == StaggeredPanel.NEVER || yet) {
        used.add(i);
      }
    }
    return cell(cohort, period, base, used);
  }

  private int lastBefore(double start) {
    int last = -1;
    for (int t = 0; t < panel.periods.length && panel.periods[t] < start; t++) {
      last = t;
    }
    return last;
  }

  private @Nullable Cell cell(double cohort, int period, int base, List<Integer> used) {
    int n = used.size();
    double[] change = new double[n];
    double[][] x = new double[n][covariates.length + 1];
    boolean[] treated = new boolean[n];
    int controls = 0;
    for (int i = 0; i < n; i++) {
      int u = units.get(used.get(i));
      change[i] = panel.y[u][period] - panel.y[u][base];
      treated[i] = panel.cohorts[u] == cohort;
      controls += treated[i] ? 0 : 1;
      x[i][0] = 1;
      for (int j = 0; j < covariates.length; j++) {
        x[i][j + 1] = covariates[j][panel.rows[u][Math.min(period, base)]];
      }
    }
    boolean enough = controls > covariates.length + 1 && controls < n;
    TwoPeriods two = enough ? TwoPeriods.of(change, x, treated, spec.method()) : null;
    if (two == null) {
      notes.warn(
          "cell-not-estimated",
          spec.columns().cohort(),
          Observations.label(cohort),
          Observations.label(panel.periods[period]),
          Integer.toString(controls));
      return null;
    }
    double[] influence = new double[units.size()];
    for (int i = 0; i < n; i++) {
      influence[used.get(i)] = two.influence()[i] * units.size() / n;
    }
    return new Cell(cohort, panel.periods[period], two.estimate(), influence);
  }
}
