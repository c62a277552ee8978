package tenon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupingTest {

  @Test
  void itemsOfAGroupComeInAscendingOrder() {
    int[] groupOf = {2, 0, 2, -1, 2};
    Grouping grouping = Grouping.of(5, 3, item -> groupOf[item]);
    assertThat(grouping.groups()).isEqualTo(3);
    assertThat(items(grouping, 0)).containsExactly(1);
    assertThat(items(grouping, 1)).isEmpty();
    assertThat(items(grouping, 2)).containsExactly(0, 2, 4);
  }

  @Test
  void itemsBeyondTheGroupAreRefused() {
    Grouping grouping = Grouping.of(2, 2, item -> 0);
    assertThatThrownBy(() -> grouping.item(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> grouping.item(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void agreesWithListsOnRandomGroups() {
    for (long seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int groups = 1 + random.nextInt(10);
      int[] groupOf = random.ints(random.nextInt(50), -1, groups).toArray();
      List<List<Integer>> oracle = new ArrayList<>();
      IntStream.range(0, groups).forEach(group -> oracle.add(new ArrayList<>()));
      for (int item = 0; item < groupOf.length; item++) {
        if (groupOf[item] >= 0) {
          oracle.get(groupOf[item]).add(item);
        }
      }
      Grouping grouping = Grouping.of(groupOf.length, groups, item -> groupOf[item]);
      for (int group = 0; group < groups; group++) {
        assertThat(items(grouping, group)).as("seed %d", seed).isEqualTo(oracle.get(group));
      }
    }
  }

  private static List<Integer> items(Grouping grouping, int group) {
    return IntStream.range(0, grouping.size(group))
        .mapToObj(nth -> grouping.item(group, nth))
        .toList();
  }
}
