package tenon.study.document;

import java.util.List;
import tenon.study.document.Block.Grid;

/** Which columns of a table are read as numbers, and so stand to the right. */
final class Columns {
  private Columns() {}

  /** A column of numbers is one where at least half of the cells that say something are numbers. */
  static boolean[] numeric(Grid grid) {
    boolean[] numeric = new boolean[grid.header().size()];
    for (int column = 0; column < numeric.length; column++) {
      numeric[column] = isNumeric(grid.rows(), column);
    }
    return numeric;
  }

  private static boolean isNumeric(List<List<Cell>> rows, int column) {
    int numbers = 0;
    int texts = 0;
    for (List<Cell> row : rows) {
      Cell cell = row.get(column);
      if (cell.isNumber()) {
        numbers++;
      } else if (!isBlank(cell.text())) {
        texts++;
      }
    }
    return numbers > 0 && numbers >= texts;
  }

  private static boolean isBlank(String text) {
    return text.isBlank() || text.equals("–") || text.equals("—") || text.equals("-");
  }
}
