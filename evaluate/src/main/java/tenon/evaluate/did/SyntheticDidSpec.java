package tenon.evaluate.did;

/**
 * How a synthetic difference in differences is estimated.
 *
 * @param columns the panel
 * @param variance where the standard error comes from
 * @param draws draws of placebo or bootstrap; fewer than 2 for no standard error by them
 * @param seed seed of the draws
 * @param threads threads to work on; the result does not depend on them
 */
public record SyntheticDidSpec(
    StaggeredColumns columns, Variance variance, int draws, long seed, int threads) {

  /** Where a standard error comes from; algorithms 2 to 4 of Arkhangelsky and others 2021. */
  public enum Variance {
    /** Controls take the place of the treated; there must be more of them. */
    PLACEBO,
    /** Units are drawn with replacement; there must be two treated units at least. */
    BOOTSTRAP,
    /** Each unit is left out once, weights kept; each cohort must have two units at least. */
    JACKKNIFE
  }

  public SyntheticDidSpec {
    if (draws < 0 || threads < 1) {
      throw new IllegalArgumentException(draws + " draws, " + threads + " threads");
    }
  }

  /** Placebo draws on one thread. */
  public static SyntheticDidSpec of(StaggeredColumns columns, int draws, long seed) {
    return new SyntheticDidSpec(columns, Variance.PLACEBO, draws, seed, 1);
  }

  /** The same with another source of the standard error. */
  public SyntheticDidSpec with(Variance other) {
    return new SyntheticDidSpec(columns, other, draws, seed, threads);
  }
}
