package tenon.packages;

import java.util.Arrays;

/**
 * The physical line on which each row begins. Rows follow each other line by line but for quoted line
 * breaks and blank lines, so only the rows where the distance changes are held.
 */
final class LineMap {
  private int[] rows = new int[4];
  private long[] offsets = new long[4];
  private int count;

  /** Notes the line of a row; rows come in ascending order. */
  void add(int row, long line) {
    long offset = line - row;
    if (count > 0 && offsets[count - 1] == offset) {
      return;
    }
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, count * 2);
      offsets = Arrays.copyOf(offsets, count * 2);
    }
    rows[count] = row;
    offsets[count++] = offset;
  }

  /** Line of a row that was noted. */
  long line(int row) {
    int found = Arrays.binarySearch(rows, 0, count, row);
    int step = found >= 0 ? found : -found - 2;
    return row + offsets[step];
  }
}
