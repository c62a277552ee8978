package tenon.evaluate.did;

import java.util.List;
import tenon.evaluate.Observations;
import tenon.evaluate.algebra.Cholesky;
import tenon.evaluate.algebra.Matrices;

/**
 * Covariates of the untreated fit, by Frisch, Waugh and Lovell: each covariate less what its own
 * untreated cells foretell, and the slopes of untreated outcomes on them.
 */
final class UntreatedSlopes {
  private final StaggeredPanel panel;
  private final UntreatedFit fit;

  /** By covariate, unit and period: the covariate less its own fit. */
  private final double[][][] left;

  private final Cholesky equations;
  private final double[] slopes;

  UntreatedSlopes(
      Observations data, StaggeredPanel panel, UntreatedFit fit, List<String> covariates) {
    this.panel = panel;
    this.fit = fit;
    left = new double[covariates.size()][][];
    for (int k = 0; k < left.length; k++) {
      left[k] = left(data.numbers(covariates.get(k)));
    }
    double[][] products = new double[left.length][left.length];
    double[] right = new double[left.length];
    for (int u = 0; u < panel.unitCount(); u++) {
      for (int t = 0; t < panel.periods.length; t++) {
        if (fit.isUsed(u, t)) {
          double[] x = at(u, t);
          Matrices.addOuter(products, x, 1);
          for (int k = 0; k < x.length; k++) {
            right[k] += x[k] * (panel.y[u][t] - fit.fitted(u, t));
          }
        }
      }
    }
    Matrices.mirror(products);
    equations = Cholesky.of(products, 1e-10);
    slopes = equations.solve(right);
  }

  private double[][] left(double[] column) {
    double[][] values = new double[panel.unitCount()][panel.periods.length];
    for (int u = 0; u < values.length; u++) {
      for (int t = 0; t < values[u].length; t++) {
        values[u][t] = panel.isKnown(u, t) ? column[panel.rows[u][t]] : 0;
      }
    }
    UntreatedFit own = UntreatedFit.of(panel, values);
    for (int u = 0; u < values.length; u++) {
      for (int t = 0; t < values[u].length; t++) {
        values[u][t] -= panel.isKnown(u, t) ? own.fitted(u, t) : 0;
      }
    }
    return values;
  }

  private double[] at(int u, int t) {
    double[] x = new double[left.length];
    for (int k = 0; k < x.length; k++) {
      x[k] = left[k][u][t];
    }
    return x;
  }

  /** What the covariates of a cell add to its fit. */
  double part(int u, int t) {
    return Matrices.dot(at(u, t), slopes);
  }

  /** Takes the covariates' part out of the weights v that untreated cells have in a mean. */
  void adjust(double[][] v, double[][] w) {
    double[] load = new double[left.length];
    for (int u = 0; u < w.length; u++) {
      for (int t = 0; t < w[u].length; t++) {
        if (w[u][t] != 0) {
          double[] x = at(u, t);
          for (int k = 0; k < x.length; k++) {
            load[k] += w[u][t] * x[k];
          }
        }
      }
    }
    double[] solved = equations.solve(load);
    for (int u = 0; u < v.length; u++) {
      for (int t = 0; t < v[u].length; t++) {
        if (fit.isUsed(u, t)) {
          v[u][t] -= Matrices.dot(at(u, t), solved);
        }
      }
    }
  }
}
