package tenon.packages.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;

/**
 * The words of a text: by the rules of Unicode (UAX #29), and in Chinese by the dictionary of ICU,
 * which finds the most likely cut of each run of characters. Punctuation and blanks are no words.
 *
 * @param text the text in its plain form, see {@link #plain}
 * @param starts first character of each word, ascending
 * @param ends character after each word
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
public record WordBreaks(String text, int[] starts, int[] ends) {

  /** Cuts a text. */
  public static WordBreaks of(String raw) {
    String text = plain(raw);
    BreakIterator cuts = BreakIterator.getWordInstance(ULocale.ROOT);
    cuts.setText(text);
    int[] starts = new int[16];
    int[] ends = new int[16];
    int count = 0;
    int from = cuts.first();
    for (int to = cuts.next(); to != BreakIterator.DONE; to = cuts.next()) {
      if (cuts.getRuleStatus() != BreakIterator.WORD_NONE) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
          ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = from;
        ends[count++] = to;
      }
      from = to;
    }
    return new WordBreaks(text, Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
  }

  /**
   * A text in the form in which words are compared: compatibility forms and case folded (NFKC case
   * folding), one blank for any run of them, none between two Chinese characters, where a line
   * break of the file is all they are.
   */
  public static String plain(String raw) {
    String folded = Normalizer2.getNFKCCasefoldInstance().normalize(raw);
    String single = folded.replaceAll("\\s+", " ").strip();
    return single.replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "");
  }
}
