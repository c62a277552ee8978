package tenon.assess.spatial;

import tenon.numeric.Laws;

/**
 * General G of Getis and Ord (1992): whether high or low values cluster. Values must be positive,
 * all known; weights are most often 1 and 0.
 *
 * @param statistic G = &Sigma; w x<sub>i</sub> x<sub>j</sub> / &Sigma; x<sub>i</sub> x<sub>j</sub>,
 *     i &ne; j
 * @param expectation S0 / (n (n-1))
 * @param variance under randomisation
 * @param z standardised; above 0 high values cluster, below 0 low ones
 * @param p one-sided probability of so much clustering of high values by chance
 */
public record GetisOrd(double statistic, double expectation, double variance, double z, double p) {

  /** Measures the values; four units or more. */
  public static GetisOrd of(double[] x, SpatialWeights weights) {
    int n = x.length;
    double[] sums = powers(x);
    double cross = 0;
    double s0 = 0;
    double s1 = 0;
    double[] rows = new double[n];
    double[] columns = new double[n];
    double[][] matrix = weights.matrix();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double w = matrix[i][j];
        cross += w * x[i] * x[j];
        s0 += w;
        s1 += (w + matrix[j][i]) * (w + matrix[j][i]) / 2;
        rows[i] += w;
        columns[j] += w;
      }
    }
    double s2 = 0;
    for (int i = 0; i < n; i++) {
      s2 += (rows[i] + columns[i]) * (rows[i] + columns[i]);
    }
    double statistic = cross / (sums[0] * sums[0] - sums[1]);
    double expectation = s0 / (n * (n - 1.0));
    double variance = moment(sums, n, s0, s1, s2) - expectation * expectation;
    double z = (statistic - expectation) / Math.sqrt(variance);
    return new GetisOrd(statistic, expectation, variance, z, Laws.normalUpper(z));
  }

  /** Sums of the first four powers. */
  private static double[] powers(double[] x) {
    double[] sums = new double[4];
    for (double value : x) {
      double power = 1;
      for (int k = 0; k < sums.length; k++) {
        power *= value;
        sums[k] += power;
      }
    }
    return sums;
  }

  /** E(G&sup2;), with the constants B0 to B4 of the paper. */
  private static double moment(double[] m, double n, double s0, double s1, double s2) {
    double square = s0 * s0;
    double b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * square;
    double b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * square);
    double b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * square);
    double b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * square;
    double b4 = s1 - s2 + square;
    double sum =
        b0 * m[1] * m[1]
            + b1 * m[3]
            + b2 * m[0] * m[0] * m[1]
            + b3 * m[0] * m[2]
            + b4 * m[0] * m[0] * m[0] * m[0];
    double below = m[0] * m[0] - m[1];
    return sum / (below * below * n * (n - 1) * (n - 2) * (n - 3));
  }
}
