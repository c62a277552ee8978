package tenon.evaluate.dynamic;

import java.util.List;
import tenon.evaluate.PanelColumns;

/**
 * How a dynamic panel is estimated.
 *
 * @param panel unit and period; periods are numbers one apart
 * @param outcome column of the outcome, whose lag is the first regressor
 * @param exogenous regressors that are their own instruments
 * @param predetermined regressors that today's shock does not move but may move later; instrumented
 *     by their levels up to the period before
 * @param mostLags most lags of a level used as instruments, from 1 up
 * @param collapsed one instrument for each lag, not for each lag and period
 * @param twoStep whether the weights are taken from the residuals of a first step
 */
public record DifferenceGmmSpec(
    PanelColumns panel,
    String outcome,
    List<String> exogenous,
    List<String> predetermined,
    int mostLags,
    boolean collapsed,
    boolean twoStep) {
  public DifferenceGmmSpec {
    exogenous = List.copyOf(exogenous);
    predetermined = List.copyOf(predetermined);
    if (mostLags < 1) {
      throw new IllegalArgumentException("most lags " + mostLags + " must be at least 1");
    }
  }

  /** All lags, two steps, no other regressors than the lag. */
  public static DifferenceGmmSpec of(PanelColumns panel, String outcome) {
    return new DifferenceGmmSpec(panel, outcome, List.of(), List.of(), 99, false, true);
  }

  public DifferenceGmmSpec withExogenous(String... columns) {
    return new DifferenceGmmSpec(
        panel, outcome, List.of(columns), predetermined, mostLags, collapsed, twoStep);
  }

  public DifferenceGmmSpec withPredetermined(String... columns) {
    return new DifferenceGmmSpec(
        panel, outcome, exogenous, List.of(columns), mostLags, collapsed, twoStep);
  }

  public DifferenceGmmSpec withInstruments(int lags, boolean collapse) {
    return new DifferenceGmmSpec(panel, outcome, exogenous, predetermined, lags, collapse, twoStep);
  }

  public DifferenceGmmSpec withOneStep() {
    return new DifferenceGmmSpec(
        panel, outcome, exogenous, predetermined, mostLags, collapsed, false);
  }
}
