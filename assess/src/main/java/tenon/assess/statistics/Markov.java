package tenon.assess.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import tenon.numeric.Laws;
import tenon.numeric.LuFactors;

/**
 * How units move between classes from one period to the next, alone or by the class of their
 * neighbours (Quah 1993; Rey 2001). Classes are quantiles of each period: a value's class is the
 * number of quantiles below it.
 */
public final class Markov {
  private final int[][][] counts;

  private Markov(int[][][] counts) {
    this.counts = counts;
  }

  /**
   * A test of homogeneity.
   *
   * @param chiSquared &Sigma; n<sub>i|s</sub> (p<sub>ij|s</sub> - p<sub>ij</sub>)&sup2; /
   *     p<sub>ij</sub> over conditions s (Anderson and Goodman 1957; Bickenbach and Bode 2003)
   * @param degreesOfFreedom &Sigma; over rows of (conditions met - 1) (targets met - 1)
   * @param p probability of so great a value if the condition does not matter
   */
  public record Test(double chiSquared, int degreesOfFreedom, double p) {}

  /**
   * Moves between classes.
   *
   * @param values by unit and period; unknown values are left out of quantiles and moves
   * @param classes number of classes, 2 or more
   */
  public static Markov of(double[][] values, int classes) {
    return of(values, classes, false);
  }

  /**
   * Moves between classes.
   *
   * @param pooled whether classes are quantiles of all periods together, not of each
   */
  public static Markov of(double[][] values, int classes, boolean pooled) {
    int[][] own = classes(values, classes, pooled);
    return new Markov(counted(own, new int[own.length][own[0].length], 1, classes));
  }

  /**
   * Moves between classes by the class of the neighbours at the beginning.
   *
   * @param lags mean of the neighbours, by unit and period
   */
  public static Markov spatial(double[][] values, double[][] lags, int classes) {
    return spatial(values, lags, classes, false);
  }

  /**
   * Moves between classes by the class of the neighbours at the beginning.
   *
   * @param pooled whether classes are quantiles of all periods together, not of each
   */
  public static Markov spatial(double[][] values, double[][] lags, int classes, boolean pooled) {
    return new Markov(
        counted(
            classes(values, classes, pooled), classes(lags, classes, pooled), classes, classes));
  }

  private static int[][] classes(double[][] values, int classes, boolean pooled) {
    if (classes < 2) {
      throw new IllegalArgumentException(classes + " classes are too few; give two or more");
    }
    int[][] result = new int[values.length][values[0].length];
    for (int t = 0; t < values[0].length; t++) {
      int at = t;
      double[] sorted =
          Arrays.stream(values)
              .flatMapToDouble(unit -> pooled ? Arrays.stream(unit) : DoubleStream.of(unit[at]))
              .filter(x -> !Double.isNaN(x))
              .sorted()
              .toArray();
      for (int unit = 0; unit < values.length; unit++) {
        double value = values[unit][t];
        int above = 0;
        for (int k = 1; k < classes && sorted.length > 0; k++) {
          above += value > Density.quantile(sorted, (double) k / classes) ? 1 : 0;
        }
        result[unit][t] = Double.isNaN(value) ? -1 : above;
      }
    }
    return result;
  }

  private static int[][][] counted(int[][] own, int[][] condition, int conditions, int classes) {
    int[][][] counts = new int[conditions][classes][classes];
    for (int unit = 0; unit < own.length; unit++) {
      for (int t = 0; t + 1 < own[unit].length; t++) {
        int from = own[unit][t];
        int to = own[unit][t + 1];
        if (from >= 0 && to >= 0 && condition[unit][t] >= 0) {
          counts[condition[unit][t]][from][to]++;
        }
      }
    }
    return counts;
  }

  public int classes() {
    return counts[0].length;
  }

  /** Number of conditions: classes of the neighbours, or 1. */
  public int conditions() {
    return counts.length;
  }

  /** Number of moves from one class to another under a condition. */
  public int count(int condition, int from, int to) {
    return counts[condition][from][to];
  }

  /** Number of moves under all conditions together. */
  public int count(int from, int to) {
    return Arrays.stream(counts).mapToInt(one -> one[from][to]).sum();
  }

  /** Share of the moves from a class under a condition; {@code NaN} where there were none. */
  public double probability(int condition, int from, int to) {
    return (double) counts[condition][from][to] / Arrays.stream(counts[condition][from]).sum();
  }

  /** Share of the moves from a class under all conditions together. */
  public double probability(int from, int to) {
    int all = 0;
    for (int other = 0; other < classes(); other++) {
      all += count(from, other);
    }
    return (double) count(from, to) / all;
  }

  /** Shares of the classes in the long run; {@code NaN} where there are several long runs. */
  public double[] steady() {
    int k = classes();
    double[][] system = new double[k][k];
    double[] right = new double[k];
    for (int to = 0; to < k; to++) {
      for (int from = 0; from < k; from++) {
        system[to][from] = probability(from, to) - (from == to ? 1 : 0);
      }
    }
    Arrays.fill(system[k - 1], 1);
    right[k - 1] = 1;
    LuFactors lu = LuFactors.of(system);
    double[] steady = lu.isSingular() ? new double[k] : lu.solve(right);
    if (lu.isSingular()) {
      Arrays.fill(steady, Double.NaN);
    }
    return steady;
  }

  /** Whether the class of the neighbours matters. */
  public Test homogeneity() {
    double chiSquared = 0;
    int freedom = 0;
    for (int from = 0; from < classes(); from++) {
      int conditions = 0;
      int targets = 0;
      for (int to = 0; to < classes(); to++) {
        targets += count(from, to) > 0 ? 1 : 0;
      }
      for (int[][] own : counts) {
        int n = Arrays.stream(own[from]).sum();
        conditions += n > 0 ? 1 : 0;
        for (int to = 0; to < classes() && n > 0; to++) {
          double p = probability(from, to);
          double difference = (double) own[from][to] / n - p;
          chiSquared += p > 0 ? n * difference * difference / p : 0;
        }
      }
      freedom += Math.max(0, conditions - 1) * Math.max(0, targets - 1);
    }
    return new Test(chiSquared, freedom, Laws.chiSquaredUpper(chiSquared, freedom));
  }
}
