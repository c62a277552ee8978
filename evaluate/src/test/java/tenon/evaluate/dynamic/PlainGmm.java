package tenon.evaluate.dynamic;

import java.util.Arrays;

/** GMM of a balanced panel with every matrix written out: slow, plain, for tests. */
final class PlainGmm {
  private final int units;
  private final int rows;
  private final double[][][] x;
  private final double[][] y;
  private final double[][][] z;

  /** Rows of the first-step weighting, by row. */
  private final double[][] h;

  private PlainGmm(double[][] y, double[][][] x, double[][][] z, double[][] h) {
    this.y = y;
    this.x = x;
    this.z = z;
    this.h = h;
    units = y.length;
    rows = y[0].length;
  }

  /** In differences: levels from two periods before, the regressor's difference, periods. */
  static PlainGmm differences(double[][][] yx) {
    int units = yx[0].length;
    int rows = yx[0][0].length - 2;
    int levels = rows * (rows + 1) / 2;
    double[][][] x = new double[units][rows][2 + rows];
    double[][] y = new double[units][rows];
    double[][][] z = new double[units][rows][levels + 1 + rows];
    for (int u = 0; u < units; u++) {
      int at = 0;
      for (int t = 2; t < rows + 2; t++) {
        double[] level = yx[0][u];
        y[u][t - 2] = level[t] - level[t - 1];
        x[u][t - 2][0] = level[t - 1] - level[t - 2];
        x[u][t - 2][1] = yx[1][u][t] - yx[1][u][t - 1];
        x[u][t - 2][t] = 1;
        for (int s = 0; s <= t - 2; s++) {
          z[u][t - 2][at++] = level[s];
        }
        z[u][t - 2][levels] = x[u][t - 2][1];
        z[u][t - 2][levels + t - 1] = 1;
      }
    }
    double[][] h = new double[rows][rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < rows; j++) {
        h[i][j] = i == j ? 2 : Math.abs(i - j) == 1 ? -1 : 0;
      }
    }
    return new PlainGmm(y, x, z, h);
  }

  /**
   * As a system: below the differences the levels, instrumented by the change of the outcome before
   * the period and by periods; H = M M', M the matrix that makes differences and levels of errors.
   */
  static PlainGmm system(double[][][] yx) {
    int units = yx[0].length;
    int periods = yx[0][0].length;
    int changes = periods - 2;
    int rows = changes + periods - 1;
    int lags = changes * (changes + 1) / 2;
    double[][][] x = new double[units][rows][2 + periods - 1];
    double[][] y = new double[units][rows];
    double[][][] z = new double[units][rows][lags + 1 + changes + periods - 1];
    for (int u = 0; u < units; u++) {
      int at = 0;
      double[] level = yx[0][u];
      for (int t = 2; t < periods; t++) {
        y[u][t - 2] = level[t] - level[t - 1];
        x[u][t - 2][0] = level[t - 1] - level[t - 2];
        x[u][t - 2][1] = yx[1][u][t] - yx[1][u][t - 1];
        x[u][t - 2][1 + t] = 1;
        x[u][t - 2][t] = -1;
        for (int s = 0; s <= t - 2; s++) {
          z[u][t - 2][at++] = level[s];
        }
        z[u][t - 2][lags] = x[u][t - 2][1];
      }
      for (int t = 1; t < periods; t++) {
        int row = changes + t - 1;
        y[u][row] = level[t];
        x[u][row][0] = level[t - 1];
        x[u][row][1] = yx[1][u][t];
        x[u][row][1 + t] = 1;
        if (t >= 2) {
          z[u][row][lags + 1 + t - 2] = level[t - 1] - level[t - 2];
        }
        z[u][row][lags + 1 + changes + t - 1] = 1;
      }
    }
    double[][] m = new double[rows][periods];
    for (int t = 2; t < periods; t++) {
      m[t - 2][t] = 1;
      m[t - 2][t - 1] = -1;
    }
    for (int t = 1; t < periods; t++) {
      m[changes + t - 1][t] = 1;
    }
    return new PlainGmm(y, x, z, times(m, turned(m)));
  }

  int instruments() {
    return z[0][0].length;
  }

  int regressors() {
    return x[0][0].length;
  }

  double[][] first() {
    double[][] sum = new double[instruments()][instruments()];
    for (int u = 0; u < units; u++) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < rows; j++) {
          add(sum, z[u][i], z[u][j], h[i][j]);
        }
      }
    }
    return inverse(sum);
  }

  double[][] second(double[] b) {
    return inverse(omega(b));
  }

  private double[][] omega(double[] b) {
    double[][] sum = new double[instruments()][instruments()];
    for (int u = 0; u < units; u++) {
      double[] score = score(u, b);
      add(sum, score, score, 1);
    }
    return sum;
  }

  private double[] score(int u, double[] b) {
    double[] score = new double[instruments()];
    for (int i = 0; i < rows; i++) {
      double e = y[u][i];
      for (int k = 0; k < b.length; k++) {
        e -= x[u][i][k] * b[k];
      }
      for (int l = 0; l < score.length; l++) {
        score[l] += z[u][i][l] * e;
      }
    }
    return score;
  }

  double[] coefficients(double[][] w) {
    double[][] zx = zx();
    double[] zy = new double[instruments()];
    for (int u = 0; u < units; u++) {
      double[] score = score(u, new double[0]);
      for (int l = 0; l < zy.length; l++) {
        zy[l] += score[l];
      }
    }
    return times(times(bread(w), times(turned(zx), w)), zy);
  }

  private double[][] zx() {
    double[][] zx = new double[instruments()][regressors()];
    for (int u = 0; u < units; u++) {
      for (int i = 0; i < rows; i++) {
        add(zx, z[u][i], x[u][i], 1);
      }
    }
    return zx;
  }

  private double[][] bread(double[][] w) {
    double[][] zx = zx();
    return inverse(times(times(turned(zx), w), zx));
  }

  double[][] robust(double[][] w, double[] b) {
    double[][] left = times(bread(w), times(turned(zx()), w));
    return times(times(left, omega(b)), turned(left));
  }

  double[][] corrected(double[] one, double[][] robust) {
    int k = one.length;
    double[][] d = new double[k][k];
    for (int j = 0; j < k; j++) {
      double[] up = one.clone();
      double[] down = one.clone();
      up[j] += 1e-5;
      down[j] -= 1e-5;
      double[] high = coefficients(second(up));
      double[] low = coefficients(second(down));
      for (int i = 0; i < k; i++) {
        d[i][j] = (high[i] - low[i]) / 2e-5;
      }
    }
    double[][] v = bread(second(one));
    double[][] dv = times(d, v);
    double[][] last = times(times(d, robust), turned(d));
    double[][] sum = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        sum[i][j] = v[i][j] + dv[i][j] + dv[j][i] + last[i][j];
      }
    }
    return sum;
  }

  double hansen(double[] one, double[] two) {
    double[] total = new double[instruments()];
    for (int u = 0; u < units; u++) {
      double[] score = score(u, two);
      for (int l = 0; l < total.length; l++) {
        total[l] += score[l];
      }
    }
    double[] weighted = times(second(one), total);
    double sum = 0;
    for (int l = 0; l < total.length; l++) {
      sum += total[l] * weighted[l];
    }
    return sum;
  }

  private static void add(double[][] sum, double[] a, double[] b, double factor) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        sum[i][j] += factor * a[i] * b[j];
      }
    }
  }

  private static double[][] turned(double[][] a) {
    double[][] turned = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        turned[j][i] = a[i][j];
      }
    }
    return turned;
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  private static double[] times(double[][] a, double[] x) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < x.length; k++) {
        product[i] += a[i][k] * x[k];
      }
    }
    return product;
  }

  /** Gauss and Jordan with pivots. */
  private static double[][] inverse(double[][] a) {
    int n = a.length;
    double[][] m = new double[n][];
    for (int i = 0; i < n; i++) {
      m[i] = Arrays.copyOf(a[i], 2 * n);
      m[i][n + i] = 1;
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int i = column + 1; i < n; i++) {
        pivot = Math.abs(m[i][column]) > Math.abs(m[pivot][column]) ? i : pivot;
      }
      double[] held = m[pivot];
      m[pivot] = m[column];
      m[column] = held;
      for (int j = 2 * n - 1; j >= column; j--) {
        held[j] /= held[column];
      }
      for (int i = 0; i < n; i++) {
        if (i != column && m[i][column] != 0) {
          double factor = m[i][column];
          for (int j = column; j < 2 * n; j++) {
            m[i][j] -= factor * held[j];
          }
        }
      }
    }
    double[][] inverse = new double[n][];
    for (int i = 0; i < n; i++) {
      inverse[i] = Arrays.copyOfRange(m[i], n, 2 * n);
    }
    return inverse;
  }
}
