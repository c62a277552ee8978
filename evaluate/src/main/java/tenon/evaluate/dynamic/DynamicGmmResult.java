package tenon.evaluate.dynamic;

import java.util.List;
import tenon.model.Finding;
import tenon.numeric.Laws;

/**
 * A dynamic panel.
 *
 * @param names of the coefficients: the lag of the outcome, predetermined, exogenous
 * @param coefficients by name
 * @param covariance robust to heteroskedasticity and correlation within units; of two steps with
 *     Windmeijer's correction
 * @param observations rows of the differenced equation; of a system those of the levels
 * @param units units with rows of either equation
 * @param instruments independent instruments
 * @param hansen J of the overidentifying restrictions
 * @param hansenDegrees its degrees of freedom; 0 where there is nothing to test
 * @param levels of a system, how much of J its instruments of the levels add; NaN without
 * @param levelsDegrees the degrees of freedom that they add
 * @param serial z of correlation of order 1 and 2 among differenced residuals: the first should be
 *     there, the second should not
 * @param findings doubts; warnings all
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record DynamicGmmResult(
    List<String> names,
    double[] coefficients,
    double[][] covariance,
    int observations,
    int units,
    int instruments,
    double hansen,
    int hansenDegrees,
    double levels,
    int levelsDegrees,
    double[] serial,
    List<Finding> findings) {
  public DynamicGmmResult {
    names = List.copyOf(names);
    findings = List.copyOf(findings);
  }

  public double standardError(int coefficient) {
    return Math.sqrt(covariance[coefficient][coefficient]);
  }

  /** Two-sided p-value of the normal law. */
  public double p(int coefficient) {
    return Laws.normalTwoSided(coefficients[coefficient] / standardError(coefficient));
  }

  /** Upper tail of J; NaN where nothing can be tested. */
  public double hansenP() {
    return hansenDegrees < 1 ? Double.NaN : Laws.chiSquaredUpper(hansen, hansenDegrees);
  }

  /**
   * Upper tail of what the instruments of the levels add to J: small where first changes depend on
   * the unit effect, so that they do not serve. NaN where nothing can be tested.
   */
  public double levelsP() {
    return levelsDegrees < 1 || Double.isNaN(levels)
        ? Double.NaN
        : Laws.chiSquaredUpper(Math.max(0, levels), levelsDegrees);
  }

  /** Two-sided p-value of serial correlation of order 1 or 2. */
  public double serialP(int order) {
    return Laws.normalTwoSided(serial[order - 1]);
  }
}
