package tenon.evaluate.mechanism;

import java.util.List;
import tenon.evaluate.Fit;
import tenon.model.Finding;
import tenon.numeric.Laws;

/**
 * A mediation: the total effect c, the effect a of the treatment on the mediator, the effect b of
 * the mediator on the outcome, and the direct effect c'.
 *
 * @param total regression of the outcome without the mediator; holds c
 * @param first regression of the mediator; holds a
 * @param second regression of the outcome with the mediator; holds c' and b
 * @param c total effect
 * @param a effect on the mediator
 * @param b effect of the mediator
 * @param direct c'
 * @param identityGap c' + a b - c, 0 but for rounding where all three use the same rows
 * @param sobel z of a b with variance b<sup>2</sup>s<sub>a</sub><sup>2</sup> +
 *     a<sup>2</sup>s<sub>b</sub><sup>2</sup>
 * @param aroian z with s<sub>a</sub><sup>2</sup>s<sub>b</sub><sup>2</sup> added
 * @param goodman z with it subtracted; NaN where that leaves nothing
 * @param low lower end of the 95% bootstrap interval of a b; NaN without draws
 * @param high upper end
 * @param findings doubts; warnings all
 */
public record MediationResult(
    Fit total,
    Fit first,
    Fit second,
    double c,
    double a,
    double b,
    double direct,
    double identityGap,
    double sobel,
    double aroian,
    double goodman,
    double low,
    double high,
    List<Finding> findings) {
  public MediationResult {
    findings = List.copyOf(findings);
  }

  /** The indirect effect a b. */
  public double indirect() {
    return a * b;
  }

  /** Two-sided p-value of a z statistic. */
  public static double p(double z) {
    return 2 * Laws.normalUpper(Math.abs(z));
  }
}
