package tenon.evaluate.did;

import java.util.List;
import tenon.model.Finding;

/**
 * A synthetic difference in differences.
 *
 * @param estimate effect on the treated after adoption: the cohorts' effects, each counted by its
 *     treated cells
 * @param standardError as the specification asks; NaN where there is none
 * @param cohorts by adoption date, ascending
 * @param findings doubts; warnings all
 */
public record SyntheticDidResult(
    double estimate, double standardError, List<Cohort> cohorts, List<Finding> findings) {

  /** A weight of a unit or a period. */
  public record Weight(String name, double weight) {}

  /**
   * What one adoption date shows.
   *
   * @param start first treated period
   * @param treated treated units
   * @param after periods from adoption on
   * @param estimate effect on these units
   * @param share its share in the whole estimate: treated units times periods, over all
   * @param unitWeights weight by control unit, those without weight left out, largest first
   * @param periodWeights weight by period before adoption, those without weight left out
   */
  public record Cohort(
      double start,
      int treated,
      int after,
      double estimate,
      double share,
      List<Weight> unitWeights,
      List<Weight> periodWeights) {
    public Cohort {
      unitWeights = List.copyOf(unitWeights);
      periodWeights = List.copyOf(periodWeights);
    }
  }

  public SyntheticDidResult {
    cohorts = List.copyOf(cohorts);
    findings = List.copyOf(findings);
  }
}
