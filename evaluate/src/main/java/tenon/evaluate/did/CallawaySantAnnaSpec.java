package tenon.evaluate.did;

import java.util.List;

/**
 * How the effects of Callaway and Sant'Anna are estimated.
 *
 * @param columns outcome, unit, period, cohort
 * @param covariates columns of numbers, taken from the earlier of the two periods compared
 * @param method how covariates are adjusted for
 * @param control who is compared with
 * @param anticipation periods before adoption in which units may react already
 * @param draws draws of the multiplier bootstrap for uniform bands; 0 for none
 * @param seed seed of the draws
 */
public record CallawaySantAnnaSpec(
    StaggeredColumns columns,
    List<String> covariates,
    Method method,
    Control control,
    int anticipation,
    int draws,
    long seed) {

  /** How covariates are adjusted for. */
  public enum Method {
    /** By propensity and outcome regression: right where either is. */
    DOUBLY_ROBUST,
    /** By propensity alone. */
    WEIGHTING,
    /** By outcome regression alone. */
    REGRESSION
  }

  /** Who is compared with. */
  public enum Control {
    NEVER_TREATED,
    NOT_YET_TREATED
  }

  public CallawaySantAnnaSpec {
    covariates = List.copyOf(covariates);
    if (anticipation < 0 || draws < 0) {
      throw new IllegalArgumentException("anticipation and draws must not be negative");
    }
  }

  /** Doubly robust, compared with units never treated, no covariates, no bands. */
  public static CallawaySantAnnaSpec of(StaggeredColumns columns) {
    return new CallawaySantAnnaSpec(
        columns, List.of(), Method.DOUBLY_ROBUST, Control.NEVER_TREATED, 0, 0, 0);
  }

  public CallawaySantAnnaSpec withCovariates(String... names) {
    return new CallawaySantAnnaSpec(
        columns, List.of(names), method, control, anticipation, draws, seed);
  }

  public CallawaySantAnnaSpec withMethod(Method other) {
    return new CallawaySantAnnaSpec(columns, covariates, other, control, anticipation, draws, seed);
  }

  public CallawaySantAnnaSpec withControl(Control other) {
    return new CallawaySantAnnaSpec(columns, covariates, method, other, anticipation, draws, seed);
  }

  public CallawaySantAnnaSpec withAnticipation(int periods) {
    return new CallawaySantAnnaSpec(columns, covariates, method, control, periods, draws, seed);
  }

  public CallawaySantAnnaSpec withBands(int count, long ofSeed) {
    return new CallawaySantAnnaSpec(
        columns, covariates, method, control, anticipation, count, ofSeed);
  }
}
