package tenon.evaluate.match;

import java.util.List;
import tenon.evaluate.Observations;
import tenon.evaluate.algebra.Logit;
import tenon.model.Finding;

/**
 * Matched rows.
 *
 * @param logit the propensity, constant first, then the covariates
 * @param pseudoRSquared McFadden's, of the logit
 * @param weights by row: 1 for matched treated rows, the weight of matched controls; NaN for rows
 *     off the common support or without weight
 * @param onSupport rows within the common support
 * @param balance by covariate
 * @param findings doubts; warnings all
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record MatchingResult(
    Logit logit,
    double pseudoRSquared,
    double[] weights,
    int onSupport,
    List<Balance> balance,
    List<Finding> findings) {

  /** The observations with the weights as a column, ready for a weighted regression. */
  public Observations weighted(Observations data, String name) {
    return data.with(name, weights);
  }
}
