package tenon.evaluate.did;

import java.util.Arrays;
import tenon.numeric.Laws;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * The critical value of a band that holds all effects at once: the 95% quantile of the largest t
 * over multiplier draws with Mammen's two points; the scale of each effect is the interquartile
 * range of its draws (Callaway and Sant'Anna 2021, algorithm 1).
 */
final class UniformBand {
  private static final double LEVEL = .95;
  private static final double KAPPA = (Math.sqrt(5) + 1) / 2;

  private UniformBand() {}

  /**
   * The critical value; at least the pointwise one.
   *
   * @param influence by effect and unit
   */
  static double critical(double[][] influence, int draws, long seed, String key) {
    double[][] drawn = new double[influence.length][draws];
    int n = influence.length == 0 ? 0 : influence[0].length;
    RandomStreams streams = RandomStreams.of(seed);
    for (int draw = 0; draw < draws; draw++) {
      RandomStream stream = streams.stream(Purpose.RESAMPLE, "multiplier " + key, draw);
      for (int i = 0; i < n; i++) {
        double v = stream.nextDouble() < KAPPA / Math.sqrt(5) ? 1 - KAPPA : KAPPA;
        for (int k = 0; k < influence.length; k++) {
          drawn[k][draw] += v * influence[k][i] / n;
        }
      }
    }
    double[] largest = new double[draws];
    for (double[] effect : drawn) {
      double scale = scale(effect);
      for (int draw = 0; draw < draws && scale > 0; draw++) {
        largest[draw] = Math.max(largest[draw], Math.abs(effect[draw]) / scale);
      }
    }
    Arrays.sort(largest);
    double found = largest[Math.min(draws - 1, (int) Math.ceil(LEVEL * draws) - 1)];
    return Math.max(found, Laws.normalQuantile((1 + LEVEL) / 2));
  }

  private static double scale(double[] drawn) {
    double[] sorted = drawn.clone();
    Arrays.sort(sorted);
    double range =
        sorted[(int) (.75 * (sorted.length - 1))] - sorted[(int) (.25 * (sorted.length - 1))];
    return range / (Laws.normalQuantile(.75) - Laws.normalQuantile(.25));
  }
}
