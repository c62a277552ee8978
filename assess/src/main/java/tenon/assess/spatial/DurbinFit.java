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
    double[] errors = errors(beta, sigma, inverse);
    List<String> titles = new ArrayList<>(List.of("rho"));
    if (constant) {
      titles.add("constant");
    }
    titles.addAll(names);
    names.forEach(name -> titles.add("W " + name));
    List<Durbin.Term> terms = new ArrayList<>();
    for (int k = 0; k < titles.size(); k++) {
      double value = k == 0 ? rho : beta[k - 1];
      double p = Laws.normalTwoSided(value / errors[k]);
      terms.add(new Durbin.Term(titles.get(k), value, errors[k], p));
    }
    return new Durbin(
        terms, effects(names, beta, constant ? 1 : 0, inverse), sigma, likelihood(rho, sigma));
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

  /** Of rho, then of the coefficients; the information matrix of LeSage and Pace, 3.1.2. */
  private double[] errors(double[] beta, double sigma, double[][] inverse) {
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
    double[][] covariance = LuFactors.of(information).inverse();
    double[] errors = new double[k + 1];
    Arrays.setAll(errors, i -> Math.sqrt(covariance[i][i]));
    return errors;
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

  private List<Durbin.Effect> effects(
      List<String> names, double[] beta, int first, double[][] inverse) {
    double[][] w = weights.matrix();
    int n = inverse.length;
    List<Durbin.Effect> effects = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      double b = beta[first + k];
      double t = beta[first + names.size() + k];
      double diagonal = 0;
      double all = 0;
      for (int i = 0; i < n; i++) {
        for (int m = 0; m < n; m++) {
          for (int j = 0; j < n; j++) {
            double part = inverse[i][m] * ((m == j ? b : 0) + t * w[m][j]);
            all += part;
            diagonal += i == j ? part : 0;
          }
        }
      }
      effects.add(new Durbin.Effect(names.get(k), diagonal / n, (all - diagonal) / n, all / n));
    }
    return effects;
  }
}
