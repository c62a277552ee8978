package tenon.assess.spatial;

import java.util.Arrays;
import tenon.numeric.Laws;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Global autocorrelation: Moran's I = n/S0 z'Wz / z'z and Geary's C = (n-1)/(2 S0) &Sigma; w
 * (x<sub>i</sub> - x<sub>j</sub>)&sup2; / z'z. All values must be known.
 *
 * @param statistic I or C
 * @param expectation -1/(n-1), or 1 for C
 * @param variance under the assumption
 * @param z standardised so that likeness of neighbours is positive
 * @param p one-sided probability of so much likeness by chance
 */
public record Moran(double statistic, double expectation, double variance, double z, double p) {

  /** What is random. */
  public enum Assumption {
    /** Values are drawn from a normal distribution. */
    NORMALITY,
    /** The values as they are fall on the units at random. */
    RANDOMISATION
  }

  /** Moran's I. */
  public static Moran of(double[] x, SpatialWeights weights, Assumption assumption) {
    SpatialSums sums = SpatialSums.of(x, weights);
    double n = sums.units();
    double s0 = sums.s0() * sums.s0();
    double expectation = -1 / (n - 1);
    double square =
        switch (assumption) {
          case NORMALITY -> (n * n * sums.s1() - n * sums.s2() + 3 * s0) / ((n * n - 1) * s0);
          case RANDOMISATION ->
              (n * ((n * n - 3 * n + 3) * sums.s1() - n * sums.s2() + 3 * s0)
                      - sums.kurtosis() * ((n * n - n) * sums.s1() - 2 * n * sums.s2() + 6 * s0))
                  / ((n - 1) * (n - 2) * (n - 3) * s0);
        };
    double variance = square - expectation * expectation;
    double statistic = statistic(SpatialSums.centred(x), weights, sums);
    double z = (statistic - expectation) / Math.sqrt(variance);
    return new Moran(statistic, expectation, variance, z, Laws.normalUpper(z));
  }

  private static double statistic(double[] z, SpatialWeights weights, SpatialSums sums) {
    double[] lag = weights.lag(z);
    double cross = 0;
    for (int i = 0; i < z.length; i++) {
      cross += z[i] * lag[i];
    }
    return sums.units() / sums.s0() * cross / sums.squares();
  }

  /** Geary's C under randomisation. */
  public static Moran geary(double[] x, SpatialWeights weights) {
    SpatialSums sums = SpatialSums.of(x, weights);
    double apart = 0;
    for (int i = 0; i < x.length; i++) {
      for (int nth = 0; nth < weights.count(i); nth++) {
        double difference = x[i] - x[weights.neighbour(i, nth)];
        apart += weights.weight(i, nth) * difference * difference;
      }
    }
    double n = sums.units();
    double b2 = sums.kurtosis();
    double s0 = sums.s0() * sums.s0();
    double statistic = (n - 1) / (2 * sums.s0()) * apart / sums.squares();
    double variance =
        ((n - 1) * sums.s1() * (n * n - 3 * n + 3 - (n - 1) * b2)
                - (n - 1) * sums.s2() * (n * n + 3 * n - 6 - (n * n - n + 2) * b2) / 4
                + s0 * (n * n - 3 - (n - 1) * (n - 1) * b2))
            / (n * (n - 2) * (n - 3) * s0);
    double z = (1 - statistic) / Math.sqrt(variance);
    return new Moran(statistic, 1, variance, z, Laws.normalUpper(z));
  }

  /**
   * Moran's I with mean and variance over random permutations of the values; p = (1 + permutations
   * with an I at least as great) / (1 + permutations).
   */
  public static Moran permuted(double[] x, SpatialWeights weights, int permutations, long seed) {
    SpatialSums sums = SpatialSums.of(x, weights);
    double[] z = SpatialSums.centred(x);
    double statistic = statistic(z, weights, sums);
    RandomStreams streams = RandomStreams.of(seed);
    double[] drawn = new double[permutations];
    int asGreat = 0;
    for (int permutation = 0; permutation < permutations; permutation++) {
      double[] dealt = z.clone();
      shuffle(dealt, dealt.length, streams.stream(Purpose.PERMUTATION, "moran", permutation));
      drawn[permutation] = statistic(dealt, weights, sums);
      asGreat += drawn[permutation] >= statistic ? 1 : 0;
    }
    double mean = Arrays.stream(drawn).sum() / permutations;
    double variance =
        Arrays.stream(drawn).map(v -> (v - mean) * (v - mean)).sum() / (permutations - 1);
    double p = (1.0 + asGreat) / (1 + permutations);
    return new Moran(statistic, mean, variance, (statistic - mean) / Math.sqrt(variance), p);
  }

  /** Deals the first values at random from all (Fisher and Yates). */
  static void shuffle(double[] values, int first, RandomStream stream) {
    for (int i = 0; i < Math.min(first, values.length - 1); i++) {
      int other = i + stream.nextInt(values.length - i);
      double kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
  }
}
