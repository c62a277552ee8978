package tenon.respond.design;

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
}
