package tenon.evaluate.did;

import java.util.List;

/**
 * How a difference in differences is learned.
 *
 * @param columns the panel
 * @param covariates columns read at the last period before adoption, at least one
 * @param learner what learns the trends and the propensity
 * @param degree 1 for the covariates as they are, 2 with their squares and products
 * @param folds parts that each are foretold from the others; 1 learns and foretells on the same
 *     units
 * @param repeats how often the units are dealt out into folds anew; the median counts
 * @param seed seed of the folds
 * @param threads threads to learn on; the result does not depend on them
 */
public record DoubleMachineLearningSpec(
    StaggeredColumns columns,
    List<String> covariates,
    Learner learner,
    int degree,
    int folds,
    int repeats,
    long seed,
    int threads) {

  /** What learns. */
  public enum Learner {
    /** Absolute slopes are penalised, by cross-validation. */
    LASSO,
    /** Squared slopes are penalised, by cross-validation. */
    RIDGE,
    /** Nothing is penalised. */
    PLAIN
  }

  public DoubleMachineLearningSpec {
    covariates = List.copyOf(covariates);
    if (covariates.isEmpty()
        || degree < 1
        || degree > 2
        || folds < 1
        || repeats < 1
        || threads < 1) {
      throw new IllegalArgumentException(
          covariates.size()
              + " covariates, degree "
              + degree
              + ", "
              + folds
              + " folds, "
              + repeats
              + " repeats, "
              + threads
              + " threads");
    }
  }

  /** Lasso over covariates, squares and products, five folds dealt out five times. */
  public static DoubleMachineLearningSpec of(
      StaggeredColumns columns, List<String> covariates, long seed, int threads) {
    return new DoubleMachineLearningSpec(
        columns, covariates, Learner.LASSO, 2, 5, 5, seed, threads);
  }
}
