package tenon.numeric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Least squares and logistic regression with a penalty, by cyclic coordinate descent on
 * standardised columns; logistic by iterated weighted least squares around it. Minimises
 *
 * <pre>
 * loss / n + lambda (mix |b|_1 + (1 - mix) |b|_2^2 / 2),
 * loss = sum (y - b0 - x'b)^2 / 2 or -log-likelihood
 * </pre>
 *
 * <p>with b in units of standard deviations; the constant is not penalised, and columns that do not
 * vary have slope 0. Source: Friedman, Hastie and Tibshirani 2010, Journal of Statistical Software
 * 33(1), 2.1 to 2.5.
 */
public final class PenalisedRegression {
  private static final int PATH = 30;
  private static final double SHORTEST = 1e-3;
  private static final double STILL = 1e-10;
  private static final int MOST_SWEEPS = 20_000;
  private static final int MOST_STEPS = 50;

  /** Along a path, where penalties are compared, less is enough. */
  private static final double PATH_STILL = 1e-5;

  private static final int PATH_SWEEPS = 300;
  private static final int PATH_STEPS = 10;

  /** Weights of rows that are nearly sure are kept from vanishing. */
  private static final double LEAST_WEIGHT = 1e-5;

  /** What is regressed. */
  public enum Law {
    /** A number, by least squares. */
    GAUSSIAN,
    /** 0 or 1, by likelihood. */
    LOGISTIC
  }

  private final Law law;
  private final double mix;
  private final double[] y;

  /** By column and row, mean 0 and mean square 1; all 0 where it does not vary. */
  private final double[][] z;

  private final double[] mean;
  private final double[] deviation;
  private final double[] slopes;
  private final double[] linear;
  private final boolean exact;
  private double constant;
  private @Nullable Products unweighted;

  private PenalisedRegression(double[][] rows, double[] y, Law law, double mix, boolean exact) {
    this.exact = exact;
    this.law = law;
    this.mix = mix;
    this.y = y;
    int n = rows.length;
    int k = n == 0 ? 0 : rows[0].length;
    z = new double[k][n];
    mean = new double[k];
    deviation = new double[k];
    slopes = new double[k];
    linear = new double[n];
    for (int j = 0; j < k; j++) {
      standardise(rows, j);
    }
  }

  /**
   * A fitted law.
   *
   * @param constant b0
   * @param slopes by column, in units of the columns as given
   * @param lambda the penalty
   */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  public record Model(Law law, double constant, double[] slopes, double lambda) {
    /** What is expected at a row: a number, or the probability of 1. */
    public double at(double[] row) {
      double sum = constant;
      for (int j = 0; j < slopes.length; j++) {
        sum += slopes[j] * row[j];
      }
      return law == Law.GAUSSIAN ? sum : logistic(sum);
    }
  }

  /**
   * Fits at one penalty.
   *
   * @param rows columns by row
   * @param y by row; 0 or 1 where logistic
   * @param mix 1 for the lasso, 0 for ridge, or between
   * @param lambda at least 0
   * @throws IllegalArgumentException if there is no row, lengths differ, or the penalty or mix is
   *     out of range
   */
  public static Model fit(double[][] rows, double[] y, Law law, double mix, double lambda) {
    check(rows, y, mix);
    if (!(lambda >= 0)) {
      throw new IllegalArgumentException("lambda " + lambda + " must be at least 0");
    }
    PenalisedRegression regression = new PenalisedRegression(rows, y, law, mix, true);
    regression.solve(lambda);
    return regression.model(lambda);
  }

  /**
   * Fits at the penalty that foretells best in cross-validation, of thirty from the least that
   * leaves no slope down to a thousandth of it.
   *
   * @param fold by row: the fold that it is held out with, from 0
   */
  public static Model tuned(double[][] rows, double[] y, Law law, double mix, int[] fold) {
    check(rows, y, mix);
    PenalisedRegression whole = new PenalisedRegression(rows, y, law, mix, false);
    double[] path = whole.path();
    double[] loss = new double[path.length];
    int folds = Arrays.stream(fold).max().orElse(0) + 1;
    for (int f = 0; f < folds; f++) {
      int held = f;
      int[] in =
          java.util.stream.IntStream.range(0, y.length).filter(i -> fold[i] != held).toArray();
      if (in.length > 0) {
        PenalisedRegression part =
            new PenalisedRegression(
                Arrays.stream(in).mapToObj(i -> rows[i]).toArray(double[][]::new),
                Arrays.stream(in).mapToDouble(i -> y[i]).toArray(),
                law,
                mix,
                false);
        for (int l = 0; l < path.length; l++) {
          part.solve(path[l]);
          Model model = part.model(path[l]);
          for (int i = 0; i < y.length; i++) {
            loss[l] += fold[i] == f ? loss(law, y[i], model.at(rows[i])) : 0;
          }
        }
      }
    }
    int best = 0;
    for (int l = 1; l < loss.length; l++) {
      best = loss[l] < loss[best] ? l : best;
    }
    for (int l = 0; l <= best; l++) {
      whole.solve(path[l]);
    }
    return whole.model(path[best]);
  }

  private static void check(double[][] rows, double[] y, double mix) {
    if (rows.length == 0 || rows.length != y.length || !(mix >= 0 && mix <= 1)) {
      throw new IllegalArgumentException(
          rows.length + " rows, " + y.length + " outcomes, mix " + mix);
    }
  }

  private static double loss(Law law, double y, double expected) {
    if (law == Law.GAUSSIAN) {
      return (y - expected) * (y - expected);
    }
    double p = Math.min(1 - LEAST_WEIGHT, Math.max(LEAST_WEIGHT, expected));
    return y == 1 ? -Math.log(p) : -Math.log(1 - p);
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private void standardise(double[][] rows, int j) {
    int n = rows.length;
    double sum = 0;
    for (double[] row : rows) {
      sum += row[j];
    }
    mean[j] = sum / n;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      z[j][i] = rows[i][j] - mean[j];
      squares += z[j][i] * z[j][i];
    }
    deviation[j] = Math.sqrt(squares / n);
    boolean varies = deviation[j] > 1e-12 * Math.max(1, Math.abs(mean[j]));
    for (int i = 0; i < n; i++) {
      z[j][i] = varies ? z[j][i] / deviation[j] : 0;
    }
    deviation[j] = varies ? deviation[j] : 0;
  }

  /** From the least penalty that leaves no slope downwards. */
  private double[] path() {
    double average = Arrays.stream(y).average().orElse(0);
    double most = 0;
    for (double[] column : z) {
      double product = 0;
      for (int i = 0; i < y.length; i++) {
        product += column[i] * (y[i] - average);
      }
      most = Math.max(most, Math.abs(product) / y.length);
    }
    double[] path = new double[PATH];
    for (int l = 0; l < PATH; l++) {
      path[l] = most / Math.max(mix, SHORTEST) * Math.pow(SHORTEST, l / (PATH - 1.0));
    }
    return path;
  }

  /** Goes on from where it stands. */
  private void solve(double lambda) {
    int n = y.length;
    double[] weight = new double[n];
    double[] rest = new double[n];
    if (law == Law.GAUSSIAN) {
      Arrays.fill(weight, 1);
      for (int i = 0; i < n; i++) {
        rest[i] = y[i] - linear[i];
      }
      descend(weight, rest, lambda);
      return;
    }
    for (int step = 0; step < (exact ? MOST_STEPS : PATH_STEPS); step++) {
      for (int i = 0; i < n; i++) {
        double p = logistic(linear[i]);
        weight[i] = Math.max(LEAST_WEIGHT, p * (1 - p));
        rest[i] = (y[i] - p) / weight[i];
      }
      if (descend(weight, rest, lambda) < (exact ? STILL : PATH_STILL)) {
        return;
      }
    }
  }

  /**
   * Coordinate descent on weighted squares, the constant taken out of every column; returns how far
   * anything moved in all. Gradients are kept up by the products of the columns that move, so that
   * a sweep costs the square of the columns and no row is looked at (the source's 2.2), and between
   * two sweeps over all columns those that have a slope are swept alone.
   */
  private double descend(double[] weight, double[] rest, double lambda) {
    int n = y.length;
    double[] before = slopes.clone();
    double total = 0;
    double average = 0;
    for (int i = 0; i < n; i++) {
      total += weight[i];
      average += weight[i] * rest[i];
    }
    average /= total;
    Products products = products(weight, total);
    double[] gradient = new double[z.length];
    for (int j = 0; j < z.length; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += weight[i] * z[j][i] * (rest[i] - average);
      }
      gradient[j] = sum;
    }
    double enough = (exact ? STILL : PATH_STILL) * Math.max(1e-300, spread());
    boolean all = true;
    for (int sweep = 0; sweep < (exact ? MOST_SWEEPS : PATH_SWEEPS); sweep++) {
      double moved = 0;
      for (int j = 0; j < z.length; j++) {
        if (all || slopes[j] != 0) {
          moved = Math.max(moved, Math.abs(step(j, products, gradient, lambda)));
        }
      }
      if (moved < enough && all) {
        break;
      }
      all = moved < enough;
    }
    double shift = average;
    double far = 0;
    for (int j = 0; j < z.length; j++) {
      far = Math.max(far, Math.abs(slopes[j] - before[j]));
      shift -= products.mean[j] * (slopes[j] - before[j]);
    }
    constant += shift;
    far = Math.max(far, Math.abs(shift));
    Arrays.fill(linear, constant);
    for (int j = 0; j < z.length; j++) {
      for (int i = 0; slopes[j] != 0 && i < n; i++) {
        linear[i] += slopes[j] * z[j][i];
      }
    }
    return far;
  }

  /** Without weights that change, products are made once for all penalties. */
  private Products products(double[] weight, double total) {
    Products known = law == Law.GAUSSIAN ? unweighted : null;
    if (known == null) {
      known = new Products(z, weight, total);
      unweighted = known;
    }
    return known;
  }

  /**
   * Weighted products of the columns less their means, each column's when it is first asked for.
   */
  private static final class Products {
    private final double[][] z;
    private final double[] weight;
    private final double[] @Nullable [] of;

    /** Weighted mean by column. */
    final double[] mean;

    /** Weighted squares by column. */
    final double[] square;

    Products(double[][] z, double[] weight, double total) {
      this.z = z;
      this.weight = weight;
      of = new double[z.length][];
      mean = new double[z.length];
      square = new double[z.length];
      for (int j = 0; j < z.length; j++) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < weight.length; i++) {
          sum += weight[i] * z[j][i];
          squares += weight[i] * z[j][i] * z[j][i];
        }
        mean[j] = sum / total;
        // What rounding leaves of a column that does not vary under the weights is none.
        double left = squares - sum * mean[j];
        square[j] = left > 1e-13 * squares ? left : 0;
      }
    }

    double[] with(int j) {
      double[] known = of[j];
      if (known != null) {
        return known;
      }
      double[] weighted = new double[weight.length];
      for (int i = 0; i < weighted.length; i++) {
        weighted[i] = weight[i] * (z[j][i] - mean[j]);
      }
      double[] made = new double[z.length];
      for (int l = 0; l < z.length; l++) {
        double[] other = of[l];
        made[l] = other == null ? product(weighted, z[l]) : other[j];
      }
      made[j] = square[j];
      of[j] = made;
      return made;
    }

    /** In four sums, which a processor adds side by side. */
    private static double product(double[] a, double[] b) {
      double first = 0;
      double second = 0;
      double third = 0;
      double fourth = 0;
      int i = 0;
      for (; i + 3 < a.length; i += 4) {
        first += a[i] * b[i];
        second += a[i + 1] * b[i + 1];
        third += a[i + 2] * b[i + 2];
        fourth += a[i + 3] * b[i + 3];
      }
      for (; i < a.length; i++) {
        first += a[i] * b[i];
      }
      return first + second + (third + fourth);
    }
  }

  private double spread() {
    if (law == Law.LOGISTIC) {
      return 1;
    }
    double average = Arrays.stream(y).average().orElse(0);
    return Math.sqrt(Arrays.stream(y).map(v -> (v - average) * (v - average)).sum() / y.length);
  }

  private double step(int j, Products products, double[] gradient, double lambda) {
    double square = products.square[j];
    if (square == 0) {
      return 0;
    }
    int n = y.length;
    double pull = (gradient[j] + square * slopes[j]) / n;
    double bound = lambda * mix;
    double shrunk = Math.signum(pull) * Math.max(0, Math.abs(pull) - bound);
    double moved = shrunk / (square / n + lambda * (1 - mix)) - slopes[j];
    if (moved != 0) {
      slopes[j] += moved;
      double[] with = products.with(j);
      for (int l = 0; l < gradient.length; l++) {
        gradient[l] -= moved * with[l];
      }
    }
    return moved;
  }

  private Model model(double lambda) {
    double[] own = new double[slopes.length];
    double at = constant;
    for (int j = 0; j < own.length; j++) {
      own[j] = deviation[j] == 0 ? 0 : slopes[j] / deviation[j];
      at -= own[j] * mean[j];
    }
    return new Model(law, at, own, lambda);
  }
}
