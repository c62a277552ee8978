package tenon.twin.sector;

import java.util.Arrays;

/**
 * What happened, by step.
 *
 * @param usual output of a step before, by industry
 * @param production output by step, then industry
 * @param capacity greatest output by step, then industry
 * @param overproduction factor of overproduction by step, then industry
 * @param unmetByUse final demand unmet by step, then final use
 * @param unmetByIndustry final demand unmet by step, then industry that did not serve it
 * @param capitalLost capital still lost by step, then industry
 * @param limited number of industries that a stock limited, by step
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record ArioResult(
    double[] usual,
    double[][] production,
    double[][] capacity,
    double[][] overproduction,
    double[][] unmetByUse,
    double[][] unmetByIndustry,
    double[][] capitalLost,
    int[] limited) {

  /** Output lost over all steps; below 0 where rebuilding made more than was lost. */
  public double productionLoss() {
    double loss = 0;
    for (double[] made : production) {
      for (int i = 0; i < made.length; i++) {
        loss += usual[i] - made[i];
      }
    }
    return loss;
  }

  /** Output lost by an industry. */
  public double productionLoss(int industry) {
    double loss = 0;
    for (double[] made : production) {
      loss += usual[industry] - made[industry];
    }
    return loss;
  }

  /** Final demand unmet over all steps. */
  public double unmet() {
    return Arrays.stream(unmetByUse).flatMapToDouble(Arrays::stream).sum();
  }

  /** The least output of an industry over its usual one. */
  public double leastShare(int industry) {
    double least = Double.POSITIVE_INFINITY;
    for (double[] made : production) {
      least = Math.min(least, made[industry] / usual[industry]);
    }
    return usual[industry] == 0 ? 1 : least;
  }
}
