package tenon.packages.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Finds, for a row of the left register, the rows of the right one that are worth comparing: those
 * with an equal identifier, those that share the rarest pieces of its Chinese name, and those that
 * share the rarest pieces of its name in letters or pinyin.
 *
 * <p>The pieces of a name are looked up from the rarest on, until so many rows have been met; work
 * for a row is therefore bounded, whatever the size of the register.
 */
final class Blocking {
  private static final int MOST_ROWS_MET = 2_500;

  private final NameScore weights;
  private final Names left;
  private final int[] start;
  private final int[] rows;
  private final Map<String, int[]> byIdentifier = new HashMap<>();
  private final int rightCount;

  Blocking(Names left, Names right, Register register, NameScore weights, int pieces) {
    this.left = left;
    this.weights = weights;
    rightCount = register.count();
    start = new int[pieces + 1];
    for (int row = 0; row < rightCount; row++) {
      for (int piece : keys(right, row)) {
        start[piece + 1]++;
      }
    }
    for (int piece = 0; piece < pieces; piece++) {
      start[piece + 1] += start[piece];
    }
    rows = new int[start[pieces]];
    int[] next = Arrays.copyOf(start, pieces);
    for (int row = 0; row < rightCount; row++) {
      for (int piece : keys(right, row)) {
        rows[next[piece]++] = row;
      }
      for (String identifier : identifiers(register.row(row))) {
        byIdentifier.merge(identifier, new int[] {row}, Blocking::joined);
      }
    }
  }

  private static int[] joined(int[] a, int[] b) {
    return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
  }

  /** Pieces a row is found by. */
  private static int[] keys(Names names, int row) {
    return joined(names.pairs[row], names.runs[row]);
  }

  static List<String> identifiers(Register.Row row) {
    return List.of("c" + row.creditCode(), "l" + row.lei(), "g" + row.gln()).stream()
        .filter(text -> text.length() > 1)
        .toList();
  }

  /** What one thread works with. */
  final class Search {
    private final double[] met = new double[rightCount];
    private final int[] touched = new int[rightCount];
    private int count;

    /** Rows of the right register, ascending. */
    int[] candidates(int row, Register.Row entry, int most) {
      TreeSet<Integer> chosen = new TreeSet<>();
      byPieces(left.pairs[row], most, chosen);
      byPieces(left.runs[row], most, chosen);
      for (String identifier : identifiers(entry)) {
        int[] equal = byIdentifier.getOrDefault(identifier, new int[0]);
        Arrays.stream(equal).limit(most).forEach(chosen::add);
      }
      return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private void byPieces(int[] pieces, int most, Set<Integer> chosen) {
      Integer[] keys = Arrays.stream(pieces).boxed().toArray(Integer[]::new);
      Arrays.sort(
          keys,
          (a, b) -> {
            int byRows = Integer.compare(length(a), length(b));
            return byRows != 0 ? byRows : Integer.compare(a, b);
          });
      int budget = MOST_ROWS_MET;
      for (int i = 0; i < keys.length && (i < 2 || budget - length(keys[i]) >= 0); i++) {
        meet(keys[i]);
        budget -= length(keys[i]);
      }
      keepBest(most, chosen);
    }

    private void meet(int piece) {
      double weight = weights.weight(piece) * weights.weight(piece);
      for (int at = start[piece]; at < start[piece + 1]; at++) {
        int other = rows[at];
        if (met[other] == 0) {
          touched[count++] = other;
        }
        met[other] += weight;
      }
    }

    private void keepBest(int most, Set<Integer> chosen) {
      int[] best = new int[most];
      int found = 0;
      for (int i = 0; i < count; i++) {
        found = insert(best, found, touched[i]);
      }
      for (int i = 0; i < found; i++) {
        chosen.add(best[i]);
      }
      for (int i = 0; i < count; i++) {
        met[touched[i]] = 0;
      }
      count = 0;
    }

    /** Keeps the rows met with the greatest weight; ties go to the lower row. */
    private int insert(int[] best, int found, int row) {
      if (found == best.length && !before(row, best[found - 1])) {
        return found;
      }
      int at = Math.min(found, best.length - 1);
      while (at > 0 && before(row, best[at - 1])) {
        best[at] = best[at - 1];
        at--;
      }
      best[at] = row;
      return Math.min(found + 1, best.length);
    }

    private boolean before(int a, int b) {
      return met[a] > met[b] || (met[a] == met[b] && a < b);
    }

    private int length(int piece) {
      return start[piece + 1] - start[piece];
    }
  }
}
