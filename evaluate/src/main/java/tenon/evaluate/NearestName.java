package tenon.evaluate;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the column that was most likely meant: fewest single-letter edits, letters' case aside. */
final class NearestName {
  private NearestName() {}

  /** The nearest name within a third of its length (at least one edit), or null. */
  static @Nullable String to(String word, List<String> names) {
    String nearest = null;
    int fewest = Integer.MAX_VALUE;
    for (String name : names) {
      int edits = edits(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      int allowed = Math.max(1, Math.max(word.length(), name.length()) / 3);
      if (edits <= allowed && edits < fewest) {
        nearest = name;
        fewest = edits;
      }
    }
    return nearest;
  }

  /** Levenshtein's distance. */
  private static int edits(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
        } else {
          int change = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
          edits[i][j] = Math.min(change, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        }
      }
    }
    return edits[a.length()][b.length()];
  }
}
