package tenon.assess.spatial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.numeric.Laws;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStreams;

/**
 * One unit's part in the autocorrelation (Anselin 1995), with its moments where the unit keeps its
 * value and all others are dealt anew (Sokal, Oden, Thomson 1998).
 *
 * @param statistic I<sub>i</sub> = z<sub>i</sub> &Sigma; w z<sub>j</sub> / m<sub>2</sub>,
 *     m<sub>2</sub> = &Sigma; z&sup2; / n
 * @param expectation -z<sub>i</sub>&sup2; W<sub>i</sub> / ((n-1) m<sub>2</sub>)
 * @param variance conditional variance
 * @param z standardised statistic
 * @param p two-sided normal probability
 * @param permutationP share of permutations that lie at least as far from their mean; {@code NaN}
 *     where none were asked for
 * @param quadrant where the unit and its neighbours stand
 */
public record LocalMoran(
    double statistic,
    double expectation,
    double variance,
    double z,
    double p,
    double permutationP,
    Quadrant quadrant) {

  /** Unit, then neighbours: above or below the mean. */
  public enum Quadrant {
    HIGH_HIGH,
    LOW_HIGH,
    LOW_LOW,
    HIGH_LOW
  }

  /**
   * All units.
   *
   * @param permutations number of permutations for each unit, or 0
   */
  public static List<LocalMoran> of(
      double[] x, SpatialWeights weights, int permutations, long seed) {
    double[] z = SpatialSums.centred(x);
    double[] lag = weights.lag(z);
    double n = z.length;
    double m2 = Arrays.stream(z).map(v -> v * v).sum() / n;
    List<LocalMoran> all = new ArrayList<>();
    for (int i = 0; i < z.length; i++) {
      double sum = 0;
      double squares = 0;
      for (int nth = 0; nth < weights.count(i); nth++) {
        sum += weights.weight(i, nth);
        squares += weights.weight(i, nth) * weights.weight(i, nth);
      }
      double own = z[i] * z[i];
      double statistic = z[i] * lag[i] / m2;
      double expectation = -own * sum / ((n - 1) * m2);
      double variance =
          own / (m2 * m2) * (n / (n - 2)) * (squares - sum * sum / (n - 1)) * (m2 - own / (n - 1));
      double standardised = (statistic - expectation) / Math.sqrt(variance);
      all.add(
          new LocalMoran(
              statistic,
              expectation,
              variance,
              standardised,
              Laws.normalTwoSided(standardised),
              permutations > 0 ? dealt(i, z, lag[i], weights, permutations, seed) : Double.NaN,
              quadrant(z[i], lag[i])));
    }
    return all;
  }

  private static Quadrant quadrant(double own, double lag) {
    if (own >= 0) {
      return lag >= 0 ? Quadrant.HIGH_HIGH : Quadrant.HIGH_LOW;
    }
    return lag >= 0 ? Quadrant.LOW_HIGH : Quadrant.LOW_LOW;
  }

  private static double dealt(
      int unit, double[] z, double lag, SpatialWeights weights, int permutations, long seed) {
    RandomStreams streams = RandomStreams.of(seed);
    double[] others = new double[z.length - 1];
    System.arraycopy(z, 0, others, 0, unit);
    System.arraycopy(z, unit + 1, others, unit, others.length - unit);
    double mean = 0;
    for (int nth = 0; nth < weights.count(unit); nth++) {
      mean += weights.weight(unit, nth) * Arrays.stream(others).sum() / others.length;
    }
    int asFar = 0;
    for (int permutation = 0; permutation < permutations; permutation++) {
      double[] drawn = others.clone();
      Moran.shuffle(
          drawn,
          weights.count(unit),
          streams.stream(Purpose.PERMUTATION, "lisa " + unit, permutation));
      double sum = 0;
      for (int nth = 0; nth < weights.count(unit); nth++) {
        sum += weights.weight(unit, nth) * drawn[nth];
      }
      asFar += Math.abs(sum - mean) >= Math.abs(lag - mean) ? 1 : 0;
    }
    return (1.0 + asFar) / (1 + permutations);
  }
}
