package tenon.evaluate.did;

import java.util.Arrays;

/**
 * Weights on the simplex that minimise zeta<sup>2</sup>|w|<sup>2</sup> + |A w - b|<sup>2</sup>/n, a
 * free constant added to A w. Frank and Wolfe's steps with exact line search, a short run first,
 * after which weights below a quarter of the largest are set to 0, then a long one: the procedure
 * of appendix D of Arkhangelsky and others 2021, whose published numbers depend on it.
 */
final class SimplexWeights {
  private static final int FIRST_STEPS = 100;
  private static final int MOST_STEPS = 10_000;

  private final double[][] a;
  private final double[] b;
  private final double zeta;
  private final double leastDecrease;

  private SimplexWeights(double[][] rows, double[] target, double zeta, double leastDecrease) {
    int n = rows.length;
    int k = rows[0].length;
    this.zeta = zeta;
    this.leastDecrease = leastDecrease;
    a = new double[n][k];
    b = new double[n];
    double targetMean = Arrays.stream(target).average().orElse(0);
    double[] means = new double[k];
    for (double[] row : rows) {
      for (int j = 0; j < k; j++) {
        means[j] += row[j] / n;
      }
    }
    for (int i = 0; i < n; i++) {
      b[i] = target[i] - targetMean;
      for (int j = 0; j < k; j++) {
        a[i][j] = rows[i][j] - means[j];
      }
    }
  }

  /**
   * The weights.
   *
   * @param rows A, one row for each equation
   * @param leastDecrease steps end where the root of the decrease falls below
   */
  static double[] of(double[][] rows, double[] target, double zeta, double leastDecrease) {
    SimplexWeights problem = new SimplexWeights(rows, target, zeta, leastDecrease);
    double[] w = new double[rows[0].length];
    Arrays.fill(w, 1.0 / w.length);
    problem.descend(w, FIRST_STEPS);
    double most = Arrays.stream(w).max().orElse(1);
    double sum = 0;
    for (int j = 0; j < w.length; j++) {
      w[j] = w[j] <= most / 4 ? 0 : w[j];
      sum += w[j];
    }
    for (int j = 0; j < w.length; j++) {
      w[j] /= sum;
    }
    problem.descend(w, MOST_STEPS);
    return w;
  }

  private void descend(double[] w, int most) {
    double before = Double.POSITIVE_INFINITY;
    for (int step = 0; step < most; step++) {
      step(w);
      double value = value(w);
      if (step > 0 && before - value <= leastDecrease * leastDecrease) {
        return;
      }
      before = value;
    }
  }

  private double[] residual(double[] w) {
    double[] residual = new double[b.length];
    for (int i = 0; i < b.length; i++) {
      residual[i] = -b[i];
      for (int j = 0; j < w.length; j++) {
        residual[i] += a[i][j] * w[j];
      }
    }
    return residual;
  }

  private double value(double[] w) {
    double value = 0;
    for (double one : w) {
      value += zeta * zeta * one * one;
    }
    for (double one : residual(w)) {
      value += one * one / b.length;
    }
    return value;
  }

  private void step(double[] w) {
    double eta = b.length * zeta * zeta;
    double[] residual = residual(w);
    double[] gradient = new double[w.length];
    int best = 0;
    for (int j = 0; j < w.length; j++) {
      gradient[j] = eta * w[j];
      for (int i = 0; i < b.length; i++) {
        gradient[j] += residual[i] * a[i][j];
      }
      best = gradient[j] < gradient[best] ? j : best;
    }
    double slope = 0;
    double square = 0;
    double curvature = 0;
    for (int j = 0; j < w.length; j++) {
      double move = (j == best ? 1 : 0) - w[j];
      slope += gradient[j] * move;
      square += move * move;
    }
    for (int i = 0; i < b.length; i++) {
      double move = a[i][best] - (residual[i] + b[i]);
      curvature += move * move;
    }
    double down = curvature + eta * square;
    double length = down > 0 ? Math.clamp(-slope / down, 0, 1) : 0;
    for (int j = 0; j < w.length; j++) {
      w[j] += length * ((j == best ? 1 : 0) - w[j]);
    }
  }
}
