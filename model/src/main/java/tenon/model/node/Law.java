package tenon.model.node;

/**
 * A law of a time that is not negative.
 *
 * @param kind its family
 * @param mean its mean, finite, at least 0
 * @param shape phases of an Erlang law; standard deviation of a log-normal; half width of a
 *     uniform; otherwise unused
 */
public record Law(Kind kind, double mean, double shape) {

  /** Families of laws. */
  public enum Kind {
    FIXED,
    EXPONENTIAL,
    ERLANG,
    LOGNORMAL,
    UNIFORM
  }

  public Law {
    if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("mean " + mean + " of a time is not finite, at least 0");
    }
    if (!(shape >= 0 && shape < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("shape " + shape + " of a time is not finite, at least 0");
    }
    if (kind == Kind.ERLANG && (shape < 1 || shape != Math.rint(shape))) {
      throw new IllegalArgumentException(shape + " is no number of phases of an Erlang law");
    }
    if (kind == Kind.UNIFORM && shape > mean) {
      throw new IllegalArgumentException("half width " + shape + " exceeds the mean " + mean);
    }
    if (kind == Kind.LOGNORMAL && mean == 0) {
      throw new IllegalArgumentException("a log-normal time needs a mean above 0");
    }
  }

  public static Law fixed(double time) {
    return new Law(Kind.FIXED, time, 0);
  }

  public static Law exponential(double mean) {
    return new Law(Kind.EXPONENTIAL, mean, 0);
  }

  /** Sum of several exponential phases. */
  public static Law erlang(double mean, int phases) {
    return new Law(Kind.ERLANG, mean, phases);
  }

  public static Law logNormal(double mean, double sd) {
    return new Law(Kind.LOGNORMAL, mean, sd);
  }

  /** Uniform from mean - halfWidth to mean + halfWidth. */
  public static Law uniform(double mean, double halfWidth) {
    return new Law(Kind.UNIFORM, mean, halfWidth);
  }

  /** Variance. */
  public double variance() {
    return switch (kind) {
      case FIXED -> 0;
      case EXPONENTIAL -> mean * mean;
      case ERLANG -> mean * mean / shape;
      case LOGNORMAL -> shape * shape;
      case UNIFORM -> shape * shape / 3;
    };
  }

  /** The same law with another mean, and a deviation in proportion. */
  public Law scaled(double factor) {
    return new Law(kind, mean * factor, kind == Kind.ERLANG ? shape : shape * factor);
  }
}
