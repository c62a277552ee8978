package tenon.packages;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known word that was most likely meant: one that differs only in case, width, spaces or
 * dashes, else one within a few edits (insert, delete, replace, swap of neighbours; the "optimal
 * string alignment" distance), at most one for every three characters of the longer. Ties go to the
 * word that comes first.
 */
public final class Nearest {
  private static final int MOST_EDITS = 4;

  private final List<String> known;
  private final String[] folded;

  public Nearest(List<String> known) {
    this.known = known;
    folded = known.stream().map(Nearest::fold).toArray(String[]::new);
  }

  /** The nearest of some words, or null where none is near. */
  public static @Nullable String of(String word, List<String> known) {
    return new Nearest(known).to(word);
  }

  /** The nearest known word, or null where none is near. */
  public @Nullable String to(String word) {
    String sought = fold(word);
    int bound = MOST_EDITS;
    int best = -1;
    for (int i = 0; i < folded.length && bound >= 0; i++) {
      int allowed = Math.min(bound, allowed(sought, folded[i]));
      if (Math.abs(folded[i].length() - sought.length()) <= allowed) {
        int distance = distance(sought, folded[i], allowed);
        if (distance <= allowed) {
          best = i;
          bound = distance - 1;
        }
      }
    }
    return best < 0 ? null : known.get(best);
  }

  /** Edits that leave two words similar; a Chinese name may have only two characters. */
  private static int allowed(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    return longer == 2 && a.codePoints().anyMatch(c -> c > 0x7F) ? 1 : longer / 3;
  }

  private static String fold(String word) {
    String plain = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c != ' ' && c != '_' && c != '-' && c != Character.MAX_VALUE) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /** The distance, or something above the bound where it is above the bound. */
  static int distance(String a, String b, int bound) {
    int[] before = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int cost = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > bound && i > 1 && min(above) > bound) {
        return bound + 1;
      }
      int[] free = before;
      before = above;
      above = row;
      row = free;
    }
    return above[b.length()];
  }

  private static int min(int[] numbers) {
    return Arrays.stream(numbers).min().orElse(0);
  }
}
