package tenon.evaluate.dynamic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.algebra.Cholesky;
import tenon.evaluate.algebra.Matrices;
import tenon.evaluate.dynamic.GmmRows.Unit;
import tenon.model.Findings;
import tenon.model.Loaded;

/**
 * Dynamic panels by GMM: {@code y = rho y(-1) + x'b + unit + period + e}. In first differences
 * after Arellano and Bond, the differenced lag instrumented by levels of two and more periods
 * before; as a system after Blundell and Bond the equation in levels stands beside it, instrumented
 * by lagged differences.
 *
 * <pre>b = (X'Z W Z'X)^-1 X'Z W Z'y,   W1 = (sum Z'HZ)^-1,   W2 = (sum Z'ee'Z)^-1</pre>
 *
 * H is the covariance that independent errors of variance 1 give the rows: among differences 2 on
 * the diagonal and -1 beside it, among levels 1 on the diagonal, between the difference of a period
 * and the levels of that period and the one before 1 and -1. Dependent instruments are dropped by
 * pivot.
 */
public final class DynamicGmm {
  private static final double TOLERANCE = 1e-11;

  private final GmmRows rows;
  private final double[][] xz;
  private final double[] zy;
  private final int slopes;

  private DynamicGmm(GmmRows rows, int slopes) {
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
  public static Loaded<DynamicGmmResult> estimate(Observations data, DynamicGmmSpec spec) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    List<String> columns = new ArrayList<>(List.of(spec.outcome()));
    columns.addAll(spec.instrumented());
    columns.addAll(spec.exogenous());
    WidePanel panel = WidePanel.of(data, spec.panel(), columns, notes);
    if (panel == null) {
      return new Loaded.Rejected<>(findings.list());
    }
    GmmRows rows = GmmRows.of(panel, spec);
    int count =
        rows.units.stream()
            .mapToInt(
                unit -> spec.system() ? unit.y().length - unit.differences() : unit.differences())
            .sum();
    int slopes = 1 + spec.instrumented().size() + spec.exogenous().size();
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
    names.addAll(spec.instrumented());
    names.addAll(spec.exogenous());
    DynamicGmmResult result =
        new DynamicGmm(rows, slopes).estimate(spec, names, count, notes, findings);
    return findings.hasErrors()
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(result, findings.list());
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
        boolean changes = i < unit.differences();
        Matrices.addOuter(sum, unit.z()[i], changes ? 2 : 1);
        for (int j = 0; j < Math.min(i, unit.differences()); j++) {
          int later = unit.period()[j] - unit.period()[i];
          double together = changes ? (later == -1 ? -1 : 0) : later == 0 ? 1 : later == 1 ? -1 : 0;
          if (together != 0) {
            addBoth(sum, unit.z()[i], unit.z()[j], together);
          }
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

  private DynamicGmmResult estimate(
      DynamicGmmSpec spec, List<String> names, int count, Notes notes, Findings findings) {
    Step one = step(first());
    double[][] omega = second(one.residuals());
    double[][] robust = robust(one, omega);
    Step two = step(omega);
    Step used = spec.twoStep() ? two : one;
    double[][] covariance = spec.twoStep() ? corrected(one, two, robust) : robust;
    tellCollinear(used, names, notes);
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
    int degrees = Math.max(0, rank - parameters);
    Minimum less = spec.system() ? withoutChanges(omega) : new Minimum(Double.NaN, degrees);
    int[] kept = IntStream.range(0, slopes).toArray();
    double[] serial = {serial(used, covariance, 1), serial(used, covariance, 2)};
    return new DynamicGmmResult(
        names,
        Arrays.copyOf(used.b(), slopes),
        Matrices.part(covariance, kept),
        count,
        rows.units.size(),
        instruments,
        hansen,
        degrees,
        hansen - less.value(),
        Math.max(0, degrees - less.degrees()),
        serial,
        findings.list());
  }

  /** A least J and its degrees of freedom. */
  private record Minimum(double value, int degrees) {}

  /**
   * The least J without the lagged changes that instrument the levels, by the same estimate of the
   * moments' variance, so that it is no larger than that of all (Newey 1985).
   */
  private Minimum withoutChanges(double[][] omega) {
    int[] kept =
        IntStream.range(0, rows.instruments)
            .filter(l -> l < rows.ofLevels || l >= rows.ofLevels + rows.changes)
            .toArray();
    Cholesky weights = Cholesky.of(Matrices.part(omega, kept), TOLERANCE);
    double[][] x = new double[xz.length][];
    double[][] xw = new double[xz.length][];
    for (int k = 0; k < x.length; k++) {
      double[] all = xz[k];
      x[k] = Arrays.stream(kept).mapToDouble(l -> all[l]).toArray();
      xw[k] = weights.solve(x[k]);
    }
    double[] y = Arrays.stream(kept).mapToDouble(l -> zy[l]).toArray();
    double[][] normal = new double[x.length][x.length];
    double[] right = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      for (int j = 0; j < x.length; j++) {
        normal[k][j] = Matrices.dot(xw[k], x[j]);
      }
      right[k] = Matrices.dot(xw[k], y);
    }
    Cholesky factor = Cholesky.of(normal, TOLERANCE);
    double[] b = factor.solve(right);
    for (int l = 0; l < y.length; l++) {
      for (int k = 0; k < b.length; k++) {
        y[l] -= b[k] * x[k][l];
      }
    }
    return new Minimum(Matrices.dot(y, weights.solve(y)), weights.rank() - factor.rank());
  }

  /** Tells slopes that follow from the period indicators or from slopes before them. */
  private void tellCollinear(Step step, List<String> names, Notes notes) {
    int periods = xz.length - slopes;
    int[] order =
        IntStream.range(0, xz.length).map(i -> i < periods ? slopes + i : i - periods).toArray();
    double[][] normal = new double[xz.length][xz.length];
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j <= i; j++) {
        normal[i][j] = Matrices.dot(step.xzw()[order[i]], xz[order[j]]);
      }
    }
    double[][] inverse = Cholesky.of(normal, TOLERANCE).inverse();
    for (int k = 0; k < slopes; k++) {
      if (!(inverse[periods + k][periods + k] > 0)) {
        notes.error("dynamic-collinear", names.get(k), null);
      }
    }
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
      double[] w = new double[unit.differences()];
      double product = 0;
      for (int i = 0; i < w.length; i++) {
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
