package tenon.evaluate.match;

import java.util.ArrayList;
import java.util.List;

/** Means and standardised biases before and after matching. */
final class BalanceTable {
  private final List<String> covariates;
  private final double[][] x;
  private final boolean[] treated;
  private final double[] weights;

  /**
   * A table to be computed.
   *
   * @param x by row: a constant, then the covariates
   * @param weights by row; 0 for rows that are not matched
   */
  BalanceTable(List<String> covariates, double[][] x, boolean[] treated, double[] weights) {
    this.covariates = covariates;
    this.x = x;
    this.treated = treated;
    this.weights = weights;
  }

  List<Balance> rows() {
    List<Balance> rows = new ArrayList<>();
    for (int j = 0; j < covariates.size(); j++) {
      rows.add(row(covariates.get(j), j + 1));
    }
    return rows;
  }

  private Balance row(String name, int j) {
    double treatedBefore = mean(j, true, false);
    double controlsBefore = mean(j, false, false);
    double treatedAfter = mean(j, true, true);
    double controlsAfter = mean(j, false, true);
    double scale =
        Math.sqrt((variance(j, true, treatedBefore) + variance(j, false, controlsBefore)) / 2);
    return new Balance(
        name,
        treatedAfter,
        controlsBefore,
        controlsAfter,
        100 * (treatedBefore - controlsBefore) / scale,
        100 * (treatedAfter - controlsAfter) / scale);
  }

  private double mean(int j, boolean group, boolean weighted) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < x.length; i++) {
      if (treated[i] == group) {
        double w = weighted ? weights[i] : 1;
        sum += w * x[i][j];
        weight += w;
      }
    }
    return sum / weight;
  }

  private double variance(int j, boolean group, double mean) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      if (treated[i] == group) {
        sum += (x[i][j] - mean) * (x[i][j] - mean);
        count++;
      }
    }
    return sum / (count - 1);
  }
}
