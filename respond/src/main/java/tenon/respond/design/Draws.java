package tenon.respond.design;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Years drawn at random: how often each scenario comes, Poisson with its frequency, independent of
 * the others, and which levers under development are not there yet, or never will be. The same
 * years are used for every choice of levers (common random numbers).
 *
 * @param times by year and scenario
 * @param absent bits of the levers that are not there, by year
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record Draws(int[][] times, int[] absent) {

  static Draws of(
      List<Hazard> hazards,
      List<Lever> levers,
      double horizonYears,
      int years,
      String purpose,
      long seed,
      long batch) {
    int[][] times = new int[years][hazards.size()];
    for (int k = 0; k < hazards.size(); k++) {
      String key = purpose + '\n' + hazards.get(k).scenario().name();
      RandomStream stream = RandomStreams.of(seed).stream(Purpose.HAZARD, key, batch);
      double none = StrictMath.exp(-hazards.get(k).perYear());
      for (int[] year : times) {
        year[k] = poisson(stream, none);
      }
    }
    int[] absent = new int[years];
    for (int lever = 0; lever < levers.size(); lever++) {
      if (levers.get(lever).isDeveloped()) {
        String key = purpose + "\nlever\n" + levers.get(lever).id();
        RandomStream luck = RandomStreams.of(seed).stream(Purpose.HAZARD, key, batch);
        String when = purpose + "\nyear of the horizon";
        RandomStream time = RandomStreams.of(seed).stream(Purpose.HAZARD, when, batch);
        for (int year = 0; year < years; year++) {
          boolean ready = time.nextDouble() * horizonYears >= levers.get(lever).readyAfterYears();
          boolean works = luck.nextDouble() < levers.get(lever).chance();
          absent[year] |= ready && works ? 0 : 1 << lever;
        }
      }
    }
    return new Draws(times, absent);
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

  /** Which of the chosen levers are there, with the share of years. */
  Map<Integer, Double> present(int set) {
    Map<Integer, Double> present = new TreeMap<>();
    for (int missing : absent) {
      present.merge(set & ~missing, 1.0 / absent.length, Double::sum);
    }
    return present;
  }

  /** Loss of each year with a choice of levers. */
  private double[] losses(int set, IntFunction<Outcome[]> outcomes) {
    double[] losses = new double[times.length];
    for (int year = 0; year < losses.length; year++) {
      Outcome[] there = outcomes.apply(set & ~absent[year]);
      for (int k = 0; k < there.length; k++) {
        losses[year] += times[year][k] * there[k].loss();
      }
    }
    return losses;
  }

  Risk risk(int set, IntFunction<Outcome[]> outcomes, double alpha) {
    return Risk.of(losses(set, outcomes), alpha);
  }

  /**
   * What a loss of each scenario counts in the weighted risk of the year, by the levers that are
   * there: (1 - lambda) its mean number of times plus lambda its mean number over the years of the
   * tail, whose edge counts in part. Parts of the losses weighted so sum to the weighted risk
   * (Euler allocation; Tasche 1999).
   */
  Map<Integer, double[]> weights(
      int set, IntFunction<Outcome[]> outcomes, double alpha, double lambda) {
    double[] losses = losses(set, outcomes);
    double edge = Risk.of(losses, alpha).valueAtRisk();
    double tail = losses.length * (1 - alpha);
    long beyond = Arrays.stream(losses).filter(loss -> loss > edge).count();
    long at = Arrays.stream(losses).filter(loss -> loss == edge).count();
    Map<Integer, double[]> weights = new TreeMap<>();
    for (int year = 0; year < losses.length; year++) {
      double part =
          losses[year] > edge ? 1 / tail : losses[year] == edge ? (tail - beyond) / at / tail : 0;
      double[] sums =
          weights.computeIfAbsent(set & ~absent[year], _ -> new double[times[0].length]);
      for (int k = 0; k < sums.length; k++) {
        sums[k] += times[year][k] * ((1 - lambda) / losses.length + lambda * part);
      }
    }
    return weights;
  }
}
