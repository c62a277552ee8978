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

  static double[] each(double[] column, DoubleUnaryOperator function) {
    double[] result = new double[column.length];
    for (int cell = 0; cell < result.length; cell++) {
      result[cell] = function.applyAsDouble(column[cell]);
    }
    return result;
  }
}
