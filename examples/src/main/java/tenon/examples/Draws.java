package tenon.examples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStreams;

/** Draws named by what they are for and by the key of the entity: none depends on another. */
final class Draws {
  private final RandomStreams streams;

  Draws(long seed) {
    streams = RandomStreams.of(seed);
  }

  /** Uniform on [0, 1). */
  double unit(String what, String key) {
    return streams.stream(Purpose.GENERATE, what + " " + key, 0).nextDouble();
  }

  /** Uniform within the range. */
  double within(String what, String key, Range range) {
    return range.at(unit(what, key));
  }

  double within(String what, String key, double low, double high) {
    return within(what, key, new Range(low, high));
  }

  /** Uniform on low, low + 1, ..., high. */
  int whole(String what, String key, int low, int high) {
    return low + streams.stream(Purpose.GENERATE, what + " " + key, 0).nextInt(high - low + 1);
  }

  boolean chance(String what, String key, double probability) {
    return unit(what, key) < probability;
  }

  /**
   * The first n candidates in a race by weight: each runs by its own draw, so that a new candidate
   * moves none of the others. Candidates of weight 0 do not run.
   */
  List<String> best(String what, String key, Map<String, Double> weights, int n) {
    record Runner(String name, double time) {}
    List<Runner> runners = new ArrayList<>();
    weights.forEach(
        (name, weight) -> {
          if (weight > 0) {
            // 1 - u lies in (0, 1]: the exponential arrival time of a Poisson process of rate weight.
            double time = -StrictMath.log(1 - unit(what, key + " " + name)) / weight;
            runners.add(new Runner(name, time));
          }
        });
    runners.sort(Comparator.comparingDouble(Runner::time).thenComparing(Runner::name));
    return runners.stream().limit(n).map(Runner::name).toList();
  }

  /** The winner of the race. */
  String pick(String what, String key, Map<String, Double> weights) {
    List<String> first = best(what, key, weights, 1);
    if (first.isEmpty()) {
      throw new IllegalArgumentException(what + " " + key + ": no candidate has a weight above 0");
    }
    return first.getFirst();
  }
}
