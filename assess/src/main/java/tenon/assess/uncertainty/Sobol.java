package tenon.assess.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Sobol indices of a function of independent factors: exact over all combinations, or estimated.
 *
 * <p>First order S<sub>i</sub> = V(E(y | x<sub>i</sub>)) / V, total ST<sub>i</sub> = E(V(y | all
 * but x<sub>i</sub>)) / V. Estimated from tables A and B of N rows and AB<sub>i</sub> = A with
 * column i of B: S<sub>i</sub> = mean((y<sub>B</sub> - m)(y<sub>ABi</sub> - y<sub>A</sub>)) / V
 * (Saltelli et al. 2010, with y<sub>B</sub> centred by the mean m of A and B, without which the
 * error grows with the mean), ST<sub>i</sub> = mean((y<sub>A</sub> - y<sub>ABi</sub>)&sup2;) / 2V
 * (Jansen 1999), V over A and B.
 */
public final class Sobol {
  private static final double TAIL = .025;

  private Sobol() {}

  /**
   * Indices of one factor.
   *
   * @param first share of the variance that the factor explains alone
   * @param total share of the variance that is lost when the factor is fixed
   * @param firstLow lower bound of a 95 % bootstrap interval; equal to {@code first} where exact
   * @param firstHigh upper bound
   * @param totalLow lower bound of the total
   * @param totalHigh upper bound of the total
   */
  public record Indices(
      double first,
      double total,
      double firstLow,
      double firstHigh,
      double totalLow,
      double totalHigh) {}

  /**
   * Exact indices.
   *
   * @param levels number of equally likely alternatives of each factor
   * @param y value of each combination, the last factor changing fastest
   */
  public static List<Indices> exact(int[] levels, double[] y) {
    double mean = Arrays.stream(y).sum() / y.length;
    double variance = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum() / y.length;
    List<Indices> all = new ArrayList<>();
    int inner = y.length;
    for (int level : levels) {
      inner /= level;
      double[] sums = new double[level];
      double within = 0;
      for (int start = 0; start < y.length; start += inner * level) {
        for (int at = start; at < start + inner; at++) {
          within += spread(y, at, inner, level, sums);
        }
      }
      int each = y.length / level;
      double between =
          Arrays.stream(sums).map(s -> (s / each - mean) * (s / each - mean)).sum() / level;
      double first = between / variance;
      double total = within / y.length / variance;
      all.add(new Indices(first, total, first, first, total, total));
    }
    return all;
  }

  /** Sum of squares about the mean of one line of combinations; adds its values to the sums. */
  private static double spread(double[] y, int at, int stride, int level, double[] sums) {
    double mean = 0;
    for (int k = 0; k < level; k++) {
      mean += y[at + k * stride] / level;
      sums[k] += y[at + k * stride];
    }
    double squares = 0;
    for (int k = 0; k < level; k++) {
      double from = y[at + k * stride] - mean;
      squares += from * from;
    }
    return squares;
  }

  /**
   * Estimated indices with bootstrap intervals; each resample draws rows, with the variance taken
   * again.
   *
   * @param a values of table A
   * @param b values of table B
   * @param mixed values of AB, by factor and row
   */
  public static List<Indices> sampled(
      double[] a, double[] b, double[][] mixed, int resamples, long seed) {
    int n = a.length;
    int[] all = new int[n];
    Arrays.setAll(all, i -> i);
    double[][] point = estimate(a, b, mixed, all);
    double[][] firsts = new double[mixed.length][resamples];
    double[][] totals = new double[mixed.length][resamples];
    int[] rows = new int[n];
    RandomStreams streams = RandomStreams.of(seed);
    for (int resample = 0; resample < resamples; resample++) {
      RandomStream stream = streams.stream(Purpose.BOOTSTRAP, "sobol", resample);
      Arrays.setAll(rows, _ -> stream.nextInt(n));
      double[][] drawn = estimate(a, b, mixed, rows);
      for (int factor = 0; factor < mixed.length; factor++) {
        firsts[factor][resample] = drawn[factor][0];
        totals[factor][resample] = drawn[factor][1];
      }
    }
    List<Indices> result = new ArrayList<>();
    for (int factor = 0; factor < mixed.length; factor++) {
      Arrays.sort(firsts[factor]);
      Arrays.sort(totals[factor]);
      result.add(
          new Indices(
              point[factor][0],
              point[factor][1],
              at(firsts[factor], TAIL),
              at(firsts[factor], 1 - TAIL),
              at(totals[factor], TAIL),
              at(totals[factor], 1 - TAIL)));
    }
    return result;
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  private static double[][] estimate(double[] a, double[] b, double[][] mixed, int[] rows) {
    double mean = 0;
    for (int row : rows) {
      mean += (a[row] + b[row]) / (2.0 * rows.length);
    }
    double variance = 0;
    for (int row : rows) {
      variance += (a[row] - mean) * (a[row] - mean) + (b[row] - mean) * (b[row] - mean);
    }
    variance /= 2.0 * rows.length - 1;
    double[][] indices = new double[mixed.length][2];
    for (int factor = 0; factor < mixed.length; factor++) {
      double first = 0;
      double total = 0;
      for (int row : rows) {
        double step = mixed[factor][row] - a[row];
        first += (b[row] - mean) * step;
        total += step * step;
      }
      indices[factor][0] = first / rows.length / variance;
      indices[factor][1] = total / (2 * rows.length) / variance;
    }
    return indices;
  }
}
