package tenon.twin.fidelity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import tenon.twin.fidelity.DayLaw.Family;

/** Log likelihood of observed quantities, each read as rounded to the resolution of all. */
final class Likelihood {
  private static final Comparator<List<Double>> ORDER =
      Comparator.<List<Double>, Double>comparing(List::getFirst).thenComparing(List::getLast);

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int STEPS = 32;

  /** Deviations of the logarithm that are searched. */
  private static final double LEAST_RATIO = 1e-4;

  private static final double MOST_RATIO = 1e3;

  /** A normal law cut at 0 keeps its mean only while 0 is this many deviations away. */
  private static final double NORMAL_FROM_ZERO = 3;

  /** What differs by less than this share of the mean counts as the same near 0. */
  private static final double WINDOW = 0.01;

  private final double[] values;
  private final double[] factors;
  private final double[] times;
  private final double resolution;
  private final double window;

  Likelihood(double[] observed) {
    this(observed, ones(observed.length));
  }

  /**
   * The likelihood of quantities of days on which so many times as much is asked as the law says.
   *
   * @param factors above 0, one for each quantity
   */
  Likelihood(double[] observed, double[] factors) {
    Map<List<Double>, Integer> counts = new TreeMap<>(ORDER);
    for (int i = 0; i < observed.length; i++) {
      counts.merge(List.of(observed[i], factors[i]), 1, Integer::sum);
    }
    values = counts.keySet().stream().mapToDouble(List::getFirst).toArray();
    this.factors = counts.keySet().stream().mapToDouble(List::getLast).toArray();
    times = counts.values().stream().mapToDouble(Integer::doubleValue).toArray();
    resolution = resolution(values);
    window = Math.max(resolution, WINDOW * Arrays.stream(observed).sum() / observed.length);
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The coarsest power of ten, at most 1 and at least a millionth, that all are multiples of. */
  private static double resolution(double[] values) {
    double parts = 1;
    while (parts < 1e6 && !multiples(values, parts)) {
      parts *= 10;
    }
    return 1 / parts;
  }

  private static boolean multiples(double[] values, double parts) {
    for (double value : values) {
      double scaled = value * parts;
      if (Math.abs(scaled - Math.rint(scaled)) > 1e-9 * Math.max(1, scaled)) {
        return false;
      }
    }
    return true;
  }

  double resolution() {
    return resolution;
  }

  /** Whether a family can have produced the data, and the daily run keeps its mean. */
  boolean allows(Family family, double mean, double sd) {
    return switch (family) {
      case DETERMINISTIC -> false;
      case NORMAL -> mean >= NORMAL_FROM_ZERO * sd;
      case LOGNORMAL, GAMMA -> true;
      case POISSON -> resolution == 1;
      case NEGATIVE_BINOMIAL -> resolution == 1 && sd * sd > mean;
    };
  }

  double of(DayLaw law) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += times[i] * law.times(factors[i]).logMass(values[i], resolution, window);
    }
    return sum;
  }

  /** The likeliest law of a family; mean and deviation of the data are where it is looked for. */
  DayLaw best(Family family, double mean, double sd) {
    return switch (family) {
      case NORMAL -> new DayLaw(family, mean, sd);
      case POISSON -> DayLaw.poisson(mean);
      case NEGATIVE_BINOMIAL -> atMean(family, mean);
      case LOGNORMAL, GAMMA -> {
        double log = StrictMath.log(mean);
        double found = argmax(at -> of(atMean(family, StrictMath.exp(at))), log - 3, log + 6);
        yield atMean(family, StrictMath.exp(found));
      }
      case DETERMINISTIC -> throw new IllegalArgumentException("nothing to fit");
    };
  }

  /** The likeliest law of a family with a given mean. */
  DayLaw atMean(Family family, double mean) {
    if (family == Family.POISSON) {
      return DayLaw.poisson(mean);
    }
    double least = family == Family.NEGATIVE_BINOMIAL ? Math.sqrt(mean * (1 + 1e-6)) : 0;
    double low = StrictMath.log(Math.max(least, LEAST_RATIO * mean));
    double high = StrictMath.log(Math.max(MOST_RATIO * mean, 2 * least));
    double found = argmax(at -> of(new DayLaw(family, mean, StrictMath.exp(at))), low, high);
    return new DayLaw(family, mean, StrictMath.exp(found));
  }

  /** The likeliest law of a family with a given deviation; the mean is looked for around one. */
  DayLaw atDeviation(Family family, double sd, double near) {
    double low = StrictMath.log(near) - 4;
    double high = StrictMath.log(near) + 4;
    if (family == Family.NEGATIVE_BINOMIAL) {
      high = Math.min(high, StrictMath.log(sd * sd / (1 + 1e-6)));
      low = Math.min(low, high - 1);
    }
    double found = argmax(at -> of(new DayLaw(family, StrictMath.exp(at), sd)), low, high);
    return new DayLaw(family, StrictMath.exp(found), sd);
  }

  /** Where a function of one hill is greatest, by golden sections. */
  private static double argmax(DoubleUnaryOperator function, double from, double to) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = function.applyAsDouble(left);
    double atRight = function.applyAsDouble(right);
    for (int step = 0; step < STEPS; step++) {
      if (atLeft >= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = function.applyAsDouble(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = function.applyAsDouble(right);
      }
    }
    return (low + high) / 2;
  }
}
