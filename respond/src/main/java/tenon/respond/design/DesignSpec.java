package tenon.respond.design;

import java.util.Arrays;
import tenon.respond.PlanSpec;

/**
 * How a frontier is found.
 *
 * @param lambdas weights of CVaR against the mean, each from 0 to 1, ascending
 * @param alpha confidence of CVaR, at least 0, below 1
 * @param draws years drawn to choose by
 * @param outOfSample years drawn anew to judge the choice
 * @param batches samples of {@code draws} years each, for the gap; at least 2
 * @param noticeDays days from the first hit to the decision without any lever, at least 0
 * @param planning how the reallocation of a scenario is planned; its decision day is not used
 * @param mostExact most levers of which every choice is looked at; with more, local search
 * @param seed of the draws
 * @param threads to plan on; the result does not depend on it
 * @param horizonYears years that choices are judged over, above 0: a year drawn is any of them with
 *     equal chance; of matter for levers under development alone
 */
@SuppressWarnings("ArrayRecordComponent") // copied here, never written after
public record DesignSpec(
    double[] lambdas,
    double alpha,
    int draws,
    int outOfSample,
    int batches,
    int noticeDays,
    PlanSpec planning,
    int mostExact,
    long seed,
    int threads,
    double horizonYears) {

  /** For levers that are there at once. */
  public DesignSpec(
      double[] lambdas,
      double alpha,
      int draws,
      int outOfSample,
      int batches,
      int noticeDays,
      PlanSpec planning,
      int mostExact,
      long seed,
      int threads) {
    this(
        lambdas,
        alpha,
        draws,
        outOfSample,
        batches,
        noticeDays,
        planning,
        mostExact,
        seed,
        threads,
        1);
  }

  public DesignSpec {
    lambdas = lambdas.clone();
    for (double lambda : lambdas) {
      if (!(lambda >= 0 && lambda <= 1)) {
        throw new IllegalArgumentException("lambda is " + lambda + "; write 0 to 1");
      }
    }
    if (!(alpha >= 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha is " + alpha + "; write 0 or more and below 1");
    }
    if (draws < 1 || outOfSample < 1 || batches < 2 || noticeDays < 0 || threads < 1) {
      throw new IllegalArgumentException(
          Arrays.toString(new int[] {draws, outOfSample, batches, noticeDays, threads})
              + " draws, out of sample, batches, days of notice, threads");
    }
    if (!(horizonYears > 0)) {
      throw new IllegalArgumentException("a horizon of " + horizonYears + " years");
    }
  }
}
