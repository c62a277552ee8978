package tenon.assess.pipeline;

import java.util.Arrays;
import java.util.stream.IntStream;
import tenon.assess.Notes;
import tenon.numeric.LuFactors;

/**
 * Expectation-maximisation for a joint normal distribution with unknown cells (Little and Rubin,
 * Statistical Analysis with Missing Data, 11.2). Columns are standardised first, so that tolerance
 * means the same for each. In a round the unknown part of a cell is replaced by its regression on
 * the known part, and its residual covariance is added to the products.
 */
final class JointNormal {
  private final double[][] rows;
  private final boolean[][] known;
  private final int variables;
  private double[] mean;
  private double[][] covariance;

  private JointNormal(double[][] rows, int variables) {
    this.rows = rows;
    this.variables = variables;
    known = new boolean[rows.length][variables];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < variables; j++) {
        known[i][j] = !Double.isNaN(rows[i][j]);
        rows[i][j] = known[i][j] ? rows[i][j] : 0;
      }
    }
    mean = new double[variables];
    covariance = new double[variables][variables];
    for (int j = 0; j < variables; j++) {
      covariance[j][j] = 1;
    }
  }

  static double[][] fill(Imputation.ExpectationMaximisation spec, DataSet data, Notes notes) {
    int[] nodes =
        IntStream.range(0, data.indicators())
            .map(data::indicator)
            .filter(node -> Moments.of(data.column(node)).deviation() > 0)
            .toArray();
    if (nodes.length == 0) {
      notes.error("em-none", "value", null);
      return data.columns();
    }
    if (data.width() <= nodes.length + 1) {
      notes.error("em-few", "value", null, "" + data.width(), "" + nodes.length);
      return data.columns();
    }
    Moments[] scale =
        Arrays.stream(nodes).mapToObj(n -> Moments.of(data.column(n))).toArray(Moments[]::new);
    double[][] rows = new double[data.width()][nodes.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < nodes.length; j++) {
        rows[i][j] = (data.column(nodes[j])[i] - scale[j].mean()) / scale[j].deviation();
      }
    }
    JointNormal model = new JointNormal(rows, nodes.length);
    if (!model.settles(spec)) {
      notes.warn("em-unsettled", "value", null, "" + spec.iterations());
    }
    double[][] columns = data.columns().clone();
    for (int j = 0; j < nodes.length; j++) {
      columns[nodes[j]] = columns[nodes[j]].clone();
      for (int i = 0; i < rows.length; i++) {
        if (!model.known[i][j]) {
          columns[nodes[j]][i] = scale[j].mean() + scale[j].deviation() * rows[i][j];
        }
      }
    }
    return columns;
  }

  private boolean settles(Imputation.ExpectationMaximisation spec) {
    for (int round = 0; round < spec.iterations(); round++) {
      double[][] residual = new double[variables][variables];
      double moved = 0;
      for (int i = 0; i < rows.length; i++) {
        moved = Math.max(moved, expect(i, residual));
      }
      if (Double.isNaN(moved)) {
        return false;
      }
      maximise(residual);
      if (round > 0 && moved <= spec.tolerance()) {
        return true;
      }
    }
    return false;
  }

  /** Replaces what is unknown in a row; returns its greatest move. */
  private double expect(int row, double[][] residual) {
    int[] given = IntStream.range(0, variables).filter(j -> known[row][j]).toArray();
    int[] asked = IntStream.range(0, variables).filter(j -> !known[row][j]).toArray();
    if (asked.length == 0) {
      return 0;
    }
    double[][] part = new double[given.length][given.length];
    for (int a = 0; a < given.length; a++) {
      for (int b = 0; b < given.length; b++) {
        part[a][b] = covariance[given[a]][given[b]];
      }
    }
    LuFactors lu = LuFactors.of(part);
    double moved = 0;
    for (int j : asked) {
      double[] slopes = lu.solve(Arrays.stream(given).mapToDouble(g -> covariance[g][j]).toArray());
      double value = mean[j];
      for (int a = 0; a < given.length; a++) {
        value += slopes[a] * (rows[row][given[a]] - mean[given[a]]);
      }
      moved = Math.max(moved, Math.abs(value - rows[row][j]));
      rows[row][j] = value;
      for (int k : asked) {
        double left = covariance[k][j];
        for (int a = 0; a < given.length; a++) {
          left -= slopes[a] * covariance[k][given[a]];
        }
        residual[k][j] += left;
      }
    }
    return moved;
  }

  private void maximise(double[][] residual) {
    int n = rows.length;
    double[] sums = new double[variables];
    for (double[] row : rows) {
      for (int j = 0; j < variables; j++) {
        sums[j] += row[j] / n;
      }
    }
    double[][] products = residual;
    for (double[] row : rows) {
      for (int j = 0; j < variables; j++) {
        for (int k = 0; k < variables; k++) {
          products[j][k] += (row[j] - sums[j]) * (row[k] - sums[k]);
        }
      }
    }
    for (double[] line : products) {
      for (int k = 0; k < variables; k++) {
        line[k] /= n;
      }
    }
    mean = sums;
    covariance = products;
  }
}
