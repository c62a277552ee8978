package tenon.evaluate.dynamic;

import java.util.List;
import tenon.evaluate.PanelColumns;

/**
 * How a dynamic panel is estimated by fixed effects whose bias is taken out.
 *
 * @param panel unit and period; periods are numbers one apart
 * @param outcome column of the outcome, whose lag is the first regressor
 * @param exogenous further regressors, strictly exogenous
 * @param draws draws of units for the standard errors, at least 2
 * @param seed seed of the draws
 */
public record BiasCorrectedLsdvSpec(
    PanelColumns panel, String outcome, List<String> exogenous, int draws, long seed) {
  public BiasCorrectedLsdvSpec {
    exogenous = List.copyOf(exogenous);
    if (draws < 2) {
      throw new IllegalArgumentException("draws " + draws + " must be at least 2");
    }
  }
}
