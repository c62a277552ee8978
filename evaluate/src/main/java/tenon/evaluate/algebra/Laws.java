package tenon.evaluate.algebra;

import java.util.function.DoubleUnaryOperator;

/**
 * The distributions behind p-values and bands: normal, Student's t, chi squared, F. Tails are
 * computed directly, so that small p-values keep their digits. Source: Press et al., Numerical
 * Recipes (3rd ed.), 6.1 (Lanczos' approximation), 6.2 and 6.4 (continued fractions by Lentz).
 */
public final class Laws {
  private static final double TINY = 1e-300;
  private static final double EPSILON = 1e-16;
  private static final int MOST_TERMS = 10_000;

  private static final double[] LANCZOS = {
    0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531,
    -176.6150291621406, 12.507343278686905, -0.13857109526572012, 9.984369578019572e-06,
    1.5056327351493116e-07
  };

  private Laws() {}

  /** P(Z &le; x) of a standard normal. */
  public static double normal(double x) {
    return x > 0 ? 1 - normalUpper(x) : normalUpper(-x);
  }

  /** P(Z &gt; x) of a standard normal. */
  public static double normalUpper(double x) {
    if (x < 0) {
      return 1 - normalUpper(-x);
    }
    return x == 0 ? .5 : gammaUpper(.5, x * x / 2) / 2;
  }

  /** The x with P(Z &le; x) = p. */
  public static double normalQuantile(double p) {
    return p < .5 ? -upperQuantile(Laws::normalUpper, p) : upperQuantile(Laws::normalUpper, 1 - p);
  }

  /** P(|T| &gt; |t|) of Student's t; an infinite number of degrees of freedom is the normal. */
  public static double studentTwoSided(double t, double degrees) {
    if (Double.isNaN(t)) {
      return Double.NaN;
    }
    return degrees == Double.POSITIVE_INFINITY
        ? 2 * normalUpper(Math.abs(t))
        : beta(degrees / (degrees + t * t), degrees / 2, .5);
  }

  /** The t with P(|T| &gt; t) = p. */
  public static double studentTwoSidedQuantile(double p, double degrees) {
    return upperQuantile(t -> studentTwoSided(t, degrees), p);
  }

  /** P(X &gt; x) of chi squared. */
  public static double chiSquaredUpper(double x, double degrees) {
    return x <= 0 ? 1 : gammaUpper(degrees / 2, x / 2);
  }

  /** P(X &gt; x) of F. */
  public static double fUpper(double x, double first, double second) {
    if (Double.isNaN(x)) {
      return Double.NaN;
    }
    return x <= 0 ? 1 : beta(second / (second + first * x), second / 2, first / 2);
  }

  /** The x &ge; 0 where a falling tail equals p, by bisection to the last bit. */
  private static double upperQuantile(DoubleUnaryOperator tail, double p) {
    double low = 0;
    double high = 1;
    while (tail.applyAsDouble(high) > p && high < 1e300) {
      low = high;
      high *= 2;
    }
    while (true) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        return middle;
      }
      if (tail.applyAsDouble(middle) > p) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /** ln &Gamma;(x), x &gt; 0. */
  static double logGamma(double x) {
    double base = x - 1;
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (base + i);
    }
    double t = base + LANCZOS.length - 1.5;
    return .5 * Math.log(2 * Math.PI) + (base + .5) * Math.log(t) - t + Math.log(sum);
  }

  /** The regularised upper incomplete gamma function Q(a, x). */
  static double gammaUpper(double a, double x) {
    if (x == Double.POSITIVE_INFINITY) {
      return 0;
    }
    double front = Math.exp(a * Math.log(x) - x - logGamma(a));
    if (x < a + 1) {
      double term = 1 / a;
      double sum = term;
      for (int n = 1; n < MOST_TERMS && term > sum * EPSILON; n++) {
        term *= x / (a + n);
        sum += term;
      }
      return 1 - front * sum;
    }
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < MOST_TERMS; i++) {
      double an = -i * (i - a);
      b += 2;
      d = 1 / apart(an * d + b);
      c = apart(b + an / c);
      h *= d * c;
      if (Math.abs(d * c - 1) < EPSILON) {
        break;
      }
    }
    return front * h;
  }

  /** The regularised incomplete beta function I_x(a, b). */
  static double beta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / apart(1 - (a + b) * x / (a + 1));
    double h = d;
    for (int m = 1; m < MOST_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / apart(1 + even * d);
      c = apart(1 + even / c);
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / apart(1 + odd * d);
      c = apart(1 + odd / c);
      h *= d * c;
      if (Math.abs(d * c - 1) < EPSILON) {
        break;
      }
    }
    return h;
  }

  private static double apart(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
