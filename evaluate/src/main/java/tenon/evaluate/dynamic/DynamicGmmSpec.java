package tenon.evaluate.dynamic;

import java.util.ArrayList;
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
 * @param endogenous regressors that today's shock moves, as the lag is with yesterday's;
 *     instrumented by their levels up to two periods before
 * @param mostLags most lags of a level used as instruments, from 1 up
 * @param collapsed one instrument for each lag, not for each lag and period
 * @param twoStep whether the weights are taken from the residuals of a first step
 * @param system whether the equation in levels stands beside that in differences
 */
public record DynamicGmmSpec(
    PanelColumns panel,
    String outcome,
    List<String> exogenous,
    List<String> predetermined,
    List<String> endogenous,
    int mostLags,
    boolean collapsed,
    boolean twoStep,
    boolean system) {
  /** Regressors instrumented by their past: predetermined ones, then endogenous ones. */
  List<String> instrumented() {
    List<String> all = new ArrayList<>(predetermined);
    all.addAll(endogenous);
    return all;
  }

  public DynamicGmmSpec {
    exogenous = List.copyOf(exogenous);
    predetermined = List.copyOf(predetermined);
    endogenous = List.copyOf(endogenous);
    if (mostLags < 1) {
      throw new IllegalArgumentException("most lags " + mostLags + " must be at least 1");
    }
  }

  /** In differences: all lags, two steps, no other regressors than the lag. */
  public static DynamicGmmSpec of(PanelColumns panel, String outcome) {
    return new DynamicGmmSpec(
        panel, outcome, List.of(), List.of(), List.of(), 99, false, true, false);
  }

  public DynamicGmmSpec withExogenous(String... columns) {
    return new DynamicGmmSpec(
        panel,
        outcome,
        List.of(columns),
        predetermined,
        endogenous,
        mostLags,
        collapsed,
        twoStep,
        system);
  }

  public DynamicGmmSpec withPredetermined(String... columns) {
    return new DynamicGmmSpec(
        panel,
        outcome,
        exogenous,
        List.of(columns),
        endogenous,
        mostLags,
        collapsed,
        twoStep,
        system);
  }

  public DynamicGmmSpec withEndogenous(String... columns) {
    return new DynamicGmmSpec(
        panel,
        outcome,
        exogenous,
        predetermined,
        List.of(columns),
        mostLags,
        collapsed,
        twoStep,
        system);
  }

  public DynamicGmmSpec withInstruments(int lags, boolean collapse) {
    return new DynamicGmmSpec(
        panel, outcome, exogenous, predetermined, endogenous, lags, collapse, twoStep, system);
  }

  public DynamicGmmSpec withOneStep() {
    return new DynamicGmmSpec(
        panel, outcome, exogenous, predetermined, endogenous, mostLags, collapsed, false, system);
  }

  /** With the equation in levels, instrumented by lagged differences (Blundell and Bond 1998). */
  public DynamicGmmSpec withLevels() {
    return new DynamicGmmSpec(
        panel, outcome, exogenous, predetermined, endogenous, mostLags, collapsed, twoStep, true);
  }
}
