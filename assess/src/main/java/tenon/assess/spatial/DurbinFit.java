package tenon.assess.spatial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.assess.algebra.LeastSquares;
import tenon.numeric.Laws;
import tenon.numeric.LuFactors;

/** One fit of the {@link Durbin} model; rows are units, or unit * periods + period. */
final class DurbinFit {
  private static final int GRID = 40;
  private static final int HALVINGS = 50;
  private static final double NEARLY_ONE = .9999999;

  private final double[] y;
  private final double[] lagged;
  private final double[][] rows;
  private final SpatialWeights weights;
  private final int periods;

  DurbinFit(double[] y, double[] lagged, double[][] rows, SpatialWeights weights, int periods) {
    this.y = y;
    this.lagged = lagged;
    this.rows = rows;
    this.weights = weights;
    this.periods = periods;
  }

  static double[] lag(double[] column, SpatialWeights weights, int periods) {
    double[] lags = new double[column.length];
    double[] one = new double[weights.units()];
    for (int t = 0; t < periods; t++) {
      for (int i = 0; i < one.length; i++) {
        one[i] = column[i * periods + t];
      }
      double[] lag = weights.lag(one);
      for (int i = 0; i < one.length; i++) {
        lags[i * periods + t] = lag[i];
      }
    }
    return lags;
  }

  @Nullable Durbin model(List<String> names, boolean constant) {
    LeastSquares own = LeastSquares.fit(rows, y);
    LeastSquares neighbours = LeastSquares.fit(rows, lagged);
    if (own == null || neighbours == null) {
      return null;
    }
    double rho = best(own, neighbours);
    double[] beta = new double[own.size()];
    Arrays.setAll(beta, k -> own.coefficient(k) - rho * neighbours.coefficient(k));
    double sigma = sigmaSquared(rho, own, neighbours);
    double[][] inverse = LuFactors.of(system(rho)).inverse();
    double[][] covariance = covariance(beta, sigma, inverse);
    List<String> titles = new ArrayList<>(List.of("rho"));
    if (constant) {
      titles.add("constant");
    }
    titles.addAll(names);
    names.forEach(name -> titles.add("W " + name));
    List<Durbin.Term> terms = new ArrayList<>();
    for (int k = 0; k < titles.size(); k++) {
      double value = k == 0 ? rho : beta[k - 1];
      double error = Math.sqrt(covariance[k][k]);
      double p = Laws.normalTwoSided(value / error);
      terms.add(new Durbin.Term(titles.get(k), value, error, p));
    }
    return new Durbin(
        terms,
        effects(names, beta, constant ? 1 : 0, inverse, covariance),
        sigma,
        likelihood(rho, sigma));
  }

  private double[][] system(double rho) {
    double[][] system = weights.matrix();
    for (int i = 0; i < system.length; i++) {
      for (int j = 0; j < system.length; j++) {
        system[i][j] = (i == j ? 1 : 0) - rho * system[i][j];
      }
    }
    return system;
  }

  private double sigmaSquared(double rho, LeastSquares own, LeastSquares neighbours) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double e = own.residual(i) - rho * neighbours.residual(i);
      sum += e * e;
    }
    return sum / y.length;
  }

  private double likelihood(double rho, double sigma) {
    double n = y.length;
    return periods * LuFactors.of(system(rho)).logAbsDeterminant()
        - n / 2 * (StrictMath.log(2 * Math.PI * sigma) + 1);
  }

  /** Derivative of the likelihood by rho: -T tr(W (I - rho W)^-1) + n e'e_W / e'e. */
  private double slope(double rho, LeastSquares own, LeastSquares neighbours) {
    double[][] inverse = LuFactors.of(system(rho)).inverse();
    double trace = 0;
    for (int i = 0; i < inverse.length; i++) {
      for (int nth = 0; nth < weights.count(i); nth++) {
        trace += weights.weight(i, nth) * inverse[weights.neighbour(i, nth)][i];
      }
    }
    double cross = 0;
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      double e = own.residual(i) - rho * neighbours.residual(i);
      cross += e * neighbours.residual(i);
      squares += e * e;
    }
    return y.length * cross / squares - periods * trace;
  }

  private double best(LeastSquares own, LeastSquares neighbours) {
    double step = 2.0 / GRID;
    double from = -1 + step / 2;
    double best = from;
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < GRID; k++) {
      double rho = from + k * step;
      double value = likelihood(rho, sigmaSquared(rho, own, neighbours));
      if (value > highest) {
        highest = value;
        best = rho;
      }
    }
    double low = Math.max(best - step, -NEARLY_ONE);
    double high = Math.min(best + step, NEARLY_ONE);
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (low + high) / 2;
      if (slope(middle, own, neighbours) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /**
   * Of rho, then of the coefficients, then of the variance; the information matrix of LeSage and
   * Pace, 3.1.2.
   */
  private double[][] covariance(double[] beta, double sigma, double[][] inverse) {
    int k = beta.length;
    int n = inverse.length;
    double[][] g = new double[n][n];
    double[][] w = weights.matrix();
    double trace = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      for (int m = 0; m < n; m++) {
        for (int j = 0; w[i][m] != 0 && j < n; j++) {
          g[i][j] += w[i][m] * inverse[m][j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      trace += g[i][i];
      for (int j = 0; j < n; j++) {
        squares += g[i][j] * g[i][j] + g[i][j] * g[j][i];
      }
    }
    double[] fitted = new double[y.length];
    for (int row = 0; row < fitted.length; row++) {
      for (int j = 0; j < k; j++) {
        fitted[row] += rows[row][j] * beta[j];
      }
    }
    double[] spread = spread(g, fitted);
    double[][] information = new double[k + 2][k + 2];
    information[0][0] = periods * squares + dot(spread, spread) / sigma;
    information[0][k + 1] = periods * trace / sigma;
    information[k + 1][0] = information[0][k + 1];
    information[k + 1][k + 1] = y.length / (2 * sigma * sigma);
    for (int a = 0; a < k; a++) {
      int one = a;
      double[] column = Arrays.stream(rows).mapToDouble(row -> row[one]).toArray();
      information[0][a + 1] = dot(column, spread) / sigma;
      information[a + 1][0] = information[0][a + 1];
      for (int b = 0; b < k; b++) {
        int other = b;
        double[] second = Arrays.stream(rows).mapToDouble(row -> row[other]).toArray();
        information[a + 1][b + 1] = dot(column, second) / sigma;
      }
    }
    return LuFactors.of(information).inverse();
  }

  /** G times the fitted values, period by period. */
  private double[] spread(double[][] g, double[] fitted) {
    double[] spread = new double[fitted.length];
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < g.length; j++) {
        for (int t = 0; t < periods; t++) {
          spread[i * periods + t] += g[i][j] * fitted[j * periods + t];
        }
      }
    }
    return spread;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /**
   * Effects with errors by the delta method. With S = (I - rho W)^-1 and G = S W the effects are
   * means of b S + t G, and their slope in rho that of b G S + t G G.
   */
  private List<Durbin.Effect> effects(
      List<String> names, double[] beta, int first, double[][] s, double[][] covariance) {
    double[][] g = times(s, weights.matrix());
    Means[] means = {mean(s), mean(g), meanOfProduct(g, s), meanOfProduct(g, g)};
    List<Durbin.Effect> effects = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      int own = first + k;
      int lag = first + names.size() + k;
      double b = beta[own];
      double t = beta[lag];
      int[] at = {0, own + 1, lag + 1};
      double[] direct = new double[3];
      double[] total = new double[3];
      double[] indirect = new double[3];
      direct[0] = b * means[2].diagonal() + t * means[3].diagonal();
      direct[1] = means[0].diagonal();
      direct[2] = means[1].diagonal();
      total[0] = b * means[2].all() + t * means[3].all();
      total[1] = means[0].all();
      total[2] = means[1].all();
      Arrays.setAll(indirect, i -> total[i] - direct[i]);
      double onItself = b * means[0].diagonal() + t * means[1].diagonal();
      double onAll = b * means[0].all() + t * means[1].all();
      effects.add(
          new Durbin.Effect(
              names.get(k),
              onItself,
              onAll - onItself,
              onAll,
              error(direct, at, covariance),
              error(indirect, at, covariance),
              error(total, at, covariance)));
    }
    return effects;
  }

  /** Mean of the diagonal and mean row sum of a matrix. */
  private record Means(double diagonal, double all) {}

  private static Means mean(double[][] matrix) {
    double diagonal = 0;
    double all = 0;
    for (int i = 0; i < matrix.length; i++) {
      diagonal += matrix[i][i];
      all += Arrays.stream(matrix[i]).sum();
    }
    return new Means(diagonal / matrix.length, all / matrix.length);
  }

  private static Means meanOfProduct(double[][] a, double[][] b) {
    int n = a.length;
    double diagonal = 0;
    double all = 0;
    for (int m = 0; m < n; m++) {
      double right = Arrays.stream(b[m]).sum();
      for (int i = 0; i < n; i++) {
        diagonal += a[i][m] * b[m][i];
        all += a[i][m] * right;
      }
    }
    return new Means(diagonal / n, all / n);
  }

  /** A product whose second matrix is mostly zeros. */
  private static double[][] times(double[][] a, double[][] b) {
    int n = a.length;
    double[][] product = new double[n][n];
    for (int m = 0; m < n; m++) {
      for (int j = 0; j < n; j++) {
        for (int i = 0; b[m][j] != 0 && i < n; i++) {
          product[i][j] += a[i][m] * b[m][j];
        }
      }
    }
    return product;
  }

  private static double error(double[] slopes, int[] at, double[][] covariance) {
    double variance = 0;
    for (int a = 0; a < at.length; a++) {
      for (int b = 0; b < at.length; b++) {
        variance += slopes[a] * slopes[b] * covariance[at[a]][at[b]];
      }
    }
    return Math.sqrt(variance);
  }
}
