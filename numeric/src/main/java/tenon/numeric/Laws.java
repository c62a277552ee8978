package tenon.numeric;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The distributions behind p-values and intervals: normal, Student's t, chi squared, F, gamma,
 * beta. Upper tails are computed directly, so that small p-values keep their digits.
 */
public final class Laws {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Laws() {}

  /** P(Z &le; z) of a standard normal Z. */
  public static double normal(double z) {
    return NORMAL.cumulativeProbability(z);
  }

  /** P(Z &gt; z) of a standard normal Z. */
  public static double normalUpper(double z) {
    return NORMAL.survivalProbability(z);
  }

  /** P(|Z| &gt; |z|) of a standard normal Z. */
  public static double normalTwoSided(double z) {
    return 2 * NORMAL.survivalProbability(Math.abs(z));
  }

  /**
   * The z with P(Z &le; z) = p.
   *
   * @throws IllegalArgumentException if p is not between 0 and 1
   */
  public static double normalQuantile(double p) {
    return NORMAL.inverseCumulativeProbability(p);
  }

  /** P(X &gt; x) of a chi-squared X with the given degrees of freedom, above 0. */
  public static double chiSquaredUpper(double x, double degreesOfFreedom) {
    return x <= 0 ? 1 : ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(x);
  }

  /**
   * P(|T| &gt; |t|) of Student's T; with infinite degrees of freedom that of the normal; NaN where
   * t is, or where there are no degrees of freedom.
   */
  public static double studentTwoSided(double t, double degreesOfFreedom) {
    if (Double.isNaN(t) || !(degreesOfFreedom > 0)) {
      return Double.NaN;
    }
    return 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t));
  }

  /**
   * The t with P(T &le; t) = p of Student's T.
   *
   * @throws IllegalArgumentException if p is not between 0 and 1
   */
  public static double studentQuantile(double p, double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(p);
  }

  /**
   * The t at or above 0 with P(|T| &gt; t) = p of Student's T.
   *
   * @throws IllegalArgumentException if p is not between 0 and 1
   */
  public static double studentTwoSidedQuantile(double p, double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(p / 2);
  }

  /**
   * The x with P(X &le; x) = p of a gamma with the given shape, above 0, and scale 1.
   *
   * @throws IllegalArgumentException if p is not between 0 and 1
   */
  public static double gammaQuantile(double p, double shape) {
    return GammaDistribution.of(shape, 1).inverseCumulativeProbability(p);
  }

  /** P(X &le; x) of a gamma with the given shape, above 0, and scale 1. */
  public static double gamma(double x, double shape) {
    return x <= 0 ? 0 : GammaDistribution.of(shape, 1).cumulativeProbability(x);
  }

  /** P(X &gt; x) of a gamma with the given shape, above 0, and scale 1. */
  public static double gammaUpper(double x, double shape) {
    return x <= 0 ? 1 : GammaDistribution.of(shape, 1).survivalProbability(x);
  }

  /** Logarithm of the density at x &gt; 0 of a gamma with the given shape, above 0, and scale 1. */
  public static double gammaLogDensity(double x, double shape) {
    return GammaDistribution.of(shape, 1).logDensity(x);
  }

  /** Logarithm of the gamma function of a number above 0. */
  public static double logGamma(double x) {
    return -1 - gammaLogDensity(1, x);
  }

  /** P(X &le; x) of a beta with the given shapes, above 0. */
  public static double beta(double x, double alpha, double beta) {
    return BetaDistribution.of(alpha, beta).cumulativeProbability(Math.clamp(x, 0, 1));
  }

  /** P(X &gt; x) of an F with the degrees of freedom of numerator and denominator. */
  public static double fUpper(double x, double numerator, double denominator) {
    if (Double.isNaN(x)) {
      return Double.NaN;
    }
    return x <= 0 ? 1 : FDistribution.of(numerator, denominator).survivalProbability(x);
  }
}
