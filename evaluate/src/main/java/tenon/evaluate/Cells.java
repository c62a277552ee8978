package tenon.evaluate;

import java.util.Arrays;

/** Finds the row of a unit in a period. Of several rows in one cell the first is found. */
final class Cells {
  private final Coding units;
  private final double[] periods;
  private final long[] keys;
  private final int[] rows;
  private final double first;
  private final long span;

  private Cells(Coding units, double[] periods) {
    this.units = units;
    this.periods = periods;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double period : periods) {
      if (Double.isFinite(period)) {
        low = Math.min(low, period);
        high = Math.max(high, period);
      }
    }
    first = low;
    span = high < low ? 1 : (long) (high - low) + 1;
    Integer[] order = new Integer[periods.length];
    Arrays.setAll(order, row -> row);
    long[] key = new long[periods.length];
    Arrays.setAll(key, row -> key(row, 0));
    Arrays.sort(order, (a, b) -> Long.compare(key[a], key[b]));
    rows = new int[order.length];
    keys = new long[order.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = order[i];
      keys[i] = key[rows[i]];
    }
  }

  static Cells of(Observations data, PanelColumns panel) {
    return new Cells(Coding.of(data, panel.unit()), data.numbers(panel.period()));
  }

  /** The row of the same unit so many periods earlier, or -1 where there is none. */
  int rowBefore(int row, int lag) {
    long key = key(row, lag);
    int at = key < 0 ? -1 : Arrays.binarySearch(keys, key);
    while (at > 0 && keys[at - 1] == key) {
      at--;
    }
    return at < 0 ? -1 : rows[at];
  }

  private long key(int row, int lag) {
    double period = periods[row] - lag - first;
    boolean known =
        units.code(row) >= 0 && period >= 0 && period < span && period == Math.rint(period);
    return known ? units.code(row) * span + (long) period : -1;
  }
}
