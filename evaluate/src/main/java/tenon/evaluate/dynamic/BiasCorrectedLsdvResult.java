package tenon.evaluate.dynamic;

import java.util.List;
import tenon.numeric.Laws;

/**
 * A dynamic panel by fixed effects, with and without their bias.
 *
 * @param names of the coefficients: the lag of the outcome, then the others
 * @param coefficients without the bias
 * @param standardErrors spread of the corrected coefficients over draws of units
 * @param uncorrected fixed effects as they are
 * @param observations rows
 * @param units units with two rows or more
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record BiasCorrectedLsdvResult(
    List<String> names,
    double[] coefficients,
    double[] standardErrors,
    double[] uncorrected,
    int observations,
    int units) {
  public BiasCorrectedLsdvResult {
    names = List.copyOf(names);
  }

  /** Two-sided p-value of the normal law. */
  public double p(int coefficient) {
    return Laws.normalTwoSided(coefficients[coefficient] / standardErrors[coefficient]);
  }
}
