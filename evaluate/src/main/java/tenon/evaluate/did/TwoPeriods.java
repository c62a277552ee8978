package tenon.evaluate.did;

import org.jspecify.annotations.Nullable;
import tenon.evaluate.algebra.Cholesky;
import tenon.evaluate.algebra.Logit;
import tenon.evaluate.algebra.Matrices;

/**
 * The effect on the treated from two periods of a panel, with its influence function. Formulas of
 * Sant'Anna and Zhao 2020: 2.1 (outcome regression), Hajek weights (propensity), 3.1 (both, with a
 * logit and least squares).
 *
 * @param estimate the effect
 * @param influence by unit; its mean square over n is the variance
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record TwoPeriods(double estimate, double[] influence) {
  /** Propensities are cut here, so that no weight explodes. */
  private static final double MOST = 1 - 1e-6;

  /**
   * Estimates the effect.
   *
   * @param change outcome after less outcome before, by unit
   * @param x covariates by unit, a constant first
   * @param treated whether the unit is treated
   * @return null where covariates tell treated units and controls apart, or too few are controls
   */
  static @Nullable TwoPeriods of(
      double[] change, double[][] x, boolean[] treated, CallawaySantAnnaSpec.Method method) {
    Work work = new Work(change, x, treated);
    return switch (method) {
      case REGRESSION -> work.regression();
      case WEIGHTING -> work.weighting(false);
      case DOUBLY_ROBUST -> work.weighting(true);
    };
  }

  private static final class Work {
    private final double[] change;
    private final double[][] x;
    private final boolean[] treated;
    private final int n;
    private final int k;

    Work(double[] change, double[][] x, boolean[] treated) {
      this.change = change;
      this.x = x;
      this.treated = treated;
      n = change.length;
      k = x[0].length;
    }

    /** Least squares of the change among controls. */
    private final class Outcome {
      private final double[] fitted = new double[n];
      private final double[][] inverse;
      private final boolean full;

      Outcome() {
        double[][] moments = new double[k][k];
        double[] right = new double[k];
        for (int i = 0; i < n; i++) {
          if (!treated[i]) {
            Matrices.addOuter(moments, x[i], 1);
            for (int j = 0; j < k; j++) {
              right[j] += x[i][j] * change[i];
            }
          }
        }
        Matrices.mirror(moments);
        Cholesky factor = Cholesky.of(moments, 1e-13);
        full = factor.rank() == k;
        double[] b = factor.solve(right);
        inverse = factor.inverse();
        for (int i = 0; i < n; i++) {
          fitted[i] = Matrices.dot(x[i], b);
        }
      }

      /** The part of unit i in the estimate of m'b: n (x'x)^-1 x_i e_i. */
      double part(int i, double[] m) {
        return treated[i] ? 0 : n * (change[i] - fitted[i]) * Matrices.form(x[i], inverse, m);
      }
    }

    @Nullable TwoPeriods regression() {
      Outcome outcome = new Outcome();
      if (!outcome.full) {
        return null;
      }
      double share = share();
      double effect = 0;
      double[] m = new double[k];
      for (int i = 0; i < n; i++) {
        if (treated[i]) {
          effect += (change[i] - outcome.fitted[i]) / n / share;
          add(m, x[i], 1.0 / n);
        }
      }
      double[] influence = new double[n];
      for (int i = 0; i < n; i++) {
        double own = treated[i] ? change[i] - outcome.fitted[i] - effect : 0;
        influence[i] = (own - outcome.part(i, m)) / share;
      }
      return new TwoPeriods(effect, influence);
    }

    @Nullable TwoPeriods weighting(boolean withOutcome) {
      Logit logit = Logit.fit(x, treated);
      Outcome outcome = new Outcome();
      if (!logit.converged() || (withOutcome && !outcome.full)) {
        return null;
      }
      double[] weight = new double[n];
      double[] rest = new double[n];
      double treatedShare = share();
      double controlWeight = 0;
      double treatedMean = 0;
      double controlMean = 0;
      for (int i = 0; i < n; i++) {
        double p = Math.min(logit.probabilities()[i], MOST);
        weight[i] = treated[i] ? 0 : p / (1 - p);
        rest[i] = change[i] - (withOutcome ? outcome.fitted[i] : 0);
        controlWeight += weight[i] / n;
        treatedMean += treated[i] ? rest[i] / n : 0;
        controlMean += weight[i] * rest[i] / n;
      }
      treatedMean /= treatedShare;
      controlMean /= controlWeight;
      double[] m1 = new double[k];
      double[] m2 = new double[k];
      double[] m3 = new double[k];
      for (int i = 0; i < n; i++) {
        add(m1, x[i], treated[i] ? 1.0 / n : 0);
        add(m2, x[i], weight[i] * (rest[i] - controlMean) / n);
        add(m3, x[i], weight[i] / n);
      }
      double[] influence = new double[n];
      for (int i = 0; i < n; i++) {
        double propensity =
            n
                * ((treated[i] ? 1 : 0) - logit.probabilities()[i])
                * Matrices.form(x[i], logit.covariance(), m2);
        double one = treated[i] ? rest[i] - treatedMean : 0;
        double two = weight[i] * (rest[i] - controlMean) + propensity;
        if (withOutcome) {
          one -= outcome.part(i, m1);
          two -= outcome.part(i, m3);
        }
        influence[i] = one / treatedShare - two / controlWeight;
      }
      return new TwoPeriods(treatedMean - controlMean, influence);
    }

    private double share() {
      double count = 0;
      for (boolean one : treated) {
        count += one ? 1 : 0;
      }
      return count / n;
    }

    private static void add(double[] sum, double[] row, double factor) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += factor * row[j];
      }
    }
  }
}
