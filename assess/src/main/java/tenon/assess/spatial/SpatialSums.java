package tenon.assess.spatial;

import java.util.Arrays;

/** What the moments of spatial statistics are made of (Cliff and Ord 1981): S0, S1, S2, b2. */
record SpatialSums(int units, double s0, double s1, double s2, double kurtosis, double squares) {

  static SpatialSums of(double[] x, SpatialWeights weights) {
    double[][] w = weights.matrix();
    int n = w.length;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    for (int i = 0; i < n; i++) {
      double both = 0;
      for (int j = 0; j < n; j++) {
        s0 += w[i][j];
        s1 += (w[i][j] + w[j][i]) * (w[i][j] + w[j][i]) / 2;
        both += w[i][j] + w[j][i];
      }
      s2 += both * both;
    }
    double[] z = centred(x);
    double second = Arrays.stream(z).map(v -> v * v).sum();
    double fourth = Arrays.stream(z).map(v -> v * v * v * v).sum();
    return new SpatialSums(n, s0, s1, s2, n * fourth / (second * second), second);
  }

  static double[] centred(double[] x) {
    double mean = Arrays.stream(x).sum() / x.length;
    return Arrays.stream(x).map(v -> v - mean).toArray();
  }
}
