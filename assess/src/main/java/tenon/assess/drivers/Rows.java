package tenon.assess.drivers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.assess.algebra.LeastSquares;

/** Rows of a regression of which everything is known; the first regressor is the constant. */
final class Rows {
  private final double[][] x;
  private final double[] y;

  private Rows(double[][] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  /** Rows of y on columns, without those of which anything is unknown. */
  static Rows known(double[] y, double[][] columns) {
    List<double[]> rows = new ArrayList<>();
    List<Double> left = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      double[] row = new double[columns.length + 1];
      row[0] = 1;
      double sum = y[i];
      for (int k = 0; k < columns.length; k++) {
        if (columns[k].length != y.length) {
          throw new IllegalArgumentException(
              "column " + k + " has " + columns[k].length + " rows instead of " + y.length);
        }
        row[k + 1] = columns[k][i];
        sum += row[k + 1];
      }
      if (Double.isFinite(sum)) {
        rows.add(row);
        left.add(y[i]);
      }
    }
    return new Rows(rows.toArray(double[][]::new), left.stream().mapToDouble(v -> v).toArray());
  }

  int count() {
    return y.length;
  }

  double y(int row) {
    return y[row];
  }

  double x(int row, int column) {
    return x[row][column];
  }

  @Nullable LeastSquares fit() {
    return LeastSquares.fit(x, y);
  }

  /** Only the rows at the places. */
  Rows at(int[] places) {
    return new Rows(
        Arrays.stream(places).mapToObj(i -> x[i]).toArray(double[][]::new),
        Arrays.stream(places).mapToDouble(i -> y[i]).toArray());
  }

  /** Standard deviation (n - 1) of a regressor. */
  double deviation(int column) {
    double mean = Arrays.stream(x).mapToDouble(row -> row[column]).average().orElse(Double.NaN);
    double squares =
        Arrays.stream(x).mapToDouble(row -> (row[column] - mean) * (row[column] - mean)).sum();
    return Math.sqrt(squares / (y.length - 1));
  }
}
