package tenon.evaluate.did;

import java.util.List;
import tenon.model.Finding;

/**
 * A synthetic difference in differences.
 *
 * @param estimate effect on the treated after adoption
 * @param standardError from placebo draws among the controls; NaN without draws
 * @param unitWeights weight by control unit, those without weight left out, largest first
 * @param periodWeights weight by period before adoption, those without weight left out
 * @param findings doubts; warnings all
 */
public record SyntheticDidResult(
    double estimate,
    double standardError,
    List<Weight> unitWeights,
    List<Weight> periodWeights,
    List<Finding> findings) {

  /** A weight of a unit or a period. */
  public record Weight(String name, double weight) {}

  public SyntheticDidResult {
    unitWeights = List.copyOf(unitWeights);
    periodWeights = List.copyOf(periodWeights);
    findings = List.copyOf(findings);
  }
}
