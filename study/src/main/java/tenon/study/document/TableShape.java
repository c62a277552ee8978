package tenon.study.document;

import java.util.List;
import tenon.study.document.Block.Grid;

/**
 * How wide the columns of a table on paper should be, in letters: every column takes the longest
 * piece that cannot be broken; what is left is shared by what the columns lack to hold their
 * longest cell in one line.
 */
final class TableShape {
  /** Columns that hold long texts get no more than this many letters before they break. */
  private static final int WIDEST = 38;

  /** How much wider the bold letters of the head are. */
  private static final double BOLD = 1.12;

  /** Columns of four ideographs. */
  private static final int WORD = 8;

  private static final int GAP = 2;
  private static final int NARROWEST = 5;

  private final double[] least;
  private final double[] lacking;

  TableShape(Grid grid) {
    boolean[] numeric = Columns.numeric(grid);
    int columns = grid.header().size();
    least = new double[columns];
    lacking = new double[columns];
    for (int column = 0; column < columns; column++) {
      String head = grid.header().get(column);
      double body = longestPiece(head) * BOLD;
      double whole = TextWidth.of(head) * BOLD;
      for (List<Cell> cells : grid.rows()) {
        String text = cells.get(column).text();
        body = Math.max(body, numeric[column] ? TextWidth.of(text) : longestPiece(text));
        whole = Math.max(whole, TextWidth.of(text));
      }
      least[column] = Math.clamp(body, NARROWEST, WIDEST) + GAP;
      lacking[column] = Math.max(0, whole + GAP - least[column]);
    }
  }

  /** Letters that the table takes at least, its cells broken into lines. */
  double least() {
    return sum(least);
  }

  /** Letters that the table takes with every cell in one line. */
  double whole() {
    return sum(least) + sum(lacking);
  }

  /** The share of each column in a line of so many letters; they sum to 1. */
  double[] shares(double letters) {
    double left = Math.max(0, letters - least());
    double wanted = sum(lacking);
    double[] shares = new double[least.length];
    for (int column = 0; column < shares.length; column++) {
      double part = wanted > 0 ? lacking[column] / wanted : 1.0 / shares.length;
      shares[column] = (least[column] + left * part) / (least() + left);
    }
    return shares;
  }

  private static double sum(double[] letters) {
    double sum = 0;
    for (double one : letters) {
      sum += one;
    }
    return sum;
  }

  /** A word of a few ideographs reads badly in two lines, though it may be broken. */
  private static int longestPiece(String text) {
    int whole = TextWidth.of(text);
    boolean ideographs = whole > text.codePointCount(0, text.length());
    if (ideographs && whole <= WORD) {
      return whole;
    }
    return TextWidth.pieces(text).stream()
        .mapToInt(piece -> TextWidth.of(piece.strip()))
        .max()
        .orElse(0);
  }
}
