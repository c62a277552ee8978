package tenon.twin.fidelity;

import tenon.numeric.Laws;

/**
 * A law of a quantity that is not negative, as the daily run draws it.
 *
 * @param family its family
 * @param mean mean, at least 0
 * @param sd standard deviation, at least 0; that of a Poisson law follows from its mean
 * @param zeroShare share of the days on which it is 0, beside what the family has there; mean and
 *     deviation are those of all days
 */
public record DayLaw(Family family, double mean, double sd, double zeroShare) {
  /** Step of the trapezoidal rule, a power of 2 so that the points are exact. */
  private static final double STEP = 0.125;

  /** A law without a share of days of its own at 0. */
  public DayLaw(Family family, double mean, double sd) {
    this(family, mean, sd, 0);
  }

  /** The law of days of which a share has nothing, and the others go by this law. */
  DayLaw withZeros(double share) {
    double all = (1 - share) * mean;
    double square = (1 - share) * (sd * sd + mean * mean) - all * all;
    return new DayLaw(family, all, Math.sqrt(square), share);
  }

  /** The law of the days that are not of the share at 0. */
  DayLaw above() {
    double inner = mean / (1 - zeroShare);
    double square = (sd * sd + mean * mean) / (1 - zeroShare) - inner * inner;
    return zeroShare == 0 ? this : new DayLaw(family, inner, Math.sqrt(Math.max(0, square)));
  }

  /**
   * The law of days on which so many times as much is asked: of amounts so many times the amount,
   * of counts that mean and the same spread of the customers, as the daily run draws them.
   */
  DayLaw times(double factor) {
    if (factor == 1) {
      return this;
    }
    if (factor == 0) {
      return new DayLaw(Family.DETERMINISTIC, 0, 0);
    }
    return switch (family) {
      case DETERMINISTIC, NORMAL, LOGNORMAL, GAMMA ->
          new DayLaw(family, factor * mean, factor * sd, zeroShare);
      case POISSON -> poisson(factor * mean);
      case NEGATIVE_BINOMIAL -> {
        double mixed = (sd * sd - mean) / (mean * mean);
        double more = factor * mean;
        yield new DayLaw(family, more, Math.sqrt(more + mixed * more * more));
      }
    };
  }

  /** Families, by the names of a package. */
  public enum Family {
    DETERMINISTIC("deterministic", 1),
    NORMAL("normal", 2),
    LOGNORMAL("lognormal", 2),
    GAMMA("gamma", 2),
    POISSON("poisson", 1),
    NEGATIVE_BINOMIAL("negative_binomial", 2);

    private final String title;
    private final int parameters;

    Family(String title, int parameters) {
      this.title = title;
      this.parameters = parameters;
    }

    /** As a package writes it. */
    public String title() {
      return title;
    }

    int parameters() {
      return parameters;
    }

    boolean inWhole() {
      return this == POISSON || this == NEGATIVE_BINOMIAL;
    }
  }

  static DayLaw poisson(double mean) {
    return new DayLaw(Family.POISSON, mean, Math.sqrt(mean));
  }

  /** Deviation of the logarithm of a log-normal law. */
  private double sigma() {
    double ratio = sd / mean;
    return Math.sqrt(StrictMath.log1p(ratio * ratio));
  }

  private double mu() {
    double sigma = sigma();
    return StrictMath.log(mean) - sigma * sigma / 2;
  }

  private double shape() {
    return mean * mean / (sd * sd);
  }

  private double scale() {
    return sd * sd / mean;
  }

  /** Number of successes of a negative binomial law, and the chance of one. */
  private double successes() {
    return mean * mean / (sd * sd - mean);
  }

  private double chance() {
    return mean / (sd * sd);
  }

  /** P(Y at most y). */
  public double cdf(double y) {
    if (y < 0) {
      return 0;
    }
    if (zeroShare > 0) {
      return zeroShare + (1 - zeroShare) * above().cdf(y);
    }
    return switch (family) {
      case DETERMINISTIC -> y >= mean ? 1 : 0;
      case NORMAL -> Laws.normal((y - mean) / sd);
      case LOGNORMAL -> y == 0 ? 0 : Laws.normal((StrictMath.log(y) - mu()) / sigma());
      case GAMMA -> Laws.gamma(y / scale(), shape());
      case POISSON -> Laws.gammaUpper(mean, Math.floor(y) + 1);
      case NEGATIVE_BINOMIAL -> Laws.beta(chance(), successes(), Math.floor(y) + 1);
    };
  }

  /**
   * Logarithm of the probability of what is read as y at a resolution, above 0. Near 0, where a
   * density may have no end, it is the mean over a window.
   *
   * @param window width of what counts as the same near 0, at least the resolution
   */
  double logMass(double y, double resolution, double window) {
    if (zeroShare > 0) {
      return y == 0
          ? StrictMath.log(zeroShare)
          : StrictMath.log1p(-zeroShare) + above().logMass(y, resolution, window);
    }
    if (family.inWhole()) {
      return logMassInWhole(y);
    }
    if (y < 10 * window) {
      double below = Math.max(0, y - window / 2);
      double mass = cdf(y + window / 2) - cdf(below);
      return StrictMath.log(Math.max(mass, Double.MIN_NORMAL) * resolution / window);
    }
    return logDensity(y) + StrictMath.log(resolution);
  }

  private double logMassInWhole(double y) {
    if (family == Family.POISSON) {
      return Laws.gammaLogDensity(mean, y + 1);
    }
    double r = successes();
    double p = chance();
    return Laws.logGamma(y + r)
        - Laws.logGamma(r)
        - Laws.logGamma(y + 1)
        + r * StrictMath.log(p)
        + y * StrictMath.log1p(-p);
  }

  private double logDensity(double y) {
    return switch (family) {
      case NORMAL -> logNormal((y - mean) / sd) - StrictMath.log(sd);
      case LOGNORMAL -> {
        double log = StrictMath.log(y);
        yield logNormal((log - mu()) / sigma()) - StrictMath.log(sigma()) - log;
      }
      case GAMMA -> Laws.gammaLogDensity(y / scale(), shape()) - StrictMath.log(scale());
      case DETERMINISTIC, POISSON, NEGATIVE_BINOMIAL ->
          throw new IllegalStateException(family + " has no density");
    };
  }

  private static double logNormal(double z) {
    return -z * z / 2 - StrictMath.log(2 * Math.PI) / 2;
  }

  /** The least y with P(Y at most y) of at least p; whole where the law is. */
  public double quantile(double p) {
    if (family == Family.DETERMINISTIC || mean == 0) {
      return mean;
    }
    if (cdf(0) >= p) {
      return 0;
    }
    double low = 0;
    double high = mean + sd;
    while (cdf(high) < p) {
      high *= 2;
    }
    for (int step = 0; step < 200 && high - low > 1e-12 * high; step++) {
      double middle = (low + high) / 2;
      if (cdf(middle) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return family.inWhole() ? Math.floor(high + 1e-6) : high;
  }

  /** Continuous ranked probability score of the law where y happened; at least 0, in its unit. */
  public double crps(double y) {
    if (zeroShare > 0) {
      // E|X - y| - E|X - X'| / 2, the halves being those of the days above 0
      DayLaw above = above();
      double apart = above.mean - above.crps(0);
      return zeroShare * y
          + (1 - zeroShare) * (above.crps(y) + apart)
          - zeroShare * (1 - zeroShare) * above.mean
          - (1 - zeroShare) * (1 - zeroShare) * apart;
    }
    return switch (family) {
      case DETERMINISTIC -> Math.abs(y - mean);
      case NORMAL -> {
        double z = (y - mean) / sd;
        double density = StrictMath.exp(logNormal(z));
        yield sd * (z * (2 * Laws.normal(z) - 1) + 2 * density - 1 / Math.sqrt(Math.PI));
      }
      case LOGNORMAL -> {
        double sigma = sigma();
        double z = y > 0 ? (StrictMath.log(y) - mu()) / sigma : Double.NEGATIVE_INFINITY;
        double above = Laws.normal(z - sigma) + Laws.normal(sigma / Math.sqrt(2)) - 1;
        yield y * (2 * Laws.normal(z) - 1) - 2 * mean * above;
      }
      case GAMMA -> {
        double shape = shape();
        double scaled = y / scale();
        // 1 / B(1/2, shape)
        double spread =
            StrictMath.exp(Laws.logGamma(shape + 0.5) - Laws.logGamma(shape) - Laws.logGamma(0.5));
        yield y * (2 * Laws.gamma(scaled, shape) - 1)
            - mean * (2 * Laws.gamma(scaled, shape + 1) - 1)
            - scale() * spread;
      }
      case POISSON, NEGATIVE_BINOMIAL -> crpsInWhole(y);
    };
  }

  /**
   * E|X - y| - E|X - X'| / 2 of a law in whole numbers (Wei and Held 2014, Calibration tests for
   * count data, TEST 23): the sum of k f(k) up to y is the mean times the distribution at y - 1 of
   * the same law with one success more; of a Poisson law, of the law itself.
   */
  private double crpsInWhole(double y) {
    double below = Math.floor(y) - 1;
    double part =
        below < 0
            ? 0
            : family == Family.POISSON
                ? cdf(below)
                : Laws.beta(chance(), successes() + 1, below + 1);
    return y * (2 * cdf(y) - 1) - mean * (2 * part - 1) - spreadInWhole();
  }

  /**
   * E|X - X'| / 2. With the characteristic function of the difference D and the kernel of Fejer,
   * E|D| is 1 / pi times the integral from 0 to pi of (1 - phi(t)) / (1 - cos t) dt; with v = tan(t
   * / 2) = exp(x) that is the integral of g(v) / v dx over the line, g = 1 - (1 + c u)^-n or 1 -
   * exp(-4 mean u), u = v^2 / (1 + v^2), c = 4 (1 - p) / p^2. It is analytic in a strip, where the
   * trapezoidal rule has twelve digits and more at this step.
   */
  private double spreadInWhole() {
    double n = family == Family.POISSON ? 0 : successes();
    double c = family == Family.POISSON ? 0 : 4 * (1 - chance()) / (chance() * chance());
    double reach = STEP * Math.ceil((40 + StrictMath.log1p(4 * sd * sd)) / STEP);
    double sum = 0;
    for (double x = -reach; x <= 40; x += STEP) {
      double v = StrictMath.exp(x);
      double u = v * v / (1 + v * v);
      double exponent = family == Family.POISSON ? 4 * mean * u : n * StrictMath.log1p(c * u);
      sum += -StrictMath.expm1(-exponent) / v;
    }
    return sum * STEP / (2 * Math.PI);
  }
}
