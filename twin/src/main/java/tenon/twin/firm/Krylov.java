package tenon.twin.firm;

import java.util.Arrays;

/**
 * Solves (I - J) x = b for many nodes: BiCGSTAB with a Gauss-Seidel sweep as preconditioner, begun
 * anew from the true residual until that stays where it is. No accuracy is taken on trust: the
 * enclosure that follows proves what was reached.
 *
 * <p>Source: H. A. van der Vorst, "Bi-CGSTAB", SIAM Journal on Scientific and Statistical Computing
 * 13(2), 1992.
 */
final class Krylov {
  private static final int STEPS = 400;
  private static final int RESTARTS = 12;
  private static final double REDUCTION = 1e-12;

  /** Relative residual for losses: as small as doubles allow. */
  static final double CLOSE = 1e-15;

  /** Relative residual where the result only has to be of the right size. */
  static final double ROUGH = 1e-4;

  private final double[] residual;
  private final double[] shadow;
  private final double[] p;
  private final double[] v;
  private final double[] s;
  private final double[] t;
  private final double[] pHat;
  private final double[] sHat;
  private final double[] best;

  Krylov(int most) {
    residual = new double[most];
    shadow = new double[most];
    p = new double[most];
    v = new double[most];
    s = new double[most];
    t = new double[most];
    pHat = new double[most];
    sHat = new double[most];
    best = new double[most];
  }

  /**
   * Solves until the relative residual is small enough; x holds a first guess, then the solution.
   */
  void solve(SparseRows rows, double[] x, double[] b, double enough) {
    int n = rows.size();
    double scale = norm(b, n) + norm(x, n);
    double reached = Double.POSITIVE_INFINITY;
    for (int restart = 0; restart < RESTARTS; restart++) {
      double left = residual(rows, x, b);
      if (!(left < 0.5 * reached)) {
        if (!(left < reached)) {
          System.arraycopy(best, 0, x, 0, n);
        }
        return;
      }
      reached = left;
      System.arraycopy(x, 0, best, 0, n);
      if (left <= enough * scale) {
        return;
      }
      descend(rows, x, Math.max(REDUCTION * left, 0.5 * enough * scale));
    }
  }

  private double residual(SparseRows rows, double[] x, double[] b) {
    rows.times(x, residual);
    for (int a = 0; a < rows.size(); a++) {
      residual[a] = b[a] - (x[a] - residual[a]);
    }
    return norm(residual, rows.size());
  }

  private void descend(SparseRows rows, double[] x, double goal) {
    int n = rows.size();
    System.arraycopy(residual, 0, shadow, 0, n);
    Arrays.fill(p, 0, n, 0);
    Arrays.fill(v, 0, n, 0);
    double rho = 1;
    double alpha = 1;
    double omega = 1;
    for (int step = 0; step < STEPS; step++) {
      double next = dot(shadow, residual, n);
      if (next == 0 || omega == 0) {
        return;
      }
      double beta = next / rho * (alpha / omega);
      rho = next;
      for (int a = 0; a < n; a++) {
        p[a] = residual[a] + beta * (p[a] - omega * v[a]);
      }
      apply(rows, p, pHat, v);
      alpha = rho / dot(shadow, v, n);
      for (int a = 0; a < n; a++) {
        s[a] = residual[a] - alpha * v[a];
      }
      apply(rows, s, sHat, t);
      double length = dot(t, t, n);
      omega = length > 0 ? dot(t, s, n) / length : 0;
      if (!Double.isFinite(alpha) || !Double.isFinite(omega)) {
        return;
      }
      for (int a = 0; a < n; a++) {
        x[a] += alpha * pHat[a] + omega * sHat[a];
        residual[a] = s[a] - omega * t[a];
      }
      if (norm(residual, n) <= goal) {
        return;
      }
    }
  }

  /** Preconditions u and multiplies by I - J. */
  private static void apply(SparseRows rows, double[] u, double[] hat, double[] product) {
    rows.precondition(u, hat);
    rows.times(hat, product);
    for (int a = 0; a < rows.size(); a++) {
      product[a] = hat[a] - product[a];
    }
  }

  private static double dot(double[] a, double[] b, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double norm(double[] a, int n) {
    return Math.sqrt(dot(a, a, n));
  }
}
