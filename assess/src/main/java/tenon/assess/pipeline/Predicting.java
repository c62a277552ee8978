package tenon.assess.pipeline;

import java.util.Arrays;
import java.util.stream.IntStream;
import tenon.assess.Notes;
import tenon.assess.algebra.LeastSquares;

/** Fills unknown values by regression on other indicators; see {@link Imputation.Regression}. */
final class Predicting {
  private Predicting() {}

  static double[][] fill(Imputation.Regression spec, DataSet data, Notes notes) {
    int[] predictors =
        spec.predictors().stream().mapToInt(code -> data.tree().keys().id(code)).toArray();
    for (int nth = 0; nth < predictors.length; nth++) {
      if (predictors[nth] < 0 || !data.tree().isLeaf(predictors[nth])) {
        notes.error("predictor-unknown", "code", spec.predictors().get(nth));
      }
    }
    if (predictors.length == 0) {
      notes.error("predictor-none", "code", null);
    }
    double[][] columns = data.columns().clone();
    if (predictors.length == 0
        || Arrays.stream(predictors).anyMatch(p -> p < 0 || !data.tree().isLeaf(p))) {
      return columns;
    }
    for (int nth = 0; nth < data.indicators(); nth++) {
      int node = data.indicator(nth);
      int[] others = Arrays.stream(predictors).filter(p -> p != node).toArray();
      if (others.length > 0 && Arrays.stream(columns[node]).anyMatch(Double::isNaN)) {
        columns[node] = filled(data, node, others, notes);
      }
    }
    return columns;
  }

  private static double[] filled(DataSet data, int node, int[] predictors, Notes notes) {
    double[] column = data.column(node).clone();
    int[] complete =
        IntStream.range(0, column.length)
            .filter(i -> !Double.isNaN(column[i]) && knows(data, predictors, i))
            .toArray();
    double[][] x =
        Arrays.stream(complete).mapToObj(i -> row(data, predictors, i)).toArray(double[][]::new);
    double[] y = Arrays.stream(complete).mapToDouble(i -> column[i]).toArray();
    LeastSquares fit = LeastSquares.fit(x, y);
    if (fit == null) {
      notes.warn("predict-few", "value", data.tree().code(node), "" + complete.length);
      return column;
    }
    for (int i = 0; i < column.length; i++) {
      if (Double.isNaN(column[i]) && knows(data, predictors, i)) {
        double[] row = row(data, predictors, i);
        column[i] = 0;
        for (int j = 0; j < row.length; j++) {
          column[i] += fit.coefficient(j) * row[j];
        }
      }
    }
    return column;
  }

  private static boolean knows(DataSet data, int[] predictors, int cell) {
    return Arrays.stream(predictors).noneMatch(p -> Double.isNaN(data.column(p)[cell]));
  }

  private static double[] row(DataSet data, int[] predictors, int cell) {
    double[] row = new double[predictors.length + 1];
    row[0] = 1;
    for (int j = 0; j < predictors.length; j++) {
      row[j + 1] = data.column(predictors[j])[cell];
    }
    return row;
  }
}
