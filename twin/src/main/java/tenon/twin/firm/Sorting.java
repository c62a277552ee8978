package tenon.twin.firm;

/** Stable counting sort into compressed rows. */
final class Sorting {
  private Sorting() {}

  /** Where each group begins once the items are sorted by group; one more entry than groups. */
  static int[] starts(int[] groupOf, int groups) {
    int[] start = new int[groups + 1];
    for (int group : groupOf) {
      start[group + 1]++;
    }
    for (int group = 0; group < groups; group++) {
      start[group + 1] += start[group];
    }
    return start;
  }

  /** The items by group, each group in ascending order. */
  static int[] sorted(int[] groupOf, int[] start) {
    int[] next = start.clone();
    int[] sorted = new int[groupOf.length];
    for (int item = 0; item < groupOf.length; item++) {
      sorted[next[groupOf[item]]++] = item;
    }
    return sorted;
  }

  /** The items by group, each group in the order in which {@code order} lists them. */
  static int[] sorted(int[] groupOf, int[] start, int[] order) {
    int[] next = start.clone();
    int[] sorted = new int[groupOf.length];
    for (int item : order) {
      sorted[next[groupOf[item]]++] = item;
    }
    return sorted;
  }
}
