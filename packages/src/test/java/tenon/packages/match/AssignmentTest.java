package tenon.packages.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  @Test
  void theSumOfScoresIsAsGreatAsByTryingEverything() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Pair> pairs = new ArrayList<>();
      for (int left = 0; left < 5; left++) {
        for (int right = 0; right < 5; right++) {
          if (random.nextInt(3) > 0) {
            pairs.add(pair(left, right, 0.5 + random.nextDouble() / 2));
          }
        }
      }
      double chosen = Assignment.choose(pairs, 5).stream().mapToDouble(Pair::score).sum();
      assertThat(chosen).as("seed %d", seed).isCloseTo(best(pairs, 0, 0, 0), within(1e-12));
    }
  }

  /** Every way to take or leave each pair. */
  private static double best(List<Pair> pairs, int at, int lefts, int rights) {
    if (at == pairs.size()) {
      return 0;
    }
    double without = best(pairs, at + 1, lefts, rights);
    Pair pair = pairs.get(at);
    if ((lefts & 1 << pair.left()) != 0 || (rights & 1 << pair.right()) != 0) {
      return without;
    }
    int left = lefts | 1 << pair.left();
    return Math.max(without, pair.score() + best(pairs, at + 1, left, rights | 1 << pair.right()));
  }

  private static Pair pair(int left, int right, double score) {
    return new Pair(left, right, score, Pair.Same.UNKNOWN, score, score, Pair.Status.CANDIDATE);
  }
}
