package tenon.evaluate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.evaluate.algebra.Cholesky;
import tenon.evaluate.algebra.Matrices;
import tenon.numeric.Laws;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * The hybrid test of Andrews, Roth and Pakes 2023, section 4: is there a nuisance x with
 * E[Y(theta)] - X x &le; 0? The statistic is the least eta with Y - X x &le; eta sigma. By duality
 * it is the largest g'Y over the vertices of {g &ge; 0, X'g = 0, sigma'g = 1}, which depend on
 * neither theta nor the draws: they are listed once, and then every statistic, least favourable
 * draw and truncation bound is a maximum over a list.
 *
 * <p>First stage: reject above the 1 - level/10 quantile of the least favourable law. Second stage:
 * given the optimal vertex g, g'Y is a normal truncated to where g stays optimal, cut at the first
 * stage's critical value.
 */
final class ConditionalTest {
  /** Most vertices' supports that are looked through. */
  private static final double MOST_SUPPORTS = 3e6;

  private static final double ROUNDING = 1e-9;

  private final double[][] vertices;
  private final double[][] variance;
  private final double[] origin;
  private final double[] slope;
  private final double leastFavourable;
  private final double secondSize;

  private ConditionalTest(
      double[][] vertices,
      double[][] variance,
      double[] origin,
      double[] slope,
      double leastFavourable,
      double secondSize) {
    this.vertices = vertices;
    this.variance = variance;
    this.origin = origin;
    this.slope = slope;
    this.leastFavourable = leastFavourable;
    this.secondSize = secondSize;
  }

  /** The test, or null where there are too many periods to list the vertices. */
  static @Nullable ConditionalTest of(
      Trends trends,
      double[] estimates,
      double[][] covariance,
      int before,
      double[] weights,
      HonestDidSpec spec,
      double level) {
    double[][] a = trends.a();
    int m = a.length;
    int pivot = pivot(weights);
    double[] origin = Matrices.times(a, estimates);
    double[] slope = new double[m];
    double[][] nuisance = new double[m][weights.length - 1];
    double[][] variance = new double[m][m];
    double[] sigma = new double[m];
    for (int i = 0; i < m; i++) {
      origin[i] -= trends.d()[i];
      slope[i] = -a[i][before + pivot] / weights[pivot];
      int next = 0;
      for (int k = 0; k < weights.length; k++) {
        if (k != pivot) {
          nuisance[i][next++] =
              a[i][before + k] - weights[k] / weights[pivot] * a[i][before + pivot];
        }
      }
      for (int j = 0; j < m; j++) {
        variance[i][j] = Matrices.form(a[i], covariance, a[j]);
      }
      sigma[i] = Math.sqrt(variance[i][i]);
    }
    if (supports(m, weights.length) > MOST_SUPPORTS) {
      return null;
    }
    double[][] vertices = vertices(nuisance, sigma);
    double first = level / 10;
    double critical = critical(vertices, a, covariance, spec, 1 - first);
    return new ConditionalTest(
        vertices, variance, origin, slope, critical, (level - first) / (1 - first));
  }

  private static int pivot(double[] weights) {
    int pivot = 0;
    for (int k = 1; k < weights.length; k++) {
      pivot = Math.abs(weights[k]) > Math.abs(weights[pivot]) ? k : pivot;
    }
    return pivot;
  }

  private static double supports(int m, int size) {
    double count = 1;
    for (int i = 0; i < size; i++) {
      count *= (m - i) / (i + 1.0);
    }
    return count;
  }

  private static double[][] vertices(double[][] nuisance, double[] sigma) {
    List<double[]> found = new ArrayList<>();
    int size = nuisance[0].length + 1;
    int[] support = new int[size];
    Arrays.setAll(support, i -> i);
    while (support[0] <= sigma.length - size) {
      double[] vertex = vertex(nuisance, sigma, support);
      if (vertex.length > 0 && found.stream().noneMatch(other -> same(other, vertex))) {
        found.add(vertex);
      }
      int move = size - 1;
      while (move > 0 && support[move] == sigma.length - size + move) {
        move--;
      }
      support[move]++;
      for (int i = move + 1; i < size; i++) {
        support[i] = support[i - 1] + 1;
      }
    }
    return found.toArray(new double[0][]);
  }

  private static boolean same(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      if (Math.abs(a[i] - b[i]) > ROUNDING) {
        return false;
      }
    }
    return true;
  }

  /** The g with this support, empty where it is negative or not unique. */
  private static double[] vertex(double[][] nuisance, double[] sigma, int[] support) {
    int size = support.length;
    double[][] system = new double[size][size + 1];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size - 1; i++) {
        system[i][j] = nuisance[support[j]][i];
      }
      system[size - 1][j] = sigma[support[j]];
    }
    system[size - 1][size] = 1;
    double[] solution = Elimination.solve(system);
    double[] vertex = new double[sigma.length];
    for (int j = 0; j < size; j++) {
      if (solution.length == 0 || solution[j] < -ROUNDING) {
        return new double[0];
      }
      vertex[support[j]] = Math.max(0, solution[j]);
    }
    return vertex;
  }

  private static double critical(
      double[][] vertices,
      double[][] a,
      double[][] covariance,
      HonestDidSpec spec,
      double probability) {
    Cholesky factor = Cholesky.of(covariance, 1e-14);
    RandomStreams streams = RandomStreams.of(spec.seed());
    double[] drawn = new double[spec.draws()];
    double[] normals = new double[covariance.length];
    for (int draw = 0; draw < drawn.length; draw++) {
      RandomStream stream = streams.stream(Purpose.RESAMPLE, "least favourable", draw);
      Arrays.setAll(normals, _ -> stream.gaussian());
      double[] y = Matrices.times(a, factor.times(normals));
      drawn[draw] = Double.NEGATIVE_INFINITY;
      for (double[] vertex : vertices) {
        drawn[draw] = Math.max(drawn[draw], Matrices.dot(vertex, y));
      }
    }
    Arrays.sort(drawn);
    double place = probability * (drawn.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, drawn.length - 1);
    return drawn[below] + (place - below) * (drawn[above] - drawn[below]);
  }

  /** Y at a value of the effect. */
  private double[] moments(double theta) {
    double[] y = new double[origin.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = origin[i] + theta * slope[i];
    }
    return y;
  }

  /** The vertex at which the statistic is reached. */
  private double[] optimal(double[] y) {
    double[] optimal = vertices[0];
    for (double[] vertex : vertices) {
      optimal = Matrices.dot(vertex, y) > Matrices.dot(optimal, y) ? vertex : optimal;
    }
    return optimal;
  }

  /** The least eta at a value of the effect. */
  double statistic(double theta) {
    double[] y = moments(theta);
    return Matrices.dot(optimal(y), y);
  }

  /** Whether a value of the effect is rejected. */
  boolean rejects(double theta) {
    double[] y = moments(theta);
    double[] optimal = optimal(y);
    double eta = Matrices.dot(optimal, y);
    if (eta > leastFavourable) {
      return true;
    }
    return eta > 0 && eta > conditional(y, optimal, eta);
  }

  private double conditional(double[] y, double[] optimal, double eta) {
    double[] spread = Matrices.times(variance, optimal);
    double square = Matrices.dot(optimal, spread);
    double low = Double.NEGATIVE_INFINITY;
    double high = leastFavourable;
    for (double[] vertex : vertices) {
      double share = Matrices.dot(vertex, spread) / square;
      double rest = Matrices.dot(vertex, y) - share * eta;
      if (share < 1 - ROUNDING) {
        low = Math.max(low, rest / (1 - share));
      } else if (share > 1 + ROUNDING) {
        high = Math.min(high, rest / (1 - share));
      }
    }
    return Math.max(0, truncatedQuantile(1 - secondSize, Math.sqrt(square), low, high));
  }

  /** Quantile of a normal about 0, truncated to an interval. */
  static double truncatedQuantile(double p, double sd, double low, double high) {
    double a = Laws.normalUpper(low / sd);
    double b = Laws.normalUpper(high / sd);
    double upper = a + p * (b - a);
    double quantile =
        upper >= .5 ? sd * Laws.normalQuantile(1 - upper) : -sd * Laws.normalQuantile(upper);
    // So far in the tail that its probability is 0 the quantile is known by the bounds alone.
    return Math.clamp(quantile, low, high);
  }
}
