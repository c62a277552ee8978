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

  /** A'A. */
  private final double[][] square;

  /** A'b. */
  private final double[] right;

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
    square = new double[k][k];
    right = new double[k];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        right[j] += a[i][j] * b[i];
        for (int l = 0; l < k; l++) {
          square[j][l] += a[i][j] * a[i][l];
        }
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

  /**
   * Steps towards one corner of the simplex at a time. A w - b and A'A w move with the weights, so
   * that a step costs no product with A.
   */
  private void descend(double[] w, int most) {
    double[] residual = residual(w);
    double[] curved = curved(w);
    double before = Double.POSITIVE_INFINITY;
    for (int step = 0; step < most; step++) {
      step(w, residual, curved);
      double value = value(w, residual);
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

  private double[] curved(double[] w) {
    double[] curved = new double[w.length];
    for (int j = 0; j < w.length; j++) {
      for (int k = 0; k < w.length; k++) {
        curved[j] += square[j][k] * w[k];
      }
    }
    return curved;
  }

  private double value(double[] w, double[] residual) {
    double value = 0;
    for (double one : w) {
      value += zeta * zeta * one * one;
    }
    double errors = 0;
    for (double one : residual) {
      errors += one * one;
    }
    return value + errors / b.length;
  }

  /** Half the gradient is A'A w - A'b + n zeta^2 w; the step to its least corner is exact. */
  private void step(double[] w, double[] residual, double[] curved) {
    double eta = b.length * zeta * zeta;
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    double along = 0;
    double size = 0;
    for (int j = 0; j < w.length; j++) {
      double gradient = curved[j] - right[j] + eta * w[j];
      along += gradient * w[j];
      size += w[j] * w[j];
      if (gradient < least) {
        least = gradient;
        best = j;
      }
    }
    double curvature = 0;
    for (int i = 0; i < b.length; i++) {
      double move = a[i][best] - (residual[i] + b[i]);
      curvature += move * move;
    }
    double down = curvature + eta * (size - 2 * w[best] + 1);
    double length = down > 0 ? Math.clamp((along - least) / down, 0, 1) : 0;
    double[] corner = square[best];
    for (int j = 0; j < w.length; j++) {
      w[j] -= length * w[j];
      curved[j] += length * (corner[j] - curved[j]);
    }
    w[best] += length;
    for (int i = 0; i < b.length; i++) {
      residual[i] += length * (a[i][best] - (residual[i] + b[i]));
    }
  }
}
