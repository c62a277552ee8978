package tenon.study.text;

import java.util.ArrayList;
import java.util.List;
import tenon.packages.Bilingual;

/** Breaks labels into lines that fit a width, by an estimate of how wide characters run. */
public final class Labels {
  private static final double WIDE = 1.0;

  /** Width of a name in a table of a few rows, in font sizes. */
  private static final double BRIEF = 32;

  /** What letters outside of {@link #ASCII} take at most, but for ideographs. */
  private static final double OTHER = 0.64;

  /**
   * Advances from the blank to the tilde in thousandths of the font size, of DejaVu Sans: the
   * widest of the faces that a reader's system may put in the place of ours, so that nothing is
   * clipped.
   */
  private static final int[] ASCII = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, //
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, //
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, //
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, //
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, //
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838
  };

  private Labels() {}

  /** Width of a text in multiples of the font size. */
  public static double width(String text) {
    return text.codePoints().mapToDouble(Labels::width).sum();
  }

  private static double width(int character) {
    if (character >= ' ' && character <= '~') {
      return ASCII[character - ' '] / 1000.0;
    }
    return Character.isIdeographic(character) || (character >= 0x3000 && character <= 0xFFEF)
        ? WIDE
        : OTHER;
  }

  /** A name for a table of a few rows: of one that is long, its beginning. */
  public static String brief(String name) {
    List<String> line = lines(name, BRIEF, 1);
    return line.isEmpty() ? "" : line.getFirst();
  }

  /** At most {@code lines} lines of at most {@code width} font sizes; what is too long is cut. */
  public static List<String> lines(String text, double width, int lines) {
    List<String> broken = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty() && broken.size() < lines) {
      int fits = fits(rest, width);
      if (fits == rest.length()) {
        broken.add(rest);
        rest = "";
      } else if (broken.size() == lines - 1) {
        broken.add(rest.substring(0, fits(rest, width - 1)).strip() + "…");
        rest = "";
      } else {
        int cut = breakBefore(rest, fits);
        broken.add(rest.substring(0, cut).strip());
        rest = rest.substring(cut).strip();
      }
    }
    return broken;
  }

  /**
   * Of a text that says the same in English and then in Chinese, "Title / 标题" or "Sentences. 句子。",
   * the part in the language of the reader; the whole text where it is in one language.
   */
  public static String inOneLanguage(String text, boolean chinese) {
    String part = Bilingual.in(text, chinese);
    if (part.length() < text.length()) {
      return part;
    }
    int start = 0;
    while (start < text.length() && !Character.isIdeographic(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    String english = text.substring(0, start).strip();
    boolean title = english.endsWith(" /");
    // A Chinese word within an English sentence is no translation of it.
    if (start == text.length() || !(title || english.endsWith("."))) {
      return text;
    }
    if (chinese) {
      return text.substring(start).strip();
    }
    return title ? english.substring(0, english.length() - 1).strip() : english;
  }

  /** The first paragraph of a text, cut after a sentence or else a word where it is too long. */
  public static String opening(String text, int length) {
    String first = text.lines().findFirst().orElse("").strip();
    if (first.length() <= length) {
      return first;
    }
    String head = first.substring(0, length);
    int sentence = Math.max(head.lastIndexOf(". "), head.lastIndexOf('。'));
    if (sentence > length / 3) {
      return head.substring(0, sentence + 1);
    }
    int space = head.lastIndexOf(' ');
    return head.substring(0, space > 0 ? space : length) + " …";
  }

  /** Number of chars from the start that fit, at least one character. */
  private static int fits(String text, double width) {
    double used = 0;
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      used += width(character);
      if (used > width && at > 0) {
        return at;
      }
      at += Character.charCount(character);
    }
    return at;
  }

  /**
   * Where to break: after the last space or wide character that fits, else where the width ends.
   */
  private static int breakBefore(String text, int fits) {
    for (int at = fits; at > fits / 2; at--) {
      char before = text.charAt(at - 1);
      if (before == ' ' || before == '-' || text.charAt(at) == ' ' || width(before) == WIDE) {
        return at;
      }
    }
    return fits;
  }
}
