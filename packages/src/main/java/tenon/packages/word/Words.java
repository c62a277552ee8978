package tenon.packages.word;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares names as people write them: accents, case, punctuation and spacing do not count. */
public final class Words {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Byte order mark, zero-width space, and the mark at the end of a text that is read. */
  private static final String INVISIBLE = "\uFEFF\u200B\uFFFF";

  private Words() {}

  /** One blank between words, none at the ends, and no control characters. */
  public static String tidy(String text) {
    StringBuilder tidy = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isGap(c)) {
        gap = true;
      } else {
        if (gap && !tidy.isEmpty()) {
          tidy.append(' ');
        }
        gap = false;
        tidy.append(c);
      }
    }
    return tidy.toString();
  }

  private static boolean isGap(char c) {
    return c == ' '
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || INVISIBLE.indexOf(c) >= 0;
  }

  /** Lower-case words without accents or punctuation, one blank between. */
  public static String plain(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return BETWEEN_WORDS.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /** The first plain word; empty where the text has none. */
  public static String first(String text) {
    String plain = plain(text);
    int end = plain.indexOf(' ');
    return end < 0 ? plain : plain.substring(0, end);
  }

  /** The candidate with the fewest edits from the text, the first of several; null of none. */
  public static @Nullable String nearest(String text, List<String> candidates) {
    String sought = plain(text);
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int edits = edits(sought, plain(candidate));
      if (edits < least) {
        least = edits;
        best = candidate;
      }
    }
    return best;
  }

  /** Levenshtein distance: insertions, deletions and replacements of single characters. */
  public static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
