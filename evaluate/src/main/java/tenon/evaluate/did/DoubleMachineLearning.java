package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Lanes;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.numeric.PenalisedRegression;
import tenon.numeric.PenalisedRegression.Law;
import tenon.numeric.PenalisedRegression.Model;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Difference in differences with learned trends and propensities. For a cohort g and the units
 * never treated, with dY the mean outcome from g on less that of the last period before, l(x) the
 * expected dY of controls and p(x) the propensity, both foretold for each unit from other folds:
 *
 * <pre>
 * theta_g = sum_i (D_i - p_i) / (1 - p_i) (dY_i - l_i) / sum_i D_i
 * phi_i   = n / sum D ((D_i - p_i) / (1 - p_i) (dY_i - l_i) - theta_g D_i)
 * </pre>
 *
 * <p>Cohorts are weighted by their treated units, whose shares count as estimated. Of several
 * dealings out the median counts, with var = median(var_s + (theta_s - theta)^2). The score is
 * orthogonal to both learned parts, so that their slow learning does not bias it at first order.
 * Sources: Sant'Anna and Zhao 2020 (score); Chang 2020 (learned parts); Chernozhukov et al. 2018,
 * 3.3 (folds, median).
 */
public final class DoubleMachineLearning {
  /** Propensities are cut here, so that no weight explodes. */
  private static final double MOST = .99;

  private static final int TUNING = 5;

  private final DoubleMachineLearningSpec spec;
  private final StaggeredPanel panel;
  private final double[][] covariates;
  private final Notes notes;
  private int cut;

  private DoubleMachineLearning(
      Observations data, DoubleMachineLearningSpec spec, StaggeredPanel panel, Notes notes) {
    this.spec = spec;
    this.panel = panel;
    this.notes = notes;
    covariates = spec.covariates().stream().map(data::numbers).toArray(double[][]::new);
  }

  /** One cohort beside the units never treated. */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  private record Sample(double cohort, int[] units, double[] change, double[][] x, double[] d) {
    int treated() {
      return (int) Arrays.stream(d).sum();
    }
  }

  /** An estimate with its influence on the units of a sample. */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  private record Part(double estimate, double[] influence) {}

  /** Estimates the effect. */
  public static Loaded<DoubleMachineLearningResult> estimate(
      Observations data, DoubleMachineLearningSpec spec) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    StaggeredPanel panel = StaggeredPanel.of(data, spec.columns(), spec.covariates(), notes);
    if (panel == null) {
      return new Loaded.Rejected<>(findings.list());
    }
    DoubleMachineLearningResult result =
        new DoubleMachineLearning(data, spec, panel, notes).estimate();
    return result == null || findings.hasErrors()
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(result, findings.list());
  }

  private @Nullable DoubleMachineLearningResult estimate() {
    List<Sample> samples = new ArrayList<>();
    boolean[] used = new boolean[panel.unitCount()];
    for (double cohort : panel.treatedCohorts()) {
      Sample sample = sample(cohort);
      int controls = sample.d().length - sample.treated();
      int least = 2 * Math.max(1, spec.folds());
      if (sample.treated() < least || controls < least) {
        notes.warn(
            "cohort-too-small",
            spec.columns().cohort(),
            Observations.label(cohort),
            Integer.toString(sample.treated()),
            Integer.toString(controls),
            Integer.toString(least));
      } else {
        samples.add(sample);
        Arrays.stream(sample.units()).forEach(unit -> used[unit] = true);
      }
    }
    if (samples.isEmpty()) {
      notes.error("no-comparison", spec.columns().cohort(), null);
      return null;
    }
    List<Part> parts = parts(samples);
    List<Effect[]> repeats = new ArrayList<>();
    for (int repeat = 0; repeat < spec.repeats(); repeat++) {
      int from = repeat * samples.size();
      repeats.add(repeat(samples, used, parts.subList(from, from + samples.size())));
    }
    return result(samples, used, repeats);
  }

  private DoubleMachineLearningResult result(
      List<Sample> samples, boolean[] used, List<Effect[]> repeats) {
    List<Effect> cohorts = new ArrayList<>();
    for (int g = 0; g < samples.size(); g++) {
      int at = g + 1;
      cohorts.add(median(samples.get(g).cohort(), repeats.stream().map(one -> one[at]).toList()));
    }
    int treated = samples.stream().mapToInt(Sample::treated).sum();
    int units = 0;
    for (boolean one : used) {
      units += one ? 1 : 0;
    }
    if (cut > 0) {
      notes.warn("propensity-cut", null, null, Integer.toString(cut), Double.toString(MOST));
    }
    return new DoubleMachineLearningResult(
        median(Double.NaN, repeats.stream().map(one -> one[0]).toList()),
        cohorts,
        repeats.stream().mapToDouble(one -> one[0].estimate()).toArray(),
        treated,
        units - treated,
        panel.unitCount() - units,
        cut);
  }

  private static Effect median(double at, List<Effect> effects) {
    double middle = median(effects.stream().mapToDouble(Effect::estimate).toArray());
    double variance =
        median(
            effects.stream()
                .mapToDouble(
                    one ->
                        one.standardError() * one.standardError()
                            + (one.estimate() - middle) * (one.estimate() - middle))
                .toArray());
    return new Effect(at, middle, Math.sqrt(variance));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The effect over all cohorts, then of each. */
  private static Effect[] repeat(List<Sample> samples, boolean[] used, List<Part> parts) {
    double n = 0;
    for (boolean one : used) {
      n += one ? 1 : 0;
    }
    double treated = samples.stream().mapToInt(Sample::treated).sum();
    Effect[] effects = new Effect[samples.size() + 1];
    double[] influence = new double[used.length];
    double overall = 0;
    for (int g = 0; g < samples.size(); g++) {
      Sample sample = samples.get(g);
      Part part = parts.get(g);
      double own = sample.units().length;
      double squares = Arrays.stream(part.influence()).map(v -> v * v).sum();
      effects[g + 1] = new Effect(sample.cohort(), part.estimate(), Math.sqrt(squares) / own);
      overall += sample.treated() / treated * part.estimate();
    }
    for (int g = 0; g < samples.size(); g++) {
      Sample sample = samples.get(g);
      double share = sample.treated() / treated;
      double more = n / treated * (parts.get(g).estimate() - overall);
      for (int i = 0; i < sample.units().length; i++) {
        influence[sample.units()[i]] +=
            share * n / sample.units().length * parts.get(g).influence()[i] + more * sample.d()[i];
      }
    }
    double squares = Arrays.stream(influence).map(v -> v * v).sum();
    effects[0] = new Effect(Double.NaN, overall, Math.sqrt(squares) / n);
    return effects;
  }

  private Sample sample(double cohort) {
    int base = -1;
    for (int t = 0; t < panel.periods.length && panel.periods[t] < cohort; t++) {
      base = t;
    }
    List<Integer> units = new ArrayList<>();
    List<double[]> x = new ArrayList<>();
    List<Double> changes = new ArrayList<>();
    for (int unit = 0; unit < panel.unitCount(); unit++) {
      double own = panel.cohorts[unit];
      double[] row = own == cohort || own == StaggeredPanel.NEVER ? features(unit, base) : null;
      double change = change(unit, base);
      if (row != null && Double.isFinite(change)) {
        units.add(unit);
        x.add(row);
        changes.add(change);
      }
    }
    if (spec.degree() == 2) {
      x = products(x);
    }
    int[] all = units.stream().mapToInt(Integer::intValue).toArray();
    return new Sample(
        cohort,
        all,
        changes.stream().mapToDouble(Double::doubleValue).toArray(),
        x.toArray(double[][]::new),
        Arrays.stream(all).mapToDouble(unit -> panel.cohorts[unit] == cohort ? 1 : 0).toArray());
  }

  private double change(int unit, int base) {
    double sum = 0;
    int known = 0;
    for (int t = base + 1; t < panel.periods.length; t++) {
      if (panel.isKnown(unit, t)) {
        sum += panel.y[unit][t];
        known++;
      }
    }
    return known == 0 ? Double.NaN : sum / known - panel.y[unit][base];
  }

  /** Covariates at a period; null where one is unknown. */
  private double @Nullable [] features(int unit, int base) {
    if (!panel.isKnown(unit, base)) {
      return null;
    }
    double[] own = new double[covariates.length];
    for (int j = 0; j < own.length; j++) {
      own[j] = covariates[j][panel.rows[unit][base]];
      if (!Double.isFinite(own[j])) {
        return null;
      }
    }
    return own;
  }

  /** With squares and products, of deviations in standard units: raw ones follow each other. */
  private static List<double[]> products(List<double[]> rows) {
    int k = rows.isEmpty() ? 0 : rows.getFirst().length;
    double[] mean = new double[k];
    double[] deviation = new double[k];
    for (int j = 0; j < k; j++) {
      int at = j;
      mean[j] = rows.stream().mapToDouble(row -> row[at]).average().orElse(0);
      double squares =
          rows.stream()
              .mapToDouble(row -> (row[at] - mean[at]) * (row[at] - mean[at]))
              .average()
              .orElse(0);
      deviation[j] = squares > 0 ? Math.sqrt(squares) : 1;
    }
    List<double[]> all = new ArrayList<>();
    for (double[] row : rows) {
      double[] more = Arrays.copyOf(row, k + k * (k + 1) / 2);
      int at = k;
      for (int i = 0; i < k; i++) {
        for (int j = 0; j <= i; j++) {
          more[at++] = (row[i] - mean[i]) / deviation[i] * ((row[j] - mean[j]) / deviation[j]);
        }
      }
      all.add(more);
    }
    return all;
  }

  /** What is learned without one fold. */
  private record Learned(Model trend, Model propensity) {}

  /** A part for each repeat and sample, in this order; folds are learned side by side. */
  private List<Part> parts(List<Sample> samples) {
    int dealings = spec.repeats() * samples.size();
    List<int[]> folds = new ArrayList<>();
    for (int dealing = 0; dealing < dealings; dealing++) {
      folds.add(folds(samples.get(dealing % samples.size()), dealing / samples.size()));
    }
    List<Learned> learned =
        Lanes.run(
            dealings * spec.folds(),
            spec.threads(),
            () ->
                lane -> {
                  int dealing = lane / spec.folds();
                  int held = lane % spec.folds();
                  Sample sample = samples.get(dealing % samples.size());
                  return new Learned(
                      learn(sample, folds.get(dealing), held, Law.GAUSSIAN),
                      learn(sample, folds.get(dealing), held, Law.LOGISTIC));
                });
    List<Part> parts = new ArrayList<>();
    for (int dealing = 0; dealing < dealings; dealing++) {
      int from = dealing * spec.folds();
      parts.add(
          part(
              samples.get(dealing % samples.size()),
              folds.get(dealing),
              learned.subList(from, from + spec.folds())));
    }
    return parts;
  }

  private Part part(Sample sample, int[] fold, List<Learned> learned) {
    int n = sample.d().length;
    double[] weighted = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      Learned others = learned.get(fold[i]);
      double p = others.propensity().at(sample.x()[i]);
      cut += p > MOST ? 1 : 0;
      p = Math.min(MOST, p);
      weighted[i] =
          (sample.d()[i] - p) / (1 - p) * (sample.change()[i] - others.trend().at(sample.x()[i]));
      sum += weighted[i];
    }
    double treated = sample.treated();
    double estimate = sum / treated;
    double[] influence = new double[n];
    for (int i = 0; i < n; i++) {
      influence[i] = n / treated * (weighted[i] - estimate * sample.d()[i]);
    }
    return new Part(estimate, influence);
  }

  /** Learns from the units out of a fold: of the trend from controls only. */
  private Model learn(Sample sample, int[] fold, int held, Law law) {
    List<double[]> rows = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < fold.length; i++) {
      boolean out = spec.folds() == 1 || fold[i] != held;
      if (out && (law == Law.LOGISTIC || sample.d()[i] == 0)) {
        rows.add(sample.x()[i]);
        values.add(law == Law.LOGISTIC ? sample.d()[i] : sample.change()[i]);
      }
    }
    double[][] x = rows.toArray(double[][]::new);
    double[] y = values.stream().mapToDouble(Double::doubleValue).toArray();
    int[] tuning = new int[y.length];
    Arrays.setAll(tuning, i -> i % TUNING);
    return switch (spec.learner()) {
      case PLAIN -> PenalisedRegression.fit(x, y, law, 0, 0);
      case LASSO -> PenalisedRegression.tuned(x, y, law, 1, tuning);
      case RIDGE -> PenalisedRegression.tuned(x, y, law, 0, tuning);
    };
  }

  /** Folds of nearly equal size, among treated units and among controls. */
  private int[] folds(Sample sample, int repeat) {
    RandomStream stream =
        RandomStreams.of(spec.seed()).stream(
            Purpose.RESAMPLE, "folds " + Observations.label(sample.cohort()), repeat);
    int n = sample.d().length;
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    for (int i = n - 1; i > 0; i--) {
      int other = stream.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[other];
      order[other] = swap;
    }
    int[] fold = new int[n];
    int[] next = new int[2];
    for (int i : order) {
      fold[i] = next[(int) sample.d()[i]]++ % spec.folds();
    }
    return fold;
  }
}
