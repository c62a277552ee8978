package tenon.assess.pipeline;

import java.util.function.DoubleUnaryOperator;

/** Weighted means of columns, cell by cell. */
final class Means {
  private Means() {}

  /** &Sigma; w x / &Sigma; w over the known x; unknown where no x with a weight is known. */
  static double[] weighted(double[][] parts, double[] weights) {
    int width = parts[0].length;
    double[] sum = new double[width];
    double[] known = new double[width];
    for (int k = 0; k < parts.length; k++) {
      double weight = weights[k];
      double[] part = parts[k];
      for (int cell = 0; cell < width; cell++) {
        double value = part[cell];
        if (!Double.isNaN(value)) {
          sum[cell] += weight * value;
          known[cell] += weight;
        }
      }
    }
    for (int cell = 0; cell < width; cell++) {
      sum[cell] = known[cell] > 0 ? sum[cell] / known[cell] : Double.NaN;
    }
    return sum;
  }

  /**
   * The same where every x is known and the weights do not sum to 0, to the same bits: what is
   * added to a cell is added in the same order, four parts in one pass over the cells.
   */
  static double[] ofKnown(double[][] parts, double[] weights) {
    double[] sum = new double[parts[0].length];
    double all = 0;
    int k = 0;
    for (; k + 4 <= parts.length; k += 4) {
      add(sum, parts, weights, k);
      all = all + weights[k] + weights[k + 1] + weights[k + 2] + weights[k + 3];
    }
    for (; k < parts.length; k++) {
      double weight = weights[k];
      double[] part = parts[k];
      for (int cell = 0; cell < sum.length; cell++) {
        sum[cell] += weight * part[cell];
      }
      all += weight;
    }
    for (int cell = 0; cell < sum.length; cell++) {
      sum[cell] /= all;
    }
    return sum;
  }

  private static void add(double[] sum, double[][] parts, double[] weights, int k) {
    double a = weights[k];
    double b = weights[k + 1];
    double c = weights[k + 2];
    double d = weights[k + 3];
    double[] first = parts[k];
    double[] second = parts[k + 1];
    double[] third = parts[k + 2];
    double[] fourth = parts[k + 3];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = sum[i] + a * first[i] + b * second[i] + c * third[i] + d * fourth[i];
    }
  }

  static double[] each(double[] column, DoubleUnaryOperator function) {
    double[] result = new double[column.length];
    for (int cell = 0; cell < result.length; cell++) {
      result[cell] = function.applyAsDouble(column[cell]);
    }
    return result;
  }
}
