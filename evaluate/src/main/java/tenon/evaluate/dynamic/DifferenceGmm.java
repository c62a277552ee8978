package tenon.evaluate.dynamic;

import java.util.ArrayList;
import java.util.List;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.algebra.Cholesky;
import tenon.evaluate.algebra.Matrices;
import tenon.evaluate.dynamic.DifferencedRows.Unit;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * Difference GMM after Arellano and Bond: {@code y = rho y(-1) + x'b + unit + period + e} in first
 * differences, the differenced lag instrumented by levels of two and more periods before.
 *
 * <pre>b = (X'Z W Z'X)^-1 X'Z W Z'y,   W1 = (sum Z'HZ)^-1,   W2 = (sum Z'ee'Z)^-1</pre>
 *
 * with 2 on the diagonal of H and -1 beside it. Dependent instruments are dropped by pivot.
 */
public final class DifferenceGmm {
  private static final double TOLERANCE = 1e-11;

  private final DifferencedRows rows;
  private final double[][] xz;
  private final double[] zy;
  private final int slopes;

  private DifferenceGmm(DifferencedRows rows, int slopes) {
    this.rows = rows;
    this.slopes = slopes;
    xz = new double[rows.regressors][rows.instruments];
    zy = new double[rows.instruments];
    for (Unit unit : rows.units) {
      for (int i = 0; i < unit.y().length; i++) {
        for (int l = 0; l < zy.length; l++) {
          double z = unit.z()[i][l];
          if (z != 0) {
            zy[l] += z * unit.y()[i];
            for (int k = 0; k < xz.length; k++) {
              xz[k][l] += unit.x()[i][k] * z;
            }
          }
        }
      }
    }
  }

  /** Estimates the equation. */
  public static Loaded<DifferenceGmmResult> estimate(Observations data, DifferenceGmmSpec spec) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    List<String> columns = new ArrayList<>(List.of(spec.outcome()));
    columns.addAll(spec.predetermined());
    columns.addAll(spec.exogenous());
    WidePanel panel = WidePanel.of(data, spec.panel(), columns, notes);
    if (panel == null) {
      return new Loaded.Rejected<>(findings.list());
    }
    DifferencedRows rows = DifferencedRows.of(panel, spec);
    int count = rows.units.stream().mapToInt(unit -> unit.y().length).sum();
    int slopes = 1 + spec.predetermined().size() + spec.exogenous().size();
    if (count <= rows.regressors || rows.units.size() < 3) {
      notes.error(
          "gmm-few-periods",
          null,
          null,
          Integer.toString(count),
          Integer.toString(rows.regressors));
      return new Loaded.Rejected<>(findings.list());
    }
    List<String> names = new ArrayList<>(List.of(spec.outcome() + " (-1)"));
    names.addAll(spec.predetermined());
    names.addAll(spec.exogenous());
    return new Loaded.Ready<>(
        new DifferenceGmm(rows, slopes).estimate(spec, names, count, notes, findings),
        findings.list());
  }

  /** A step: its weights, coefficients and bread (X'Z W Z'X)^-1. */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  private record Step(
      Cholesky weights, double[][] xzw, double[][] bread, double[] b, double[][] residuals) {}

  private Step step(double[][] moments) {
    Cholesky weights = Cholesky.of(moments, TOLERANCE);
    double[][] xzw = new double[xz.length][];
    for (int k = 0; k < xz.length; k++) {
      xzw[k] = weights.solve(xz[k]);
    }
    double[][] normal = new double[xz.length][xz.length];
    for (int k = 0; k < xz.length; k++) {
      for (int j = 0; j < xz.length; j++) {
        normal[k][j] = Matrices.dot(xzw[k], xz[j]);
      }
    }
    double[][] bread = Cholesky.of(normal, TOLERANCE).inverse();
    double[] right = new double[xz.length];
    for (int k = 0; k < right.length; k++) {
      right[k] = Matrices.dot(xzw[k], zy);
    }
    double[] b = Matrices.times(bread, right);
    return new Step(weights, xzw, bread, b, residuals(b));
  }

  private double[][] residuals(double[] b) {
    double[][] residuals = new double[rows.units.size()][];
    for (int u = 0; u < residuals.length; u++) {
      Unit unit = rows.units.get(u);
      residuals[u] = new double[unit.y().length];
      for (int i = 0; i < residuals[u].length; i++) {
        residuals[u][i] = unit.y()[i] - Matrices.dot(unit.x()[i], b);
      }
    }
    return residuals;
  }

  /** Sum of Z'HZ. */
  private double[][] first() {
    double[][] sum = new double[rows.instruments][rows.instruments];
    for (Unit unit : rows.units) {
      for (int i = 0; i < unit.y().length; i++) {
        Matrices.addOuter(sum, unit.z()[i], 2);
        if (i > 0 && unit.period()[i] == unit.period()[i - 1] + 1) {
          addBoth(sum, unit.z()[i], unit.z()[i - 1], -1);
        }
      }
    }
    Matrices.mirror(sum);
    return sum;
  }

  /** Adds the lower triangle of (a b' + b a') times a factor. */
  private static void addBoth(double[][] sum, double[] a, double[] b, double factor) {
    for (int i = 0; i < a.length; i++) {
      if (a[i] != 0 || b[i] != 0) {
        for (int j = 0; j <= i; j++) {
          sum[i][j] += factor * (a[i] * b[j] + b[i] * a[j]);
        }
      }
    }
  }

  /** Z'e of a unit. */
  private double[] score(Unit unit, double[] e) {
    double[] score = new double[rows.instruments];
    for (int i = 0; i < e.length; i++) {
      for (int l = 0; l < score.length; l++) {
        score[l] += unit.z()[i][l] * e[i];
      }
    }
    return score;
  }

  private double[][] second(double[][] residuals) {
    double[][] sum = new double[rows.instruments][rows.instruments];
    for (int u = 0; u < residuals.length; u++) {
      Matrices.addOuter(sum, score(rows.units.get(u), residuals[u]), 1);
    }
    Matrices.mirror(sum);
    return sum;
  }

  private DifferenceGmmResult estimate(
      DifferenceGmmSpec spec, List<String> names, int count, Notes notes, Findings findings) {
    Step one = step(first());
    double[][] omega = second(one.residuals());
    double[][] robust = robust(one, omega);
    Step two = step(omega);
    Step used = spec.twoStep() ? two : one;
    double[][] covariance = spec.twoStep() ? corrected(one, two, robust) : robust;
    int rank = two.weights().rank();
    int parameters = rank(used);
    int instruments = one.weights().rank();
    if (instruments > rows.units.size()) {
      notes.warn(
          "gmm-many-instruments",
          null,
          null,
          Integer.toString(instruments),
          Integer.toString(rows.units.size()));
    }
    double[] moments = total(two.residuals());
    double hansen = Matrices.dot(moments, two.weights().solve(moments));
    int[] kept = java.util.stream.IntStream.range(0, slopes).toArray();
    double[] serial = {serial(used, covariance, 1), serial(used, covariance, 2)};
    return new DifferenceGmmResult(
        names,
        java.util.Arrays.copyOf(used.b(), slopes),
        Matrices.part(covariance, kept),
        count,
        rows.units.size(),
        instruments,
        hansen,
        Math.max(0, rank - parameters),
        serial,
        findings.list());
  }

  private static int rank(Step step) {
    int rank = 0;
    for (int k = 0; k < step.bread().length; k++) {
      rank += step.bread()[k][k] > 0 ? 1 : 0;
    }
    return rank;
  }

  private double[] total(double[][] residuals) {
    double[] total = new double[rows.instruments];
    for (int u = 0; u < residuals.length; u++) {
      double[] score = score(rows.units.get(u), residuals[u]);
      for (int l = 0; l < total.length; l++) {
        total[l] += score[l];
      }
    }
    return total;
  }

  private double[][] robust(Step step, double[][] omega) {
    int k = xz.length;
    double[][] meat = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        meat[i][j] = Matrices.form(step.xzw()[i], omega, step.xzw()[j]);
      }
    }
    return Matrices.sandwich(step.bread(), meat);
  }

  /** Windmeijer: V2 + D V2 + V2 D' + D V1 D', D the derivative of step two by the residuals. */
  private double[][] corrected(Step one, Step two, double[][] robust) {
    int k = xz.length;
    double[] moments = two.weights().solve(total(two.residuals()));
    double[][] d = new double[k][k];
    for (int j = 0; j < k; j++) {
      double[] turned = new double[rows.instruments];
      for (int u = 0; u < rows.units.size(); u++) {
        Unit unit = rows.units.get(u);
        double[] column = new double[unit.y().length];
        for (int i = 0; i < column.length; i++) {
          column[i] = unit.x()[i][j];
        }
        double[] zx = score(unit, column);
        double[] ze = score(unit, one.residuals()[u]);
        double a = Matrices.dot(ze, moments);
        double b = Matrices.dot(zx, moments);
        for (int l = 0; l < turned.length; l++) {
          turned[l] += zx[l] * a + ze[l] * b;
        }
      }
      double[] right = new double[k];
      for (int i = 0; i < k; i++) {
        right[i] = Matrices.dot(two.xzw()[i], turned);
      }
      double[] column = Matrices.times(two.bread(), right);
      for (int i = 0; i < k; i++) {
        d[i][j] = column[i];
      }
    }
    double[][] dv = Matrices.times(d, two.bread());
    double[][] turned = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        turned[j][i] = d[i][j];
      }
    }
    double[][] last = Matrices.times(Matrices.times(d, robust), turned);
    double[][] covariance = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        covariance[i][j] = two.bread()[i][j] + dv[i][j] + dv[j][i] + last[i][j];
      }
    }
    return covariance;
  }

  /** z of correlation of an order among the differenced residuals (Arellano and Bond 1991, (8)). */
  private double serial(Step step, double[][] covariance, int order) {
    double sum = 0;
    double squares = 0;
    double[] wx = new double[xz.length];
    double[] zew = new double[rows.instruments];
    for (int u = 0; u < rows.units.size(); u++) {
      Unit unit = rows.units.get(u);
      double[] e = step.residuals()[u];
      double[] w = new double[e.length];
      double product = 0;
      for (int i = 0; i < e.length; i++) {
        for (int j = 0; j < i; j++) {
          w[i] += unit.period()[j] == unit.period()[i] - order ? e[j] : 0;
        }
        product += w[i] * e[i];
        for (int k = 0; k < wx.length; k++) {
          wx[k] += w[i] * unit.x()[i][k];
        }
      }
      double[] score = score(unit, e);
      for (int l = 0; l < zew.length; l++) {
        zew[l] += score[l] * product;
      }
      sum += product;
      squares += product * product;
    }
    double[] toward = new double[xz.length];
    for (int k = 0; k < toward.length; k++) {
      toward[k] = Matrices.dot(step.xzw()[k], zew);
    }
    double variance =
        squares
            - 2 * Matrices.dot(wx, Matrices.times(step.bread(), toward))
            + Matrices.form(wx, covariance, wx);
    return variance > 0 ? sum / Math.sqrt(variance) : Double.NaN;
  }
}
