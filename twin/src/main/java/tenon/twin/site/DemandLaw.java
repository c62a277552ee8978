package tenon.twin.site;

import tenon.model.Chain;
import tenon.model.Resource;
import tenon.numeric.RandomStream;

/**
 * Distribution of a day's demand, by mean m and standard deviation s.
 *
 * <ul>
 *   <li>normal: m + s Z, cut off at 0 (which lifts the mean where s is large beside m);
 *   <li>log-normal and gamma: with that mean and deviation;
 *   <li>Poisson: with that mean;
 *   <li>negative binomial: Poisson with a gamma-distributed mean; where s^2 does not exceed m,
 *       Poisson.
 * </ul>
 *
 * <p>Of days of which a share p has no demand, mean and deviation are those of all days: the others
 * have mean m / (1 - p) and second moment (s^2 + m^2) / (1 - p).
 *
 * <p>A blank distribution with a known deviation is gamma; without one, demand is the mean every
 * day. Gamma by Marsaglia and Tsang (2000); Poisson by inversion below a mean of 30, else by
 * Hoermann's transformed rejection (1993). StrictMath throughout, so that every processor draws the
 * same bits.
 */
final class DemandLaw {
  private enum Shape {
    FIXED,
    NORMAL,
    LOG_NORMAL,
    GAMMA,
    POISSON,
    NEGATIVE_BINOMIAL
  }

  private static final double SMALL_POISSON = 30;

  private final Shape shape;
  private final double mean;
  private final double deviation;
  private final double mu;
  private final double sigma;
  private final double zeroShare;

  private DemandLaw(Shape shape, double mean, double deviation, double zeroShare) {
    this.zeroShare = zeroShare;
    this.shape = shape;
    this.mean = mean;
    this.deviation = deviation;
    double square = mean > 0 ? StrictMath.log1p(deviation * deviation / (mean * mean)) : 0;
    sigma = Math.sqrt(square);
    mu = mean > 0 ? StrictMath.log(mean) - square / 2 : 0;
  }

  static DemandLaw of(Chain chain, int demand) {
    double mean = chain.demands().meanPerDay(demand);
    double deviation = chain.demands().sdPerDay(demand);
    String stated = chain.table(Resource.DEMAND).text("distribution", demand);
    double zeroShare = chain.demands().zeroShare(demand);
    return of(
        stated == null ? "" : stated,
        mean,
        Double.isNaN(deviation) ? 0 : deviation,
        Double.isNaN(zeroShare) ? 0 : zeroShare);
  }

  static DemandLaw of(String distribution, double mean, double deviation) {
    return of(distribution, mean, deviation, 0);
  }

  /**
   * The law of days of which a share has no demand at all.
   *
   * @param mean mean of all days, those without demand among them
   * @param deviation deviation of all days; below sqrt(p / (1 - p)) times the mean, which the days
   *     without demand alone make, all others are alike
   */
  static DemandLaw of(String distribution, double mean, double deviation, double zeroShare) {
    double above = mean / (1 - zeroShare);
    double variance = (deviation * deviation + mean * mean) / (1 - zeroShare) - above * above;
    double spread = zeroShare == 0 ? deviation : Math.sqrt(Math.max(0, variance));
    return new DemandLaw(shape(distribution, above, spread), above, spread, zeroShare);
  }

  /**
   * The law of days on which so many times as much is asked: of amounts so many times the amount,
   * of counts (Poisson, negative binomial) with that mean and the same spread of the customers.
   */
  DemandLaw times(double factor) {
    double spread = factor * deviation;
    if (shape == Shape.NEGATIVE_BINOMIAL && mean > 0) {
      double mixed = (deviation * deviation - mean) / (mean * mean);
      spread = Math.sqrt(factor * mean + mixed * factor * factor * mean * mean);
    }
    return new DemandLaw(factor == 0 ? Shape.FIXED : shape, factor * mean, spread, zeroShare);
  }

  private static Shape shape(String distribution, double mean, double deviation) {
    if (mean == 0 || distribution.equals("deterministic")) {
      return Shape.FIXED;
    }
    if (distribution.equals("poisson")) {
      return Shape.POISSON;
    }
    if (deviation == 0) {
      return distribution.equals("negative_binomial") ? Shape.POISSON : Shape.FIXED;
    }
    return switch (distribution) {
      case "normal" -> Shape.NORMAL;
      case "lognormal" -> Shape.LOG_NORMAL;
      case "negative_binomial" ->
          deviation * deviation > mean ? Shape.NEGATIVE_BINOMIAL : Shape.POISSON;
      default -> Shape.GAMMA;
    };
  }

  boolean isFixed() {
    return shape == Shape.FIXED && zeroShare == 0;
  }

  double mean() {
    return (1 - zeroShare) * mean;
  }

  double draw(RandomStream stream) {
    if (zeroShare > 0 && stream.nextDouble() < zeroShare) {
      return 0;
    }
    return switch (shape) {
      case FIXED -> mean;
      case NORMAL -> Math.max(0, mean + deviation * stream.gaussian());
      case LOG_NORMAL -> stream.logNormal(mu, sigma);
      case GAMMA -> gamma(stream, mean, deviation * deviation);
      case POISSON -> poisson(stream, mean);
      case NEGATIVE_BINOMIAL -> poisson(stream, gamma(stream, mean, deviation * deviation - mean));
    };
  }

  private static double gamma(RandomStream stream, double mean, double variance) {
    double form = mean * mean / variance;
    double scale = variance / mean;
    if (form >= 1) {
      return scale * gamma(stream, form);
    }
    double lift = StrictMath.pow(1 - stream.nextDouble(), 1 / form);
    return scale * lift * gamma(stream, form + 1);
  }

  private static double gamma(RandomStream stream, double form) {
    double d = form - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double z = stream.gaussian();
      double root = 1 + c * z;
      if (root <= 0) {
        continue;
      }
      double v = root * root * root;
      double u = 1 - stream.nextDouble();
      if (StrictMath.log(u) < z * z / 2 + d - d * v + d * StrictMath.log(v)) {
        return d * v;
      }
    }
  }

  private static double poisson(RandomStream stream, double mean) {
    return mean < SMALL_POISSON ? smallPoisson(stream, mean) : largePoisson(stream, mean);
  }

  private static double smallPoisson(RandomStream stream, double mean) {
    double point = stream.nextDouble();
    double probability = StrictMath.exp(-mean);
    double count = 0;
    while (point >= probability && probability > 0) {
      point -= probability;
      count++;
      probability *= mean / count;
    }
    return count;
  }

  private static double largePoisson(RandomStream stream, double mean) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    while (true) {
      double u = stream.nextDouble() - 0.5;
      double v = 1 - stream.nextDouble();
      double us = 0.5 - Math.abs(u);
      double count = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us <= 0 || count < 0 || (us < 0.013 && v > us)) {
        continue;
      }
      double left = StrictMath.log(v * inverseAlpha / (a / (us * us) + b));
      if (left <= count * StrictMath.log(mean) - mean - logFactorial(count)) {
        return count;
      }
    }
  }

  /** Stirling's series to 1/(1260 n^5); for the small counts the product itself. */
  private static double logFactorial(double n) {
    if (n < 10) {
      double product = 1;
      for (int i = 2; i <= n; i++) {
        product *= i;
      }
      return StrictMath.log(product);
    }
    double rest = 1 / (12 * n) - 1 / (360 * n * n * n) + 1 / (1260 * n * n * n * n * n);
    return (n + 0.5) * StrictMath.log(n) - n + 0.5 * StrictMath.log(2 * Math.PI) + rest;
  }
}
