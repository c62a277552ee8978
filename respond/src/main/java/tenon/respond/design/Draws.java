package tenon.respond.design;

import java.util.Arrays;
import java.util.List;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Years drawn at random: how often each scenario comes, Poisson with its frequency, independent of
 * the others. The same years are used for every choice of levers (common random numbers).
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record Draws(int[][] times) {

  static Draws of(List<Hazard> hazards, int years, String purpose, long seed, long batch) {
    int[][] times = new int[years][hazards.size()];
    for (int k = 0; k < hazards.size(); k++) {
      String key = purpose + '\n' + hazards.get(k).scenario().name();
      RandomStream stream = RandomStreams.of(seed).stream(Purpose.HAZARD, key, batch);
      double none = StrictMath.exp(-hazards.get(k).perYear());
      for (int[] year : times) {
        year[k] = poisson(stream, none);
      }
    }
    return new Draws(times);
  }

  /** Knuth's product of uniforms; frequencies are a few a year. */
  private static int poisson(RandomStream stream, double none) {
    int count = 0;
    double product = stream.nextDouble();
    while (product > none) {
      count++;
      product *= stream.nextDouble();
    }
    return count;
  }

  /** Loss of each year. */
  double[] losses(Outcome[] outcomes) {
    double[] losses = new double[times.length];
    for (int year = 0; year < losses.length; year++) {
      for (int k = 0; k < outcomes.length; k++) {
        losses[year] += times[year][k] * outcomes[k].loss();
      }
    }
    return losses;
  }

  Risk risk(Outcome[] outcomes, double alpha) {
    return Risk.of(losses(outcomes), alpha);
  }

  /**
   * What a loss of each scenario counts in the weighted risk of the year: (1 - lambda) its mean
   * number of times plus lambda its mean number over the years of the tail, whose edge counts in
   * part. Parts of the losses weighted so sum to the weighted risk (Euler allocation; Tasche 1999).
   */
  double[] weights(Outcome[] outcomes, double alpha, double lambda) {
    double[] losses = losses(outcomes);
    double edge = Risk.of(losses, alpha).valueAtRisk();
    double tail = losses.length * (1 - alpha);
    long beyond = Arrays.stream(losses).filter(loss -> loss > edge).count();
    long at = Arrays.stream(losses).filter(loss -> loss == edge).count();
    double[] weights = new double[outcomes.length];
    for (int year = 0; year < losses.length; year++) {
      double part =
          losses[year] > edge ? 1 / tail : losses[year] == edge ? (tail - beyond) / at / tail : 0;
      for (int k = 0; k < weights.length; k++) {
        weights[k] += times[year][k] * ((1 - lambda) / losses.length + lambda * part);
      }
    }
    return weights;
  }
}
