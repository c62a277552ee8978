package tenon.evaluate.did;

import java.util.Arrays;
import tenon.evaluate.algebra.Cholesky;

/**
 * Unit and period effects fitted on untreated cells, units eliminated and the period equations
 * factored; see {@link Imputation}.
 */
final class UntreatedFit {
  private final StaggeredPanel panel;
  private final double[] counts;
  private final Cholesky equations;
  private final boolean[] seen;
  private final double[] unitEffect;
  private final double[] periodEffect;

  private UntreatedFit(StaggeredPanel panel, double[][] values) {
    this.panel = panel;
    int periods = panel.periods.length;
    counts = new double[panel.unitCount()];
    seen = new boolean[periods];
    double[][] matrix = new double[periods][periods];
    for (int u = 0; u < counts.length; u++) {
      for (int t = 0; t < periods; t++) {
        counts[u] += isUsed(u, t) ? 1 : 0;
      }
      for (int t = 0; t < periods; t++) {
        if (isUsed(u, t)) {
          seen[t] = true;
          matrix[t][t] += 1;
          for (int s = 0; s < periods; s++) {
            matrix[t][s] -= isUsed(u, s) ? 1 / counts[u] : 0;
          }
        }
      }
    }
    equations = Cholesky.of(matrix, 1e-10);
    double[][] zero = new double[counts.length][periods];
    for (int u = 0; u < counts.length; u++) {
      for (int t = 0; t < periods; t++) {
        zero[u][t] = isUsed(u, t) ? values[u][t] : 0;
      }
    }
    unitEffect = new double[counts.length];
    periodEffect = solve(zero, unitEffect);
  }

  /**
   * Fits values by unit and period: outcomes, or a covariate.
   *
   * @param values as {@link StaggeredPanel#y}, known where the outcome is
   */
  static UntreatedFit of(StaggeredPanel panel, double[][] values) {
    return new UntreatedFit(panel, values);
  }

  /** Whether the cell is known and untreated. */
  boolean isUsed(int unit, int period) {
    return panel.isKnown(unit, period) && !panel.isTreated(unit, period);
  }

  /** What untreated cells foretell; NaN where unit or period has none. */
  double fitted(int unit, int period) {
    return counts[unit] > 0 && seen[period] ? unitEffect[unit] + periodEffect[period] : Double.NaN;
  }

  /** (Z0'Z0)^-1 Z'w: period effects returned, unit effects filled in. */
  private double[] solve(double[][] w, double[] units) {
    int periods = panel.periods.length;
    double[] right = new double[periods];
    for (int u = 0; u < counts.length; u++) {
      double sum = Arrays.stream(w[u]).sum();
      for (int t = 0; t < periods; t++) {
        right[t] += w[u][t] - (isUsed(u, t) ? sum / counts[u] : 0);
      }
    }
    double[] effects = equations.solve(right);
    for (int u = 0; u < counts.length; u++) {
      double sum = 0;
      for (int t = 0; t < periods; t++) {
        sum += w[u][t] - (isUsed(u, t) ? effects[t] : 0);
      }
      units[u] = counts[u] > 0 ? sum / counts[u] : 0;
    }
    return effects;
  }

  /** The weights v on untreated cells of a mean with weights w on treated ones. */
  double[][] weights(double[][] w) {
    double[] units = new double[counts.length];
    double[] periods = solve(w, units);
    double[][] v = new double[counts.length][periods.length];
    for (int u = 0; u < counts.length; u++) {
      for (int t = 0; t < periods.length; t++) {
        v[u][t] = isUsed(u, t) ? -(units[u] + periods[t]) : 0;
      }
    }
    return v;
  }
}
