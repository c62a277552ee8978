package tenon.assess.algebra;

import java.util.Arrays;

/** Correlation of two columns over the rows where both are known. */
public final class Correlation {
  private Correlation() {}

  /** Pearson's r; {@code NaN} where fewer than two rows are known or a column is constant. */
  public static double pearson(double[] a, double[] b) {
    double meanA = 0;
    double meanB = 0;
    int known = 0;
    for (int i = 0; i < a.length; i++) {
      if (!Double.isNaN(a[i] + b[i])) {
        meanA += a[i];
        meanB += b[i];
        known++;
      }
    }
    meanA /= known;
    meanB /= known;
    double both = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      double fromA = a[i] - meanA;
      double fromB = b[i] - meanB;
      if (!Double.isNaN(fromA + fromB)) {
        both += fromA * fromB;
        squareA += fromA * fromA;
        squareB += fromB * fromB;
      }
    }
    return both / Math.sqrt(squareA * squareB);
  }

  /** Spearman's r: Pearson's of the mean ranks, over the rows where both are known. */
  public static double spearman(double[] a, double[] b) {
    double[] knownA = new double[a.length];
    double[] knownB = new double[a.length];
    int known = 0;
    for (int i = 0; i < a.length; i++) {
      if (!Double.isNaN(a[i] + b[i])) {
        knownA[known] = a[i];
        knownB[known++] = b[i];
      }
    }
    return pearson(
        meanRanks(Arrays.copyOf(knownA, known)), meanRanks(Arrays.copyOf(knownB, known)));
  }

  /** Pearson's r of every pair of columns; 1 on the diagonal. */
  public static double[][] matrix(double[][] columns) {
    int n = columns.length;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      matrix[i][i] = 1;
      for (int j = 0; j < i; j++) {
        matrix[i][j] = pearson(columns[i], columns[j]);
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  /** Ranks from 1 for the least up; equal values share the mean of their ranks. */
  public static double[] meanRanks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = below(sorted, values[i]);
      int upTo = below(sorted, Math.nextUp(values[i]));
      ranks[i] = (below + 1 + upTo) / 2.0;
    }
    return ranks;
  }

  /** How many of the ascending values lie below a value. */
  public static int below(double[] sorted, double value) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
