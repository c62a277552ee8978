package tenon.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * How a regression is to be run.
 *
 * @param formula what is regressed on what
 * @param errors how standard errors are computed
 * @param smallSample the small-sample rule
 * @param weights column of positive weights; null for none
 * @param panel columns of unit and period, needed for lags only; null where there are none
 * @param keepsResiduals whether the fit holds its residuals
 * @param keepsSingletons whether rows alone in a level of an effect stay; they change no slope, but
 *     they count as rows and clusters
 * @param threads threads to work with; the result does not depend on them
 */
public record RegressionSpec(
    Formula formula,
    Errors errors,
    SmallSample smallSample,
    @Nullable String weights,
    @Nullable PanelColumns panel,
    boolean keepsResiduals,
    boolean keepsSingletons,
    int threads) {

  public RegressionSpec {
    if (threads < 1) {
      throw new IllegalArgumentException("threads " + threads + " must be at least 1");
    }
  }

  /**
   * Standard errors clustered by the first column of the first fixed effect, iid without one; no
   * weights; one thread.
   */
  public static RegressionSpec of(Formula formula) {
    Errors errors =
        formula.fixedEffects().isEmpty()
            ? new Errors.Iid()
            : Errors.Clustered.by(formula.fixedEffects().getFirst().name());
    return new RegressionSpec(formula, errors, SmallSample.standard(), null, null, false, false, 1);
  }

  public RegressionSpec withFormula(Formula other) {
    return new RegressionSpec(
        other, errors, smallSample, weights, panel, keepsResiduals, keepsSingletons, threads);
  }

  public RegressionSpec withErrors(Errors other) {
    return new RegressionSpec(
        formula, other, smallSample, weights, panel, keepsResiduals, keepsSingletons, threads);
  }

  public RegressionSpec withSmallSample(SmallSample other) {
    return new RegressionSpec(
        formula, errors, other, weights, panel, keepsResiduals, keepsSingletons, threads);
  }

  public RegressionSpec withWeights(@Nullable String column) {
    return new RegressionSpec(
        formula, errors, smallSample, column, panel, keepsResiduals, keepsSingletons, threads);
  }

  public RegressionSpec withPanel(@Nullable PanelColumns columns) {
    return new RegressionSpec(
        formula, errors, smallSample, weights, columns, keepsResiduals, keepsSingletons, threads);
  }

  public RegressionSpec withResiduals() {
    return new RegressionSpec(
        formula, errors, smallSample, weights, panel, true, keepsSingletons, threads);
  }

  public RegressionSpec withSingletons() {
    return new RegressionSpec(
        formula, errors, smallSample, weights, panel, keepsResiduals, true, threads);
  }

  public RegressionSpec withThreads(int count) {
    return new RegressionSpec(
        formula, errors, smallSample, weights, panel, keepsResiduals, keepsSingletons, count);
  }
}
