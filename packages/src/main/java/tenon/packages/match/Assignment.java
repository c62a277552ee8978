package tenon.packages.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses pairs so that each row is in one at most and the sum of scores is greatest: the Hungarian
 * method (H. W. Kuhn, 1955, in the form with potentials) for each connected group of pairs. A group
 * of more than {@value #LARGEST} rows on either side is served greedily by score.
 */
final class Assignment {
  private static final int LARGEST = 250;

  private Assignment() {}

  static List<Pair> choose(List<Pair> pairs, int leftCount) {
    int[] parent = new int[leftCount + pairs.stream().mapToInt(Pair::right).max().orElse(0) + 1];
    Arrays.setAll(parent, i -> i);
    for (Pair pair : pairs) {
      parent[root(parent, pair.left())] = root(parent, leftCount + pair.right());
    }
    Map<Integer, List<Pair>> groups = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      groups.computeIfAbsent(root(parent, pair.left()), g -> new ArrayList<>()).add(pair);
    }
    List<Pair> chosen = new ArrayList<>();
    groups.values().forEach(group -> chosen.addAll(ofGroup(group)));
    return chosen;
  }

  private static int root(int[] parent, int at) {
    int i = at;
    while (parent[i] != i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  }

  private static List<Pair> ofGroup(List<Pair> group) {
    int[] lefts = group.stream().mapToInt(Pair::left).sorted().distinct().toArray();
    int[] rights = group.stream().mapToInt(Pair::right).sorted().distinct().toArray();
    if (group.size() == 1) {
      return group;
    }
    return Math.max(lefts.length, rights.length) > LARGEST
        ? greedy(group)
        : hungarian(group, lefts, rights);
  }

  private static List<Pair> greedy(List<Pair> group) {
    List<Pair> byScore = new ArrayList<>(group);
    byScore.sort(
        Comparator.comparingDouble(Pair::score)
            .reversed()
            .thenComparingInt(Pair::left)
            .thenComparingInt(Pair::right));
    Map<Integer, Pair> lefts = new HashMap<>();
    Map<Integer, Pair> rights = new HashMap<>();
    for (Pair pair : byScore) {
      if (!lefts.containsKey(pair.left()) && !rights.containsKey(pair.right())) {
        lefts.put(pair.left(), pair);
        rights.put(pair.right(), pair);
      }
    }
    return List.copyOf(lefts.values());
  }

  private static List<Pair> hungarian(List<Pair> group, int[] lefts, int[] rights) {
    int n = Math.max(lefts.length, rights.length);
    double[][] cost = new double[n + 1][n + 1];
    Pair[][] at = new Pair[n + 1][n + 1];
    for (Pair pair : group) {
      int i = Arrays.binarySearch(lefts, pair.left()) + 1;
      int j = Arrays.binarySearch(rights, pair.right()) + 1;
      cost[i][j] = -pair.score();
      at[i][j] = pair;
    }
    int[] rowOf = rowsByColumn(cost, n);
    List<Pair> chosen = new ArrayList<>();
    for (int j = 1; j <= n; j++) {
      if (at[rowOf[j]][j] != null) {
        chosen.add(at[rowOf[j]][j]);
      }
    }
    return chosen;
  }

  /** Least cost; one row for each column, both counted from 1. */
  private static int[] rowsByColumn(double[][] cost, int n) {
    double[] u = new double[n + 1];
    double[] v = new double[n + 1];
    int[] rowOf = new int[n + 1];
    int[] way = new int[n + 1];
    for (int row = 1; row <= n; row++) {
      rowOf[0] = row;
      int column = 0;
      double[] least = new double[n + 1];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      boolean[] used = new boolean[n + 1];
      do {
        used[column] = true;
        int next = 0;
        double step = Double.POSITIVE_INFINITY;
        for (int j = 1; j <= n; j++) {
          if (!used[j]) {
            double reduced = cost[rowOf[column]][j] - u[rowOf[column]] - v[j];
            if (reduced < least[j]) {
              least[j] = reduced;
              way[j] = column;
            }
            if (least[j] < step) {
              step = least[j];
              next = j;
            }
          }
        }
        for (int j = 0; j <= n; j++) {
          if (used[j]) {
            u[rowOf[j]] += step;
            v[j] -= step;
          } else {
            least[j] -= step;
          }
        }
        column = next;
      } while (rowOf[column] != 0);
      for (int j = column; j != 0; j = way[j]) {
        rowOf[j] = rowOf[way[j]];
      }
    }
    return rowOf;
  }
}
