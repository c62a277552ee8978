package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CyclesTest {

  @Test
  void aCircleIsFoundOnceAsItsArcsInOrder() {
    int[] from = {3, 0, 1, 2, 4};
    int[] to = {0, 1, 2, 0, 0};
    assertThat(Cycles.of(5, 5, arc -> from[arc], arc -> to[arc]))
        .containsExactly(List.of(1, 2, 3));
  }

  @Test
  void aLoopIsACircleOfOne() {
    assertThat(Cycles.of(1, 1, arc -> 0, arc -> 0)).containsExactly(List.of(0));
  }

  @Test
  void arcsWithoutAnEndAreLeftOut() {
    assertThat(Cycles.of(1, 2, arc -> arc == 0 ? -1 : 0, arc -> arc == 0 ? 0 : -1)).isEmpty();
  }

  @Test
  void whatIsFoundAreCirclesAndWhatIsLeftHasNone() {
    for (long seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int nodes = 1 + random.nextInt(12);
      int[] from = random.ints(random.nextInt(25), 0, nodes).toArray();
      int[] to = random.ints(from.length, 0, nodes).toArray();
      List<List<Integer>> cycles =
          Cycles.of(nodes, from.length, arc -> from[arc], arc -> to[arc]);
      Set<Integer> used = new HashSet<>();
      for (List<Integer> cycle : cycles) {
        for (int i = 0; i < cycle.size(); i++) {
          int next = cycle.get((i + 1) % cycle.size());
          assertThat(to[cycle.get(i)]).as("seed %d", seed).isEqualTo(from[next]);
          assertThat(used.add(from[next])).as("seed %d: node used twice", seed).isTrue();
        }
      }
      assertThat(acyclicWithout(used, nodes, from, to)).as("seed %d", seed).isTrue();
    }
  }

  /** Whether no node can reach itself past the given ones, by the transitive closure. */
  private static boolean acyclicWithout(Set<Integer> left, int nodes, int[] from, int[] to) {
    boolean[][] reaches = new boolean[nodes][nodes];
    for (int arc = 0; arc < from.length; arc++) {
      reaches[from[arc]][to[arc]] = !left.contains(from[arc]) && !left.contains(to[arc]);
    }
    for (int k = 0; k < nodes; k++) {
      for (int i = 0; i < nodes; i++) {
        for (int j = 0; j < nodes; j++) {
          reaches[i][j] |= reaches[i][k] && reaches[k][j];
        }
      }
    }
    return IntStream.range(0, nodes).noneMatch(node -> reaches[node][node]);
  }
}
