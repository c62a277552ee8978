package tenon.model;

import java.util.Objects;
import java.util.function.IntUnaryOperator;

/**
 * Items listed by the group they belong to, for example the links into each site: compressed rows,
 * items of a group in ascending order. Built in O(items + groups).
 */
public final class Grouping {
  private final int[] start;
  private final int[] items;

  private Grouping(int[] start, int[] items) {
    this.start = start;
    this.items = items;
  }

  /**
   * Groups the items 0 .. items - 1.
   *
   * @param groupOf group of an item, from 0 to groups - 1; negative leaves the item out
   */
  public static Grouping of(int items, int groups, IntUnaryOperator groupOf) {
    int[] start = new int[groups + 1];
    for (int item = 0; item < items; item++) {
      int group = groupOf.applyAsInt(item);
      if (group >= 0) {
        start[group + 1]++;
      }
    }
    for (int group = 0; group < groups; group++) {
      start[group + 1] += start[group];
    }
    int[] next = start.clone();
    int[] sorted = new int[start[groups]];
    for (int item = 0; item < items; item++) {
      int group = groupOf.applyAsInt(item);
      if (group >= 0) {
        sorted[next[group]++] = item;
      }
    }
    return new Grouping(start, sorted);
  }

  public int groups() {
    return start.length - 1;
  }

  /** Number of items in a group. */
  public int size(int group) {
    return start[group + 1] - start[group];
  }

  /** The nth item of a group. */
  public int item(int group, int nth) {
    return items[start[group] + Objects.checkIndex(nth, size(group))];
  }
}
