package tenon.assess.pipeline;

import java.util.List;

/** How unknown values are filled. What cannot be filled stays unknown and is told. */
public sealed interface Imputation {

  /** Mean of the unit's group in the same period. */
  record GroupMean(Step.Groups groups) implements Imputation {}

  /** Median of the unit's group in the same period. */
  record GroupMedian(Step.Groups groups) implements Imputation {}

  /**
   * Straight line in time between the known periods on either side, by their years where periods
   * are numbers, else by their order.
   *
   * @param beyond whether to hold the first and last known value beyond the ends; never a trend
   */
  record Interpolation(boolean beyond) implements Imputation {
    /** Inside gaps only. */
    public Interpolation() {
      this(false);
    }
  }

  /** The last known value of the same unit. */
  record LastObservation() implements Imputation {}

  /**
   * Conditional mean under a joint normal distribution of all indicators, whose mean and covariance
   * are found by expectation-maximisation (Dempster, Laird, Rubin 1977). Needs more cells than
   * indicators.
   *
   * @param iterations most rounds
   * @param tolerance greatest move of a filled value, in standard deviations, that ends the rounds
   */
  record ExpectationMaximisation(int iterations, double tolerance) implements Imputation {
    /** Up to 1,000 rounds, to 1e-9. */
    public ExpectationMaximisation() {
      this(1_000, 1e-9);
    }
  }

  /**
   * Prediction by least squares on other indicators, fitted where all of them are known.
   *
   * @param predictors codes of the indicators to predict from
   */
  record Regression(List<String> predictors) implements Imputation {
    public Regression {
      predictors = List.copyOf(predictors);
    }
  }
}
