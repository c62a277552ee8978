package tenon.study.document;

import java.util.ArrayList;
import java.util.List;

/** How many columns a text takes where letters are one wide and ideographs two. */
final class TextWidth {
  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** East Asian wide and full-width characters take two columns, combining marks none. */
  static int of(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        Character.isIdeographic(character)
            || (character >= 0x1100 && character <= 0x115F)
            || (character >= 0x3000 && character <= 0x30FF)
            || (character >= 0xAC00 && character <= 0xD7A3)
            || (character >= 0xFF01 && character <= 0xFF60)
            || (character >= 0xFFE0 && character <= 0xFFE6);
    return wide ? 2 : 1;
  }

  /** Breaks a text into lines at spaces and between ideographs; at least one line. */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(text)) {
      boolean fits = of(line.toString()) + of(piece.stripTrailing()) <= width;
      if (!fits && !line.isEmpty()) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(piece);
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** Pieces that are not broken: a word with the space after it, an ideograph with its stop. */
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int[] characters = text.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      piece.appendCodePoint(characters[i]);
      boolean last = i == characters.length - 1;
      if (last || isBreak(characters[i], characters[i + 1])) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
    }
    return pieces;
  }

  private static boolean isBreak(int before, int after) {
    if (before == ' ') {
      return after != ' ';
    }
    boolean closing = "，。、；：？！）」』”’,.;:?!)".indexOf(after) >= 0;
    boolean opening = "（「『“‘(".indexOf(before) >= 0;
    return !closing && !opening && (of(before) == 2 || of(after) == 2);
  }
}
