package tenon.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Least squares with a column for each level of each effect but the first, by dense matrices of
 * another library: slow and plain. The regressors come first.
 */
public final class PlainRegression {
  private final DMatrixRMaj x;
  private final double[] weights;
  private final double[] slopes;
  final double[] residuals;
  private final DMatrixRMaj bread;
  private final int k;

  public PlainRegression(double[] y, double[][] regressors, int[][] effects, double[] weights) {
    this.weights = weights;
    k = regressors.length;
    x = matrix(regressors, effects, y.length);
    DMatrixRMaj xw = x.copy();
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < x.numCols; j++) {
        xw.set(i, j, x.get(i, j) * weights[i]);
      }
    }
    DMatrixRMaj moments = new DMatrixRMaj(x.numCols, x.numCols);
    CommonOps_DDRM.multTransA(xw, x, moments);
    bread = new DMatrixRMaj(x.numCols, x.numCols);
    // The pseudoinverse is at ease with levels that follow from others.
    CommonOps_DDRM.pinv(moments, bread);
    DMatrixRMaj right = new DMatrixRMaj(x.numCols, 1);
    CommonOps_DDRM.multTransA(xw, new DMatrixRMaj(y.length, 1, true, y), right);
    DMatrixRMaj solution = new DMatrixRMaj(x.numCols, 1);
    CommonOps_DDRM.mult(bread, right, solution);
    slopes = java.util.Arrays.copyOf(solution.data, k);
    residuals = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      residuals[i] = y[i];
      for (int j = 0; j < x.numCols; j++) {
        residuals[i] -= x.get(i, j) * solution.get(j);
      }
    }
  }

  private static DMatrixRMaj matrix(double[][] regressors, int[][] effects, int n) {
    List<double[]> columns = new ArrayList<>(List.of(regressors));
    for (int q = 0; q < effects.length; q++) {
      int levels = java.util.Arrays.stream(effects[q]).max().orElse(-1) + 1;
      for (int level = q == 0 ? 0 : 1; level < levels; level++) {
        double[] column = new double[n];
        for (int i = 0; i < n; i++) {
          column[i] = effects[q][i] == level ? 1 : 0;
        }
        columns.add(column);
      }
    }
    DMatrixRMaj x = new DMatrixRMaj(n, columns.size());
    for (int j = 0; j < columns.size(); j++) {
      for (int i = 0; i < n; i++) {
        x.set(i, j, columns.get(j)[i]);
      }
    }
    return x;
  }

  /** Slopes of the regressors. */
  public double[] slopes() {
    return slopes;
  }

  /** The unscaled covariance of the slopes with scores summed within groups. */
  public double[][] clustered(int[] groups) {
    int count = java.util.Arrays.stream(groups).max().orElse(-1) + 1;
    DMatrixRMaj sums = new DMatrixRMaj(count, x.numCols);
    for (int i = 0; i < groups.length; i++) {
      for (int j = 0; j < x.numCols; j++) {
        sums.add(groups[i], j, x.get(i, j) * weights[i] * residuals[i]);
      }
    }
    return sandwich(sums);
  }

  /** The covariance with each squared residual divided by (1 - h) to a power. */
  public double[][] robust(double power) {
    DMatrixRMaj scores = new DMatrixRMaj(residuals.length, x.numCols);
    for (int i = 0; i < residuals.length; i++) {
      double factor = weights[i] * residuals[i] * Math.pow(1 - leverage(i), -power / 2);
      for (int j = 0; j < x.numCols; j++) {
        scores.set(i, j, x.get(i, j) * factor);
      }
    }
    return sandwich(scores);
  }

  private double leverage(int i) {
    double h = 0;
    for (int a = 0; a < x.numCols; a++) {
      for (int b = 0; b < x.numCols; b++) {
        h += x.get(i, a) * bread.get(a, b) * x.get(i, b);
      }
    }
    return h * weights[i];
  }

  private double[][] sandwich(DMatrixRMaj scores) {
    DMatrixRMaj half = new DMatrixRMaj(scores.numRows, x.numCols);
    CommonOps_DDRM.mult(scores, bread, half);
    DMatrixRMaj whole = new DMatrixRMaj(x.numCols, x.numCols);
    CommonOps_DDRM.multTransA(half, half, whole);
    double[][] part = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        part[i][j] = whole.get(i, j);
      }
    }
    return part;
  }
}
