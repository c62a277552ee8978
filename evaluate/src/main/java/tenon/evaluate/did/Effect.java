package tenon.evaluate.did;

import tenon.numeric.Laws;

/**
 * An effect with its standard error.
 *
 * @param at what it is an effect at: periods since adoption, a cohort, a calendar period, as the
 *     method says
 * @param estimate the effect
 * @param standardError its standard error; {@code NaN} where there is none
 */
public record Effect(double at, double estimate, double standardError) {

  /** Half the length of the normal 95% interval, in standard errors. */
  public static final double NORMAL_95 = Laws.normalQuantile(.975);

  /** Lower end of the normal 95% interval. */
  public double low() {
    return estimate - NORMAL_95 * standardError;
  }

  /** Upper end of the normal 95% interval. */
  public double high() {
    return estimate + NORMAL_95 * standardError;
  }

  /** Two-sided p-value of the normal law. */
  public double p() {
    return 2 * Laws.normalUpper(Math.abs(estimate / standardError));
  }

  /** Two-sided p-value of Student's law with degrees of freedom. */
  public double p(double degrees) {
    return Laws.studentTwoSided(estimate / standardError, degrees);
  }

  /** Half the length of the 95% interval of Student's law with degrees of freedom. */
  public double reach(double degrees) {
    return Laws.studentTwoSidedQuantile(.05, degrees) * standardError;
  }
}
