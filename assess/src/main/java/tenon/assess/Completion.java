package tenon.assess;

import java.util.ArrayList;
import java.util.List;

/**
 * Fills the judgements not made with the values that make the whole most consistent.
 *
 * <p>The principal eigenvalue is convex in the logarithms of the missing entries, and its minimum
 * is unique where the judgements made connect all items (Boz&oacute;ki, F&uuml;l&ouml;p,
 * R&oacute;nyai 2010). One entry is improved at a time. With left and right eigenvectors y and x
 * the derivative by t = ln a<sub>ij</sub> is (y<sub>i</sub> x<sub>j</sub> a<sub>ij</sub> -
 * y<sub>j</sub> x<sub>i</sub> a<sub>ji</sub>) / y&middot;x; it vanishes at a<sub>ij</sub> =
 * &radic;(y<sub>j</sub> x<sub>i</sub> / (y<sub>i</sub> x<sub>j</sub>)), which is the next try. A
 * try that does not bring the derivative nearer to 0 is halved: the derivative grows with t, so a
 * short enough step does.
 */
final class Completion {
  private static final int MOST_SWEEPS = 1_000;
  private static final int MOST_HALVINGS = 60;
  private static final double FLAT = 1e-13;

  private record Pair(int row, int column) {}

  private final double[][] matrix;
  private double slope;
  private double step;

  private Completion(double[][] matrix) {
    this.matrix = matrix;
  }

  /** A copy of a reciprocal matrix with its {@code NaN} filled. */
  static double[][] of(double[][] given) {
    double[][] matrix = new double[given.length][];
    List<Pair> missing = new ArrayList<>();
    for (int i = 0; i < given.length; i++) {
      matrix[i] = given[i].clone();
      for (int j = 0; j < given.length; j++) {
        if (Double.isNaN(given[i][j])) {
          matrix[i][j] = 1;
          if (i < j) {
            missing.add(new Pair(i, j));
          }
        }
      }
    }
    new Completion(matrix).fill(missing);
    return matrix;
  }

  /** Whether the judgements made connect all items, directly or through others. */
  static boolean isConnected(double[][] given) {
    int n = given.length;
    boolean[] reached = new boolean[n];
    int[] queue = new int[n];
    int end = 1;
    reached[0] = true;
    for (int next = 0; next < end; next++) {
      for (int j = 0; j < n; j++) {
        if (!reached[j] && !Double.isNaN(given[queue[next]][j])) {
          reached[j] = true;
          queue[end++] = j;
        }
      }
    }
    return end == n;
  }

  private void fill(List<Pair> missing) {
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double steepest = 0;
      for (Pair pair : missing) {
        look(pair);
        steepest = Math.max(steepest, Math.abs(slope));
        if (Math.abs(slope) > FLAT) {
          improve(pair);
        }
      }
      if (steepest <= FLAT) {
        return;
      }
    }
  }

  private void improve(Pair pair) {
    double from = StrictMath.log(matrix[pair.row][pair.column]);
    double before = Math.abs(slope);
    double stride = step;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      set(pair, StrictMath.exp(from + stride));
      look(pair);
      if (Math.abs(slope) < before) {
        return;
      }
      stride /= 2;
    }
    set(pair, StrictMath.exp(from));
  }

  private void set(Pair pair, double value) {
    matrix[pair.row][pair.column] = value;
    matrix[pair.column][pair.row] = 1 / value;
  }

  /** Derivative by the logarithm of the entry, relative to the eigenvalue, and the step to try. */
  private void look(Pair pair) {
    Perron right = Perron.of(matrix);
    double[] x = right.vector();
    double[] y = Perron.ofTransposed(matrix).vector();
    int i = pair.row;
    int j = pair.column;
    double product = 0;
    for (int k = 0; k < x.length; k++) {
      product += x[k] * y[k];
    }
    double rising = y[i] * x[j] * matrix[i][j];
    double falling = y[j] * x[i] * matrix[j][i];
    slope = (rising - falling) / (product * right.value());
    step = StrictMath.log(falling / rising) / 2;
  }
}
