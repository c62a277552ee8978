package tenon.assess.algebra;

import java.util.function.DoubleUnaryOperator;

/**
 * Tails and quantiles of the usual distributions, to about 1e-14 of their value. Sources:
 * Abramowitz and Stegun 6.1, 6.5, 26.4 to 26.7; Lanczos (1964) for the gamma function; Lentz (1976)
 * for continued fractions.
 */
public final class Distributions {
  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-6,
    1.5056327351493116e-7
  };
  private static final double TINY = 1e-300;
  private static final double DONE = 1e-16;
  private static final int MOST_TERMS = 10_000;

  private Distributions() {}

  /** P(Z &gt; z) of a standard normal Z. */
  public static double normalUpper(double z) {
    double half = .5 * gammaUpper(.5, z * z / 2);
    return z >= 0 ? half : 1 - half;
  }

  /** P(|Z| &gt; |z|) of a standard normal Z. */
  public static double normalTwoSided(double z) {
    return gammaUpper(.5, z * z / 2);
  }

  /** The z with P(Z &lt;= z) = p, by bisection on the tail. */
  public static double normalQuantile(double p) {
    return quantile(p, 40, z -> normalUpper(z));
  }

  /** P(X &gt; x) of a chi-squared X. */
  public static double chiSquaredUpper(double x, double degreesOfFreedom) {
    return x <= 0 ? 1 : gammaUpper(degreesOfFreedom / 2, x / 2);
  }

  /** P(|T| &gt; |t|) of Student's T. */
  public static double studentTwoSided(double t, double degreesOfFreedom) {
    if (Double.isNaN(t) || degreesOfFreedom <= 0) {
      return Double.NaN;
    }
    return betaLower(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, .5);
  }

  /** The t with P(T &lt;= t) = p of Student's T. */
  public static double studentQuantile(double p, double degreesOfFreedom) {
    return quantile(
        p,
        1e8,
        t -> {
          double half = studentTwoSided(t, degreesOfFreedom) / 2;
          return t >= 0 ? half : 1 - half;
        });
  }

  private static double quantile(double p, double far, DoubleUnaryOperator upperTail) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("p " + p + " must lie between 0 and 1");
    }
    double from = -far;
    double to = far;
    for (int step = 0; step < 200 && from < to; step++) {
      double middle = (from + to) / 2;
      if (upperTail.applyAsDouble(middle) > 1 - p) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return (from + to) / 2;
  }

  /** ln &Gamma;(x), x above 0. */
  static double logGamma(double x) {
    if (x < .5) {
      return StrictMath.log(Math.PI / StrictMath.sin(Math.PI * x)) - logGamma(1 - x);
    }
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x - 1 + i);
    }
    double t = x + 6.5;
    return .5 * StrictMath.log(2 * Math.PI)
        + (x - .5) * StrictMath.log(t)
        - t
        + StrictMath.log(sum);
  }

  /** Regularised upper incomplete gamma function Q(a, x). */
  static double gammaUpper(double a, double x) {
    if (Double.isNaN(x)) {
      return Double.NaN;
    }
    if (x <= 0) {
      return 1;
    }
    double scale = StrictMath.exp(a * StrictMath.log(x) - x - logGamma(a));
    return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
  }

  private static double lowerSeries(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < MOST_TERMS && term > DONE * sum; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum;
  }

  private static double upperFraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double fraction = d;
    for (int n = 1; n < MOST_TERMS; n++) {
      double step = -n * (n - a);
      b += 2;
      d = 1 / away(b + step * d);
      c = away(b + step / c);
      fraction *= c * d;
      if (Math.abs(c * d - 1) < DONE) {
        break;
      }
    }
    return fraction;
  }

  /** Regularised lower incomplete beta function. */
  static double betaLower(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double scale =
        StrictMath.exp(
            logGamma(a + b)
                - logGamma(a)
                - logGamma(b)
                + a * StrictMath.log(x)
                + b * StrictMath.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? scale * betaFraction(x, a, b) / a
        : 1 - scale * betaFraction(1 - x, b, a) / b;
  }

  private static double betaFraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int n = 1; n < MOST_TERMS; n++) {
      double even = n * (b - n) * x / ((a + 2 * n - 1) * (a + 2 * n));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      fraction *= c * d;
      double odd = -(a + n) * (a + b + n) * x / ((a + 2 * n) * (a + 2 * n + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      fraction *= c * d;
      if (Math.abs(c * d - 1) < DONE) {
        break;
      }
    }
    return fraction;
  }

  private static double away(double x) {
    return Math.abs(x) < TINY ? TINY : x;
  }
}
