package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.algebra.Matrices;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.numeric.Laws;
import tenon.numeric.SymmetricEigen;

/**
 * Sensitivity of an event study to failures of parallel trends (Rambachan and Roth 2023), by the
 * conditional and least favourable hybrid test C-LF of Andrews, Roth and Pakes 2023; see {@link
 * ConditionalTest}. A value of the effect is kept where some difference in trends within the bounds
 * explains the estimates.
 */
public final class HonestDid {
  /** Covariances are read from files that round: this much of the largest variance is let pass. */
  private static final double ROUNDED = 1e-6;

  private static final double LEVEL = .05;

  /** Half the width of the grid beyond the bounds, in standard errors. */
  private static final double REACH = 20;

  private final double[] estimates;
  private final double[][] covariance;
  private final int before;
  private final double[] weights;
  private final HonestDidSpec spec;

  private HonestDid(
      double[] estimates, double[][] covariance, int before, double[] weights, HonestDidSpec spec) {
    this.estimates = estimates;
    this.covariance = covariance;
    this.before = before;
    this.weights = weights;
    this.spec = spec;
  }

  /** Sensitivity of an event study with reference -1. */
  public static Loaded<HonestDidResult> sensitivity(EventStudyResult study, HonestDidSpec spec) {
    int count = study.effects().size();
    int[] at = new int[count];
    double[] estimates = new double[count];
    int before = 0;
    for (int i = 0; i < count; i++) {
      Effect effect = study.effects().get(i);
      at[i] = study.fit().number("event time::" + Observations.label(effect.at()));
      estimates[i] = effect.estimate();
      before += effect.at() < 0 ? 1 : 0;
    }
    return sensitivity(estimates, Matrices.part(study.fit().covariance(), at), before, spec);
  }

  /**
   * Sensitivity of estimates.
   *
   * @param estimates by period in ascending order, the reference (just before adoption) left out
   * @param covariance of the estimates
   * @param before how many of them lie before adoption
   */
  public static Loaded<HonestDidResult> sensitivity(
      double[] estimates, double[][] covariance, int before, HonestDidSpec spec) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    int after = estimates.length - before;
    double[] weights = new double[Math.max(after, 0)];
    for (int k = 0; k < weights.length; k++) {
      boolean given = k < spec.weights().size();
      weights[k] = given ? spec.weights().get(k) : spec.weights().isEmpty() && k == 0 ? 1 : 0;
    }
    if (before < 1 || after < 1 || spec.weights().size() > after) {
      notes.error("honest-periods", null, null, Integer.toString(before), Integer.toString(after));
      return new Loaded.Rejected<>(findings.list());
    }
    if (!isSound(estimates, covariance, notes)) {
      return new Loaded.Rejected<>(findings.list());
    }
    HonestDid method = new HonestDid(estimates, covariance, before, weights, spec);
    List<HonestDidResult.Interval> intervals = new ArrayList<>();
    for (double bound : spec.bounds()) {
      HonestDidResult.Interval interval = method.interval(bound);
      if (interval == null) {
        notes.error("honest-size", null, null, Integer.toString(after));
        return new Loaded.Rejected<>(findings.list());
      }
      if (interval.reachesEnd()) {
        notes.warn("honest-open", null, null, Notes.number(bound));
      }
      intervals.add(interval);
    }
    double effect = 0;
    for (int k = 0; k < after; k++) {
      effect += weights[k] * estimates[before + k];
    }
    double reach = Laws.normalQuantile(1 - LEVEL / 2) * method.error();
    return new Loaded.Ready<>(
        new HonestDidResult(effect - reach, effect + reach, intervals, findings.list()),
        findings.list());
  }

  /** Whether all are numbers and the covariance is one, after the fault was told. */
  private static boolean isSound(double[] estimates, double[][] covariance, Notes notes) {
    double size = 0;
    double apart = 0;
    for (int i = 0; i < estimates.length; i++) {
      size = Math.max(size, Math.abs(covariance[i][i]));
      for (int j = 0; j < estimates.length; j++) {
        apart = Math.max(apart, Math.abs(covariance[i][j] - covariance[j][i]));
        if (!Double.isFinite(estimates[i] + covariance[i][j])) {
          notes.error(
              "honest-number", null, null, Integer.toString(i + 1), Integer.toString(j + 1));
          return false;
        }
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(covariance);
    double least = eigen.value(eigen.size() - 1);
    if (size == 0 || apart > ROUNDED * size || least < -ROUNDED * size) {
      notes.error("honest-covariance", null, null, Notes.number(apart), Notes.number(least));
      return false;
    }
    return true;
  }

  private double error() {
    double[] load = new double[estimates.length];
    System.arraycopy(weights, 0, load, before, weights.length);
    return Math.sqrt(Matrices.form(load, covariance, load));
  }

  private HonestDidResult.@Nullable Interval interval(double bound) {
    List<ConditionalTest> tests = new ArrayList<>();
    for (Trends trends : Trends.of(spec.restriction(), before, weights.length, bound)) {
      ConditionalTest test =
          ConditionalTest.of(trends, estimates, covariance, before, weights, spec, LEVEL);
      if (test == null) {
        return null;
      }
      tests.add(test);
    }
    double half = REACH * error() + Trends.reach(spec.restriction(), weights, bound);
    double low = Double.NaN;
    double high = Double.NaN;
    boolean end = false;
    for (int point = 0; point < spec.gridPoints(); point++) {
      double value = -half + 2 * half * point / (spec.gridPoints() - 1);
      if (tests.stream().anyMatch(test -> !test.rejects(value))) {
        low = Double.isNaN(low) ? value : low;
        high = value;
        end |= point == 0 || point == spec.gridPoints() - 1;
      }
    }
    return new HonestDidResult.Interval(bound, low, high, end);
  }
}
