package tenon.examples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStreams;

/** Draws named by what they are for and by the key of the entity: none depends on another. */
final class Draws {
  private final RandomStreams streams;
  private final Map<String, Long> runners = new HashMap<>();

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
    long race = longOf(what + " " + key);
    List<Runner> runners = new ArrayList<>();
    weights.forEach(
        (name, weight) -> {
          if (weight > 0) {
            double draw = (mix(race ^ runner(name)) >>> 11) * 0x1.0p-53;
            // 1 - draw lies in (0, 1]: the first arrival of a Poisson process of that rate.
            runners.add(new Runner(name, -StrictMath.log(1 - draw) / weight));
          }
        });
    runners.sort(Comparator.comparingDouble(Runner::time).thenComparing(Runner::name));
    return runners.stream().limit(n).map(Runner::name).toList();
  }

  /** A stream for each pair would be cleaner and is twenty times slower; the pair is mixed instead. */
  private long runner(String name) {
    return runners.computeIfAbsent(name, key -> longOf("runner " + key));
  }

  private long longOf(String key) {
    return streams.stream(Purpose.GENERATE, key, 0).nextLong();
  }

  /** Spreads every bit of the argument over all bits (Stafford 2011, mix 13). */
  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
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
