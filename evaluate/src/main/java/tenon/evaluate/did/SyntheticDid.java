package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * Synthetic difference in differences: for each adoption date its units beside those never treated,
 * with weights on controls and periods ({@link SyntheticCohort}); the effects of several dates are
 * averaged by their treated cells.
 *
 * <p>Source: Arkhangelsky, Athey, Hirshberg, Imbens and Wager 2021, algorithm 1 and appendix A;
 * Clarke, Pailanir, Athey and Imbens 2023 for several adoption dates.
 */
public final class SyntheticDid {
  private final StaggeredPanel panel;
  private final SyntheticDidSpec spec;
  private final Notes notes;

  private SyntheticDid(StaggeredPanel panel, SyntheticDidSpec spec, Notes notes) {
    this.panel = panel;
    this.spec = spec;
    this.notes = notes;
  }

  /** Estimates the effect; units that lack a period are left out and told. */
  public static Loaded<SyntheticDidResult> estimate(Observations data, SyntheticDidSpec spec) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    StaggeredPanel panel = StaggeredPanel.of(data, spec.columns(), notes);
    SyntheticDidResult result =
        panel == null ? null : new SyntheticDid(panel, spec, notes).estimate(findings);
    return result == null
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(result, findings.list());
  }

  private @Nullable SyntheticDidResult estimate(Findings findings) {
    int[] complete = complete();
    int[] controls =
        Arrays.stream(complete).filter(u -> panel.cohorts[u] == StaggeredPanel.NEVER).toArray();
    List<Double> starts = starts(complete, controls.length);
    if (starts.isEmpty()) {
      return null;
    }
    int[] before = starts.stream().mapToInt(this::before).toArray();
    SyntheticSample sample =
        new SyntheticSample(
            outcomes(controls),
            starts.stream()
                .map(start -> outcomes(treated(complete, start)))
                .toArray(double[][][]::new));
    List<SyntheticCohort> cohorts = new ArrayList<>();
    List<SyntheticCohort.Weights> weights = new ArrayList<>();
    List<SyntheticDidResult.Cohort> told = new ArrayList<>();
    double[] shares = sample.shares(before);
    double estimate = 0;
    for (int a = 0; a < before.length; a++) {
      double[][] treated = sample.treated()[a];
      SyntheticCohort cohort = new SyntheticCohort(sample.controls(), treated.length, before[a]);
      SyntheticCohort.Weights own = cohort.weights(sample.controls(), treated);
      double effect = cohort.effect(sample.controls(), treated, own);
      cohorts.add(cohort);
      weights.add(own);
      estimate += shares[a] * effect;
      told.add(
          new SyntheticDidResult.Cohort(
              starts.get(a),
              treated.length,
              panel.periods.length - before[a],
              effect,
              shares[a],
              named(own.units(), i -> panel.units.label(controls[i])),
              named(own.periods(), t -> Observations.label(panel.periods[t]))));
    }
    double error =
        new SyntheticErrors(spec, sample, cohorts, before, notes).error(estimate, weights);
    return new SyntheticDidResult(estimate, error, told, findings.list());
  }

  /** Units with an outcome in every period, those treated from the first on left out. */
  private int[] complete() {
    int always = 0;
    int gaps = 0;
    List<Integer> complete = new ArrayList<>();
    for (int u = 0; u < panel.unitCount(); u++) {
      if (panel.cohorts[u] <= panel.periods[0]) {
        always++;
      } else if (panel.isComplete(u)) {
        complete.add(u);
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
    return complete.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Adoption dates that can be estimated; empty after it was told why there is none. */
  private List<Double> starts(int[] complete, int controls) {
    List<Double> starts = new ArrayList<>();
    List<Double> early = new ArrayList<>();
    for (double start : panel.treatedCohorts()) {
      if (treated(complete, start).length > 0) {
        (before(start) < 2 ? early : starts).add(start);
      }
    }
    int most = Math.max(starts.isEmpty() ? 0 : before(starts.getLast()), early.isEmpty() ? 0 : 1);
    if (controls < 2 || starts.isEmpty()) {
      notes.error(
          "synthetic-too-small", null, null, Integer.toString(controls), Integer.toString(most));
      return List.of();
    }
    for (double start : early) {
      notes.warn("synthetic-early", spec.columns().cohort(), Observations.label(start));
    }
    return starts;
  }

  private int before(double start) {
    return (int) Arrays.stream(panel.periods).filter(t -> t < start).count();
  }

  private int[] treated(int[] complete, double start) {
    return Arrays.stream(complete).filter(u -> panel.cohorts[u] == start).toArray();
  }

  private double[][] outcomes(int[] units) {
    return IntStream.of(units).mapToObj(u -> panel.y[u]).toArray(double[][]::new);
  }

  private static List<SyntheticDidResult.Weight> named(
      double[] weights, IntFunction<String> names) {
    List<SyntheticDidResult.Weight> named = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        named.add(new SyntheticDidResult.Weight(names.apply(i), weights[i]));
      }
    }
    named.sort(Comparator.comparingDouble(SyntheticDidResult.Weight::weight).reversed());
    return named;
  }
}
